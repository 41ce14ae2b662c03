#include "io/read_network.hpp"

#include "io/content_hash.hpp"
#include "io/detail/additions.hpp"
#include "io/detail/network_ids.hpp"
#include "io/detail/parse_json.hpp"
#include "io/detail/read_lists.hpp"
#include "io/input_error.hpp"
#include "io/read_file.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <system_error>

namespace landsea::io {

namespace {

using detail::JsonAt;
using detail::JsonDocument;
using detail::NetworkIds;
using detail::ProblemList;

constexpr int format_version = 1;

std::vector<JsonDocument> parse_all(const std::vector<NetworkText>& texts, ProblemList& problems) {
    std::vector<JsonDocument> documents;
    for (const NetworkText& text : texts) {
        if (auto document = detail::parse_json(text.name, text.text, problems)) {
            documents.push_back(std::move(*document));
        }
    }
    if (documents.size() < texts.size()) {
        problems.throw_if_any(); // a file that is missing would leave references in the air
    }
    return documents;
}

void read_top_level(const JsonAt& file) {
    if (!file.is_object_of({"$schema", "schema_version", "title", "sources", "seasons", "causes",
                            "emission_factors", "passages", "means", "places", "handling_classes",
                            "operations", "links", "services", "corridors"})) {
        return;
    }
    static_cast<void>(file.find("$schema").text());
    static_cast<void>(file["schema_version"].integer_in(format_version, format_version));
    static_cast<void>(file.find("title").text());
}

/// Calls `visit` for each item of a list that any of the files may have; a problem for what is no
/// list.
template <class Visit>
void visit_list(const std::vector<JsonAt>& files, std::string_view list, Visit visit) {
    for (const JsonAt& file : files) {
        const JsonAt items = file.find(list);
        for (const JsonAt& item : items.is_there() ? items.elements() : std::vector<JsonAt>{}) {
            visit(item);
        }
    }
}

/// Reads one list of all files with a function that makes one row, or several, of an item.
template <class Table, class Read>
void read_list(const std::vector<JsonAt>& files, std::string_view list, Table& table, Read read) {
    visit_list(files, list, [&](const JsonAt& item) {
        if constexpr (requires { table.add(read(item)); }) {
            table.add(read(item));
        } else {
            for (auto& row : read(item)) {
                table.add(std::move(row));
            }
        }
    });
}

/// What places have from their handling classes, after the operations that are stated.
void read_handling(const std::vector<JsonAt>& files, const NetworkIds& ids,
                   model::NetworkParts& parts) {
    std::vector<std::vector<model::Operation>> classes;
    visit_list(files, "handling_classes", [&](const JsonAt& item) {
        classes.push_back(detail::read_handling_class(item, ids, parts));
    });
    visit_list(files, "places", [&](const JsonAt& place) {
        for (model::Operation& operation : detail::operations_by_class(place, ids, classes)) {
            parts.operations.add(std::move(operation));
        }
    });
}

model::NetworkParts read_parts(const std::vector<JsonAt>& files, const NetworkIds& ids) {
    model::NetworkParts parts;
    const auto with_ids = [&](auto read) {
        return [&ids, read](const JsonAt& item) { return read(item, ids); };
    };
    read_list(files, "sources", parts.sources, detail::read_source);
    read_list(files, "seasons", parts.seasons, with_ids(detail::read_season));
    read_list(files, "causes", parts.causes, with_ids(detail::read_cause));
    read_list(files, "emission_factors", parts.factors, with_ids(detail::read_emission_factor));
    read_list(files, "passages", parts.passages, with_ids(detail::read_passage));
    read_list(files, "means", parts.means, with_ids(detail::read_means));
    read_list(files, "places", parts.places, with_ids(detail::read_place));
    read_list(files, "corridors", parts.corridors, detail::read_corridor);
    read_list(files, "links", parts.links, with_ids(detail::read_link));
    read_list(files, "operations", parts.operations,
              [&](const JsonAt& item) { return detail::read_operation(item, ids, parts); });
    read_handling(files, ids, parts);
    detail::Hops hops{parts, files, ids};
    read_list(files, "services", parts.services,
              [&](const JsonAt& item) { return detail::read_service(item, ids, parts, hops); });
    return parts;
}

/// Where the thing of a problem stands in the files: "link A-B~reverse" is the item of "A-B".
std::optional<JsonAt> place_of(const std::string& thing, const NetworkIds& ids) {
    const std::array<const detail::IdIndex*, 5> lists{&ids.seasons, &ids.operations, &ids.links,
                                                      &ids.services, &ids.places};
    for (const detail::IdIndex* list : lists) {
        if (thing.starts_with(list->thing() + " ")) {
            return list->place_of(thing.substr(list->thing().size() + 1));
        }
    }
    return std::nullopt;
}

void check_whole(const model::NetworkParts& parts, const NetworkIds& ids, ProblemList& problems) {
    std::set<std::array<std::string, 3>> said; // a service and its return have the same problems
    for (const model::Problem& problem : model::problems_of(parts)) {
        const std::string item = problem.thing.substr(0, problem.thing.find('~'));
        if (!said.insert({item, problem.expected, problem.found}).second) {
            continue;
        }
        if (const auto at = place_of(problem.thing, ids)) {
            at->problem(problem.expected, problem.found);
        } else {
            problems.add({"network", problem.thing, problem.expected, problem.found});
        }
    }
}

std::string hash_of(const std::vector<JsonDocument>& documents) {
    std::vector<std::pair<std::string, std::string>> contents;
    contents.reserve(documents.size());
    for (const JsonDocument& document : documents) {
        contents.emplace_back(std::filesystem::path{document.file}.filename().string(),
                              detail::canonical_text(document.root));
    }
    std::ranges::sort(contents);
    ContentHash hash;
    for (const auto& [name, content] : contents) {
        hash.add(content);
    }
    return hash.hex();
}

} // namespace

LoadedNetwork read_network_text(const std::vector<NetworkText>& texts,
                                const std::vector<NetworkText>& additions) {
    ProblemList problems;
    std::vector<NetworkText> all{texts};
    all.insert(all.end(), additions.begin(), additions.end());
    const std::vector<JsonDocument> documents = parse_all(all, problems);
    std::vector<JsonAt> files;
    for (const JsonDocument& document : documents) {
        files.emplace_back(document, problems);
        read_top_level(files.back());
    }
    const NetworkIds ids = detail::ids_in(files);
    model::NetworkParts parts = read_parts(files, ids);
    problems.throw_if_any();
    detail::set_apart({files.begin() + static_cast<std::ptrdiff_t>(texts.size()), files.end()},
                      parts);
    problems.throw_if_any();
    check_whole(parts, ids, problems);
    problems.throw_if_any();
    LoadedNetwork loaded{
        model::Network{std::move(parts)},
        hash_of({documents.begin(), documents.begin() + static_cast<std::ptrdiff_t>(texts.size())}),
        {}};
    for (const JsonAt& file : files) {
        if (loaded.files.size() == texts.size()) {
            break;
        }
        loaded.files.push_back({file.file(), file.find("title").text()});
    }
    return loaded;
}

LoadedNetwork read_network(const std::vector<std::filesystem::path>& files,
                           const std::vector<NetworkText>& additions) {
    std::vector<NetworkText> texts;
    ProblemList problems;
    for (const std::filesystem::path& file : files) {
        try {
            texts.push_back({file.string(), read_file(file)});
        } catch (const InputError& error) {
            problems.add(error.problems().front());
        }
    }
    problems.throw_if_any();
    return read_network_text(texts, additions);
}

LoadedNetwork read_network_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry{folder, error}, end; entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".json") {
            files.push_back(entry->path());
        }
    }
    if (error) {
        throw FileError{folder, "cannot be read: " + error.message()};
    }
    if (files.empty()) {
        throw InputError{{{folder.string(), "", "at least one file *.json", "none"}}};
    }
    std::ranges::sort(files);
    return read_network(files);
}

} // namespace landsea::io
