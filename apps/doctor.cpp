#include "apps/data_folder.hpp"
#include "apps/program.hpp"
#include "apps/question.hpp"
#include "apps/sea_courses.hpp"
#include "apps/verb.hpp"
#include "geo/basemap.hpp"
#include "geo/package_versions.hpp"
#include "geo/projection.hpp"
#include "io/json_text.hpp"
#include "io/package_versions.hpp"
#include "io/read_claims.hpp"
#include "io/read_comparison.hpp"
#include "io/read_network.hpp"
#include "io/table.hpp"
#include "model/connectivity.hpp"
#include "model/package_versions.hpp"
#include "viz/fonts.hpp"
#include "viz/package_versions.hpp"
#include "viz/sfml/display.hpp"
#include "viz/sfml/package_versions.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <thread>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

enum class Health { ok, warn, fail };

constexpr std::array<const char*, 3> health_words{"ok", "warn", "fail"};

/// One thing that was looked at.
struct Finding {
    Health health{};
    std::string what;
    std::string found;
    std::string advice; ///< empty when all is well
};

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

/// What a check finds, or a failure with the advice when it throws.
template <class Check>
Finding guarded(const std::string& what, const std::string& advice, Check check) {
    try {
        return check();
    } catch (const std::exception& error) {
        return {Health::fail, what, first_line(error.what()), advice};
    }
}

Finding connectivity(const model::Network& network) {
    const model::Connectivity found = model::connectivity_of(network);
    const std::string served = std::to_string(found.core.size()) + " places reach one another";
    if (found.core.empty() || !found.is_strong()) {
        return {Health::fail, "connected",
                served + ", " + std::to_string(found.unreachable.size()) +
                    " cannot be reached, from " + std::to_string(found.no_way_out.size()) +
                    " nothing can be",
                "landsea validate names them; services are missing there"};
    }
    return {Health::ok, "connected",
            found.unserved.empty()
                ? served
                : served + ", " + std::to_string(found.unserved.size()) + " have no open service",
            ""};
}

/// Checks of the network and of what refers to it.
std::vector<Finding> data_checks(const fs::path& data) {
    std::vector<Finding> findings;
    const std::string validate =
        "landsea validate " + (data / "network").string() + " says what is wrong";
    findings.push_back(guarded("network", validate, [&]() -> Finding {
        const auto read = io::read_network_folder(data / "network");
        const model::NetworkParts& parts = read.network.parts();
        findings.push_back(connectivity(read.network));
        const auto ids = io::comparison_ids(comparison_folder(data));
        findings.push_back(
            guarded("comparisons",
                    "landsea validate " + comparison_folder(data).string() + " says what is wrong",
                    [&]() -> Finding {
                        for (const std::string& id : ids) {
                            static_cast<void>(io::read_comparison(
                                comparison_folder(data) / (id + ".json"), read.network));
                        }
                        return {ids.empty() ? Health::warn : Health::ok, "comparisons",
                                std::to_string(ids.size()) + " bundled",
                                ids.empty() ? "landsea compare needs FROM TO then" : ""};
                    }));
        findings.push_back(guarded(
            "claims", "landsea validate " + (data / "claims").string() + " says what is wrong",
            [&]() -> Finding {
                const auto claims = io::read_claims(data / "claims", read.network);
                return {claims.empty() ? Health::warn : Health::ok, "claims",
                        std::to_string(claims.size()) + " to judge",
                        claims.empty() ? "landsea claims has nothing to say then" : ""};
            }));
        return {Health::ok, "network",
                std::to_string(parts.places.size()) + " places, " +
                    std::to_string(parts.services.size()) + " services, " +
                    std::to_string(parts.corridors.size()) + " corridors, data " +
                    hash_with_lanes(read.data_hash, parts, data),
                ""};
    }));
    std::rotate(findings.begin(), findings.end() - 1, findings.end()); // the network comes first
    if (fs::is_directory(data / "sea_lanes")) {
        findings.push_back(
            guarded("sea lanes", "fetch the folder sea_lanes again, or make it with landsea-survey",
                    [&]() -> Finding {
                        const auto lanes = sea_lanes_in(data);
                        return {Health::ok, "sea lanes",
                                std::to_string(lanes->nodes().size()) + " nodes, " +
                                    std::to_string(lanes->edges().size()) + " lanes",
                                ""};
                    }));
    }
    findings.push_back(guarded(
        "base map", "fetch basemap.gpkg again; maps cannot be drawn without it", [&]() -> Finding {
            const auto map = geo::read_base_map(data / "basemap.gpkg");
            return {Health::ok, "base map", std::to_string(map.land.size()) + " land surfaces", ""};
        }));
    return findings;
}

Finding font(const std::string& what, const std::string& words, viz::Language language,
             const std::string& package) {
    const std::string family = viz::font_for(words, language);
    return family.empty() ? Finding{Health::fail, what, "no font has these letters: " + words,
                                    "install Debian's package " + package}
                          : Finding{Health::ok, what, family, ""};
}

std::vector<Finding> machine_checks() {
    std::vector<Finding> findings;
    findings.push_back(
        guarded("projections", "install Debian's package proj-data", []() -> Finding {
            for (const std::string_view preset : geo::projection_presets()) {
                static_cast<void>(geo::Projection::named(preset));
            }
            return {Health::ok, "projections",
                    std::to_string(geo::projection_presets().size()) + " presets", ""};
        }));
    findings.push_back(font("Latin font", "Małaszewicze", viz::Language::en, "fonts-noto-core"));
    findings.push_back(font("Chinese font", "重庆", viz::Language::zh_hans, "fonts-noto-cjk"));
    findings.push_back(viz::has_display()
                           ? Finding{Health::ok, "display", "the X server of DISPLAY answers", ""}
                           : Finding{Health::warn, "display", "none",
                                     "only landsea view needs one; compare --out writes maps as "
                                     "files"});
    const unsigned threads = std::thread::hardware_concurrency();
    findings.push_back({Health::ok, "threads", std::to_string(threads), ""});
    findings.push_back({Health::ok, "packages",
                        model::package_versions() + ", " + geo::package_versions() + ", " +
                            io::package_versions() + ", " + viz::package_versions() + ", " +
                            viz::window_package_version(),
                        ""});
    return findings;
}

std::vector<Finding> all_checks(const Arguments& arguments) {
    std::vector<Finding> findings{{Health::ok, "program", program_name(), ""}};
    findings.push_back(
        guarded("data folder", "name it with --data or LANDSEA_DATA", [&]() -> Finding {
            return {Health::ok, "data folder", data_folder(arguments).lexically_normal().string(),
                    ""};
        }));
    if (findings.back().health == Health::ok) {
        const auto of_data = data_checks(data_folder(arguments));
        findings.insert(findings.end(), of_data.begin(), of_data.end());
    }
    const auto of_machine = machine_checks();
    findings.insert(findings.end(), of_machine.begin(), of_machine.end());
    return findings;
}

std::string as_table(const std::vector<Finding>& findings, io::Colour colour) {
    constexpr std::array<io::Emphasis, 3> emphasis{io::Emphasis::good, io::Emphasis::strong,
                                                   io::Emphasis::bad};
    std::string text;
    for (const Finding& finding : findings) {
        const auto health = static_cast<std::size_t>(finding.health);
        const std::string word = health_words[health];
        std::string what = finding.what;
        what.resize(std::max<std::size_t>(what.size(), 14), ' ');
        text += io::emphasised(word, emphasis[health], colour) + std::string(6 - word.size(), ' ') +
                what + finding.found + "\n";
        if (!finding.advice.empty()) {
            text += "      → " + finding.advice + "\n";
        }
    }
    return text;
}

std::string as_json(const std::vector<Finding>& findings) {
    io::JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    json.key("checks").open_list();
    for (const Finding& finding : findings) {
        json.open_object();
        json.key("check").text(finding.what);
        json.key("health").text(health_words[static_cast<std::size_t>(finding.health)]);
        json.key("found").text(finding.found);
        json.key("advice").text(finding.advice);
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

Exit run(const Arguments& arguments) {
    const auto findings = all_checks(arguments);
    std::cout << (arguments.has("--json") ? as_json(findings)
                                          : as_table(findings, terminal_colour()));
    const bool failed = std::ranges::any_of(
        findings, [](const Finding& finding) { return finding.health == Health::fail; });
    return failed ? Exit::negative : Exit::fine;
}

} // namespace

Verb doctor_verb() {
    return {.usage = {.verb = "doctor",
                      .summary = "look whether data, fonts, display and packages are in order",
                      .words = {},
                      .fewest_words = 0,
                      .options = {{"--data", "FOLDER",
                                   "the folder that holds network/, claims/ and the base map"},
                                  {"--json", "", "write JSON"}},
                      .examples = {"doctor", "doctor --json"}},
            .run = run};
}

} // namespace landsea::apps
