#include "model/network.hpp"

#include "model/pert.hpp"

#include <array>
#include <cmath>
#include <stdexcept>
#include <type_traits>
#include <unordered_set>

namespace landsea::model {

namespace {

template <class Q>
double bare(Q value) {
    if constexpr (std::is_same_v<Q, double>) {
        return value;
    } else {
        return value.count();
    }
}

/// Collects what is wrong, one thing after the other.
class Inspector {
  public:
    explicit Inspector(const NetworkParts& parts) : parts_{parts} {}

    std::vector<Problem> inspect() {
        inspect_seasons();
        inspect_causes();
        inspect_factors();
        inspect_sailing();
        inspect_operations();
        inspect_links();
        inspect_services();
        inspect_places();
        return std::move(problems_);
    }

  private:
    void report(std::string thing, std::string expected, std::string found) {
        problems_.push_back({std::move(thing), std::move(expected), std::move(found)});
    }

    /// Draws and means are only defined for ranges that a PERT distribution can have.
    template <class Q>
    void inspect_range(const std::string& thing, const std::string& name,
                       const Estimate<Q>& estimate) {
        const Range<Q>& range = estimate.range;
        const double low = bare(range.low);
        const double typical = bare(range.typical);
        const double high = bare(range.high);
        const auto found = [&] {
            return std::to_string(low) + ", " + std::to_string(typical) + ", " +
                   std::to_string(high);
        };
        if (!(0.0 <= low && low <= typical && typical <= high && std::isfinite(high))) {
            report(thing, "in its " + name + " 0 <= low <= typical <= high, all finite", found());
        } else if (range.typical_is == TypicalIs::mean && high > low) {
            constexpr double rounding = 2e-6; // files round their numbers
            const double mode = pert_mode_from_mean((typical - low) / (high - low));
            if (mode < -rounding || mode > 1.0 + rounding) {
                report(thing,
                       "in its " + name +
                           " a mean that a PERT distribution from low to high can have",
                       found());
            }
        }
    }

    void inspect_causes() {
        for (const Cause& cause : parts_.causes) {
            if (!(cause.correlation >= 0.0 && cause.correlation <= 1.0)) {
                report("cause " + cause.id, "a correlation from 0 to 1",
                       std::to_string(cause.correlation));
            }
        }
    }

    void inspect_factors() {
        for (const EmissionFactor& factor : parts_.factors) {
            std::visit(
                [&](const auto& value) {
                    inspect_range("factor " + factor.id, "intensity", value);
                },
                factor.intensity);
        }
    }

    void inspect_sailing() {
        for (const Passage& passage : parts_.passages) {
            if (passage.toll) {
                inspect_range("passage " + passage.id, "toll", *passage.toll);
            }
        }
        for (const Means& means : parts_.means) {
            if (!means.sailing) {
                continue;
            }
            const std::string thing = "means " + means.id;
            inspect_range(thing, "time", means.sailing->fixed_time);
            inspect_range(thing, "speed", means.sailing->speed);
            inspect_range(thing, "money", means.sailing->fixed_money);
            inspect_range(thing, "rate", means.sailing->rate);
            if (means.sailing->speed.range.low <= KmPerHour{}) {
                report(thing, "a speed above 0",
                       std::to_string(means.sailing->speed.range.low.count()));
            }
            inspect_factor(thing, means.sailing->emission_factor);
        }
    }

    void inspect_factor(const std::string& thing, FactorId factor) {
        if (!std::holds_alternative<Estimate<KgCo2ePerTonneKm>>(parts_.factors[factor].intensity)) {
            report(thing, "an emission factor per tonne-km",
                   "a factor per tonne: " + parts_.factors[factor].id);
        }
    }

    void inspect_seasons() {
        for (const Season& season : parts_.seasons) {
            for (int month = 1; month <= 12; ++month) {
                double sum = 0.0;
                for (const SeasonState& state : season.states) {
                    const double share = probability(state, {month});
                    sum += share;
                    if (!(share >= 0.0 && share <= 1.0)) {
                        report("season " + season.id, "probabilities from 0 to 1",
                               std::to_string(share) + " in month " + std::to_string(month));
                    }
                }
                if (std::abs(sum - 1.0) > 1e-6) {
                    report("season " + season.id, "probabilities that add up to 1 in every month",
                           std::to_string(sum) + " in month " + std::to_string(month));
                }
            }
        }
    }

    void inspect_operations() {
        for (const Operation& operation : parts_.operations) {
            const std::size_t states =
                operation.season ? parts_.seasons[*operation.season].states.size() : 1;
            if (operation.costs.size() != states) {
                report("operation " + operation.id,
                       std::to_string(states) + " costs, one for each state of its season",
                       std::to_string(operation.costs.size()));
            }
            for (const OperationCost& cost : operation.costs) {
                inspect_range("operation " + operation.id, "time", cost.time);
                inspect_range("operation " + operation.id, "money", cost.money);
            }
            if (operation.hub && !std::holds_alternative<Estimate<KgCo2ePerTonne>>(
                                     parts_.factors[*operation.hub].intensity)) {
                report("operation " + operation.id, "a hub factor per tonne",
                       "a factor per tonne-km: " + parts_.factors[*operation.hub].id);
            }
        }
    }

    void inspect_links() {
        for (const Link& link : parts_.links) {
            inspect_range("link " + link.id, "length", link.length);
            inspect_range("link " + link.id, "time", link.time);
            inspect_range("link " + link.id, "money", link.money);
            if (link.from == link.to) {
                report("link " + link.id, "two different ends",
                       "from and to are both " + parts_.places[link.from].id);
            }
            inspect_factor("link " + link.id, link.emission_factor);
            if (link.course && link.mode != Mode::sea) {
                report("link " + link.id, "a course only at sea",
                       "a link of mode " + std::string{name_of(link.mode)});
            }
        }
    }

    void inspect_services() {
        for (const Service& service : parts_.services) {
            const std::string thing = "service " + service.id;
            inspect_range(thing, "time_factor", service.time_factor);
            inspect_range(thing, "money_factor", service.money_factor);
            if (service.departures_per_week) {
                inspect_range(thing, "departures_per_week", *service.departures_per_week);
            }
            if (service.route.empty()) {
                report(thing, "a route of one link or more", "none");
                continue;
            }
            inspect_route(thing, service);
            if (service.departures_per_week && service.departures_per_week->range.low <= 0.0) {
                report(thing, "more than 0 departures per week",
                       std::to_string(service.departures_per_week->range.low));
            }
        }
    }

    void inspect_route(const std::string& thing, const Service& service) {
        const Mode mode = parts_.means[service.means].mode;
        std::unordered_set<std::uint32_t> visited{parts_.links[service.route[0]].from.index};
        for (std::size_t i = 0; i < service.route.size(); ++i) {
            const Link& link = parts_.links[service.route[i]];
            if (link.mode != mode) {
                report(thing, "links of its mode, " + std::string{name_of(mode)},
                       "link " + link.id + " of mode " + std::string{name_of(link.mode)});
            }
            if (link.course && !parts_.means[service.means].sailing) {
                report(thing, "means that say how they sail, as link " + link.id + " has a course",
                       "means " + parts_.means[service.means].id +
                           " without speed_km_per_h and money_usd_per_teu_km");
            }
            if (i > 0 && parts_.links[service.route[i - 1]].to != link.from) {
                report(thing, "a route whose links join",
                       "link " + link.id + " after " + parts_.links[service.route[i - 1]].id);
            }
            if (!visited.insert(link.to.index).second) {
                report(thing, "a route that visits each place once",
                       parts_.places[link.to].id + " twice");
            }
        }
    }

    void inspect_places() {
        for (const Place& place : parts_.places) {
            if (place.part_of && parts_.places[*place.part_of].part_of) {
                report("place " + place.id, "part_of a city that is part of nothing itself",
                       parts_.places[*place.part_of].id);
            }
        }
    }

    const NetworkParts& parts_;
    std::vector<Problem> problems_;
};

} // namespace

std::vector<Problem> problems_of(const NetworkParts& parts) {
    return Inspector{parts}.inspect();
}

std::optional<int> newest_source_year(const NetworkParts& parts) {
    std::optional<int> newest;
    for (const Source& source : parts.sources) {
        if (source.year && (!newest || *source.year > *newest)) {
            newest = source.year;
        }
    }
    return newest;
}

Network::Network(NetworkParts parts) : parts_{std::move(parts)} {
    const auto problems = problems_of(parts_);
    if (!problems.empty()) {
        const Problem& first = problems.front();
        throw std::invalid_argument{first.thing + ": expected " + first.expected + ", found " +
                                    first.found};
    }
}

} // namespace landsea::model
