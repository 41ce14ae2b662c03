#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

/// The fixture whose place Far and source are called as an attacker would have it.
struct Hostile {
    ScratchFolder scratch;
    std::filesystem::path data = scratch.data_with_base_map();

    Hostile() {
        const auto things = data / "network/1_things.json";
        write_bytes(things, with(with(bytes_of(things), R"("en": "Far")",
                                      R"("en": "=cmd|'/c calc'!A1 <&\"> \u0007")"),
                                 "A house", "+1+1"));
    }

    Outcome run(std::vector<std::string> words) const {
        words.insert(words.end(), {"--data", data});
        return run_landsea(words);
    }

    /// The files of an export.
    std::filesystem::path exported(const std::string& format) const {
        const auto out = scratch.path() / format;
        const Outcome done = run({"export", "--format", format, "--out", out});
        EXPECT_EQ(done.exit, 0) << done.err;
        return out;
    }
};

TEST(Export, OfEveryFormatBringsTheSources) {
    const Hostile hostile;
    for (const char* format : {"gmns", "geojson", "graphml", "edgelist", "geopackage"}) {
        const auto out = hostile.exported(format);
        EXPECT_THAT(bytes_of(out / "sources.csv"),
                    HasSubstr("book,\"A book, with a comma\",'+1+1,2020,,1,1,1\r\n"))
            << format;
    }
}

TEST(Export, WritesGmnsThatSpreadsheetsMayOpen) {
    const Hostile hostile;
    const auto out = hostile.exported("gmns");
    EXPECT_THAT(bytes_of(out / "config.csv"), HasSubstr("km,km/h,EPSG:4326,WKT,USD"));
    const auto nodes = rows_of(bytes_of(out / "node.csv"));
    ASSERT_EQ(nodes.size(), 9U); // 8 places
    EXPECT_EQ(field(nodes, 1, "node_id"), "AACTY");
    EXPECT_EQ(field(nodes, 1, "x_coord"), "106");
    EXPECT_EQ(field(nodes, 2, "parent_node_id"), "AACTY");
    EXPECT_THAT(field(nodes, 5, "name"), testing::StartsWith("'=cmd|"));
    const auto links = rows_of(bytes_of(out / "link.csv"));
    ASSERT_EQ(links.size(), 15U); // seven both ways
    EXPECT_EQ(field(links, 1, "link_id"), "AACTY-RAIL-AAPRT");
    EXPECT_EQ(field(links, 1, "directed"), "true");
    EXPECT_EQ(field(links, 1, "length"), "600");
    EXPECT_EQ(field(links, 1, "free_speed"), "25.000"); // 600 km in 24 h
    EXPECT_EQ(field(links, 1, "time_grade"), "published");
    EXPECT_EQ(field(links, 1, "time_sources"), "book");
    EXPECT_EQ(field(links, 1, "services"), "train");
    EXPECT_THAT(field(links, 1, "geometry"), testing::StartsWith("LINESTRING (106.1"));
}

TEST(Export, WritesGeoJsonWithUnitsInItsKeys) {
    const Hostile hostile;
    const auto out = hostile.exported("geojson");
    const json places = json::parse(bytes_of(out / "places.geojson"));
    EXPECT_EQ(places.at("features").size(), 8U);
    EXPECT_EQ(places.at("features").at(0).at("geometry").at("coordinates"), (json{106, 30}));
    const json links = json::parse(bytes_of(out / "links.geojson"));
    ASSERT_EQ(links.at("features").size(), 14U);
    const json& train = links.at("features").at(0);
    EXPECT_EQ(train.at("geometry").at("type"), "LineString");
    EXPECT_EQ(train.at("properties").at("length_typical_km"), 600);
    EXPECT_EQ(train.at("properties").at("money_high_usd_per_teu"), 100);
    EXPECT_EQ(train.at("properties").at("carbon_typical_g_co2e_per_tkm"), 20);
}

TEST(Export, WritesGraphMlThatIsXml) {
    const Hostile hostile;
    const auto out = hostile.exported("graphml");
    EXPECT_EQ(run_any({"xmllint", "--noout", out / "network.graphml"}).exit, 0);
    const std::string text = bytes_of(out / "network.graphml");
    EXPECT_THAT(text, HasSubstr("=cmd|'/c calc'!A1 &lt;&amp;&quot;&gt; \xEF\xBF\xBD</data>"));
    EXPECT_THAT(text, HasSubstr("<edge id=\"AAPRT-BBFAR~reverse\" source=\"BBFAR\" "
                                "target=\"AAPRT\">"));
}

TEST(Export, WritesAnEdgeForEachServiceOnEachLink) {
    const Hostile hostile;
    const auto rows = rows_of(bytes_of(hostile.exported("edgelist") / "edges.csv"));
    // train, barge, liner, isle and shut once each way; detour on two links each way
    ASSERT_EQ(rows.size(), 15U);
    EXPECT_THAT(rows[0],
                ElementsAre("key", "from", "to", "mode", "service", "standing", "length_km",
                            "time_h", "money_usd_per_teu", "carbon_kg_co2e_per_t"));
    // 600 km x 20 g = 12 kg a tonne
    EXPECT_THAT(rows[1], ElementsAre("train/AACTY-RAIL-AAPRT", "AACTY-RAIL", "AAPRT", "rail",
                                     "train", "open", "600", "24", "100", "12"));
    EXPECT_EQ(field(rows, 11, "standing"), "planned");
}

TEST(Export, WritesAGeoPackageWithStyles) {
    const Hostile hostile;
    const auto out = hostile.exported("geopackage");
    const Outcome info = run_any({"ogrinfo", "-so", "-al", out / "network.gpkg"});
    for (const char* layer :
         {"links_rail", "links_sea", "links_inland_waterway", "places", "layer_styles"}) {
        EXPECT_THAT(info.out, HasSubstr("Layer name: " + std::string{layer}));
    }
}

TEST(Export, WantsAFormatAndAFolder) {
    EXPECT_EQ(run_small({"export", "--format", "gmns"}).exit, 64);
    EXPECT_EQ(run_small({"export", "--out", "/tmp/x"}).exit, 64);
    const Outcome wrong = run_small({"export", "--out", "/tmp/x", "--format", "gnms"});
    EXPECT_EQ(wrong.exit, 64);
    EXPECT_THAT(wrong.err, HasSubstr("did you mean gmns"));
    EXPECT_EQ(run_small({"export", "--format", "gmns", "--out", "/dev/null/x"}).exit, 3);
}

/// Two tables say the same but for services, which are not imported, and notes: those of blank ones
/// say that the file was read.
void expect_equal(const std::filesystem::path& a, const std::filesystem::path& b) {
    const auto before = rows_of(bytes_of(a));
    const auto after = rows_of(bytes_of(b));
    ASSERT_EQ(before.size(), after.size());
    EXPECT_EQ(before[0], after[0]);
    for (std::size_t row = 1; row < before.size(); ++row) {
        for (const std::string& title : before[0]) {
            if (title != "services" && !title.ends_with("_note")) {
                EXPECT_EQ(field(after, row, title), field(before, row, title))
                    << title << " of " << before[row][0];
            }
        }
    }
}

class RoundTrip : public testing::TestWithParam<const char*> {};

TEST_P(RoundTrip, KeepsPlacesLinksFiguresAndNames) {
    const Hostile hostile;
    const std::string format = GetParam();
    const auto first = hostile.exported(format);
    const std::string network = hostile.scratch.path() / "network.json";
    const Outcome made = run_landsea({"import", first, "--format", format, "--out", network});
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(made.out, testing::EndsWith(": 8 places, 14 links, one way\n"));
    EXPECT_EQ(run_landsea({"validate", network}).exit, 0);
    const auto second = hostile.scratch.path() / "again";
    ASSERT_EQ(
        hostile.run({"export", "--format", "gmns", "--out", second, "--network", network}).exit, 0);
    const auto gmns = hostile.exported("gmns");
    expect_equal(gmns / "node.csv", second / "node.csv");
    expect_equal(gmns / "link.csv", second / "link.csv");
}

TEST_P(RoundTrip, LetsRoutesBeFound) {
    // 600 km by train and 2000 by liner, the price of both; nothing for what is done at the ends.
    const Hostile hostile;
    const std::string network = hostile.scratch.path() / "network.json";
    const std::string format = GetParam();
    ASSERT_EQ(
        run_landsea({"import", hostile.exported(format), "--format", format, "--out", network})
            .exit,
        0);
    const Outcome run = hostile.run(
        {"route", "AACTY-RAIL", "BBFAR", "--network", network, "--csv", "--by", "time"});
    ASSERT_EQ(run.exit, 0) << run.err;
    const auto rows = rows_of(run.out);
    EXPECT_EQ(field(rows, 1, "time_typical_days"), "4.0000"); // 24 + 72 h
    EXPECT_EQ(field(rows, 1, "length_km"), "2600.0000");
    EXPECT_EQ(hostile
                  .run({"route", "AACTY-RAIL", "BBFAR", "--network", network, "--avoid", "strait",
                        "--csv"})
                  .exit,
              0); // by Out
}

INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip, testing::Values("gmns", "geojson"));

TEST(ImportVerb, SaysWhatItAssumedUnlessQuiet) {
    const Hostile hostile;
    const auto out = hostile.exported("gmns");
    const std::string network = hostile.scratch.path() / "network.json";
    const Outcome loud = run_landsea({"import", out, "--format", "gmns", "--out", network});
    EXPECT_THAT(loud.err, HasSubstr("services, seasons and operations are not imported"));
    const Outcome quiet =
        run_landsea({"import", out, "--format", "gmns", "--out", network, "--quiet"});
    EXPECT_EQ(quiet.out + quiet.err, "");
    EXPECT_EQ(run_landsea({"import", out, "--format", "gmns"}).exit, 64);
    EXPECT_EQ(run_landsea({"import", out, "--out", network}).exit, 64);
    EXPECT_EQ(run_landsea({"import", "/nowhere", "--format", "geojson", "--out", network}).exit, 3);
}

TEST(ImportVerb, WritesNothingWhenTheFilesAreWrong) {
    const Hostile hostile;
    const auto out = hostile.exported("geojson");
    write_bytes(out / "links.geojson", with(bytes_of(out / "links.geojson"),
                                            R"("from": "AACTY-RAIL")", R"("from": "AACTY-RIAL")"));
    const auto network = hostile.scratch.path() / "network.json";
    const Outcome run = run_landsea({"import", out, "--format", "geojson", "--out", network});
    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("links.geojson: /features/0/properties/from: expected the id of "
                                   "a place (nearest: AACTY-RAIL"));
    EXPECT_FALSE(std::filesystem::exists(network));
}

} // namespace
} // namespace landsea::apps
