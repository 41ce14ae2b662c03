#include "apps/map_options.hpp"
#include "apps/output.hpp"
#include "apps/question.hpp"
#include "apps/route_options.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "geo/basemap.hpp"
#include "io/atomic_file.hpp"
#include "model/lookup.hpp"
#include "model/router.hpp"
#include "model/spelling.hpp"
#include "scenarios/closures.hpp"
#include "scenarios/reach.hpp"
#include "viz/map_sheet.hpp"
#include "viz/reach_content.hpp"
#include "viz/route_content.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

enum class Subject { corridors, route, compare, difference, reach };

/// The subject and the words after it; a word that names none is a comparison.
std::pair<Subject, Arguments> subject_of(const Arguments& arguments) {
    std::vector<std::string> words = arguments.words();
    Subject subject = Subject::compare;
    bool named = true;
    if (words[0] == "corridors") {
        subject = Subject::corridors;
    } else if (words[0] == "route" || words[0] == "routes") {
        subject = Subject::route;
    } else if (words[0] == "difference") {
        subject = Subject::difference;
    } else if (words[0] == "reach") {
        subject = Subject::reach;
    } else {
        named = words[0] == "compare";
    }
    if (named) {
        words.erase(words.begin());
    }
    if (words.empty() && subject != Subject::corridors) {
        throw UsageError{"map " + arguments.words()[0] + ": expected " +
                         (subject == Subject::route   ? "FROM TO"
                          : subject == Subject::reach ? "FROM"
                                                      : "a comparison, or FROM TO") +
                         ", found nothing"};
    }
    if (subject == Subject::route && words.size() != 2) {
        throw UsageError{"map route: expected FROM TO, found " + std::to_string(words.size()) +
                         " words"};
    }
    return {subject, Arguments{words, arguments.options()}};
}

bool is_of_the_sea_alone(model::CorridorId corridor, const model::Network& network) {
    return std::ranges::none_of(network.parts().services, [&](const model::Service& service) {
        return std::ranges::find(service.corridors, corridor) != service.corridors.end() &&
               network[service.means].mode != model::Mode::sea;
    });
}

/// Those that the words name, else all that touch land: the lanes to all ports of the world would
/// cover everything.
std::vector<model::CorridorId> corridors_of(const std::vector<std::string>& words,
                                            const model::Network& network) {
    if (words.empty()) {
        auto all = network.parts().corridors.ids();
        std::erase_if(all, [&](model::CorridorId id) { return is_of_the_sea_alone(id, network); });
        return all;
    }
    std::vector<model::CorridorId> found;
    for (const std::string& word : words) {
        const auto corridor = model::find_corridor(network, word);
        if (!corridor) {
            std::vector<std::string> names;
            for (const model::Corridor& one : network.parts().corridors) {
                names.insert(names.end(), {one.id, one.names.en, one.names.zh});
            }
            throw UsageError{"no corridor is called \"" + word + "\"",
                             model::nearest(word, names, 3)};
        }
        found.push_back(*corridor);
    }
    return found;
}

/// The alternative that a word names, moved to the front part of the list.
void choose(scenarios::Question& question, std::size_t place, const std::string& word) {
    std::vector<std::string> ids;
    for (std::size_t i = place; i < question.alternatives.size(); ++i) {
        if (question.alternatives[i].id == word) {
            std::swap(question.alternatives[place], question.alternatives[i]);
            return;
        }
        ids.push_back(question.alternatives[i].id);
    }
    std::string all;
    for (const std::string& id : ids) {
        all += (all.empty() ? "" : ", ") + id;
    }
    throw UsageError{"map difference: expected one of " + all + ", found \"" + word + "\"",
                     model::nearest(word, ids, 3)};
}

/// The two alternatives of a difference: COMPARISON, COMPARISON A B, or FROM TO.
scenarios::Question two_ways(const Arguments& arguments, const Loaded& loaded) {
    const auto& words = arguments.words();
    const bool bundled = words.size() != 2;
    scenarios::Question question =
        question_of(bundled ? Arguments{{words.front()}, arguments.options()} : arguments, loaded);
    if (words.size() == 3) {
        choose(question, 0, words[1]);
        choose(question, 1, words[2]);
    }
    if (question.alternatives.size() < 2 || words.size() > 3) {
        throw UsageError{"map difference: expected COMPARISON, COMPARISON A B, or FROM TO with two "
                         "alternatives"};
    }
    question.alternatives.resize(2);
    return question;
}

scenarios::Question asked(Subject subject, const Arguments& arguments, const Loaded& loaded) {
    switch (subject) {
    case Subject::route:
        return best_routes(arguments, loaded);
    case Subject::difference:
        return two_ways(arguments, loaded);
    case Subject::compare:
    case Subject::corridors:
    case Subject::reach:
        break;
    }
    return question_of(arguments, loaded);
}

/// Everything that FROM reaches, by the criterion of `--by`; none when nothing is.
std::optional<viz::MapContent> reached(const Arguments& arguments, const Loaded& loaded,
                                       const viz::Languages& languages) {
    if (arguments.words().size() != 1) {
        throw UsageError{"map reach: expected FROM, found " +
                         std::to_string(arguments.words().size()) + " words"};
    }
    scenarios::ReachQuestion question{.query = query_under_scenario(arguments, loaded)};
    question.query.from = place_of(loaded.network, arguments.words().front());
    const model::Router router{loaded.network};
    const scenarios::Reach found = scenarios::reach(router, question);
    return found.places.empty()
               ? std::nullopt
               : std::optional{viz::reach_content(found, loaded.network, languages)};
}

/// What is drawn: one content, or several as panels; none when there is no route.
struct Sheets {
    std::string title;
    std::vector<viz::MapContent> contents;
};

Sheets sheets_of(Subject subject, const Arguments& arguments, Loaded& loaded,
                 const viz::Languages& languages) {
    if (subject == Subject::corridors) {
        return {{},
                {viz::corridor_content(corridors_of(arguments.words(), loaded.network),
                                       loaded.network, languages)}};
    }
    if (subject == Subject::reach) {
        const auto content = reached(arguments, loaded, languages);
        return content ? Sheets{{}, {*content}} : Sheets{};
    }
    scenarios::Question question = asked(subject, arguments, loaded);
    settle(loaded, scenarios::closures_in(question), question.query);
    const model::Router router{loaded.network};
    const auto set =
        subject == Subject::route ? route_set_of(arguments, router, question) : std::nullopt;
    const auto comparison =
        set ? set->comparison : scenarios::compare(router, question, plan_of(arguments));
    if (std::ranges::none_of(comparison.answers, &scenarios::Answer::has_route)) {
        return {};
    }
    if (subject == Subject::difference) {
        return {{}, {viz::difference_content(comparison, loaded.network, languages)}};
    }
    if (arguments.has("--small-multiples")) {
        return {question.names.in(languages.front()),
                viz::comparison_panels(comparison, loaded.network, languages)};
    }
    return {{}, {viz::comparison_content(comparison, loaded.network, languages)}};
}

viz::Picture drawn(const Sheets& sheets, const Loaded& loaded, const viz::MapStyle& style) {
    try {
        // At more than this many metres to a pixel the finer coast is a blur.
        constexpr double coarse_m = 18000.0;
        const bool coarse = viz::metres_per_pixel(sheets.contents.front(), style) > coarse_m;
        const geo::BaseMap base =
            base_map_of(loaded.data, coarse ? geo::LandScale::coarse : geo::LandScale::detailed);
        return sheets.title.empty() ? viz::draw_map(sheets.contents.front(), base, style)
                                    : viz::draw_panels(sheets.contents, sheets.title, base, style);
    } catch (const std::invalid_argument& error) {
        throw UsageError{std::string{"--projection: "} + error.what()};
    }
}

Exit run(const Arguments& arguments) {
    const std::filesystem::path path = map_path(arguments);
    viz::MapStyle style = map_style_of(arguments);
    const auto [subject, rest] = subject_of(arguments);
    if (arguments.has("--small-multiples") && subject != Subject::route &&
        subject != Subject::compare) {
        throw UsageError{"--small-multiples goes with a comparison or a route"};
    }
    for (const char* option : {"-k", "--pareto"}) {
        if (arguments.has(option) && subject != Subject::route) {
            throw UsageError{std::string{option} + " goes with map route FROM TO"};
        }
    }
    Loaded loaded = load(rest, points_of(rest));
    style.data_date = data_date_of(loaded, style.languages.front());
    style.credit = credit_of(identity_of(loaded));
    const Sheets sheets = sheets_of(subject, rest, loaded, style.languages);
    if (sheets.contents.empty()) {
        if (!arguments.has("--quiet")) {
            std::cerr << "landsea: no route meets the constraints; nothing is drawn\n";
        }
        return Exit::negative;
    }
    io::write_file(path, bytes_of(drawn(sheets, loaded, style), map_file(path)));
    return Exit::fine;
}

std::vector<Option> drawing_options() {
    std::vector<Option> all = joined({map_options(),
                                      {{"--alternative", "NAME=TARGETS", "as in landsea compare"}},
                                      route_set_options(),
                                      query_options(),
                                      network_options()});
    for (const Option& option : answer_options()) {
        const bool of_text =
            option.name == "--lang" || option.name == "--json" || option.name == "--csv";
        if (!of_text) {
            all.push_back(option);
        }
    }
    return all;
}

} // namespace

Verb map_verb() {
    return {
        .usage = {.verb = "map",
                  .summary = "draw corridors, routes and comparisons as SVG, PNG or PDF",
                  .words = {{"SUBJECT",
                             "corridors, route, compare, difference, reach, or a comparison"},
                            {"WORDS",
                             "corridors [CORRIDOR...]; route FROM TO; compare COMPARISON; "
                             "difference COMPARISON [A B]; reach FROM",
                             Occurs::repeatedly}},
                  .fewest_words = 1,
                  .options = drawing_options(),
                  .examples = {"map corridors --out corridors.pdf --size 7016x4961 --lang en+zh",
                               "map route Chongqing Duisburg --out route.svg --projection "
                               "tpeqd-chongqing-duisburg",
                               "map route Chongqing Singapore -k 5 --out ways.png",
                               "map nwlsc-vs-yangtze --out panels.png --small-multiples --lang zh",
                               "map difference nwlsc-vs-yangtze --out difference.png"}},
        .run = run};
}

} // namespace landsea::apps
