#include "scenarios/tornado.hpp"

#include "scenarios/tipping_contest.hpp"
#include "scenarios/tipping_lines.hpp"
#include "scenarios/tornado_inputs.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::scenarios {

namespace {

using model::Itinerary;
using model::Query;

/// The two alternatives, their routes without any change, and what they cost with one.
class Pair {
  public:
    Pair(const model::Router& router, const Question& question, std::size_t against)
        : router_{router}, alternatives_{&question.alternatives.front(),
                                         &question.alternatives[against]} {
        for (const Alternative* alternative : alternatives_) {
            ++searches_;
            if (auto route = router.best(within(question.query, *alternative))) {
                routes_.push_back(std::move(*route));
            }
        }
    }

    [[nodiscard]] bool is_complete() const { return routes_.size() == alternatives_.size(); }

    [[nodiscard]] const std::vector<Itinerary>& routes() const { return routes_; }

    [[nodiscard]] double saving_today(const Query& query) const {
        return worth(routes_[1], query) - worth(routes_[0], query);
    }

    TornadoEnd at(const MovedQuery& moved) {
        TornadoEnd end{.value = moved.value, .state = moved.state};
        for (std::size_t i = 0; i < alternatives_.size(); ++i) {
            ++searches_;
            // A number does not close a way.
            const Itinerary route = *router_.best(within(moved.query, *alternatives_[i]));
            end.saving += (i == 0 ? -1.0 : 1.0) * worth(route, moved.query);
            end.changes_way = end.changes_way || route.steps != routes_[i].steps;
        }
        return end;
    }

    [[nodiscard]] std::size_t searches() const { return searches_; }

  private:
    [[nodiscard]] double worth(const Itinerary& route, const Query& query) const {
        return worth_of(route, query, query.criterion, router_.graph().network());
    }

    const model::Router& router_;
    std::vector<const Alternative*> alternatives_;
    std::vector<Itinerary> routes_;
    std::size_t searches_ = 0;
};

TornadoBar bar_of(const TornadoInput& input, Pair& pair) {
    std::vector<TornadoEnd> ends;
    for (const MovedQuery& moved : input.moved) {
        ends.push_back(pair.at(moved));
    }
    if (!input.unit) {
        const auto [least, most] = std::ranges::minmax_element(ends, {}, &TornadoEnd::saving);
        return {input.id, input.names, input.unit, *least, *most};
    }
    return {input.id, input.names, input.unit, ends.front(), ends.back()};
}

} // namespace

double TornadoBar::swing() const {
    return std::abs(high.saving - low.saving);
}

bool TornadoBar::turns_the_answer() const {
    return std::min(low.saving, high.saving) < 0.0 && std::max(low.saving, high.saving) > 0.0;
}

Tornado tornado(const model::Router& router, const Question& question, std::size_t against,
                TornadoRule rule) {
    Tornado result{.question = question, .against = against, .rule = rule};
    Pair pair{router, question, against};
    if (pair.is_complete()) {
        result.saving = pair.saving_today(question.query);
        const auto inputs =
            inputs_of(pair.routes(), question.query, router.graph().network(), rule);
        for (const TornadoInput& input : inputs) {
            TornadoBar bar = bar_of(input, pair);
            if (!same_worth(bar.low.saving, bar.high.saving)) {
                result.bars.push_back(std::move(bar));
            }
        }
    }
    std::ranges::sort(result.bars, [](const TornadoBar& a, const TornadoBar& b) {
        const double wider = a.swing() - b.swing();
        return wider != 0.0 ? wider > 0.0 : a.id < b.id;
    });
    result.searches = pair.searches();
    return result;
}

} // namespace landsea::scenarios
