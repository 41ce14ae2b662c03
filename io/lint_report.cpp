#include "io/lint_report.hpp"

#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "io/table.hpp"

#include <algorithm>
#include <array>

namespace landsea::io {

namespace {

using model::LintFinding;
using model::Severity;

constexpr std::array severities{Severity::error, Severity::warning, Severity::note};

std::string name_in_file(const std::string& file) {
    return std::filesystem::path{file}.filename().string();
}

std::string spot_text(const LintEntry& entry) {
    return entry.spot ? name_in_file(entry.spot->file) + " " + entry.spot->pointer : "";
}

Emphasis emphasis_of(Severity severity) {
    return severity == Severity::error ? Emphasis::bad : Emphasis::none;
}

std::string counted(std::size_t count, std::string_view word) {
    return integer_text(static_cast<std::int64_t>(count), Grouping::comma) + " " +
           std::string{word} + (count == 1 ? "" : "s");
}

} // namespace

std::vector<LintEntry> lint_entries(const std::vector<LintFinding>& findings,
                                    const ThingIndex& index) {
    std::vector<LintEntry> entries;
    entries.reserve(findings.size());
    for (const LintFinding& finding : findings) {
        entries.push_back({finding, index.find(finding.thing)});
    }
    return entries;
}

std::size_t count_of(const std::vector<LintEntry>& entries, Severity severity) {
    return static_cast<std::size_t>(std::ranges::count_if(
        entries, [&](const LintEntry& entry) { return entry.finding.rule.severity == severity; }));
}

std::string lint_table(const std::vector<LintEntry>& entries, const Identity& identity,
                       Colour colour) {
    std::string text;
    for (auto begin = entries.begin(); begin != entries.end();) {
        const model::LintRule& rule = begin->finding.rule;
        const auto end = std::find_if(begin, entries.end(), [&](const LintEntry& entry) {
            return entry.finding.rule.id != rule.id;
        });
        text += emphasised(name_of(rule.severity), emphasis_of(rule.severity), colour) + " " +
                std::string{rule.id} + ": " + std::string{rule.summary} + "\n";
        TextTable table{{{"thing"}, {"expected"}, {"found"}, {"where"}}};
        for (; begin != end; ++begin) {
            table.row({begin->finding.thing, begin->finding.expected, begin->finding.found,
                       spot_text(*begin)});
        }
        text += table.text(colour) + "\n";
    }
    std::string counts;
    for (const Severity severity : severities) {
        counts +=
            (counts.empty() ? "" : ", ") + counted(count_of(entries, severity), name_of(severity));
    }
    return text + counts + " · " + identity.program + " · data " + identity.data_hash + "\n";
}

std::string lint_csv(const std::vector<LintEntry>& entries) {
    std::string text =
        csv_line({"rule", "severity", "thing", "expected", "found", "file", "pointer"});
    for (const auto& [finding, spot] : entries) {
        text += csv_line({std::string{finding.rule.id}, std::string{name_of(finding.rule.severity)},
                          finding.thing, finding.expected, finding.found, spot ? spot->file : "",
                          spot ? spot->pointer : ""});
    }
    return text;
}

std::string lint_json(const std::vector<LintEntry>& entries, const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("counts").open_object();
    for (const Severity severity : severities) {
        json.key(std::string{name_of(severity)} + "s")
            .integer(static_cast<std::int64_t>(count_of(entries, severity)));
    }
    json.close_object();
    json.key("findings").open_list();
    for (const auto& [finding, spot] : entries) {
        json.open_object();
        json.key("rule").text(finding.rule.id);
        json.key("severity").text(name_of(finding.rule.severity));
        json.key("thing").text(finding.thing);
        json.key("expected").text(finding.expected);
        json.key("found").text(finding.found);
        if (spot) {
            json.key("file").text(spot->file);
            json.key("pointer").text(spot->pointer);
        }
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

std::string lint_rule_table(Colour colour) {
    TextTable table{{{"rule"}, {"severity"}, {"finds"}}};
    for (const model::LintRule& rule : model::lint_rules()) {
        table.row({std::string{rule.id},
                   {std::string{name_of(rule.severity)}, emphasis_of(rule.severity)},
                   std::string{rule.summary}});
    }
    return table.text(colour);
}

} // namespace landsea::io
