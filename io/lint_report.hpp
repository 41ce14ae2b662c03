#pragma once

#include "io/presentation.hpp"
#include "io/thing_index.hpp"
#include "model/lint.hpp"

#include <string>
#include <vector>

namespace landsea::io {

/// A finding, and where the thing stands if a file states it.
struct LintEntry {
    model::LintFinding finding;
    std::optional<ThingIndex::Spot> spot;
};

/// The findings with their places in the files.
std::vector<LintEntry> lint_entries(const std::vector<model::LintFinding>& findings,
                                    const ThingIndex& index);

/// How many findings are of a severity.
std::size_t count_of(const std::vector<LintEntry>& entries, model::Severity severity);

/// One block for each rule that found something, then how many there are of each severity.
std::string lint_table(const std::vector<LintEntry>& entries, const Identity& identity,
                       Colour colour);

/// Columns: rule, severity, thing, expected, found, file, pointer.
std::string lint_csv(const std::vector<LintEntry>& entries);

/// An object with the counts and the list of findings.
std::string lint_json(const std::vector<LintEntry>& entries, const Identity& identity);

/// The rules: id, severity, what they look for.
std::string lint_rule_table(Colour colour);

} // namespace landsea::io
