#include "model/first_mile.hpp"

#include "model/sphere.hpp"

#include <algorithm>

namespace landsea::model {

namespace {

constexpr double road_per_great_circle = 1.3;
constexpr Km reach{300.0};
constexpr std::size_t most_terminals = 3;
constexpr int price_year = 2024;

Evidence assumed(std::string note) {
    return {Grade::assumed, {}, {}, std::move(note)};
}

Estimate<double> exactly_one() {
    return {Range<double>::certain(1.0), assumed("no factor")};
}

bool enables_gate(const Operation& operation) {
    const auto* handling = std::get_if<Handling>(&operation.trigger);
    if (handling == nullptr ||
        (operation.kind != OperationKind::load && operation.kind != OperationKind::unload)) {
        return false;
    }
    const auto is_gate = [](const Selector& selector) {
        return std::holds_alternative<Gate>(selector) || std::holds_alternative<AnyMeans>(selector);
    };
    return std::ranges::any_of(handling->from, is_gate) ||
           std::ranges::any_of(handling->to, is_gate);
}

/// Adds trucks, roads and handling for places without a terminal.
class FirstMile {
  public:
    explicit FirstMile(NetworkParts parts)
        : parts_{std::move(parts)}, is_terminal_(parts_.places.size()),
          is_city_(parts_.places.size()) {
        for (const Operation& operation : parts_.operations) {
            if (enables_gate(operation)) {
                is_terminal_[operation.place.index] = true;
            }
        }
        for (const Place& place : parts_.places) {
            if (place.part_of) {
                is_city_[place.part_of->index] = true;
            }
        }
    }

    NetworkParts join() {
        const auto places = parts_.places.ids();
        for (const PlaceId place : places) {
            if (is_terminal_[place.index] || is_city_[place.index]) {
                continue;
            }
            const auto terminals = nearest_terminals(place);
            for (const PlaceId terminal : terminals) {
                add_road(place, terminal);
                add_road(terminal, place);
            }
            if (!terminals.empty()) {
                add_handling(place);
            }
        }
        return std::move(parts_);
    }

  private:
    [[nodiscard]] Km distance(PlaceId a, PlaceId b) const {
        return great_circle(parts_.places[a].location, parts_.places[b].location);
    }

    [[nodiscard]] PlaceId city_of(PlaceId terminal) const {
        return parts_.places[terminal].part_of.value_or(terminal);
    }

    [[nodiscard]] std::vector<PlaceId> nearest_terminals(PlaceId place) const {
        std::vector<PlaceId> terminals;
        for (const PlaceId other : parts_.places.ids()) {
            if (is_terminal_[other.index] &&
                parts_.places[other].country == parts_.places[place].country &&
                distance(place, other) <= reach) {
                terminals.push_back(other);
            }
        }
        std::ranges::stable_sort(terminals, {}, [&](PlaceId t) { return distance(place, t); });
        std::vector<PlaceId> chosen;
        for (const PlaceId terminal : terminals) {
            const bool is_new = std::ranges::none_of(
                chosen, [&](PlaceId other) { return city_of(other) == city_of(terminal); });
            if (is_new && chosen.size() < most_terminals) {
                chosen.push_back(terminal);
            }
        }
        return chosen;
    }

    MeansId truck() {
        if (!truck_) {
            truck_ = parts_.means.add({.id = "first-mile:truck",
                                       .names = {"truck, first or last mile", "首末端卡车", ""},
                                       .mode = Mode::road});
        }
        return *truck_;
    }

    FactorId factor() {
        if (!factor_) {
            constexpr auto per_kg = 1e-3;
            factor_ = parts_.factors.add(
                {.id = "first-mile:truck",
                 .names = {"truck, first or last mile", "首末端卡车", ""},
                 .intensity = Estimate<KgCo2ePerTonneKm>{
                     {KgCo2ePerTonneKm{60 * per_kg}, KgCo2ePerTonneKm{95 * per_kg},
                      KgCo2ePerTonneKm{125 * per_kg}},
                     assumed("an articulated truck over 33 t, as the shipped truck factor")}});
        }
        return *factor_;
    }

    void add_road(PlaceId from, PlaceId to) {
        const Km length = std::max(Km{1.0}, road_per_great_circle * distance(from, to));
        const auto hours = [&](double km_per_hour) { return length / KmPerHour{km_per_hour}; };
        const auto usd = [&](double per_km) { return UsdPerTeu{per_km * length.count()}; };
        const std::string id =
            std::string{first_mile_prefix} + parts_.places[from].id + "-" + parts_.places[to].id;
        const LinkId link = parts_.links.add(
            {.id = id,
             .from = from,
             .to = to,
             .mode = Mode::road,
             .variant = "first-mile",
             .countries = {parts_.places[from].country},
             .length = {Range<Km>::certain(length), assumed("1.3 x great circle")},
             .time = {{hours(60), hours(45), hours(30)}, assumed("30 to 60 km/h with stops")},
             .money = {{usd(0.40), usd(0.55), usd(0.75)}, assumed("0.40 to 0.75 USD per TEU-km")},
             .price_year = price_year,
             .emission_factor = factor()});
        parts_.services.add({.id = id,
                             .names = {"truck", "卡车", "грузовик"},
                             .means = truck(),
                             .route = {link},
                             .time_factor = exactly_one(),
                             .money_factor = exactly_one()});
    }

    void add_handling(PlaceId place) {
        const auto add = [&](OperationKind kind, const char* name, std::vector<Selector> from,
                             std::vector<Selector> to) {
            parts_.operations.add(
                {.id = std::string{first_mile_prefix} + parts_.places[place].id + ":" + name,
                 .place = place,
                 .kind = kind,
                 .trigger = Handling{std::move(from), std::move(to)},
                 .costs = {{{{Hours{1}, Hours{2}, Hours{4}}, assumed("at the shipper's door")},
                            {Range<UsdPerTeu>::certain(UsdPerTeu{}), assumed("in the price")}}},
                 .price_year = price_year});
        };
        add(OperationKind::load, "load", {Door{}}, {truck()});
        add(OperationKind::unload, "unload", {truck()}, {Door{}});
    }

    NetworkParts parts_;
    std::vector<bool> is_terminal_;
    std::vector<bool> is_city_;
    std::optional<MeansId> truck_;
    std::optional<FactorId> factor_;
};

} // namespace

NetworkParts with_first_mile(NetworkParts parts) {
    return FirstMile{std::move(parts)}.join();
}

NetworkParts with_point(NetworkParts parts, const std::string& id, LatLon location) {
    CountryCode country;
    Km nearest{1e9};
    for (const Place& place : parts.places) {
        const Km away = great_circle(location, place.location);
        if (away < nearest) {
            nearest = away;
            country = place.country;
        }
    }
    parts.places.add({.id = id,
                      .names = {id, id, id},
                      .country = country,
                      .location = location,
                      .kinds = {PlaceKind::city},
                      .evidence = assumed("given with the question")});
    return parts;
}

NetworkParts with_added_dwell(NetworkParts parts, PlaceId place, Hours time) {
    const std::string id = std::string{added_dwell_prefix} + parts.places[place].id;
    parts.operations.add(
        {.id = id,
         .place = place,
         .kind = OperationKind::dwell,
         .trigger = Handling{{AnyMeans{}}, {AnyMeans{}}},
         .costs = {{{Range<Hours>::certain(time), assumed("added by the question")},
                    {Range<UsdPerTeu>::certain(UsdPerTeu{}), assumed("no price was given")}}},
         .price_year = price_year});
    return parts;
}

} // namespace landsea::model
