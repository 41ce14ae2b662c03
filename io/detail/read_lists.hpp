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
model::Passage read_passage(const JsonAt& item, const NetworkIds& ids);
model::Means read_means(const JsonAt& item, const NetworkIds& ids);
model::Place read_place(const JsonAt& item, const NetworkIds& ids);
model::Corridor read_corridor(const JsonAt& item);
model::Operation read_operation(const JsonAt& item, const NetworkIds& ids,
                                const model::NetworkParts& parts);

/// The operations of a handling class, with suffixes for ids and no place yet.
std::vector<model::Operation> read_handling_class(const JsonAt& item, const NetworkIds& ids,
                                                  const model::NetworkParts& parts);

/// What the place has from its handling class: `classes` are all of them, in their order.
std::vector<model::Operation>
operations_by_class(const JsonAt& place, const NetworkIds& ids,
                    const std::vector<std::vector<model::Operation>>& classes);

/// `"open"`, `{"planned": "2026-12"}` or `{"suspended": "why"}`; open when left out.
model::Standing read_standing(const JsonAt& standing);

/// The link and, when it has one, its reverse.
std::vector<model::Link> read_link(const JsonAt& item, const NetworkIds& ids);

/// The object `{"avoid": [...], "via": [...]}` of passages, both optional.
model::CourseRules read_course(const JsonAt& course, const NetworkIds& ids);

/// Finds the link of a hop, or makes one that is computed.
class Hops {
  public:
    /// Unless all means and links have known modes and ends, hops are not complained about: what
    /// is missing may be one of those that could not be read.
    /// Links that are made are added to `parts`.
    Hops(model::NetworkParts& parts, const std::vector<JsonAt>& files, const NetworkIds& ids);

    /// The link of the means' mode between two places: of the variant if one has it, else the only
    /// one, else the one without a variant. Where there is none and the means say how they sail,
    /// one that is computed. A problem at `hop` when there is none or several.
    [[nodiscard]] model::LinkId link_of(const JsonAt& hop, model::PlaceId from, model::PlaceId to,
                                        model::MeansId means, const std::string& variant);

    /// A link at sea whose length, time and money are all computed; the same for the same ends,
    /// means and rules.
    [[nodiscard]] model::LinkId computed(model::PlaceId from, model::PlaceId to,
                                         model::MeansId means, const model::CourseRules& rules);

  private:
    [[nodiscard]] std::vector<model::LinkId> between(model::PlaceId from, model::PlaceId to) const;

    void complain(const JsonAt& hop, const std::string& ends, model::Mode mode,
                  const std::vector<model::LinkId>& between) const;

    model::NetworkParts& parts_;
    bool is_complete_;
    std::unordered_map<std::string, model::LinkId> computed_;
    std::unordered_map<std::uint64_t, std::vector<model::LinkId>> by_ends_;
};

/// The service and, when it has one, its return.
std::vector<model::Service> read_service(const JsonAt& item, const NetworkIds& ids,
                                         const model::NetworkParts& parts, Hops& hops);

} // namespace landsea::io::detail
