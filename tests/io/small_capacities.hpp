#pragma once

#include <string_view>

namespace landsea::io {

/// A network for capacities: a place and a passage.
inline constexpr std::string_view capacity_network = R"({
  "schema_version": 1,
  "passages": [{"id": "strait", "names": {"en": "Strait", "zh": "海峡"}, "lat": 1, "lon": 2}],
  "places": [{"id": "LOCK", "names": {"en": "Lock", "zh": "船闸"}, "country": "CN", "lat": 30,
              "lon": 111, "kinds": ["lock"], "grade": "assumed"}]
})";

/// Capacities with one of each thing.
inline constexpr std::string_view small_capacities = R"({
  "$schema": "schema/capacities.schema.json",
  "schema_version": 1,
  "title": "A lock and a strait",
  "sources": [
    {"id": "book", "title": "The book of locks", "publisher": "The lock keeper", "year": 2024,
     "note": "page 3"}
  ],
  "capacities": [
    {"place": "LOCK",
     "capacity_teu_per_year": {"low": 800, "typical": 1000, "high": 1100, "grade": "published",
                               "sources": ["book"], "note": "a year"},
     "in_use_teu_per_year": {"low": 0, "typical": 500, "high": 700, "grade": "derived",
                             "sources": ["book"], "year": 2023, "note": "half"},
     "batch_teu": {"low": 1, "typical": 10, "high": 20, "grade": "assumed", "note": "a vessel"}},
    {"passage": "strait",
     "capacity_teu_per_year": {"low": 5, "typical": 50, "high": 500, "grade": "assumed"},
     "batch_teu": {"low": 1, "typical": 1, "high": 1, "grade": "assumed"}}
  ]
})";

} // namespace landsea::io
