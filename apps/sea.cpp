#include "apps/data_folder.hpp"
#include "apps/output.hpp"
#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "geo/geodesic.hpp"
#include "geo/sea_survey.hpp"
#include "io/atomic_file.hpp"
#include "io/input_error.hpp"
#include "io/read_waters.hpp"
#include "io/sea_lane_files.hpp"
#include "io/sea_voyage.hpp"
#include "model/lookup.hpp"
#include "model/spelling.hpp"

#include <algorithm>
#include <array>
#include <iostream>

namespace landsea::apps {

namespace {

/// What the data folder says about the sea.
struct Sea {
    std::filesystem::path data;
    geo::SeaPlan plan;
    model::SeaLanes lanes;
};

Sea read_sea(const Loaded& loaded) {
    if (!loaded.lanes) {
        throw io::FileError{loaded.data / "sea_lanes", "is not there: it holds the sea lanes"};
    }
    return {loaded.data, io::read_waters(loaded.data / "sea_lanes" / "waters.json"), *loaded.lanes};
}

/// An end before it is joined to the lanes.
struct Wanted {
    io::SeaEnd end;
    std::optional<std::uint32_t> node;
};

/// A city stands for the first of its terminals that is on the lanes.
Wanted wanted(const std::string& word, const Loaded& loaded, const Sea& sea,
              model::Language language) {
    const model::Network& network = loaded.network;
    model::PlaceId place = place_of(network, word);
    auto node = sea.lanes.node_of(network[place].id);
    for (const model::PlaceId terminal : network.parts().places.ids()) {
        if (!node && network[terminal].part_of == place) {
            node = sea.lanes.node_of(network[terminal].id);
            place = node ? terminal : place;
        }
    }
    const model::Place& chosen = network[place];
    return {.end = {.id = chosen.id,
                    .name = chosen.names.in(language),
                    .location = chosen.location,
                    .on_water = chosen.location,
                    .snapped = {}},
            .node = node};
}

/// Joins the ends that are not on the lanes yet. Throws UsageError for one that is far from water.
void join(std::array<Wanted*, 2> ends, Sea& sea) {
    std::vector<geo::SurveyPort> places;
    std::vector<Wanted*> joining;
    for (Wanted* wanted : ends) {
        if (!wanted->node) {
            places.push_back({.place = "~" + wanted->end.id, .location = wanted->end.location});
            joining.push_back(wanted);
        }
    }
    if (!places.empty()) {
        const geo::BaseMap base = base_map_of(sea.data, geo::LandScale::finest);
        auto joined = geo::joined_to(sea.lanes, io::read_shoreline(sea.data / "sea_lanes"),
                                     sea.plan, base.land, places);
        sea.lanes = std::move(joined.lanes);
        for (std::size_t i = 0; i < joining.size(); ++i) {
            if (!joined.places[i]) {
                throw UsageError{"\"" + joining[i]->end.id +
                                 "\": expected a place by the sea, found no way from there to the "
                                 "sea lanes (water within 50 km is looked for)"};
            }
            joining[i]->node = joined.places[i]->node;
        }
    }
    for (Wanted* wanted : ends) {
        wanted->end.on_water = sea.lanes.nodes()[*wanted->node].location;
        wanted->end.snapped = geo::distance(wanted->end.location, wanted->end.on_water);
    }
}

std::vector<std::string> passages_of(const Arguments& arguments, std::string_view option,
                                     const Sea& sea) {
    std::vector<std::string> known;
    for (const model::SeaPassage& passage : sea.plan.passages) {
        known.push_back(passage.id);
    }
    std::vector<std::string> chosen;
    for (std::string word : arguments.all(option)) {
        if (word.starts_with("passage:")) {
            word.erase(0, word.find(':') + 1);
        }
        if (std::ranges::find(known, word) == known.end()) {
            throw UsageError{std::string{option} + ": expected a passage, found \"" + word + "\"",
                             model::nearest(word, known, 3)};
        }
        chosen.push_back(word);
    }
    return chosen;
}

model::Vessel vessel_of(const Arguments& arguments) {
    const std::string word = arguments.last("--vessel").value_or("ocean");
    if (word != "ocean" && word != "feeder") {
        throw UsageError{"--vessel: expected ocean or feeder, found \"" + word + "\""};
    }
    return word == "ocean" ? model::Vessel::ocean : model::Vessel::feeder;
}

Exit answer(const Arguments& arguments, const io::SeaVoyage& voyage, const Loaded& loaded) {
    const io::Identity identity = identity_of(loaded);
    if (const auto file = arguments.last("--out")) {
        io::write_file(*file, io::sea_voyage_geojson(voyage, identity));
    }
    if (arguments.has("--geojson")) {
        std::cout << io::sea_voyage_geojson(voyage, identity);
        return Exit::fine;
    }
    switch (format_of(arguments)) {
    case Format::json:
        std::cout << io::sea_voyage_json(voyage, identity);
        break;
    case Format::csv:
        std::cout << io::sea_voyage_csv(voyage);
        break;
    case Format::table:
        std::cout << io::sea_voyage_table(voyage, identity, presentation_of(arguments, loaded));
        break;
    }
    return Exit::fine;
}

Exit run(const Arguments& arguments) {
    static_cast<void>(format_of(arguments));
    const Loaded loaded = load(arguments, points_of(arguments));
    Sea sea = read_sea(loaded);
    const model::SeaRules rules{.closed = passages_of(arguments, "--avoid", sea),
                                .required = passages_of(arguments, "--via", sea),
                                .vessel = vessel_of(arguments)};
    const model::Language language = language_of(arguments);
    Wanted from = wanted(arguments.words()[0], loaded, sea, language);
    Wanted to = wanted(arguments.words()[1], loaded, sea, language);
    join({&from, &to}, sea);
    auto course = sea.lanes.course(*from.node, *to.node, rules);
    if (!course) {
        if (!arguments.has("--quiet")) {
            std::cerr << "landsea: no way by sea from " << from.end.name << " to " << to.end.name
                      << " is open\n";
        }
        return Exit::negative;
    }
    return answer(arguments,
                  {.from = from.end,
                   .to = to.end,
                   .rules = rules,
                   .course = std::move(*course),
                   .great_circle = geo::distance(from.end.location, to.end.location)},
                  loaded);
}

} // namespace

Verb sea_verb() {
    return {.usage = {.verb = "sea",
                      .summary = "measure the way by sea between two places, with its passages",
                      .words = {{"FROM", "a port: UN/LOCODE, name, id or LAT,LON"},
                                {"TO", "the other port"}},
                      .fewest_words = 2,
                      .options =
                          joined({{{"--via", "PASSAGE", "go through it, such as suez; repeatable"},
                                   {"--avoid", "PASSAGE", "it is closed; repeatable"},
                                   {"--vessel", "KIND", "ocean or feeder: who may pass (ocean)"},
                                   {"--geojson", "", "write the line as GeoJSON"},
                                   {"--out", "FILE", "write the line as GeoJSON there as well"}},
                                  network_options(),
                                  listing_options()}),
                      .examples = {"sea Qinzhou Singapore",
                                   "sea CNSHA-YANGSHAN NLRTM --avoid suez --avoid panama",
                                   "sea Shanghai Colombo --via sunda --json",
                                   "sea 1.2,103.8 51.95,4.05 --geojson"}},
            .run = run};
}

} // namespace landsea::apps
