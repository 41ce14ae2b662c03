#include "io/diff_report.hpp"

#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"

namespace landsea::io {

namespace {

constexpr int decimals = 6;

std::string counted(std::uint64_t count) {
    return integer_text(static_cast<std::int64_t>(count), Grouping::comma);
}

std::string percent(double share) {
    return fixed_text(100.0 * share, 2) + " %";
}

std::string signed_text(double change) {
    return (change > 0.0 ? "+" : "") + shortest_text(change);
}

/// The number without the digits that only binary fractions have.
double rounded(double value) {
    return std::stod(fixed_text(value, decimals));
}

std::string rows_text(const ResultDiff& diff) {
    return counted(diff.rows_a) + " and " + counted(diff.rows_b) +
           " rows: " + counted(diff.rows_same) + " the same, " + counted(diff.rows_changed) +
           " changed, " + counted(diff.rows_only_a) + " only in the first, " +
           counted(diff.rows_only_b) + " only in the second\n";
}

std::string lines_text(const std::string& title, const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += "  " + line + "\n";
    }
    return lines.empty() ? "" : title + "\n" + text;
}

std::string column_table(const ResultDiff& diff, Colour colour) {
    TextTable table{{{"column"},
                     {"rows", Align::right},
                     {"largest change", Align::right},
                     {"relative", Align::right}}};
    for (const ColumnDifference& column : diff.columns) {
        table.row({(column.file.empty() ? "" : column.file + ": ") + column.column,
                   counted(column.rows),
                   column.largest_change > 0.0 ? shortest_text(rounded(column.largest_change)) : "",
                   column.largest_change > 0.0 ? percent(column.largest_size) : ""});
    }
    return table.text(colour) + "\n";
}

std::string value_table(const ResultDiff& diff, Colour colour) {
    TextTable table{{{"row"},
                     {"column"},
                     {"first", Align::right},
                     {"second", Align::right},
                     {"change", Align::right},
                     {"relative", Align::right}}};
    for (const ValueDifference& value : diff.largest) {
        table.row({(value.file.empty() ? "" : value.file + ": ") + value.key, value.column, value.a,
                   value.b, value.change ? signed_text(rounded(*value.change)) : "",
                   value.change ? percent(value.size) : ""});
    }
    return table.text(colour) + "\n";
}

void write_texts(JsonText& json, const char* key, const std::vector<std::string>& texts) {
    json.key(key).open_list();
    for (const std::string& text : texts) {
        json.text(text);
    }
    json.close_list();
}

void write_count(JsonText& json, const char* key, std::uint64_t count) {
    json.key(key).integer(static_cast<std::int64_t>(count));
}

void write_differences(JsonText& json, const ResultDiff& diff) {
    json.key("columns").open_list();
    for (const ColumnDifference& column : diff.columns) {
        json.open_object();
        json.key("file").text(column.file);
        json.key("column").text(column.column);
        write_count(json, "rows", column.rows);
        json.key("largest_change").number(column.largest_change, decimals);
        json.key("largest_relative_change").number(column.largest_size, decimals);
        json.close_object();
    }
    json.close_list();
    json.key("largest").open_list();
    for (const ValueDifference& value : diff.largest) {
        json.open_object();
        json.key("file").text(value.file);
        json.key("key").text(value.key);
        json.key("column").text(value.column);
        json.key("a").text(value.a);
        json.key("b").text(value.b);
        json.key("change");
        value.change ? json.number(*value.change, decimals) : json.null();
        json.key("relative_change").number(value.size, decimals);
        json.close_object();
    }
    json.close_list();
}

} // namespace

std::string diff_table(const ResultDiff& diff, Colour colour) {
    std::string text;
    if (!diff.columns.empty()) {
        text += column_table(diff, colour);
        text += diff.largest.empty() ? "" : value_table(diff, colour);
    }
    text += lines_text("only in the first:", diff.only_a);
    text += lines_text("only in the second:", diff.only_b);
    text += lines_text("of another make:", diff.structure);
    text += lines_text("other programs or data:", diff.identity);
    text += lines_text("not compared:", diff.not_compared);
    return text + rows_text(diff) + (diff.is_same() ? "The same.\n" : "");
}

std::string diff_csv(const ResultDiff& diff) {
    std::string text = csv_line({"file", "key", "column", "a", "b", "change", "relative_change"});
    for (const ValueDifference& value : diff.largest) {
        text += csv_line({value.file, value.key, value.column, value.a, value.b,
                          value.change ? shortest_text(rounded(*value.change)) : "",
                          shortest_text(rounded(value.size))});
    }
    return text;
}

std::string diff_json(const ResultDiff& diff) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    json.key("same").truth(diff.is_same());
    write_count(json, "rows_a", diff.rows_a);
    write_count(json, "rows_b", diff.rows_b);
    write_count(json, "rows_same", diff.rows_same);
    write_count(json, "rows_changed", diff.rows_changed);
    write_count(json, "rows_only_a", diff.rows_only_a);
    write_count(json, "rows_only_b", diff.rows_only_b);
    write_differences(json, diff);
    write_texts(json, "only_a", diff.only_a);
    write_texts(json, "only_b", diff.only_b);
    write_texts(json, "structure", diff.structure);
    write_texts(json, "identity", diff.identity);
    write_texts(json, "not_compared", diff.not_compared);
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
