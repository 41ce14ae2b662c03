#include "io/read_claims.hpp"

#include "io/detail/parse_json.hpp"
#include "io/detail/read_alternative.hpp"
#include "io/read_file.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace landsea::io {

namespace {

using detail::JsonAt;
using model::Network;
using scenarios::Claim;

enum class Kind { saving, time, price, ratio, none };

constexpr std::array<std::pair<std::string_view, Kind>, 5> kind_words{{
    {"saving", Kind::saving},
    {"time", Kind::time},
    {"price", Kind::price},
    {"ratio", Kind::ratio},
    {"none", Kind::none},
}};

constexpr std::array<std::pair<std::string_view, scenarios::Span>, 2> span_words{{
    {"gate_to_gate", scenarios::Span::gate_to_gate},
    {"line_haul", scenarios::Span::line_haul},
}};

constexpr std::array<std::pair<std::string_view, scenarios::RatioClaim::Of>, 2> ratio_words{{
    {"time", scenarios::RatioClaim::Of::time},
    {"money", scenarios::RatioClaim::Of::money},
}};

/// Two numbers, the first no larger than the second.
std::pair<double, double> read_interval(const JsonAt& check, std::string_view low_key,
                                        std::string_view high_key) {
    const double low = check[low_key].number_above(0.0);
    const double high = check[high_key].number_above(0.0);
    if (low > high) {
        check[low_key].problem("at most " + std::string{high_key});
    }
    return {low, high};
}

scenarios::SavingClaim read_saving(const JsonAt& check, const Network& network) {
    if (!check.is_object_of({"kind", "from", "to", "of", "against", "bounds_days"})) {
        return {};
    }
    scenarios::SavingClaim claim{.of = detail::read_alternative(check["of"], network),
                                 .from = detail::read_place_id(check["from"], network),
                                 .bounds = detail::read_bounds(check["bounds_days"])};
    for (const JsonAt& baseline : check["against"].elements()) {
        claim.against.push_back(detail::read_alternative(baseline, network));
    }
    for (const JsonAt& place : check["to"].elements()) {
        claim.destinations.push_back(detail::read_place_id(place, network));
    }
    return claim;
}

scenarios::TimeClaim read_time(const JsonAt& check, const Network& network) {
    if (!check.is_object_of({"kind", "span", "from", "to", "by", "low_days", "high_days"})) {
        return {};
    }
    const auto [low, high] = read_interval(check, "low_days", "high_days");
    const JsonAt span = check.find("span");
    return {.span = span.is_there() ? span.one_of(span_words) : scenarios::Span::gate_to_gate,
            .by = detail::read_alternative(check["by"], network),
            .from = detail::read_place_id(check["from"], network),
            .to = detail::read_place_id(check["to"], network),
            .low = model::from_days(low),
            .high = model::from_days(high)};
}

scenarios::PriceClaim read_price(const JsonAt& check, const Network& network) {
    if (!check.is_object_of({"kind", "from", "to", "by", "low_usd_per_teu", "high_usd_per_teu"})) {
        return {};
    }
    const auto [low, high] = read_interval(check, "low_usd_per_teu", "high_usd_per_teu");
    return {.by = detail::read_alternative(check["by"], network),
            .from = detail::read_place_id(check["from"], network),
            .to = detail::read_place_id(check["to"], network),
            .low = model::UsdPerTeu{low},
            .high = model::UsdPerTeu{high}};
}

scenarios::RatioClaim read_ratio(const JsonAt& check, const Network& network) {
    if (!check.is_object_of({"kind", "of", "from", "to", "first", "second", "low", "high"})) {
        return {};
    }
    const auto [low, high] = read_interval(check, "low", "high");
    return {.of = check["of"].one_of(ratio_words),
            .first = detail::read_alternative(check["first"], network),
            .second = detail::read_alternative(check["second"], network),
            .from = detail::read_place_id(check["from"], network),
            .to = detail::read_place_id(check["to"], network),
            .low = low,
            .high = high};
}

scenarios::StatedReach read_stated_reach(const JsonAt& stated, const Network& network) {
    if (!stated.is_object_of({"from", "corridor", "ports", "countries"})) {
        return {};
    }
    constexpr int most = 100000;
    return {.from = detail::read_place_id(stated["from"], network),
            .corridor = detail::read_corridor_id(stated["corridor"], network),
            .ports = stated["ports"].integer_in(1, most),
            .countries = stated["countries"].integer_in(1, most)};
}

decltype(Claim::check) read_check(const JsonAt& check, const Network& network) {
    switch (check["kind"].one_of(kind_words)) {
    case Kind::saving:
        return read_saving(check, network);
    case Kind::time:
        return read_time(check, network);
    case Kind::price:
        return read_price(check, network);
    case Kind::ratio:
        return read_ratio(check, network);
    case Kind::none:
        break;
    }
    if (!check.is_object_of({"kind", "why", "stated_reach"})) {
        return scenarios::UntestableClaim{};
    }
    scenarios::UntestableClaim claim{.why = detail::read_plain_names(check["why"])};
    if (const JsonAt stated = check.find("stated_reach"); stated.is_there()) {
        claim.reach = read_stated_reach(stated, network);
    }
    return claim;
}

/// "Title, publisher, year" by source id.
std::map<std::string, std::string> read_sources(const JsonAt& list) {
    std::map<std::string, std::string> sources;
    for (const JsonAt& source : list.elements()) {
        if (!source.is_object_of({"id", "title", "publisher", "year", "note"})) {
            continue;
        }
        std::string text = source["title"].name() + ", " + source["publisher"].name();
        if (const JsonAt year = source.find("year"); year.is_there()) {
            text += ", " + std::to_string(year.integer_in(1900, 2100));
        }
        if (!sources.emplace(source["id"].name(), text).second) {
            source["id"].problem("an id that no other source of the file has");
        }
    }
    return sources;
}

void read_claim_file(const JsonAt& top, const Network& network, std::vector<Claim>& claims) {
    if (!top.is_object_of({"$schema", "schema_version", "title", "sources", "claims"})) {
        return;
    }
    static_cast<void>(top["schema_version"].integer_in(1, 1));
    const auto sources = read_sources(top["sources"]);
    for (const JsonAt& entry : top["claims"].elements()) {
        if (!entry.is_object_of({"id", "statement", "quote", "source", "check"})) {
            continue;
        }
        const auto source = sources.find(entry["source"].name());
        if (source == sources.end()) {
            entry["source"].problem("the id of a source of this file");
            continue;
        }
        claims.push_back({.id = entry["id"].name(),
                          .statement = detail::read_plain_names(entry["statement"]),
                          .quote = entry["quote"].text(),
                          .source = source->second,
                          .check = read_check(entry["check"], network)});
    }
}

} // namespace

std::vector<Claim> read_claims(const std::filesystem::path& folder, const Network& network) {
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator{folder, failed}) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    if (failed) {
        throw FileError{folder, "cannot be read: " + failed.message()};
    }
    std::ranges::sort(files);
    std::vector<NetworkText> texts;
    for (const auto& file : files) {
        texts.push_back({file.string(), read_file(file)});
    }
    return read_claims_text(texts, network);
}

std::vector<Claim> read_claims_text(const std::vector<NetworkText>& texts, const Network& network) {
    detail::ProblemList problems;
    std::vector<Claim> claims;
    for (const NetworkText& text : texts) {
        if (const auto document = detail::parse_json(text.name, text.text, problems)) {
            read_claim_file(JsonAt{*document, problems}, network, claims);
        }
    }
    problems.throw_if_any();
    return claims;
}

} // namespace landsea::io
