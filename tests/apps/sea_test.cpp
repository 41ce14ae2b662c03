#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

json sea(std::vector<std::string> words) {
    words.insert(words.begin(), "sea");
    words.emplace_back("--json");
    const Outcome run = run_landsea(words);
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_EQ(run.err, "");
    return json::parse(run.out);
}

TEST(Sea, TellsKilometresNauticalMilesAndPassages) {
    const json answer = sea({"SGSIN", "NLRTM"});
    EXPECT_NEAR(answer["distance_km"].get<double>(), answer["distance_nm"].get<double>() * 1.852,
                0.1);
    EXPECT_EQ(answer["passages"],
              (json{"singapore_strait", "malacca", "bab_el_mandeb", "suez", "gibraltar", "dover"}));
    EXPECT_EQ(answer["from"]["id"], "SGSIN");
    EXPECT_GE(answer["detour_ratio"].get<double>(), 1.0);
}

// +3,300 nm is what shipping lines and the press state for Asia - Europe round the Cape.
TEST(Sea, GoesRoundTheCapeWhenTheCanalsAreClosed) {
    const double open = sea({"CNSHA-YANGSHAN", "NLRTM"})["distance_nm"];
    const json closed = sea({"CNSHA-YANGSHAN", "NLRTM", "--avoid", "suez", "--avoid", "panama"});
    EXPECT_NEAR(closed["distance_nm"].get<double>() - open, 3300.0, 100.0);
    EXPECT_THAT(closed["passages"], Contains("cape_of_good_hope"));
}

TEST(Sea, GoesBySundaThenByLombokWhenStraitsAreClosed) {
    EXPECT_THAT(sea({"CNSHA-YANGSHAN", "LKCMB", "--avoid", "malacca"})["passages"],
                Contains("sunda"));
    EXPECT_THAT(
        sea({"CNSHA-YANGSHAN", "LKCMB", "--avoid", "malacca", "--avoid", "sunda"})["passages"],
        Contains("lombok"));
}

TEST(Sea, SaysThatNoWayIsOpen) {
    std::vector<std::string> words{"sea", "CNSHA-YANGSHAN", "NLRTM"};
    for (const char* passage : {"suez", "panama", "cape_of_good_hope", "cape_horn", "magellan",
                                "northern_sea_route", "northwest_passage"}) {
        words.insert(words.end(), {"--avoid", passage});
    }
    const Outcome run = run_landsea(words);
    EXPECT_EQ(run.exit, 1);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err, "landsea: no way by sea from Shanghai Yangshan to Rotterdam is open\n");
}

TEST(Sea, OpensTheArcticOnlyOnRequest) {
    EXPECT_THAT(sea({"JPYOK", "NLRTM"})["passages"], Not(Contains("northern_sea_route")));
    EXPECT_THAT(sea({"JPYOK", "NLRTM", "--via", "northern_sea_route"})["passages"],
                Contains("northern_sea_route"));
}

TEST(Sea, JoinsPointsAtSeaAndOnTheCoast) {
    // Along the equator in the open Atlantic: five degrees of it are 556.6 km on the ellipsoid.
    const json open = sea({"0,-20", "0,-25"});
    EXPECT_NEAR(open["distance_km"].get<double>(), 556.6, 0.5);
    EXPECT_EQ(open["from"]["snap_km"].get<double>(), 0.0);
    // The old town of Cartagena lies on the water.
    EXPECT_LT(sea({"10.42,-75.55", "SGSIN"})["from"]["snap_km"].get<double>(), 5.0);
}

TEST(Sea, RefusesWhatIsNotThere) {
    const auto refused = [](const std::vector<std::string>& words, const std::string& message) {
        const Outcome run = run_landsea(words);
        EXPECT_EQ(run.exit, 64);
        EXPECT_EQ(run.out, "");
        EXPECT_THAT(run.err, HasSubstr(message));
    };
    refused({"sea", "Singapor", "NLRTM"}, "did you mean Singapore");
    refused({"sea", "SGSIN", "NLRTM", "--via", "suuez"}, "did you mean suez?");
    refused({"sea", "SGSIN", "NLRTM", "--vessel", "raft"}, "expected ocean or feeder");
    refused({"sea", "91,0", "NLRTM"}, "latitude must lie in [-90, 90]");
    refused({"sea", "46,90", "NLRTM"}, "expected a place by the sea"); // Dzungaria
}

TEST(Sea, WritesALineCutAtThe180thMeridianOrNothing) {
    const ScratchFolder folder;
    const auto file = folder.path() / "way.geojson";
    const Outcome run =
        run_landsea({"sea", "35,160", "35,-160", "--quiet", "--out", file.string()});
    EXPECT_EQ(run.exit, 0) << run.err;
    const json written = json::parse(bytes_of(file));
    const json& pieces = written["features"][0]["geometry"]["coordinates"];
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(std::abs(pieces[0].back()[0].get<double>()), 180.0);
    EXPECT_EQ(pieces[0].back()[0].get<double>(), -pieces[1].front()[0].get<double>());
    const Outcome failed =
        run_landsea({"sea", "SGSIN", "NLRTM", "--out", (folder.path() / "no" / "x").string()});
    EXPECT_EQ(failed.exit, 3);
    EXPECT_EQ(failed.out, "");
}

} // namespace
} // namespace landsea::apps
