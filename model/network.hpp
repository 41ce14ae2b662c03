#pragma once

#include "model/emission_factor.hpp"
#include "model/id.hpp"
#include "model/link.hpp"
#include "model/operation.hpp"
#include "model/place.hpp"
#include "model/season.hpp"
#include "model/service.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::model {

/// Everything a network is made of, with the references between its parts as ids.
struct NetworkParts {
    Table<SourceTag, Source> sources;
    Table<SeasonTag, Season> seasons;
    Table<CauseTag, Cause> causes;
    Table<FactorTag, EmissionFactor> factors;
    Table<PassageTag, Passage> passages;
    Table<MeansTag, Means> means;
    Table<PlaceTag, Place> places;
    Table<OperationTag, Operation> operations;
    Table<LinkTag, Link> links;
    Table<ServiceTag, Service> services;
    Table<CorridorTag, Corridor> corridors;
};

/// What is wrong with a thing of a network, said so that its author can mend it.
struct Problem {
    std::string thing;    ///< "link CNSHA-SGSIN"
    std::string expected; ///< "a route whose links join"
    std::string found;    ///< "link 3 starts at SGSIN, link 2 ends at CNSHG"
};

/// All problems of the parts at once; empty when they make a network.
std::vector<Problem> problems_of(const NetworkParts& parts);

/// The year of the newest source of the parts: how recent the data are. Absent when no source bears
/// a year.
std::optional<int> newest_source_year(const NetworkParts& parts);

/// Places, links, services and operations whose references are valid; never changes.
class Network {
  public:
    /// Throws std::invalid_argument naming the first problem when `problems_of(parts)` has any.
    explicit Network(NetworkParts parts);

    [[nodiscard]] const NetworkParts& parts() const { return parts_; }

    [[nodiscard]] const Place& operator[](PlaceId id) const { return parts_.places[id]; }

    [[nodiscard]] const Operation& operator[](OperationId id) const {
        return parts_.operations[id];
    }

    [[nodiscard]] const Link& operator[](LinkId id) const { return parts_.links[id]; }

    [[nodiscard]] const Service& operator[](ServiceId id) const { return parts_.services[id]; }

    [[nodiscard]] const Corridor& operator[](CorridorId id) const { return parts_.corridors[id]; }

    [[nodiscard]] const Means& operator[](MeansId id) const { return parts_.means[id]; }

    [[nodiscard]] const Passage& operator[](PassageId id) const { return parts_.passages[id]; }

    [[nodiscard]] const Season& operator[](SeasonId id) const { return parts_.seasons[id]; }

    [[nodiscard]] const Cause& operator[](CauseId id) const { return parts_.causes[id]; }

    [[nodiscard]] const EmissionFactor& operator[](FactorId id) const { return parts_.factors[id]; }

    [[nodiscard]] const Source& operator[](SourceId id) const { return parts_.sources[id]; }

  private:
    NetworkParts parts_;
};

} // namespace landsea::model
