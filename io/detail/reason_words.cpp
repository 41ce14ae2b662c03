#include "io/detail/reason_words.hpp"

#include "io/number_text.hpp"
#include "scenarios/step_names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace landsea::io::detail {

namespace {

using model::Language;
using model::Names;
using model::Network;
using scenarios::Contrast;

const Names& mode_name(model::Mode mode) {
    static const std::array<Names, 5> names{{{"by road", "公路", ""},
                                             {"by rail", "铁路", ""},
                                             {"by sea", "海运", ""},
                                             {"by inland waterway", "内河", ""},
                                             {"by air", "航空", ""}}};
    return names[static_cast<std::size_t>(mode)];
}

/// What is done in the steps, each once; of many the first ones.
std::string doings(const std::vector<model::Step>& steps, std::size_t most, const Network& network,
                   Language language) {
    std::vector<std::string> words;
    for (const model::Step& step : steps) {
        const std::string word = scenarios::doing_of(step, network, language);
        if (std::ranges::find(words, word) == words.end()) {
            words.push_back(word);
        }
    }
    const bool zh = language == Language::zh;
    std::string text;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i) {
        text += (i == 0 ? "" : zh ? "、" : ", ") + words[i];
    }
    if (words.size() > most) {
        const std::string more = std::to_string(words.size() - most);
        text += zh ? "等" + std::to_string(words.size()) + "项" : " and " + more + " more";
    }
    return text;
}

/// The place where all steps happen, or else the city.
model::PlaceId place_of(const Contrast& contrast, model::PlaceId city) {
    std::set<model::PlaceId> places;
    for (const auto* steps : {&contrast.winner_steps, &contrast.loser_steps}) {
        for (const model::Step& step : *steps) {
            places.insert(step.place);
        }
    }
    return places.size() == 1 ? *places.begin() : city;
}

} // namespace

std::string place_name(const Contrast& contrast, const Network& network, Language language) {
    if (const auto* city = std::get_if<model::PlaceId>(&contrast.where)) {
        return (language == Language::zh ? "" : "at ") +
               network[place_of(contrast, *city)].names.in(language);
    }
    return mode_name(std::get<model::Mode>(contrast.where)).in(language);
}

std::string contrast_name(const Contrast& contrast, const Network& network, Language language) {
    constexpr std::size_t all = 100;
    constexpr std::size_t services_named = 3;
    const bool zh = language == Language::zh;
    std::string how;
    if (std::holds_alternative<model::PlaceId>(contrast.where)) {
        auto steps = contrast.winner_steps;
        steps.insert(steps.end(), contrast.loser_steps.begin(), contrast.loser_steps.end());
        how = doings(steps, all, network, language);
    } else {
        how = doings(contrast.winner_steps, services_named, network, language);
        const std::string other = doings(contrast.loser_steps, services_named, network, language);
        how += (how.empty() || other.empty() ? "" : " / ") + other;
    }
    return place_name(contrast, network, language) + (zh ? "（" : " (") + how + (zh ? "）" : ")");
}

std::string per_week_text(double departures) {
    constexpr double few = 1.0;
    const int decimals = departures < few ? 2 : 1;
    const std::string text = fixed_text(departures, decimals);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

} // namespace landsea::io::detail
