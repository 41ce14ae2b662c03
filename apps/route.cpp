#include "apps/question.hpp"
#include "apps/verb.hpp"
#include "io/comparison_files.hpp"
#include "io/route_table.hpp"
#include "model/router.hpp"
#include "scenarios/closures.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

Exit run(const Arguments& arguments) {
    Loaded loaded = load(arguments, points_of(arguments));
    scenarios::Question question = best_routes(arguments, loaded);
    settle(loaded, scenarios::closures_in(question), question.query);
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const Format format = format_of(arguments);
    const model::Router router{loaded.network};
    const auto comparison = scenarios::compare(router, question, plan_of(arguments));
    const io::Identity identity = identity_of(loaded);
    switch (format) {
    case Format::json:
        std::cout << io::comparison_json(comparison, loaded.network, identity);
        break;
    case Format::csv:
        std::cout << io::comparison_csv(comparison, loaded.network, identity);
        break;
    case Format::table:
        std::cout << io::route_table(comparison, loaded.network, identity, presentation);
        break;
    }
    const bool answered = std::ranges::any_of(comparison.answers, &scenarios::Answer::has_route);
    if (!answered && !arguments.has("--quiet")) {
        std::cerr << "landsea: no route from " << arguments.words()[0] << " to "
                  << arguments.words()[1] << " meets the constraints\n";
    }
    return answered ? Exit::fine : Exit::negative;
}

} // namespace

Verb route_verb() {
    return {.usage = {.verb = "route",
                      .summary = "find the fastest, cheapest, cleanest way and show its stages",
                      .words = {{"FROM", "a place: name, UN/LOCODE, id or LAT,LON"},
                                {"TO", "the other place"}},
                      .fewest_words = 2,
                      .options =
                          joined({{{"--currency", "CODE", "of the table: USD, CNY or EUR (USD)"}},
                                  query_options(),
                                  network_options(),
                                  answer_options()}),
                      .examples = {"route Chongqing Duisburg",
                                   "route Chongqing Duisburg --avoid Malaszewicze --by time",
                                   "route Chongqing Colombo --via malacca --month 3",
                                   "route 29.56,106.55 Singapore --by generalised "
                                   "--value-of-time 60"}},
            .run = run};
}

} // namespace landsea::apps
