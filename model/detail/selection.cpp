#include "model/detail/selection.hpp"

#include <algorithm>

namespace landsea::model::detail {

namespace {

bool selects(const Selector& selector, std::optional<ServiceId> service, const Network& network) {
    if (std::holds_alternative<AnyMeans>(selector)) {
        return true;
    }
    const bool is_gate = !service || network[network[*service].means].mode == Mode::road;
    if (std::holds_alternative<Gate>(selector)) {
        return is_gate;
    }
    if (std::holds_alternative<Door>(selector) || !service) {
        return std::holds_alternative<Door>(selector) && !service;
    }
    if (const auto* mode = std::get_if<Mode>(&selector)) {
        return network[network[*service].means].mode == *mode;
    }
    if (const auto* means = std::get_if<MeansId>(&selector)) {
        return network[*service].means == *means;
    }
    const ServiceId named = std::get<ServiceId>(selector);
    return named == *service || stands_for(network[*service], named);
}

} // namespace

bool any_selects(const std::vector<Selector>& selectors, std::optional<ServiceId> service,
                 const Network& network) {
    return std::ranges::any_of(selectors,
                               [&](const Selector& s) { return selects(s, service, network); });
}

} // namespace landsea::model::detail
