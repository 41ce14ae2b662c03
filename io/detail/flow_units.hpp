#pragma once

#include "io/presentation.hpp"
#include "model/query.hpp"
#include "scenarios/flow.hpp"

#include <optional>
#include <string>

namespace landsea::io::detail {

/// What the costs of a criterion are counted in, as keys end: "hours", "usd" or "kg_co2e".
std::string cost_unit(model::Criterion criterion);

/// What a box of a pair costs on average; absent where the pair is cut off.
std::optional<double> mean_cost(const scenarios::PairFlow& pair);

/// What a closure or scenario does to the pairs that keep a way.
struct ChangeEffect {
    int pay_more{};
    int pay_less{};
    std::optional<double> change; ///< of what all of them pay; absent within the accuracy
};

/// Differences below ten times the accuracy are taken for noise.
ChangeEffect effect_of(const scenarios::Flow& before, const scenarios::Flow& after,
                       double accuracy);

/// Writes costs for people: days, kilograms, or money of the presentation.
class FlowUnits {
  public:
    FlowUnits(model::Criterion criterion, const Presentation& show)
        : criterion_{criterion}, show_{show} {}

    /// "d", "USD" or "kg CO2e".
    [[nodiscard]] std::string name() const;

    /// A cost in that unit.
    [[nodiscard]] double shown(double cost) const;

    [[nodiscard]] std::string text(double cost) const;

    /// With a sign: "+12", "-3" or "0".
    [[nodiscard]] std::string change_text(double cost) const;

  private:
    [[nodiscard]] int decimals() const;

    model::Criterion criterion_;
    const Presentation& show_;
};

/// "+1,234", "-1,234" or "0".
std::string signed_text(double value, int decimals);

/// "3.2e-7", the same in every locale.
std::string scientific_text(double value);

} // namespace landsea::io::detail
