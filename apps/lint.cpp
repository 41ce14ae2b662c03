#include "model/lint.hpp"

#include "apps/network_source.hpp"
#include "apps/program.hpp"
#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "geo/geodesic.hpp"
#include "io/lint_report.hpp"
#include "model/spelling.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

std::vector<std::string> rules_of(const Arguments& arguments) {
    std::vector<std::string> known;
    for (const model::LintRule& rule : model::lint_rules()) {
        known.emplace_back(rule.id);
    }
    std::vector<std::string> rules = arguments.all("--rule");
    for (const std::string& rule : rules) {
        if (std::ranges::find(known, rule) == known.end()) {
            throw UsageError{"--rule: no rule is called \"" + rule +
                                 "\"; landsea lint --list-rules shows them",
                             model::nearest(rule, known, 3)};
        }
    }
    return rules;
}

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    const std::vector<std::string> rules = rules_of(arguments);
    if (arguments.has("--list-rules")) {
        std::cout << io::lint_rule_table(terminal_colour());
        return Exit::fine;
    }
    const PlainNetwork source = plain_network(arguments);
    const auto findings = model::lint(
        {.network = source.network, .lanes = source.lanes.get(), .distance = &geo::distance},
        rules);
    const auto entries = io::lint_entries(findings, io::ThingIndex{source.texts});
    const io::Identity identity{.program = program_name(), .data_hash = source.data_hash};
    switch (format) {
    case Format::json:
        std::cout << io::lint_json(entries, identity);
        break;
    case Format::csv:
        std::cout << io::lint_csv(entries);
        break;
    case Format::table:
        std::cout << io::lint_table(entries, identity, terminal_colour());
        break;
    }
    return io::count_of(entries, model::Severity::error) == 0 ? Exit::fine : Exit::negative;
}

} // namespace

Verb lint_verb() {
    return {.usage = {.verb = "lint",
                      .summary = "find what is allowed in a network and yet looks wrong",
                      .words = {},
                      .fewest_words = 0,
                      .options = joined({network_options(),
                                         {{"--rule", "ID", "look for this only; repeatable"},
                                          {"--list-rules", "", "say what is looked for"},
                                          {"--json", "", "write JSON"},
                                          {"--csv", "", "write CSV"}}}),
                      .examples = {"lint", "lint --network mine.json --rule impossible-speed",
                                   "lint --list-rules", "lint --csv"}},
            .run = run};
}

} // namespace landsea::apps
