#include "io/detail/import_reader.hpp"

#include "io/detail/csv_rows.hpp"
#include "io/detail/json_value.hpp"
#include "io/nearest_words.hpp"
#include "io/number_text.hpp"
#include "io/words.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

constexpr double largest = 1e9; // as for any estimate of a network file

void write_sources(JsonText& json, const ImportReader& reader, const std::string& name,
                   const std::set<std::string>& sources) {
    const std::vector<std::string> ids = reader.list(name + "_sources");
    if (ids.empty()) {
        return;
    }
    json.key("sources").open_list();
    for (const std::string& id : ids) {
        json.text(id);
        if (!sources.contains(id)) {
            const std::vector<std::string_view> known{sources.begin(), sources.end()};
            std::string nearest;
            for (const std::string& word : nearest_words(id, known)) {
                nearest += (nearest.empty() ? "" : ", ") + word;
            }
            reader.problem(name + "_sources",
                           "ids of sources.csv, joined by |" +
                               (nearest.empty() ? "" : " (nearest: " + nearest + ")"));
        }
    }
    json.close_list();
}

} // namespace

bool ImportReader::has(std::string_view name) const {
    return record_->fields.contains(name);
}

std::string ImportReader::text(std::string_view name) const {
    const auto found = record_->fields.find(name);
    return found == record_->fields.end() ? std::string{} : found->second;
}

std::string ImportReader::required(std::string_view name) const {
    if (!has(name)) {
        problem(name, "a text that is not empty");
    }
    return text(name);
}

std::optional<double> ImportReader::number(std::string_view name, double low, double high) const {
    if (!has(name)) {
        return std::nullopt;
    }
    const auto value = number_of(text(name));
    if (!value || !(*value >= low && *value <= high)) {
        problem(name, "a number from " + shortest_text(low) + " to " + shortest_text(high));
        return std::nullopt;
    }
    return value;
}

std::vector<std::string> ImportReader::list(std::string_view name) const {
    const std::string all = text(name);
    std::vector<std::string> words;
    for (const std::string_view word : parts_of(all, '|')) {
        words.emplace_back(word);
    }
    return words;
}

void ImportReader::problem(std::string_view name, const std::string& expected) const {
    std::string theirs{name};
    if (const auto file = source_->called.find(record_->file); file != source_->called.end()) {
        const auto called = file->second.find(name);
        theirs = called == file->second.end() ? theirs : called->second;
    }
    const bool is_pointer = record_->where.starts_with('/');
    problems_->add({record_->file, record_->where + (is_pointer ? "/" : ", ") + theirs, expected,
                    has(name) ? shortened(text(name)) : "nothing"});
}

void write_evidence(JsonText& json, const ImportReader& reader, const std::string& name,
                    const std::set<std::string>& sources, const std::string& note) {
    const std::string grade = reader.text(name + "_grade");
    const bool is_known =
        std::ranges::any_of(grade_words, [&](const auto& word) { return word.first == grade; });
    if (!grade.empty() && !is_known) {
        reader.problem(name + "_grade", "published, derived or assumed");
    }
    if (is_known && grade != "assumed" && reader.list(name + "_sources").empty()) {
        reader.problem(name + "_sources", "at least one source, as the grade is " + grade);
    }
    json.key("grade").text(is_known ? grade : "assumed");
    write_sources(json, reader, name, sources);
    if (const auto year = reader.number(name + "_year", 1900, 2100)) {
        json.key("year").number(*year);
    }
    json.key("note").text(reader.has(name + "_note") ? reader.text(name + "_note") : note);
}

void write_estimate(JsonText& json, const std::string& key, const ImportReader& reader,
                    const std::string& name, const std::string& unit,
                    const std::set<std::string>& sources, const Assumption& otherwise) {
    json.key(key).open_object();
    const auto value = [&](const std::string& which) {
        return reader.number(name + "_" + which + "_" + unit, 0.0, largest);
    };
    if (const auto typical = value("typical")) {
        const double low = value("low").value_or(*typical);
        const double high = value("high").value_or(*typical);
        if (!(low <= *typical && *typical <= high)) {
            reader.problem(name + "_typical_" + unit, "low <= typical <= high");
        }
        json.key("low").number(low);
        json.key("typical").number(*typical);
        json.key("high").number(high);
        if (reader.has(name + "_typical_is")) {
            json.key("typical_is").text(reader.text(name + "_typical_is"));
        }
        write_evidence(json, reader, name, sources, "stated by the imported file without a source");
    } else {
        json.key("low").number(otherwise.low);
        json.key("typical").number(otherwise.typical);
        json.key("high").number(otherwise.high);
        json.key("grade").text("assumed");
        json.key("note").text(otherwise.note);
    }
    json.close_object();
}

} // namespace landsea::io::detail
