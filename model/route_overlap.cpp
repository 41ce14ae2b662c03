#include "model/route_overlap.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::model {

namespace {

template <class Do>
void for_links(const Itinerary& route, const Network& network, Do act) {
    for (const Step& step : route.steps) {
        if (const auto* haul = std::get_if<Haul>(&step.what)) {
            act(network[haul->link]);
        }
    }
}

std::uint64_t shared_metres(const Itinerary& route, const Stretches& other,
                            const Network& network) {
    std::uint64_t shared = 0;
    for_links(route, network, [&](const Link& link) {
        const auto found = other.find(stretch_of(link));
        shared += found == other.end() ? 0 : std::min(metres_of(link), found->second);
    });
    return shared;
}

std::uint64_t total(const Stretches& stretches) {
    std::uint64_t metres = 0;
    for (const auto& [stretch, length] : stretches) {
        metres += length;
    }
    return metres;
}

} // namespace

Stretch stretch_of(const Link& link) {
    Stretch stretch{.one = std::min(link.from, link.to),
                    .other = std::max(link.from, link.to),
                    .mode = link.mode,
                    .passages = link.passages};
    std::ranges::sort(stretch.passages);
    return stretch;
}

std::uint64_t metres_of(const Link& link) {
    constexpr double metres_per_km = 1000.0;
    return static_cast<std::uint64_t>(
        std::llround(link.length.range.typical.count() * metres_per_km));
}

Stretches stretches_of(const Itinerary& route, const Network& network) {
    Stretches stretches;
    for_links(route, network,
              [&](const Link& link) { stretches[stretch_of(link)] += metres_of(link); });
    return stretches;
}

Km shared_length(const Itinerary& route, const Itinerary& other, const Network& network) {
    constexpr double metres_per_km = 1000.0;
    return Km{static_cast<double>(shared_metres(route, stretches_of(other, network), network)) /
              metres_per_km};
}

double shared_part(const Itinerary& route, const Itinerary& other, const Network& network) {
    const Stretches theirs = stretches_of(other, network);
    const std::uint64_t shorter = std::min(total(stretches_of(route, network)), total(theirs));
    if (shorter == 0) {
        return 0.0;
    }
    const double part =
        static_cast<double>(shared_metres(route, theirs, network)) / static_cast<double>(shorter);
    return std::min(part, 1.0);
}

} // namespace landsea::model
