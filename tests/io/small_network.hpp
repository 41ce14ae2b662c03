#pragma once

#include "io/input_error.hpp"
#include "io/read_network.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::io {

/// A river port, a lock, and a seaport; a barge that goes down and up between them.
///
///     AAUPP --river 100 km--> AALCK --river 200 km--> AASEA --sea "north" 900 km--> BBFAR
///                           (a season)                      --sea "south" 1100 km->
///                                                    CCISL <--ships with computed ways--> both
///
/// Stable things stand in one file, lines in the other.
inline constexpr std::string_view small_places = R"({
  "schema_version": 1,
  "title": "Places",
  "sources": [{"id": "book", "title": "A book", "publisher": "A house", "year": 2020}],
  "seasons": [
    {"id": "river", "names": {"en": "River", "zh": "河"}, "grade": "assumed",
     "states": [
       {"id": "normal", "names": {"en": "Normal", "zh": "平"},
        "probability_by_month": [1, 1, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 1, 1]},
       {"id": "flood", "names": {"en": "Flood", "zh": "汛"},
        "probability_by_month": [0, 0, 0, 0, 0, 0.5, 0.5, 0, 0, 0, 0, 0]}]}
  ],
  "causes": [{"id": "weather", "names": {"en": "Weather", "zh": "天气"}, "correlation": 0.5,
              "grade": "assumed", "note": "nobody says"}],
  "emission_factors": [
    {"id": "ship", "names": {"en": "Ship", "zh": "船"},
     "g_co2e_per_tkm": {"low": 5, "typical": 10, "high": 20, "grade": "published",
                        "sources": ["book"], "year": 2020}},
    {"id": "crane", "names": {"en": "Crane", "zh": "吊"},
     "kg_co2e_per_t": {"low": 1, "typical": 1, "high": 1, "grade": "assumed"}}
  ],
  "passages": [{"id": "strait", "names": {"en": "Strait", "zh": "峡"}, "lat": 1, "lon": 104,
                "toll_usd_per_teu": {"low": 5, "typical": 6, "high": 8, "grade": "assumed"}}],
  "means": [{"id": "barge", "names": {"en": "Barge", "zh": "驳"}, "mode": "inland_waterway"},
            {"id": "liner", "names": {"en": "Liner", "zh": "班轮"}, "mode": "sea"},
            {"id": "coaster", "names": {"en": "Coaster", "zh": "沿海船"}, "mode":"sea",
             "vessel": "feeder", "price_year": 2023, "emission_factor": "ship", "cause": "weather",
             "time_h": {"low": 2, "typical": 6, "high": 9, "grade": "assumed"},
             "speed_km_per_h": {"low": 18, "typical": 22, "high": 26, "grade": "assumed"},
             "money_usd_per_teu": {"low": 55, "typical": 65, "high": 75, "grade": "assumed"},
             "money_usd_per_teu_km": {"low": 0.1, "typical": 0.2, "high": 0.3,
                                      "grade": "published", "sources": ["book"]}}],
  "places": [
    {"id": "AAUPP", "unlocode": "AAUPP", "aliases": ["up"], "names": {"en": "Up", "zh": "上"},
     "country": "AA", "lat": 30, "lon": 106, "kinds": ["river_port"], "part_of": "AACITY",
     "grade": "derived", "sources": ["book"], "note": "from the map"},
    {"id": "AACITY", "names": {"en": "City", "zh": "城", "ru": "Город"}, "country": "AA",
     "lat": 30.1, "lon": 106.1, "kinds": ["city"], "grade": "assumed"},
    {"id": "AALCK", "names": {"en": "Lock", "zh": "闸"}, "country": "AA", "lat": 30.5,
     "lon": 111, "kinds": ["lock"], "grade": "assumed"},
    {"id": "AASEA", "names": {"en": "Sea", "zh": "海"}, "country": "AA", "lat": 31, "lon": 122,
     "kinds": ["river_port", "seaport"], "grade": "assumed"},
    {"id": "BBFAR", "names": {"en": "Far", "zh": "远"}, "country": "BB", "lat": 1, "lon": 104,
     "kinds": ["seaport"], "grade": "assumed"},
    {"id": "CCISL", "names": {"en": "Isle", "zh": "岛", "local": "Île"}, "country": "CC",
     "lat": 5, "lon": 110, "kinds": ["seaport"], "handled_as": "quay", "grade": "assumed"}
  ],
  "handling_classes": [
    {"id": "quay", "names": {"en": "Quay", "zh": "码头"}, "operations": [
      {"id": "load-sea", "kind": "load", "from": ["gate"], "to": ["mode:sea"], "price_year": 2022,
       "time_h": {"low": 4, "typical": 5, "high": 6, "grade": "assumed"},
       "money_usd_per_teu": {"low": 70, "typical": 80, "high": 90, "grade": "assumed"}},
      {"id": "unload-sea", "kind": "unload", "from": ["mode:sea"], "to": ["gate"], "hub": "crane",
       "season": "river", "price_year": 2022, "by_state": {
         "normal": {"time_h": {"low": 7, "typical": 8, "high": 9, "grade": "assumed"},
                    "money_usd_per_teu": {"low": 71, "typical": 81, "high": 91, "grade": "assumed"}},
         "flood": {"time_h": {"low": 17, "typical": 18, "high": 19, "grade": "assumed"},
                   "money_usd_per_teu": {"low": 72, "typical": 82, "high": 92,
                                         "grade": "assumed"}}}}]}
  ]
})";

inline constexpr std::string_view small_lines = R"({
  "schema_version": 1,
  "title": "Lines",
  "operations": [
    {"id": "load-up", "place": "AAUPP", "kind": "load", "from": ["gate"],
     "to": ["means:barge", "service:slow~return"], "hub": "crane", "only_for": ["dry", "reefer"],
     "time_h": {"low": 1, "typical": 2, "high": 3, "grade": "assumed"},
     "money_usd_per_teu": {"low": 10, "typical": 20, "high": 30, "grade": "assumed"},
     "price_year": 2024},
    {"id": "lockage", "place": "AALCK", "kind": "lock", "on": ["mode:inland_waterway"],
     "season": "river", "cause": "weather", "price_year": 2024,
     "by_state": {
       "flood": {"time_h": {"low": 10, "typical": 20, "high": 30, "grade": "assumed"},
                 "money_usd_per_teu": {"low": 0, "typical": 0, "high": 0, "grade": "assumed"}},
       "normal": {"time_h": {"low": 1, "typical": 4, "high": 7, "grade": "assumed"},
                  "money_usd_per_teu": {"low": 0, "typical": 0, "high": 0, "grade": "assumed"}}}},
    {"id": "customs", "place": "AASEA", "kind": "border", "on": ["any"], "leaving_to": "BBFAR",
     "time_h": {"low": 1, "typical": 1, "high": 1, "grade": "assumed"},
     "money_usd_per_teu": {"low": 0, "typical": 0, "high": 0, "grade": "assumed"},
     "price_year": 2024}
  ],
  "links": [
    {"id": "UP-LOCK", "from": "AAUPP", "to": "AALCK", "mode": "inland_waterway",
     "countries": ["AA"], "length_basis": "actual", "emission_factor": "ship",
     "length_km": {"low": 100, "typical": 100, "high": 100, "grade": "assumed"},
     "time_h": {"low": 24, "typical": 72, "high": 144, "typical_is": "mean", "grade": "published",
                "sources": ["book"], "year": 2019, "note": "12 d"},
     "money_usd_per_teu": {"low": 40, "typical": 50, "high": 60, "grade": "assumed"},
     "price_year": 2024, "shape_lat_lon": [[30.2, 107], [30.4, 110]],
     "reverse": {"time_h": {"low": 48, "typical": 96, "high": 192, "grade": "assumed"}}},
    {"id": "LOCK-SEA", "from": "AALCK", "to": "AASEA", "mode": "inland_waterway",
     "countries": ["AA"], "length_basis": "actual", "emission_factor": "ship",
     "length_km": {"low": 200, "typical": 200, "high": 200, "grade": "assumed"},
     "time_h": {"low": 20, "typical": 30, "high": 40, "grade": "assumed"},
     "money_usd_per_teu": {"low": 40, "typical": 50, "high": 60, "grade": "assumed"},
     "price_year": 2024, "reverse": "mirrored"},
    {"id": "SEA-FAR@north", "from": "AASEA", "to": "BBFAR", "mode": "sea", "variant": "north",
     "countries": [], "passages": ["strait"], "length_basis": "shortest_feasible",
     "length_km": {"low": 900, "typical": 900, "high": 900, "grade": "assumed"},
     "time_h": {"low": 20, "typical": 30, "high": 40, "grade": "assumed"},
     "money_usd_per_teu": {"low": 40, "typical": 50, "high": 60, "grade": "assumed"},
     "price_year": 2024, "emission_factor": "ship", "cause": "weather", "reverse": "none"},
    {"id": "SEA-FAR@south", "from": "AASEA", "to": "BBFAR", "mode": "sea", "variant": "south",
     "countries": [], "length_basis": "shortest_feasible",
     "length_km": {"low": 1100, "typical": 1100, "high": 1100, "grade": "assumed"},
     "time_h": {"low": 20, "typical": 30, "high": 40, "grade": "assumed"},
     "money_usd_per_teu": {"low": 40, "typical": 50, "high": 60, "grade": "assumed"},
     "price_year": 2024, "emission_factor": "ship", "standing": {"planned": "2026-12"},
     "reverse": "none"},
    {"id": "SEA-ISL", "from": "AASEA", "to": "CCISL", "mode": "sea", "countries": [],
     "course": {"avoid": ["strait"]}, "emission_factor": "ship", "price_year": 2021,
     "time_h": {"low": 101, "typical": 102, "high": 103, "grade": "assumed"},
     "money_usd_per_teu": {"low": 201, "typical": 202, "high": 203, "grade": "assumed"},
     "reverse":"mirrored"}
  ],
  "services": [
    {"id": "slow", "names": {"en": "Slow barge", "zh": "慢"}, "means": "barge",
     "route": ["AAUPP", "AALCK", "AASEA"], "corridors": ["river"],
     "departures_per_week": {"low": 2, "typical": 3, "high": 4, "grade": "published",
                             "sources": ["book"]},
     "refuses": [{"kind": "lithium", "grade": "published", "sources": ["book"]}],
     "return": {"time_factor": {"low": 1, "typical": 1.2, "high": 1.5, "grade": "derived",
                                "sources": ["book"]}}},
    {"id": "southern", "names": {"en": "Southern", "zh": "南"}, "means": "liner",
     "route": ["AASEA", "BBFAR"], "variant": "south", "standing": {"suspended": "war"},
     "capacity_teu": {"low": 1000, "typical": 2000, "high": 3000, "grade": "assumed"},
     "return": "none"},
    {"id": "isle", "means": "coaster", "route": ["AASEA", "CCISL", "BBFAR"], "return": "same"},
    {"id": "strait-line", "names": {"en": "By the strait", "zh": "峡线"}, "means": "coaster",
     "route": ["CCISL", "BBFAR"], "course": {"via": ["strait"]}, "return":"none"}
  ],
  "corridors": [{"id": "river", "names": {"en": "River", "zh": "河"},
                 "story": {"en": "It flows.", "zh": "它流。"}}]
})";

/// The text with its only occurrence of `old` replaced. Throws when it occurs otherwise.
inline std::string with(std::string_view text, std::string_view old, std::string_view fresh) {
    const std::size_t at = text.find(old);
    if (at == text.npos || text.find(old, at + 1) != text.npos) {
        throw std::logic_error{"must occur exactly once: " + std::string{old}};
    }
    std::string changed{text};
    return changed.replace(at, old.size(), fresh);
}

/// Reads both files, "a.json" with places and "b.json" with lines.
inline LoadedNetwork read_small(std::string_view places, std::string_view lines) {
    return read_network_text({{"a.json", std::string{places}}, {"b.json", std::string{lines}}});
}

/// What reading complains about, one line each; "fine" when it does not.
inline std::string complaint_about(const std::vector<NetworkText>& texts) {
    try {
        static_cast<void>(read_network_text(texts));
    } catch (const InputError& error) {
        return error.what();
    }
    return "fine";
}

/// What reading complains about when something in the first file is replaced.
inline std::string complaint_in_places(std::string_view old, std::string_view fresh) {
    return complaint_about(
        {{"a.json", with(small_places, old, fresh)}, {"b.json", std::string{small_lines}}});
}

/// What reading complains about when something in the second file is replaced.
inline std::string complaint_in_lines(std::string_view old, std::string_view fresh) {
    return complaint_about(
        {{"a.json", std::string{small_places}}, {"b.json", with(small_lines, old, fresh)}});
}

} // namespace landsea::io
