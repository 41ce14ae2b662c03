#include "apps/loading.hpp"

#include "apps/data_folder.hpp"
#include "apps/request.hpp"
#include "apps/scenario_words.hpp"
#include "apps/sea_courses.hpp"
#include "apps/usage_error.hpp"
#include "io/read_network.hpp"
#include "model/first_mile.hpp"
#include "scenarios/closures.hpp"

#include <algorithm>
#include <optional>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

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

} // namespace

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

} // namespace landsea::apps
