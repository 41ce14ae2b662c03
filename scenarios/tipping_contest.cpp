#include "scenarios/tipping_contest.hpp"

#include <algorithm>
#include <limits>

namespace landsea::scenarios {

namespace {

using model::Itinerary;
using model::Query;

constexpr double shortest_reign = 1e-9;

/// Names the winners of a reign whose best line is given, and who comes next.
void crown(Reign& reign, const Line& best) {
    std::vector<Line> rivals;
    std::vector<std::size_t> of;
    for (std::size_t a = 0; a < reign.worths.size(); ++a) {
        if (!reign.worths[a]) {
            continue;
        }
        const Line& line = *reign.worths[a];
        if (same_worth(line.start, best.start) && same_worth(line.end, best.end)) {
            reign.winners.push_back(a);
        } else {
            rivals.push_back(line);
            of.push_back(a);
        }
    }
    for (const LinePiece& piece : lower_envelope(rivals)) {
        for (const double t : {piece.from, piece.to}) {
            const double lead = rivals[piece.line].at(t) - best.at(t);
            if (!reign.runner_up || lead > reign.lead) {
                reign.runner_up = of[piece.line];
                reign.lead = lead;
                reign.led_most_at = reign.from + t * (reign.to - reign.from);
            }
        }
    }
}

} // namespace

Query within(Query query, const Alternative& alternative) {
    query.criterion = alternative.criterion.value_or(query.criterion);
    const auto append = [](auto& list, const auto& more) {
        list.insert(list.end(), more.begin(), more.end());
    };
    append(query.constraints.via, alternative.constraints.via);
    append(query.constraints.avoid, alternative.constraints.avoid);
    return query;
}

TippingScale::TippingScale(Parameter parameter)
    : parameter_{std::move(parameter)}, start_{straightened(parameter_, parameter_.from)},
      end_{straightened(parameter_, parameter_.to)} {}

double TippingScale::value(double t) const {
    if (t <= 0.0 || t >= 1.0) {
        return t <= 0.0 ? parameter_.from : parameter_.to;
    }
    return unstraightened(parameter_, start_ + t * (end_ - start_));
}

double TippingScale::value_or_beyond(double t) const {
    const double beyond = std::numeric_limits<double>::infinity();
    return t < 0.0 ? -beyond : t > 1.0 ? beyond : value(t);
}

const LinePiece& TippingCurve::piece_at(double t) const {
    const auto found = std::ranges::find_if(pieces, [&](const auto& p) { return p.to >= t; });
    return found == pieces.end() ? pieces.back() : *found;
}

Line TippingCurve::between(double from, double to) const {
    const Line& line = worths[piece_at((from + to) / 2.0).line];
    return {line.at(from), line.at(to)};
}

TippingContest::TippingContest(const model::Router& router, Question question,
                               const Parameter& parameter)
    : router_{&router}, question_{std::move(question)}, scale_{parameter},
      open_{question_.query, {parameter}, router.graph().network()},
      at_start_{open_.at({parameter.from})}, at_end_{open_.at({parameter.to})} {
    for (const Alternative& alternative : question_.alternatives) {
        curves_.push_back(curve_of(alternative));
    }
    find_reigns();
}

Line TippingContest::line_of(const Itinerary& route, model::Criterion criterion) const {
    const model::Network& network = router_->graph().network();
    return {worth_of(route, at_start_, criterion, network),
            worth_of(route, at_end_, criterion, network)};
}

TippingCurve TippingContest::curve_of(const Alternative& alternative) {
    TippingCurve curve;
    std::vector<Line> chosen_by;
    const model::Criterion criterion = alternative.criterion.value_or(question_.query.criterion);
    const auto ask = [&](double t) {
        ++searches_;
        auto route = router_->best(within(open_.at({scale_.value(t)}), alternative));
        if (!route) {
            return Line{}; // nor is there one at any other value
        }
        curve.worths.push_back(line_of(*route, question_.query.criterion));
        chosen_by.push_back(line_of(*route, criterion));
        curve.routes.push_back(std::move(*route));
        return chosen_by.back();
    };
    visit_envelope(ask);
    curve.pieces = lower_envelope(chosen_by);
    return curve;
}

void TippingContest::find_reigns() {
    std::vector<double> corners{0.0, 1.0};
    for (const TippingCurve& curve : curves_) {
        for (const LinePiece& piece : curve.pieces) {
            corners.push_back(piece.from);
        }
    }
    std::ranges::sort(corners);
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
        find_reigns(corners[i], corners[i + 1]);
    }
    if (!reigns_.empty()) {
        reigns_.front().from = 0.0;
        reigns_.back().to = 1.0;
    }
}

/// Where every alternative keeps to one route.
void TippingContest::find_reigns(double from, double to) {
    std::vector<Line> lines;
    std::vector<std::size_t> of;
    for (std::size_t a = 0; a < curves_.size(); ++a) {
        if (!curves_[a].pieces.empty()) {
            lines.push_back(curves_[a].between(from, to));
            of.push_back(a);
        }
    }
    for (const LinePiece& piece : lower_envelope(lines)) {
        Reign reign{.from = from + piece.from * (to - from),
                    .to = piece.to == 1.0 ? to : from + piece.to * (to - from)};
        reign.worths.resize(curves_.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            reign.worths[of[i]] = Line{lines[i].at(piece.from), lines[i].at(piece.to)};
        }
        crown(reign, *reign.worths[of[piece.line]]);
        append(std::move(reign));
    }
}

void TippingContest::append(Reign reign) {
    if (reign.to - reign.from < shortest_reign) {
        return;
    }
    if (reigns_.empty() || reigns_.back().winners != reign.winners) {
        if (!reigns_.empty()) {
            reigns_.back().to = reign.from;
        }
        reigns_.push_back(std::move(reign));
        return;
    }
    Reign& last = reigns_.back();
    last.to = reign.to;
    for (std::size_t a = 0; a < last.worths.size(); ++a) {
        if (last.worths[a]) {
            last.worths[a]->end = reign.worths[a]->end;
        }
    }
    if (reign.lead > last.lead) {
        last.runner_up = reign.runner_up;
        last.lead = reign.lead;
        last.led_most_at = reign.led_most_at;
    }
}

} // namespace landsea::scenarios
