#include "scenarios/closures.hpp"

#include <gmock/gmock.h>

namespace landsea::scenarios {
namespace {

using model::PassageId;
using testing::ElementsAre;
using testing::IsEmpty;

Alternative avoiding(std::vector<model::Target> targets) {
    return {.id = "x", .names = {}, .constraints = {.via = {}, .avoid = std::move(targets)}};
}

TEST(Closures, AreTheSetsOfPassagesThatAlternativesAvoid) {
    Question question;
    question.alternatives = {avoiding({PassageId{3}, PassageId{1}, model::Mode::air}),
                             avoiding({PassageId{1}, PassageId{3}, PassageId{1}}),
                             avoiding({PassageId{2}}), avoiding({model::Mode::rail})};
    EXPECT_THAT(closures_in(question),
                ElementsAre(ElementsAre(PassageId{1}, PassageId{3}), ElementsAre(PassageId{2})));
}

TEST(Closures, JoinWhatAllAlternativesAvoid) {
    Question question;
    question.query.constraints.avoid = {PassageId{5}};
    question.alternatives = {avoiding({PassageId{2}})};
    EXPECT_THAT(closures_in(question),
                ElementsAre(ElementsAre(PassageId{2}, PassageId{5}), ElementsAre(PassageId{5})));
}

TEST(Closures, AreNoneWhereNoPassageIsAvoided) {
    Question question;
    question.alternatives = {avoiding({model::Mode::air})};
    EXPECT_THAT(closures_in(question), IsEmpty());
}

TEST(Closures, AreFoundInEveryKindOfClaim) {
    const auto closed = [](decltype(Claim::check) check) {
        return closures_in({Claim{.check = std::move(check)}}, {});
    };
    const Alternative first = avoiding({PassageId{1}});
    const Alternative second = avoiding({PassageId{2}});
    const auto both = ElementsAre(ElementsAre(PassageId{1}), ElementsAre(PassageId{2}));
    EXPECT_THAT(closed(SavingClaim{.of = first, .against = {second}}), both);
    EXPECT_THAT(closed(RatioClaim{.first = first, .second = second}), both);
    EXPECT_THAT(closed(TimeClaim{.by = first}), ElementsAre(ElementsAre(PassageId{1})));
    EXPECT_THAT(closed(PriceClaim{.by = second}), ElementsAre(ElementsAre(PassageId{2})));
    EXPECT_THAT(closed(UntestableClaim{}), IsEmpty());
}

} // namespace
} // namespace landsea::scenarios
