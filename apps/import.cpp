#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/atomic_file.hpp"
#include "io/network_import.hpp"
#include "model/spelling.hpp"

#include <iostream>

namespace landsea::apps {

namespace {

io::ImportSource source_of(const Arguments& arguments) {
    const std::string& in = arguments.words().front();
    const auto format = arguments.last("--format");
    if (format == "gmns") {
        return io::read_gmns(in);
    }
    if (format == "geojson") {
        return io::read_network_geojson(in);
    }
    throw UsageError{"--format: expected gmns or geojson, found " +
                         (format ? '"' + *format + '"' : std::string{"nothing"}),
                     model::nearest(format.value_or(""), {"gmns", "geojson"}, 1)};
}

Exit run(const Arguments& arguments) {
    const auto out = arguments.last("--out");
    if (!out || out->empty()) {
        throw UsageError{"--out is missing, such as --out network.json"};
    }
    const io::ImportedNetwork imported = io::imported_network(source_of(arguments));
    io::write_file(*out, imported.json);
    if (!arguments.has("--quiet")) {
        std::cout << *out << ": " << imported.places << " places, " << imported.links
                  << " links, one way\n";
        for (const std::string& remark : imported.remarks) {
            std::cerr << "landsea: " << remark << "\n";
        }
    }
    return Exit::fine;
}

} // namespace

Verb import_verb() {
    return {.usage = {.verb = "import",
                      .summary = "make a network file of a network in another format",
                      .words = {{"IN", "a GMNS folder, or a GeoJSON folder or file"}},
                      .fewest_words = 1,
                      .options = {{"--format", "FORMAT", "gmns or geojson"},
                                  {"--out", "FILE", "the network file to write"},
                                  {"--quiet", "", "do not say what was assumed or left out"}},
                      .examples = {"import out/gmns --format gmns --out mine.json",
                                   "import out/geojson --format geojson --out mine.json"}},
            .run = run};
}

} // namespace landsea::apps
