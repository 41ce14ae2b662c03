#include "scenario_catalog.hpp"

#include <gmock/gmock.h>

#include <set>

namespace landsea::tests {
namespace {

using model::Network;
using scenarios::Change;
using scenarios::Scenario;

/// Countries of the European Economic Area, where the EU's emissions trading holds. Source:
/// European Commission, "Scope of the EU ETS": all member states, Iceland, Liechtenstein, Norway.
const std::set<std::string>& economic_area() {
    static const std::set<std::string> codes{
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
        "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"};
    return codes;
}

bool has_chinese(const std::string& text) {
    // UTF-8 of U+4E00 to U+9FFF begins with the bytes E4 to E9.
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE4 && byte <= 0xE9;
    });
}

bool is_known(const std::string& source, const Scenario& scenario) {
    const auto has_id = [&](const model::Source& known) { return known.id == source; };
    return std::ranges::any_of(scenario.sources, has_id) ||
           std::ranges::any_of(catalogue_network().parts().sources, has_id);
}

std::set<std::string> services_of(const Change& change) {
    std::set<std::string> services;
    const auto& alter = std::get<scenarios::AlterHauls>(change.what);
    for (const model::Haul& haul : scenarios::hauls_in(alter.scope, catalogue_network())) {
        services.insert(catalogue_network()[haul.service].id);
    }
    return services;
}

/// Sea services of which so many ends lie in the European Economic Area; 2 means all.
std::set<std::string> sea_services(std::size_t least_in_the_area) {
    std::set<std::string> found;
    const Network& network = catalogue_network();
    for (const model::ServiceId id : network.parts().services.ids()) {
        const model::Service& service = network[id];
        if (network[service.means].mode != model::Mode::sea || service.detour) {
            continue;
        }
        const auto in_the_area = [&](model::PlaceId place) {
            return economic_area().contains(network[place].country);
        };
        const auto inside = [&](model::LinkId link) {
            return static_cast<std::size_t>(in_the_area(network[link].from)) +
                       static_cast<std::size_t>(in_the_area(network[link].to)) >=
                   least_in_the_area;
        };
        if (std::ranges::any_of(service.route, inside)) {
            found.insert(service.id);
        }
    }
    return found;
}

TEST(EveryScenario, IsReadWithoutAProblem) {
    for (const std::string& id : catalogue_ids()) {
        const Scenario scenario = catalogue_scenario(id);
        EXPECT_EQ(scenario.id, id);
        EXPECT_FALSE(scenario.changes.empty()) << id;
    }
}

TEST(EveryScenario, IsNamedAndDescribedInEnglishAndChinese) {
    for (const std::string& id : catalogue_ids()) {
        const Scenario scenario = catalogue_scenario(id);
        EXPECT_FALSE(has_chinese(scenario.names.en + scenario.description.en)) << id;
        EXPECT_TRUE(has_chinese(scenario.names.zh)) << id;
        EXPECT_TRUE(has_chinese(scenario.description.zh)) << id;
    }
}

TEST(EveryScenario, HasEvidenceForEachChange) {
    constexpr std::size_t shortest = 12; // "as at Qinzhou"
    for (const std::string& id : catalogue_ids()) {
        const Scenario scenario = catalogue_scenario(id);
        for (const Change& change : scenario.changes) {
            SCOPED_TRACE(id + ": " + change.text);
            EXPECT_GT(change.note.size(), shortest);
            EXPECT_TRUE(change.year.has_value());
            EXPECT_TRUE(change.grade == model::Grade::assumed || !change.sources.empty());
            for (const std::string& source : change.sources) {
                EXPECT_TRUE(is_known(source, scenario)) << source;
            }
        }
    }
}

TEST(EveryScenario, TouchesSomethingWithEachChange) {
    for (const std::string& id : catalogue_ids()) {
        const Scenario scenario = catalogue_scenario(id);
        for (const Change& change : scenario.changes) {
            EXPECT_GT(scenarios::touched_by(change, catalogue_network()), 0U) << change.text;
        }
    }
}

TEST(ScenarioCatalogue, HoldsThoseThatWerePublished) {
    EXPECT_THAT(
        catalogue_ids(),
        testing::IsSupersetOf(
            {"suez_closed", "malacca_closed", "three_gorges_overhaul", "three_gorges_drought",
             "three_gorges_closed", "three_gorges_new_waterway", "pinglu_canal_opens",
             "china_laos_upgrade", "manzhouli_closed", "malaszewicze_brest_closed",
             "middle_corridor_expansion", "rail_subsidy_removed", "carbon_price", "eu_ets",
             "cku_opens", "qinzhou_sailings_doubled", "qinzhou_typhoon"}));
}

TEST(ScenarioCatalogue, HasCombinationsThatExtendOthers) {
    const auto combines = [](const std::string& id) {
        return catalogue_scenario(id).extends.size() > 1;
    };
    EXPECT_GE(std::ranges::count_if(catalogue_ids(), combines), 3);
}

TEST(EuEmissionsTrading, ChargesHalfOfEachVoyageIntoOrOutOfTheArea) {
    const Scenario scenario = catalogue_scenario("eu_ets");
    EXPECT_EQ(services_of(scenario.changes.at(0)), sea_services(1));
}

TEST(EuEmissionsTrading, ChargesTheOtherHalfBetweenPortsOfTheArea) {
    const Scenario scenario = catalogue_scenario("eu_ets");
    EXPECT_EQ(services_of(scenario.changes.at(1)), sea_services(2));
    const auto& half = std::get<scenarios::AlterHauls>(scenario.changes.at(0).what).effect.size;
    const auto& other = std::get<scenarios::AlterHauls>(scenario.changes.at(1).what).effect.size;
    EXPECT_DOUBLE_EQ(half.typical, other.typical);
}

TEST(EuEmissionsTrading, TakesThePriceOfAnAllowanceTimesHalfTimesWhatTheShipItselfEmits) {
    // 81.03 EUR on average in early 2026 x 1.1769 USD x 0.5 x 12.66 / (12.66 + 2.87), per kg.
    const double usd_per_kg = 81.03 * 1.1769 * 0.5 * 12.66 / (12.66 + 2.87) / 1000.0;
    const Scenario scenario = catalogue_scenario("eu_ets");
    const auto& charge = std::get<scenarios::AlterHauls>(scenario.changes.at(0).what).effect.size;
    EXPECT_NEAR(charge.typical, usd_per_kg, 0.00005);
}

TEST(QinzhouSailingsDoubled, DoublesAllLinesOfQinzhouThatSail) {
    const Network& network = catalogue_network();
    std::set<std::string> sailing;
    for (const model::ServiceId id : network.parts().services.ids()) {
        const model::Service& service = network[id];
        const auto calls = [&](model::LinkId link) {
            return network[network[link].from].id == "CNQZH" ||
                   network[network[link].to].id == "CNQZH";
        };
        if (network[service.means].mode == model::Mode::sea && !service.detour &&
            service.standing.state == model::Standing::State::open &&
            std::ranges::any_of(service.route, calls)) {
            sailing.insert(service.id);
        }
    }
    const Scenario scenario = catalogue_scenario("qinzhou_sailings_doubled");
    std::set<std::string> doubled;
    const auto& alter = std::get<scenarios::AlterServices>(scenario.changes.at(0).what);
    for (const model::Haul& haul : scenarios::hauls_in(alter.scope, network)) {
        doubled.insert(network[haul.service].id);
    }
    EXPECT_EQ(doubled, sailing);
}

} // namespace
} // namespace landsea::tests
