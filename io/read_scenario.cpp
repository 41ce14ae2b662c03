#include "io/read_scenario.hpp"

#include "io/content_hash.hpp"
#include "io/detail/network_ids.hpp"
#include "io/detail/parse_json.hpp"
#include "io/detail/read_alternative.hpp"
#include "io/detail/read_change.hpp"
#include "io/detail/read_lists.hpp"
#include "io/input_error.hpp"
#include "io/read_file.hpp"
#include "scenarios/conflicts.hpp"

#include <algorithm>
#include <deque>
#include <set>

namespace landsea::io {

namespace {

using detail::JsonAt;
using detail::JsonDocument;
using detail::ProblemList;

namespace fs = std::filesystem;

bool is_id(std::string_view text) {
    constexpr std::size_t longest = 100;
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

JsonDocument parse(const NetworkText& text) {
    ProblemList problems;
    auto document = detail::parse_json(text.name, text.text, problems);
    problems.throw_if_any();
    return std::move(*document);
}

/// Follows `extends` from file to file.
class Collector {
  public:
    explicit Collector(fs::path catalogue) : catalogue_{std::move(catalogue)} {}

    ScenarioText collect(const fs::path& file) {
        ScenarioText text{.id = file.stem().string()};
        if (!is_id(text.id)) {
            throw InputError{{{file.string(), "",
                               "a file name of small letters, digits, _ and -, as it is the id",
                               "\"" + text.id + "\""}}};
        }
        visit(file, text);
        text.extends = std::move(extends_);
        return text;
    }

  private:
    void visit(const fs::path& file, ScenarioText& all) {
        const std::string id = file.stem().string();
        const NetworkText text{file.string(), read_file(file)};
        const JsonDocument document = parse(text);
        ProblemList problems;
        const JsonAt top{document, problems};
        path_.push_back(id);
        for (const JsonAt& parent : parents_of(top)) {
            visit_parent(parent, file.parent_path(), all);
        }
        problems.throw_if_any();
        path_.pop_back();
        add_additions(top, all);
        all.files.push_back(text);
        all.ids.push_back(id);
    }

    static std::vector<JsonAt> parents_of(const JsonAt& top) {
        const JsonAt extends = top.is_object() ? top.find("extends") : top;
        const bool any = top.is_object() && extends.is_there();
        return any ? extends.elements() : std::vector<JsonAt>{};
    }

    void visit_parent(const JsonAt& parent, const fs::path& folder, ScenarioText& all) {
        const std::string id = parent.name();
        if (id.empty()) {
            return;
        }
        if (path_.size() == 1) {
            extends_.push_back(id);
        }
        if (std::ranges::find(path_, id) != path_.end()) {
            std::string circle;
            for (const std::string& step : path_) {
                circle += step + " > ";
            }
            parent.problem("scenarios that do not extend each other in a circle", circle + id);
            return;
        }
        if (std::ranges::find(all.ids, id) != all.ids.end()) {
            return; // by another way already
        }
        if (const auto file = find(id, folder)) {
            visit(*file, all);
            return;
        }
        auto known = scenario_ids(folder);
        const auto shipped = scenario_ids(catalogue_);
        known.insert(known.end(), shipped.begin(), shipped.end());
        parent.problem(JsonAt::with_nearest("the id of a scenario beside this file or of the "
                                            "catalogue",
                                            id, {known.begin(), known.end()}));
    }

    [[nodiscard]] std::optional<fs::path> find(const std::string& id,
                                               const fs::path& folder) const {
        std::error_code ignored;
        for (const fs::path& place : {folder, catalogue_}) {
            fs::path file = place / (id + ".json");
            if (is_id(id) && fs::is_regular_file(file, ignored)) {
                return file;
            }
        }
        return std::nullopt;
    }

    static void add_additions(const JsonAt& top, ScenarioText& all) {
        const JsonAt changes = top.is_object() ? top.find("changes") : top;
        if (!top.is_object() || !changes.is_list()) {
            return;
        }
        for (const JsonAt& change : changes.elements()) {
            const JsonAt network = change.is_object() ? change.find("network") : change;
            if (change.is_object() && network.is_object()) {
                all.additions.push_back(
                    {top.file() + "#" + network.pointer(), detail::json_text(network.value())});
            }
        }
    }

    fs::path catalogue_;
    std::vector<std::string> path_;
    std::vector<std::string> extends_;
};

bool is_scenario(const JsonAt& top) {
    if (!top.is_object_of({"$schema", "schema_version", "name", "description", "extends", "sources",
                           "changes"})) {
        return false;
    }
    static_cast<void>(top.find("$schema").text());
    static_cast<void>(top["schema_version"].integer_in(1, 1));
    return true;
}

/// Both names, each language by itself; Russian only where both have it.
model::Names joined(const model::Names& first, const model::Names& second, const char* between) {
    if (first.en.empty()) {
        return second;
    }
    const bool has_ru = !first.ru.empty() && !second.ru.empty();
    return {.en = first.en + between + second.en,
            .zh = first.zh + between + second.zh,
            .ru = has_ru ? first.ru + between + second.ru : std::string{}};
}

/// Looks the words of all files up.
class Reader {
  public:
    Reader(const ScenarioText& text, const model::Network& network)
        : text_{text}, network_{network} {
        for (const model::Source& source : network.parts().sources) {
            known_sources_.insert(source.id);
        }
    }

    scenarios::Scenario read() {
        scenario_.id = text_.id;
        scenario_.extends = text_.extends;
        ContentHash hash;
        for (std::size_t i = 0; i < text_.files.size(); ++i) {
            documents_.push_back(parse(text_.files[i]));
            hash.add(detail::canonical_text(documents_.back().root));
            read_file_of(documents_.back(), text_.ids[i]);
        }
        scenario_.hash = hash.hex();
        problems_.throw_if_any();
        check_conflicts();
        problems_.throw_if_any();
        return std::move(scenario_);
    }

  private:
    void read_file_of(const JsonDocument& document, const std::string& id) {
        const JsonAt top{document, problems_};
        if (!is_scenario(top)) {
            return;
        }
        name_after(id, detail::read_plain_names(top["name"]),
                   detail::read_plain_names(top["description"]));
        auto& ancestors = lineage_[id];
        const JsonAt extends = top.find("extends");
        for (const JsonAt& parent :
             extends.is_there() ? extends.elements() : std::vector<JsonAt>{}) {
            const std::string& word = parent.name();
            ancestors.insert(word);
            ancestors.insert(lineage_[word].begin(), lineage_[word].end());
        }
        detail::ChangeContext context{network_, id, known_sources_};
        read_sources(top.find("sources"), context);
        const auto changes = top["changes"].elements();
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const std::size_t before = problems_.count();
            scenarios::Change change = detail::read_change(changes[i], i, context);
            if (problems_.count() == before) {
                check_scope(changes[i], change);
            }
            at_.push_back(changes[i]);
            scenario_.changes.push_back(std::move(change));
        }
        if (changes.empty() && ancestors.empty()) {
            top["changes"].problem("one change or more, or something to extend");
        }
    }

    /// A scenario has the names of its own file; one of several files that are asked for together
    /// has all of theirs.
    void name_after(const std::string& id, const model::Names& name,
                    const model::Names& description) {
        const bool is_joined = text_.ids.back() != text_.id;
        if (!is_joined) {
            scenario_.names = name;
            scenario_.description = description;
        } else if (std::ranges::find(text_.extends, id) != text_.extends.end()) {
            scenario_.names = joined(scenario_.names, name, " + ");
            scenario_.description = joined(scenario_.description, description, " ");
        }
    }

    void read_sources(const JsonAt& sources, detail::ChangeContext& context) {
        for (const JsonAt& item : sources.is_there() ? sources.elements() : std::vector<JsonAt>{}) {
            model::Source source = detail::read_source(item);
            if (!context.sources.insert(source.id).second) {
                item.problem("a source that neither the network nor this file has already",
                             "\"" + source.id + "\"");
            }
            const bool is_new = std::ranges::find(scenario_.sources, source.id,
                                                  &model::Source::id) == scenario_.sources.end();
            if (is_new) {
                scenario_.sources.push_back(std::move(source));
            }
        }
    }

    void check_scope(const JsonAt& at, const scenarios::Change& change) {
        if (scenarios::touched_by(change, network_) == 0) {
            at.problem("a scope that matches something in the network", change.text);
            return;
        }
        const auto* open = std::get_if<scenarios::Open>(&change.what);
        if (open != nullptr && !opens_something(*open)) {
            at.problem("something that is closed before, planned or suspended", change.text);
        }
    }

    /// Whether an earlier change closed it, or it does not take part by itself.
    [[nodiscard]] bool opens_something(const scenarios::Open& open) const {
        const bool closed = std::ranges::any_of(scenario_.changes, [&](const auto& earlier) {
            const auto* close = std::get_if<scenarios::Close>(&earlier.what);
            return close != nullptr && close->scope == open.scope;
        });
        const auto hauls = scenarios::hauls_in(open.scope, network_);
        const bool activates =
            open.scope.size() == 1 &&
            std::ranges::all_of(open.scope.front(), [](const model::Target& target) {
                return std::holds_alternative<model::ServiceId>(target) ||
                       std::holds_alternative<model::CorridorId>(target);
            });
        return closed || (activates && std::ranges::any_of(hauls, [&](const model::Haul& haul) {
                              const auto open_state = model::Standing::State::open;
                              return network_[haul.service].standing.state != open_state ||
                                     network_[haul.link].standing.state != open_state;
                          }));
    }

    void check_conflicts() {
        for (const auto& conflict : scenarios::conflicts_in(scenario_, lineage_, network_)) {
            const scenarios::Change& first = scenario_.changes[conflict.first];
            at_[conflict.second].problem("no second change of what " + first.scenario +
                                             ": /changes/" + std::to_string(first.position) +
                                             " does (" + conflict.about + ")",
                                         scenario_.changes[conflict.second].text);
        }
    }

    const ScenarioText& text_;
    const model::Network& network_;
    std::set<std::string> known_sources_;
    std::deque<JsonDocument> documents_; // must not move
    ProblemList problems_;
    std::vector<JsonAt> at_;
    scenarios::Lineage lineage_;
    scenarios::Scenario scenario_;
};

} // namespace

std::vector<std::string> scenario_ids(const fs::path& folder) {
    std::vector<std::string> ids;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator{folder, missing}) {
        if (entry.path().extension() == ".json") {
            ids.push_back(entry.path().stem().string());
        }
    }
    std::ranges::sort(ids);
    return ids;
}

ScenarioText read_scenario_text(const fs::path& file, const fs::path& catalogue) {
    return Collector{catalogue}.collect(file);
}

ScenarioText combined(const std::vector<ScenarioText>& scenarios) {
    if (scenarios.size() == 1) {
        return scenarios.front();
    }
    ScenarioText all;
    for (const ScenarioText& one : scenarios) {
        all.id += (all.id.empty() ? "" : "+") + one.id;
        all.extends.push_back(one.id);
        for (std::size_t i = 0; i < one.files.size(); ++i) {
            if (std::ranges::find(all.ids, one.ids[i]) == all.ids.end()) {
                all.files.push_back(one.files[i]);
                all.ids.push_back(one.ids[i]);
            }
        }
        for (const NetworkText& addition : one.additions) {
            if (std::ranges::find(all.additions, addition.name, &NetworkText::name) ==
                all.additions.end()) {
                all.additions.push_back(addition);
            }
        }
    }
    return all;
}

scenarios::Scenario read_scenario(const ScenarioText& text, const model::Network& network) {
    return Reader{text, network}.read();
}

} // namespace landsea::io
