#include "viz/route_content.hpp"

#include "viz/axis.hpp"
#include "viz/detail/route_tracks.hpp"
#include "viz/palette.hpp"

#include <algorithm>
#include <stdexcept>

namespace landsea::viz {

namespace {

using scenarios::Answer;
using scenarios::Comparison;

constexpr int end_weight = 3;

std::vector<model::LinkId> links_of(const Answer& answer) {
    std::vector<model::LinkId> links;
    for (const model::Haul& haul : detail::hauls_of(answer)) {
        links.push_back(haul.link);
    }
    return links;
}

/// Where the box begins, ends or changes means, and where it stands for half a day or more; never
/// a mere stop on the way.
void note_places(const Answer& answer, const model::Network& network,
                 std::map<model::PlaceId, int>& importance) {
    const auto hauls = detail::hauls_of(answer);
    for (std::size_t i = 0; i < hauls.size(); ++i) {
        const model::Link& link = network[hauls[i].link];
        if (i == 0 || hauls[i - 1].service != hauls[i].service) {
            importance[link.from] += i == 0 ? end_weight : 1;
        }
        const bool last = i + 1 == hauls.size();
        if (last || hauls[i + 1].service != hauls[i].service) {
            importance[link.to] += last ? end_weight : 1;
        }
    }
    constexpr model::Hours long_stop{12.0};
    for (const scenarios::AnswerStep& step : answer.steps) {
        if (std::holds_alternative<model::Work>(step.step.what) && step.mean.time >= long_stop) {
            importance[step.step.place] += 1;
        }
    }
}

std::string days_text(model::Hours time, model::Language language) {
    return chart_number(model::days(time), 1) + model::Names{" d", " 天", " сут."}.in(language);
}

std::string total(const Comparison& comparison, const Answer& answer, model::Language language) {
    if (!answer.has_route()) {
        return model::Names{"no route", "无可行路线", "нет пути"}.in(language);
    }
    const model::Teu size = comparison.question.query.shipment.size;
    return days_text(answer.typical.time, language) + model::Names{", ", "，", ", "}.in(language) +
           chart_number((answer.typical.money / size).count()) + " USD";
}

std::string legend_title(model::Language language) {
    return model::Names{"Typical days and USD per TEU", "典型天数与美元/标箱",
                        "Типичные сутки и USD за TEU"}
        .in(language);
}

MapTrack track_of(const Comparison& comparison, std::size_t i, const model::Network& network,
                  model::Language language) {
    const Answer& answer = comparison.answers[i];
    const std::string name = answer.alternative.names.in(language);
    return {.id = detail::id_word(answer.alternative.id),
            .title = name,
            .legend = name + ": " + total(comparison, answer, language),
            .look = i,
            .legs = detail::legs_of(links_of(answer), network)};
}

MapContent titled(const Comparison& comparison, model::Language language) {
    return {.title = comparison.question.names.in(language),
            .subtitle = comparison.question.text.in(language),
            .legend_title = legend_title(language),
            .tracks = {}};
}

/// Grey: dark enough to be seen, pale enough to stay below the colours.
constexpr Colour shared_grey = rgb(0x8A8F96);
constexpr Colour context_grey = rgb(0x9AA0A7);

} // namespace

MapContent comparison_content(const Comparison& comparison, const model::Network& network,
                              const Languages& languages) {
    MapContent content = titled(comparison, languages.front());
    std::map<model::PlaceId, int> importance;
    for (std::size_t i = 0; i < comparison.answers.size(); ++i) {
        content.tracks.push_back(track_of(comparison, i, network, languages.front()));
        note_places(comparison.answers[i], network, importance);
    }
    content.places = detail::map_places(importance, network);
    return content;
}

std::vector<MapContent> comparison_panels(const Comparison& comparison,
                                          const model::Network& network,
                                          const Languages& languages) {
    const model::Language language = languages.front();
    std::vector<MapContent> panels;
    for (std::size_t i = 0; i < comparison.answers.size(); ++i) {
        const Answer& answer = comparison.answers[i];
        if (!answer.has_route()) {
            continue;
        }
        MapContent panel = titled(comparison, language);
        panel.title = answer.alternative.names.in(language);
        panel.subtitle = total(comparison, answer, language);
        panel.tracks.push_back(track_of(comparison, i, network, language));
        for (std::size_t k = 0; k < comparison.answers.size(); ++k) {
            if (k != i) {
                MapTrack other = track_of(comparison, k, network, language);
                other.id = "other-" + other.id;
                other.colour = context_grey;
                other.emphasis = Emphasis::backdrop;
                other.legend.clear();
                panel.tracks.push_back(std::move(other));
            }
        }
        std::map<model::PlaceId, int> importance;
        note_places(answer, network, importance);
        panel.places = detail::map_places(importance, network);
        panels.push_back(std::move(panel));
    }
    return panels;
}

MapContent difference_content(const Comparison& comparison, const model::Network& network,
                              const Languages& languages) {
    if (comparison.answers.size() < 2) {
        throw std::invalid_argument{"a difference needs two alternatives"};
    }
    const model::Language language = languages.front();
    const auto first = links_of(comparison.answers[0]);
    const auto second = links_of(comparison.answers[1]);
    const std::set<model::LinkId> of_first{first.begin(), first.end()};
    const std::set<model::LinkId> of_second{second.begin(), second.end()};
    std::set<model::LinkId> shared;
    std::ranges::set_intersection(of_first, of_second, std::inserter(shared, shared.end()));
    MapContent content = titled(comparison, language);
    std::map<model::PlaceId, int> importance;
    for (std::size_t i = 0; i < 2; ++i) {
        MapTrack track = track_of(comparison, i, network, language);
        std::set<model::LinkId> own = i == 0 ? of_first : of_second;
        std::erase_if(own, [&](model::LinkId link) { return shared.contains(link); });
        track.legs = detail::legs_of(i == 0 ? first : second, network, own);
        content.tracks.push_back(std::move(track));
        note_places(comparison.answers[i], network, importance);
    }
    MapTrack both{.id = "both",
                  .title = model::Names{"Both", "共用", "Общее"}.in(language),
                  .legend = model::Names{"used by both", "两者共用", "общая часть"}.in(language),
                  .colour = shared_grey,
                  .legs = detail::legs_of(first, network, shared)};
    if (!both.legs.empty()) {
        content.tracks.push_back(std::move(both));
    }
    for (const scenarios::Saving& saving : comparison.savings) {
        if (saving.against == 1) {
            const auto& names = comparison.answers[0].alternative.names;
            content.remarks.push_back(
                names.in(language) + model::Names{" saves ", "节省 ", " экономит "}.in(language) +
                days_text(model::Hours{saving.hours.p50}, language) + " (P5 " +
                days_text(model::Hours{saving.hours.p5}, language) + ", P95 " +
                days_text(model::Hours{saving.hours.p95}, language) + ")");
        }
    }
    content.places = detail::map_places(importance, network);
    return content;
}

} // namespace landsea::viz
