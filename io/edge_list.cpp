#include "io/csv.hpp"
#include "io/detail/network_facts.hpp"
#include "io/network_exports.hpp"

namespace landsea::io {

namespace {

using model::Link;
using model::Network;
using model::Standing;

std::string figure_text(double value) {
    return detail::text_of(detail::Fact{"", value});
}

std::string standing_word(const Link& link, const model::Service* service) {
    for (const Standing::State state : {Standing::State::suspended, Standing::State::planned}) {
        if (link.standing.state == state ||
            (service != nullptr && service->standing.state == state)) {
            return state == Standing::State::planned ? "planned" : "suspended";
        }
    }
    return "open";
}

std::string line_of(const Link& link, const model::Service* service, const Network& network) {
    const double time_factor = service != nullptr ? service->time_factor.range.typical : 1.0;
    const double money_factor = service != nullptr ? service->money_factor.range.typical : 1.0;
    const auto& intensity =
        std::get<model::Estimate<model::KgCo2ePerTonneKm>>(network[link.emission_factor].intensity);
    const model::KgCo2ePerTonne carbon = link.length.range.typical * intensity.range.typical;
    return csv_line({service != nullptr ? service->id + "/" + link.id : link.id,
                     network[link.from].id, network[link.to].id, std::string{name_of(link.mode)},
                     service != nullptr ? service->id : "", standing_word(link, service),
                     figure_text(link.length.range.typical.count()),
                     figure_text(time_factor * link.time.range.typical.count()),
                     figure_text(money_factor * link.money.range.typical.count()),
                     figure_text(carbon.count())});
}

} // namespace

std::string network_edge_list(const Network& network) {
    const detail::NetworkFacts facts{network};
    std::string text = csv_line({"key", "from", "to", "mode", "service", "standing", "length_km",
                                 "time_h", "money_usd_per_teu", "carbon_kg_co2e_per_t"});
    for (const model::LinkId id : network.parts().links.ids()) {
        const auto& services = facts.services_on(id);
        if (services.empty()) {
            text += line_of(network[id], nullptr, network);
        }
        for (const model::ServiceId service : services) {
            text += line_of(network[id], &network[service], network);
        }
    }
    return text;
}

} // namespace landsea::io
