#pragma once

#include "model/router.hpp"
#include "scenarios/comparison.hpp"
#include "scenarios/parameter.hpp"
#include "scenarios/tipping_lines.hpp"

#include <optional>
#include <vector>

namespace landsea::scenarios {

/// A question's query within the constraints of an alternative, and by its criterion.
model::Query within(model::Query query, const Alternative& alternative);

/// A parameter as a number that runs from 0 at one end of its range to 1 at the other, and in which
/// expected worths are straight.
class TippingScale {
  public:
    explicit TippingScale(Parameter parameter);

    [[nodiscard]] double value(double t) const;

    /// The same with minus and plus infinity for what lies beyond the range.
    [[nodiscard]] double value_or_beyond(double t) const;

  private:
    Parameter parameter_;
    double start_;
    double end_;
};

/// What an alternative takes along a scale: its routes, and by which it goes where.
struct TippingCurve {
    std::vector<model::Itinerary> routes;
    std::vector<Line> worths;      ///< of the routes, under the question's criterion
    std::vector<LinePiece> pieces; ///< from 0 to 1; empty when there is no route

    /// The piece that holds t; of two that meet there, the lower one.
    [[nodiscard]] const LinePiece& piece_at(double t) const;

    /// The worth between two values that one piece holds.
    [[nodiscard]] Line between(double from, double to) const;
};

/// The alternatives that win over a part of a scale, and what holds there.
struct Reign {
    double from{};
    double to{};
    std::vector<std::size_t> winners;
    std::vector<std::optional<Line>> worths; ///< of each alternative, from end to end
    std::optional<std::size_t> runner_up;
    double lead{}; ///< the largest, over the next best
    double led_most_at{};
};

/// The alternatives of a question along the range of a parameter.
class TippingContest {
  public:
    /// The router must outlive it.
    TippingContest(const model::Router& router, Question question, const Parameter& parameter);

    [[nodiscard]] const std::vector<TippingCurve>& curves() const { return curves_; }

    /// From 0 to 1, each with other winners than the one before. A reign shorter than 1e-9 is left
    /// out.
    [[nodiscard]] const std::vector<Reign>& reigns() const { return reigns_; }

    [[nodiscard]] const TippingScale& scale() const { return scale_; }

    [[nodiscard]] const model::Query& at_start() const { return at_start_; }

    [[nodiscard]] const model::Query& at_end() const { return at_end_; }

    [[nodiscard]] std::size_t searches() const { return searches_; }

  private:
    [[nodiscard]] Line line_of(const model::Itinerary& route, model::Criterion criterion) const;
    TippingCurve curve_of(const Alternative& alternative);
    void find_reigns();
    void find_reigns(double from, double to);
    void append(Reign reign);

    const model::Router* router_;
    Question question_;
    TippingScale scale_;
    OpenQuery open_;
    model::Query at_start_;
    model::Query at_end_;
    std::vector<TippingCurve> curves_;
    std::vector<Reign> reigns_;
    std::size_t searches_ = 0;
};

} // namespace landsea::scenarios
