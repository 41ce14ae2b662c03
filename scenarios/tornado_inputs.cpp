#include "scenarios/tornado_inputs.hpp"

#include "model/costing.hpp"
#include "model/overlay.hpp"
#include "scenarios/step_names.hpp"
#include "scenarios/tornado_ends.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace landsea::scenarios {

namespace {

using model::Criterion;
using model::Effects;
using model::Names;
using model::Network;
using model::Overlay;
using model::Query;

/// The names made from pieces in each language: `make(language)`.
Names named(const std::function<std::string(model::Language)>& make) {
    using model::Language;
    return {make(Language::en), make(Language::zh), make(Language::ru)};
}

Names after(const std::function<std::string(model::Language)>& what, const Names& quality) {
    return named([&](model::Language language) {
        const std::string& more = quality.in(language);
        const char* comma = language == model::Language::zh ? "，" : ", ";
        return what(language) + (more.empty() ? "" : comma + more);
    });
}

bool charges_carbon(const Overlay* overlay) {
    return overlay != nullptr && std::ranges::any_of(overlay->hauls, [](const auto& haul) {
               return !haul.second.charge_usd_per_kg.empty();
           });
}

/// Collects inputs step by step.
class Collector {
  public:
    Collector(const std::vector<model::Itinerary>& routes, const Query& query,
              const Network& network, TornadoRule rule)
        : query_{query}, network_{network}, rule_{rule} {
        for (const model::Itinerary& route : routes) {
            for (const model::Step& step : route.steps) {
                if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
                    auto& links = rides_[haul->service];
                    const bool known = std::ranges::find(links, haul->link) != links.end();
                    links.insert(links.end(), known ? 0 : 1, haul->link);
                }
            }
        }
        const bool all = query.criterion == Criterion::generalised;
        time_ = query.criterion == Criterion::time || (all && query.prices.time.count() > 0.0);
        money_ = query.criterion == Criterion::money || all;
        carbon_ = query.criterion == Criterion::carbon ||
                  (all && query.prices.carbon.count() > 0.0) ||
                  (money_ && charges_carbon(query.overlay.get()));
    }

    void add(const model::Step& step) {
        if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
            add_ride(*haul);
            add_service(*haul);
        } else if (const auto* wait = std::get_if<model::Wait>(&step.what)) {
            add_wait(*wait);
        } else {
            add_work(step, std::get<model::Work>(step.what).operation);
        }
    }

    /// Prices have no range, but a share can be more or less of them.
    void add_prices() {
        if (!rule_.share || query_.criterion != Criterion::generalised) {
            return;
        }
        const double per_day = query_.prices.time.count() * model::hours_per_day;
        add("price:time", {"value of time", "时间价值", "стоимость времени"}, Unit::usd_per_teu_day,
            {per_day, per_day, per_day},
            [](Query& query, Overlay& /*overlay*/, const Moving& moving) {
                query.prices.time = query.prices.time * moving.factor;
            });
        constexpr double kg_per_tonne = 1000.0;
        const double per_tonne = query_.prices.carbon.count() * kg_per_tonne;
        add("price:carbon", {"carbon price", "碳价", "цена углерода"}, Unit::usd_per_tonne_co2e,
            {per_tonne, per_tonne, per_tonne},
            [](Query& query, Overlay& /*overlay*/, const Moving& moving) {
                query.prices.carbon = query.prices.carbon * moving.factor;
            });
    }

    std::vector<TornadoInput> take() { return std::move(inputs_); }

  private:
    using Move = std::function<void(Query&, Overlay&, const Moving&)>;

    [[nodiscard]] Query moved(const Move& move, const Moving& moving) const {
        Query query = query_;
        auto overlay =
            query.overlay ? std::make_shared<Overlay>(*query.overlay) : std::make_shared<Overlay>();
        move(query, *overlay, moving);
        query.overlay = std::move(overlay);
        return query;
    }

    void add(const std::string& id, const Names& names, Unit unit, Ends ends, const Move& move) {
        if (!(ends.mean > 0.0) || !known_.insert(id).second) {
            return;
        }
        if (rule_.share) {
            ends.low = (1.0 - *rule_.share) * ends.mean;
            ends.high = (1.0 + *rule_.share) * ends.mean;
        }
        if (!(ends.low < ends.high)) {
            return;
        }
        TornadoInput input{.id = id, .names = names, .unit = unit, .moved = {}};
        for (const auto& [to, value] :
             {std::pair{Moving::To::low, ends.low}, std::pair{Moving::To::high, ends.high}}) {
            input.moved.push_back(
                {.value = value, .state = {}, .query = moved(move, {to, value / ends.mean})});
        }
        inputs_.push_back(std::move(input));
    }

    /// Calls for every haul of every service that fits.
    template <class Fits, class Change>
    void for_hauls(Overlay& overlay, Fits fits, Change change) const {
        for (const model::ServiceId service : network_.parts().services.ids()) {
            for (const model::LinkId link : network_[service].route) {
                if (fits(link, service)) {
                    change(overlay.hauls[{link, service}]);
                }
            }
        }
    }

    /// The links that the routes ride on one service are one input: what is known of a line haul is
    /// mostly known of the whole, and shared out among its links.
    void add_ride(const model::Haul& haul) {
        const std::vector<model::LinkId>& links = rides_.at(haul.service);
        const model::Service& service = network_[haul.service];
        const auto name = [&](model::Language language) { return service.names.in(language); };
        if (time_) {
            add_ride(
                "time:ride:" + service.id,
                after(name, {"time under way", "在途时间", "время в пути"}), Unit::hours, links,
                bare(mean_of(service.time_factor.range)),
                [](const model::Link& link) { return ends_of(link.time); },
                &model::HaulEffects::hours);
        }
        if (money_) {
            add_ride(
                "money:ride:" + service.id, after(name, {"price of the ride", "运价", "цена"}),
                Unit::usd_per_teu, links, bare(mean_of(service.money_factor.range)),
                [](const model::Link& link) { return ends_of(link.money); },
                &model::HaulEffects::usd_per_teu);
        }
        if (carbon_) {
            add_factor(network_[haul.link].emission_factor);
        }
    }

    template <class Get>
    void add_ride(const std::string& id, const Names& names, Unit unit,
                  const std::vector<model::LinkId>& links, double level, Get get,
                  Effects model::HaulEffects::*number) {
        Ends sum;
        for (const model::LinkId link : links) {
            sum += level * get(network_[link]);
        }
        const auto factor_of = [by_share = rule_.share.has_value()](const Ends& ends,
                                                                    const Moving& moving) {
            if (by_share || !(ends.mean > 0.0)) {
                return moving.factor;
            }
            return (moving.to == Moving::To::low ? ends.low : ends.high) / ends.mean;
        };
        add(id, names, unit, sum,
            [=, this](Query& /*query*/, Overlay& overlay, const Moving& moving) {
                for (const model::LinkId link : links) {
                    for_hauls(
                        overlay,
                        [&](model::LinkId other, model::ServiceId /*service*/) {
                            return other == link;
                        },
                        [&](auto& effects) {
                            scale_first(effects.*number, factor_of(get(network_[link]), moving));
                        });
                }
            });
    }

    void add_factor(model::FactorId id) {
        const model::EmissionFactor& factor = network_[id];
        const auto name = [&](model::Language language) { return factor.names.in(language); };
        add("factor:" + factor.id, after(name, {"emission factor", "排放因子", "выбросы"}),
            Unit::kg_per_tonne_km,
            ends_of(std::get<model::Estimate<model::KgCo2ePerTonneKm>>(factor.intensity)),
            [=, this](Query& /*query*/, Overlay& overlay, const Moving& moving) {
                const auto emits = [&](model::LinkId link, model::ServiceId /*service*/) {
                    return network_[link].emission_factor == id;
                };
                for_hauls(overlay, emits, [&](auto& effects) {
                    scale_first(effects.kg_per_tonne_km, moving.factor);
                });
            });
    }

    void add_service(const model::Haul& haul) {
        const model::Service& service = network_[haul.service];
        const auto name = [&](model::Language language) { return service.names.in(language); };
        const auto on_service = [id = haul.service](model::LinkId /*link*/,
                                                    model::ServiceId other) { return other == id; };
        if (time_) {
            add("time:service:" + service.id, after(name, {"pace", "速度", "темп"}), Unit::factor,
                ends_of(service.time_factor),
                [=, this](Query& /*query*/, Overlay& overlay, const Moving& moving) {
                    for_hauls(overlay, on_service,
                              [&](auto& effects) { scale_first(effects.hours, moving.factor); });
                });
        }
        if (money_) {
            add("money:service:" + service.id,
                after(name, {"level of prices", "运价水平", "уровень цен"}), Unit::factor,
                ends_of(service.money_factor),
                [=, this](Query& /*query*/, Overlay& overlay, const Moving& moving) {
                    for_hauls(overlay, on_service, [&](auto& effects) {
                        scale_first(effects.usd_per_teu, moving.factor);
                    });
                });
        }
    }

    void add_wait(const model::Wait& wait) {
        const model::Service& service = network_[wait.service];
        if (!time_ || !service.departures_per_week) {
            return;
        }
        const auto name = [&](model::Language language) { return service.names.in(language); };
        const model::Range<double>& range = service.departures_per_week->range;
        const auto scale = [id = wait.service](Query& /*query*/, Overlay& overlay,
                                               const Moving& moving) {
            scale_first(overlay.departures_per_week[id], moving.factor);
        };
        add("departures:" + service.id,
            after(name, {"departures per week", "每周班次", "отправлений в неделю"}),
            Unit::departures_per_week, {range.low, range.typical, range.high}, scale);
        if (!rule_.share) {
            constexpr double at_once = 1e9;
            const double mean =
                model::mean_wait(network_, wait.service, query_.overlay.get()).count();
            add("wait:" + service.id,
                after(name, {"wait for departure", "候班", "ожидание отправления"}), Unit::hours,
                {0.0, mean, 2.0 * mean},
                [scale](Query& query, Overlay& overlay, const Moving& moving) {
                    scale(query, overlay,
                          {moving.to, moving.factor > 0.0 ? 1.0 / moving.factor : at_once});
                });
        }
    }

    /// Expected over the states of the month, each at its low end, its mean, its high end.
    template <class Get>
    [[nodiscard]] Ends over_states(const model::Operation& operation, Get get) const {
        if (!operation.season) {
            return ends_of(get(operation.costs.front()));
        }
        if (const auto forced = model::forced_state(query_.overlay.get(), *operation.season)) {
            return ends_of(get(operation.costs[*forced]));
        }
        Ends sum;
        for (std::size_t i = 0; i < operation.costs.size(); ++i) {
            const double share =
                model::probability(network_[*operation.season].states[i], query_.month);
            sum += share * ends_of(get(operation.costs[i]));
        }
        return sum;
    }

    void add_work(const model::Step& step, model::OperationId id) {
        const model::Operation& operation = network_[id];
        const auto what = [&](model::Language language) {
            return whereabouts_of(step, network_, language) + ": " +
                   doing_of(step, network_, language);
        };
        if (time_) {
            add("time:operation:" + operation.id, after(what, {}), Unit::hours,
                over_states(operation, std::mem_fn(&model::OperationCost::time)),
                [id](Query& /*query*/, Overlay& overlay, const Moving& moving) {
                    scale_first(overlay.works[id].hours, moving.factor);
                });
        }
        if (money_) {
            add("money:operation:" + operation.id, after(what, {"price", "价格", "цена"}),
                Unit::usd_per_teu,
                over_states(operation, std::mem_fn(&model::OperationCost::money)),
                [id](Query& /*query*/, Overlay& overlay, const Moving& moving) {
                    scale_first(overlay.works[id].usd_per_teu, moving.factor);
                });
        }
        if (operation.season && (time_ || money_)) {
            add_season(*operation.season);
        }
    }

    void add_season(model::SeasonId id) {
        const model::Season& season = network_[id];
        const bool forced = model::forced_state(query_.overlay.get(), id).has_value();
        if (forced || !known_.insert("season:" + season.id).second) {
            return;
        }
        TornadoInput input{
            .id = "season:" + season.id, .names = season.names, .unit = {}, .moved = {}};
        for (std::size_t i = 0; i < season.states.size(); ++i) {
            if (model::probability(season.states[i], query_.month) > 0.0) {
                const Move force = [id, i](Query& /*query*/, Overlay& overlay,
                                           const Moving& /*moving*/) { overlay.states[id] = i; };
                input.moved.push_back({.value = static_cast<double>(i),
                                       .state = season.states[i].names,
                                       .query = moved(force, {})});
            }
        }
        if (input.moved.size() > 1) {
            inputs_.push_back(std::move(input));
        }
    }

    const Query& query_;
    const Network& network_;
    TornadoRule rule_;
    bool time_ = false;
    bool money_ = false;
    bool carbon_ = false;
    std::map<model::ServiceId, std::vector<model::LinkId>> rides_; ///< of all routes
    std::set<std::string> known_;
    std::vector<TornadoInput> inputs_;
};

} // namespace

std::vector<TornadoInput> inputs_of(const std::vector<model::Itinerary>& routes, const Query& query,
                                    const Network& network, TornadoRule rule) {
    Collector collector{routes, query, network, rule};
    for (const model::Itinerary& route : routes) {
        for (const model::Step& step : route.steps) {
            collector.add(step);
        }
    }
    collector.add_prices();
    return collector.take();
}

} // namespace landsea::scenarios
