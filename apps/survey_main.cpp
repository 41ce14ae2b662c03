// Makes data/sea_lanes/{nodes,edges,shoreline}.csv from the coast of the base map, the ports of the
// network and data/sea_lanes/waters.json. See docs/sea_lanes.md.
//
//     landsea-survey DATA_FOLDER [OUT_FOLDER]

#include "geo/basemap.hpp"
#include "geo/sea_survey.hpp"
#include "io/atomic_file.hpp"
#include "io/input_error.hpp"
#include "io/number_text.hpp"
#include "io/read_network.hpp"
#include "io/read_waters.hpp"
#include "io/sea_lane_files.hpp"

#include <algorithm>
#include <iostream>
#include <thread>

namespace {

namespace fs = std::filesystem;
using namespace landsea;

std::vector<geo::SurveyPort> ports_of(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    std::vector<geo::SurveyPort> ports;
    const io::LoadedNetwork read = io::read_network(files);
    for (const model::Place& place : read.network.parts().places) {
        if (std::ranges::find(place.kinds, model::PlaceKind::seaport) != place.kinds.end()) {
            ports.push_back({.place = place.id, .location = place.location});
        }
    }
    std::ranges::sort(ports, {}, &geo::SurveyPort::place);
    return ports;
}

/// Says how each port was joined, worst first, and returns whether all were.
bool report(const geo::SeaSurvey& survey) {
    auto ports = survey.ports;
    std::ranges::stable_sort(ports, std::greater{}, &geo::SurveyedPort::snapped);
    for (const geo::SurveyedPort& port : ports) {
        std::cout << port.place << ": "
                  << (port.is_joined
                          ? io::fixed_text(port.snapped.count(), 2) + " km to water, " +
                                io::fixed_text(port.approach.count(), 1) + " km of approach"
                          : "not joined")
                  << "\n";
    }
    return std::ranges::all_of(ports, &geo::SurveyedPort::is_joined);
}

int survey(const fs::path& data, const fs::path& out) {
    const geo::SeaPlan plan = io::read_waters(data / "sea_lanes" / "waters.json");
    const auto ports = ports_of(data / "network");
    const geo::BaseMap base = geo::read_base_map(data / "basemap.gpkg", geo::LandScale::finest);
    const auto found =
        geo::survey_sea(base.land, plan, ports, std::max(1U, std::thread::hardware_concurrency()),
                        [](const std::string& line) { std::cerr << line << "\n"; });
    const bool all_joined = report(found);
    io::PendingFiles files;
    files.add(out / "nodes.csv", io::sea_nodes_csv(found.lanes));
    files.add(out / "edges.csv", io::sea_edges_csv(found.lanes));
    files.add(out / "shoreline.csv", io::shoreline_csv(found.shore));
    files.commit();
    return all_joined ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::cerr << "Usage: landsea-survey DATA_FOLDER [OUT_FOLDER]\n";
        return 64;
    }
    try {
        const fs::path data = argv[1];
        return survey(data, argc == 3 ? fs::path{argv[2]} : data / "sea_lanes");
    } catch (const io::InputError& error) {
        std::cerr << error.what() << "\n";
        return 2;
    } catch (const io::FileError& error) {
        std::cerr << "landsea-survey: " << error.what() << "\n";
        return 3;
    } catch (const std::exception& error) {
        std::cerr << "landsea-survey: " << error.what() << "\n";
        return 4;
    }
}
