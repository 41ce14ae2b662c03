#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/criticality_files.hpp"
#include "io/read_file.hpp"
#include "io/read_pairs.hpp"
#include "model/router.hpp"
#include "model/spelling.hpp"
#include "model/target.hpp"
#include "scenarios/criticality.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

using scenarios::ComponentKind;
using scenarios::CriticalityQuestion;
using scenarios::OdPair;

constexpr std::size_t shown_in_a_table = 20;

/// The kinds of `--of`, each once, in the order of the command line.
std::vector<ComponentKind> kinds_of(const Arguments& arguments) {
    static const std::vector<std::string> words{"leg",     "place",   "border",
                                                "passage", "service", "corridor"};
    std::vector<ComponentKind> kinds;
    for (const std::string& word : arguments.all("--of")) {
        const auto found = std::ranges::find(words, word);
        if (found == words.end()) {
            throw UsageError{"--of: expected one of leg, place, border, passage, service, "
                             "corridor, found \"" +
                                 word + "\"",
                             model::nearest(word, words, 3)};
        }
        const auto kind = static_cast<ComponentKind>(found - words.begin());
        if (std::ranges::find(kinds, kind) == kinds.end()) {
            kinds.push_back(kind);
        }
    }
    return kinds.empty() ? CriticalityQuestion{}.kinds : kinds;
}

/// From the first word to each of the others.
std::vector<OdPair> pairs_of_words(const std::vector<std::string>& words,
                                   const model::Network& network) {
    std::vector<OdPair> pairs;
    const model::PlaceId from = place_of(network, words.front());
    for (std::size_t i = 1; i < words.size(); ++i) {
        const OdPair pair{.from = from, .to = place_of(network, words[i])};
        if (model::is_within(pair.from, pair.to, network) ||
            model::is_within(pair.to, pair.from, network)) {
            throw UsageError{"FROM and TO are the same place: " + network[from].id};
        }
        if (std::ranges::find(pairs, pair.to, &OdPair::to) == pairs.end()) {
            pairs.push_back(pair);
        }
    }
    return pairs;
}

std::vector<OdPair> pairs_of(const Arguments& arguments, const model::Network& network) {
    const auto file = arguments.last("--pairs");
    const auto& words = arguments.words();
    if (file && !words.empty()) {
        throw UsageError{"--pairs: a file excludes FROM and TO"};
    }
    if (!file && words.size() < 2) {
        throw UsageError{"expected --pairs FILE, or FROM and one TO or more"};
    }
    if (!file) {
        return pairs_of_words(words, network);
    }
    return *file == "-" ? io::read_pairs_text({"-", io::read_standard_input()}, network)
                        : io::read_pairs(*file, network);
}

std::size_t most_of(const Arguments& arguments, Format format) {
    constexpr double all = 1e9;
    const bool table = format == Format::table && !arguments.has("--geojson");
    return static_cast<std::size_t>(
        arguments.whole_number("--top", table ? shown_in_a_table : all, 1.0, all));
}

/// Charts the detours round the passages that the pairs sail through, one closed at a time.
void chart(Loaded& loaded, CriticalityQuestion& question) {
    const auto closures = scenarios::closures_to_chart(model::Router{loaded.network}, question);
    settle(loaded, closures, question.query);
}

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    if (arguments.has("--geojson") && format != Format::table) {
        throw UsageError{"--geojson excludes --json and --csv"};
    }
    const std::size_t most = most_of(arguments, format);
    const unsigned threads = threads_of(arguments);
    CriticalityQuestion question{.query = {}, .pairs = {}, .kinds = kinds_of(arguments)};
    Loaded loaded = load(arguments, points_of(arguments));
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const io::Identity identity = identity_of(loaded);
    question.query = query_under_scenario(arguments, loaded);
    question.pairs = pairs_of(arguments, loaded.network);
    chart(loaded, question);
    const model::Router router{loaded.network};
    const auto ranking = scenarios::criticality(router, question, threads);
    if (arguments.has("--geojson")) {
        std::cout << io::criticality_geojson(ranking, most, loaded.network, identity);
    } else if (format == Format::json) {
        std::cout << io::criticality_json(ranking, most, loaded.network, identity);
    } else if (format == Format::csv) {
        std::cout << io::criticality_csv(ranking, most, loaded.network, identity);
    } else if (!ranking.components.empty()) {
        std::cout << io::criticality_table(ranking, most, loaded.network, identity, presentation);
    }
    const bool answered =
        std::ranges::any_of(ranking.base, [](const auto& tally) { return tally.has_value(); });
    if (answered && ranking.components.empty() && format == Format::table &&
        !arguments.has("--geojson") && !arguments.has("--quiet")) {
        std::cerr
            << "landsea: no best route uses anything of the kinds asked for: nothing to close\n";
    }
    if (!answered && !arguments.has("--quiet")) {
        std::cerr << "landsea: no pair has a route under the constraints\n";
    }
    return answered ? Exit::fine : Exit::negative;
}

} // namespace

Verb rank_verb() {
    return {
        .usage = {.verb = "rank",
                  .summary = "close legs, places, borders and passages in turn: what hurts most?",
                  .words = {{"FROM", "a place: name, UN/LOCODE, id or LAT,LON"},
                            {"TO", "places to go to, each a pair with FROM", Occurs::repeatedly}},
                  .fewest_words = 0,
                  .options =
                      joined({{{"--pairs", "FILE",
                                "CSV with from,to and perhaps teu_per_year; - is "
                                "standard input"},
                               {"--of", "KIND",
                                "leg, place, border, passage, service or corridor (the "
                                "first four); repeatable"},
                               {"--top", "N", "the N most critical (20 in a table, else all)"},
                               {"--geojson", "", "write GeoJSON lines and points"},
                               {"--currency", "CODE", "of the table: USD, CNY or EUR (USD)"}},
                              query_options(),
                              network_options(),
                              {{"--threads", "N", "does not change a byte (all of the machine)"}},
                              listing_options()}),
                  .examples = {"rank --pairs scenarios/sample_pairs.csv",
                               "rank Chongqing Singapore Duisburg --of passage --of border",
                               "rank --pairs scenarios/sample_pairs.csv --by cost --month 3 --csv",
                               "rank --pairs scenarios/sample_pairs.csv --of leg --geojson"}},
        .run = run};
}

} // namespace landsea::apps
