#include "model/costing.hpp"
#include "model/target.hpp"
#include "scenarios/criticality.hpp"
#include "tests/support/random_scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace landsea::scenarios {
namespace {

using model::PlaceId;
using model::Router;
using support::Dice;
using support::random_scene;

const std::vector<ComponentKind> all_kinds{ComponentKind::leg,     ComponentKind::place,
                                           ComponentKind::border,  ComponentKind::passage,
                                           ComponentKind::service, ComponentKind::corridor};

std::vector<OdPair> random_pairs(Dice& dice, const model::Network& network) {
    const auto places = static_cast<std::uint32_t>(network.parts().places.size());
    std::vector<OdPair> pairs;
    for (std::uint32_t i = 0; i < 6; ++i) {
        const OdPair pair{{dice.roll(places)}, {dice.roll(places)}, 1.0 + dice.roll(4)};
        if (!model::is_within(pair.from, pair.to, network) &&
            !model::is_within(pair.to, pair.from, network)) {
            pairs.push_back(pair);
        }
    }
    return pairs;
}

CriticalityQuestion random_question(Dice& dice, const model::Network& network) {
    CriticalityQuestion question{
        .query = {}, .pairs = random_pairs(dice, network), .kinds = all_kinds};
    question.query.criterion = static_cast<model::Criterion>(dice.roll(4));
    question.query.prices.time = model::UsdPerTeuHour{1};
    if (dice.roll(3) == 0) {
        question.query.constraints.avoid = {model::MeansId{dice.roll(3)}};
    }
    if (dice.roll(4) == 0) {
        question.query.constraints.via = {PlaceId{1 + dice.roll(3)}};
    }
    return question;
}

/// What closing a component does to a pair, found by avoiding it in a search of its own.
std::optional<model::Itinerary> without(const Component& component, const OdPair& pair,
                                        model::Query query, const Router& router) {
    query.from = pair.from;
    query.to = pair.to;
    auto& avoid = query.constraints.avoid;
    avoid.insert(avoid.end(), component.targets.begin(), component.targets.end());
    return router.best(query);
}

bool is_end(const Component& component, const OdPair& pair, const model::Network& network) {
    const auto* place = std::get_if<PlaceId>(&component.targets.front());
    return place != nullptr && (model::is_within(pair.from, *place, network) ||
                                model::is_within(pair.to, *place, network));
}

struct Expected {
    double total = 0.0;
    double cut_off = 0.0;
    std::size_t changed = 0;
};

Expected by_trying(const Component& component, const CriticalityQuestion& question,
                   const Router& router) {
    const model::Network& network = router.graph().network();
    const model::Costing costing{network, question.query};
    Expected expected;
    for (const OdPair& pair : question.pairs) {
        const auto before = without({component.kind, {}}, pair, question.query, router);
        if (!before || is_end(component, pair, network)) {
            continue;
        }
        const auto now = without(component, pair, question.query, router);
        expected.cut_off += now ? 0.0 : pair.weight;
        if (now) {
            const double extra = measure_of_one_teu(costing.mean(*now), question.query) -
                                 measure_of_one_teu(costing.mean(*before), question.query);
            EXPECT_GE(extra, -1e-9) << "closing helps nobody here";
            expected.total += pair.weight * extra;
            expected.changed += extra > 1e-9 ? 1 : 0;
        }
    }
    return expected;
}

const Criticality* found_in(const CriticalityRanking& ranking, const Component& component) {
    const auto found = std::ranges::find_if(ranking.components, [&](const Criticality& one) {
        return one.component.kind == component.kind && one.component.targets == component.targets;
    });
    return found == ranking.components.end() ? nullptr : &*found;
}

TEST(CriticalityOnRandomNetworks, IsWhatClosingEverythingFinds) {
    std::size_t changed = 0;
    int cut_off = 0;
    int unused = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice{seed};
        const model::Network network = random_scene(dice).network();
        const Router router{network};
        const CriticalityQuestion question = random_question(dice, network);
        const auto ranking = criticality(router, question, 2);
        const NetworkComponents components{network, all_kinds};
        for (const Component& component : components.all()) {
            const Expected expected = by_trying(component, question, router);
            const Criticality* found = found_in(ranking, component);
            changed += expected.changed;
            cut_off += expected.cut_off > 0.0 ? 1 : 0;
            unused += found == nullptr ? 1 : 0;
            EXPECT_NEAR(found == nullptr ? 0.0 : found->total_measure, expected.total, 1e-6);
            EXPECT_EQ(found == nullptr ? 0.0 : found->weight_cut_off, expected.cut_off);
        }
        if (HasFailure()) {
            return;
        }
    }
    EXPECT_GT(changed, 100U);
    EXPECT_GT(cut_off, 100);
    EXPECT_GT(unused, 1000);
}

TEST(CriticalityOnRandomNetworks, IsTheSameForAnyNumberOfThreads) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        Dice dice{seed};
        const model::Network network = random_scene(dice).network();
        const Router router{network};
        const CriticalityQuestion question = random_question(dice, network);
        const auto one = criticality(router, question, 1);
        const auto many = criticality(router, question, 7);
        ASSERT_EQ(one.components.size(), many.components.size());
        for (std::size_t i = 0; i < one.components.size(); ++i) {
            EXPECT_EQ(one.components[i].component.targets, many.components[i].component.targets);
            EXPECT_EQ(one.components[i].total, many.components[i].total);
            EXPECT_EQ(one.components[i].worst, many.components[i].worst);
        }
    }
}

} // namespace
} // namespace landsea::scenarios
