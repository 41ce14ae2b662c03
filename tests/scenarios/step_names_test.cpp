#include "scenarios/step_names.hpp"
#include "tests/support/scene.hpp"

#include <gtest/gtest.h>

namespace landsea::scenarios {
namespace {

using model::Hours;
using model::Language;

/// a --train--> b, departing once a week.
struct OneTrain {
    OneTrain() {
        a = scene.place("a");
        b = scene.place("b");
        const auto train = scene.means("train", model::Mode::rail);
        const auto ab = scene.link("ab", a, b, model::Mode::rail, Hours{10});
        service = scene.service("weekly", train, {ab}, 1.0);
        scene.parts.places[a].names = {"Alpha", "甲地", "Альфа"};
        scene.parts.places[b].names = {"Beta", "乙地", ""};
        scene.parts.services[service].names = {"Weekly train", "每周班列", ""};
        scene.open_gates();
    }

    support::Scene scene;
    model::PlaceId a, b;
    model::ServiceId service;
};

TEST(StepNames, SayWhatIsDoneAndWhere) {
    const OneTrain train;
    const model::Network network = train.scene.network();
    const model::Step wait{model::Wait{train.service}, train.a};
    const model::Step haul{model::Haul{{0}, train.service}, train.a};
    EXPECT_EQ(doing_of(wait, network, Language::en), "wait for departure");
    EXPECT_EQ(doing_of(wait, network, Language::zh), "候班");
    EXPECT_EQ(doing_of(haul, network, Language::en), "Weekly train");
    EXPECT_EQ(whereabouts_of(haul, network, Language::en), "Alpha – Beta");
    EXPECT_EQ(whereabouts_of(haul, network, Language::zh), "甲地 – 乙地");
}

TEST(StepNames, FallBackToEnglishWhereANameIsMissing) {
    const OneTrain train;
    const model::Network network = train.scene.network();
    const model::Step haul{model::Haul{{0}, train.service}, train.a};
    EXPECT_EQ(whereabouts_of(haul, network, Language::ru), "Альфа – Beta");
}

TEST(StageName, ListsWhatIsDoneAtAPlaceOnce) {
    const OneTrain train;
    const model::Network network = train.scene.network();
    Question question{.query = {.from = train.a, .to = train.b}};
    question.alternatives = {{"only", {"only", "", ""}, {}, {}}};
    const Comparison comparison = compare(model::Router{network}, question, {1, 100});
    const Answer& answer = comparison.answers.front();
    const auto stages = stages_of(answer, network);
    ASSERT_EQ(stages.size(), 3U);
    EXPECT_EQ(stage_name(stages[0], answer, network, Language::en),
              "Alpha: loading, wait for departure");
    EXPECT_EQ(stage_name(stages[1], answer, network, Language::en), "Weekly train: Alpha – Beta");
    EXPECT_EQ(stage_name(stages[2], answer, network, Language::en), "Beta: unloading");
}

} // namespace
} // namespace landsea::scenarios
