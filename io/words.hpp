#pragma once

#include "model/evidence.hpp"
#include "model/link.hpp"
#include "model/operation.hpp"
#include "model/place.hpp"
#include "model/range.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace landsea::io {

/// The words that files use for the enumerators of the model, in their order. Those of modes and
/// kinds of cargo stand beside their enums in `model/mode.hpp`.
template <class E, std::size_t N>
using Words = std::array<std::pair<std::string_view, E>, N>;

inline constexpr Words<model::Grade, 3> grade_words{{
    {"published", model::Grade::published},
    {"derived", model::Grade::derived},
    {"assumed", model::Grade::assumed},
}};

inline constexpr Words<model::TypicalIs, 3> typical_is_words{{
    {"mode", model::TypicalIs::mode},
    {"mean", model::TypicalIs::mean},
    {"median", model::TypicalIs::median},
}};

inline constexpr Words<model::LengthBasis, 2> length_basis_words{{
    {"actual", model::LengthBasis::actual},
    {"shortest_feasible", model::LengthBasis::shortest_feasible},
}};

inline constexpr Words<model::PlaceKind, 11> place_kind_words{{
    {"city", model::PlaceKind::city},
    {"rail_terminal", model::PlaceKind::rail_terminal},
    {"road_terminal", model::PlaceKind::road_terminal},
    {"dry_port", model::PlaceKind::dry_port},
    {"river_port", model::PlaceKind::river_port},
    {"seaport", model::PlaceKind::seaport},
    {"airport", model::PlaceKind::airport},
    {"border", model::PlaceKind::border},
    {"gauge_change", model::PlaceKind::gauge_change},
    {"lock", model::PlaceKind::lock},
    {"junction", model::PlaceKind::junction},
}};

inline constexpr Words<model::OperationKind, 10> operation_kind_words{{
    {"load", model::OperationKind::load},
    {"unload", model::OperationKind::unload},
    {"transfer", model::OperationKind::transfer},
    {"dwell", model::OperationKind::dwell},
    {"port_dwell", model::OperationKind::port_dwell},
    {"call", model::OperationKind::call},
    {"border", model::OperationKind::border},
    {"gauge_change", model::OperationKind::gauge_change},
    {"lock", model::OperationKind::lock},
    {"queue", model::OperationKind::queue},
}};

/// The word for an enumerator: `word_for(grade_words, Grade::derived)` is "derived".
template <class E, std::size_t N>
constexpr std::string_view word_for(const Words<E, N>& words, E value) {
    return words[static_cast<std::size_t>(value)].first;
}

} // namespace landsea::io
