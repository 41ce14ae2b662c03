#include "apps/question.hpp"
#include "apps/route_options.hpp"
#include "apps/verb.hpp"
#include "io/comparison_files.hpp"
#include "io/route_set_files.hpp"
#include "io/route_set_table.hpp"
#include "io/route_table.hpp"
#include "model/router.hpp"
#include "scenarios/closures.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

Exit ended(bool answered, const Arguments& arguments) {
    if (!answered && !arguments.has("--quiet")) {
        std::cerr << "landsea: no route from " << arguments.words()[0] << " to "
                  << arguments.words()[1] << " meets the constraints\n";
    }
    return answered ? Exit::fine : Exit::negative;
}

void write_set(const scenarios::RouteSet& set, const Loaded& loaded, Format format,
               const io::Presentation& presentation) {
    const io::Identity identity = identity_of(loaded);
    switch (format) {
    case Format::json:
        std::cout << io::route_set_json(set, loaded.network, identity);
        break;
    case Format::csv:
        std::cout << io::route_set_csv(set, loaded.network, identity);
        break;
    case Format::table:
        std::cout << io::route_set_table(set, loaded.network, identity, presentation);
        break;
    }
}

void write_best(const scenarios::Comparison& comparison, const Loaded& loaded, Format format,
                const io::Presentation& presentation) {
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
}

Exit run(const Arguments& arguments) {
    Loaded loaded = load(arguments, points_of(arguments));
    scenarios::Question question = best_routes(arguments, loaded);
    settle(loaded, scenarios::closures_in(question), question.query);
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const Format format = format_of(arguments);
    const model::Router router{loaded.network};
    if (const auto set = route_set_of(arguments, router, question)) {
        write_set(*set, loaded, format, presentation);
        return ended(!set->comparison.answers.empty(), arguments);
    }
    const auto comparison = scenarios::compare(router, question, plan_of(arguments));
    write_best(comparison, loaded, format, presentation);
    return ended(std::ranges::any_of(comparison.answers, &scenarios::Answer::has_route), arguments);
}

} // namespace

Verb route_verb() {
    return {.usage = {.verb = "route",
                      .summary = "find the fastest, cheapest, cleanest way and show its stages",
                      .words = {{"FROM", "a place: name, UN/LOCODE, id or LAT,LON"},
                                {"TO", "the other place"}},
                      .fewest_words = 2,
                      .options =
                          joined({route_set_options(),
                                  {{"--currency", "CODE", "of the table: USD, CNY or EUR (USD)"}},
                                  query_options(),
                                  network_options(),
                                  answer_options()}),
                      .examples = {"route Chongqing Duisburg",
                                   "route Chongqing Duisburg --avoid Malaszewicze --by time",
                                   "route Chongqing Colombo --via malacca --month 3",
                                   "route Chongqing Singapore -k 5 --max-shared 50",
                                   "route Chongqing Duisburg --pareto time,money,transfers",
                                   "route 29.56,106.55 Singapore --by generalised "
                                   "--value-of-time 60"}},
            .run = run};
}

} // namespace landsea::apps
