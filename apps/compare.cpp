#include "apps/month_list.hpp"
#include "apps/output.hpp"
#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/comparison_files.hpp"
#include "io/comparison_table.hpp"
#include "io/what_if_files.hpp"
#include "model/router.hpp"
#include "scenarios/closures.hpp"
#include "scenarios/what_if.hpp"

#include <algorithm>
#include <iostream>
#include <set>

namespace landsea::apps {

namespace {

Exit answered(bool any_route, const Arguments& arguments) {
    if (!any_route && !arguments.has("--quiet")) {
        std::cerr << "landsea: no route meets the constraints\n";
    }
    return any_route ? Exit::fine : Exit::negative;
}

bool has_any_route(const scenarios::Comparison& comparison) {
    return std::ranges::any_of(comparison.answers, &scenarios::Answer::has_route);
}

Exit compare_as_it_is(const Arguments& arguments, Loaded& loaded) {
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
    return answered(has_any_route(comparison), arguments);
}

/// The months of `--months`, else the one of `--month`; when neither is given, those in which the
/// scenarios act that do not act all year, which is said.
std::vector<model::Month> months_asked(const Arguments& arguments, const model::Query& query,
                                       const std::vector<scenarios::Scenario>& scenarios) {
    if (const auto list = arguments.last("--months")) {
        if (arguments.has("--month")) {
            throw UsageError{"--months and --month exclude each other"};
        }
        return month_list("--months", *list);
    }
    std::set<int> months;
    for (const scenarios::Scenario& scenario : scenarios) {
        for (const model::Month month : scenarios::months_of_change(scenario)) {
            months.insert(month.number);
        }
    }
    if (arguments.has("--month") || months.empty()) {
        return {query.month};
    }
    std::string text;
    std::vector<model::Month> asked;
    for (const int month : months) {
        asked.push_back({month});
        text += (text.empty() ? "" : ",") + std::to_string(month);
    }
    if (!arguments.has("--quiet")) {
        std::cerr << "landsea: a scenario acts in some months only; asked as with --months " << text
                  << "\n";
    }
    return asked;
}

Exit compare_cases(const Arguments& arguments, Loaded& loaded) {
    const std::vector<scenarios::Scenario> scenarios = std::move(loaded.scenarios);
    loaded.scenarios.clear();
    const scenarios::Question question = question_of(arguments, loaded);
    const auto months = months_asked(arguments, question.query, scenarios);
    close_passages(loaded, scenarios::closures_in(question, scenarios));
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const Format format = format_of(arguments);
    const model::Router router{loaded.network};
    const auto all = scenarios::what_if(router, question, scenarios, months, plan_of(arguments));
    io::Identity identity = identity_of(loaded);
    for (const scenarios::Scenario& scenario : scenarios) {
        identity.scenario += " " + io::identity_of(scenario);
    }
    if (const auto folder = arguments.last("--out")) {
        write_what_if(*folder, all, loaded, identity);
    }
    switch (format) {
    case Format::json:
        std::cout << io::what_if_json(all, loaded.network, identity);
        break;
    case Format::csv:
        std::cout << io::what_if_csv(all, loaded.network, identity);
        break;
    case Format::table:
        std::cout << io::what_if_table(all, loaded.network, identity, presentation);
        break;
    }
    const bool any = std::ranges::any_of(
        all.cases, [](const scenarios::Case& one) { return has_any_route(one.comparison); });
    return answered(any, arguments);
}

Exit run(const Arguments& arguments) {
    Loaded loaded = load(arguments, points_of(arguments));
    return loaded.scenarios.empty() && !arguments.has("--months")
               ? compare_as_it_is(arguments, loaded)
               : compare_cases(arguments, loaded);
}

} // namespace

Verb compare_verb() {
    return {
        .usage = {.verb = "compare",
                  .summary = "set ways of going side by side, under scenarios and months too",
                  .words = {{"COMPARISON|FROM", "a bundled comparison, a file of one, or a place"},
                            {"TO", "the other place; any two places, or LAT,LON"}},
                  .fewest_words = 1,
                  .options =
                      joined({{{"--alternative", "NAME=TARGETS",
                                "a way: targets joined by +, avoided ones after !; repeatable"},
                               {"--months", "LIST",
                                "in each of these months: 1 to 12 joined by commas, or all"},
                               {"--out", "FOLDER", "write CSV, JSON, charts and maps there"},
                               {"--currency", "CODE", "of the table: USD, CNY or EUR (USD)"}},
                              query_options(),
                              network_options(),
                              answer_options()}),
                  .examples = {"compare nwlsc-vs-yangtze",
                               "compare nwlsc-vs-yangtze --month 3 --out out/",
                               "compare nwlsc-vs-yangtze --scenario three_gorges_overhaul",
                               "compare nwlsc-vs-yangtze --months 3,8",
                               "compare Chongqing Duisburg --alternative "
                               "rail=corridor:cre_west_alashankou --alternative "
                               "sea=mode:inland_waterway+mode:sea"}},
        .run = run};
}

} // namespace landsea::apps
