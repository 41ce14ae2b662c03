#include "apps/network_source.hpp"
#include "apps/output.hpp"
#include "apps/program.hpp"
#include "apps/request.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/atomic_file.hpp"
#include "io/gmns_files.hpp"
#include "io/input_error.hpp"
#include "io/network_exports.hpp"
#include "io/source_list.hpp"
#include "model/spelling.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

using Contents = std::vector<std::pair<std::string, std::string>>;

/// What a folder of one format holds but for the GeoPackage, which writes itself.
struct ExportFormat {
    std::string name;
    Contents (*contents)(const model::Network&, const io::Identity&);
};

const std::vector<ExportFormat>& formats() {
    using model::Network;
    static const std::vector<ExportFormat> all{
        {"gmns", [](const Network& network,
                    const io::Identity&) { return io::gmns_files(network, "landsea"); }},
        {"geojson",
         [](const Network& network, const io::Identity& identity) {
             return Contents{{"places.geojson", io::network_places_geojson(network, identity)},
                             {"links.geojson", io::network_links_geojson(network, identity)},
                             {"passages.geojson", io::network_passages_geojson(network, identity)}};
         }},
        {"graphml",
         [](const Network& network, const io::Identity&) {
             return Contents{{"network.graphml", io::network_graphml(network)}};
         }},
        {"edgelist",
         [](const Network& network, const io::Identity&) {
             return Contents{{"edges.csv", io::network_edge_list(network)}};
         }},
        {"geopackage", [](const Network&, const io::Identity&) { return Contents{}; }}};
    return all;
}

const ExportFormat& format_named(const std::string& word) {
    std::vector<std::string> names;
    std::string list;
    for (const ExportFormat& format : formats()) {
        if (format.name == word) {
            return format;
        }
        names.push_back(format.name);
        list += (list.empty() ? "" : ", ") + format.name;
    }
    throw UsageError{"--format: expected one of " + list + ", found \"" + word + "\"",
                     model::nearest(word, names, 3)};
}

std::string required(const Arguments& arguments, const std::string& option,
                     const std::string& example) {
    const auto value = arguments.last(option);
    if (!value || value->empty()) {
        throw UsageError{option + " is missing, such as " + option + " " + example};
    }
    return *value;
}

void write_layers(io::PendingFiles& files, const fs::path& file, const model::Network& network) {
    try {
        geo::write_geopackage(files.add(file), io::network_layers(network));
    } catch (const fs::filesystem_error& error) {
        throw io::FileError{file, "cannot be written: " + error.code().message()};
    }
}

Exit run(const Arguments& arguments) {
    const ExportFormat& format = format_named(required(arguments, "--format", "geojson"));
    const fs::path folder = required(arguments, "--out", "out/network");
    const PlainNetwork source = plain_network(arguments);
    const io::Identity identity{.program = program_name(), .data_hash = source.data_hash};
    Contents contents = format.contents(source.network, identity);
    contents.emplace_back("sources.csv", io::sources_csv(source.network.parts()));
    make_folder(folder);
    io::PendingFiles files;
    std::vector<std::string> names;
    for (const auto& [name, bytes] : contents) {
        files.add(folder / name, bytes);
        names.push_back(name);
    }
    if (format.name == "geopackage") {
        write_layers(files, folder / "network.gpkg", source.network);
        names.insert(names.begin(), "network.gpkg");
    }
    files.commit();
    if (!arguments.has("--quiet")) {
        for (const std::string& name : names) {
            std::cout << (folder / name).string() << "\n";
        }
        std::cerr << "landsea: " << source.network.parts().places.size() << " places, "
                  << source.network.parts().links.size() << " links, one way\n";
    }
    return Exit::fine;
}

} // namespace

Verb export_verb() {
    return {.usage = {.verb = "export",
                      .summary = "write a network for other programs",
                      .words = {},
                      .fewest_words = 0,
                      .options = joined({{{"--format", "FORMAT",
                                           "gmns, geojson, graphml, edgelist or geopackage"},
                                          {"--out", "FOLDER", "where the files go"}},
                                         network_options(),
                                         {{"--quiet", "", "do not list the files"}}}),
                      .examples = {"export --format geopackage --out out/network",
                                   "export --format gmns --out out/gmns --network mine.json",
                                   "export --format graphml --out out/graph"}},
            .run = run};
}

} // namespace landsea::apps
