#include "apps/request.hpp"

#include "apps/data_folder.hpp"
#include "apps/scenario_words.hpp"
#include "apps/sea_courses.hpp"
#include "apps/usage_error.hpp"
#include "io/input_error.hpp"
#include "io/read_network.hpp"
#include "model/first_mile.hpp"
#include "model/lookup.hpp"
#include "model/spelling.hpp"
#include "scenarios/closures.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <thread>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

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

std::optional<double> number_in(std::string_view text) {
    double value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && !text.empty();
    return whole ? std::optional{value} : std::nullopt;
}

/// "29.56,106.55" as a point; nullopt when the word is no pair of numbers.
std::optional<model::LatLon> point_in(const std::string& word) {
    const std::size_t comma = word.find(',');
    if (comma == std::string::npos) {
        return std::nullopt;
    }
    const auto lat = number_in(std::string_view{word}.substr(0, comma));
    const auto lon = number_in(std::string_view{word}.substr(comma + 1));
    if (!lat || !lon) {
        return std::nullopt;
    }
    try {
        return model::LatLon::degrees(*lat, *lon);
    } catch (const std::out_of_range& error) {
        throw UsageError{word + ": " + error.what()};
    }
}

/// "CNQZH=12d" or "CNQZH=36h".
std::pair<std::string, model::Hours> dwell_in(const std::string& text) {
    const std::size_t equals = text.rfind('=');
    if (equals != std::string::npos && text.size() > equals + 2) {
        const char unit = text.back();
        const auto amount =
            number_in(std::string_view{text}.substr(equals + 1, text.size() - equals - 2));
        constexpr double most = 1e6; // a century of hours, as for any other sum
        if (amount && *amount >= 0.0 && *amount <= most && (unit == 'd' || unit == 'h')) {
            return {text.substr(0, equals),
                    unit == 'd' ? model::from_days(*amount) : model::Hours{*amount}};
        }
    }
    throw UsageError{"--add-dwell: expected PLACE=TIME such as CNQZH=12d or CNQZH=36h, found \"" +
                     text + "\""};
}

bool has_terminals(const model::Network& network, model::PlaceId city) {
    return std::ranges::any_of(network.parts().places,
                               [&](const model::Place& place) { return place.part_of == city; });
}

model::NetworkParts with_dwell(model::NetworkParts parts, const std::string& text) {
    const auto [word, time] = dwell_in(text);
    const model::Network network{std::move(parts)};
    const model::PlaceId place = place_of(network, word);
    if (has_terminals(network, place)) {
        throw UsageError{"--add-dwell: " + word +
                         " is a city with terminals; name the terminal where the box stands"};
    }
    return model::with_added_dwell(network.parts(), place, time);
}

/// Reads the scenarios, with an operation for each place where one adds dwell.
void add_scenarios(Loaded& loaded, const std::vector<io::ScenarioText>& texts) {
    for (const io::ScenarioText& text : texts) {
        loaded.scenarios.push_back(io::read_scenario(text, loaded.network));
    }
    model::NetworkParts parts = loaded.network.parts();
    const std::size_t before = parts.operations.size();
    for (const scenarios::Scenario& scenario : loaded.scenarios) {
        for (const model::PlaceId place : scenarios::dwelt_at(scenario)) {
            const std::string id = scenarios::added_dwell_id(loaded.network, place);
            if (std::ranges::find(parts.operations, id, &model::Operation::id) ==
                parts.operations.end()) {
                parts = model::with_added_dwell(std::move(parts), place, model::Hours{});
            }
        }
    }
    if (parts.operations.size() > before) {
        loaded.network = model::Network{std::move(parts)};
    }
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

Loaded load_with(const Arguments& arguments, const std::vector<std::string>& points,
                 const std::vector<io::ScenarioText>& texts) {
    const fs::path data = data_folder(arguments);
    std::vector<fs::path> files;
    for (const std::string& path : arguments.all("--network")) {
        const auto more = network_files(path);
        files.insert(files.end(), more.begin(), more.end());
    }
    if (files.empty()) {
        files = network_files(data / "network");
    }
    io::LoadedNetwork read = io::read_network(files, additions_of(texts));
    model::NetworkParts parts = read.network.parts();
    for (const std::string& word : points) {
        if (const auto point = point_in(word)) {
            parts = model::with_point(std::move(parts), word, *point);
        }
    }
    parts = model::with_first_mile(std::move(parts));
    for (const std::string& text : arguments.all("--add-dwell")) {
        parts = with_dwell(std::move(parts), text);
    }
    auto lanes = sea_lanes_in(data);
    parts = charted(std::move(parts), lanes.get(), {});
    std::string hash = hash_with_lanes(read.data_hash, parts, data);
    Loaded loaded{model::Network{std::move(parts)}, std::move(hash), data, std::move(lanes)};
    add_scenarios(loaded, texts);
    return loaded;
}

Loaded load(const Arguments& arguments, const std::vector<std::string>& points) {
    const auto texts = scenario_texts_of(arguments, data_folder(arguments));
    Loaded loaded = load_with(arguments, points, texts);
    model::Query query;
    for (const std::string& word : arguments.all("--avoid")) {
        query.constraints.avoid.push_back(target_of(loaded.network, word));
    }
    std::vector<model::ClosureSet> closures{model::closures_of(query)};
    for (const scenarios::Scenario& scenario : loaded.scenarios) {
        for (model::ClosureSet closed : scenarios::closures_in(scenario)) {
            closed.insert(closed.end(), closures.front().begin(), closures.front().end());
            closures.push_back(std::move(closed));
        }
    }
    close_passages(loaded, closures);
    return loaded;
}

void close_passages(Loaded& loaded, const std::vector<model::ClosureSet>& closures) {
    const bool any = std::ranges::any_of(
        closures, [](const model::ClosureSet& closed) { return !closed.empty(); });
    if (any) {
        loaded.network =
            model::Network{charted(loaded.network.parts(), loaded.lanes.get(), closures)};
    }
}

void lay_scenario(const scenarios::Scenario& scenario, const model::Network& network,
                  model::Query& query) {
    query.overlay = std::make_shared<const model::Overlay>(
        scenarios::overlay_of(scenario, network, query.month));
}

const scenarios::Scenario* only_scenario(const Loaded& loaded) {
    if (loaded.scenarios.size() > 1) {
        throw UsageError{"--scenario: one is expected here; several at once are joined as A+B"};
    }
    return loaded.scenarios.empty() ? nullptr : &loaded.scenarios.front();
}

void settle(Loaded& loaded, const std::vector<model::ClosureSet>& closures, model::Query& query) {
    close_passages(loaded, closures);
    if (const auto* scenario = only_scenario(loaded)) {
        lay_scenario(*scenario, loaded.network, query);
    }
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
