#include "io/read_pairs.hpp"

#include "io/detail/csv_rows.hpp"
#include "io/nearest_words.hpp"
#include "io/read_file.hpp"
#include "model/lookup.hpp"
#include "model/target.hpp"

#include <set>

namespace landsea::io {

namespace {

using detail::CsvRows;
using model::PlaceId;

constexpr std::string_view plain_header = "from,to";
constexpr std::string_view weighted_header = "from,to,teu_per_year";

/// Some programs begin a text with a mark that says it is UTF-8.
std::string_view without_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.substr(text.starts_with(mark) ? mark.size() : 0);
}

bool has_weights(std::string_view text) {
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    return first == weighted_header;
}

PlaceId place_in(const CsvRows& rows, std::size_t column, const model::Network& network) {
    if (const auto place = model::find_place(network, rows.field(column))) {
        return *place;
    }
    const auto names = model::place_names(network);
    const auto near = nearest_words(rows.field(column), {names.begin(), names.end()});
    std::string expected = "a place";
    for (const std::string& name : near) {
        expected += (name == near.front() ? ", such as " : ", ") + name;
    }
    rows.fail(column, expected);
}

} // namespace

std::vector<scenarios::OdPair> read_pairs(const std::filesystem::path& file,
                                          const model::Network& network) {
    return read_pairs_text({file.string(), read_file(file)}, network);
}

std::vector<scenarios::OdPair> read_pairs_text(const NetworkText& text,
                                               const model::Network& network) {
    constexpr double most_teu = 1e9;
    const std::string_view content = without_mark(text.text);
    const bool weighted = has_weights(content);
    CsvRows rows{text.name, content, weighted ? weighted_header : plain_header};
    std::vector<scenarios::OdPair> pairs;
    std::set<std::pair<PlaceId, PlaceId>> known;
    while (rows.next()) {
        scenarios::OdPair pair{.from = place_in(rows, 0, network),
                               .to = place_in(rows, 1, network)};
        if (model::is_within(pair.from, pair.to, network) ||
            model::is_within(pair.to, pair.from, network)) {
            rows.fail(1, "another place than where the pair starts");
        }
        if (!known.emplace(pair.from, pair.to).second) {
            rows.fail(1, "each pair once");
        }
        if (weighted) {
            pair.weight = rows.number(2, 0.0, most_teu);
        }
        pairs.push_back(pair);
    }
    if (pairs.empty()) {
        throw InputError{{{text.name, "", "one pair or more", "none"}}};
    }
    return pairs;
}

} // namespace landsea::io
