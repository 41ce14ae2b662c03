#pragma once

#include "apps/arguments.hpp"

#include <vector>

namespace landsea::apps {

/// What the program ends with. See docs/exit_codes.md.
enum class Exit {
    fine = 0,
    negative = 1,    ///< ran, and the answer is no: no route, no display, claim not supported
    wrong_input = 2, ///< a file says something that cannot be
    wrong_file = 3,  ///< a file cannot be read or written
    our_bug = 4,
    wrong_usage = 64,
    interrupted = 130 ///< by Ctrl-C; what was finished is kept
};

/// A subcommand: what its command line looks like, and what it does.
struct Verb {
    Usage usage;
    Exit (*run)(const Arguments&){};
};

Verb compare_verb();
Verb route_verb();
Verb reach_verb();
Verb why_verb();
Verb tip_verb();
Verb rank_verb();
Verb regret_verb();
Verb flow_verb();
Verb batch_verb();
Verb merge_verb();
Verb map_verb();
Verb explain_verb();
Verb claims_verb();
Verb scenarios_verb();
Verb sea_verb();
Verb places_verb();
Verb corridors_verb();
Verb validate_verb();
Verb lint_verb();
Verb diff_verb();
Verb export_verb();
Verb import_verb();
Verb doctor_verb();
Verb view_verb();

/// All verbs, in the order of the help text.
std::vector<Verb> verbs();

} // namespace landsea::apps
