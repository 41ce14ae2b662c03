#include "io/corridor_list.hpp"

#include "io/number_text.hpp"

#include <algorithm>

namespace landsea::io {

namespace {

using model::CorridorId;
using model::Language;
using model::Network;
using model::Service;
using model::ServiceId;

bool returns(const Service& service) {
    return service.id.ends_with("~return");
}

std::vector<ServiceId> outward_services(CorridorId corridor, const Network& network) {
    auto services = services_of(corridor, network);
    std::erase_if(services, [&](ServiceId id) { return returns(network[id]); });
    return services;
}

std::string frequency_text(const Service& service, Language language) {
    if (!service.departures_per_week) {
        return model::Names{"when called", "随叫随走", ""}.in(language);
    }
    const auto& range = service.departures_per_week->range;
    const auto number = [](double value) { return fixed_text(value, 1); };
    return range.low == range.high
               ? number(range.typical)
               : number(range.typical) + " (" + number(range.low) + "–" + number(range.high) + ")";
}

/// "planned, 2026-12": short enough for a table.
std::string standing_text(const model::Standing& standing, Language language) {
    using State = model::Standing::State;
    switch (standing.state) {
    case State::planned:
        return model::Names{"planned, ", "规划，", ""}.in(language) + standing.opens;
    case State::suspended:
        return model::Names{"suspended", "停运", ""}.in(language);
    case State::open:
        break;
    }
    return model::Names{"open", "运营", ""}.in(language);
}

/// "open", or how many of the services stand how: "2 open, 1 planned, 2026-12".
std::string standing_of_all(const std::vector<ServiceId>& services, const Network& network,
                            Language language) {
    std::vector<std::pair<std::string, int>> counts;
    for (const ServiceId id : services) {
        const std::string text = standing_text(standing_of(network[id], network), language);
        const auto same = std::ranges::find(counts, text, &std::pair<std::string, int>::first);
        if (same == counts.end()) {
            counts.emplace_back(text, 1);
        } else {
            ++same->second;
        }
    }
    if (counts.size() == 1) {
        return counts.front().first;
    }
    std::string all;
    for (const auto& [text, count] : counts) {
        all += (all.empty() ? "" : "; ") + std::to_string(count) + " " + text;
    }
    return all;
}

std::string identity_text(const Identity& identity) {
    return identity.program + " · data " + identity.data_hash + "\n";
}

std::vector<Cell> summary(CorridorId id, const Network& network, Language language) {
    const auto services = outward_services(id, network);
    double per_week = 0.0;
    model::Km longest{};
    bool on_call = false;
    for (const ServiceId service : services) {
        longest = std::max(longest, length_of(network[service], network));
        if (network[service].departures_per_week) {
            per_week += network[service].departures_per_week->range.typical;
        } else {
            on_call = true;
        }
    }
    std::string often = per_week > 0.0 ? fixed_text(per_week, 1) : std::string{};
    if (on_call) {
        often += (often.empty() ? "" : " + ") + model::Names{"on call", "随叫", ""}.in(language);
    }
    return {network[id].id,
            network[id].names.in(language),
            std::to_string(services.size()),
            often,
            services.empty() ? std::string{} : fixed_text(longest.count(), 0, Grouping::comma),
            standing_of_all(services, network, language)};
}

std::string stops_text(const Service& service, const Network& network, Language language) {
    std::string text;
    for (const model::PlaceId place : stops_of(service, network)) {
        text += (text.empty() ? "" : " → ") + network[place].names.in(language);
    }
    return text;
}

} // namespace

std::vector<ServiceId> services_of(CorridorId corridor, const Network& network) {
    std::vector<ServiceId> services;
    for (const ServiceId id : network.parts().services.ids()) {
        if (std::ranges::find(network[id].corridors, corridor) != network[id].corridors.end()) {
            services.push_back(id);
        }
    }
    return services;
}

std::vector<model::PlaceId> stops_of(const Service& service, const Network& network) {
    std::vector<model::PlaceId> stops{network[service.route.front()].from};
    for (const model::LinkId link : service.route) {
        stops.push_back(network[link].to);
    }
    return stops;
}

model::Km length_of(const Service& service, const Network& network) {
    model::Km length{};
    for (const model::LinkId link : service.route) {
        length += network[link].length.range.typical;
    }
    return length;
}

model::Standing standing_of(const Service& service, const Network& network) {
    using State = model::Standing::State;
    model::Standing worst = service.standing;
    for (const model::LinkId link : service.route) {
        const model::Standing& standing = network[link].standing;
        const bool later = worst.state == State::planned && standing.state == State::planned &&
                           standing.opens > worst.opens;
        if (standing.state > worst.state || later) {
            worst = standing;
        }
    }
    return worst;
}

std::string corridor_table(const std::vector<CorridorId>& corridors, const Network& network,
                           const Identity& identity, const Presentation& presentation) {
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    TextTable table{{{say({"id", "代码", ""})},
                     {say({"corridor", "通道", ""})},
                     {say({"services", "服务", ""}), Align::right},
                     {say({"departures/week", "班/周", ""}), Align::right},
                     {say({"longest km", "最长公里", ""}), Align::right},
                     {say({"standing", "状态", ""})}}};
    for (const CorridorId id : corridors) {
        table.row(summary(id, network, presentation.language));
    }
    return table.text(presentation.colour) + "\n" +
           say({"One way; departures of all services together; typical values. What is planned or "
                "suspended "
                "takes part only with --activate.\nlandsea corridors ID shows one corridor.",
                "按单程计；班次为各服务之和；均为典型值。规划或停运者仅在 --activate 时参与。\n"
                "landsea corridors ID 显示单个通道。",
                ""}) +
           "\n" + identity_text(identity);
}

std::string corridor_report(CorridorId corridor, const Network& network, const Identity& identity,
                            const Presentation& presentation) {
    const Language language = presentation.language;
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    const model::Corridor& told = network[corridor];
    std::string text = emphasised(told.names.in(language), Emphasis::strong, presentation.colour) +
                       " (" + told.id + ")\n" + told.story.in(language) + "\n\n";
    TextTable table{{{say({"service", "服务", ""})},
                     {say({"name", "名称", ""})},
                     {say({"means", "方式", ""})},
                     {say({"departures/week", "班/周", ""}), Align::right},
                     {"km", Align::right},
                     {say({"standing", "状态", ""})}}};
    const auto services = services_of(corridor, network);
    for (const ServiceId id : services) {
        const Service& service = network[id];
        table.row({service.id, service.names.in(language),
                   network[service.means].names.in(language), frequency_text(service, language),
                   fixed_text(length_of(service, network).count(), 0, Grouping::comma),
                   standing_text(standing_of(service, network), language)});
    }
    text += services.empty() ? say({"No service belongs to it.", "无所属服务。", ""}) + "\n"
                             : table.text(presentation.colour);
    for (const ServiceId id : outward_services(corridor, network)) {
        text += "\n" + network[id].id + ": " + stops_text(network[id], network, language) + "\n";
        if (const std::string why = standing_of(network[id], network).why; !why.empty()) {
            text += "  " + say({"suspended: ", "停运：", ""}) + why + "\n";
        }
    }
    return text + "\n" + identity_text(identity);
}

} // namespace landsea::io
