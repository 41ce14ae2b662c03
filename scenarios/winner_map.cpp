#include "scenarios/winner_map.hpp"

#include "scenarios/tipping_contest.hpp"
#include "scenarios/tipping_lines.hpp"

#include <algorithm>
#include <array>

namespace landsea::scenarios {

namespace {

using model::Criterion;
using model::Itinerary;

std::vector<double> evenly(const Parameter& parameter, std::size_t count) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(count - 1);
        values[i] = parameter.from + share * (parameter.to - parameter.from);
    }
    values.back() = parameter.to;
    return values;
}

/// A part of the grid, its borders included.
struct Rectangle {
    std::size_t left{};
    std::size_t right{};
    std::size_t bottom{};
    std::size_t top{};
};

/// What one alternative takes at every point.
class Surface {
  public:
    Surface(const model::Router& router, const OpenQuery& open, const WinnerMap& map,
            const Alternative& alternative)
        : router_{router}, open_{open}, map_{map},
          alternative_{alternative}, compared_{open.base().criterion},
          chosen_by_{alternative.criterion.value_or(open.base().criterion)},
          route_at_(map.across_values.size() * map.up_values.size()),
          worths_(map.across_values.size() * map.up_values.size()) {}

    /// Empty when there is no route.
    std::vector<double> worths() {
        const std::size_t right = map_.across_values.size() - 1;
        const std::size_t top = map_.up_values.size() - 1;
        if (!search(0, 0)) {
            return {};
        }
        fill({0, right, 0, top});
        return std::move(worths_);
    }

    [[nodiscard]] std::size_t searches() const { return searches_; }

  private:
    [[nodiscard]] model::Query query_at(std::size_t column, std::size_t row) const {
        return open_.at({map_.across_values[column], map_.up_values[row]});
    }

    [[nodiscard]] double worth(std::size_t route, std::size_t column, std::size_t row,
                               Criterion criterion) const {
        return worth_of(routes_[route], query_at(column, row), criterion, open_.network());
    }

    /// The best route at a point, as its number; searched for once.
    bool search(std::size_t column, std::size_t row) {
        auto& known = route_at_[map_.at(column, row)];
        if (known) {
            return true;
        }
        ++searches_;
        const auto route = router_.best(within(query_at(column, row), alternative_));
        if (!route) {
            return false;
        }
        const auto same = std::ranges::find_if(
            routes_, [&](const Itinerary& other) { return other.steps == route->steps; });
        known = static_cast<std::size_t>(same - routes_.begin());
        if (same == routes_.end()) {
            routes_.push_back(*route);
        }
        worths_[map_.at(column, row)] = worth(*known, column, row, compared_);
        return true;
    }

    void fill(const Rectangle& part) {
        const std::array<std::array<std::size_t, 2>, 4> corners{{{part.left, part.bottom},
                                                                 {part.right, part.bottom},
                                                                 {part.left, part.top},
                                                                 {part.right, part.top}}};
        for (const auto& [column, row] : corners) {
            search(column, row);
        }
        if (part.right - part.left <= 1 && part.top - part.bottom <= 1) {
            return;
        }
        for (const auto& [column, row] : corners) {
            const std::size_t route = *route_at_[map_.at(column, row)];
            const bool everywhere = std::ranges::all_of(
                corners, [&](const auto& corner) { return is_best(route, corner[0], corner[1]); });
            if (everywhere) {
                paint(part, route);
                return;
            }
        }
        divide(part);
    }

    [[nodiscard]] bool is_best(std::size_t route, std::size_t column, std::size_t row) const {
        const std::size_t best = *route_at_[map_.at(column, row)];
        if (route == best) {
            return true;
        }
        const double here = worth(route, column, row, chosen_by_);
        const double least = worth(best, column, row, chosen_by_);
        return here <= least || same_worth(here, least);
    }

    void paint(const Rectangle& part, std::size_t route) {
        for (std::size_t row = part.bottom; row <= part.top; ++row) {
            for (std::size_t column = part.left; column <= part.right; ++column) {
                route_at_[map_.at(column, row)] = route;
                worths_[map_.at(column, row)] = worth(route, column, row, compared_);
            }
        }
    }

    void divide(const Rectangle& part) {
        Rectangle first = part;
        Rectangle second = part;
        if (part.right - part.left >= part.top - part.bottom) {
            first.right = second.left = (part.left + part.right) / 2;
        } else {
            first.top = second.bottom = (part.bottom + part.top) / 2;
        }
        fill(first);
        fill(second);
    }

    const model::Router& router_;
    const OpenQuery& open_;
    const WinnerMap& map_;
    const Alternative& alternative_;
    Criterion compared_;
    Criterion chosen_by_;
    std::vector<Itinerary> routes_;
    std::vector<std::optional<std::size_t>> route_at_;
    std::vector<double> worths_;
    std::size_t searches_ = 0;
};

/// The first alternative that is best at a point.
std::optional<std::size_t> winner_at(const std::vector<std::vector<double>>& worths,
                                     std::size_t point) {
    std::optional<std::size_t> best;
    for (std::size_t a = 0; a < worths.size(); ++a) {
        if (worths[a].empty()) {
            continue;
        }
        const double worth = worths[a][point];
        const bool better =
            !best || (worth < worths[*best][point] && !same_worth(worth, worths[*best][point]));
        best = better ? a : *best;
    }
    return best;
}

std::optional<std::size_t> winner_now(const model::Router& router, const Question& question) {
    std::vector<std::vector<double>> worths;
    for (const Alternative& alternative : question.alternatives) {
        worths.emplace_back();
        if (const auto route = router.best(within(question.query, alternative))) {
            worths.back().push_back(worth_of(*route, question.query, question.query.criterion,
                                             router.graph().network()));
        }
    }
    return winner_at(worths, 0);
}

} // namespace

WinnerMap winner_map(const model::Router& router, const Question& question, const Parameter& across,
                     const Parameter& up, std::size_t columns, std::size_t rows) {
    WinnerMap map{.question = question,
                  .across = across,
                  .up = up,
                  .across_values = evenly(across, columns),
                  .up_values = evenly(up, rows)};
    const OpenQuery open{question.query, {across, up}, router.graph().network()};
    for (const Alternative& alternative : question.alternatives) {
        Surface surface{router, open, map, alternative};
        map.worths.push_back(surface.worths());
        map.searches += surface.searches();
    }
    for (std::size_t point = 0; point < columns * rows; ++point) {
        map.winners.push_back(winner_at(map.worths, point));
    }
    map.wins_now = winner_now(router, question);
    map.searches += question.alternatives.size();
    return map;
}

} // namespace landsea::scenarios
