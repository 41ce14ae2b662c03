#include "io/detail/criticality_facts.hpp"

#include "model/target.hpp"

#include <array>

namespace landsea::io::detail {

namespace {

using model::Names;
using model::Network;
using scenarios::Component;
using scenarios::ComponentKind;
using scenarios::Criticality;
using scenarios::CriticalityRanking;

Names joined(const Names& one, const Names& other) {
    return {one.en + " – " + other.en, one.zh + " – " + other.zh, ""};
}

struct NamesOf {
    const Network& network;

    Names operator()(model::LinkId id) const {
        return joined(network[network[id].from].names, network[network[id].to].names);
    }

    Names operator()(const model::Border& border) const {
        return joined(network[border.one].names, network[border.other].names);
    }

    Names operator()(model::PlaceId id) const { return network[id].names; }

    Names operator()(model::PassageId id) const { return network[id].names; }

    Names operator()(model::ServiceId id) const { return network[id].names; }

    Names operator()(model::CorridorId id) const { return network[id].names; }

    template <class Other>
    Names operator()(const Other& /*never a component*/) const {
        return {};
    }
};

double weight_with_route(const CriticalityRanking& ranking) {
    double sum = 0.0;
    for (std::size_t i = 0; i < ranking.base.size(); ++i) {
        sum += ranking.base[i] ? ranking.question.pairs[i].weight : 0.0;
    }
    return sum;
}

void add_differences(std::vector<Fact>& facts, const std::string& prefix, const model::Tally* extra,
                     const model::Query& query) {
    const auto add = [&](const char* name, double value) {
        facts.push_back({prefix + name, {}});
        if (extra != nullptr) {
            facts.back().value = value;
        }
    };
    const model::Tally tally = extra != nullptr ? *extra : model::Tally{};
    add("days", model::days(tally.time));
    add("usd_per_teu", tally.money.count());
    add("kg_co2e_per_teu", tally.carbon.count());
    add("generalised_usd_per_teu",
        model::generalised_cost(tally, query.prices, model::Teu{1}).count());
    add("km", tally.length.count());
}

void add_worst(std::vector<Fact>& facts, const Criticality& found,
               const CriticalityRanking& ranking, const Network& network) {
    const auto add = [&](const char* name, const auto& text_of) {
        facts.push_back({name, {}});
        if (found.worst) {
            facts.back().value = text_of(ranking.question.pairs[*found.worst]);
        }
    };
    add("worst_from", [&](const auto& pair) { return network[pair.from].id; });
    add("worst_to", [&](const auto& pair) { return network[pair.to].id; });
    add("worst_status", [&](const auto& /*pair*/) {
        return std::string{found.worst_extra ? "goes_round" : "cut_off"};
    });
    add_differences(facts, "worst_extra_", found.worst_extra ? &*found.worst_extra : nullptr,
                    ranking.question.query);
}

} // namespace

std::string_view word_of(ComponentKind kind) {
    constexpr std::array<std::string_view, 6> words{"leg",     "place",   "border",
                                                    "passage", "service", "corridor"};
    return words[static_cast<std::size_t>(kind)];
}

std::string id_of(const Component& component, const Network& network) {
    const std::string described = model::describe(component.targets.front(), network);
    return described.substr(described.find(' ') + 1);
}

Names names_of(const Component& component, const Network& network) {
    return std::visit(NamesOf{network}, component.targets.front());
}

std::vector<Fact> facts_of(const Criticality& found, std::size_t position,
                           const CriticalityRanking& ranking, const Network& network) {
    const Names names = names_of(found.component, network);
    const double weight = weight_with_route(ranking);
    std::vector<Fact> facts{
        {"rank", static_cast<double>(position + 1)},
        {"kind", std::string{word_of(found.component.kind)}},
        {"id", id_of(found.component, network)},
        {"name_en", names.en},
        {"name_zh", names.zh},
        {"pairs_using", static_cast<double>(found.used_by)},
        {"pairs_cut_off", static_cast<double>(found.cut_off.size())},
        {"pairs_connected", static_cast<double>(found.connected.size())},
        {"cut_off_share", weight > 0.0 ? found.weight_cut_off / weight : 0.0},
    };
    add_differences(facts, "mean_extra_", &found.mean, ranking.question.query);
    facts.push_back({"total_extra_teu_days", model::days(found.total.time)});
    facts.push_back({"total_extra_usd", found.total.money.count()});
    facts.push_back({"total_extra_kg_co2e", found.total.carbon.count()});
    add_worst(facts, found, ranking, network);
    return facts;
}

} // namespace landsea::io::detail
