#include "io/input_error.hpp"
#include "io/read_demand.hpp"
#include "io/read_network.hpp"
#include "small_network.hpp"

#include <gmock/gmock.h>

namespace landsea::io {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

const model::Network& network() {
    static const model::Network network =
        read_network_text(
            {{"places.json", std::string{small_places}}, {"lines.json", std::string{small_lines}}})
            .network;
    return network;
}

std::vector<scenarios::FreightDemand> demand_in(const std::string& text) {
    return read_demand_text({"d.csv", text}, network());
}

/// The complaint about a table; fails when there is none.
std::string complaint(const std::string& text) {
    try {
        static_cast<void>(demand_in(text));
    } catch (const InputError& error) {
        return error.what();
    }
    ADD_FAILURE() << "accepted: " << text.substr(0, 80);
    return {};
}

const std::string header = "from,to,teu_per_year\n";

const std::string pair = "AAUPP,AASEA";

TEST(ReadDemand, TakesAPairFromEachLine) {
    const auto demand = demand_in(header + pair + ",1200.5\n");
    ASSERT_THAT(demand, SizeIs(1));
    EXPECT_EQ(network()[demand[0].from].id, "AAUPP");
    EXPECT_EQ(network()[demand[0].to].id, "AASEA");
    EXPECT_EQ(demand[0].yearly, model::Teu{1200.5});
}

TEST(ReadDemand, SkipsAByteOrderMarkAndCarriageReturns) {
    EXPECT_THAT(demand_in("\xEF\xBB\xBF"
                          "from,to,teu_per_year\r\n" +
                          pair + ",3\r\n"),
                SizeIs(1));
    EXPECT_THAT(demand_in(header + pair + ",3"), SizeIs(1)); // no end of the last line
}

TEST(ReadDemand, SaysWhichHeaderItWants) {
    EXPECT_EQ(complaint("origin,destination,teu\n"),
              "d.csv: line 1: expected the header from,to,teu_per_year, found "
              "\"origin,destination,teu\"");
    EXPECT_EQ(complaint(""), "d.csv: line 1: expected the header from,to,teu_per_year, found an "
                             "empty file");
    EXPECT_EQ(complaint(header), "d.csv: line 1: expected a pair of places, found the header only");
}

TEST(ReadDemand, KnowsPlacesByAnyOfTheirNames) {
    EXPECT_EQ(network()[demand_in(header + "上,sea,1\n")[0].from].id, "AAUPP");
}

TEST(ReadDemand, NamesLineColumnAndNearestPlace) {
    const std::string found = complaint(header + pair + ",1\nAAUPQ,AASEA,1\n");
    EXPECT_THAT(found, HasSubstr("d.csv: line 3, from: expected the name of a place (nearest: "));
    EXPECT_THAT(found, HasSubstr("AAUPP"));
    EXPECT_THAT(found, HasSubstr("found \"AAUPQ\""));
}

TEST(ReadDemand, FindsAllProblemsAtOnce) {
    const std::string found =
        complaint(header + pair + ",-1\n" + pair + "\n" + pair + ",1e400\nnowhere,,5\n");
    EXPECT_THAT(found, HasSubstr("line 2, teu_per_year"));
    EXPECT_THAT(found, HasSubstr("line 3: expected 3 fields, found 2"));
    EXPECT_THAT(found, HasSubstr("line 4, teu_per_year"));
    EXPECT_THAT(found, HasSubstr("line 5, from"));
    EXPECT_THAT(found, HasSubstr("line 5, to"));
}

TEST(ReadDemand, RefusesVolumesThatAreNone) {
    for (const char* volume :
         {"0", "-5", "", "nan", "inf", "1e10", "1,5", "12 TEU", "=1+1", "0x10", "1e999", "٣"}) {
        complaint(header + pair + "," + volume + "\n");
    }
}

TEST(ReadDemand, EscapesWhatATerminalWouldObey) {
    const std::string found = complaint(header + "\x1b[31mred,=cmd()|'/c calc',1\n");
    EXPECT_EQ(found.find('\x1b'), std::string::npos);
    EXPECT_THAT(found, HasSubstr("=cmd()")); // quoted in the message, never taken for a place
    EXPECT_EQ(complaint("\x1b]0;title\x07\n").find('\x1b'), std::string::npos);
}

TEST(ReadDemand, RefusesAPairGivenTwice) {
    EXPECT_THAT(complaint(header + pair + ",1\n" + pair + ",2\n"),
                HasSubstr("line 3: expected a pair that no other line has"));
}

TEST(ReadDemand, RefusesAWayThatStaysInItsCity) {
    for (const char* ends : {"AASEA,AASEA", "AAUPP,AACITY", "AACITY,AAUPP"}) {
        EXPECT_THAT(complaint(header + ends + ",1\n"),
                    HasSubstr("line 2, to: expected a place outside the city"));
    }
}

TEST(ReadDemand, StopsAtAMillionLinesWithAHundredComplaints) {
    std::string text = header;
    for (int i = 0; i < 1'000'000; ++i) {
        text += "a,b,1\n";
    }
    const std::string found = complaint(text);
    EXPECT_THAT(found, HasSubstr("more"));
    EXPECT_LT(found.size(), 30000U);
}

} // namespace
} // namespace landsea::io
