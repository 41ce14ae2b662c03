#pragma once

#include "model/lat_lon.hpp"
#include "model/quantity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::model {

/// What kind of ship goes: ocean ships keep out of passages that only feeders use.
enum class Vessel { feeder, ocean };

/// A strait, canal or cape of the sea lanes, and who goes through it when nothing is said.
struct SeaPassage {
    enum class Open {
        to_all,
        to_feeders, ///< too shallow, narrow or tightly regulated for ocean ships
        on_request  ///< for nobody unless a query requires it: the Arctic
    };

    std::string id;
    Open open = Open::to_all;

    friend bool operator==(const SeaPassage&, const SeaPassage&) = default;
};

/// Where ships turn: off a headland, or at a port.
struct SeaNode {
    LatLon location;
    std::string place; ///< the id of the port; empty for a turning point

    friend bool operator==(const SeaNode&, const SeaNode&) = default;
};

/// Open water between two nodes, in both directions.
struct SeaEdge {
    std::uint32_t from{};
    std::uint32_t to{};
    Km length;
    std::vector<std::uint16_t> passages; ///< indexes of those it crosses, going from `from`
    std::vector<LatLon> shape;           ///< where it bends; empty for a straight line

    friend bool operator==(const SeaEdge&, const SeaEdge&) = default;
};

/// Passages by id. One that the lanes do not have is never crossed: closing it changes nothing,
/// requiring it leaves no way.
struct SeaRules {
    std::vector<std::string> closed;
    std::vector<std::string> required; ///< opens a passage that is open on request or to feeders
    Vessel vessel = Vessel::ocean;
};

/// A way from one node to another.
struct SeaCourse {
    Km length;
    std::vector<LatLon> line;
    std::vector<std::string> passages; ///< in travel order, each once
};

/// The lanes of the sea: a graph of turning points and ports that see each other across water.
///
/// Lengths are kept in whole metres, so sums are exact and answers do not depend on their order. A
/// way of more than 4,294,967 km, a hundred times round the Earth, counts as none.
class SeaLanes {
  public:
    SeaLanes() = default;

    /// Throws std::invalid_argument when an edge names a node or passage that is not there, a
    /// length is not positive or above 100,000 km, there are more than 64 passages, or two nodes
    /// stand for one port.
    SeaLanes(std::vector<SeaPassage> passages, std::vector<SeaNode> nodes,
             std::vector<SeaEdge> edges);

    [[nodiscard]] const std::vector<SeaPassage>& passages() const { return passages_; }

    [[nodiscard]] const std::vector<SeaNode>& nodes() const { return nodes_; }

    [[nodiscard]] const std::vector<SeaEdge>& edges() const { return edges_; }

    /// The node of a port.
    [[nodiscard]] std::optional<std::uint32_t> node_of(std::string_view place) const;

    /// The shortest way that is open, through every required passage in whatever order; nullopt
    /// when there is none. Through means to the other side: turning round behind it does not count.
    /// Ties go to the way whose last edges come first in the list.
    /// Throws std::invalid_argument for a node that is not there or more than 8 required passages.
    /// Cost: O(2^r (V + E) log V) for r required passages.
    [[nodiscard]] std::optional<SeaCourse> course(std::uint32_t from, std::uint32_t to,
                                                  const SeaRules& rules) const;

    /// The same from one node to several, in their order, by one search.
    [[nodiscard]] std::vector<std::optional<SeaCourse>>
    courses(std::uint32_t from, const std::vector<std::uint32_t>& to, const SeaRules& rules) const;

    /// The length of the shortest way from one node to every node, in their order; nullopt where
    /// there is none. Required passages are opened but need not be met.
    [[nodiscard]] std::vector<std::optional<Km>> distances(std::uint32_t from,
                                                           const SeaRules& rules) const;

  private:
    using Mask = std::uint64_t;

    struct Arc {
        std::uint32_t head{};
        std::uint32_t metres{};
        std::uint32_t edge{};
    };

    struct Search;

    [[nodiscard]] Mask mask_of(const std::vector<std::string>& ids) const;
    [[nodiscard]] Mask closed_under(const SeaRules& rules) const;
    /// Until all of `to` are reached, or everything is where none are named.
    [[nodiscard]] Search search(std::uint32_t from, const std::vector<std::uint32_t>& to,
                                Mask closed, Mask required) const;
    [[nodiscard]] SeaCourse traced(const Search& search, std::uint32_t from,
                                   std::uint32_t last) const;

    std::vector<SeaPassage> passages_;
    std::vector<SeaNode> nodes_;
    std::vector<SeaEdge> edges_;
    std::vector<Mask> crossed_;        ///< for each edge
    std::vector<std::uint32_t> first_; ///< for each node, its first arc; one more at the end
    std::vector<Arc> arcs_;
    std::vector<std::uint32_t> ports_; ///< nodes that stand for ports, by the port's id
};

} // namespace landsea::model
