#include "scenarios/reach.hpp"

#include "apps/output.hpp"
#include "apps/place_kind.hpp"
#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/atomic_file.hpp"
#include "io/input_error.hpp"
#include "io/reach_files.hpp"
#include "io/reach_layers.hpp"
#include "io/reach_table.hpp"
#include "io/source_list.hpp"

#include <algorithm>
#include <charconv>
#include <iostream>

namespace landsea::apps {

namespace {

using model::Criterion;
using scenarios::ReachLimit;

/// What `--within` may look like for a criterion.
std::string limit_form(Criterion criterion) {
    switch (criterion) {
    case Criterion::time:
        return "days or hours such as 15d or 360h, as routes are chosen by time";
    case Criterion::money:
        return "USD per TEU such as 1500usd, as routes are chosen by money";
    case Criterion::carbon:
        return "kg CO2e per TEU such as 800kg, as routes are chosen by carbon";
    case Criterion::generalised:
        break;
    }
    return "no limit with --by generalised; choose by time, money or carbon";
}

/// An amount with the unit that goes with the criterion.
std::optional<ReachLimit> limit_in(const std::string& text, Criterion criterion) {
    constexpr double most = 1e6; // a century of hours, as for any other sum
    double amount{};
    const char* end = text.data() + text.size();
    const auto [unit_begin, error] = std::from_chars(text.data(), end, amount);
    if (error != std::errc{} || !(amount > 0.0 && amount <= most)) {
        return std::nullopt;
    }
    const std::string unit{unit_begin, end};
    if (criterion == Criterion::time && (unit == "d" || unit == "h")) {
        return unit == "d" ? model::from_days(amount) : model::Hours{amount};
    }
    if (criterion == Criterion::money && unit == "usd") {
        return model::UsdPerTeu{amount};
    }
    if (criterion == Criterion::carbon && unit == "kg") {
        return model::KgCo2ePerTeu{amount};
    }
    return std::nullopt;
}

std::optional<ReachLimit> limit_of(const Arguments& arguments, Criterion criterion) {
    const auto text = arguments.last("--within");
    if (!text) {
        return std::nullopt;
    }
    auto limit = limit_in(*text, criterion);
    if (!limit) {
        throw UsageError{"--within: expected " + limit_form(criterion) + ", found \"" + *text +
                         "\""};
    }
    return limit;
}

/// The only corridor that is to be tried. One that does not lead out of the origin is a mistake.
std::optional<model::CorridorId> only_corridor(const Arguments& arguments, model::PlaceId from,
                                               const model::VirtualNetwork& graph) {
    const auto text = arguments.last("--corridor");
    if (!text) {
        return std::nullopt;
    }
    const model::Network& network = graph.network();
    const model::CorridorId corridor = corridor_of(network, *text);
    const auto ways = scenarios::ways_out_of(from, graph);
    const bool leads_out = std::ranges::any_of(ways, [&](const scenarios::WayOut& way) {
        const auto& named = network[way.service].corridors;
        return way.corridor == corridor || std::ranges::find(named, corridor) != named.end();
    });
    if (!leads_out) {
        std::vector<std::string> ids;
        for (const model::CorridorId id : scenarios::corridors_out_of(from, graph)) {
            ids.push_back(network[id].id);
        }
        throw UsageError{"--corridor: " + network[corridor].id + " does not lead out of " +
                             network[from].names.en,
                         ids};
    }
    return corridor;
}

scenarios::ReachQuestion reach_question(const Arguments& arguments, const Loaded& loaded,
                                        const model::VirtualNetwork& graph) {
    scenarios::ReachQuestion question{.query = query_under_scenario(arguments, loaded)};
    question.query.from = place_of(graph.network(), arguments.words().front());
    question.within = limit_of(arguments, question.query.criterion);
    question.only = only_corridor(arguments, question.query.from, graph);
    if (arguments.has("--kind")) {
        question.kinds.clear();
        for (const std::string& word : arguments.all("--kind")) {
            question.kinds.push_back(place_kind_of(word));
        }
    }
    return question;
}

/// CSV, JSON, GeoJSON, GeoPackage and the sources, all or none.
void write_reach(const std::filesystem::path& folder, const scenarios::Reach& reach,
                 const model::Network& network, const io::Identity& identity) {
    make_folder(folder);
    const auto file = [&](const char* extension) {
        return folder / (network[reach.question.query.from].id + "-reach" + extension);
    };
    io::PendingFiles files;
    files.add(file(".csv"), io::reach_csv(reach, network, identity));
    files.add(file(".json"), io::reach_json(reach, network, identity));
    files.add(file(".geojson"), io::reach_geojson(reach, network, identity));
    files.add(folder / "sources.csv", io::sources_csv(network.parts()));
    try {
        geo::write_geopackage(files.add(file(".gpkg")), io::reach_layers(reach, network));
    } catch (const std::filesystem::filesystem_error& error) {
        throw io::FileError{file(".gpkg"),
                            std::string{"cannot be written: "} + error.code().message()};
    }
    files.commit();
}

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    if (arguments.has("--geojson") && format != Format::table) {
        throw UsageError{"--geojson excludes --json and --csv; use --out for all"};
    }
    const Loaded loaded = load(arguments, points_of(arguments));
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const io::Identity identity = identity_of(loaded);
    const model::Router router{loaded.network};
    const auto reach = scenarios::reach(router, reach_question(arguments, loaded, router.graph()));
    if (const auto folder = arguments.last("--out")) {
        write_reach(*folder, reach, loaded.network, identity);
    }
    if (arguments.has("--geojson")) {
        std::cout << io::reach_geojson(reach, loaded.network, identity);
    } else if (format == Format::json) {
        std::cout << io::reach_json(reach, loaded.network, identity);
    } else if (format == Format::csv) {
        std::cout << io::reach_csv(reach, loaded.network, identity);
    } else if (!reach.places.empty()) {
        std::cout << io::reach_table(reach, loaded.network, identity, presentation);
    }
    if (reach.places.empty() && !arguments.has("--quiet")) {
        std::cerr << "landsea: nothing is reached from " << arguments.words().front()
                  << " under the constraints\n";
    }
    return reach.places.empty() ? Exit::negative : Exit::fine;
}

} // namespace

Verb reach_verb() {
    return {
        .usage = {.verb = "reach",
                  .summary = "find what a place reaches, how soon, and which corridor wins",
                  .words = {{"FROM", "a place: name, UN/LOCODE, id or LAT,LON"}},
                  .fewest_words = 1,
                  .options = joined(
                      {{{"--within", "LIMIT", "no farther: 15d, 360h; 1500usd, 800kg per TEU"},
                        {"--corridor", "CORRIDOR", "only this corridor leads out"},
                        {"--kind", "KIND", "places of this kind (seaport and city); repeatable"},
                        {"--geojson", "", "write GeoJSON points"},
                        {"--out", "FOLDER", "write CSV, JSON, GeoJSON, GeoPackage there"},
                        {"--currency", "CODE", "of the table: USD, CNY or EUR (USD)"}},
                       query_options(),
                       network_options(),
                       listing_options()}),
                  .examples = {"reach Chongqing", "reach Chongqing --within 15d --kind seaport",
                               "reach Chongqing --corridor nwlsc --month 3 --csv",
                               "reach Qinzhou --by cost --within 900usd --geojson"}},
        .run = run};
}

} // namespace landsea::apps
