#pragma once

#include "io/network_import.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace landsea::io::detail {

/// A link that will be written, with the record of its way back where that is the same way.
struct ImportLink {
    const ImportRecord* there{};
    const ImportRecord* back{};
    bool is_undirected = false; ///< goes back with the same figures
    std::string id;             ///< as the network will call it
    std::string variant;
};

/// The links of a source: ways back folded into ways out, ids made legal, variants that tell links
/// of a mode between the same places apart. Adds remarks about both.
std::vector<ImportLink> links_to_write(const ImportSource& source,
                                       std::vector<std::string>& remarks);

/// An id without "~", which a network file keeps for ways back.
std::string legal_id(std::string id);

} // namespace landsea::io::detail
