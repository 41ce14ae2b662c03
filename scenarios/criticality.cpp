#include "scenarios/criticality.hpp"

#include "model/costing.hpp"
#include "model/overlay.hpp"
#include "model/target.hpp"
#include "scenarios/ordered_work.hpp"
#include "scenarios/reach.hpp"

#include <algorithm>
#include <map>

namespace landsea::scenarios {

namespace {

using model::Query;
using model::Tally;

/// Positions of pairs, by where they start.
using ByOrigin = std::map<model::PlaceId, std::vector<std::size_t>>;

template <class Pairs>
ByOrigin by_origin(const std::vector<OdPair>& all, const Pairs& chosen) {
    ByOrigin origins;
    for (const std::size_t i : chosen) {
        origins[all[i].from].push_back(i);
    }
    return origins;
}

std::vector<std::size_t> positions(std::size_t count) {
    std::vector<std::size_t> all(count);
    for (std::size_t i = 0; i < count; ++i) {
        all[i] = i;
    }
    return all;
}

/// The query with the component closed.
Query closing(const Component& component, Query query) {
    model::Overlay overlay = query.overlay ? *query.overlay : model::Overlay{};
    overlay.closed.push_back({component.targets});
    if (component.kind == ComponentKind::passage) {
        auto& closed = overlay.closed_passages;
        closed.push_back(std::get<model::PassageId>(component.targets.front()));
        std::ranges::sort(closed);
        closed.erase(std::unique(closed.begin(), closed.end()), closed.end());
    }
    query.overlay = std::make_shared<const model::Overlay>(std::move(overlay));
    return query;
}

/// The best routes of some pairs that start at one place, in their order.
std::vector<std::optional<model::Itinerary>> routes_from(model::PlaceId origin,
                                                         const std::vector<std::size_t>& pairs,
                                                         const std::vector<OdPair>& all,
                                                         Query query, const model::Router& router) {
    query.from = origin;
    const model::RouteTree tree = router.best_from(query);
    std::vector<std::optional<model::Itinerary>> routes;
    routes.reserve(pairs.size());
    for (const std::size_t i : pairs) {
        routes.push_back(tree.to(all[i].to));
    }
    return routes;
}

bool ends_at(const OdPair& pair, const Component& component, const model::Network& network) {
    if (component.kind != ComponentKind::place) {
        return false;
    }
    const auto place = std::get<model::PlaceId>(component.targets.front());
    return model::is_within(pair.from, place, network) || model::is_within(pair.to, place, network);
}

Tally times(const Tally& tally, double factor) {
    return {.length = factor * tally.length,
            .time = factor * tally.time,
            .money = factor * tally.money,
            .carbon = factor * tally.carbon};
}

/// Finds the best routes of all pairs, then closes one component after the other.
class Ranking {
  public:
    Ranking(const model::Router& router, const CriticalityQuestion& question, unsigned threads)
        : router_{router}, network_{router.graph().network()}, question_{question},
          threads_{threads}, components_{network_, question.kinds}, base_(question.pairs.size()),
          users_(components_.all().size()) {
        find_base();
    }

    CriticalityRanking rank() {
        std::vector<std::size_t> used;
        for (std::size_t c = 0; c < users_.size(); ++c) {
            if (!users_[c].empty()) {
                used.push_back(c);
            }
        }
        std::vector<Criticality> found;
        in_order(
            0, used.size(), threads_, [&](std::size_t i) { return criticality_of(used[i]); },
            [&](std::size_t /*i*/, Criticality one) { found.push_back(std::move(one)); });
        std::erase_if(found, [](const Criticality& c) { return c.used_by == 0; });
        std::ranges::stable_sort(found, [](const Criticality& a, const Criticality& b) {
            return std::pair{a.weight_cut_off, a.total_measure} >
                   std::pair{b.weight_cut_off, b.total_measure};
        });
        auto counted = counts(found);
        return {.question = question_,
                .base = base_,
                .counts = std::move(counted),
                .components = std::move(found)};
    }

    /// The passages that best routes use.
    [[nodiscard]] std::vector<model::PassageId> passages() const {
        std::vector<model::PassageId> used;
        for (std::size_t c = 0; c < users_.size(); ++c) {
            const Component& component = components_.all()[c];
            if (component.kind == ComponentKind::passage && !users_[c].empty()) {
                used.push_back(std::get<model::PassageId>(component.targets.front()));
            }
        }
        return used;
    }

  private:
    void find_base() {
        const ByOrigin grouped = by_origin(question_.pairs, positions(question_.pairs.size()));
        const std::vector<std::pair<model::PlaceId, std::vector<std::size_t>>> origins{
            grouped.begin(), grouped.end()};
        in_order(
            0, origins.size(), threads_,
            [&](std::size_t o) {
                return routes_from(origins[o].first, origins[o].second, question_.pairs,
                                   question_.query, router_);
            },
            [&](std::size_t o, const auto& routes) {
                for (std::size_t i = 0; i < routes.size(); ++i) {
                    note_base(origins[o].second[i], routes[i]);
                }
            });
        for (auto& users : users_) {
            std::ranges::sort(users);
        }
    }

    void note_base(std::size_t pair, const std::optional<model::Itinerary>& route) {
        if (route) {
            base_[pair] = tally_of(*route, question_.query);
            for (const std::size_t c : components_.used_by(*route)) {
                users_[c].push_back(pair);
            }
        }
    }

    /// What a route takes, for one TEU of the shipment.
    [[nodiscard]] Tally tally_of(const model::Itinerary& route, const Query& query) const {
        Tally tally = model::Costing{network_, query}.mean(route);
        tally.money = tally.money / query.shipment.size.count();
        tally.carbon = tally.carbon / query.shipment.size.count();
        return tally;
    }

    /// The pairs to ask about a component: see `criticality`.
    [[nodiscard]] std::vector<std::size_t> asked(std::size_t c) const {
        const Component& component = components_.all()[c];
        std::vector<std::size_t> pairs = component.kind == ComponentKind::passage
                                             ? positions(question_.pairs.size())
                                             : users_[c];
        std::erase_if(
            pairs, [&](std::size_t i) { return ends_at(question_.pairs[i], component, network_); });
        return pairs;
    }

    [[nodiscard]] Criticality criticality_of(std::size_t c) const {
        const Component& component = components_.all()[c];
        Criticality result{.component = component};
        result.used_by =
            static_cast<std::size_t>(std::ranges::count_if(users_[c], [&](std::size_t i) {
                return !ends_at(question_.pairs[i], component, network_);
            }));
        const Query query = closing(component, question_.query);
        double kept = weight_with_route();
        for (const auto& [origin, pairs] : by_origin(question_.pairs, asked(c))) {
            const auto routes = routes_from(origin, pairs, question_.pairs, query, router_);
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                const auto now =
                    routes[i] ? std::optional{tally_of(*routes[i], query)} : std::nullopt;
                add(pairs[i], now, result);
            }
        }
        kept -= result.weight_cut_off;
        result.mean = kept > 0.0 ? times(result.total, 1.0 / kept) : Tally{};
        result.mean_measure = kept > 0.0 ? result.total_measure / kept : 0.0;
        std::ranges::sort(result.cut_off);
        std::ranges::sort(result.connected);
        return result;
    }

    void add(std::size_t pair, const std::optional<Tally>& now, Criticality& result) const {
        const auto& before = base_[pair];
        const double weight = question_.pairs[pair].weight;
        if (!before) {
            if (now) {
                result.connected.push_back(pair);
            }
            return;
        }
        if (!now) {
            result.cut_off.push_back(pair);
            result.weight_cut_off += weight;
            note_worst(pair, std::nullopt, result);
            return;
        }
        const Tally extra = *now + times(*before, -1.0);
        result.total += times(extra, weight);
        result.total_measure += weight * measure(extra);
        if (measure(extra) > 0.0) {
            note_worst(pair, extra, result);
        }
    }

    /// Being cut off is worse than any delay; of equals the first pair is named.
    void note_worst(std::size_t pair, const std::optional<Tally>& extra,
                    Criticality& result) const {
        const auto badness = [&](const std::optional<Tally>& e) {
            return std::pair{!e, e ? measure(*e) : 0.0};
        };
        const bool is_worse =
            !result.worst || badness(extra) > badness(result.worst_extra) ||
            (badness(extra) == badness(result.worst_extra) && pair < *result.worst);
        if (is_worse) {
            result.worst = pair;
            result.worst_extra = extra;
        }
    }

    [[nodiscard]] double measure(const Tally& of_one_teu) const {
        return measure_of_one_teu(of_one_teu, question_.query);
    }

    [[nodiscard]] double weight_with_route() const {
        double sum = 0.0;
        for (std::size_t i = 0; i < base_.size(); ++i) {
            sum += base_[i] ? question_.pairs[i].weight : 0.0;
        }
        return sum;
    }

    [[nodiscard]] std::vector<ComponentCount> counts(const std::vector<Criticality>& found) const {
        std::vector<ComponentCount> result;
        for (const ComponentKind kind : question_.kinds) {
            const auto is_of_kind = [&](const auto& one) { return kind_of(one) == kind; };
            result.push_back(
                {.kind = kind,
                 .all =
                     static_cast<std::size_t>(std::ranges::count_if(components_.all(), is_of_kind)),
                 .used = static_cast<std::size_t>(std::ranges::count_if(found, is_of_kind))});
        }
        return result;
    }

    static ComponentKind kind_of(const Component& component) { return component.kind; }

    static ComponentKind kind_of(const Criticality& found) { return found.component.kind; }

    const model::Router& router_;
    const model::Network& network_;
    const CriticalityQuestion& question_;
    unsigned threads_;
    NetworkComponents components_;
    std::vector<std::optional<Tally>> base_;
    std::vector<std::vector<std::size_t>> users_; ///< of each component: pairs, ascending
};

} // namespace

double measure_of_one_teu(const Tally& tally, Query query) {
    query.shipment.size = model::Teu{1};
    return measure(tally, query);
}

CriticalityRanking criticality(const model::Router& router, const CriticalityQuestion& question,
                               unsigned threads) {
    return Ranking{router, question, threads}.rank();
}

std::vector<model::ClosureSet> closures_to_chart(const model::Router& router,
                                                 const CriticalityQuestion& question) {
    if (std::ranges::find(question.kinds, ComponentKind::passage) == question.kinds.end()) {
        return {};
    }
    CriticalityQuestion of_passages = question;
    of_passages.kinds = {ComponentKind::passage};
    std::vector<model::ClosureSet> closures;
    for (const model::PassageId passage : Ranking{router, of_passages, 1}.passages()) {
        model::ClosureSet closed = model::closures_of(question.query);
        closed.push_back(passage);
        std::ranges::sort(closed);
        closures.push_back(std::move(closed));
    }
    return closures;
}

} // namespace landsea::scenarios
