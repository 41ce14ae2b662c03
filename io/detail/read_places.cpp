#include "io/detail/read_evidence.hpp"
#include "io/detail/read_lists.hpp"
#include "io/words.hpp"

#include <algorithm>
#include <array>

namespace landsea::io::detail {

namespace {

constexpr double kg_per_g = 0.001;

/// UN/LOCODE: two letters of the country, three of the place.
/// Source: UNECE Recommendation 16; the digits 0 and 1 are not used.
bool is_unlocode(const std::string& text) {
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_mark = [&](char c) { return is_letter(c) || (c >= '2' && c <= '9'); };
    return text.size() == 5 && std::all_of(text.begin(), text.begin() + 2, is_letter) &&
           std::all_of(text.begin() + 2, text.end(), is_mark);
}

std::vector<model::PlaceKind> read_kinds(const JsonAt& kinds) {
    std::vector<model::PlaceKind> all;
    for (const JsonAt& kind : kinds.elements()) {
        all.push_back(kind.one_of(place_kind_words));
    }
    if (kinds.is_list() && all.empty()) {
        kinds.problem("at least one kind");
    }
    return all;
}

constexpr std::array<std::pair<std::string_view, model::Vessel>, 2> vessel_words{{
    {"feeder", model::Vessel::feeder},
    {"ocean", model::Vessel::ocean},
}};

constexpr std::array<std::string_view, 8> sailing_keys{
    "vessel",     "time_h",          "speed_km_per_h", "money_usd_per_teu_km", "money_usd_per_teu",
    "price_year", "emission_factor", "cause"};

model::Sailing read_sailing(const JsonAt& item, const NetworkIds& ids) {
    model::Sailing sailing;
    if (const JsonAt vessel = item.find("vessel"); vessel.is_there()) {
        sailing.vessel = vessel.one_of(vessel_words);
    }
    sailing.speed = read_estimate<model::KmPerHour>(item["speed_km_per_h"], ids, Least::above_zero);
    sailing.rate =
        read_estimate<model::UsdPerTeuKm>(item["money_usd_per_teu_km"], ids, Least::zero);
    // What is left out is in the speed or the rate.
    sailing.fixed_time.evidence = sailing.speed.evidence;
    if (const JsonAt time = item.find("time_h"); time.is_there()) {
        sailing.fixed_time = read_estimate<model::Hours>(time, ids, Least::zero);
    }
    sailing.fixed_money.evidence = sailing.rate.evidence;
    if (const JsonAt money = item.find("money_usd_per_teu"); money.is_there()) {
        sailing.fixed_money = read_estimate<model::UsdPerTeu>(money, ids, Least::zero);
    }
    sailing.price_year = read_price_year(item);
    sailing.emission_factor = ids.factors(item["emission_factor"]);
    if (const JsonAt cause = item.find("cause"); cause.is_there()) {
        sailing.cause = ids.causes(cause);
    }
    return sailing;
}

/// Names that may have a third, in the script of the country.
model::Names read_place_names(const JsonAt& names, std::string& local) {
    if (!names.is_object_of({"en", "zh", "ru", "local"})) {
        return {};
    }
    if (const JsonAt text = names.find("local"); text.is_there()) {
        local = text.name();
    }
    const JsonAt ru = names.find("ru");
    return {.en = names["en"].name(),
            .zh = names["zh"].name(),
            .ru = ru.is_there() ? ru.name() : std::string{}};
}

} // namespace

model::Source read_source(const JsonAt& item) {
    if (!item.is_object_of({"id", "title", "publisher", "year", "note"})) {
        return {};
    }
    model::Source source;
    source.id = id_of(item);
    source.title = item["title"].name();
    source.publisher = item["publisher"].name();
    if (const JsonAt year = item.find("year"); year.is_there()) {
        source.year = year.integer_in(first_year, last_year);
    }
    source.note = item.find("note").text();
    return source;
}

model::EmissionFactor read_emission_factor(const JsonAt& item, const NetworkIds& ids) {
    if (!item.is_object_of({"id", "names", "g_co2e_per_tkm", "kg_co2e_per_t"})) {
        return {};
    }
    model::EmissionFactor factor;
    factor.id = id_of(item);
    factor.names = read_names(item["names"]);
    const JsonAt moving = item.find("g_co2e_per_tkm");
    const JsonAt handling = item.find("kg_co2e_per_t");
    if (moving.is_there() == handling.is_there()) {
        item.problem("one of the keys g_co2e_per_tkm, kg_co2e_per_t",
                     moving.is_there() ? "both" : "none");
    } else if (moving.is_there()) {
        factor.intensity =
            read_estimate<model::KgCo2ePerTonneKm>(moving, ids, Least::zero, kg_per_g);
    } else {
        factor.intensity = read_estimate<model::KgCo2ePerTonne>(handling, ids, Least::zero);
    }
    return factor;
}

model::Passage read_passage(const JsonAt& item, const NetworkIds& ids) {
    if (!item.is_object_of({"id", "names", "lat", "lon", "toll_usd_per_teu"})) {
        return {};
    }
    model::Passage passage{
        .id = id_of(item), .names = read_names(item["names"]), .location = read_location(item)};
    if (const JsonAt toll = item.find("toll_usd_per_teu"); toll.is_there()) {
        passage.toll = read_estimate<model::UsdPerTeu>(toll, ids, Least::zero);
    }
    return passage;
}

model::Means read_means(const JsonAt& item, const NetworkIds& ids) {
    if (!item.is_object_of({"id", "names", "mode", "vessel", "time_h", "speed_km_per_h",
                            "money_usd_per_teu_km", "money_usd_per_teu", "price_year",
                            "emission_factor", "cause"})) {
        return {};
    }
    model::Means means{.id = id_of(item),
                       .names = read_names(item["names"]),
                       .mode = item["mode"].one_of(model::mode_names)};
    const bool sails = std::ranges::any_of(
        sailing_keys, [&](std::string_view key) { return item.find(key).is_there(); });
    if (!sails) {
        return means;
    }
    if (item.find("mode").is_text() && !item.find("mode").is_text("sea")) {
        item.find("mode").problem("sea, as the means say how they sail");
    }
    means.sailing = read_sailing(item, ids);
    return means;
}

model::Place read_place(const JsonAt& item, const NetworkIds& ids) {
    if (!item.is_object_of({"id", "unlocode", "aliases", "names", "country", "lat", "lon", "kinds",
                            "part_of", "handled_as", "grade", "sources", "year", "note"})) {
        return {};
    }
    model::Place place;
    place.id = id_of(item);
    if (const JsonAt code = item.find("unlocode"); code.is_there()) {
        place.unlocode = code.text();
        if (code.is_text() && !is_unlocode(place.unlocode)) {
            code.problem("a UN/LOCODE without a blank, such as CNCKG");
        }
    }
    if (const JsonAt aliases = item.find("aliases"); aliases.is_there()) {
        for (const JsonAt& alias : aliases.elements()) {
            place.aliases.push_back(alias.name());
        }
    }
    place.names = read_place_names(item["names"], place.local_name);
    place.country = read_country(item["country"]);
    place.location = read_location(item);
    place.kinds = read_kinds(item["kinds"]);
    if (const JsonAt city = item.find("part_of"); city.is_there()) {
        place.part_of = ids.places(city);
    }
    if (const JsonAt handled_as = item.find("handled_as"); handled_as.is_there()) {
        static_cast<void>(ids.handling_classes(handled_as));
    }
    place.evidence = read_evidence(item, ids);
    return place;
}

model::Corridor read_corridor(const JsonAt& item) {
    if (!item.is_object_of({"id", "names", "story"})) {
        return {};
    }
    return {
        .id = id_of(item), .names = read_names(item["names"]), .story = read_names(item["story"])};
}

} // namespace landsea::io::detail
