#include "io/detail/read_evidence.hpp"
#include "io/detail/read_lists.hpp"
#include "io/words.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

/// "2026" or "2026-12".
bool is_year_or_month(const std::string& text) {
    const auto digits = [&](std::size_t from, std::size_t to) {
        return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                           text.begin() + static_cast<std::ptrdiff_t>(to),
                           [](char c) { return c >= '0' && c <= '9'; });
    };
    if (text.size() == 4) {
        return digits(0, 4);
    }
    return text.size() == 7 && digits(0, 4) && text[4] == '-' && digits(5, 7) &&
           text.substr(5) >= "01" && text.substr(5) <= "12";
}

std::vector<model::LatLon> read_shape(const JsonAt& shape) {
    std::vector<model::LatLon> points;
    for (const JsonAt& point : shape.elements()) {
        const auto pair = point.is_list() ? point.elements() : std::vector<JsonAt>{};
        if (pair.size() != 2) {
            point.problem("a pair [latitude, longitude]");
            continue;
        }
        points.push_back(model::LatLon::degrees(pair[0].number_in(-90.0, 90.0),
                                                pair[1].number_in(-180.0, 180.0)));
    }
    return points;
}

std::vector<model::CountryCode> read_countries(const JsonAt& countries) {
    std::vector<model::CountryCode> all;
    for (const JsonAt& country : countries.elements()) {
        all.push_back(read_country(country));
    }
    return all;
}

void read_optional_keys(const JsonAt& item, const NetworkIds& ids, model::Link& link) {
    if (const JsonAt variant = item.find("variant"); variant.is_there()) {
        link.variant = variant.name();
    }
    if (const JsonAt passages = item.find("passages"); passages.is_there()) {
        link.passages = ids.passages.each_of(passages);
    }
    if (const JsonAt cause = item.find("cause"); cause.is_there()) {
        link.cause = ids.causes(cause);
    }
    if (const JsonAt shape = item.find("shape_lat_lon"); shape.is_there()) {
        link.shape = read_shape(shape);
    }
    link.standing = read_standing(item.find("standing"));
}

/// Length, line and passages: stated, or to be computed under a course's rules.
void read_way(const JsonAt& item, const NetworkIds& ids, model::Link& link) {
    const JsonAt course = item.find("course");
    if (!course.is_there()) {
        link.length = read_estimate<model::Km>(item["length_km"], ids, Least::above_zero);
        link.length_basis = item["length_basis"].one_of(length_basis_words);
        return;
    }
    for (const std::string_view key : {"length_km", "length_basis", "passages", "shape_lat_lon"}) {
        item.find(key).problem("no such key beside \"course\", which computes it",
                               "the key " + shortened(std::string{key}));
    }
    if (!item.find("mode").is_text("sea")) {
        course.problem("a course only of a link of mode sea");
    }
    link.course = read_course(course, ids);
    link.length_basis = model::LengthBasis::shortest_feasible;
}

model::Link read_forward(const JsonAt& item, const NetworkIds& ids) {
    model::Link link;
    link.id = id_of(item);
    link.from = ids.places(item["from"]);
    link.to = ids.places(item["to"]);
    link.mode = item["mode"].one_of(model::mode_names);
    link.countries = read_countries(item["countries"]);
    read_way(item, ids, link);
    link.time = read_estimate<model::Hours>(item["time_h"], ids, Least::zero);
    link.money = read_estimate<model::UsdPerTeu>(item["money_usd_per_teu"], ids, Least::zero);
    link.price_year = read_price_year(item);
    link.emission_factor = ids.factors(item["emission_factor"]);
    read_optional_keys(item, ids, link);
    return link;
}

model::Link reversed(const model::Link& link, const JsonAt& reverse, const NetworkIds& ids) {
    model::Link back = link;
    back.id = reverse_of(link.id);
    std::swap(back.from, back.to);
    std::ranges::reverse(back.countries);
    std::ranges::reverse(back.passages);
    std::ranges::reverse(back.shape);
    back.length = mirrored(link.length, link.id);
    const JsonAt time = reverse.find("time_h");
    back.time = time.is_there() ? read_estimate<model::Hours>(time, ids, Least::zero)
                                : mirrored(link.time, link.id);
    const JsonAt money = reverse.find("money_usd_per_teu");
    back.money = money.is_there() ? read_estimate<model::UsdPerTeu>(money, ids, Least::zero)
                                  : mirrored(link.money, link.id);
    return back;
}

} // namespace

model::Standing read_standing(const JsonAt& standing) {
    using State = model::Standing::State;
    if (!standing.is_there() || standing.is_text("open")) {
        return {};
    }
    const JsonAt planned = standing.find("planned");
    const JsonAt suspended = standing.find("suspended");
    if (planned.is_there() == suspended.is_there()) {
        standing.problem(R"("open", {"planned": "2026-12"} or {"suspended": "why"})");
        return {};
    }
    if (!standing.is_object_of({"planned", "suspended"})) {
        return {};
    }
    if (suspended.is_there()) {
        return {.state = State::suspended, .opens = {}, .why = suspended.name()};
    }
    const std::string opens = planned.is_text() ? planned.text() : "";
    if (!is_year_or_month(opens)) {
        planned.problem(R"(a year or month, such as "2026" or "2026-12")");
    }
    return {.state = State::planned, .opens = opens};
}

model::CourseRules read_course(const JsonAt& course, const NetworkIds& ids) {
    model::CourseRules rules;
    if (!course.is_object_of({"avoid", "via"})) {
        return rules;
    }
    const auto read = [&](std::string_view key, std::vector<model::PassageId>& passages) {
        if (const JsonAt list = course.find(key); list.is_there()) {
            passages = ids.passages.each_of(list);
        }
    };
    read("avoid", rules.avoid);
    read("via", rules.via);
    return rules;
}

std::vector<model::Link> read_link(const JsonAt& item, const NetworkIds& ids) {
    if (!item.is_object_of({"id", "from", "to", "mode", "variant", "countries", "passages",
                            "length_km", "length_basis", "time_h", "money_usd_per_teu",
                            "price_year", "emission_factor", "cause", "shape_lat_lon", "standing",
                            "course", "reverse"})) {
        return {};
    }
    std::vector<model::Link> links{read_forward(item, ids)};
    const JsonAt reverse = item["reverse"];
    if (reverse.is_object() ? !reverse.is_object_of({"time_h", "money_usd_per_teu"})
                            : !reverse.is_text("mirrored") && !reverse.is_text("none")) {
        reverse.problem(R"("mirrored", "none" or an object)");
    }
    if (has_other_way(item, "reverse")) {
        links.push_back(reversed(links.front(), reverse, ids));
    }
    return links;
}

} // namespace landsea::io::detail
