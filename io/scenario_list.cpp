#include "io/scenario_list.hpp"

#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/table.hpp"
#include "io/words.hpp"

namespace landsea::io {

namespace {

using scenarios::Change;
using scenarios::Scenario;

std::string months_text(const Change& change, const char* always) {
    if (!change.months) {
        return always;
    }
    std::string text;
    for (std::size_t m = 0; m < change.months->size(); ++m) {
        if ((*change.months)[m]) {
            text += (text.empty() ? "" : " ") + std::to_string(m + 1);
        }
    }
    return text;
}

std::string sources_text(const Change& change) {
    std::string text;
    for (const std::string& source : change.sources) {
        text += (text.empty() ? "" : " ") + source;
    }
    return text;
}

std::string grade_text(const Change& change) {
    std::string text{word_for(grade_words, change.grade)};
    if (change.year) {
        text += " " + std::to_string(*change.year);
    }
    const std::string sources = sources_text(change);
    return sources.empty() ? text : text + ", " + sources;
}

void write_change(JsonText& json, const Change& change) {
    json.open_object();
    json.key("change").text(change.text);
    json.key("stands_in").text(change.scenario);
    json.key("position").integer(static_cast<std::int64_t>(change.position));
    json.key("months");
    if (change.months) {
        json.open_list();
        for (std::size_t m = 0; m < change.months->size(); ++m) {
            if ((*change.months)[m]) {
                json.integer(static_cast<std::int64_t>(m + 1));
            }
        }
        json.close_list();
    } else {
        json.null();
    }
    json.key("grade").text(word_for(grade_words, change.grade));
    json.key("sources").open_list();
    for (const std::string& source : change.sources) {
        json.text(source);
    }
    json.close_list();
    json.key("year");
    if (change.year) {
        json.integer(*change.year);
    } else {
        json.null();
    }
    json.key("note").text(change.note);
    json.close_object();
}

} // namespace

std::string scenario_table(const std::vector<Scenario>& all, const Presentation& presentation) {
    TextTable table{{{phrase(presentation, {"scenario", "情景", ""})},
                     {phrase(presentation, {"name", "名称", ""})},
                     {phrase(presentation, {"changes", "变动数", ""}), Align::right},
                     {phrase(presentation, {"extends", "继承", ""})}}};
    for (const Scenario& scenario : all) {
        std::string extends;
        for (const std::string& parent : scenario.extends) {
            extends += (extends.empty() ? "" : ", ") + parent;
        }
        table.row({scenario.id, scenario.names.in(presentation.language),
                   std::to_string(scenario.changes.size()), extends});
    }
    return table.text(presentation.colour);
}

std::string scenario_report(const Scenario& scenario, const Presentation& presentation) {
    std::string text = emphasised(scenario.names.in(presentation.language), Emphasis::strong,
                                  presentation.colour) +
                       "\n" + scenario.description.in(presentation.language) + "\n" + scenario.id +
                       "@" + scenario.hash + "\n";
    const char* always = presentation.language == model::Language::zh ? "全年" : "always";
    for (const Change& change : scenario.changes) {
        text += "\n" + change.text + "\n";
        text += "    " + phrase(presentation, {"months: ", "月份：", ""}) +
                months_text(change, always) + "\n";
        text +=
            "    " + phrase(presentation, {"evidence: ", "证据：", ""}) + grade_text(change) + "\n";
        text += "    " + change.note + "\n";
        if (change.scenario != scenario.id) {
            text += "    " + phrase(presentation, {"stands in: ", "出自：", ""}) + change.scenario +
                    "\n";
        }
    }
    for (const model::Source& source : scenario.sources) {
        text += "\n[" + source.id + "] " + source.title + " · " + source.publisher +
                (source.year ? " · " + std::to_string(*source.year) : "") +
                (source.note.empty() ? "" : " · " + source.note);
    }
    return text + (scenario.sources.empty() ? "" : "\n");
}

std::string changes_on(const scenarios::Answer& answer, const Scenario& scenario,
                       model::Month month, const model::Network& network,
                       const Presentation& presentation) {
    std::string text;
    for (const Change& change : scenario.changes) {
        std::string steps;
        for (std::size_t i = 0; i < answer.steps.size() && scenarios::acts_in(change, month); ++i) {
            if (scenarios::touches(change, answer.steps[i].step, network)) {
                steps += (steps.empty() ? "" : ", ") + std::to_string(i + 1);
            }
        }
        if (!steps.empty()) {
            text += "  " + steps + "  " + change.text + " (" + grade_text(change) +
                    "): " + change.note + "\n";
        }
    }
    return text.empty() ? text
                        : phrase(presentation, {"What the scenario changes in these steps:\n",
                                                "情景对这些步骤的改动：\n", ""}) +
                              text;
}

std::string scenario_csv(const std::vector<Scenario>& all) {
    std::string text = csv_line({"scenario", "name", "change", "stands_in", "position", "months",
                                 "grade", "sources", "year", "note"});
    for (const Scenario& scenario : all) {
        for (const Change& change : scenario.changes) {
            text += csv_line(
                {scenario.id, spreadsheet_safe(scenario.names.en), spreadsheet_safe(change.text),
                 change.scenario, std::to_string(change.position), months_text(change, "always"),
                 std::string{word_for(grade_words, change.grade)}, sources_text(change),
                 change.year ? std::to_string(*change.year) : "", spreadsheet_safe(change.note)});
        }
    }
    return text;
}

std::string scenario_json(const std::vector<Scenario>& all, const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("scenarios").open_list();
    for (const Scenario& scenario : all) {
        json.open_object();
        json.key("id").text(scenario.id);
        json.key("hash").text(scenario.hash);
        json.key("name").text(scenario.names.en);
        json.key("name_zh").text(scenario.names.zh);
        json.key("description").text(scenario.description.en);
        json.key("extends").open_list();
        for (const std::string& parent : scenario.extends) {
            json.text(parent);
        }
        json.close_list();
        json.key("changes").open_list();
        for (const Change& change : scenario.changes) {
            write_change(json, change);
        }
        json.close_list();
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
