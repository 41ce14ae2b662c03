#include "scenarios/reach.hpp"

#include "model/costing.hpp"
#include "model/target.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace landsea::scenarios {

namespace {

using model::CorridorId;
using model::Network;
using model::PlaceId;
using model::Query;
using model::Tally;

std::vector<CorridorId> competitors(const ReachQuestion& question,
                                    const model::VirtualNetwork& graph) {
    return question.only ? std::vector{*question.only}
                         : corridors_out_of(question.query.from, graph);
}

/// Setting out by the corridor and by no other. Where it is the only one, every service that names
/// it is its own.
model::RidingOrder setting_out_by(CorridorId corridor, const ReachQuestion& question,
                                  const Network& network) {
    const auto competing = competing_corridors(network);
    model::RidingOrder order;
    for (const model::ServiceId id : network.parts().services.ids()) {
        if (!leads_out(id, network)) {
            continue;
        }
        const auto& named = network[id].corridors;
        const bool is_its_own =
            competing[named.front()] == corridor ||
            (question.only && std::ranges::find(named, corridor) != named.end());
        (is_its_own ? order.first : order.then).push_back(id);
    }
    return order;
}

bool is_asked_for(PlaceId place, const ReachQuestion& question, const Network& network) {
    const auto& kinds = network[place].kinds;
    return std::ranges::find_first_of(kinds, question.kinds) != kinds.end() &&
           !model::is_within(place, question.query.from, network) &&
           !model::is_within(question.query.from, place, network);
}

bool is_near_enough(const Tally& mean, const ReachQuestion& question) {
    if (!question.within) {
        return true;
    }
    const model::Teu size = question.query.shipment.size;
    if (const auto* time = std::get_if<model::Hours>(&*question.within)) {
        return mean.time <= *time;
    }
    if (const auto* money = std::get_if<model::UsdPerTeu>(&*question.within)) {
        return mean.money <= *money * size;
    }
    return mean.carbon <= std::get<model::KgCo2ePerTeu>(*question.within) * size;
}

/// Counts places, and their countries once each.
class Counter {
  public:
    void add(const model::Place& place) {
        ++count_.places;
        countries_.insert(place.country);
        if (std::ranges::find(place.kinds, model::PlaceKind::seaport) != place.kinds.end()) {
            ++count_.ports;
            of_ports_.insert(place.country);
        }
    }

    [[nodiscard]] ReachCount count() const {
        ReachCount count = count_;
        count.countries = static_cast<int>(countries_.size());
        count.countries_of_ports = static_cast<int>(of_ports_.size());
        return count;
    }

  private:
    ReachCount count_;
    std::set<model::CountryCode> countries_;
    std::set<model::CountryCode> of_ports_;
};

/// Tries the corridors one after the other, then sums up.
class Reaching {
  public:
    Reaching(const model::Router& router, const ReachQuestion& question)
        : router_{router}, network_{router.graph().network()}, reach_{.question = question},
          costing_{network_, question.query.shipment, question.query.month},
          ways_to_(network_.parts().places.size()) {}

    Reach find() {
        const auto all = competitors(reach_.question, router_.graph());
        for (const CorridorId corridor : all) {
            try_corridor(corridor);
        }
        if (all.empty()) {
            try_corridor(std::nullopt);
        }
        rank();
        count();
        return std::move(reach_);
    }

  private:
    /// Adds to each place its best way by one corridor. A way that needs no corridor comes up with
    /// every one of them and is kept once.
    void try_corridor(std::optional<CorridorId> corridor) {
        Query query = reach_.question.query;
        if (corridor) {
            query.constraints.order = setting_out_by(*corridor, reach_.question, network_);
        }
        const model::RouteTree routes = router_.best_from(query);
        Counter reaches;
        for (const PlaceId place : network_.parts().places.ids()) {
            if (!is_asked_for(place, reach_.question, network_)) {
                continue;
            }
            auto route = routes.to(place);
            if (!route) {
                continue;
            }
            Way way{.route = std::move(*route)};
            if (const auto service = sets_out_by(way.route, network_)) {
                way.sets_out_by = WayOut{*service, *corridor};
            }
            if (reach_.question.only && !way.sets_out_by) {
                continue;
            }
            way.typical = costing_.typical(way.route);
            way.mean = costing_.mean(way.route);
            if (way.sets_out_by && is_near_enough(way.mean, reach_.question)) {
                reaches.add(network_[place]);
            }
            keep(std::move(way), ways_to_[place.index]);
        }
        if (corridor && reaches.count().places > 0) {
            reach_.corridors.push_back({.corridor = *corridor, .reaches = reaches.count()});
        }
    }

    static void keep(Way way, std::vector<Way>& ways) {
        const bool known = !way.sets_out_by && std::ranges::any_of(ways, [](const Way& other) {
            return !other.sets_out_by;
        });
        if (!known) {
            ways.push_back(std::move(way));
        }
    }

    [[nodiscard]] double weight(const Way& way) const {
        return measure(way.mean, reach_.question.query);
    }

    void rank() {
        std::vector<PlaceId> reached;
        for (const PlaceId place : network_.parts().places.ids()) {
            auto& ways = ways_to_[place.index];
            std::ranges::stable_sort(ways, {}, [&](const Way& way) { return weight(way); });
            if (!ways.empty() && is_near_enough(ways[0].mean, reach_.question)) {
                reached.push_back(place);
            } else if (is_asked_for(place, reach_.question, network_)) {
                reach_.out_of_reach.push_back(place);
            }
        }
        std::ranges::stable_sort(reached, {},
                                 [&](PlaceId place) { return weight(ways_to_[place.index][0]); });
        for (const PlaceId place : reached) {
            auto& ways = ways_to_[place.index];
            ReachedPlace& added = reach_.places.emplace_back(
                ReachedPlace{.place = place, .best = std::move(ways[0])});
            if (ways.size() > 1) {
                added.runner_up = std::move(ways[1]);
            }
        }
    }

    void count() {
        Counter all;
        for (const ReachedPlace& reached : reach_.places) {
            all.add(network_[reached.place]);
        }
        reach_.all = all.count();
        for (CorridorReach& corridor : reach_.corridors) {
            corridor.wins = count_if([&](const Way& way) {
                return way.sets_out_by && way.sets_out_by->corridor == corridor.corridor;
            });
        }
        for (const double days : {5.0, 10.0, 15.0, 20.0, 30.0}) {
            const model::Hours within = model::from_days(days);
            reach_.bands.push_back(
                {within, count_if([&](const Way& way) { return way.mean.time <= within; })});
        }
    }

    template <class Predicate>
    [[nodiscard]] ReachCount count_if(Predicate is_counted) const {
        Counter counter;
        for (const ReachedPlace& reached : reach_.places) {
            if (is_counted(reached.best)) {
                counter.add(network_[reached.place]);
            }
        }
        return counter.count();
    }

    const model::Router& router_;
    const Network& network_;
    Reach reach_;
    model::Costing costing_;
    std::vector<std::vector<Way>> ways_to_; ///< each place, in the order of the corridors
};

} // namespace

double measure(const Tally& tally, const Query& query) {
    switch (query.criterion) {
    case model::Criterion::time:
        return tally.time.count();
    case model::Criterion::money:
        return tally.money.count();
    case model::Criterion::carbon:
        return tally.carbon.count();
    case model::Criterion::generalised:
        break;
    }
    return model::generalised_cost(tally, query.prices, query.shipment.size).count();
}

std::vector<CorridorId> corridors_out_of(PlaceId origin, const model::VirtualNetwork& graph) {
    std::set<CorridorId> corridors;
    for (const WayOut& way : ways_out_of(origin, graph)) {
        corridors.insert(way.corridor);
    }
    return {corridors.begin(), corridors.end()};
}

Reach reach(const model::Router& router, const ReachQuestion& question) {
    return Reaching{router, question}.find();
}

} // namespace landsea::scenarios
