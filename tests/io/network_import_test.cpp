#include "io/detail/wkt.hpp"
#include "io/input_error.hpp"
#include "io/network_import.hpp"
#include "io/read_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace landsea::io {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

/// A folder of files.
class Import : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::path{testing::TempDir()} /
                  ("landsea_import_" +
                   std::string{testing::UnitTest::GetInstance()->current_test_info()->name()});
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }

    void TearDown() override { fs::remove_all(folder_); }

    void file(const std::string& name, const std::string& text) const {
        std::ofstream{folder_ / name, std::ios::binary} << text;
    }

    /// What the importer complains of; empty when it does not.
    std::string complaint() const {
        try {
            static_cast<void>(imported_network(read_gmns(folder_)));
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    }

    model::Network gmns() const {
        return read_network_text({{"imported", imported_network(read_gmns(folder_)).json}}).network;
    }

    fs::path folder_;
};

const std::string config = "dataset_name,short_length,long_length,speed,crs,geometry_field_format,"
                           "currency,version_number\n"
                           "Crossing,foot,mile,mph,4326,wkt,US cents,0.94\n";
const std::string nodes = "node_id,name,x_coord,y_coord,z_coord,node_type,ctrl_type,zone_id,"
                          "parent_node_id\n"
                          "11,Broad and Ames,-71.09,42.36,,INTERSECTION,signal,,\n"
                          "3,,-71.10,42.36,,,none,,\n"
                          "1101,Corner,-71.0901,42.3601,,,none,,11\n";
const std::string link_titles =
    "link_id,name,from_node_id,to_node_id,directed,geometry_id,geometry,parent_link_id,dir_flag,"
    "length,grade,facility_type,capacity,free_speed,lanes,bike_facility,ped_facility,parking,"
    "allowed_uses,toll,jurisdiction,row_width,notes\n";

/// A crossing as towns describe theirs: miles, a two-way street, a sidewalk, extra columns.
struct Crossing {
    static std::string links() {
        return link_titles +
               "311,Broad Street,3,11,TRUE,,,,1,0.5,,,1000,25,1,,sidewalk,,\"auto, bike\",,,,east\n"
               "113,Broad Street,11,3,1,,,,1,0.5,,,1000,,1,,sidewalk,,,,,,\n"
               "7,Lane,3,1101,false,,\"LINESTRING (-71.10 42.36, -71.095 42.3605, -71.0901 "
               "42.3601)\",,0,,,,,,,,,,,,,,\n"
               "8,Sidewalk,11,1101,FALSE,,,,0,,,sidewalk,,,,,,,walk,,,,\n";
    }
};

TEST_F(Import, ReadsAForeignCrossingAndAssumesWhatItLacks) {
    file("config.csv", config);
    file("node.csv", nodes);
    file("link.csv", Crossing::links());
    const ImportedNetwork imported = imported_network(read_gmns(folder_));
    EXPECT_EQ(imported.places, 3U);
    EXPECT_EQ(imported.links, 4U); // two one way, one both ways, no sidewalk
    EXPECT_THAT(imported.remarks,
                testing::IsSupersetOf({"links left out, as only people walk or cycle there: 1",
                                       "parent_node_id left out: 1",
                                       "links without a mode, taken as road: 3",
                                       "places without a country, given ZZ: 3"}));
    const model::Network network = gmns();
    const model::NetworkParts& parts = network.parts();
    EXPECT_EQ(parts.places[model::PlaceId{0}].names.en, "Broad and Ames");
    EXPECT_EQ(parts.places[model::PlaceId{1}].names.en, "3");
    const model::Link& broad = parts.links[model::LinkId{0}];
    EXPECT_EQ(broad.id, "311");
    EXPECT_DOUBLE_EQ(broad.length.range.typical.count(), 0.804672); // half a mile
    EXPECT_DOUBLE_EQ(broad.time.range.typical.count(), 0.02);       // 0.5 mi at 25 mph
    EXPECT_EQ(broad.time.evidence.grade, model::Grade::assumed);
    EXPECT_THAT(broad.time.evidence.note, HasSubstr("free speed of the imported file"));
    EXPECT_THAT(broad.money.evidence.note, HasSubstr("no price"));
    // 0.804672 km at 50 km/h
    EXPECT_DOUBLE_EQ(parts.links[model::LinkId{1}].time.range.typical.count(), 0.01609344);
    const model::Link& lane = parts.links[model::LinkId{2}];
    EXPECT_EQ(lane.shape.size(), 1U);
    // 0.01 degrees of longitude at 42.36 degrees are 0.823 km, bent a little.
    EXPECT_NEAR(lane.length.range.typical.count(), 0.83, 0.02);
    EXPECT_EQ(parts.links[model::LinkId{3}].id, "7~reverse");
    EXPECT_EQ(parts.services.size(), 4U);
}

TEST_F(Import, LeavesOutLengthsWhoseUnitIsNotKnown) {
    file("node.csv", nodes);
    file("link.csv", Crossing::links());
    const ImportedNetwork imported = imported_network(read_gmns(folder_));
    EXPECT_THAT(imported.remarks, Contains(HasSubstr("no config.csv")));
    // Straight: 0.01 degrees of longitude at 42.36 degrees, 111.32 km x cos(42.36) x 0.01 = 0.8226
    EXPECT_NEAR(gmns().parts().links[model::LinkId{0}].length.range.typical.count(), 0.8236, 0.002);
}

TEST_F(Import, SaysEverythingThatIsWrongWithFileLineAndColumn) {
    file("config.csv", config);
    file("node.csv", "node_id,x_coord,y_coord\n1,200,1\n2,1,x\n1,3,3\n");
    file("link.csv", link_titles + "a,,1,22,TRUE,,,,1,1,,,,,,,,,,,,,\n"
                                   "a,,1,2,TRUE,,,,1,1,,,,,,,,,,,,,\n");
    const std::string said = complaint();
    EXPECT_THAT(said, HasSubstr("node.csv: line 4, node_id: expected an id that no other has, "
                                "found \"1\""));
    EXPECT_THAT(said, HasSubstr("link.csv: line 2, to_node_id: expected the id of a place "
                                "(nearest: 2), found \"22\""));
    EXPECT_THAT(said, HasSubstr("link.csv: line 3, link_id: expected an id that no other has"));
    file("node.csv", "node_id,x_coord,y_coord\n1,200,1\n2,1,x\n");
    file("link.csv", link_titles);
    EXPECT_THAT(complaint(), HasSubstr("node.csv: line 2, x_coord: expected a number from -180 to "
                                       "180, found \"200\""));
    EXPECT_THAT(complaint(), HasSubstr("node.csv: line 3, y_coord: expected a number"));
}

TEST_F(Import, RefusesWhatItCannotTakeAtItsWord) {
    const auto with_link = [&](const std::string& link) {
        file("config.csv", config);
        file("node.csv", nodes);
        file("link.csv", link_titles + link + "\n");
        return complaint();
    };
    EXPECT_THAT(with_link("1,,3,11,maybe,,,,1,1,,,,,,,,,,,,,"),
                HasSubstr("line 2, directed: expected true or false, found \"maybe\""));
    EXPECT_THAT(with_link("1,,3,11,TRUE,,,,1,-1,,,,,,,,,,,,,"),
                HasSubstr("line 2, length: expected a number of at least 0"));
    EXPECT_THAT(with_link("1,,3,11,TRUE,,POINT (1 2),,1,1,,,,,,,,,,,,,"),
                HasSubstr("line 2, geometry: expected LINESTRING"));
    EXPECT_THAT(with_link("a b,,3,11,TRUE,,,,1,1,,,,,,,,,,,,,"), HasSubstr("expected an id of"));
    EXPECT_EQ(with_link("1,,3,11,TRUE,,,,1,1,,,,,,,,,,,,,"), "");
    file("config.csv", "long_length,speed,crs\nfurlong,mph,EPSG:26919\n");
    EXPECT_THAT(complaint(), HasSubstr("config.csv: line 2, long_length: expected one of km"));
    EXPECT_THAT(complaint(), HasSubstr("config.csv: line 2, crs: expected EPSG:4326"));
    file("link.csv", "link_id,from_node_id\n");
    EXPECT_THAT(complaint(),
                HasSubstr("link.csv: line 1: expected a column to_node_id, found none"));
    fs::remove(folder_ / "link.csv");
    EXPECT_THROW(read_gmns(folder_), FileError);
    EXPECT_THROW(read_gmns(folder_ / "nowhere"), FileError);
}

TEST_F(Import, AsksForTheSourcesOfWhatIsNotAssumed) {
    file("config.csv", "long_length,speed\nkm,km/h\n");
    file("node.csv", "node_id,x_coord,y_coord\n1,1,1\n2,2,2\n");
    const std::string titles =
        "link_id,from_node_id,to_node_id,directed,time_low_h,time_typical_h,time_high_h,"
        "time_grade,time_sources\n";
    file("link.csv", titles + "a,1,2,true,1,2,3,published,\n");
    EXPECT_THAT(complaint(), HasSubstr("time_sources: expected at least one source"));
    file("link.csv", titles + "a,1,2,true,1,2,3,published,bok\n");
    file("sources.csv", "id,title,publisher,year,note\nbook,A book,A house,2020,\n");
    EXPECT_THAT(complaint(), HasSubstr("(nearest: book), found \"bok\""));
    file("link.csv", titles + "a,1,2,true,1,2,3,published,book\n");
    EXPECT_EQ(complaint(), "");
    const model::Network network = gmns();
    const model::Estimate<model::Hours>& time = network.parts().links[model::LinkId{0}].time;
    EXPECT_EQ(time.evidence.grade, model::Grade::published);
    EXPECT_EQ(time.evidence.sources.size(), 1U);
    EXPECT_EQ(time.range.high, model::Hours{3});
    file("link.csv", titles + "a,1,2,true,4,2,3,assumed,\n");
    EXPECT_THAT(complaint(), HasSubstr("expected low <= typical <= high"));
}

TEST(Wkt, HoldsALine) {
    using detail::line_in_wkt;
    const geo::Path two{model::LatLon::degrees(2, 1), model::LatLon::degrees(4, 3)};
    EXPECT_EQ(line_in_wkt("LINESTRING (1 2, 3 4)"), two);
    EXPECT_EQ(line_in_wkt("linestring z(1 2 9,3 4 9) "), two);
    EXPECT_EQ(line_in_wkt("LINESTRING (1 2)"), std::nullopt);
    EXPECT_EQ(line_in_wkt("LINESTRING (1 200, 3 4)"), std::nullopt);
    EXPECT_EQ(line_in_wkt("LINESTRING (1 2, 3 4"), std::nullopt);
    EXPECT_EQ(line_in_wkt("POLYGON ((1 2, 3 4))"), std::nullopt);
    EXPECT_EQ(line_in_wkt(""), std::nullopt);
    // Two pieces that meet on the 180th meridian are one line again.
    EXPECT_EQ(line_in_wkt("MULTILINESTRING ((179 1, 180 2), (-180 2, -179 3))"),
              (geo::Path{model::LatLon::degrees(1, 179), model::LatLon::degrees(3, -179)}));
}

} // namespace
} // namespace landsea::io
