#include "scenarios/step_names.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace landsea::scenarios {

namespace {

using model::Language;
using model::Network;

const std::array<model::Names, 10>& kind_names() {
    static const std::array<model::Names, 10> names{{
        {"loading", "装载", "погрузка"},
        {"unloading", "卸载", "выгрузка"},
        {"transfer", "转运", "перегрузка"},
        {"dwell", "停留", "простой"},
        {"berth wait", "候泊", "ожидание причала"},
        {"call", "挂靠", "заход"},
        {"border", "口岸通关", "граница"},
        {"gauge change", "换轨", "смена колеи"},
        {"lockage", "过闸", "шлюзование"},
        {"lock queue", "待闸", "очередь на шлюз"},
    }};
    return names;
}

std::string wait_name(Language language) {
    return model::Names{"wait for departure", "候班", "ожидание отправления"}.in(language);
}

std::string joined(const std::vector<std::string>& words, Language language) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : language == Language::zh ? "、" : ", ") + word;
    }
    return text;
}

/// Where the last haul of a stage ends; calls may follow it.
model::PlaceId end_of(const Stage& stage, const Answer& answer, const Network& network) {
    std::size_t last = stage.last;
    while (!std::holds_alternative<model::Haul>(answer.steps[last].step.what)) {
        --last;
    }
    return network[std::get<model::Haul>(answer.steps[last].step.what).link].to;
}

} // namespace

std::string kind_name(model::OperationKind kind, Language language) {
    return kind_names()[static_cast<std::size_t>(kind)].in(language);
}

std::string doing_of(const model::Step& step, const Network& network, Language language) {
    if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
        return network[haul->service].names.in(language);
    }
    if (const auto* work = std::get_if<model::Work>(&step.what)) {
        return kind_name(network[work->operation].kind, language);
    }
    return wait_name(language);
}

std::string whereabouts_of(const model::Step& step, const Network& network, Language language) {
    const std::string& from = network[step.place].names.in(language);
    if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
        return from + " – " + network[network[haul->link].to].names.in(language);
    }
    return from;
}

std::string stage_name(const Stage& stage, const Answer& answer, const Network& network,
                       Language language) {
    const std::string colon = language == Language::zh ? "：" : ": ";
    const model::Step& first = answer.steps[stage.first].step;
    const std::string& place = network[first.place].names.in(language);
    if (stage.kind == Stage::Kind::haul) {
        return doing_of(first, network, language) + colon + place + " – " +
               network[end_of(stage, answer, network)].names.in(language);
    }
    std::vector<std::string> doings;
    for (std::size_t i = stage.first; i <= stage.last; ++i) {
        const std::string doing = doing_of(answer.steps[i].step, network, language);
        if (std::ranges::find(doings, doing) == doings.end()) {
            doings.push_back(doing);
        }
    }
    return place + colon + joined(doings, language);
}

} // namespace landsea::scenarios
