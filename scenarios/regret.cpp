#include "scenarios/regret.hpp"

#include "model/costing.hpp"
#include "scenarios/criticality.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace landsea::scenarios {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// The least value of each scenario; absent where no alternative has a route.
std::vector<std::optional<double>> best_of_each(const ValueMatrix& values) {
    std::vector<std::optional<double>> best(values.empty() ? 0 : values.front().size());
    for (const auto& row : values) {
        for (std::size_t s = 0; s < best.size(); ++s) {
            if (row[s] && (!best[s] || *row[s] < *best[s])) {
                best[s] = row[s];
            }
        }
    }
    return best;
}

/// The positions of the least number and of those that tie with it; none when it is infinite.
std::vector<std::size_t> positions_of_least(const std::vector<double>& numbers) {
    constexpr double tie = 1e-9;
    const double least = numbers.empty() ? infinite : *std::ranges::min_element(numbers);
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (std::isfinite(numbers[i]) && numbers[i] - least <= tie * std::abs(numbers[i])) {
            positions.push_back(i);
        }
    }
    return positions;
}

double expected_value(const std::vector<std::optional<double>>& row,
                      const std::vector<double>& weights,
                      const std::vector<std::optional<double>>& best) {
    double sum = 0.0;
    double all = 0.0;
    for (std::size_t s = 0; s < row.size(); ++s) {
        if (best[s] && weights[s] > 0.0) {
            sum += weights[s] * row[s].value_or(infinite);
            all += weights[s];
        }
    }
    return all > 0.0 ? sum / all : infinite;
}

model::Query query_of(const RegretQuestion& question, const Alternative& alternative,
                      const WorldState& met) {
    model::Query query = question.question.query;
    query.criterion = alternative.criterion.value_or(query.criterion);
    const auto append = [](auto& list, const auto& more) {
        list.insert(list.end(), more.begin(), more.end());
    };
    append(query.constraints.via, alternative.constraints.via);
    append(query.constraints.avoid, alternative.constraints.avoid);
    query.overlay = met.overlay;
    return query;
}

std::optional<model::Tally> mean_of_one_teu(const model::Router& router,
                                            const model::Query& query) {
    const auto route = router.best(query);
    if (!route) {
        return std::nullopt;
    }
    model::Tally tally = model::Costing{router.graph().network(), query}.mean(*route);
    tally.money = tally.money / query.shipment.size.count();
    tally.carbon = tally.carbon / query.shipment.size.count();
    return tally;
}

} // namespace

RegretMatrix regret_of(const ValueMatrix& values, const std::vector<double>& weights) {
    const auto best = best_of_each(values);
    RegretMatrix matrix;
    for (const auto& row : values) {
        auto& regrets = matrix.regret.emplace_back();
        double greatest = 0.0;
        for (std::size_t s = 0; s < row.size(); ++s) {
            regrets.emplace_back();
            if (best[s]) {
                regrets.back() = row[s] ? *row[s] - *best[s] : infinite;
                greatest = std::max(greatest, *regrets.back());
            }
        }
        matrix.greatest.push_back(greatest);
        if (!weights.empty()) {
            matrix.expected.push_back(expected_value(row, weights, best));
        }
    }
    const bool any = std::ranges::any_of(best, [](const auto& value) { return value.has_value(); });
    if (any) {
        matrix.min_max = positions_of_least(matrix.greatest);
        matrix.least_expected = positions_of_least(matrix.expected);
    }
    return matrix;
}

Regret regret(const model::Router& router, const RegretQuestion& question) {
    Regret result{.question = question};
    for (const Alternative& alternative : question.question.alternatives) {
        auto& means = result.means.emplace_back();
        auto& values = result.values.emplace_back();
        for (const WorldState& met : question.states) {
            means.push_back(mean_of_one_teu(router, query_of(question, alternative, met)));
            values.emplace_back();
            if (means.back()) {
                values.back() = measure_of_one_teu(*means.back(), question.question.query);
            }
        }
    }
    result.matrix = regret_of(result.values, question.weights);
    return result;
}

} // namespace landsea::scenarios
