#include "io/read_demand.hpp"

#include "io/detail/csv_rows.hpp"
#include "io/detail/json_value.hpp"
#include "io/detail/problem_list.hpp"
#include "io/read_file.hpp"
#include "model/lookup.hpp"
#include "model/spelling.hpp"
#include "model/target.hpp"

#include <map>
#include <optional>
#include <unordered_map>

namespace landsea::io {

namespace {

using model::PlaceId;

constexpr std::string_view header = "from,to,teu_per_year";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t suggestions = 3;

/// Reads lines and writes down what is wrong with each.
class DemandTable {
  public:
    DemandTable(const NetworkText& text, const model::Network& network)
        : file_{text.name}, network_{network} {}

    std::vector<scenarios::FreightDemand> read(std::string_view text) {
        text.remove_prefix(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
        const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
        if (first != header) {
            problem("", "the header " + std::string{header},
                    text.empty() ? "an empty file" : quoted(first));
            problems_.throw_if_any();
        }
        detail::CsvRows rows{file_, text, header};
        while (next(rows)) {
            ++line_;
            if (line_ > most_demand_lines + 1) {
                problem("", "at most " + std::to_string(most_demand_lines) + " pairs", "more");
                break;
            }
            if (is_whole_) {
                read_pair(rows);
            }
        }
        if (line_ == 1) {
            problem("", "a pair of places", "the header only");
        }
        problems_.throw_if_any();
        return std::move(demand_);
    }

  private:
    /// Whether there is another line; whether it has all fields is in `is_whole_`.
    bool next(detail::CsvRows& rows) {
        is_whole_ = true;
        try {
            return rows.next();
        } catch (const InputError& error) {
            problems_.add(error.problems().front());
            is_whole_ = false;
            return true;
        }
    }

    void read_pair(const detail::CsvRows& rows) {
        const auto from = place(rows.field(0), "from");
        const auto to = place(rows.field(1), "to");
        const auto volume = detail::number_of(rows.field(2));
        constexpr double most = 1e9;
        if (!volume || !(*volume > 0 && *volume <= most)) {
            problem("teu_per_year", "a number above 0 and up to 1000000000", quoted(rows.field(2)));
        }
        if (!from || !to) {
            return;
        }
        if (model::is_within(*from, *to, network_) || model::is_within(*to, *from, network_)) {
            problem("to", "a place outside the city of " + network_[*from].id, network_[*to].id);
        }
        const auto [first, is_new] = lines_.emplace(std::pair{*from, *to}, line_);
        if (!is_new) {
            problem("", "a pair that no other line has",
                    network_[*from].id + " to " + network_[*to].id + " as in line " +
                        std::to_string(first->second));
        }
        if (volume) {
            demand_.push_back({.from = *from, .to = *to, .yearly = model::Teu{*volume}});
        }
    }

    std::optional<PlaceId> place(std::string_view field, const std::string& column) {
        const auto [known, is_new] = places_.emplace(field, std::nullopt);
        if (is_new) {
            known->second = model::find_place(network_, field);
        }
        if (!known->second) {
            problem(column, "the name of a place" + nearest_to(field), quoted(field));
        }
        return known->second;
    }

    std::string nearest_to(std::string_view field) {
        if (problems_.is_full()) {
            return {}; // only counted
        }
        std::string text;
        for (const std::string& name :
             model::nearest(field.substr(0, 100), model::place_names(network_), suggestions)) {
            text += (text.empty() ? " (nearest: " : ", ") + name;
        }
        return text.empty() ? text : text + ")";
    }

    static std::string quoted(std::string_view field) {
        return detail::shortened(std::string{field});
    }

    void problem(const std::string& column, std::string expected, std::string found) {
        problems_.add({file_,
                       "line " + std::to_string(line_) + (column.empty() ? "" : ", " + column),
                       std::move(expected), std::move(found)});
    }

    std::string file_;
    const model::Network& network_;
    std::size_t line_ = 1;
    bool is_whole_ = true;
    detail::ProblemList problems_;
    std::unordered_map<std::string, std::optional<PlaceId>> places_;
    std::map<std::pair<PlaceId, PlaceId>, std::size_t> lines_;
    std::vector<scenarios::FreightDemand> demand_;
};

} // namespace

std::vector<scenarios::FreightDemand> read_demand(const std::filesystem::path& file,
                                                  const model::Network& network) {
    return read_demand_text({file.string(), read_file(file)}, network);
}

std::vector<scenarios::FreightDemand> read_demand_text(const NetworkText& text,
                                                       const model::Network& network) {
    return DemandTable{text, network}.read(text.text);
}

} // namespace landsea::io
