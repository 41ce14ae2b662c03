#include "io/detail/read_evidence.hpp"

#include "io/number_text.hpp"
#include "io/words.hpp"

namespace landsea::io::detail {

namespace {

/// The share of the way from low to high where the median of a PERT distribution can lie at the
/// least; at the most it is one minus this.
/// Source: the median of beta(1, 5), the lowest, solves 1 - (1 - x)^5 = 1/2: x = 1 - 2^(-1/5).
constexpr double lowest_median = 0.12944943670387588;
/// Source: mean = (low + 4 mode + high) / 6 with the mode at low.
constexpr double lowest_mean = 1.0 / 6.0;

/// Data files round their numbers, so the ends of the interval are not exact.
constexpr double tolerance = 1e-6;

void check_centre(const JsonAt& typical, const model::Range<double>& range) {
    const bool is_mean = range.typical_is == model::TypicalIs::mean;
    const double share = is_mean ? lowest_mean : lowest_median;
    const double spread = range.high - range.low;
    const double low = range.low + share * spread;
    const double high = range.high - share * spread;
    if (range.typical < low - tolerance * spread || range.typical > high + tolerance * spread) {
        typical.problem("a " + std::string{word_for(typical_is_words, range.typical_is)} +
                        " from " + fixed_text(low, 3) + " to " + fixed_text(high, 3) +
                        ", the only ones of PERT curves from " + shortest_text(range.low) + " to " +
                        shortest_text(range.high));
    }
}

model::Range<double> read_range(const JsonAt& estimate, Least least) {
    const auto value_of = [&](std::string_view key) {
        const JsonAt number = estimate[key];
        const double value =
            least == Least::zero ? number.number_at_least(0.0) : number.number_above(0.0);
        return std::pair{number, value};
    };
    const auto [low_at, low] = value_of("low");
    const auto [typical_at, typical] = value_of("typical");
    const auto [high_at, high] = value_of("high");
    model::Range<double> range{low, typical, high, model::TypicalIs::mode};
    if (const JsonAt is = estimate.find("typical_is"); is.is_there()) {
        range.typical_is = is.one_of(typical_is_words);
    }
    if (!low_at.is_number() || !typical_at.is_number() || !high_at.is_number()) {
        return range;
    }
    if (!(low <= typical && typical <= high)) {
        estimate.problem("low <= typical <= high", "low " + shortest_text(low) + ", typical " +
                                                       shortest_text(typical) + ", high " +
                                                       shortest_text(high));
    } else if (high > largest_estimate) {
        high_at.problem("a number of at most " + shortest_text(largest_estimate));
    } else if (range.typical_is != model::TypicalIs::mode) {
        check_centre(typical_at, range);
    }
    return range;
}

} // namespace

model::Evidence read_evidence(const JsonAt& item, const NetworkIds& ids) {
    model::Evidence evidence;
    if (const JsonAt grade = item["grade"]; grade.is_there()) {
        const std::size_t problems_before = grade.problems().count();
        const model::Grade known = grade.one_of(grade_words);
        evidence.grade = grade.problems().count() == problems_before ? known : evidence.grade;
    }
    const JsonAt sources = item.find("sources");
    if (sources.is_there()) {
        evidence.sources = ids.sources.each_of(sources);
    }
    if (evidence.grade != model::Grade::assumed && evidence.sources.empty() &&
        (!sources.is_there() || sources.is_list())) {
        (sources.is_there() ? sources : item)
            .problem("at least one source, as the grade is not assumed", "none");
    }
    if (const JsonAt year = item.find("year"); year.is_there()) {
        evidence.year = year.integer_in(first_year, last_year);
    }
    if (const JsonAt note = item.find("note"); note.is_there()) {
        evidence.note = note.text();
    }
    return evidence;
}

model::Names read_names(const JsonAt& names) {
    if (!names.is_object_of({"en", "zh", "ru"})) {
        return {};
    }
    model::Names all{.en = names["en"].name(), .zh = names["zh"].name(), .ru = {}};
    if (const JsonAt ru = names.find("ru"); ru.is_there()) {
        all.ru = ru.name();
    }
    return all;
}

model::LatLon read_location(const JsonAt& item) {
    return model::LatLon::degrees(item["lat"].number_in(-90.0, 90.0),
                                  item["lon"].number_in(-180.0, 180.0));
}

model::CountryCode read_country(const JsonAt& country) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    model::CountryCode code = country.is_text() ? country.text() : "";
    if (code.size() != 2 || !is_capital(code[0]) || !is_capital(code[1])) {
        country.problem("a country code of two capital letters, such as CN");
    }
    return code;
}

int read_price_year(const JsonAt& item) {
    return item["price_year"].integer_in(first_year, last_year);
}

model::Estimate<double> read_number(const JsonAt& estimate, const NetworkIds& ids, Least least) {
    if (!estimate.is_object_of(
            {"low", "typical", "high", "typical_is", "grade", "sources", "year", "note"})) {
        return {};
    }
    return {.range = read_range(estimate, least), .evidence = read_evidence(estimate, ids)};
}

model::Evidence mirrored(const model::Evidence& evidence, const std::string& id) {
    return {.grade = model::Grade::assumed,
            .sources = evidence.sources,
            .year = evidence.year,
            .note = "mirrored from " + id};
}

} // namespace landsea::io::detail
