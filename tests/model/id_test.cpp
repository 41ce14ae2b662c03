#include "model/id.hpp"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

namespace landsea::model {
namespace {

template <class T, class Index>
concept Indexable = requires(const T& table, Index id) {
    table[id];
};

template <class A, class B>
concept Equatable = requires(A a, B b) {
    a == b;
};

using Towns = Table<PlaceTag, std::string>;

static_assert(Indexable<Towns, PlaceId>);
static_assert(!Indexable<Towns, LinkId>);
static_assert(!Indexable<Towns, int>);
static_assert(!std::is_convertible_v<LinkId, PlaceId>);
static_assert(!std::is_constructible_v<PlaceId, LinkId>);
static_assert(!Equatable<PlaceId, LinkId>);

TEST(Table, GivesEachRowTheNextId) {
    Towns towns;
    EXPECT_TRUE(towns.empty());
    const PlaceId first = towns.add("Fuling");
    const PlaceId second = towns.add("Wanzhou");
    EXPECT_LT(first, second);
    EXPECT_EQ(towns[first], "Fuling");
    EXPECT_EQ(towns[second], "Wanzhou");
    EXPECT_EQ(towns.size(), 2U);
}

TEST(Table, ListsItsIdsInTheOrderOfItsRows) {
    const Towns towns{std::vector<std::string>{"a", "b", "c"}};
    std::string read;
    for (const PlaceId id : towns.ids()) {
        read += towns[id];
    }
    EXPECT_EQ(read, "abc");
    EXPECT_TRUE(Towns{}.ids().empty());
}

} // namespace
} // namespace landsea::model
