#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/comparison_files.hpp"
#include "io/comparison_table.hpp"
#include "io/explanation.hpp"
#include "io/scenario_list.hpp"
#include "model/router.hpp"
#include "model/spelling.hpp"
#include "scenarios/closures.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

/// Keeps only the alternative that `--only` names.
void keep_only(scenarios::Question& question, const Arguments& arguments) {
    const auto only = arguments.last("--only");
    if (!only) {
        return;
    }
    std::vector<std::string> ids;
    for (const auto& alternative : question.alternatives) {
        ids.push_back(alternative.id);
    }
    std::erase_if(question.alternatives,
                  [&](const scenarios::Alternative& a) { return a.id != *only; });
    if (question.alternatives.empty()) {
        throw UsageError{"--only: no alternative is called \"" + *only + "\"",
                         model::nearest(*only, ids, 3)};
    }
}

Exit run(const Arguments& arguments) {
    Loaded loaded = load(arguments, points_of(arguments));
    scenarios::Question question = question_of(arguments, loaded);
    keep_only(question, arguments);
    settle(loaded, scenarios::closures_in(question), question.query);
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const Format format = format_of(arguments);
    const model::Router router{loaded.network};
    const auto comparison = scenarios::compare(router, question, plan_of(arguments));
    const io::Identity identity = identity_of(loaded);
    if (format == Format::json) {
        std::cout << io::comparison_json(comparison, loaded.network, identity);
    } else if (format == Format::csv) {
        std::cout << io::steps_csv(comparison, loaded.network, identity);
    } else {
        std::cout << io::query_line(question, loaded.network, presentation) << "\n\n";
    }
    bool answered = false;
    for (const scenarios::Answer& answer : comparison.answers) {
        answered = answered || answer.has_route();
        if (answer.has_route() && format == Format::table) {
            std::cout << io::explanation(answer, question, loaded.network, presentation) << "\n";
            if (const auto* scenario = only_scenario(loaded)) {
                std::cout << io::changes_on(answer, *scenario, question.query.month, loaded.network,
                                            presentation)
                          << "\n";
            }
        }
    }
    if (format == Format::table) {
        std::cout << io::identity_line(identity, comparison.plan) << "\n";
    }
    if (!answered && !arguments.has("--quiet")) {
        std::cerr << "landsea: no route meets the constraints\n";
    }
    return answered ? Exit::fine : Exit::negative;
}

} // namespace

Verb explain_verb() {
    return {
        .usage = {.verb = "explain",
                  .summary = "account for every hour and dollar of an answer, with its sources",
                  .words = {{"COMPARISON|FROM", "a bundled comparison, a file of one, or a place"},
                            {"TO", "the other place"}},
                  .fewest_words = 1,
                  .options =
                      joined({{{"--only", "ID", "one alternative of the comparison"},
                               {"--alternative", "NAME=TARGETS", "as in landsea compare"},
                               {"--currency", "CODE", "of the table: USD, CNY or EUR (USD)"}},
                              query_options(),
                              network_options(),
                              answer_options()}),
                  .examples = {"explain nwlsc-vs-yangtze --only qinzhou",
                               "explain Chongqing Duisburg --by time --csv"}},
        .run = run};
}

} // namespace landsea::apps
