#include "model/figure.hpp"

namespace landsea::model {

namespace {

using Visit = std::function<void(const Figure&)>;

/// Says one figure after the other of a thing.
class Teller {
  public:
    Teller(std::string thing, const Visit& visit) : thing_{std::move(thing)}, visit_{&visit} {}

    void operator()(const char* name, const Evidence& evidence) const {
        (*visit_)({.thing = thing_, .name = name, .evidence = &evidence});
    }

    template <class Q>
    void operator()(const char* name, const Estimate<Q>& estimate) const {
        (*this)(name, estimate.evidence);
    }

    void factor(const char* name, const Estimate<double>& estimate) const {
        const bool is_one = estimate.range.low == 1.0 && estimate.range.high == 1.0;
        (*visit_)({.thing = thing_,
                   .name = name,
                   .evidence = &estimate.evidence,
                   .says_nothing = is_one && estimate.evidence.note.empty()});
    }

  private:
    std::string thing_;
    const Visit* visit_;
};

void of_sailing(const Means& means, const Visit& visit) {
    if (means.sailing) {
        const Teller tell{"means " + means.id, visit};
        tell("time", means.sailing->fixed_time);
        tell("speed", means.sailing->speed);
        tell("money", means.sailing->fixed_money);
        tell("rate", means.sailing->rate);
    }
}

void of_conditions(const NetworkParts& parts, const Visit& visit) {
    for (const Season& season : parts.seasons) {
        Teller{"season " + season.id, visit}("probabilities", season.evidence);
    }
    for (const Cause& cause : parts.causes) {
        Teller{"cause " + cause.id, visit}("correlation", cause.evidence);
    }
    for (const EmissionFactor& factor : parts.factors) {
        std::visit(
            [&](const auto& value) {
                Teller{"factor " + factor.id, visit}("intensity", value);
            },
            factor.intensity);
    }
    for (const Passage& passage : parts.passages) {
        if (passage.toll) {
            Teller{"passage " + passage.id, visit}("toll", *passage.toll);
        }
    }
    for (const Means& means : parts.means) {
        of_sailing(means, visit);
    }
}

void of_service(const Service& service, const Visit& visit) {
    const Teller tell{"service " + service.id, visit};
    if (service.departures_per_week) {
        tell("departures per week", *service.departures_per_week);
    }
    if (service.capacity_teu) {
        tell("capacity", *service.capacity_teu);
    }
    tell.factor("time factor", service.time_factor);
    tell.factor("money factor", service.money_factor);
    for (const Refusal& refusal : service.refuses) {
        tell("refusal", refusal.evidence);
    }
}

} // namespace

void each_figure(const NetworkParts& parts, const Visit& visit) {
    of_conditions(parts, visit);
    for (const Place& place : parts.places) {
        Teller{"place " + place.id, visit}("position", place.evidence);
    }
    for (const Operation& operation : parts.operations) {
        const Teller tell{"operation " + operation.id, visit};
        for (const OperationCost& cost : operation.costs) {
            tell("time", cost.time);
            tell("money", cost.money);
        }
    }
    for (const Link& link : parts.links) {
        const Teller tell{"link " + link.id, visit};
        tell("length", link.length);
        tell("time", link.time);
        tell("money", link.money);
    }
    for (const Service& service : parts.services) {
        of_service(service, visit);
    }
}

} // namespace landsea::model
