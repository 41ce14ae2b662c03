#include "scenarios/batch.hpp"

#include "model/costing.hpp"
#include "model/edge_weights.hpp"
#include "model/overlay_index.hpp"
#include "model/router.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <mutex>

namespace landsea::scenarios {

namespace {

using model::Network;
using model::Query;

using Weights = std::shared_ptr<const std::vector<std::uint32_t>>;

Query query_for(const BatchPlan& plan, model::Month month, model::Criterion criterion) {
    Query query = plan.query;
    query.month = month;
    query.criterion = criterion;
    return query;
}

/// The passages closed by the plan's own constraints and by a scenario in a month.
model::ClosureSet closures_of(const BatchPlan& plan, const Scenario& scenario, model::Month month) {
    const auto own = model::closures_of(plan.query.constraints);
    const auto closed = closed_passages(scenario, month);
    model::ClosureSet both;
    std::ranges::set_union(own, closed, std::back_inserter(both));
    return both;
}

bool is_the_same_all_year(const Scenario& scenario) {
    return std::ranges::none_of(scenario.changes,
                                [](const Change& change) { return change.months.has_value(); });
}

/// The services ridden, each ride once.
std::vector<std::string> rides_of(const model::Itinerary& route, const Network& network) {
    std::vector<std::string> rides;
    std::optional<model::ServiceId> riding;
    for (const model::Step& step : route.steps) {
        const auto* haul = std::get_if<model::Haul>(&step.what);
        if (haul != nullptr && riding != haul->service) {
            rides.push_back(network[haul->service].id);
            riding = haul->service;
        }
    }
    return rides;
}

/// Where the route goes: as the links are drawn, in one line but for gaps between their ends.
std::vector<std::vector<model::LatLon>> lines_of(const model::Itinerary& route,
                                                 const Network& network) {
    std::vector<std::vector<model::LatLon>> lines;
    std::optional<model::PlaceId> end;
    for (const model::Step& step : route.steps) {
        const auto* haul = std::get_if<model::Haul>(&step.what);
        if (haul == nullptr) {
            continue;
        }
        const model::Link& link = network[haul->link];
        if (end != link.from) {
            lines.push_back({network[link.from].location});
        }
        auto& line = lines.back();
        line.insert(line.end(), link.shape.begin(), link.shape.end());
        line.push_back(network[link.to].location);
        end = link.to;
    }
    return lines;
}

} // namespace

/// A network with the ways round a set of closed passages, ready to be searched.
struct BatchEngine::Compiled {
    explicit Compiled(Network charted)
        : network{std::move(charted)}, router{network}, index{router.graph()} {}

    /// What edges weigh under the plan without any scenario.
    Weights weights(const BatchPlan& plan, model::Month month, model::Criterion criterion) {
        const auto key = std::pair{month.number, criterion};
        const std::scoped_lock lock{guard};
        Weights& known = without_scenario[key];
        if (!known) {
            known = std::make_shared<const std::vector<std::uint32_t>>(
                model::weights_to_anywhere(router.graph(), query_for(plan, month, criterion)));
        }
        return known;
    }

    Network network;
    model::Router router;
    model::OverlayIndex index;
    std::mutex guard;
    std::map<std::pair<int, model::Criterion>, Weights> without_scenario;
};

/// The compilations used last.
class BatchEngine::Compilations {
  public:
    explicit Compilations(Charted charted) : charted_{std::move(charted)} {}

    std::shared_ptr<Compiled> of(const model::ClosureSet& closures) {
        constexpr std::size_t most = 4;
        const std::scoped_lock lock{guard_};
        const auto known = std::ranges::find(recent_, closures, &Entry::first);
        if (known != recent_.end()) {
            recent_.splice(recent_.begin(), recent_, known);
            return recent_.front().second;
        }
        recent_.emplace_front(closures, std::make_shared<Compiled>(charted_(closures)));
        if (recent_.size() > most) {
            recent_.pop_back();
        }
        return recent_.front().second;
    }

  private:
    using Entry = std::pair<model::ClosureSet, std::shared_ptr<Compiled>>;

    Charted charted_;
    std::mutex guard_;
    std::list<Entry> recent_; ///< the last used first
};

namespace {

/// Answers some jobs under one query from its weights, one search for each origin.
class Answers {
  public:
    Answers(const model::Router& router, const Query& query,
            const std::vector<std::uint32_t>& weights, const BatchPlan& plan)
        : router_{router}, query_{query}, weights_{weights}, detail_{plan.detail},
          costing_{router.graph().network(), query} {
        if (plan.draws) {
            simulation_.emplace(router.graph().network(), query.shipment, query.month, *plan.draws,
                                query.overlay.get());
        }
    }

    void answer(const BatchJob& job, BatchRow& row) {
        if (!job.problem.empty()) {
            row.status = RowStatus::bad_job;
            return;
        }
        const auto route = tree_of(job.origin).to(job.destination);
        if (!route || route->steps.empty()) {
            row.status = RowStatus::no_route;
            return;
        }
        row.status = RowStatus::ok;
        row.typical = costing_.typical(*route);
        row.generalised = model::generalised_cost(row.typical, query_.prices, query_.shipment.size);
        row.services = rides_of(*route, router_.graph().network());
        row.transfers = row.services.empty() ? 0 : row.services.size() - 1;
        if (detail_ == RowDetail::lines) {
            row.lines = lines_of(*route, router_.graph().network());
        }
        if (simulation_) {
            const model::Sample sample = simulation_->sample(*route);
            row.spread = {.hours = spread_of(sample.hours),
                          .usd = spread_of(sample.usd),
                          .kg_co2e = spread_of(sample.kg_co2e)};
        }
    }

  private:
    const model::RouteTree& tree_of(model::PlaceId origin) {
        auto known = trees_.find(origin);
        if (known == trees_.end()) {
            Query query = query_;
            query.from = origin;
            // With `via` targets, what is forbidden depends on the origin.
            const bool own = !query.constraints.via.empty();
            known = trees_
                        .emplace(origin, own ? router_.best_from(query)
                                             : router_.best_from(query, weights_))
                        .first;
        }
        return known->second;
    }

    const model::Router& router_;
    const Query& query_;
    const std::vector<std::uint32_t>& weights_;
    RowDetail detail_;
    model::Costing costing_;
    std::optional<model::Simulation> simulation_;
    std::map<model::PlaceId, model::RouteTree> trees_;
};

} // namespace

BatchEngine::BatchEngine(const BatchPlan& plan, Charted charted)
    : plan_{&plan}, compilations_{std::make_unique<Compilations>(std::move(charted))} {}

BatchEngine::~BatchEngine() = default;

std::vector<BatchRow> BatchEngine::rows(std::size_t scenario, std::size_t first_job,
                                        std::size_t last_job) const {
    const Scenario& changes = plan_->scenarios[scenario];
    const std::size_t per_job = plan_->months.size() * plan_->criteria.size();
    std::vector<BatchRow> rows((last_job - first_job) * per_job);
    std::shared_ptr<const model::Overlay> overlay;
    std::vector<std::uint32_t> touched;
    for (std::size_t m = 0; m < plan_->months.size(); ++m) {
        const model::Month month = plan_->months[m];
        const auto compiled = compilations_->of(closures_of(*plan_, changes, month));
        if (!overlay || !is_the_same_all_year(changes)) {
            overlay = std::make_shared<const model::Overlay>(
                overlay_of(changes, compiled->network, month));
            touched = compiled->index.touched(*overlay);
        }
        for (std::size_t c = 0; c < plan_->criteria.size(); ++c) {
            Query query = query_for(*plan_, month, plan_->criteria[c]);
            const Weights without = compiled->weights(*plan_, month, query.criterion);
            query.overlay = overlay;
            const auto weights =
                model::weights_to_anywhere(compiled->router.graph(), query, *without, touched);
            Answers answers{compiled->router, query, weights, *plan_};
            for (std::size_t job = first_job; job < last_job; ++job) {
                BatchRow& row = rows[(job - first_job) * per_job + m * plan_->criteria.size() + c];
                row.scenario = scenario;
                row.job = job;
                row.month = month;
                row.criterion = query.criterion;
                answers.answer(plan_->jobs[job], row);
            }
        }
    }
    return rows;
}

} // namespace landsea::scenarios
