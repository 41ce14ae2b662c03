#include "io/batch_text.hpp"

#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/detail/fact.hpp"
#include "io/detail/json_value.hpp"

#include <array>
#include <charconv>

namespace landsea::io {

namespace {

using scenarios::BatchPlan;
using scenarios::BatchRow;
using scenarios::RowStatus;

/// The number with so many decimals at most, without zeros at its end.
std::string short_text(double number, int decimals) {
    std::array<char, 64> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number,
                                            std::chars_format::fixed, decimals);
    if (error != std::errc{}) {
        return "";
    }
    std::string_view view{text.data(), static_cast<std::size_t>(end - text.data())};
    if (view.find('.') != std::string_view::npos) {
        view = view.substr(0, view.find_last_not_of('0') + 1);
        view = view.substr(0, view.find_last_not_of('.') + 1);
    }
    return view == "-0" ? "0" : std::string{view};
}

std::string days_text(double hours) {
    constexpr int decimals = 4; // nine seconds
    return short_text(hours / model::hours_per_day, decimals);
}

std::string usd_text(double usd) {
    return short_text(usd, 2);
}

std::string kg_text(double kg) {
    return short_text(kg, 3);
}

/// A column: its title, and what a row that has a route says in it.
struct Column {
    const char* title;
    std::string (*number)(const BatchRow&){};
};

constexpr std::array typical_columns{
    Column{"time_typical_days",
           [](const BatchRow& row) { return days_text(row.typical.time.count()); }},
    Column{"money_typical_usd",
           [](const BatchRow& row) { return usd_text(row.typical.money.count()); }},
    Column{"carbon_typical_kg_co2e",
           [](const BatchRow& row) { return kg_text(row.typical.carbon.count()); }},
    Column{"generalised_typical_usd",
           [](const BatchRow& row) { return usd_text(row.generalised.count()); }},
    Column{"length_km",
           [](const BatchRow& row) { return short_text(row.typical.length.count(), 1); }},
    Column{"transfers", [](const BatchRow& row) { return std::to_string(row.transfers); }}};

constexpr std::array drawn_columns{
    Column{"time_p5_days", [](const BatchRow& row) { return days_text(row.spread->hours.p5); }},
    Column{"time_p50_days", [](const BatchRow& row) { return days_text(row.spread->hours.p50); }},
    Column{"time_p95_days", [](const BatchRow& row) { return days_text(row.spread->hours.p95); }},
    Column{"money_p5_usd", [](const BatchRow& row) { return usd_text(row.spread->usd.p5); }},
    Column{"money_p50_usd", [](const BatchRow& row) { return usd_text(row.spread->usd.p50); }},
    Column{"money_p95_usd", [](const BatchRow& row) { return usd_text(row.spread->usd.p95); }},
    Column{"carbon_p5_kg_co2e",
           [](const BatchRow& row) { return kg_text(row.spread->kg_co2e.p5); }},
    Column{"carbon_p50_kg_co2e",
           [](const BatchRow& row) { return kg_text(row.spread->kg_co2e.p50); }},
    Column{"carbon_p95_kg_co2e",
           [](const BatchRow& row) { return kg_text(row.spread->kg_co2e.p95); }}};

/// Appends the numbers of a row by one of the writers below; an empty one where it has no route.
template <class Write>
void write_numbers(const BatchRow& row, const BatchPlan& plan, Write write) {
    const bool has = row.status == RowStatus::ok;
    for (const Column& column : typical_columns) {
        write(column.title, has ? column.number(row) : std::string{});
    }
    if (plan.draws) {
        for (const Column& column : drawn_columns) {
            write(column.title, has ? column.number(row) : std::string{});
        }
    }
}

void add_csv(std::string& text, const BatchRow& row, const BatchPlan& plan) {
    const scenarios::BatchJob& job = plan.jobs[row.job];
    const auto field = [&](const std::string& words) {
        text += csv_field(spreadsheet_safe(words));
        text += ',';
    };
    field(job.id);
    field(job.from);
    field(job.to);
    field(plan.scenarios[row.scenario].id);
    text += batch_month(row.month) + ',' + criterion_word(row.criterion) + ',' +
            row_status_word(row.status) + ',';
    write_numbers(row, plan, [&](const char*, const std::string& number) {
        text += number;
        text += ',';
    });
    field(detail::joined(row.services, ">"));
    text += csv_field(spreadsheet_safe(job.problem));
    text += "\r\n";
}

/// `[[[106.5,29.6],[108.6,21.7]]]`: longitude and latitude, to a decimetre.
void add_lines(std::string& text, const std::vector<std::vector<model::LatLon>>& lines) {
    constexpr int decimals = 6;
    text += '[';
    for (const auto& line : lines) {
        text += text.back() == ']' ? ",[" : "[";
        for (const model::LatLon& point : line) {
            text += text.back() == ']' ? ",[" : "[";
            text += short_text(point.lon(), decimals) + ',' + short_text(point.lat(), decimals);
            text += ']';
        }
        text += ']';
    }
    text += ']';
}

void add_json(std::string& text, const BatchRow& row, const BatchPlan& plan) {
    const scenarios::BatchJob& job = plan.jobs[row.job];
    const auto words = [&](const char* key, const std::string& value) {
        text += std::string{"\""} + key + "\":\"" + detail::escaped(value) + "\",";
    };
    text += '{';
    words("job", job.id);
    words("from", job.from);
    words("to", job.to);
    words("scenario", plan.scenarios[row.scenario].id);
    words("month", batch_month(row.month));
    words("criterion", criterion_word(row.criterion));
    words("status", row_status_word(row.status));
    write_numbers(row, plan, [&](const char* title, const std::string& number) {
        text += std::string{"\""} + title + "\":" + (number.empty() ? "null" : number) + ",";
    });
    text += "\"services\":[";
    for (std::size_t i = 0; i < row.services.size(); ++i) {
        text += (i == 0 ? "\"" : ",\"") + detail::escaped(row.services[i]) + '"';
    }
    text += "],\"problem\":";
    text += job.problem.empty() ? "null" : '"' + detail::escaped(job.problem) + '"';
    if (plan.detail == scenarios::RowDetail::lines) {
        text += ",\"lines\":";
        add_lines(text, row.lines);
    }
    text += "}\n";
}

/// The `number`th field of a line of CSV, from 0; empty when there is none.
std::string_view csv_field_in(std::string_view line, std::size_t number) {
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        quoted = quoted != (line[i] == '"');
        if (!quoted && (line[i] == ',' || line[i] == '\r')) {
            if (number == 0) {
                return line.substr(begin, i - begin);
            }
            --number;
            begin = i + 1;
        }
    }
    return {};
}

/// What stands between `"status":"` and the next quote: escaped quotes of other texts differ.
std::string_view json_status_in(std::string_view line) {
    constexpr std::string_view key = "\"status\":\"";
    const std::size_t at = line.find(key);
    if (at == std::string_view::npos) {
        return {};
    }
    line.remove_prefix(at + key.size());
    return line.substr(0, line.find('"'));
}

} // namespace

std::string batch_header(const BatchPlan& plan, RowFormat format) {
    if (format != RowFormat::csv) {
        return {};
    }
    std::vector<std::string> titles{"job",   "from",      "to",    "scenario",
                                    "month", "criterion", "status"};
    write_numbers(BatchRow{.status = RowStatus::no_route}, plan,
                  [&](const char* title, const std::string&) { titles.emplace_back(title); });
    titles.insert(titles.end(), {"services", "problem"});
    return csv_line(titles);
}

std::string batch_text(const std::vector<BatchRow>& rows, const BatchPlan& plan, RowFormat format) {
    std::string text;
    for (const BatchRow& row : rows) {
        if (format == RowFormat::csv) {
            add_csv(text, row, plan);
        } else {
            add_json(text, row, plan);
        }
    }
    return text;
}

std::optional<RowStatus> status_in(std::string_view line, RowFormat format) {
    constexpr std::size_t column = 6;
    const std::string_view word =
        format == RowFormat::csv ? csv_field_in(line, column) : json_status_in(line);
    for (const RowStatus status : {RowStatus::ok, RowStatus::no_route, RowStatus::bad_job}) {
        if (word == row_status_word(status)) {
            return status;
        }
    }
    return std::nullopt;
}

std::string batch_month(model::Month month) {
    return month.is_whole_year() ? "year" : std::to_string(month.number);
}

std::string row_status_word(RowStatus status) {
    switch (status) {
    case RowStatus::ok:
        return "ok";
    case RowStatus::no_route:
        return "no_route";
    case RowStatus::bad_job:
        break;
    }
    return "bad_job";
}

} // namespace landsea::io
