#pragma once

#include "io/detail/json_at.hpp"
#include "io/detail/network_ids.hpp"
#include "model/network.hpp"

namespace landsea::io::detail {

// One item of each list of the network format. Ids stand in `ids` already; problems are written
// down and read as defaults. `parts` holds the lists read before: means and links before services,
// seasons before operations.

model::Source read_source(const JsonAt& item);
model::Season read_season(const JsonAt& item, const NetworkIds& ids);
model::Cause read_cause(const JsonAt& item, const NetworkIds& ids);
model::EmissionFactor read_emission_factor(const JsonAt& item, const NetworkIds& ids);
model::Passage read_passage(const JsonAt& item);
model::Means read_means(const JsonAt& item);
model::Place read_place(const JsonAt& item, const NetworkIds& ids);
model::Corridor read_corridor(const JsonAt& item);
model::Operation read_operation(const JsonAt& item, const NetworkIds& ids,
                                const model::NetworkParts& parts);

/// `"open"`, `{"planned": "2026-12"}` or `{"suspended": "why"}`; open when left out.
model::Standing read_standing(const JsonAt& standing);

/// The link and, when it has one, its reverse.
std::vector<model::Link> read_link(const JsonAt& item, const NetworkIds& ids);

/// Finds the link of a hop.
class Hops {
  public:
    /// Unless all means and links have known modes and ends, hops are not complained about: what
    /// is missing may be one of those that could not be read.
    Hops(const model::NetworkParts& parts, const std::vector<JsonAt>& files, const NetworkIds& ids);

    /// The link of this mode between two places: of the variant if one has it, else the only one,
    /// else the one without a variant. A problem at `hop` when there is none or several.
    [[nodiscard]] model::LinkId link_of(const JsonAt& hop, model::PlaceId from, model::PlaceId to,
                                        model::Mode mode, const std::string& variant) const;

  private:
    [[nodiscard]] std::vector<model::LinkId> between(model::PlaceId from, model::PlaceId to) const;

    void complain(const JsonAt& hop, const std::string& ends, model::Mode mode,
                  const std::vector<model::LinkId>& between) const;

    const model::NetworkParts& parts_;
    bool is_complete_;
    std::unordered_map<std::uint64_t, std::vector<model::LinkId>> by_ends_;
};

/// The service and, when it has one, its return.
std::vector<model::Service> read_service(const JsonAt& item, const NetworkIds& ids,
                                         const model::NetworkParts& parts, const Hops& hops);

} // namespace landsea::io::detail
