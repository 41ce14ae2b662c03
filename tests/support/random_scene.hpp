#pragma once

#include "tests/support/scene.hpp"

#include <cstdint>
#include <random>

namespace landsea::support {

/// Whole numbers that are the same on every machine (the distributions of <random> are not).
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_{seed} {}

    /// One of 0 .. sides - 1.
    std::uint32_t roll(std::uint32_t sides) {
        return static_cast<std::uint32_t>(engine_() % sides);
    }

  private:
    std::mt19937 engine_;
};

/// A small network of any shape: four to six places in two countries, one a city with two
/// terminals; parallel links that often tie and often take nothing; services of one to three links,
/// some planned, some refusing dangerous goods; gates and transfers open here and there, borders.
Scene random_scene(Dice& dice);

/// Places in a row with up to three links side by side from each to the next, some back and some
/// past one, everything open to everything: many ways that weigh differently in each objective, or,
/// in every other network, often tie.
Scene random_chain(Dice& dice);

} // namespace landsea::support
