#include "io/detail/read_evidence.hpp"
#include "io/detail/read_lists.hpp"
#include "io/words.hpp"

#include <algorithm>

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

model::Passage read_passage(const JsonAt& item) {
    if (!item.is_object_of({"id", "names", "lat", "lon"})) {
        return {};
    }
    return {.id = id_of(item), .names = read_names(item["names"]), .location = read_location(item)};
}

model::Means read_means(const JsonAt& item) {
    if (!item.is_object_of({"id", "names", "mode"})) {
        return {};
    }
    return {.id = id_of(item),
            .names = read_names(item["names"]),
            .mode = item["mode"].one_of(model::mode_names)};
}

model::Place read_place(const JsonAt& item, const NetworkIds& ids) {
    if (!item.is_object_of({"id", "unlocode", "aliases", "names", "country", "lat", "lon", "kinds",
                            "part_of", "grade", "sources", "year", "note"})) {
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
    place.names = read_names(item["names"]);
    place.country = read_country(item["country"]);
    place.location = read_location(item);
    place.kinds = read_kinds(item["kinds"]);
    if (const JsonAt city = item.find("part_of"); city.is_there()) {
        place.part_of = ids.places(city);
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
