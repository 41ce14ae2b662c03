#include "io/detail/result_rows.hpp"

#include "io/detail/csv_stream.hpp"
#include "io/detail/json_value.hpp"
#include "io/detail/parse_json.hpp"
#include "io/input_error.hpp"
#include "io/read_file.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <memory>
#include <system_error>

namespace landsea::io::detail {

namespace {

constexpr char between = '\x1F';

void append(std::string& key, const std::string& value) {
    key += value;
    key += between;
}

std::string text_of(const JsonValue& value) {
    if (const auto* text = std::get_if<std::string>(&value.data)) {
        return *text;
    }
    return canonical_text(value);
}

/// Calls `visit` with way, keys and value of each leaf: "alternatives[qinzhou].time_days.p5".
template <class Visit>
void each_leaf(const JsonValue& value, const std::string& way, std::vector<std::string>& keys,
               const Visit& visit) {
    if (const auto* object = std::get_if<JsonObject>(&value.data); object && !object->empty()) {
        for (const JsonMember& member : *object) {
            keys.push_back(member.key);
            each_leaf(member.value, way.empty() ? member.key : way + "." + member.key, keys, visit);
            keys.pop_back();
        }
    } else if (const auto* list = std::get_if<JsonArray>(&value.data); list && !list->empty()) {
        std::size_t position = 0;
        for (const JsonValue& item : *list) {
            std::string name = std::to_string(position++);
            if (const auto* members = std::get_if<JsonObject>(&item.data)) {
                const auto id = std::ranges::find(*members, "id", &JsonMember::key);
                name = id != members->end() ? text_of(id->value) : name;
            }
            each_leaf(item, way + "[" + name + "]", keys, visit);
        }
    } else {
        visit(way, keys, text_of(value));
    }
}

/// The name of a leaf's column, and the key that bears its unit: the innermost that has one.
std::uint32_t column_of(const std::vector<std::string>& keys, ResultColumns& columns) {
    std::string name;
    std::string bearer;
    for (const std::string& key : keys) {
        name += (name.empty() ? "" : ".") + key;
        bearer = !unit_of(key).empty() ? key : bearer;
    }
    return columns.add(name, bearer);
}

JsonDocument document_in(const std::filesystem::path& path, std::string_view text,
                         const std::string& place) {
    ProblemList problems;
    auto document = parse_json(path.string(), text, problems);
    try {
        problems.throw_if_any();
    } catch (const InputError& error) {
        InputProblem first = error.problems().front();
        first.pointer = place.empty() ? first.pointer : place;
        throw InputError{{first}};
    }
    return std::move(*document);
}

/// JSON with a value on each line.
class JsonLines {
  public:
    /// Where a value stands in its line, its column and text.
    using Leaf = std::pair<std::string, std::pair<std::uint32_t, std::string>>;

    explicit JsonLines(const std::filesystem::path& path)
        : path_{path}, file_{path, std::ios::binary} {
        if (!file_ || std::filesystem::is_directory(path)) {
            throw FileError{path, "cannot be read: " + std::generic_category().message(errno)};
        }
    }

    /// Goes to the next line that is not empty.
    bool next() {
        while (std::getline(file_, text_)) {
            ++line_;
            if (!text_.empty() && text_ != "\r") {
                return true;
            }
        }
        if (file_.bad()) {
            throw FileError{path_, "cannot be read to its end"};
        }
        return false;
    }

    [[nodiscard]] std::vector<Leaf> leaves(ResultColumns& columns) const {
        const JsonDocument document = document_in(path_, text_, "line " + std::to_string(line_));
        std::vector<Leaf> all;
        std::vector<std::string> keys;
        each_leaf(
            document.root, "", keys,
            [&](const std::string& way, const std::vector<std::string>& names, std::string value) {
                all.push_back({way, {column_of(names, columns), std::move(value)}});
            });
        return all;
    }

  private:
    std::filesystem::path path_;
    std::ifstream file_;
    std::string text_;
    std::size_t line_{};
};

} // namespace

ResultRows csv_rows(const std::filesystem::path& path, ResultColumns& columns,
                    const DiffOptions& options) {
    struct State {
        CsvStream stream;
        std::vector<std::uint32_t> numbers;
        std::vector<std::size_t> key;
        std::vector<bool> is_key;
        std::vector<std::string> fields{};
    };

    CsvStream opened{path};
    const std::vector<std::string> header = opened.header();
    auto state = std::make_shared<State>(State{std::move(opened), {}, {}, {}});
    for (const std::string& name : header) {
        state->numbers.push_back(columns.add(name, name));
    }
    state->is_key.resize(header.size());
    for (const std::string& name : key_of(header, options, path)) {
        const auto at = static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
        state->key.push_back(at);
        state->is_key[at] = true;
    }
    const auto next = [state](ResultRow& row) {
        if (!state->stream.next(state->fields)) {
            return false;
        }
        row.key.clear();
        row.values.clear();
        for (const std::size_t at : state->key) {
            append(row.key, state->fields[at]);
        }
        for (std::size_t i = 0; i < state->fields.size(); ++i) {
            if (!state->is_key[i]) {
                row.values.emplace_back(state->numbers[i], std::move(state->fields[i]));
            }
        }
        return true;
    };
    return {next, header};
}

ResultRows ndjson_rows(const std::filesystem::path& path, ResultColumns& columns,
                       const DiffOptions& options) {
    auto lines = std::make_shared<JsonLines>(path);
    std::vector<std::string> names;
    if (JsonLines first{path}; first.next()) {
        for (const auto& [way, leaf] : first.leaves(columns)) {
            names.push_back(way);
        }
    }
    const std::vector<std::string> key = key_of(names, options, path);
    const auto next = [lines, key, &columns](ResultRow& row) {
        if (!lines->next()) {
            return false;
        }
        row = {};
        const auto leaves = lines->leaves(columns);
        for (const std::string& name : key) {
            const auto leaf = std::ranges::find(leaves, name, &JsonLines::Leaf::first);
            append(row.key, leaf == leaves.end() ? "" : leaf->second.second);
        }
        for (const auto& [way, leaf] : leaves) {
            if (std::ranges::find(key, way) == key.end()) {
                row.values.push_back(leaf);
            }
        }
        return true;
    };
    return {next, names};
}

ResultRows json_rows(const std::filesystem::path& path, ResultColumns& columns) {
    auto rows = std::make_shared<std::vector<ResultRow>>();
    {
        const JsonDocument document = document_in(path, read_file(path), "");
        std::vector<std::string> keys;
        each_leaf(
            document.root, "", keys,
            [&](const std::string& way, const std::vector<std::string>& names, std::string value) {
                rows->push_back({way, {{column_of(names, columns), std::move(value)}}});
            });
    }
    auto at = std::make_shared<std::size_t>(0);
    return {[rows, at](ResultRow& row) {
                if (*at == rows->size()) {
                    return false;
                }
                row = std::move((*rows)[(*at)++]);
                return true;
            },
            {}};
}

} // namespace landsea::io::detail
