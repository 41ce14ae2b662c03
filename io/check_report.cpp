#include "io/check_report.hpp"

#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "model/connectivity.hpp"

namespace landsea::io {

namespace {

using model::PlaceId;

std::string ids_of(const std::vector<PlaceId>& places, const model::Network& network) {
    std::string text;
    for (const PlaceId place : places) {
        text += (text.empty() ? "" : ", ") + network[place].id;
    }
    return text;
}

std::string number(std::size_t count) {
    return integer_text(static_cast<std::int64_t>(count), Grouping::comma);
}

std::string connectivity_text(const model::Network& network, const Presentation& show) {
    const model::Connectivity found = model::connectivity_of(network);
    const auto say = [&](const model::Names& words) { return phrase(show, words); };
    std::string text;
    if (found.core.empty()) {
        return say({"No open service runs.", "无运营中的服务。", ""}) + "\n";
    }
    if (found.is_strong()) {
        text = say({"Strongly connected: all ", "强连通：", ""}) + number(found.core.size()) +
               say({" places that open services touch reach one another.\n",
                    " 个有运营服务的地点均可相互到达。\n", ""});
    } else {
        text = say({"Not strongly connected. ", "非强连通。", ""}) + number(found.core.size()) +
               say({" places reach one another.\n", " 个地点可相互到达。\n", ""});
    }
    const auto add = [&](const model::Names& words, const std::vector<PlaceId>& places) {
        if (!places.empty()) {
            text += "  " + say(words) + " (" + number(places.size()) +
                    "): " + ids_of(places, network) + "\n";
        }
    };
    add({"cannot be reached from them", "从上述地点无法到达", ""}, found.unreachable);
    add({"cannot reach them", "无法到达上述地点", ""}, found.no_way_out);
    add({"no open service touches", "无运营服务", ""}, found.unserved);
    return text;
}

void write_ids(JsonText& json, const char* key, const std::vector<PlaceId>& places,
               const model::Network& network) {
    json.key(key).open_list();
    for (const PlaceId place : places) {
        json.text(network[place].id);
    }
    json.close_list();
}

void write_connectivity(JsonText& json, const model::Network& network) {
    const model::Connectivity found = model::connectivity_of(network);
    json.key("connectivity").open_object();
    json.key("strong").truth(found.is_strong());
    json.key("core_places").integer(static_cast<std::int64_t>(found.core.size()));
    write_ids(json, "unreachable", found.unreachable, network);
    write_ids(json, "no_way_out", found.no_way_out, network);
    write_ids(json, "unserved", found.unserved, network);
    json.close_object();
}

} // namespace

std::string check_text(const FileCheck& check, const Presentation& presentation) {
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    TextTable files{{{say({"file", "文件", ""})}, {say({"kind", "种类", ""})}}};
    for (const auto& [file, kind] : check.files) {
        files.row({file.name, word_of(kind)});
    }
    TextTable counts{{{say({"found", "内容", ""})}, {say({"count", "数量", ""}), Align::right}}};
    for (const auto& [what, count] : check.counts) {
        counts.row({what, number(count)});
    }
    std::string text = files.text(presentation.colour) + "\n" + counts.text(presentation.colour);
    if (check.network) {
        text += "\n" + connectivity_text(check.network->network, presentation) +
                say({"Data ", "数据 ", ""}) + check.network->data_hash + "\n";
    }
    return text + say({"No problems.", "未发现问题。", ""}) + "\n";
}

std::string check_json(const FileCheck& check, const std::string& program) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    json.key("program").text(program);
    if (check.network) {
        json.key("data_hash").text(check.network->data_hash);
    }
    json.key("files").open_list();
    for (const auto& [file, kind] : check.files) {
        json.open_object();
        json.key("file").text(file.name);
        json.key("kind").text(word_of(kind));
        json.close_object();
    }
    json.close_list();
    json.key("counts").open_object();
    for (const auto& [what, count] : check.counts) {
        json.key(what).integer(static_cast<std::int64_t>(count));
    }
    json.close_object();
    if (check.network) {
        write_connectivity(json, check.network->network);
    }
    json.key("problem_count").integer(static_cast<std::int64_t>(check.problem_count));
    json.key("problems").open_list();
    for (const InputProblem& problem : check.problems) {
        json.open_object();
        json.key("file").text(problem.file);
        json.key("pointer").text(problem.pointer);
        json.key("expected").text(problem.expected);
        json.key("found").text(problem.found);
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

std::string check_csv(const FileCheck& check) {
    std::string text = csv_line({"file", "pointer", "expected", "found"});
    for (const InputProblem& problem : check.problems) {
        text += csv_line({problem.file, problem.pointer, problem.expected, problem.found});
    }
    return text;
}

} // namespace landsea::io
