#pragma once

#include <cmath>
#include <compare>

namespace landsea::model {

/// Exponents over the six base units of landsea. There is one unit per dimension, so nothing is
/// ever converted: time is hours, length kilometres, money US dollars, carbon kg of CO2 equivalent.
struct Dim {
    int km{};
    int h{};
    int usd{};
    int kg_co2e{};
    int t{};
    int teu{};

    friend constexpr bool operator==(Dim, Dim) = default;

    friend constexpr Dim operator+(Dim a, Dim b) {
        return {a.km + b.km,           a.h + b.h, a.usd + b.usd,
                a.kg_co2e + b.kg_co2e, a.t + b.t, a.teu + b.teu};
    }

    friend constexpr Dim operator-(Dim a, Dim b) {
        return {a.km - b.km,           a.h - b.h, a.usd - b.usd,
                a.kg_co2e - b.kg_co2e, a.t - b.t, a.teu - b.teu};
    }
};

/// A number whose unit is part of its type: `Km{12} / KmPerHour{4}` is `Hours{3}`. Adds and
/// compares only with its own kind; becomes a plain double once all units cancel.
template <Dim D>
class Quantity {
  public:
    constexpr Quantity() = default;

    constexpr explicit Quantity(double count) : count_{count} {}

    /// The bare number in the unit that the type names.
    [[nodiscard]] constexpr double count() const { return count_; }

    constexpr Quantity& operator+=(Quantity other) {
        count_ += other.count_;
        return *this;
    }

    constexpr Quantity& operator-=(Quantity other) {
        count_ -= other.count_;
        return *this;
    }

    friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }

    friend constexpr Quantity operator-(Quantity a, Quantity b) { return a -= b; }

    friend constexpr Quantity operator-(Quantity a) { return Quantity{-a.count_}; }

    friend constexpr Quantity operator*(double factor, Quantity q) {
        return Quantity{factor * q.count_};
    }

    friend constexpr Quantity operator*(Quantity q, double factor) {
        return Quantity{q.count_ * factor};
    }

    friend constexpr Quantity operator/(Quantity q, double divisor) {
        return Quantity{q.count_ / divisor};
    }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;

  private:
    double count_{};
};

namespace detail {

template <Dim D>
constexpr auto with_unit(double count) {
    if constexpr (D == Dim{}) {
        return count;
    } else {
        return Quantity<D>{count};
    }
}

} // namespace detail

template <Dim A, Dim B>
constexpr auto operator*(Quantity<A> a, Quantity<B> b) {
    return detail::with_unit<A + B>(a.count() * b.count());
}

template <Dim A, Dim B>
constexpr auto operator/(Quantity<A> a, Quantity<B> b) {
    return detail::with_unit<A - B>(a.count() / b.count());
}

template <Dim D>
bool is_finite(Quantity<D> q) {
    return std::isfinite(q.count());
}

using Km = Quantity<Dim{.km = 1}>;
using Hours = Quantity<Dim{.h = 1}>;
using Usd = Quantity<Dim{.usd = 1}>;
using KgCo2e = Quantity<Dim{.kg_co2e = 1}>;
using Tonnes = Quantity<Dim{.t = 1}>;
using Teu = Quantity<Dim{.teu = 1}>;
using KmPerHour = Quantity<Dim{.km = 1, .h = -1}>;
using PerHour = Quantity<Dim{.h = -1}>;
using UsdPerTeu = Quantity<Dim{.usd = 1, .teu = -1}>;
using UsdPerTeuKm = Quantity<Dim{.km = -1, .usd = 1, .teu = -1}>;
using UsdPerTeuHour = Quantity<Dim{.h = -1, .usd = 1, .teu = -1}>;
using UsdPerKgCo2e = Quantity<Dim{.usd = 1, .kg_co2e = -1}>;
using TonnesPerTeu = Quantity<Dim{.t = 1, .teu = -1}>;
using KgCo2ePerTeu = Quantity<Dim{.kg_co2e = 1, .teu = -1}>;
using KgCo2ePerTonne = Quantity<Dim{.kg_co2e = 1, .t = -1}>;
using KgCo2ePerTonneKm = Quantity<Dim{.km = -1, .kg_co2e = 1, .t = -1}>;

inline constexpr double hours_per_day = 24.0;
inline constexpr Hours week{168.0};

constexpr double days(Hours time) {
    return time.count() / hours_per_day;
}

constexpr Hours from_days(double count) {
    return Hours{count * hours_per_day};
}

} // namespace landsea::model
