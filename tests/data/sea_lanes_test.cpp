#include "geo/sea_plan.hpp"
#include "io/read_waters.hpp"
#include "io/sea_lane_files.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

namespace landsea {
namespace {

using testing::Contains;
using testing::Not;

const std::filesystem::path data = std::filesystem::path{LANDSEA_SOURCE_DIR} / "data";
constexpr double km_per_nautical_mile = 1.852; // International Hydrographic Conference, 1929

class ShippedSeaLanes : public testing::Test {
  protected:
    static const geo::SeaPlan& plan() {
        static const geo::SeaPlan read = io::read_waters(data / "sea_lanes" / "waters.json");
        return read;
    }

    static const model::SeaLanes& lanes() {
        static const model::SeaLanes read = io::read_sea_lanes(data / "sea_lanes", plan().passages);
        return read;
    }

    static std::optional<model::SeaCourse> course(const char* from, const char* to,
                                                  const model::SeaRules& rules = {}) {
        return lanes().course(lanes().node_of(from).value(), lanes().node_of(to).value(), rules);
    }

    /// The ids of the gates that a line crosses, by geometry alone.
    static std::vector<std::string> crossed_by(const geo::Path& line) {
        std::vector<std::string> ids;
        for (const std::uint16_t p : geo::passages_along(line, plan().gates)) {
            ids.push_back(plan().passages[p].id);
        }
        return ids;
    }
};

TEST_F(ShippedSeaLanes, GoByTheCapeWhenTheCanalsAreShut) {
    const auto open = course("CNSHA-YANGSHAN", "NLRTM");
    const auto shut =
        course("CNSHA-YANGSHAN", "NLRTM", {.closed = {"suez", "panama"}, .required = {}});
    ASSERT_TRUE(open && shut);
    EXPECT_THAT(open->passages, Contains("suez"));
    EXPECT_THAT(shut->passages, Contains("cape_of_good_hope"));
    // data/validation/port_distances.csv: 13,889 nm by the Cape and Sunda less 10,547 by Suez, both
    // sums of Pub. 151, are 3,342; other figures there leave 3,200 to 3,430.
    EXPECT_NEAR((shut->length - open->length).count() / km_per_nautical_mile, 3300.0, 100.0);
}

TEST_F(ShippedSeaLanes, GoBySundaWhenMalaccaIsShutAndByLombokWhenBothAre) {
    // Ships from the east to Colombo.
    EXPECT_THAT(course("CNSHA-YANGSHAN", "LKCMB").value().passages, Contains("malacca"));
    const auto by_sunda =
        course("CNSHA-YANGSHAN", "LKCMB", {.closed = {"malacca"}, .required = {}});
    EXPECT_THAT(by_sunda.value().passages, Contains("sunda"));
    EXPECT_THAT(crossed_by(by_sunda->line), Not(Contains("malacca")));
    const auto by_lombok =
        course("CNSHA-YANGSHAN", "LKCMB", {.closed = {"malacca", "sunda"}, .required = {}});
    EXPECT_THAT(by_lombok.value().passages, Contains("lombok"));
    EXPECT_GT(by_lombok->length, by_sunda->length);
}

TEST_F(ShippedSeaLanes, HaveNoCourseWhenEveryWayBetweenTheOceansIsShut) {
    const model::SeaRules rules{.closed = {"suez", "panama", "cape_of_good_hope", "cape_horn",
                                           "magellan", "northern_sea_route", "northwest_passage"},
                                .required = {}};
    EXPECT_FALSE(course("CNSHA-YANGSHAN", "NLRTM", rules));
    EXPECT_TRUE(course("CNSHA-YANGSHAN", "SGSIN", rules));
    // Any one of them is a way again.
    for (std::size_t i = 0; i < rules.closed.size(); ++i) {
        model::SeaRules one_open = rules;
        one_open.closed.erase(one_open.closed.begin() + static_cast<std::ptrdiff_t>(i));
        one_open.required = {rules.closed[i]};
        EXPECT_TRUE(course("CNSHA-YANGSHAN", "NLRTM", one_open)) << rules.closed[i];
    }
}

TEST_F(ShippedSeaLanes, CrossEachGateWhereTheirEdgesSayAndNowhereElse) {
    std::vector<bool> has_gate(plan().passages.size(), false);
    for (const geo::Gate& gate : plan().gates) {
        has_gate[gate.passage] = true;
    }
    for (const model::SeaEdge& edge : lanes().edges()) {
        geo::Path line{lanes().nodes()[edge.from].location};
        line.insert(line.end(), edge.shape.begin(), edge.shape.end());
        line.push_back(lanes().nodes()[edge.to].location);
        std::vector<std::uint16_t> said = edge.passages;
        std::erase_if(said, [&](std::uint16_t p) { return !has_gate[p]; });
        ASSERT_EQ(geo::passages_along(line, plan().gates), said)
            << "edge from node " << edge.from << " to node " << edge.to;
    }
}

/// For each passage, two ends of one edge across it: the course between them with the passage
/// required, and the one with it closed.
TEST_F(ShippedSeaLanes, LetEachPassageBeRequiredAndBeClosedWithoutALeak) {
    for (std::size_t p = 0; p < plan().passages.size(); ++p) {
        const std::string& id = plan().passages[p].id;
        SCOPED_TRACE(id);
        const auto edge = std::ranges::find_if(lanes().edges(), [&](const model::SeaEdge& one) {
            return std::ranges::find(one.passages, p) != one.passages.end();
        });
        ASSERT_NE(edge, lanes().edges().end());
        const auto through = lanes().course(edge->from, edge->to, {.closed = {}, .required = {id}});
        ASSERT_TRUE(through);
        EXPECT_THAT(through->passages, Contains(id));
        const auto round =
            lanes().course(edge->from, edge->to,
                           {.closed = {id}, .required = {}, .vessel = model::Vessel::feeder});
        if (round) {
            EXPECT_THAT(crossed_by(round->line), Not(Contains(id)));
            EXPECT_GE(round->length, through->length);
        }
    }
}

/// From Shanghai to some port by each passage.
TEST_F(ShippedSeaLanes, LeadThroughEachPassageBetweenSomePorts) {
    std::vector<std::uint32_t> ports;
    for (std::uint32_t n = 0; n < lanes().nodes().size(); ++n) {
        if (!lanes().nodes()[n].place.empty()) {
            ports.push_back(n);
        }
    }
    const std::uint32_t from = lanes().node_of("CNSHA-YANGSHAN").value();
    for (const model::SeaPassage& passage : plan().passages) {
        const auto leads_through = [&](std::uint32_t to) {
            const auto found = lanes().course(from, to, {.closed = {}, .required = {passage.id}});
            return found && std::ranges::find(found->passages, passage.id) != found->passages.end();
        };
        EXPECT_TRUE(std::ranges::any_of(ports, leads_through)) << passage.id;
    }
}

TEST_F(ShippedSeaLanes, JoinEveryPortToShanghaiButTheCaspianAndTwoBehindTheIce) {
    const auto all =
        lanes().distances(lanes().node_of("CNSHA-YANGSHAN").value(),
                          {.closed = {}, .required = {}, .vessel = model::Vessel::feeder});
    std::vector<std::string> alone;
    for (std::uint32_t n = 0; n < lanes().nodes().size(); ++n) {
        const model::SeaNode& node = lanes().nodes()[n];
        const bool is_caspian = node.location.lon() > 46.5 && node.location.lon() < 55 &&
                                node.location.lat() > 36 && node.location.lat() < 48;
        if (is_caspian) {
            EXPECT_FALSE(all[n]) << node.place;
        } else if (!node.place.empty() && !all[n]) {
            alone.push_back(node.place);
        }
    }
    // Dudinka and Longyearbyen lie north of the edge of the ice, and no marked lane passes them.
    EXPECT_THAT(alone, testing::UnorderedElementsAre("RUDUD", "SJLYR"));
}

} // namespace
} // namespace landsea
