#include "apps/sea_courses.hpp"

#include "io/content_hash.hpp"
#include "io/input_error.hpp"
#include "io/read_file.hpp"
#include "io/read_waters.hpp"
#include "io/sea_lane_files.hpp"
#include "model/sea_services.hpp"

#include <algorithm>

namespace landsea::apps {

namespace {

std::vector<io::InputProblem> as_input(const std::vector<model::Problem>& problems) {
    std::vector<io::InputProblem> all;
    all.reserve(problems.size());
    for (const model::Problem& problem : problems) {
        all.push_back({"network", problem.thing, problem.expected, problem.found});
    }
    return all;
}

} // namespace

std::shared_ptr<const model::SeaLanes> sea_lanes_in(const std::filesystem::path& data) {
    const std::filesystem::path folder = data / "sea_lanes";
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) {
        return nullptr;
    }
    return std::make_shared<const model::SeaLanes>(
        io::read_sea_lanes(folder, io::read_waters(folder / "waters.json").passages));
}

std::string hash_with_lanes(const std::string& network_hash, const model::NetworkParts& parts,
                            const std::filesystem::path& data) {
    if (std::ranges::none_of(parts.links,
                             [](const model::Link& link) { return link.course.has_value(); })) {
        return network_hash;
    }
    io::ContentHash hash;
    hash.add(network_hash);
    for (const char* name : {"waters.json", "nodes.csv", "edges.csv"}) {
        hash.add(io::read_file(data / "sea_lanes" / name));
    }
    return hash.hex();
}

model::NetworkParts charted(model::NetworkParts parts, const model::SeaLanes* lanes,
                            const std::vector<model::ClosureSet>& closures) {
    if (lanes == nullptr) {
        const auto waiting = std::ranges::find_if(parts.links, model::awaits_course);
        if (waiting != parts.links.end()) {
            throw io::InputError{
                {{"network", "link " + waiting->id,
                  "the folder sea_lanes in the data folder to take its course from", "none"}}};
        }
        return parts;
    }
    try {
        return model::with_sea_courses(std::move(parts), *lanes, closures);
    } catch (const model::UnchartedSea& error) {
        throw io::InputError{as_input(error.problems())};
    }
}

std::vector<io::InputProblem> course_problems(const model::NetworkParts& parts,
                                              const model::SeaLanes* lanes) {
    try {
        static_cast<void>(charted(parts, lanes, {}));
    } catch (const io::InputError& error) {
        return error.problems();
    }
    return {};
}

} // namespace landsea::apps
