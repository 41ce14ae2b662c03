#include "apps/place_kind.hpp"
#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/place_list.hpp"
#include "model/lookup.hpp"
#include "model/spelling.hpp"

#include <algorithm>
#include <iostream>
#include <optional>

namespace landsea::apps {

namespace {

using model::Place;

std::optional<model::PlaceKind> kind_of(const Arguments& arguments) {
    const auto text = arguments.last("--kind");
    return text ? std::optional{place_kind_of(*text)} : std::nullopt;
}

/// The code in capitals. A country without a place is a mistake, not an empty answer.
std::optional<std::string> country_of(const Arguments& arguments, const model::Network& network) {
    const auto text = arguments.last("--country");
    if (!text) {
        return std::nullopt;
    }
    std::vector<std::string> codes;
    for (const Place& place : network.parts().places) {
        if (model::lower_case(place.country) == model::lower_case(*text)) {
            return place.country;
        }
        codes.push_back(place.country);
    }
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    std::string all;
    for (const std::string& code : codes) {
        all += (all.empty() ? "" : ", ") + code;
    }
    throw UsageError{"--country: expected one of " + all + ", found \"" + *text + "\""};
}

bool mentions(const Place& place, const std::string& word) {
    std::vector<std::string> texts{place.id,       place.unlocode, place.names.en,
                                   place.names.zh, place.names.ru, place.local_name};
    texts.insert(texts.end(), place.aliases.begin(), place.aliases.end());
    return std::ranges::any_of(texts, [&](const std::string& text) {
        return model::lower_case(text).find(model::lower_case(word)) != std::string::npos;
    });
}

std::vector<model::PlaceId> chosen(const Arguments& arguments, const model::Network& network) {
    const auto kind = kind_of(arguments);
    const auto country = country_of(arguments, network);
    std::vector<model::PlaceId> places = network.parts().places.ids();
    std::erase_if(places, [&](model::PlaceId id) {
        const Place& place = network[id];
        return (kind && std::ranges::find(place.kinds, *kind) == place.kinds.end()) ||
               (country && place.country != *country) ||
               (!arguments.words().empty() && !mentions(place, arguments.words().front()));
    });
    std::ranges::sort(places, {}, [&](model::PlaceId id) { return network[id].id; });
    return places;
}

/// Says that nothing was found, and what is spelt nearly like it.
void regret(const Arguments& arguments, const model::Network& network) {
    std::string text = "landsea: no place";
    if (!arguments.words().empty()) {
        const std::string& word = arguments.words().front();
        text += " is called \"" + word + "\"" +
                (arguments.has("--kind") || arguments.has("--country")
                     ? " among those of that kind and country"
                     : "");
        text = UsageError{text, model::nearest(word, model::place_names(network), 3)}.what();
    } else {
        text += " is of that kind in that country";
    }
    std::cerr << text << "\n";
}

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    if (arguments.has("--geojson") && format != Format::table) {
        throw UsageError{"--geojson excludes --json and --csv"};
    }
    const Loaded loaded = load(arguments, {});
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const auto places = chosen(arguments, loaded.network);
    const io::Identity identity = identity_of(loaded);
    if (places.empty() && !arguments.has("--quiet")) {
        regret(arguments, loaded.network);
    }
    if (arguments.has("--geojson")) {
        std::cout << io::place_geojson(places, loaded.network, identity);
    } else if (format == Format::json) {
        std::cout << io::place_json(places, loaded.network, identity);
    } else if (format == Format::csv) {
        std::cout << io::place_csv(places, loaded.network);
    } else if (!places.empty()) {
        std::cout << io::place_table(places, loaded.network, identity, presentation);
    }
    return places.empty() ? Exit::negative : Exit::fine;
}

} // namespace

Verb places_verb() {
    return {
        .usage = {.verb = "places",
                  .summary = "list the places of the network, or those that a word names",
                  .words = {{"WORD", "part of an id, UN/LOCODE or name in any language"}},
                  .fewest_words = 0,
                  .options = joined({{{"--kind", "KIND", "only seaport, rail_terminal, border..."},
                                      {"--country", "CODE", "only of this country, such as CN"},
                                      {"--geojson", "", "write GeoJSON points"}},
                                     network_options(),
                                     listing_options()}),
                  .examples = {"places", "places qinzhou", "places 重庆 --kind rail_terminal",
                               "places --kind seaport --country CN --csv"}},
        .run = run};
}

} // namespace landsea::apps
