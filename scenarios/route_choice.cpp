#include "scenarios/route_choice.hpp"

#include <algorithm>

namespace landsea::scenarios {

namespace {

using Arcs = std::vector<std::uint32_t>;

double sum_of(const Arcs& arcs, const std::vector<double>& costs) {
    double sum = 0;
    for (const std::uint32_t arc : arcs) {
        sum += costs[arc];
    }
    return sum;
}

double shared_by(const Arcs& a, const Arcs& b, const std::vector<double>& costs) {
    double sum = 0;
    for (const std::uint32_t arc : a) {
        sum += std::ranges::find(b, arc) != b.end() ? costs[arc] : 0.0;
    }
    return sum;
}

} // namespace

ChoiceSet route_choice(const model::ArcGraph& graph, const std::vector<double>& costs,
                       std::uint32_t from, std::uint32_t to, const ChoiceRules& rules) {
    ChoiceSet set;
    std::vector<double> penalised = costs;
    for (int i = 0; i < rules.searches && set.size() < rules.most; ++i) {
        auto found = graph.path(graph.cheapest_from(from, penalised), to);
        if (!found) {
            break;
        }
        for (const std::uint32_t arc : *found) {
            penalised[arc] *= rules.penalty;
        }
        const double cost = sum_of(*found, costs);
        const bool is_known = std::ranges::any_of(set, [&](const Arcs& kept) {
            return kept == *found || shared_by(*found, kept, costs) > rules.most_shared * cost;
        });
        if (!is_known && (set.empty() || cost <= rules.dearest * sum_of(set.front(), costs))) {
            set.push_back(std::move(*found));
        }
    }
    std::ranges::stable_sort(set, {}, [&](const Arcs& arcs) { return sum_of(arcs, costs); });
    return set;
}

} // namespace landsea::scenarios
