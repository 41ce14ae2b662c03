#pragma once

#include "model/id.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace landsea::model {

/// Going along a link on a service.
struct Haul {
    LinkId link;
    ServiceId service;

    friend bool operator==(const Haul&, const Haul&) = default;
};

/// Having something done at a place.
struct Work {
    OperationId operation;

    friend bool operator==(const Work&, const Work&) = default;
};

/// Waiting for the next departure of a service, once, on boarding it.
struct Wait {
    ServiceId service;

    friend bool operator==(const Wait&, const Wait&) = default;
};

/// One thing that happens to the box, at or from a place.
struct Step {
    std::variant<Haul, Work, Wait> what;
    PlaceId place;

    friend bool operator==(const Step&, const Step&) = default;
};

/// What happens to the box from origin to destination, in order. Its total is the sum of its steps.
struct Itinerary {
    std::vector<Step> steps;
};

} // namespace landsea::model
