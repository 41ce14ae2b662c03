// What the reader says about scenarios, for scripts: `scenario_verdict small` prints a scenario of
// the small network on a line; `scenario_verdict` reads lines of one JSON text each and answers
// each with "accepted" or its problems on one line, with tabs between.

#include "io/read_scenario.hpp"
#include "small_network.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

namespace fs = std::filesystem;

/// Every key that a scenario may have, on the small network.
constexpr std::string_view small_scenario = R"({
  "$schema": "../../data/schema/scenario.schema.json",
  "schema_version": 1,
  "name": {"en": "High water", "zh": "高水位"},
  "description": {"en": "The river floods.", "zh": "河水泛滥。", "ru": "Река разливается."},
  "extends": ["other"],
  "sources": [{"id": "paper", "title": "A paper", "publisher": "A house", "year": 2021, "note": "p. 3"}],
  "changes": [
    {"close": "service:isle", "grade": "published", "sources": ["paper"], "year": 2021, "note": "shut"},
    {"close": {"border": "AALCK|AASEA"}, "grade": "assumed", "note": "shut", "months": [6, 7]},
    {"open": "service:southern", "grade": "published", "sources": ["book"], "note": "peace"},
    {"scale_time": {"low": 1, "typical": 2, "high": 3, "typical_is": "mean"}, "of": "means:barge",
     "grade": "derived", "sources": ["paper", "book"], "note": "twice"},
    {"scale_money": 1.5, "of": {"mode": "inland_waterway", "country": "AA", "corridor": ["river"]},
     "grade": "assumed", "note": "dearer"},
    {"scale_carbon": 0.5, "of": {"service": ["slow", "slow~return"]}, "grade": "assumed", "note": "cleaner"},
    {"set_time_hours": 5, "of": {"place": "AALCK", "operation": "lock"}, "grade": "assumed", "note": "so"},
    {"set_money_usd_per_teu": 50, "of": {"leg": "LOCK-SEA"}, "grade": "assumed", "note": "so"},
    {"set_carbon_kg_per_tonne_km": 0.02, "of": "mode:sea", "grade": "assumed", "note": "so"},
    {"add_time_hours": -2, "of": "leg:UP-LOCK", "grade": "assumed", "note": "quicker"},
    {"add_money_usd_per_teu": 9, "of": {"border": "AAUPP|AALCK"}, "grade": "assumed", "note": "a fee"},
    {"charge_carbon_usd_per_tonne_co2e": 75, "of": {"means": "coaster"}, "grade": "assumed", "note": "a tax"},
    {"scale_frequency": 2, "of": {"service": "slow"}, "grade": "assumed", "note": "more"},
    {"set_departures_per_week": 7, "of": "service:slow~return", "grade": "assumed", "note": "daily"},
    {"scale_capacity": 0.7, "of": "service:southern", "grade": "assumed", "note": "less"},
    {"set_capacity_teu": 90, "of": {"corridor": "river"}, "grade": "assumed", "note": "so many",
     "dates": {"from": "2025-09-12", "to": "2025-09-25"}},
    {"add_dwell_hours": 12, "of": {"place": "AASEA"}, "grade": "assumed", "note": "longer"},
    {"state": "flood", "of": {"season": "river"}, "grade": "assumed", "note": "high"}
  ]
})";

constexpr std::string_view other_scenario = R"({
  "schema_version": 1, "name": {"en": "Other", "zh": "其他"}, "description": {"en": "Other.", "zh": "其他。"},
  "changes": [{"scale_money": 2, "of": "mode:sea", "grade": "assumed", "note": "dearer"}]
})";

std::string on_one_line(std::string text, char between) {
    std::ranges::replace(text, '\n', between);
    return text;
}

/// A folder that goes when it does.
class Folder {
  public:
    Folder()
        : path_{fs::temp_directory_path() / ("landsea_verdict_" + std::to_string(::getpid()))} {
        fs::create_directories(path_);
    }

    ~Folder() { fs::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    [[nodiscard]] fs::path write(const std::string& name, std::string_view text) const {
        fs::path file = path_ / name;
        std::ofstream{file} << text;
        return file;
    }

    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

std::string verdict_on(const fs::path& file, const Folder& folder) {
    using namespace landsea::io;
    try {
        const ScenarioText text = read_scenario_text(file, folder.path());
        const LoadedNetwork loaded = read_network_text(
            {{"a.json", std::string{small_places}}, {"b.json", std::string{small_lines}}},
            text.additions);
        static_cast<void>(read_scenario(text, loaded.network));
    } catch (const InputError& error) {
        return on_one_line(error.what(), '\t');
    }
    return "accepted";
}

} // namespace

int main(int count, char** words) {
    if (count > 1 && std::string{words[1]} == "small") {
        std::cout << on_one_line(std::string{small_scenario}, ' ') << '\n';
        return 0;
    }
    const Folder folder;
    static_cast<void>(folder.write("other.json", other_scenario));
    for (std::string line; std::getline(std::cin, line);) {
        std::cout << verdict_on(folder.write("small.json", line), folder) << '\n';
    }
}
