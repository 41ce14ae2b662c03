#include "model/network.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace landsea::model {
namespace {

using support::between;
using support::certain;
using support::Scene;

/// a --train--> b --train--> c, loaded at a in a season of two states
struct Sound {
    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId b = scene.place("b");
    PlaceId c = scene.place("c");
    LinkId ab = scene.link("ab", a, b, Mode::rail, Hours{1});
    LinkId bc = scene.link("bc", b, c, Mode::rail, Hours{1});
    MeansId trains = scene.means("trains", Mode::rail);
    ServiceId service = scene.service("s", trains, {ab, bc}, 7);
    SeasonId season = scene.season("snow", 0.25);
    CauseId cause = scene.cause("wind", 0.5);
    OperationId load = scene.load(a, Mode::rail);

    [[nodiscard]] NetworkParts& parts() { return scene.parts; }

    /// "thing: expected" of all problems.
    [[nodiscard]] std::vector<std::string> problems() const {
        std::vector<std::string> all;
        for (const Problem& problem : problems_of(scene.parts)) {
            EXPECT_NE(problem.found, "");
            all.push_back(problem.thing + ": " + problem.expected);
        }
        return all;
    }
};

using testing::ElementsAre;

TEST(Network, OfSoundPartsHasNoProblems) {
    const Sound sound;
    EXPECT_THAT(sound.problems(), testing::IsEmpty());
    const Network network = sound.scene.network();
    EXPECT_EQ(network[sound.service].route.size(), 2U);
    EXPECT_EQ(network[sound.b].id, "b");
    EXPECT_EQ(network[sound.cause].id, "wind");
}

TEST(Network, NamesItsFirstProblemWhenItCannotBeMade) {
    Sound sound;
    sound.parts().services[sound.service].route.clear();
    try {
        (void)sound.scene.network();
        FAIL() << "a network was made";
    } catch (const std::invalid_argument& error) {
        EXPECT_STREQ(error.what(), "service s: expected a route of one link or more, found none");
    }
}

TEST(Network, ReportsAllProblemsAtOnce) {
    Sound sound;
    sound.parts().links[sound.ab].from = sound.b;
    sound.parts().services[sound.service].route.clear();
    EXPECT_EQ(sound.problems().size(), 2U);
}

TEST(Network, WantsProbabilitiesThatAddUpToOneInEveryMonth) {
    Sound sound;
    auto& states = sound.parts().seasons[sound.season].states;
    states[0].probability[11] += 1e-7;
    EXPECT_THAT(sound.problems(), testing::IsEmpty());
    states[0].probability[11] += 1e-5;
    EXPECT_THAT(sound.problems(),
                ElementsAre("season snow: probabilities that add up to 1 in every month"));
}

TEST(Network, WantsProbabilitiesThatAreNotNegative) {
    Sound sound;
    auto& states = sound.parts().seasons[sound.season].states;
    states[0].probability[4] = 1.5;
    states[1].probability[4] = -0.5;
    EXPECT_THAT(sound.problems(), testing::Contains("season snow: probabilities from 0 to 1"));
}

TEST(Network, WantsCorrelationsFromZeroToOne) {
    Sound sound;
    sound.parts().causes[sound.cause].correlation = 1.01;
    EXPECT_THAT(sound.problems(), ElementsAre("cause wind: a correlation from 0 to 1"));
}

TEST(Network, WantsACostForEachStateOfAnOperationsSeason) {
    Sound sound;
    sound.parts().operations[sound.load].season = sound.season;
    EXPECT_THAT(sound.problems(),
                ElementsAre("operation a-0: 2 costs, one for each state of its season"));
}

TEST(Network, WantsHubFactorsPerTonneAndLinkFactorsPerTonneKilometre) {
    Sound sound;
    sound.parts().operations[sound.load].hub = sound.scene.moving;
    sound.parts().links[sound.bc].emission_factor = sound.scene.handling;
    EXPECT_THAT(sound.problems(), ElementsAre("operation a-0: a hub factor per tonne",
                                              "link bc: an emission factor per tonne-km"));
}

TEST(Network, WantsTwoEndsOfALink) {
    Sound sound;
    const auto loop = sound.scene.link("loop", sound.a, sound.a, Mode::rail, Hours{1});
    EXPECT_EQ(sound.problems(), std::vector<std::string>{"link loop: two different ends"})
        << loop.index;
}

TEST(Network, WantsRoutesThatJoinOfTheirModeAndWithoutARoundTrip) {
    Sound sound;
    Service& service = sound.parts().services[sound.service];
    service.route = {sound.bc, sound.ab};
    EXPECT_THAT(sound.problems(), testing::Contains("service s: a route whose links join"));
    service.route = {sound.ab, sound.scene.link("ba", sound.b, sound.a, Mode::rail, Hours{1})};
    EXPECT_THAT(sound.problems(), ElementsAre("service s: a route that visits each place once"));
    service.route = {sound.ab};
    sound.parts().links[sound.ab].mode = Mode::sea;
    EXPECT_THAT(sound.problems(), ElementsAre("service s: links of its mode, rail"));
}

TEST(Network, WantsServicesThatDepart) {
    Sound sound;
    sound.parts().services[sound.service].departures_per_week = between<double>(0, 1, 2);
    EXPECT_THAT(sound.problems(), ElementsAre("service s: more than 0 departures per week"));
}

TEST(Network, WantsCitiesThatArePartOfNothing) {
    Sound sound;
    const auto yard = sound.scene.terminal("yard", sound.a);
    sound.scene.terminal("track", yard);
    EXPECT_THAT(sound.problems(),
                ElementsAre("place track: part_of a city that is part of nothing itself"));
}

TEST(Network, WantsRangesInOrderFiniteAndNotBelowZero) {
    const double endless = std::numeric_limits<double>::infinity();
    for (const auto& [low, typical, high] :
         {std::array{2.0, 1.0, 3.0}, std::array{1.0, 4.0, 3.0}, std::array{-1.0, 1.0, 3.0},
          std::array{1.0, 2.0, endless}, std::array{1.0, std::nan(""), 3.0}}) {
        Sound sound;
        const std::string expected = " 0 <= low <= typical <= high, all finite";
        sound.parts().links[sound.ab].time = between<Hours>(low, typical, high);
        sound.parts().services[sound.service].money_factor = between<double>(low, typical, high);
        sound.parts().operations[sound.load].costs[0].money =
            between<UsdPerTeu>(low, typical, high);
        sound.parts().factors[sound.scene.moving].intensity =
            between<KgCo2ePerTonneKm>(low, typical, high);
        EXPECT_THAT(sound.problems(),
                    testing::UnorderedElementsAre("link ab: in its time" + expected,
                                                  "service s: in its money_factor" + expected,
                                                  "operation a-0: in its money" + expected,
                                                  "factor moving: in its intensity" + expected));
    }
}

TEST(Network, WantsMeansThatAPertDistributionCanHave) {
    // On [10, 70] means run from (5 x 10 + 70) / 6 = 20 to (10 + 5 x 70) / 6 = 60.
    for (const auto& [typical, problems] :
         {std::pair{20.0, 0U}, {60.0, 0U}, {19.9, 1U}, {60.1, 1U}}) {
        Sound sound;
        sound.parts().links[sound.ab].time = between<Hours>(10, typical, 70, TypicalIs::mean);
        EXPECT_EQ(sound.problems().size(), problems) << typical;
    }
}

TEST(NewestSourceYear, IsThatOfTheLatestSourceThatBearsOne) {
    support::Scene scene;
    EXPECT_EQ(newest_source_year(scene.parts), std::nullopt);
    for (const std::optional<int> year :
         {std::optional{2019}, std::optional{2026}, std::optional<int>{}}) {
        Source source;
        source.year = year;
        scene.parts.sources.add(source);
    }
    EXPECT_EQ(newest_source_year(scene.parts), 2026);
}

} // namespace
} // namespace landsea::model
