#include "io/detail/read_evidence.hpp"
#include "io/detail/read_lists.hpp"
#include "io/number_text.hpp"

#include <cmath>
#include <numeric>
#include <unordered_set>

namespace landsea::io::detail {

namespace {

model::SeasonState read_state(const JsonAt& item) {
    if (!item.is_object_of({"id", "names", "probability_by_month"})) {
        return {};
    }
    model::SeasonState state;
    state.id = item["id"].name();
    state.names = read_names(item["names"]);
    const JsonAt months = item["probability_by_month"];
    const auto numbers = months.elements();
    if (months.is_list() && numbers.size() != state.probability.size()) {
        months.problem("twelve numbers, January first");
        return state;
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        state.probability[i] = numbers[i].number_in(0.0, 1.0);
    }
    return state;
}

void check_states(const JsonAt& at, const std::vector<model::SeasonState>& states) {
    std::unordered_set<std::string_view> seen;
    for (const model::SeasonState& state : states) {
        if (!seen.insert(state.id).second) {
            at.problem("states of different ids", shortened(state.id) + " twice");
        }
    }
    for (std::size_t month = 0; month < 12; ++month) {
        const double sum = std::accumulate(states.begin(), states.end(), 0.0,
                                           [&](double before, const model::SeasonState& state) {
                                               return before + state.probability[month];
                                           });
        if (std::abs(sum - 1.0) > 1e-6) {
            at.problem("probabilities that add up to 1 in every month",
                       fixed_text(sum, 6) + " in month " + std::to_string(month + 1));
            return; // the other months are mostly wrong for the same reason
        }
    }
}

} // namespace

model::Season read_season(const JsonAt& item, const NetworkIds& ids) {
    if (!item.is_object_of({"id", "names", "states", "grade", "sources", "year", "note"})) {
        return {};
    }
    model::Season season;
    season.id = id_of(item);
    season.names = read_names(item["names"]);
    season.evidence = read_evidence(item, ids);
    const JsonAt states = item["states"];
    const std::size_t problems_before = states.problems().count();
    for (const JsonAt& state : states.elements()) {
        season.states.push_back(read_state(state));
    }
    if (states.is_list() && season.states.empty()) {
        states.problem("at least one state");
    } else if (states.is_list() && states.problems().count() == problems_before) {
        check_states(states, season.states);
    }
    return season;
}

model::Cause read_cause(const JsonAt& item, const NetworkIds& ids) {
    if (!item.is_object_of({"id", "names", "correlation", "grade", "sources", "year", "note"})) {
        return {};
    }
    return {.id = id_of(item),
            .names = read_names(item["names"]),
            .correlation = item["correlation"].number_in(0.0, 1.0),
            .evidence = read_evidence(item, ids)};
}

} // namespace landsea::io::detail
