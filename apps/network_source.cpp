#include "apps/network_source.hpp"

#include "apps/data_folder.hpp"
#include "apps/sea_courses.hpp"
#include "io/read_file.hpp"

namespace landsea::apps {

namespace {

std::vector<io::NetworkText> texts_of(const Arguments& arguments,
                                      const std::filesystem::path& data) {
    std::vector<std::string> paths = arguments.all("--network");
    if (paths.empty()) {
        paths.push_back((data / "network").string());
    }
    std::vector<io::NetworkText> texts;
    for (const std::string& path : paths) {
        for (const std::filesystem::path& file : network_files(path)) {
            texts.push_back({file.string(), io::read_file(file)});
        }
    }
    return texts;
}

} // namespace

PlainNetwork plain_network(const Arguments& arguments) {
    const std::filesystem::path data = data_folder(arguments);
    std::vector<io::NetworkText> texts = texts_of(arguments, data);
    const io::LoadedNetwork read = io::read_network_text(texts);
    auto lanes = sea_lanes_in(data);
    model::NetworkParts parts = charted(read.network.parts(), lanes.get(), {});
    std::string hash = hash_with_lanes(read.data_hash, parts, data);
    return {std::move(texts), model::Network{std::move(parts)}, std::move(hash), std::move(lanes)};
}

} // namespace landsea::apps
