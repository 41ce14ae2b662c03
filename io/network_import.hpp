#pragma once

#include "geo/geodesic.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace landsea::io {

/// A place, link, passage or source as a foreign file states it: texts by the names that landsea's
/// exports give them (`length_typical_km`, `time_grade`, ...). What is blank is not there.
struct ImportRecord {
    std::string file;
    std::string where; ///< "line 3" or "/features/3"
    std::map<std::string, std::string, std::less<>> fields;
    geo::Path line; ///< of a link, ends included; may be empty
};

/// How a file calls what we call something else.
using FieldNames = std::map<std::string, std::string, std::less<>>;

/// What was read from files of another format.
struct ImportSource {
    std::string title;
    std::vector<ImportRecord> sources;
    std::vector<ImportRecord> passages;
    std::vector<ImportRecord> places;
    std::vector<ImportRecord> links;
    std::map<std::string, FieldNames> called; ///< by file: our names and the file's
    std::vector<std::string> remarks;         ///< what was left out or taken for granted
};

/// A folder of the General Modeling Network Specification: node.csv and link.csv; config.csv says
/// units and coordinates (EPSG:4326 only); geometry.csv, passage.csv and sources.csv if they are
/// there. Throws FileError, and InputError with all problems.
ImportSource read_gmns(const std::filesystem::path& folder);

/// A folder with places.geojson and links.geojson as `network_places_geojson` and
/// `network_links_geojson` write them (passages.geojson and sources.csv if they are there), or one
/// file with both. Throws FileError, and InputError with all problems.
ImportSource read_network_geojson(const std::filesystem::path& path);

/// A network file, and what had to be said about making it.
struct ImportedNetwork {
    std::string json;
    std::vector<std::string> remarks;
    std::size_t places{};
    std::size_t links{}; ///< one way
};

/// The network in the format of docs/data_format.md.
///
/// What the files do not state is assumed and its note says so: speeds by mode, prices of nothing,
/// emission factors by mode, operations that take no time, a service for each link that leaves when
/// called. A link X~reverse becomes the way back of X where both agree; any other "~" in an id
/// becomes "+". Throws InputError with all problems.
ImportedNetwork imported_network(const ImportSource& source);

} // namespace landsea::io
