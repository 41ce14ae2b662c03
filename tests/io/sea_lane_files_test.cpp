#include "io/input_error.hpp"
#include "io/read_file.hpp"
#include "io/read_waters.hpp"
#include "io/sea_lane_files.hpp"
#include "small_waters.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>

namespace landsea::io {
namespace {

namespace fs = std::filesystem;
using model::SeaPassage;
using testing::HasSubstr;

const std::string good_nodes = "lat_deg,lon_deg,place\n"
                               "31.2,121.5,CNSHA\n"
                               "-0.00001,-180,\n"
                               "51.95,4.05,NLRTM\n";
const std::string good_edges = "from,to,length_m,passages,shape_lat_lon_deg\n"
                               "0,1,7000001,,\n"
                               "1,2,12345678,suez;gibraltar,30.5 32.3;36 -5.5\n";
const std::string good_shore = "ring,lat_deg,lon_deg\n"
                               "0,1,1\n0,1,2\n0,2,2\n"
                               "1,-10.5,179.9\n1,-10.5,-179.9\n1,-9.5,180\n";

class SeaLaneFiles : public testing::Test {
  protected:
    SeaLaneFiles() {
        fs::create_directories(folder);
        write("nodes.csv", good_nodes);
        write("edges.csv", good_edges);
        write("shoreline.csv", good_shore);
    }

    ~SeaLaneFiles() override { fs::remove_all(folder); }

    void write(const char* name, const std::string& text) const {
        std::ofstream{folder / name, std::ios::binary} << text;
    }

    [[nodiscard]] model::SeaLanes lanes() const {
        return read_sea_lanes(
            folder, {{"suez", SeaPassage::Open::to_all}, {"gibraltar", SeaPassage::Open::to_all}});
    }

    /// What reading complains about when one file says something else, without the folder's name.
    std::string complaint(const char* name, const std::string& text) const {
        write(name, text);
        std::string message = "fine";
        try {
            static_cast<void>(lanes());
            static_cast<void>(read_shoreline(folder));
        } catch (const InputError& error) {
            message = error.what();
        }
        write("nodes.csv", good_nodes);
        write("edges.csv", good_edges);
        write("shoreline.csv", good_shore);
        const std::string prefix = folder.string() + "/";
        return message.starts_with(prefix) ? message.substr(prefix.size()) : message;
    }

    const fs::path folder =
        fs::temp_directory_path() / ("landsea_sea_lane_files_" + std::to_string(getpid()));
};

TEST_F(SeaLaneFiles, ComeBackByteForByte) {
    EXPECT_EQ(sea_nodes_csv(lanes()), good_nodes);
    EXPECT_EQ(sea_edges_csv(lanes()), good_edges);
    EXPECT_EQ(shoreline_csv(read_shoreline(folder)), good_shore);
}

TEST_F(SeaLaneFiles, ShippedComeBackByteForByte) {
    const fs::path data = fs::path{LANDSEA_SOURCE_DIR} / "data" / "sea_lanes";
    const auto shipped = read_sea_lanes(data, read_waters(data / "waters.json").passages);
    EXPECT_EQ(sea_nodes_csv(shipped), read_file(data / "nodes.csv"));
    EXPECT_EQ(sea_edges_csv(shipped), read_file(data / "edges.csv"));
    EXPECT_EQ(shoreline_csv(read_shoreline(data)), read_file(data / "shoreline.csv"));
}

TEST_F(SeaLaneFiles, SayWhatTheirLinesMean) {
    const auto read = lanes();
    ASSERT_EQ(read.nodes().size(), 3U);
    EXPECT_EQ(read.node_of("NLRTM"), 2U);
    ASSERT_EQ(read.edges().size(), 2U);
    const model::SeaEdge& edge = read.edges()[1];
    EXPECT_EQ(edge.from, 1U);
    EXPECT_EQ(edge.to, 2U);
    EXPECT_EQ(edge.length, model::Km{12345.678});
    EXPECT_THAT(edge.passages, testing::ElementsAre(0, 1));
    EXPECT_THAT(edge.shape, testing::ElementsAre(model::LatLon::degrees(30.5, 32.3),
                                                 model::LatLon::degrees(36, -5.5)));
    EXPECT_EQ(read_shoreline(folder).size(), 2U);
}

TEST_F(SeaLaneFiles, MayHaveTheLineEndsOfWindows) {
    std::string windows;
    for (const char c : good_nodes) {
        windows += c == '\n' ? "\r\n" : std::string(1, c);
    }
    EXPECT_EQ(complaint("nodes.csv", windows), "fine");
}

TEST_F(SeaLaneFiles, SayLineColumnExpectedAndFoundOfNodes) {
    EXPECT_EQ(complaint("nodes.csv", "lat,lon,place\n1,2,\n"),
              "nodes.csv: line 1: expected the header lat_deg,lon_deg,place, found "
              "\"lat,lon,place\"");
    EXPECT_EQ(complaint("nodes.csv", ""), "nodes.csv: line 1: expected the header "
                                          "lat_deg,lon_deg,place, found an empty file");
    EXPECT_EQ(complaint("nodes.csv", good_nodes + "1,2\n"),
              "nodes.csv: line 5: expected 3 fields, found 2");
    EXPECT_EQ(complaint("nodes.csv", good_nodes + "\n"),
              "nodes.csv: line 5: expected 3 fields, found 1");
    for (const char* wrong : {"91", "x", "", "1 ", "nan", "inf", "1e999"}) {
        EXPECT_THAT(complaint("nodes.csv", good_nodes + wrong + ",0,\n"),
                    AllOf(HasSubstr("nodes.csv: line 5, lat_deg: expected a number from -90"),
                          HasSubstr("found \"" + std::string{wrong} + "\"")));
    }
    EXPECT_THAT(complaint("nodes.csv", good_nodes + "0,-180.1,\n"),
                HasSubstr("nodes.csv: line 5, lon_deg: expected a number from -180"));
    EXPECT_THAT(complaint("nodes.csv", good_nodes + "1,1,CNSHA\n"),
                HasSubstr("two sea nodes stand for one port"));
}

TEST_F(SeaLaneFiles, SayLineColumnExpectedAndFoundOfEdges) {
    const auto of = [&](const std::string& line) {
        return complaint("edges.csv", good_edges + line + "\n");
    };
    EXPECT_EQ(of("0,3,1,,"),
              "edges.csv: line 4, to: expected a whole number from 0 to 2, found \"3\"");
    EXPECT_EQ(of("-1,2,1,,"),
              "edges.csv: line 4, from: expected a whole number from 0 to 2, found \"-1\"");
    EXPECT_EQ(of("0,1,0,,"), "edges.csv: line 4, length_m: expected a length above 0, found \"0\"");
    EXPECT_THAT(of("0,1,100000001,,"), HasSubstr("line 4, length_m: expected a whole number"));
    EXPECT_THAT(of("0,1,4294967297,,"), HasSubstr("line 4, length_m: expected a whole number"));
    EXPECT_THAT(of("0,1,1.5,,"), HasSubstr("line 4, length_m: expected a whole number"));
    EXPECT_EQ(of("0,1,1,suez;corinth,"), "edges.csv: line 4, passages: expected ids of passages "
                                         "joined by semicolons, found \"suez;corinth\"");
    for (const char* wrong :
         {"1", "1 2 3", "1 x", "1 2;;3 4", "91 0", "0 181", "nan 5", "5 nan", "inf 5"}) {
        EXPECT_EQ(of("0,1,1,," + std::string{wrong}),
                  "edges.csv: line 4, shape_lat_lon_deg: expected points \"lat lon\" joined by "
                  "semicolons, found \"" +
                      std::string{wrong} + "\"");
    }
}

TEST_F(SeaLaneFiles, SayLineColumnExpectedAndFoundOfTheShoreline) {
    EXPECT_EQ(complaint("shoreline.csv", good_shore + "3,0,0\n"),
              "shoreline.csv: line 8, ring: expected a whole number from 0 to 2, found \"3\"");
    EXPECT_EQ(complaint("shoreline.csv", good_shore + "0,0,0\n"),
              "shoreline.csv: line 8, ring: expected the rings in order, found \"0\"");
}

TEST_F(SeaLaneFiles, ThatAreNotThereAreNoInputErrors) {
    fs::remove(folder / "edges.csv");
    EXPECT_THROW((void)lanes(), FileError);
    fs::remove(folder / "shoreline.csv");
    EXPECT_THROW((void)read_shoreline(folder), FileError);
}

/// A small change to a text, the same on every machine for the same state.
std::string mutated(std::string text, std::mt19937& random) {
    constexpr std::array<std::string_view, 16> pieces{
        "",    ",",   ";",     " ",  "\n", "-",    "0",    "9999999999",
        "nan", "inf", "1e999", "\r", "\"", "\xFF", "suez", "[["};
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
    case 0:
        text[at] = static_cast<char>(random() % 256);
        break;
    case 1:
        text.replace(at, random() % 9, pieces[random() % pieces.size()]);
        break;
    case 2:
        text[at] = static_cast<char>('0' + random() % 10);
        break;
    default:
        text.insert(random() % text.size(), text.substr(at, random() % 30));
        break;
    }
    return text;
}

TEST_F(SeaLaneFiles, EitherLoadOrComplainWhateverTheyHold) {
    std::mt19937 random{20260303};
    int loaded = 0;
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        SCOPED_TRACE("mutation " + std::to_string(i));
        const std::string message = i % 3 == 0 ? complaint("nodes.csv", mutated(good_nodes, random))
                                    : i % 3 == 1
                                        ? complaint("edges.csv", mutated(good_edges, random))
                                        : complaint("shoreline.csv", mutated(good_shore, random));
        // Anything but an InputError fails the test.
        ++(message == "fine" ? loaded : refused);
    }
    EXPECT_GT(loaded, 300);
    EXPECT_GT(refused, 1000);
}

TEST(ReadWaters, EitherLoadsOrComplainsWhateverItIsGiven) {
    std::mt19937 random{20260304};
    int loaded = 0;
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        SCOPED_TRACE("mutation " + std::to_string(i));
        try {
            static_cast<void>(
                read_waters_text("w.json", mutated(std::string{small_waters}, random)));
            ++loaded;
        } catch (const InputError& error) {
            EXPECT_FALSE(error.problems().empty());
            ++refused;
        }
    }
    EXPECT_GT(loaded, 100);
    EXPECT_GT(refused, 1000);
}

} // namespace
} // namespace landsea::io
