#include "apps/output.hpp"
#include "apps/question.hpp"
#include "apps/verb.hpp"
#include "io/comparison_files.hpp"
#include "io/comparison_table.hpp"
#include "model/router.hpp"
#include "scenarios/closures.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

Exit run(const Arguments& arguments) {
    Loaded loaded = load(arguments, points_of(arguments));
    scenarios::Question question = question_of(arguments, loaded);
    settle(loaded, scenarios::closures_in(question), question.query);
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const Format format = format_of(arguments);
    const model::DrawPlan plan = plan_of(arguments);
    const model::Router router{loaded.network};
    const auto comparison = scenarios::compare(router, question, plan);
    const io::Identity identity = identity_of(loaded);
    if (const auto folder = arguments.last("--out")) {
        write_comparison(*folder, comparison, loaded, identity, presentation);
    }
    switch (format) {
    case Format::json:
        std::cout << io::comparison_json(comparison, loaded.network, identity);
        break;
    case Format::csv:
        std::cout << io::comparison_csv(comparison, loaded.network, identity);
        break;
    case Format::table:
        std::cout << io::comparison_table(comparison, loaded.network, identity, presentation);
        break;
    }
    const bool answered = std::ranges::any_of(comparison.answers, &scenarios::Answer::has_route);
    if (!answered && !arguments.has("--quiet")) {
        std::cerr << "landsea: no route meets the constraints\n";
    }
    return answered ? Exit::fine : Exit::negative;
}

} // namespace

Verb compare_verb() {
    return {
        .usage = {.verb = "compare",
                  .summary = "set ways of going side by side, with their uncertainty",
                  .words = {{"COMPARISON|FROM", "a bundled comparison, a file of one, or a place"},
                            {"TO", "the other place; any two places, or LAT,LON"}},
                  .fewest_words = 1,
                  .options =
                      joined({{{"--alternative", "NAME=TARGETS",
                                "a way: targets joined by +, avoided ones after !; repeatable"},
                               {"--out", "FOLDER", "write CSV, JSON, charts and maps there"},
                               {"--currency", "CODE", "of the table: USD, CNY or EUR (USD)"}},
                              query_options(),
                              network_options(),
                              answer_options()}),
                  .examples = {"compare nwlsc-vs-yangtze",
                               "compare nwlsc-vs-yangtze --month 3 --out out/",
                               "compare Chongqing Duisburg --alternative "
                               "rail=corridor:cre_west_alashankou --alternative "
                               "sea=mode:inland_waterway+mode:sea"}},
        .run = run};
}

} // namespace landsea::apps
