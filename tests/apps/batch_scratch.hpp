#pragma once

#include "program_run.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

// On the fixture (see reach_test.cpp for the sums), from City to
//   Port  by rail 1.5 d, 120 USD, 120 kg, 600 km; by river 4.5 d, 70 USD, 100 kg, 1000 km
//   Far   by rail 5.75 d, 380 USD, 220 kg, 2600 km; by river 8.25 d, 330 USD, 200 kg, 3000 km
// Nothing sails to Isle.

namespace landsea::apps {

/// Three jobs and two scenarios in a folder.
class BatchVerb : public testing::Test {
  protected:
    BatchVerb() {
        jobs("id,from,to\nport,City,Port\nfar,City,Far\nisle,City,Isle\n");
        scenario("slow", R"({"scale_time": 2, "of": {"mode": "rail"}})");
        scenario("winter", R"({"scale_time": 3, "of": {"mode": "rail"}, "months": [1, 12]})");
    }

    void jobs(const std::string& bytes) const { write_bytes(folder.path() / "jobs.csv", bytes); }

    void scenario(const std::string& id, std::string change) const {
        change.insert(change.size() - 1, R"(, "grade": "assumed", "note": "for a test")");
        write_bytes(folder.path() / (id + ".json"),
                    R"({"schema_version": 1, "name": {"en": "n", "zh": "名"}, )"
                    R"("description": {"en": "d", "zh": "述"}, "changes": [)" +
                        change + "]}");
    }

    /// A batch of the jobs with more words; @ stands for the folder.
    [[nodiscard]] Outcome run(const std::vector<std::string>& more,
                              const Setting& setting = {}) const {
        std::vector<std::string> words{"batch", folder.path() / "jobs.csv"};
        for (std::string word : more) {
            for (auto at = word.find('@'); at != std::string::npos; at = word.find('@')) {
                word.replace(at, 1, folder.path().string());
            }
            words.push_back(word);
        }
        return run_small(words, setting);
    }

    [[nodiscard]] std::string bytes(const std::string& name) const {
        return bytes_of(folder.path() / name);
    }

    [[nodiscard]] bool is_there(const std::string& name) const {
        return std::filesystem::exists(folder.path() / name);
    }

    ScratchFolder folder;
};

/// The first line of a batch without draws.
inline constexpr const char* titles =
    "job,from,to,scenario,month,criterion,status,time_typical_days,"
    "money_typical_usd,carbon_typical_kg_co2e,generalised_typical_usd,"
    "length_km,transfers,services,problem\r\n";

} // namespace landsea::apps
