#include "viz/reach_content.hpp"

#include "viz/axis.hpp"
#include "viz/detail/route_tracks.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace landsea::viz {

namespace {

using scenarios::ReachedPlace;

// From dark to light, so that the order is seen without colours, too; blue to yellow, which people
// with any common colour blindness tell apart.
constexpr std::array class_colours{rgb(0x2B1055), rgb(0x2F4B8F), rgb(0x1F8A8C),
                                   rgb(0x6BBF59), rgb(0xD7D34A), rgb(0xFFF7B0)};
constexpr std::array symbols{Symbol::circle, Symbol::square, Symbol::diamond, Symbol::triangle};

/// The class of a place: the first band that holds it, else the one after the last.
std::size_t class_of(const ReachedPlace& place, const scenarios::Reach& reach) {
    const auto band = std::ranges::find_if(reach.bands, [&](const scenarios::ReachBand& one) {
        return place.best.mean.time <= one.within;
    });
    const auto found = static_cast<std::size_t>(band - reach.bands.begin());
    return std::min(found, class_colours.size() - 1);
}

/// The corridors that win anywhere, the one with most places first.
std::vector<const scenarios::CorridorReach*> winners(const scenarios::Reach& reach) {
    std::vector<const scenarios::CorridorReach*> found;
    for (const scenarios::CorridorReach& corridor : reach.corridors) {
        if (corridor.wins.places > 0) {
            found.push_back(&corridor);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{},
                             [](const auto* one) { return one->wins.places; });
    return found;
}

Symbol symbol_of(const ReachedPlace& place,
                 const std::vector<const scenarios::CorridorReach*>& ordered) {
    if (!place.best.sets_out_by) {
        return symbols.back();
    }
    const auto found = std::ranges::find_if(ordered, [&](const scenarios::CorridorReach* one) {
        return one->corridor == place.best.sets_out_by->corridor;
    });
    const auto rank = static_cast<std::size_t>(found - ordered.begin());
    return symbols[std::min(rank, symbols.size() - 1)];
}

void add_class_keys(MapContent& content, const scenarios::Reach& reach, model::Language language) {
    std::map<std::size_t, int> counts;
    for (const ReachedPlace& place : reach.places) {
        ++counts[class_of(place, reach)];
    }
    const std::string days = model::Names{" d", " 天", " сут."}.in(language);
    for (const auto& [number, count] : counts) {
        const bool beyond = number >= reach.bands.size();
        const model::Hours bound =
            reach.bands.empty() ? model::Hours{0.0}
                                : reach.bands[std::min(number, reach.bands.size() - 1)].within;
        const std::string sign = beyond ? "> " : "≤ ";
        content.keys.push_back(
            {.words = sign + chart_number(model::days(bound)) + days + ": " + std::to_string(count),
             .symbol = Symbol::circle,
             .fill = class_colours[number]});
    }
}

void add_corridor_keys(MapContent& content,
                       const std::vector<const scenarios::CorridorReach*>& ordered,
                       const model::Network& network, model::Language language) {
    constexpr Colour neutral = rgb(0xFFFFFF);
    int rest = 0;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        if (i + 1 >= symbols.size() && ordered.size() > symbols.size()) {
            rest += ordered[i]->wins.places;
            continue;
        }
        content.keys.push_back({.words = network[ordered[i]->corridor].names.in(language) + ": " +
                                         std::to_string(ordered[i]->wins.places),
                                .symbol = symbols[i],
                                .fill = neutral});
    }
    if (rest > 0) {
        const model::Names others{"other corridors: ", "其他通道：", "другие коридоры: "};
        content.keys.push_back({.words = others.in(language) + std::to_string(rest),
                                .symbol = symbols.back(),
                                .fill = neutral});
    }
}

} // namespace

MapContent reach_content(const scenarios::Reach& reach, const model::Network& network,
                         const std::vector<model::Language>& languages) {
    const model::Language language = languages.front();
    const model::Place& from = network[reach.question.query.from];
    const model::Names title{"Reached from " + from.names.en, "从" + from.names.zh + "可达",
                             "Достижимо: " + from.names.in(model::Language::ru)};
    const model::Names ports{" ports in ", " 个港口，", " портов, стран: "};
    const model::Names countries{" countries and regions", " 个国家和地区", ""};
    MapContent content{
        .title = title.in(language),
        .subtitle = std::to_string(reach.all.ports) + ports.in(language) +
                    std::to_string(reach.all.countries_of_ports) +
                    (language == model::Language::ru ? "" : countries.in(language)),
        .legend_title = model::Names{"Expected days, and places by the corridor that is best",
                                     "期望天数，及各地最优通道", "Ожидаемые сутки и лучший коридор"}
                            .in(language),
        .tracks = {}};
    const auto ordered = winners(reach);
    // The nearest are drawn last, above the others, and named first.
    for (std::size_t i = reach.places.size(); i-- > 0;) {
        const ReachedPlace& reached = reach.places[i];
        const model::Place& place = network[reached.place];
        content.spots.push_back({.id = detail::id_word(place.id),
                                 .names = place.names,
                                 .at = place.location,
                                 .symbol = symbol_of(reached, ordered),
                                 .fill = class_colours[class_of(reached, reach)],
                                 .weight = 0});
    }
    content.places.push_back({.id = detail::id_word(from.id) + "-origin",
                              .names = from.names,
                              .at = from.location,
                              .part_of = {},
                              .weight = 4});
    add_class_keys(content, reach, language);
    add_corridor_keys(content, ordered, network, language);
    return content;
}

} // namespace landsea::viz
