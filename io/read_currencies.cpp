#include "io/read_currencies.hpp"

#include "io/detail/json_at.hpp"
#include "io/detail/parse_json.hpp"
#include "io/number_text.hpp"
#include "io/read_file.hpp"
#include "io/words.hpp"

namespace landsea::io {

namespace {

using detail::JsonAt;

Currency read_currency(const JsonAt& entry) {
    if (!entry.is_object_of({"code", "units_per_usd", "year", "grade", "note"})) {
        return {};
    }
    Currency currency{.code = entry["code"].name(),
                      .per_usd = entry["units_per_usd"].number_above(0.0)};
    const int year = entry["year"].integer_in(1900, 2100);
    const model::Grade grade = entry["grade"].one_of(grade_words);
    currency.note = currency.code + ": " + shortest_text(currency.per_usd) + " per USD, " +
                    std::to_string(year) + ", " + std::string{word_for(grade_words, grade)} + ": " +
                    entry["note"].name();
    return currency;
}

} // namespace

std::vector<Currency> read_currencies(const std::filesystem::path& file) {
    return read_currencies_text({file.string(), read_file(file)});
}

std::vector<Currency> read_currencies_text(const NetworkText& text) {
    detail::ProblemList problems;
    const auto document = detail::parse_json(text.name, text.text, problems);
    problems.throw_if_any();
    std::vector<Currency> currencies{{}};
    const JsonAt top{*document, problems};
    if (top.is_object_of({"schema_version", "currencies"})) {
        static_cast<void>(top["schema_version"].integer_in(1, 1));
        for (const JsonAt& entry : top["currencies"].elements()) {
            currencies.push_back(read_currency(entry));
        }
    }
    problems.throw_if_any();
    return currencies;
}

} // namespace landsea::io
