#include "io/read_scenario.hpp"
#include "small_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <variant>

namespace landsea::io {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

/// A folder of scenario files that goes with the test.
class Folder {
  public:
    Folder() {
        static int count = 0;
        path_ = fs::temp_directory_path() /
                ("landsea-scenarios-" + std::to_string(getpid()) + "-" + std::to_string(++count));
        fs::create_directories(path_);
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    ~Folder() { fs::remove_all(path_); }

    [[nodiscard]] fs::path add(const std::string& id, const std::string& changes,
                               const std::string& more = "") const {
        const fs::path file = path_ / (id + ".json");
        std::ofstream{file} << R"({"schema_version": 1, "name": {"en": "N", "zh": "名"},
            "description": {"en": "D", "zh": "述"}, )"
                            << more << R"("changes": [)" << changes << "]}";
        return file;
    }

    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

LoadedNetwork small_with(const std::vector<NetworkText>& additions) {
    return read_network_text(
        {{"a.json", std::string{small_places}}, {"b.json", std::string{small_lines}}}, additions);
}

scenarios::Scenario read(const fs::path& file) {
    const ScenarioText text = read_scenario_text(file, file.parent_path());
    return read_scenario(text, small_with(text.additions).network);
}

/// The message about a scenario of these changes, without the folder of its file.
std::string complaint(const std::string& changes, const std::string& more = "") {
    const Folder folder;
    try {
        static_cast<void>(read(folder.add("trial", changes, more)));
    } catch (const InputError& error) {
        const std::string text = error.what();
        const std::size_t at = text.find("trial.json");
        return at == std::string::npos ? text : text.substr(at);
    }
    return "accepted";
}

const std::string assumed = R"("grade": "assumed", "note": "a test")";

TEST(ReadScenario, NamesTheNearestWordForAnUnknownTarget) {
    EXPECT_EQ(complaint(R"({"close": "strai", )" + assumed + "}"),
              "trial.json: /changes/0/close: expected a target such as \"corridor:ID\" or "
              "\"malacca\" (nearest: strait, Strait), found \"strai\"");
    EXPECT_THAT(complaint(R"({"scale_time": 2, "of": {"mode": "sae"}, )" + assumed + "}"),
                HasSubstr("/changes/0/of/mode: expected the name of a mode"));
}

TEST(ReadScenario, RefusesAScopeThatMatchesNothing) {
    EXPECT_THAT(complaint(R"({"close": {"mode": "sea", "means": "barge"}, )" + assumed + "}"),
                HasSubstr("/changes/0: expected a scope that matches something in the network, "
                          "found close means barge and mode sea"));
    EXPECT_THAT(complaint(R"({"scale_time": 2, "of": {"place": "AAUPP", "operation": "border"}, )" +
                          assumed + "}"),
                HasSubstr("a scope that matches something"));
}

TEST(ReadScenario, RefusesNumbersOutOfTheirRange) {
    EXPECT_THAT(complaint(R"({"scale_time": -1, "of": "mode:sea", )" + assumed + "}"),
                HasSubstr("/changes/0/scale_time: expected a number"));
    EXPECT_THAT(complaint(R"({"scale_money": 1e300, "of": "mode:sea", )" + assumed + "}"),
                HasSubstr("/changes/0/scale_money: expected a number"));
    EXPECT_THAT(complaint(R"({"scale_frequency": 0, "of": "service:slow", )" + assumed + "}"),
                HasSubstr("/changes/0/scale_frequency: expected a number"));
    EXPECT_THAT(
        complaint(R"({"scale_time": {"low": 3, "typical": 2, "high": 4}, "of": "mode:sea", )" +
                  assumed + "}"),
        HasSubstr("expected low <= typical <= high"));
}

TEST(ReadScenario, RefusesTwoThingsInOneChangeAndNone) {
    EXPECT_THAT(complaint(R"({"close": "service:slow", "open": "service:slow", )" + assumed + "}"),
                HasSubstr("/changes/0: expected exactly one key that says what changes"));
    EXPECT_THAT(complaint("{" + assumed + "}"), HasSubstr("found 0"));
    EXPECT_THAT(complaint(""), HasSubstr("/changes: expected one change or more"));
}

TEST(ReadScenario, RefusesUnknownKeysWithTheNearest) {
    EXPECT_THAT(complaint(R"({"scale_tme": 2, "of": "mode:sea", )" + assumed + "}"),
                HasSubstr("scale_time"));
}

TEST(ReadScenario, WantsEvidence) {
    EXPECT_THAT(complaint(R"({"close": "service:slow", "note": "x"})"),
                HasSubstr("/changes/0: expected the key \"grade\", found none"));
    EXPECT_THAT(complaint(R"({"close": "service:slow", "grade": "published", "note": "x"})"),
                HasSubstr("\"sources\", as the grade is not assumed"));
    EXPECT_THAT(complaint(R"({"close": "service:slow", "grade": "published", "sources": ["boook"],
                             "note": "x"})"),
                HasSubstr("(nearest: book)"));
    EXPECT_EQ(complaint(R"({"close": "service:slow", "grade": "published", "sources": ["book"],
                           "note": "x"})"),
              "accepted");
}

TEST(ReadScenario, RefusesTwoChangesOfOneNumberInOneFile) {
    const std::string twice = R"({"set_time_hours": 5, "of": "leg:UP-LOCK", )" + assumed +
                              R"(}, {"set_time_hours": 6, "of": "leg:UP-LOCK", )" + assumed + "}";
    EXPECT_THAT(complaint(twice), HasSubstr("/changes/1: expected no second change of what trial: "
                                            "/changes/0 does (hours of leg UP-LOCK"));
}

TEST(ReadScenario, AcceptsThemInDifferentMonths) {
    EXPECT_EQ(complaint(R"({"set_time_hours": 5, "of": "leg:UP-LOCK", "months": [1], )" + assumed +
                        R"(}, {"set_time_hours": 6, "of": "leg:UP-LOCK", "months": [2], )" +
                        assumed + "}"),
              "accepted");
}

TEST(ReadScenario, RefusesToCloseAndOpenTheSameInOneFile) {
    EXPECT_THAT(complaint(R"({"close": "service:slow", )" + assumed +
                          R"(}, {"open": "service:slow", )" + assumed + "}"),
                HasSubstr("/changes/1: expected no second change"));
}

TEST(ReadScenario, RefusesToOpenWhatIsOpen) {
    EXPECT_THAT(complaint(R"({"open": "service:slow", )" + assumed + "}"),
                HasSubstr("something that is closed before, planned or suspended"));
}

TEST(ReadScenario, RefusesDaysThatAreNone) {
    const auto dated = [](const std::string& from, const std::string& to) {
        return complaint(R"({"close": "service:slow", "dates": {"from": ")" + from +
                         R"(", "to": ")" + to + R"("}, )" + assumed + "}");
    };
    EXPECT_THAT(dated("2025-02-30", "2025-03-01"), HasSubstr("/changes/0/dates/from"));
    EXPECT_THAT(dated("2025-03-02", "2025-03-01"), HasSubstr("\"to\" on or after \"from\""));
    EXPECT_THAT(dated("soon", "2025-03-01"), HasSubstr("a day such as"));
    EXPECT_EQ(dated("2025-12-20", "2026-01-10"), "accepted");
}

TEST(ReadScenario, TakesTheMonthsThatDatesTouch) {
    const Folder folder;
    const auto scenario =
        read(folder.add("winter", R"({"close": "service:slow", "dates": {"from": "2025-11-30",
                                      "to": "2026-01-01"}, )" +
                                      assumed + "}"));
    const auto& months = *scenario.changes.front().months;
    EXPECT_THAT(months, ElementsAre(true, false, false, false, false, false, false, false, false,
                                    false, true, true));
}

TEST(ReadScenario, PutsExtendedChangesFirst) {
    const Folder folder;
    static_cast<void>(folder.add("first", R"({"close": "service:slow", )" + assumed + "}"));
    static_cast<void>(folder.add("second",
                                 R"({"scale_time": 2, "of": "mode:sea", )" + assumed + "}",
                                 R"("extends": ["first"], )"));
    const auto scenario = read(folder.add("third", R"({"open": "service:slow", )" + assumed + "}",
                                          R"("extends": ["second", "first"], )"));
    std::vector<std::string> texts;
    for (const auto& change : scenario.changes) {
        texts.push_back(change.scenario + ": " + change.text);
    }
    EXPECT_THAT(texts, ElementsAre("first: close service slow", "second: scale_time 2 of mode sea",
                                   "third: open service slow"));
    EXPECT_THAT(scenario.extends, ElementsAre("second", "first"));
}

TEST(ReadScenario, RefusesCircles) {
    const Folder folder;
    static_cast<void>(folder.add("one", "", R"("extends": ["two"], )"));
    const fs::path two = folder.add("two", "", R"("extends": ["one"], )");
    try {
        static_cast<void>(read(two));
        FAIL() << "accepted";
    } catch (const InputError& error) {
        EXPECT_THAT(error.what(), HasSubstr("one.json: /extends/0: expected scenarios that do not "
                                            "extend each other in a circle"));
        EXPECT_THAT(error.what(), HasSubstr("two > one > two"));
    }
}

TEST(ReadScenario, NeverLooksOutsideItsFolders) {
    EXPECT_THAT(complaint("", R"("extends": ["../secret"], )"),
                HasSubstr("/extends/0: expected the id of a scenario beside this file"));
}

TEST(ReadScenario, SettlesWhatTwoExtendedFilesSet) {
    const Folder folder;
    static_cast<void>(
        folder.add("slow", R"({"set_time_hours": 90, "of": "leg:UP-LOCK", )" + assumed + "}"));
    static_cast<void>(
        folder.add("fast", R"({"set_time_hours": 9, "of": "leg:UP-LOCK", )" + assumed + "}"));
    const std::string both = R"("extends": ["slow", "fast"], )";
    const fs::path unsettled =
        folder.add("unsettled", R"({"scale_time": 2, "of": "mode:sea", )" + assumed + "}", both);
    EXPECT_THROW(static_cast<void>(read(unsettled)), InputError);
    const fs::path settled = folder.add(
        "settled", R"({"set_time_hours": 50, "of": "leg:UP-LOCK", )" + assumed + "}", both);
    EXPECT_EQ(read(settled).changes.size(), 3U);
}

TEST(ReadScenario, JoinsSeveral) {
    const Folder folder;
    const fs::path a = folder.add("a", R"({"close": "service:slow", )" + assumed + "}");
    const fs::path b = folder.add("b", R"({"scale_time": 2, "of": "mode:sea", )" + assumed + "}",
                                  R"("extends": ["a"], )");
    const ScenarioText joined =
        combined({read_scenario_text(a, folder.path()), read_scenario_text(b, folder.path())});
    EXPECT_EQ(joined.id, "a+b");
    EXPECT_EQ(read_scenario(joined, small_with({}).network).names.en, "N + N");
    EXPECT_EQ(read_scenario(joined, small_with({}).network).changes.size(), 2U) << "a once";
}

/// A ferry between the upper and the far port that only the scenario has.
const std::string ferry = R"({"network": {"schema_version": 1, "title": "Ferry",
  "links": [{"id": "UP-FAR", "from": "AAUPP", "to": "BBFAR", "mode": "sea", "countries": [],
    "length_basis": "actual", "emission_factor": "ship",
    "length_km": {"low": 10, "typical": 10, "high": 10, "grade": "assumed"},
    "time_h": {"low": 1, "typical": 1, "high": 1, "grade": "assumed"},
    "money_usd_per_teu": {"low": 1, "typical": 1, "high": 1, "grade": "assumed"},
    "price_year": 2024, "reverse": "none"}],
  "services": [{"id": "ferry", "means": "liner", "route": ["AAUPP", "BBFAR"], "return": "none"}]
  OPERATIONS}, "grade": "assumed", "note": "a test"})";

std::string ferry_with(const std::string& operations) {
    std::string text = ferry;
    text.replace(text.find("OPERATIONS"), 10, operations);
    return text;
}

TEST(ReadScenario, AddsToTheNetworkWhatTakesPartInItOnly) {
    const Folder folder;
    const fs::path file = folder.add("ferry", ferry_with(""));
    const ScenarioText text = read_scenario_text(file, folder.path());
    const LoadedNetwork with = small_with(text.additions);
    EXPECT_EQ(with.data_hash, small_with({}).data_hash);
    const auto scenario = read_scenario(text, with.network);
    const auto& introduced = std::get<scenarios::Introduce>(scenario.changes.front().what);
    ASSERT_EQ(introduced.services.size(), 1U);
    EXPECT_EQ(with.network[introduced.services.front()].standing.state,
              model::Standing::State::planned);
}

TEST(ReadScenario, RefusesAdditionsThatWouldChangeTheNetworkForAll) {
    EXPECT_THAT(
        complaint(ferry_with(R"(, "operations": [{"id": "toll", "place": "AASEA",
        "kind": "dwell", "from": ["any"], "to": ["any"], "price_year": 2024,
        "time_h": {"low": 1, "typical": 1, "high": 1, "grade": "assumed"},
        "money_usd_per_teu": {"low": 1, "typical": 1, "high": 1, "grade": "assumed"}}])")),
        HasSubstr("trial.json#/changes/0/network: /operations/0: expected an operation at a "
                  "place, or of means and services, that the scenario adds"));
}

} // namespace
} // namespace landsea::io
