#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace landsea::model {

enum class Mode { road, rail, sea, inland_waterway, air };

inline constexpr std::array<std::pair<std::string_view, Mode>, 5> mode_names{{
    {"road", Mode::road},
    {"rail", Mode::rail},
    {"sea", Mode::sea},
    {"inland_waterway", Mode::inland_waterway},
    {"air", Mode::air},
}};

constexpr std::string_view name_of(Mode mode) {
    return mode_names[static_cast<std::size_t>(mode)].first;
}

/// What is in the box. A service may refuse a kind.
enum class CargoKind { dry, reefer, dangerous, lithium };

inline constexpr std::array<std::pair<std::string_view, CargoKind>, 4> cargo_kind_names{{
    {"dry", CargoKind::dry},
    {"reefer", CargoKind::reefer},
    {"dangerous", CargoKind::dangerous},
    {"lithium", CargoKind::lithium},
}};

constexpr std::string_view name_of(CargoKind kind) {
    return cargo_kind_names[static_cast<std::size_t>(kind)].first;
}

} // namespace landsea::model
