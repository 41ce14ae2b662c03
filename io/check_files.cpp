#include "io/check_files.hpp"

#include "io/detail/json_at.hpp"
#include "io/detail/parse_json.hpp"
#include "io/read_capacities.hpp"
#include "io/read_claims.hpp"
#include "io/read_comparison.hpp"
#include "io/read_currencies.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace landsea::io {

namespace {

using detail::JsonAt;
using detail::ProblemList;

/// What a document is told by.
FileKind kind_in(const JsonAt& top) {
    if (top.find("$schema").is_text() &&
        top.find("$schema").text().find("json-schema.org") != std::string::npos) {
        return FileKind::schema;
    }
    constexpr std::array<std::pair<std::string_view, FileKind>, 4> signs{
        {{"claims", FileKind::claims},
         {"alternatives", FileKind::comparison},
         {"currencies", FileKind::currencies},
         {"capacities", FileKind::capacities}}};
    for (const auto& [key, kind] : signs) {
        if (top.find(key).is_there()) {
            return kind;
        }
    }
    return FileKind::network;
}

std::vector<NetworkText> of_kind(const FileCheck& check, FileKind kind) {
    std::vector<NetworkText> texts;
    for (const auto& [text, its_kind] : check.files) {
        if (its_kind == kind) {
            texts.push_back(text);
        }
    }
    return texts;
}

/// Runs a reader and keeps its problems.
template <class Read>
void try_reading(FileCheck& check, Read read) {
    try {
        read();
    } catch (const InputError& error) {
        check.problems.insert(check.problems.end(), error.problems().begin(),
                              error.problems().end());
        check.problem_count += error.count();
    }
}

void count(FileCheck& check, const char* what, std::size_t number) {
    if (number > 0) {
        check.counts.emplace_back(what, number);
    }
}

void count_parts(FileCheck& check, const model::NetworkParts& parts) {
    count(check, "sources", parts.sources.size());
    count(check, "seasons", parts.seasons.size());
    count(check, "causes", parts.causes.size());
    count(check, "emission factors", parts.factors.size());
    count(check, "passages", parts.passages.size());
    count(check, "means", parts.means.size());
    count(check, "places", parts.places.size());
    count(check, "operations", parts.operations.size());
    count(check, "links, one way", parts.links.size());
    count(check, "services, one way", parts.services.size());
    count(check, "corridors", parts.corridors.size());
}

void check_against(FileCheck& check, const model::Network& network) {
    std::size_t comparisons = 0;
    for (const NetworkText& text : of_kind(check, FileKind::comparison)) {
        try_reading(check, [&] {
            static_cast<void>(read_comparison_text(text, network));
            ++comparisons;
        });
    }
    count(check, "comparisons", comparisons);
    if (const auto claims = of_kind(check, FileKind::claims); !claims.empty()) {
        try_reading(check,
                    [&] { count(check, "claims", read_claims_text(claims, network).size()); });
    }
    for (const NetworkText& text : of_kind(check, FileKind::capacities)) {
        try_reading(check, [&] {
            count(check, "capacities", read_capacities_text(text, network).capacities.size());
        });
    }
}

} // namespace

std::string word_of(FileKind kind) {
    constexpr std::array<const char*, 6> words{
        "network", "comparison", "claims", "currencies", "capacities", "JSON Schema, not checked"};
    return words[static_cast<std::size_t>(kind)];
}

FileKind kind_of(const NetworkText& file) {
    ProblemList ignored;
    const auto document = detail::parse_json(file.name, file.text, ignored);
    if (!document) {
        return FileKind::network;
    }
    const JsonAt top{*document, ignored};
    return top.is_object() ? kind_in(top) : FileKind::network;
}

FileCheck check_files(const std::vector<NetworkText>& files,
                      const std::vector<NetworkText>& shipped) {
    FileCheck check;
    for (const NetworkText& file : files) {
        check.files.emplace_back(file, kind_of(file));
    }
    if (const auto network = of_kind(check, FileKind::network); !network.empty()) {
        try_reading(check, [&] { check.network = read_network_text(network); });
        if (check.network) {
            count_parts(check, check.network->network.parts());
        }
    }
    for (const NetworkText& text : of_kind(check, FileKind::currencies)) {
        try_reading(check, [&] { // USD is in no file
            count(check, "currencies", read_currencies_text(text).size() - 1);
        });
    }
    const bool refers = std::ranges::any_of(check.files, [](const auto& file) {
        return file.second == FileKind::comparison || file.second == FileKind::claims ||
               file.second == FileKind::capacities;
    });
    if (refers && check.network) {
        check_against(check, check.network->network);
    } else if (refers && of_kind(check, FileKind::network).empty()) {
        try_reading(check, [&] { check_against(check, read_network_text(shipped).network); });
    } else {
        check.all_checked = !refers;
    }
    return check;
}

} // namespace landsea::io
