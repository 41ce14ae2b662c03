#pragma once

#include "model/id.hpp"
#include "model/link.hpp"
#include "model/mode.hpp"
#include "model/names.hpp"
#include "model/range.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::model {

/// A kind of cargo that a service does not take, and who says so.
struct Refusal {
    CargoKind kind{};
    Evidence evidence;
};

/// That a service stands in for another when ships must keep away from some passages: see
/// model/sea_services.hpp.
struct Detour {
    ServiceId of;
    std::vector<PassageId> around; ///< sorted, never empty
};

/// A train product, barge line, shipping line or truck relation, in one direction. Waiting for its
/// next departure is charged once, on boarding.
struct Service {
    std::string id;
    Names names;
    MeansId means;
    std::vector<LinkId> route;                           ///< links that join, in travel order
    std::optional<Estimate<double>> departures_per_week; ///< absent: leaves when called
    std::optional<Estimate<double>> capacity_teu;
    Estimate<double> time_factor;  ///< multiplies the running time of its links; often exactly 1
    Estimate<double> money_factor; ///< multiplies the price of its links; often exactly 1
    std::vector<Refusal> refuses;
    std::vector<CorridorId> corridors;
    std::vector<std::string> tags{}; ///< words that scenarios and constraints can name
    Standing standing;
    std::optional<Detour> detour{}; ///< takes part only where exactly its passages are avoided
};

/// Whether a service stands in for another.
inline bool stands_for(const Service& service, ServiceId other) {
    return service.detour && service.detour->of == other;
}

/// A named way of trade that services belong to, with the story a map tells about it.
struct Corridor {
    std::string id;
    Names names;
    Names story;
};

} // namespace landsea::model
