#include "model/lint.hpp"

#include "model/detail/lint_rules.hpp"

#include <algorithm>
#include <stdexcept>

namespace landsea::model {

namespace {

struct Check {
    LintRule rule;
    void (*find)(const LintSubject&, const detail::Report&);
};

const std::vector<Check>& checks() {
    using enum Severity;
    static const std::vector<Check> all{
        {{"island", error, "places that nothing open joins to the rest of the network"},
         detail::find_islands},
        {{"one-way-trap", error,
          "a place that is reached but not left again, or left but not reached"},
         detail::find_traps},
        {{"duplicate-link", error,
          "two links between the same places of the same mode, variant and passages"},
         detail::find_duplicates},
        {{"length-below-great-circle", error,
          "a road, rail or river link stated more than 20 km shorter than the great circle"},
         detail::find_short_lengths},
        {{"impossible-speed", error, "a running time that no vehicle of the mode can keep"},
         detail::find_too_fast},
        {{"gauge-change-missing", error,
          "a train that goes from one track gauge to another without a gauge change"},
         detail::find_gauge_breaks},
        {{"missing-source", error, "a published or derived number without a source"},
         detail::find_missing_sources},
        {{"same-passages", warning,
          "two variants of a link whose passages and length are the same"},
         detail::find_same_passages},
        {{"length-above-twice-great-circle", warning,
          "a road, rail or river link stated more than twice as long as the great circle"},
         detail::find_long_lengths},
        {{"crawling-speed", warning, "a running time slower than vehicles of the mode go"},
         detail::find_too_slow},
        {{"snap-distance", warning, "a port that lies far from its point on the sea lanes"},
         detail::find_far_ports},
        {{"assumed-without-note", warning, "an assumption that does not say why"},
         detail::find_unexplained},
        {{"unserved-place", note, "a place where no open service calls or passes"},
         detail::find_unserved},
    };
    return all;
}

} // namespace

std::string_view name_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::note:
        break;
    }
    return "note";
}

const std::vector<LintRule>& lint_rules() {
    static const std::vector<LintRule> rules = [] {
        std::vector<LintRule> all;
        for (const Check& check : checks()) {
            all.push_back(check.rule);
        }
        return all;
    }();
    return rules;
}

std::vector<LintFinding> lint(const LintSubject& subject, const std::vector<std::string>& rules) {
    for (const std::string& id : rules) {
        if (std::ranges::none_of(lint_rules(),
                                 [&](const LintRule& rule) { return rule.id == id; })) {
            throw std::invalid_argument{"no lint rule is called " + id};
        }
    }
    std::vector<LintFinding> findings;
    for (const Check& check : checks()) {
        if (!rules.empty() && std::ranges::find(rules, check.rule.id) == rules.end()) {
            continue;
        }
        check.find(subject, [&](std::string thing, std::string expected, std::string found) {
            findings.push_back(
                {check.rule, std::move(thing), std::move(expected), std::move(found)});
        });
    }
    return findings;
}

} // namespace landsea::model
