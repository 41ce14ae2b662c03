#include "model/quantity.hpp"
#include "model/shipment.hpp"
#include "model/tally.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <type_traits>

namespace landsea::model {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
    a + b;
};

template <class A, class B>
concept Comparable = requires(A a, B b) {
    a < b;
};

static_assert(Addable<Km, Km>);
static_assert(!Addable<Km, Hours>);
static_assert(!Addable<Km, double>);
static_assert(!Addable<Usd, UsdPerTeu>);
static_assert(Comparable<Hours, Hours>);
static_assert(!Comparable<Hours, Usd>);
static_assert(!std::is_convertible_v<double, Km>, "a bare number has no unit");
static_assert(!std::is_convertible_v<Km, double>, "a unit is not lost by accident");

static_assert(std::is_same_v<decltype(Km{} / KmPerHour{}), Hours>);
static_assert(std::is_same_v<decltype(UsdPerTeu{} * Teu{}), Usd>);
static_assert(std::is_same_v<decltype(KgCo2ePerTonneKm{} * Tonnes{} * Km{}), KgCo2e>);
static_assert(std::is_same_v<decltype(Km{} / Km{}), double>, "units that cancel leave a number");

TEST(Quantity, MultipliesAndDividesItsUnits) {
    EXPECT_EQ(Km{12} / KmPerHour{4}, Hours{3});
    EXPECT_EQ(UsdPerTeu{500} * Teu{3}, Usd{1500});
    EXPECT_EQ(Hours{36} / Hours{24}, 1.5);
    EXPECT_EQ(2.0 * Km{3}, Km{3} * 2.0);
    EXPECT_EQ(Km{3} / 2.0, Km{1.5});
}

TEST(Quantity, AddsAndSubtractsItsOwnKind) {
    Hours time{5};
    time += Hours{2};
    time -= Hours{4};
    EXPECT_EQ(time, Hours{3});
    EXPECT_EQ(Hours{1} - Hours{4}, -time);
    EXPECT_LT(Hours{-1}, Hours{});
}

TEST(Quantity, SaysWhenItIsNotFinite) {
    EXPECT_TRUE(is_finite(Km{1e300}));
    EXPECT_FALSE(is_finite(Km{1} / 0.0));
    EXPECT_FALSE(is_finite(Km{std::numeric_limits<double>::quiet_NaN()}));
}

TEST(Quantity, CountsDaysOfTwentyFourHours) {
    EXPECT_EQ(days(Hours{36}), 1.5);
    EXPECT_EQ(from_days(7), week);
}

TEST(Shipment, WeighsItsSizeTimesItsWeightPerTeu) {
    EXPECT_EQ(tonnes_of({.size = Teu{3}, .weight = TonnesPerTeu{12}}), Tonnes{36});
}

TEST(Shipment, CostsTheInterestOnItsValueByTheHour) {
    // 87,600 USD x 10 % a year / 8760 h a year = 1 USD/h
    EXPECT_DOUBLE_EQ(carrying_cost(UsdPerTeu{87600}, 0.1).count(), 1.0);
}

TEST(Tally, AddsMemberByMember) {
    const Tally a{Km{1}, Hours{2}, Usd{3}, KgCo2e{4}};
    const Tally b{Km{10}, Hours{20}, Usd{30}, KgCo2e{40}};
    EXPECT_EQ(a + b, (Tally{Km{11}, Hours{22}, Usd{33}, KgCo2e{44}}));
}

TEST(Tally, BecomesOneCurrencyAtGivenPrices) {
    // 100 USD + 2 USD/(TEU h) x 5 h x 3 TEU + 0.5 USD/kg x 40 kg = 100 + 30 + 20
    const Tally tally{.time = Hours{5}, .money = Usd{100}, .carbon = KgCo2e{40}};
    const Prices prices{.time = UsdPerTeuHour{2}, .carbon = UsdPerKgCo2e{0.5}};
    EXPECT_EQ(generalised_cost(tally, prices, Teu{3}), Usd{150});
}

} // namespace
} // namespace landsea::model
