#pragma once

#include "model/month.hpp"
#include "model/network.hpp"
#include "model/shipment.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace landsea::model {

/// A country, by its ISO 3166-1 alpha-2 code.
struct Country {
    CountryCode code;

    friend bool operator==(const Country&, const Country&) = default;
};

/// What lies between two places, in both directions: the line that joins them.
struct Border {
    PlaceId one;
    PlaceId other;

    friend bool operator==(const Border&, const Border&) = default;
};

/// A word that services of a network file carry.
struct Tag {
    std::string word;

    friend bool operator==(const Tag&, const Tag&) = default;
};

/// What a route can be told to use or to keep away from.
using Target = std::variant<PlaceId, PassageId, CorridorId, ServiceId, MeansId, Mode, Country,
                            LinkId, Border, Tag>;

/// None of `then` is ridden before one of `first`: a way of setting out. A route that rides none of
/// them keeps to it; a ride from one terminal of a city to another does not count.
struct RidingOrder {
    std::vector<ServiceId> first;
    std::vector<ServiceId> then;
};

/// They hold for every route that is returned; what cannot be met is no route.
struct Constraints {
    std::vector<Target> via;   ///< each used at least once, in any order
    std::vector<Target> avoid; ///< none used at all
    std::optional<RidingOrder> order{};
};

/// Passages that ships must keep away from: sorted, each once.
using ClosureSet = std::vector<PassageId>;

/// The passages among what is avoided.
ClosureSet closures_of(const Constraints& constraints);

/// What a route is chosen by. Expected values are compared, over the states of the month.
enum class Criterion { time, money, carbon, generalised };

struct Overlay;

/// A question to the router.
struct Query {
    PlaceId from;
    PlaceId to;
    Constraints constraints;
    Criterion criterion = Criterion::time;
    Month month = Month::whole_year();
    Shipment shipment;
    Prices prices;
    std::vector<ServiceId> activated; ///< planned or suspended services that take part
    std::vector<CorridorId> activated_corridors;
    std::shared_ptr<const Overlay> overlay{}; ///< what a scenario changes; null: nothing
};

/// The passages that ships must keep away from: those avoided and those that the overlay closes.
ClosureSet closures_of(const Query& query);

/// The identifier of a target with its kind: "passage malacca".
std::string describe(const Target& target, const Network& network);

} // namespace landsea::model
