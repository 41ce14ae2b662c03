#include "scenarios/route_choice.hpp"

#include <gmock/gmock.h>

namespace landsea::scenarios {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(RouteChoice, ListsAlternativesThatDifferTheCheapestFirst) {
    //  0 --10--> 1 --1 or 1.1--> 2       0 --14--> 2       0 --30--> 2
    // The second way out of 1 shares 10 of 11.1, more than 70 %; the last one is over twice as
    // dear.
    const model::ArcGraph graph{3, {{0, 1}, {1, 2}, {1, 2}, {0, 2}, {0, 2}}};
    EXPECT_THAT(route_choice(graph, {10, 1, 1.1, 14, 30}, 0, 2),
                ElementsAre(ElementsAre(0, 1), ElementsAre(3)));
}

TEST(RouteChoice, KeepsWhatSharesLittle) {
    // The trunk is 5 of 11: 45 %.
    const model::ArcGraph graph{3, {{0, 1}, {1, 2}, {1, 2}}};
    EXPECT_THAT(route_choice(graph, {5, 6, 6.5}, 0, 2),
                ElementsAre(ElementsAre(0, 1), ElementsAre(0, 2)));
}

TEST(RouteChoice, StopsAtTheNumberAskedFor) {
    const model::ArcGraph graph{2, {{0, 1}, {0, 1}, {0, 1}}};
    EXPECT_THAT(route_choice(graph, {1, 1.2, 1.4}, 0, 1, {.most = 2}),
                ElementsAre(ElementsAre(0), ElementsAre(1)));
}

TEST(RouteChoice, IsEmptyWhereNothingLeads) {
    const model::ArcGraph graph{2, {{1, 0}}};
    EXPECT_THAT(route_choice(graph, {1}, 0, 1), IsEmpty());
}

} // namespace
} // namespace landsea::scenarios
