#include "scenarios/tipping.hpp"

#include "scenarios/tipping_contest.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace landsea::scenarios {

namespace {

using model::Itinerary;
using model::Query;

/// The worth of a route in each draw.
std::vector<double> drawn_worth(model::Simulation& simulation, const Itinerary& route,
                                const Query& query) {
    const model::Sample sample = simulation.sample(route);
    std::vector<double> worths(sample.hours.size());
    for (std::size_t k = 0; k < worths.size(); ++k) {
        const model::Tally tally{.time = model::Hours{sample.hours[k]},
                                 .money = model::Usd{sample.usd[k]},
                                 .carbon = model::KgCo2e{sample.kg_co2e[k]}};
        worths[k] = worth_of(tally, query, query.criterion);
    }
    return worths;
}

/// What the second route takes more than the first, draw by draw.
std::vector<double> excess(const Itinerary& first, const Itinerary& second, const Query& query,
                           const model::Network& network, model::DrawPlan plan) {
    model::Simulation simulation{network, query.shipment, query.month, plan, query.overlay.get()};
    std::vector<double> result = drawn_worth(simulation, second, query);
    const std::vector<double> less = drawn_worth(simulation, first, query);
    for (std::size_t k = 0; k < result.size(); ++k) {
        result[k] -= less[k];
    }
    return result;
}

bool takes_away(const Parameter& parameter) {
    return parameter.from < 0.0;
}

/// Where in each draw the excess falls to zero; empty where it rises in some draw.
std::vector<double> crossings(const std::vector<double>& at_start,
                              const std::vector<double>& at_end) {
    constexpr double never = std::numeric_limits<double>::infinity();
    std::vector<double> result(at_start.size());
    for (std::size_t k = 0; k < result.size(); ++k) {
        const double fall = at_start[k] - at_end[k];
        const bool level = same_worth(at_start[k], at_end[k]);
        if (fall < 0.0 && !level) {
            return {};
        }
        result[k] = !level ? at_start[k] / fall : at_start[k] > 0.0 ? never : -never;
    }
    return result;
}

std::optional<TippingBand> band_of(const TippingContest& contest, std::size_t before,
                                   std::size_t after, double t, const Tipping& tipping,
                                   const model::Network& network) {
    const TippingCurve& first = contest.curves()[before];
    const TippingCurve& second = contest.curves()[after];
    const auto route_near = [](const TippingCurve& curve, double near) {
        return curve.piece_at(near).line;
    };
    const std::size_t a = route_near(first, t);
    // A piece holds its upper end, so that what comes after t is found a little above it.
    const std::size_t b = route_near(second, std::nextafter(t, 2.0));
    if (takes_away(tipping.parameter) ||
        !same_worth(first.worths[a].at(t), second.worths[b].at(t))) {
        return std::nullopt;
    }
    auto falls = crossings(
        excess(first.routes[a], second.routes[b], contest.at_start(), network, tipping.plan),
        excess(first.routes[a], second.routes[b], contest.at_end(), network, tipping.plan));
    if (falls.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(falls);
    const auto rank = [&](double share) {
        const double n = static_cast<double>(falls.size());
        const auto place = static_cast<std::size_t>(std::ceil(share * n));
        return contest.scale().value_or_beyond(falls[std::max<std::size_t>(place, 1) - 1]);
    };
    return TippingBand{rank(0.05), rank(0.50), rank(0.95)};
}

/// The first of some winners that is not among others, or the first.
std::size_t alone(const std::vector<std::size_t>& winners, const std::vector<std::size_t>& others) {
    for (const std::size_t winner : winners) {
        if (std::ranges::find(others, winner) == others.end()) {
            return winner;
        }
    }
    return winners.front();
}

void describe_reigns(Tipping& tipping, const TippingContest& contest,
                     const model::Network& network) {
    const auto& reigns = contest.reigns();
    const TippingScale& scale = contest.scale();
    for (std::size_t i = 0; i < reigns.size(); ++i) {
        const Reign& reign = reigns[i];
        Stretch stretch{.from = scale.value(reign.from),
                        .to = scale.value(reign.to),
                        .winners = reign.winners,
                        .at_from = {},
                        .at_to = {},
                        .runner_up = reign.runner_up,
                        .largest_lead = reign.lead,
                        .led_most_at = scale.value(reign.led_most_at)};
        for (const auto& line : reign.worths) {
            stretch.at_from.push_back(line ? std::optional{line->start} : std::nullopt);
            stretch.at_to.push_back(line ? std::optional{line->end} : std::nullopt);
        }
        tipping.stretches.push_back(std::move(stretch));
        if (i > 0) {
            const std::size_t before = alone(reigns[i - 1].winners, reign.winners);
            const std::size_t after = alone(reign.winners, reigns[i - 1].winners);
            tipping.points.push_back(
                {scale.value(reign.from), before, after,
                 band_of(contest, before, after, reign.from, tipping, network)});
        }
    }
}

/// How often each of the columns of draws is at least as low as every other; empty ones never.
std::vector<Probability> shares_of_wins(const std::vector<std::vector<double>>& worths,
                                        std::uint32_t draws) {
    std::vector<std::vector<double>> wins(worths.size(), std::vector<double>(draws, 0.0));
    for (std::size_t k = 0; k < draws; ++k) {
        double best = std::numeric_limits<double>::infinity();
        for (const auto& column : worths) {
            best = column.empty() ? best : std::min(best, column[k]);
        }
        for (std::size_t a = 0; a < worths.size(); ++a) {
            wins[a][k] = !worths[a].empty() && worths[a][k] <= best ? 1.0 : 0.0;
        }
    }
    std::vector<Probability> shares;
    for (const auto& column : wins) {
        shares.push_back(probability_above(column, 0.5));
    }
    return shares;
}

void describe_today(Tipping& tipping, const model::Router& router) {
    const Question& question = tipping.question;
    const model::Network& network = router.graph().network();
    const Query& query = question.query;
    model::Simulation simulation{network, query.shipment, query.month, tipping.plan,
                                 query.overlay.get()};
    std::vector<std::vector<double>> worths;
    for (const Alternative& alternative : question.alternatives) {
        ++tipping.searches;
        const auto route = router.best(within(query, alternative));
        tipping.today.emplace_back();
        worths.emplace_back();
        if (!route) {
            continue;
        }
        auto& worth = tipping.today.back().worth;
        worth = worth_of(*route, query, query.criterion, network);
        worths.back() = drawn_worth(simulation, *route, query);
        const auto& wins_now = tipping.wins_now;
        if (!wins_now || *worth < *tipping.today[*wins_now].worth) {
            tipping.wins_now = tipping.today.size() - 1;
        }
    }
    const auto shares = shares_of_wins(worths, tipping.plan.draws);
    for (std::size_t a = 0; a < shares.size(); ++a) {
        tipping.today[a].wins = shares[a];
    }
}

} // namespace

Tipping tip(const model::Router& router, const Question& question, const Parameter& parameter,
            model::DrawPlan plan) {
    const TippingContest contest{router, question, parameter};
    Tipping tipping{.question = question, .parameter = parameter, .plan = plan};
    tipping.searches = contest.searches();
    tipping.touches = false;
    for (const TippingCurve& curve : contest.curves()) {
        tipping.routes.push_back(curve.pieces.size());
        for (const Line& line : curve.worths) {
            tipping.touches = tipping.touches || !same_worth(line.start, line.end);
        }
    }
    describe_reigns(tipping, contest, router.graph().network());
    describe_today(tipping, router);
    return tipping;
}

} // namespace landsea::scenarios
