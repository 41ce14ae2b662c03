#include "io/read_network.hpp"
#include "small_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace landsea::io {
namespace {

using model::Grade;

class SmallNetwork : public testing::Test {
  protected:
    const model::NetworkParts& parts() const { return loaded_.network.parts(); }

    const model::Link& link(std::string_view id) const {
        for (const model::Link& one : parts().links) {
            if (one.id == id) {
                return one;
            }
        }
        throw std::logic_error{"no link " + std::string{id}};
    }

    const model::Service& service(std::string_view id) const {
        for (const model::Service& one : parts().services) {
            if (one.id == id) {
                return one;
            }
        }
        throw std::logic_error{"no service " + std::string{id}};
    }

    std::vector<std::string> route(std::string_view id) const {
        std::vector<std::string> ids;
        for (const model::LinkId step : service(id).route) {
            ids.push_back(parts().links[step].id);
        }
        return ids;
    }

    LoadedNetwork loaded_ = read_small(small_places, small_lines);
};

TEST_F(SmallNetwork, HoldsEveryThingOfBothFiles) {
    EXPECT_EQ(parts().sources.size(), 1U);
    EXPECT_EQ(parts().seasons.size(), 1U);
    EXPECT_EQ(parts().causes.size(), 1U);
    EXPECT_EQ(parts().factors.size(), 2U);
    EXPECT_EQ(parts().passages.size(), 1U);
    EXPECT_EQ(parts().means.size(), 3U);
    EXPECT_EQ(parts().places.size(), 6U);
    EXPECT_EQ(parts().operations.size(), 5U); // three, and two of a handling class
    EXPECT_EQ(parts().links.size(), 11U);     // five, three of them both ways, and three computed
    EXPECT_EQ(parts().services.size(), 6U);   // four, and two of them both ways
    EXPECT_EQ(parts().corridors.size(), 1U);
    ASSERT_EQ(loaded_.files.size(), 2U);
    EXPECT_EQ(loaded_.files[1].name, "b.json");
    EXPECT_EQ(loaded_.files[1].title, "Lines");
}

TEST_F(SmallNetwork, KnowsItsPlaces) {
    const model::Place& up = parts().places[{0}];
    EXPECT_EQ(up.id, "AAUPP");
    EXPECT_EQ(up.unlocode, "AAUPP");
    EXPECT_THAT(up.aliases, testing::ElementsAre("up"));
    EXPECT_EQ(up.names.zh, "上");
    EXPECT_EQ(up.country, "AA");
    EXPECT_EQ(up.location, model::LatLon::degrees(30, 106));
    EXPECT_THAT(up.kinds, testing::ElementsAre(model::PlaceKind::river_port));
    ASSERT_TRUE(up.part_of);
    EXPECT_EQ(parts().places[*up.part_of].names.ru, "Город");
    EXPECT_EQ(up.evidence.grade, Grade::derived);
    EXPECT_EQ(up.evidence.note, "from the map");
}

TEST_F(SmallNetwork, ReadsAnEstimateWithItsEvidence) {
    const auto& time = link("UP-LOCK").time;
    EXPECT_EQ(time.range, (model::Range<model::Hours>{model::Hours{24}, model::Hours{72},
                                                      model::Hours{144}, model::TypicalIs::mean}));
    EXPECT_EQ(time.evidence.grade, Grade::published);
    EXPECT_THAT(time.evidence.sources, testing::ElementsAre(model::SourceId{0}));
    EXPECT_EQ(time.evidence.year, 2019);
    EXPECT_EQ(time.evidence.note, "12 d");
}

TEST_F(SmallNetwork, TurnsGramsIntoKilograms) {
    const auto& ship =
        std::get<model::Estimate<model::KgCo2ePerTonneKm>>(parts().factors[{0}].intensity);
    EXPECT_DOUBLE_EQ(ship.range.typical.count(), 0.010); // 10 g
    const auto& crane =
        std::get<model::Estimate<model::KgCo2ePerTonne>>(parts().factors[{1}].intensity);
    EXPECT_DOUBLE_EQ(crane.range.typical.count(), 1.0);
}

TEST_F(SmallNetwork, MirrorsALinkAsAnAssumption) {
    const model::Link& back = link("LOCK-SEA~reverse");
    EXPECT_EQ(back.from, link("LOCK-SEA").to);
    EXPECT_EQ(back.to, link("LOCK-SEA").from);
    EXPECT_EQ(back.time.range, link("LOCK-SEA").time.range);
    EXPECT_EQ(back.time.evidence.grade, Grade::assumed);
    EXPECT_EQ(back.time.evidence.note, "mirrored from LOCK-SEA");
}

TEST_F(SmallNetwork, GivesTheWayBackItsOwnNumbers) {
    const model::Link& back = link("UP-LOCK~reverse");
    EXPECT_EQ(back.time.range.typical, model::Hours{96});
    EXPECT_EQ(back.time.evidence.note, "");
    EXPECT_EQ(back.money.range, link("UP-LOCK").money.range);
    EXPECT_EQ(back.money.evidence.note, "mirrored from UP-LOCK");
    EXPECT_THAT(back.shape, testing::ElementsAre(model::LatLon::degrees(30.4, 110),
                                                 model::LatLon::degrees(30.2, 107)));
}

TEST_F(SmallNetwork, PutsCostsInTheOrderOfTheSeasonsStates) {
    const model::Operation& lockage = parts().operations[{1}];
    ASSERT_EQ(lockage.costs.size(), 2U);
    EXPECT_EQ(lockage.costs[0].time.range.typical, model::Hours{4});  // normal
    EXPECT_EQ(lockage.costs[1].time.range.typical, model::Hours{20}); // flood
    EXPECT_TRUE(lockage.cause);
}

TEST_F(SmallNetwork, ReadsEveryTrigger) {
    const auto& load = std::get<model::Handling>(parts().operations[{0}].trigger);
    EXPECT_THAT(load.from, testing::ElementsAre(model::Selector{model::Gate{}}));
    ASSERT_EQ(load.to.size(), 2U);
    EXPECT_EQ(load.to[0], model::Selector{model::MeansId{0}});
    EXPECT_EQ(parts().services[std::get<model::ServiceId>(load.to[1])].id, "slow~return");
    const auto& lock = std::get<model::Passing>(parts().operations[{1}].trigger);
    EXPECT_EQ(lock.on[0], model::Selector{model::Mode::inland_waterway});
    const auto& customs = std::get<model::Crossing>(parts().operations[{2}].trigger);
    EXPECT_EQ(customs.way, model::Crossing::Way::leaving_to);
    EXPECT_EQ(parts().places[customs.other].id, "BBFAR");
    EXPECT_EQ(customs.on[0], model::Selector{model::AnyMeans{}});
}

TEST_F(SmallNetwork, FindsTheLinksOfARouteBothWays) {
    EXPECT_THAT(route("slow"), testing::ElementsAre("UP-LOCK", "LOCK-SEA"));
    EXPECT_THAT(route("slow~return"), testing::ElementsAre("LOCK-SEA~reverse", "UP-LOCK~reverse"));
    EXPECT_THAT(route("southern"), testing::ElementsAre("SEA-FAR@south"));
}

TEST_F(SmallNetwork, GivesTheReturningServiceItsOwnFactor) {
    EXPECT_EQ(service("slow").time_factor.range, model::Range<double>::certain(1));
    const model::Service& back = service("slow~return");
    EXPECT_EQ(back.time_factor.range.typical, 1.2);
    EXPECT_EQ(back.time_factor.evidence.grade, Grade::derived);
    ASSERT_TRUE(back.departures_per_week);
    EXPECT_EQ(back.departures_per_week->range.typical, 3.0);
    EXPECT_EQ(back.departures_per_week->evidence.grade, Grade::assumed);
    EXPECT_EQ(back.departures_per_week->evidence.note, "mirrored from slow");
    ASSERT_EQ(back.refuses.size(), 1U);
    EXPECT_EQ(back.refuses[0].kind, model::CargoKind::lithium);
}

TEST_F(SmallNetwork, KnowsWhatIsNotOpen) {
    EXPECT_EQ(link("SEA-FAR@south").standing.state, model::Standing::State::planned);
    EXPECT_EQ(link("SEA-FAR@south").standing.opens, "2026-12");
    EXPECT_EQ(service("southern").standing.state, model::Standing::State::suspended);
    EXPECT_EQ(service("slow").standing.state, model::Standing::State::open);
}

TEST(DataHash, DependsOnWhatFilesSayAndNotOnTheirLayout) {
    const std::string hash = read_small(small_places, small_lines).data_hash;
    EXPECT_THAT(hash, testing::MatchesRegex("[0-9a-f]{16}"));
    const std::string compact =
        with(small_places, "\"schema_version\": 1,\n  \"title\": \"Places\",",
             "\"title\":\"Places\",\"schema_version\":1.0,");
    EXPECT_EQ(read_small(compact, small_lines).data_hash, hash);
    EXPECT_EQ(read_network_text({{"dir/b.json", std::string{small_lines}},
                                 {"dir/a.json", std::string{small_places}}})
                  .data_hash,
              hash);
    EXPECT_NE(read_small(with(small_places, "A house", "A barn"), small_lines).data_hash, hash);
}

TEST(DataHash, IsFnv1aOfTheCanonicalText) {
    // The canonical text of the file is {"schema_version":1,}; its FNV-1a value was worked out
    // with the definition in Python: h = 0xcbf29ce484222325; h = (h ^ byte) * 0x100000001b3.
    EXPECT_EQ(read_network_text({{"a.json", R"({"schema_version": 1})"}}).data_hash,
              "215840cb4893a0c4");
}

TEST(ReadNetworkFolder, TakesAllJsonFilesInTheOrderOfTheirNames) {
    const std::filesystem::path folder =
        std::filesystem::path{testing::TempDir()} / "read_network_folder";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "b.json"} << small_lines;
    std::ofstream{folder / "a.json"} << small_places;
    std::ofstream{folder / "notes.txt"} << "no JSON";
    const LoadedNetwork loaded = read_network_folder(folder);
    ASSERT_EQ(loaded.files.size(), 2U);
    EXPECT_EQ(loaded.files[0].title, "Places");
    EXPECT_EQ(loaded.data_hash, read_small(small_places, small_lines).data_hash);
    std::filesystem::remove_all(folder);
}

TEST_F(SmallNetwork, LeavesTheWayOfACourseToTheSeaLanes) {
    const model::Link& out = link("SEA-ISL");
    const model::Link& back = link("SEA-ISL~reverse");
    ASSERT_TRUE(out.course);
    EXPECT_EQ(parts().passages[out.course->avoid.at(0)].id, "strait");
    EXPECT_TRUE(out.course->via.empty());
    EXPECT_EQ(back.course, out.course);
    EXPECT_TRUE(model::awaits_course(out));
    EXPECT_FALSE(out.computed_for);
    EXPECT_EQ(out.time.range.typical, model::Hours{102});
    EXPECT_EQ(out.length_basis, model::LengthBasis::shortest_feasible);
}

TEST_F(SmallNetwork, ComputesHopsForWhichNoLinkIsStated) {
    EXPECT_THAT(route("isle"), testing::ElementsAre("SEA-ISL", "CCISL-BBFAR~coaster"));
    EXPECT_THAT(route("isle~return"),
                testing::ElementsAre("BBFAR-CCISL~coaster", "SEA-ISL~reverse"));
    const model::Link& hop = link("CCISL-BBFAR~coaster");
    EXPECT_EQ(parts().means[hop.computed_for.value()].id, "coaster");
    EXPECT_EQ(hop.course, model::CourseRules{});
    EXPECT_EQ(hop.mode, model::Mode::sea);
    EXPECT_THAT(route("strait-line"), testing::ElementsAre("CCISL-BBFAR~coaster+strait"));
    EXPECT_EQ(link("CCISL-BBFAR~coaster+strait").course->via.size(), 1U);
}

TEST_F(SmallNetwork, NamesSeaServicesAfterTheirEnds) {
    EXPECT_EQ(service("isle").names.en, "Sea–Far feeder");
    EXPECT_EQ(service("isle").names.zh, "海—远支线");
    EXPECT_EQ(service("isle~return").names.en, "Far–Sea feeder");
    EXPECT_EQ(service("strait-line").names.en, "By the strait");
}

TEST_F(SmallNetwork, ReadsHowMeansSailAndWhatPassagesCharge) {
    const model::Sailing& sailing = parts().means[model::MeansId{2}].sailing.value();
    EXPECT_EQ(sailing.vessel, model::Vessel::feeder);
    EXPECT_EQ(sailing.fixed_time.range.high, model::Hours{9});
    EXPECT_EQ(sailing.speed.range.typical, model::KmPerHour{22});
    EXPECT_EQ(sailing.fixed_money.range.low, model::UsdPerTeu{55});
    EXPECT_EQ(sailing.rate.range.high, model::UsdPerTeuKm{0.3});
    EXPECT_EQ(sailing.price_year, 2023);
    EXPECT_TRUE(sailing.cause);
    EXPECT_FALSE(parts().means[model::MeansId{1}].sailing);
    EXPECT_EQ(parts().passages[model::PassageId{0}].toll->range.typical, model::UsdPerTeu{6});
}

TEST_F(SmallNetwork, ExpandsHandlingClassesAtTheirPlaces) {
    const model::Operation& load = parts().operations[model::OperationId{3}];
    const model::Operation& unload = parts().operations[model::OperationId{4}];
    EXPECT_EQ(load.id, "CCISL-load-sea");
    EXPECT_EQ(parts().places[load.place].id, "CCISL");
    EXPECT_EQ(load.kind, model::OperationKind::load);
    EXPECT_EQ(unload.id, "CCISL-unload-sea");
    EXPECT_EQ(unload.costs.at(1).time.range.typical, model::Hours{18});
    EXPECT_EQ(parts().places[load.place].local_name, "Île");
}

} // namespace
} // namespace landsea::io
