#include "scenarios/regret.hpp"

#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/regret_files.hpp"
#include "io/what_if_files.hpp"
#include "model/router.hpp"
#include "model/spelling.hpp"
#include "scenarios/closures.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iostream>
#include <map>
#include <utility>

namespace landsea::apps {

namespace {

using scenarios::Scenario;
using scenarios::WorldState;

/// The network as it is, as one of the scenarios.
constexpr const char* base = "base";

/// "ID=0.2".
std::pair<std::string, double> weight_in(const std::string& text) {
    const std::size_t equals = text.rfind('=');
    double weight{};
    if (equals != std::string::npos) {
        const char* end = text.data() + text.size();
        const auto [rest, error] = std::from_chars(text.data() + equals + 1, end, weight);
        if (error == std::errc{} && rest == end && weight >= 0.0 && weight <= 1.0) {
            return {text.substr(0, equals), weight};
        }
    }
    throw UsageError{"--weight: expected SCENARIO=NUMBER with a number from 0 to 1, such as " +
                     std::string{base} + "=0.7, found \"" + text + "\""};
}

std::map<std::string, double> weights_in(const Arguments& arguments,
                                         const std::vector<WorldState>& states) {
    std::map<std::string, double> weights;
    for (const std::string& text : arguments.all("--weight")) {
        const auto [id, weight] = weight_in(text);
        if (std::ranges::find(states, id, &WorldState::id) == states.end()) {
            std::vector<std::string> ids;
            ids.reserve(states.size());
            for (const WorldState& met : states) {
                ids.push_back(met.id);
            }
            throw UsageError{"--weight: no scenario is called \"" + id + "\" here",
                             model::nearest(id, ids, 3)};
        }
        if (!weights.emplace(id, weight).second) {
            throw UsageError{"--weight: " + id + " is given twice"};
        }
    }
    return weights;
}

/// A weight for each scenario. Those without one share equally what the others leave of 1.
std::vector<double> weights_of(const Arguments& arguments, const std::vector<WorldState>& states) {
    constexpr double rounding = 1e-9;
    const auto given = weights_in(arguments, states);
    if (given.empty()) {
        return {};
    }
    double left = 1.0;
    for (const auto& [id, weight] : given) {
        left -= weight;
    }
    const std::size_t others = states.size() - given.size();
    if (left < -rounding || (others == 0 && left > rounding)) {
        throw UsageError{"--weight: the weights of all scenarios have to add up to 1"};
    }
    std::vector<double> weights;
    for (const WorldState& met : states) {
        const auto found = given.find(met.id);
        weights.push_back(found != given.end() ? found->second
                                               : std::max(left, 0.0) / static_cast<double>(others));
    }
    return weights;
}

/// The network as it is, and each scenario laid over it.
std::vector<WorldState> states_of(const std::vector<Scenario>& all, const Loaded& loaded,
                                  model::Query query) {
    std::vector<WorldState> states{{.id = base, .names = {base, "现状", ""}, .overlay = nullptr}};
    for (const Scenario& scenario : all) {
        lay_scenario(scenario, loaded.network, query);
        states.push_back({scenario.id, scenario.names, query.overlay});
    }
    return states;
}

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    if (!arguments.has("--scenario")) {
        throw UsageError{"expected one --scenario or more to hold against the network as it is"};
    }
    Loaded loaded = load(arguments, points_of(arguments));
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const std::vector<Scenario> all = std::exchange(loaded.scenarios, {});
    io::Identity identity = identity_of(loaded);
    for (const Scenario& scenario : all) {
        identity.scenario += " " + io::identity_of(scenario);
    }
    if (std::ranges::find(all, base, &Scenario::id) != all.end()) {
        throw UsageError{"--scenario: base is the network as it is, which is always asked about"};
    }
    scenarios::RegretQuestion question{
        .question = question_of(arguments, loaded), .states = {}, .weights = {}};
    close_passages(loaded, scenarios::closures_in(question.question, all));
    question.states = states_of(all, loaded, question.question.query);
    question.weights = weights_of(arguments, question.states);
    const model::Router router{loaded.network};
    const auto regret = scenarios::regret(router, question);
    switch (format) {
    case Format::json:
        std::cout << io::regret_json(regret, loaded.network, identity);
        break;
    case Format::csv:
        std::cout << io::regret_csv(regret, loaded.network, identity);
        break;
    case Format::table:
        std::cout << io::regret_table(regret, loaded.network, identity, presentation);
        break;
    }
    if (regret.matrix.min_max.empty() && !arguments.has("--quiet")) {
        std::cerr << "landsea: each alternative may be left without a route\n";
    }
    return regret.matrix.min_max.empty() ? Exit::negative : Exit::fine;
}

std::vector<Option> options_of_query() {
    auto options = query_options();
    std::erase_if(options, [](const Option& option) { return option.name == "--scenario"; });
    return options;
}

} // namespace

Verb regret_verb() {
    return {
        .usage = {.verb = "regret",
                  .summary = "choose a way under scenarios that nobody can foretell",
                  .words = {{"COMPARISON|FROM", "a bundled comparison, a file of one, or a place"},
                            {"TO", "the other place; any two places, or LAT,LON"}},
                  .fewest_words = 1,
                  .options =
                      joined({{{"--scenario", "ID",
                                "a scenario that may come true, a file *.json, or A+B; repeatable"},
                               {"--weight", "ID=SHARE",
                                "how likely a scenario is, base included: base=0.8; repeatable"},
                               {"--alternative", "NAME=TARGETS",
                                "a way: targets joined by +, avoided ones after !; repeatable"},
                               {"--currency", "CODE", "of the table: USD, CNY or EUR (USD)"}},
                              options_of_query(),
                              network_options(),
                              listing_options()}),
                  .examples = {"regret nwlsc-vs-yangtze --scenario qinzhou_typhoon --scenario "
                               "three_gorges_closed --month 8",
                               "regret Chongqing Duisburg --alternative rail=mode:rail+!mode:air "
                               "--alternative sea=corridor:yangtze+!mode:air --scenario "
                               "malaszewicze_brest_closed --weight base=0.9"}},
        .run = run};
}

} // namespace landsea::apps
