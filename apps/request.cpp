#include "apps/request.hpp"

#include "apps/usage_error.hpp"
#include "model/lookup.hpp"
#include "model/spelling.hpp"

#include <algorithm>
#include <array>
#include <thread>

namespace landsea::apps {

namespace {

constexpr std::size_t suggestions = 3;

template <class T, std::size_t N>
T choice(const Arguments& arguments, const std::string& option, T otherwise,
         const std::array<std::pair<std::string_view, T>, N>& choices) {
    const auto text = arguments.last(option);
    if (!text) {
        return otherwise;
    }
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
        if (name == *text) {
            return value;
        }
        names.emplace_back(name);
    }
    std::string all;
    for (const std::string& name : names) {
        all += (all.empty() ? "" : ", ") + name;
    }
    throw UsageError{option + ": expected one of " + all + ", found \"" + *text + "\"",
                     model::nearest(*text, names, suggestions)};
}

model::Month month_of(const Arguments& arguments) {
    const auto text = arguments.last("--month");
    if (!text || *text == "all") {
        return model::Month::whole_year();
    }
    const auto number = number_in(*text);
    if (!number || *number < 1 || *number > 12 || *number != static_cast<int>(*number)) {
        throw UsageError{"--month: expected 1 to 12 or all, found \"" + *text + "\""};
    }
    return {static_cast<int>(*number)};
}

} // namespace

std::vector<Option> network_options() {
    return {
        {"--network", "PATH", "a network file or folder instead of the shipped one; repeatable"},
        {"--data", "FOLDER", "the folder that holds network/, claims/ and the base map"}};
}

std::vector<Option> query_options() {
    return {{"--month", "M", "month of departure, 1 to 12 or all (all)"},
            {"--by", "CRITERION",
             "choose routes by time, money (or cost), carbon or generalised (time)"},
            {"--via", "TARGET", "use this place, passage, corridor, service, mode...; repeatable"},
            {"--avoid", "TARGET", "keep away from it; repeatable"},
            {"--scenario", "ID", "under this scenario, a file *.json, or several at once as A+B"},
            {"--activate", "ID", "let a planned or suspended service or corridor take part"},
            {"--add-dwell", "PLACE=TIME", "stand longer at a place: CNQZH=12d or =36h; repeatable"},
            {"--teu", "N", "TEU in the shipment (1)"},
            {"--tonnes-per-teu", "T", "weight of a TEU (10)"},
            {"--value-usd-per-teu", "USD", "worth of a TEU (50000)"},
            {"--cargo", "KIND", "dry, reefer, dangerous or lithium (dry)"},
            {"--value-of-time", "USD", "per TEU and day (10 % of the worth a year)"},
            {"--carbon-price", "USD", "per tonne CO2e (0)"}};
}

std::vector<Option> answer_options() {
    return joined({{{"--draws", "N", "draws of the simulation, 100 to 10000000 (10000)"},
                    {"--seed", "N", "of the draws (1)"},
                    {"--threads", "N", "does not change a byte (all of the machine)"}},
                   listing_options()});
}

std::vector<Option> listing_options() {
    return {{"--lang", "LANGUAGE", "of names and words: en or zh (en)"},
            {"--json", "", "write JSON"},
            {"--csv", "", "write CSV"},
            {"--quiet", "", "no remarks on the error stream"}};
}

std::vector<Option> joined(std::vector<std::vector<Option>> groups) {
    std::vector<Option> all;
    for (auto& group : groups) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

model::PlaceId place_of(const model::Network& network, const std::string& word) {
    if (const auto place = model::find_place(network, word)) {
        return *place;
    }
    throw UsageError{"no place is called \"" + word + "\"",
                     model::nearest(word, model::place_names(network), suggestions)};
}

model::Target target_of(const model::Network& network, const std::string& word) {
    if (auto target = model::find_target(network, word)) {
        return std::move(*target);
    }
    const std::size_t colon = word.find(':');
    const std::string bare = colon == std::string::npos ? word : word.substr(colon + 1);
    throw UsageError{"no place, passage, corridor, service, means, mode or country is called \"" +
                         word + "\"",
                     model::nearest(bare, model::target_names(network), suggestions)};
}

model::CorridorId corridor_of(const model::Network& network, const std::string& word) {
    if (const auto corridor = model::find_corridor(network, word)) {
        return *corridor;
    }
    std::vector<std::string> names;
    for (const model::Corridor& corridor : network.parts().corridors) {
        names.insert(names.end(), {corridor.id, corridor.names.en, corridor.names.zh});
    }
    throw UsageError{"no corridor is called \"" + word + "\"",
                     model::nearest(word, names, suggestions)};
}

model::Query query_without_month(const Arguments& arguments, const model::Network& network) {
    using model::CargoKind;
    using model::Criterion;
    constexpr double most = 1e9;
    constexpr double yearly_rate = 0.10; // assumed: 5 to 15 % are in use
    constexpr double kg_per_tonne = 1000.0;
    model::Query query;
    query.criterion = choice(arguments, "--by", Criterion::time,
                             std::array<std::pair<std::string_view, Criterion>, 5>{
                                 {{"time", Criterion::time},
                                  {"money", Criterion::money},
                                  {"cost", Criterion::money},
                                  {"carbon", Criterion::carbon},
                                  {"generalised", Criterion::generalised}}});
    query.shipment = {
        .size = model::Teu{arguments.number("--teu", 1.0, 1e-3, most)},
        .weight = model::TonnesPerTeu{arguments.number("--tonnes-per-teu", 10.0, 0.0, 100.0)},
        .value = model::UsdPerTeu{arguments.number("--value-usd-per-teu", 50000.0, 0.0, most)},
        .kind = choice(arguments, "--cargo", CargoKind::dry, model::cargo_kind_names)};
    const model::UsdPerTeuHour carrying = model::carrying_cost(query.shipment.value, yearly_rate);
    query.prices.time = model::UsdPerTeuHour{
        arguments.number("--value-of-time", carrying.count() * model::hours_per_day, 0.0, most) /
        model::hours_per_day};
    query.prices.carbon =
        model::UsdPerKgCo2e{arguments.number("--carbon-price", 0.0, 0.0, most) / kg_per_tonne};
    for (const std::string& word : arguments.all("--via")) {
        query.constraints.via.push_back(target_of(network, word));
    }
    constexpr std::size_t most_vias = 6;
    if (query.constraints.via.size() > most_vias) {
        throw UsageError{"--via: expected at most 6 targets, found " +
                         std::to_string(query.constraints.via.size())};
    }
    for (const std::string& word : arguments.all("--avoid")) {
        query.constraints.avoid.push_back(target_of(network, word));
    }
    for (const std::string& word : arguments.all("--activate")) {
        if (const auto service = model::find_service(network, word)) {
            query.activated.push_back(*service);
        } else if (const auto corridor = model::find_corridor(network, word)) {
            query.activated_corridors.push_back(*corridor);
        } else {
            throw UsageError{"--activate: no service or corridor is called \"" + word + "\"",
                             model::nearest(word, model::target_names(network), suggestions)};
        }
    }
    return query;
}

model::Query query_of(const Arguments& arguments, const model::Network& network) {
    model::Query query = query_without_month(arguments, network);
    query.month = month_of(arguments);
    return query;
}

model::Query query_under_scenario(const Arguments& arguments, const Loaded& loaded) {
    model::Query query = query_of(arguments, loaded.network);
    if (const auto* scenario = only_scenario(loaded)) {
        lay_scenario(*scenario, loaded.network, query);
    }
    return query;
}

model::DrawPlan plan_of(const Arguments& arguments) {
    constexpr double most_seeds = 9007199254740992.0; // 2^53: whole numbers stay exact in a double
    const double seed = arguments.whole_number("--seed", 1.0, 0.0, most_seeds);
    const double draws = arguments.whole_number("--draws", 10000.0, 100.0, 1e7);
    return {.seed = static_cast<std::uint64_t>(seed), .draws = static_cast<std::uint32_t>(draws)};
}

unsigned threads_of(const Arguments& arguments) {
    const double machine = std::max(1U, std::thread::hardware_concurrency());
    return static_cast<unsigned>(arguments.number("--threads", machine, 1.0, 1024.0));
}

Format format_of(const Arguments& arguments) {
    if (arguments.has("--json") && arguments.has("--csv")) {
        throw UsageError{"--json and --csv exclude each other; use --out for both"};
    }
    if (arguments.has("--json")) {
        return Format::json;
    }
    return arguments.has("--csv") ? Format::csv : Format::table;
}

model::Language language_of(const Arguments& arguments) {
    using model::Language;
    return choice(arguments, "--lang", Language::en,
                  std::array<std::pair<std::string_view, Language>, 2>{
                      {{"en", Language::en}, {"zh", Language::zh}}});
}

} // namespace landsea::apps
