#include "model/season.hpp"

#include <numeric>

namespace landsea::model {

double probability(const SeasonState& state, Month month) {
    if (month.is_whole_year()) {
        return std::accumulate(state.probability.begin(), state.probability.end(), 0.0) / 12.0;
    }
    return state.probability[static_cast<std::size_t>(month.number - 1)];
}

} // namespace landsea::model
