#include "io/claim_reach.hpp"

#include "io/reach_table.hpp"

#include <algorithm>

namespace landsea::io {

const scenarios::StatedReach* stated_reach(const scenarios::Claim& claim) {
    const auto* untestable = std::get_if<scenarios::UntestableClaim>(&claim.check);
    return untestable != nullptr && untestable->reach ? &*untestable->reach : nullptr;
}

std::string stated_reach_text(const scenarios::Claim& claim, model::Language language) {
    const auto* stated = stated_reach(claim);
    return stated == nullptr ? std::string{}
                             : ports_text(stated->ports, stated->countries, language);
}

std::string counted_reach_text(const scenarios::Claim& claim, const scenarios::Judgement& judgement,
                               model::Language language) {
    const auto* stated = stated_reach(claim);
    if (stated == nullptr) {
        return {};
    }
    const auto counted =
        std::ranges::find(judgement.counted, stated->corridor, &scenarios::CorridorReach::corridor);
    const bool leads = counted != judgement.counted.end();
    return ports_text(leads ? counted->reaches.ports : 0,
                      leads ? counted->reaches.countries_of_ports : 0, language);
}

std::string counted_reach_table(const scenarios::Judgement& judgement,
                                const model::Network& network, const Presentation& presentation) {
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    TextTable table{{{say({"corridor", "通道", ""})},
                     {say({"leads to ports", "可达港口", ""}), Align::right},
                     {say({"countries", "国家", ""}), Align::right},
                     {say({"quickest to ports", "最快港口", ""}), Align::right},
                     {say({"countries", "国家", ""}), Align::right}}};
    for (const scenarios::CorridorReach& counted : judgement.counted) {
        table.row({network[counted.corridor].names.in(presentation.language),
                   std::to_string(counted.reaches.ports),
                   std::to_string(counted.reaches.countries_of_ports),
                   std::to_string(counted.wins.ports),
                   std::to_string(counted.wins.countries_of_ports)});
    }
    return table.text(presentation.colour);
}

} // namespace landsea::io
