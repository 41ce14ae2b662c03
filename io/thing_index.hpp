#pragma once

#include "io/read_network.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace landsea::io {

/// Where the things of a network stand in its files.
class ThingIndex {
  public:
    /// The files of a network that has been read; what is no JSON is left out.
    explicit ThingIndex(const std::vector<NetworkText>& files);

    struct Spot {
        std::string file;
        std::string pointer; ///< JSON pointer (RFC 6901)
    };

    /// Where "link CNSHA-SGSIN" is: the item that it was read from, also for what is derived from
    /// one ("link A-B~reverse"); of a service on a link, the service. Nullopt for what no file
    /// states, such as a computed link or what a port has from its handling class.
    [[nodiscard]] std::optional<Spot> find(const std::string& thing) const;

  private:
    std::unordered_map<std::string, Spot> spots_; ///< by "link CNSHA-SGSIN"
};

} // namespace landsea::io
