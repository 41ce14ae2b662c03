#pragma once

#include "io/detail/import_reader.hpp"
#include "io/json_text.hpp"

#include <string>
#include <vector>

namespace landsea::io::detail {

/// The year of prices of nothing.
inline constexpr int imported_price_year = 2025;

/// The id of the handling class of imported places.
inline constexpr const char* imported_handling = "imported";

/// What is assumed of a mode when a file does not say: round figures of the right order.
struct ModeGuess {
    std::string mode;
    std::string zh;
    double km_per_h{};
    Assumption g_co2e_per_tkm;
};

/// The guess for one of the five modes.
const ModeGuess& guess_for(const std::string& mode);

/// The mode that a link states, or road.
std::string mode_of(const ImportReader& link);

/// The key "names".
void write_names(JsonText& json, const std::string& en, const std::string& zh);

/// A key and a list of texts.
void write_words(JsonText& json, const char* key, const std::vector<std::string>& words);

/// The list of means: one for each mode, "imported_road".
void write_imported_means(JsonText& json);

/// The list of handling classes: one that lets everything be loaded, unloaded and transferred
/// in no time for nothing, and says so.
void write_imported_handling(JsonText& json);

} // namespace landsea::io::detail
