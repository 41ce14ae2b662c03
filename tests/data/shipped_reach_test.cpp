#include "io/read_network.hpp"
#include "model/costing.hpp"
#include "model/first_mile.hpp"
#include "model/lookup.hpp"
#include "scenarios/reach.hpp"

#include <gmock/gmock.h>

namespace landsea {
namespace {

using model::Network;
using model::PlaceId;

const Network& shipped() {
    static const Network network{model::with_first_mile(
        io::read_network_folder(std::string{LANDSEA_SOURCE_DIR} + "/data/network")
            .network.parts())};
    return network;
}

PlaceId chongqing() {
    return model::find_place(shipped(), "CNCKG").value();
}

TEST(ShippedReach, HasTheWaysOutOfChongqingCompeteAndNoShip) {
    std::vector<std::string> ids;
    for (const auto id :
         scenarios::corridors_out_of(chongqing(), model::VirtualNetwork{shipped()})) {
        ids.push_back(shipped()[id].id);
    }
    EXPECT_THAT(ids, testing::IsSupersetOf({"nwlsc", "yangtze", "china_europe_railway_express",
                                            "middle_corridor", "railsea_ningbo", "railsea_yantian",
                                            "railsea_nansha", "air"}));
    EXPECT_THAT(ids, testing::Not(testing::Contains(testing::StartsWith("sea_"))));
    EXPECT_THAT(ids, testing::Not(testing::Contains("chongqing_hub")));
}

TEST(ShippedReach, AnswersFromOneSearchWhatIsBestForEachDestination) {
    const model::Router router{shipped()};
    model::Query query{.from = chongqing()};
    for (const auto criterion : {model::Criterion::time, model::Criterion::money}) {
        query.criterion = criterion;
        const model::RouteTree tree = router.best_from(query);
        for (std::uint32_t i = 0; i < shipped().parts().places.size(); i += 4) {
            query.to = {i};
            const auto alone = router.best(query);
            const auto among_all = tree.to({i});
            ASSERT_EQ(alone.has_value(), among_all.has_value()) << shipped()[query.to].id;
            EXPECT_TRUE(!alone || alone->steps == among_all->steps) << shipped()[query.to].id;
        }
    }
}

TEST(ShippedReach, MissesNoBestRoute) {
    const model::Router router{shipped()};
    model::Query query{.from = chongqing()};
    const scenarios::Reach reach = scenarios::reach(router, {.query = query});
    const model::RouteTree tree = router.best_from(query);
    const model::Costing costing{shipped(), query.shipment, query.month};
    EXPECT_GT(reach.places.size(), 50U);
    for (const auto& reached : reach.places) {
        EXPECT_NEAR(reached.best.mean.time.count(),
                    costing.mean(tree.to(reached.place).value()).time.count(), 0.1)
            << shipped()[reached.place].id;
    }
    for (const PlaceId place : reach.out_of_reach) {
        EXPECT_FALSE(tree.to(place)) << shipped()[place].id;
    }
}

} // namespace
} // namespace landsea
