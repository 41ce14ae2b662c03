#pragma once

#include "model/lint.hpp"

#include <functional>
#include <string>

namespace landsea::model::detail {

/// Takes what a rule has found: thing, expected, found.
using Report = std::function<void(std::string, std::string, std::string)>;

/// Each rule looks at the whole subject; see the summaries in model/lint.cpp.
void find_islands(const LintSubject& subject, const Report& report);
void find_traps(const LintSubject& subject, const Report& report);
void find_unserved(const LintSubject& subject, const Report& report);
void find_duplicates(const LintSubject& subject, const Report& report);
void find_same_passages(const LintSubject& subject, const Report& report);
void find_short_lengths(const LintSubject& subject, const Report& report);
void find_long_lengths(const LintSubject& subject, const Report& report);
void find_too_fast(const LintSubject& subject, const Report& report);
void find_too_slow(const LintSubject& subject, const Report& report);
void find_gauge_breaks(const LintSubject& subject, const Report& report);
void find_far_ports(const LintSubject& subject, const Report& report);
void find_missing_sources(const LintSubject& subject, const Report& report);
void find_unexplained(const LintSubject& subject, const Report& report);

/// A number for a message: one decimal, without it when it is whole.
std::string plain(double value);

} // namespace landsea::model::detail
