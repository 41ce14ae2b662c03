#include "model/costing.hpp"
#include "model/lookup.hpp"
#include "model/router.hpp"
#include "scenario_catalog.hpp"

#include <gmock/gmock.h>

#include <map>
#include <memory>
#include <optional>

namespace landsea::tests {
namespace {

using model::Network;
using model::Query;

enum class Direction { shorter, longer, cheaper, dearer, the_same, no_route };

/// What a scenario does to a named way, and who published it.
struct Case {
    std::string scenario;
    std::string from;
    std::string to;
    std::vector<std::string> via;
    std::vector<std::string> avoid;
    Direction direction{};
    std::string before{}; ///< the scenario to compare with; empty: the network as it is
    int month{};          ///< 0: the whole year
};

const std::vector<std::string> barge{"means:barge_ordinary", "CNSHA"};
const std::vector<std::string> express{"means:barge_express", "CNSHA"};
const std::vector<std::string> qinzhou{"corridor:nwlsc_railsea_mid"};
const std::vector<std::string> bridge{"corridor:china_europe_railway_express"};
const std::vector<std::string> middle{"corridor:middle_corridor"};
const std::vector<std::string> sea{"mode:sea"};
const std::vector<std::string> no_rail{"mode:rail"};
const std::vector<std::string> no_air{"mode:air"};
const std::vector<std::string> brest{"border:BY-BREST|PL-MALASZEWICZE"};
const std::vector<std::string> no_ship{"mode:sea"};
const std::vector<std::string> no_land{"mode:rail", "mode:air"};

/// Sources: the `sources` of each scenario's file; docs/validation.md shows the sizes.
const std::vector<Case>& published_directions() {
    using enum Direction;
    static const std::vector<Case> cases{
        // Flexport 2023: 8 to 10 d more from Shanghai to Rotterdam without Suez; dearer, too.
        {"suez_closed", "CNSHA-YANGSHAN", "NLRTM", sea, no_land, longer, "suez_reopens"},
        {"suez_closed", "CNSHA-YANGSHAN", "NLRTM", sea, no_land, dearer, "suez_reopens"},
        // The lines of today go round the Cape already.
        {"suez_closed", "CNSHA-YANGSHAN", "NLRTM", sea, no_land, the_same},
        // Vastlog 2025: Suez saves 10 to 12 d.
        {"suez_reopens", "CNCKG", "DEDUI", {"means:barge_ordinary", "mode:sea"}, no_rail, shorter},
        // Rimmer and Lee 2007: a longer way between the oceans; Singapore lies before the strait.
        {"malacca_closed", "CNCKG", "LKCMB", qinzhou, {}, longer},
        {"malacca_closed", "CNCKG", "LKCMB", qinzhou, {}, dearer},
        {"malacca_closed", "CNCKG", "SGSIN", qinzhou, {}, the_same},
        // COSCO 2017: waits of more than ten days.
        {"three_gorges_overhaul", "CNCKG", "SGSIN", barge, no_rail, longer},
        {"three_gorges_overhaul", "CNCKG", "SGSIN", express, no_rail, longer},
        {"three_gorges_overhaul", "CNCKG", "SGSIN", qinzhou, {}, the_same},
        // Shanghai Pan Asia 2023, CGTN 2022: queues, partial loads.
        {"three_gorges_drought", "CNCKG", "SGSIN", barge, no_rail, longer, "", 9},
        {"three_gorges_drought", "CNCKG", "SGSIN", barge, no_rail, dearer},
        // China News Service 2010 and 2014, Xinhua 2012: nothing passes.
        {"three_gorges_closed", "CNCKG", "SGSIN", barge, no_rail, no_route},
        {"three_gorges_closed", "CNCKG", "SGSIN", qinzhou, {}, the_same},
        // China Water Transport News 2025: from 120 h to below 40 h.
        {"three_gorges_new_waterway", "CNCKG", "SGSIN", barge, no_rail, shorter},
        {"three_gorges_new_waterway", "CNCKG", "SGSIN", express, no_rail, shorter, "", 5},
        // CCTV 2023: freight cheaper by the canal, from where it begins.
        {"pinglu_canal_opens", "CNNNG", "SGSIN", sea, {}, cheaper},
        {"pinglu_canal_opens", "CNCKG", "SGSIN", qinzhou, {}, the_same},
        // Global Times 2022, The Independent 2025.
        {"china_laos_upgrade", "CNCKG", "MYPKG", {"means:asean_express"}, {}, shorter},
        {"china_laos_upgrade", "CNKMG", "THLKR", {"service:rail_kunming_latkrabang"}, {}, shorter},
        // Index1520 2023: no trains at Manzhouli.
        {"manzhouli_closed", "CNCKG", "RUMOW", {"corridor:yumane"}, {}, no_route},
        {"manzhouli_closed", "CNCKG", "RUMOW", {"border:CNMLX|RU-ZABAIKALSK"}, {}, no_route},
        // TrasportoEuropa 2025: no trains by Brest, costs up.
        {"malaszewicze_brest_closed", "CNCKG", "DEDUI", brest, {}, no_route},
        {"malaszewicze_brest_closed", "CNCKG", "DEDUI", bridge, no_ship, longer},
        {"malaszewicze_brest_closed", "CNCKG", "DEDUI", bridge, no_ship, dearer},
        {"malaszewicze_brest_closed", "CNCKG", "DEDUI", middle, {}, dearer},
        // World Bank 2023: quicker.
        {"middle_corridor_expansion", "CNCKG", "DEDUI", middle, {}, shorter},
        {"middle_corridor_expansion", "CNSIA", "GEPTI", middle, no_air, shorter},
        // Journal of Commerce 2018: rail dearer without subsidies, the sea not.
        {"rail_subsidy_removed", "CNCKG", "DEDUI", bridge, no_ship, dearer},
        {"rail_subsidy_removed", "CNCKG", "SGSIN", qinzhou, {}, the_same},
        // High-Level Commission 2017: everybody pays.
        {"carbon_price", "CNCKG", "DEDUI", bridge, no_ship, dearer},
        {"carbon_price", "CNCKG", "SGSIN", barge, no_rail, dearer},
        // ENGINE 2026: surcharges between Asia and Europe and within it, none within Asia.
        {"eu_ets", "CNSHA-YANGSHAN", "NLRTM", sea, no_land, dearer},
        {"eu_ets", "NLRTM", "ESALG", sea, {}, dearer},
        {"eu_ets", "CNCKG", "SGSIN", barge, no_rail, the_same},
        // Azerbaijan News Gazette: quicker.
        {"cku_opens", "CNCKG", "UZTAS", {"mode:rail"}, {"mode:road"}, shorter},
        // 84 h over departures per week.
        {"qinzhou_sailings_doubled", "CNCKG", "SGSIN", qinzhou, {}, shorter},
        // Everstream 2020: ports closed for days, in the season only.
        {"qinzhou_typhoon", "CNCKG", "SGSIN", qinzhou, {}, longer, "", 9},
        {"qinzhou_typhoon", "CNCKG", "SGSIN", qinzhou, {}, the_same, "", 3},
        // Combinations do what their parts do.
        {"suez_and_malacca_closed", "CNCKG", "LKCMB", qinzhou, {}, longer},
        {"drought_and_typhoon", "CNCKG", "SGSIN", barge, no_rail, longer, "", 9},
        {"drought_and_typhoon", "CNCKG", "SGSIN", qinzhou, {}, longer, "", 9},
        {"cape_detour_under_ets", "CNSHA-YANGSHAN", "NLRTM", sea, no_land, dearer, "suez_reopens"},
        {"northern_rail_closed", "CNCKG", "DEDUI", brest, {}, no_route},
        {"northern_rail_closed", "CNCKG", "DEDUI", middle, {}, shorter},
        {"projects_finished", "CNCKG", "SGSIN", barge, no_rail, shorter},
        {"projects_finished", "CNCKG", "UZTAS", {"mode:rail"}, {"mode:road"}, shorter}};
    return cases;
}

/// A scenario with the network that it is laid over. Stays where it is, as the router points to it.
class World {
  public:
    explicit World(const std::string& id)
        : scenario{id.empty() ? std::nullopt : std::optional{catalogue_scenario(id)}},
          network{scenario ? network_under(*scenario) : catalogue_network()}, router{network} {}

    World(const World&) = delete;
    World& operator=(const World&) = delete;
    World(World&&) = delete;
    World& operator=(World&&) = delete;
    ~World() = default;

    const std::optional<scenarios::Scenario> scenario;
    const Network network;
    const model::Router router;
};

/// Made once for each scenario; that of no id is the network as it is.
const World& world_of(const std::string& id) {
    static std::map<std::string, World> worlds;
    return worlds.try_emplace(id, id).first->second;
}

std::vector<model::Target> targets(const std::vector<std::string>& words, const Network& network) {
    std::vector<model::Target> found;
    found.reserve(words.size());
    for (const std::string& word : words) {
        found.push_back(model::find_target(network, word).value());
    }
    return found;
}

std::string text_of(const std::optional<model::Tally>& tally) {
    return tally ? std::to_string(tally->time.count()) + " h, " +
                       std::to_string(tally->money.count()) + " USD"
                 : "no route";
}

/// Mean hours and dollars of the way that is quickest, or cheapest where dollars are asked.
std::optional<model::Tally> asked(const Case& given, const std::string& scenario) {
    const World& world = world_of(scenario);
    Query query{.from = model::find_place(world.network, given.from).value(),
                .to = model::find_place(world.network, given.to).value(),
                .constraints = {.via = targets(given.via, world.network),
                                .avoid = targets(given.avoid, world.network)},
                .month = given.month == 0 ? model::Month::whole_year() : model::Month{given.month}};
    if (given.direction == Direction::cheaper || given.direction == Direction::dearer) {
        query.criterion = model::Criterion::money;
    }
    if (world.scenario) {
        query.overlay = std::make_shared<const model::Overlay>(
            scenarios::overlay_of(*world.scenario, world.network, query.month));
    }
    const auto route = world.router.best(query);
    return route ? std::optional{model::Costing{world.network, query}.mean(*route)} : std::nullopt;
}

bool is_as_published(Direction direction, const model::Tally& before,
                     const std::optional<model::Tally>& after) {
    constexpr double hour = 1.0;
    constexpr double dollar = 1.0;
    if (!after) {
        return direction == Direction::no_route;
    }
    const double hours = (after->time - before.time).count();
    const double dollars = (after->money - before.money).count();
    switch (direction) {
    case Direction::shorter:
        return hours < -hour;
    case Direction::longer:
        return hours > hour;
    case Direction::cheaper:
        return dollars < -dollar;
    case Direction::dearer:
        return dollars > dollar;
    case Direction::the_same:
        return std::abs(hours) < 1e-6 && std::abs(dollars) < 1e-6;
    case Direction::no_route:
        break;
    }
    return false;
}

TEST(PublishedDirections, AreWhatTheScenariosDo) {
    for (const Case& given : published_directions()) {
        SCOPED_TRACE(given.scenario + ": " + given.from + " to " + given.to);
        const auto before = asked(given, given.before);
        ASSERT_TRUE(before.has_value()) << "no way to compare with";
        const auto after = asked(given, given.scenario);
        EXPECT_TRUE(is_as_published(given.direction, *before, after))
            << text_of(before) << " before, " << text_of(after) << " after";
    }
}

TEST(PublishedDirections, AreThereForEachScenario) {
    for (const std::string& id : catalogue_ids()) {
        EXPECT_TRUE(std::ranges::any_of(published_directions(), [&](const Case& given) {
            return given.scenario == id;
        })) << id;
    }
}

TEST(ChokePoints, CostMoreAtSuezThanAtMalacca) {
    // Japan Society of Civil Engineers 2019: for container ships a blockade of Suez weighs more.
    const Case suez{"suez_closed", "CNSHA-YANGSHAN", "NLRTM", sea, no_land, {}, "suez_reopens"};
    const Case malacca{"malacca_closed", "CNSHA-YANGSHAN", "LKCMB", sea, {}, {}, ""};
    const auto detour = [](const Case& given) {
        return asked(given, given.scenario)->time - asked(given, given.before)->time;
    };
    EXPECT_GT(detour(suez), detour(malacca));
}

} // namespace
} // namespace landsea::tests
