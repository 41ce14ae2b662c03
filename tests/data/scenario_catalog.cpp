#include "scenario_catalog.hpp"

#include "io/read_network.hpp"
#include "io/read_scenario.hpp"
#include "io/read_waters.hpp"
#include "io/sea_lane_files.hpp"
#include "model/first_mile.hpp"
#include "model/sea_services.hpp"
#include "scenarios/closures.hpp"

#include <sstream>

namespace landsea::tests {

namespace {

namespace fs = std::filesystem;

fs::path source_folder() {
    return fs::path{LANDSEA_SOURCE_DIR};
}

const model::SeaLanes& lanes() {
    static const fs::path folder = source_folder() / "data" / "sea_lanes";
    static const model::SeaLanes read =
        io::read_sea_lanes(folder, io::read_waters(folder / "waters.json").passages);
    return read;
}

} // namespace

const model::Network& catalogue_network() {
    static const model::Network network{model::with_sea_courses(
        model::with_first_mile(
            io::read_network_folder(source_folder() / "data" / "network").network.parts()),
        lanes(), {})};
    return network;
}

const std::vector<std::string>& catalogue_ids() {
    static const auto ids = io::scenario_ids(source_folder() / "scenarios" / "catalog");
    return ids;
}

scenarios::Scenario catalogue_scenario(const std::string& id) {
    const fs::path folder = source_folder() / "scenarios" / "catalog";
    std::vector<io::ScenarioText> texts;
    std::istringstream words{id};
    for (std::string word; std::getline(words, word, '+');) {
        texts.push_back(io::read_scenario_text(folder / (word + ".json"), folder));
    }
    return io::read_scenario(io::combined(texts), catalogue_network());
}

model::Network network_under(const scenarios::Scenario& scenario) {
    model::NetworkParts parts = catalogue_network().parts();
    for (const model::PlaceId place : scenarios::dwelt_at(scenario)) {
        parts = model::with_added_dwell(std::move(parts), place, model::Hours{});
    }
    return model::Network{
        model::with_sea_courses(std::move(parts), lanes(), scenarios::closures_in(scenario))};
}

} // namespace landsea::tests
