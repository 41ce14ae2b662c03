#pragma once

#include "model/network.hpp"
#include "model/sea_lanes.hpp"
#include "model/sphere.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace landsea::model {

/// How much a finding weighs: an error makes answers wrong, a warning makes them doubtful, a note
/// is for whoever works on the data.
enum class Severity { error, warning, note };

/// "error", "warning" or "note".
std::string_view name_of(Severity severity);

/// What is looked for.
struct LintRule {
    std::string_view id;
    Severity severity{};
    std::string_view summary;
};

/// All rules, in the order in which they are reported.
const std::vector<LintRule>& lint_rules();

/// Something in a network that is allowed and yet looks wrong.
struct LintFinding {
    LintRule rule;
    std::string thing; ///< "link CNSHA-SGSIN"
    std::string expected;
    std::string found;
};

/// What is looked at. Sea links have their courses already; the roads of `with_first_mile` are not
/// in yet.
struct LintSubject {
    const Network& network;
    const SeaLanes* lanes = nullptr; ///< null: no port is held against them
    /// How far two points are apart: the sphere's answer, or a better one.
    Km (*distance)(LatLon, LatLon) = &great_circle;
};

/// What the rules of these ids find, in the order of the rules and then of the network; all rules
/// when none is named. Throws std::invalid_argument for an id that is no rule's.
///
/// Planned things are looked at like open ones, except that nothing travels on them. Cost: that of
/// `connectivity_of`, the rest is linear in the parts of the network.
std::vector<LintFinding> lint(const LintSubject& subject,
                              const std::vector<std::string>& rules = {});

} // namespace landsea::model
