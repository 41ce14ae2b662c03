#include "io/detail/read_evidence.hpp"
#include "io/detail/read_lists.hpp"
#include "io/words.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

using model::OperationKind;

model::Selector read_selector(const JsonAt& at, const NetworkIds& ids) {
    if (at.is_text("any")) {
        return model::AnyMeans{};
    }
    if (at.is_text("gate")) {
        return model::Gate{};
    }
    const std::string text = at.is_text() ? at.text() : "";
    const std::size_t colon = text.find(':');
    const std::string kind = text.substr(0, colon);
    const std::string rest = colon == std::string::npos ? "" : text.substr(colon + 1);
    if (kind == "means" && !rest.empty()) {
        return ids.means(at, rest);
    }
    if (kind == "service" && !rest.empty()) {
        return ids.services(at, rest);
    }
    for (const auto& [name, mode] : model::mode_names) {
        if (kind == "mode" && rest == name) {
            return mode;
        }
    }
    at.problem(kind == "mode" ? "mode:road, mode:rail, mode:sea, mode:inland_waterway or mode:air"
                              : "a selector: any, gate, mode:MODE, means:ID or service:ID");
    return model::AnyMeans{};
}

std::vector<model::Selector> read_selectors(const JsonAt& list, const NetworkIds& ids) {
    std::vector<model::Selector> all;
    for (const JsonAt& selector : list.elements()) {
        all.push_back(read_selector(selector, ids));
    }
    if (list.is_list() && all.empty()) {
        list.problem("at least one selector");
    }
    return all;
}

void check_kind(const JsonAt& kind, OperationKind found, std::string_view trigger,
                std::initializer_list<OperationKind> allowed) {
    if (std::ranges::find(allowed, found) != allowed.end()) {
        return;
    }
    std::string words;
    for (const OperationKind one : allowed) {
        words += (words.empty() ? "" : ", ") + std::string{word_for(operation_kind_words, one)};
    }
    kind.problem("a kind that goes with " + std::string{trigger} + ": one of " + words);
}

std::variant<model::Handling, model::Passing, model::Crossing>
read_trigger(const JsonAt& item, OperationKind kind, const NetworkIds& ids) {
    const JsonAt on = item.find("on");
    const JsonAt leaving = item.find("leaving_to");
    const JsonAt arriving = item.find("arriving_from");
    const bool is_handling = item.find("from").is_there() || item.find("to").is_there();
    if (is_handling == on.is_there() || (leaving.is_there() && arriving.is_there()) ||
        (is_handling && (leaving.is_there() || arriving.is_there()))) {
        item.problem("one trigger: from and to, or on, or on with leaving_to or arriving_from",
                     is_handling || on.is_there() ? "parts of several" : "none");
        return model::Passing{};
    }
    if (is_handling) {
        check_kind(item.find("kind"), kind, "from and to",
                   {OperationKind::load, OperationKind::unload, OperationKind::transfer,
                    OperationKind::dwell, OperationKind::port_dwell});
        return model::Handling{.from = read_selectors(item["from"], ids),
                               .to = read_selectors(item["to"], ids)};
    }
    if (!leaving.is_there() && !arriving.is_there()) {
        check_kind(item.find("kind"), kind, "on",
                   {OperationKind::call, OperationKind::lock, OperationKind::queue,
                    OperationKind::dwell, OperationKind::border});
        return model::Passing{read_selectors(on, ids)};
    }
    check_kind(item.find("kind"), kind, "leaving_to and arriving_from",
               {OperationKind::border, OperationKind::gauge_change, OperationKind::dwell});
    const bool leaves = leaving.is_there();
    return model::Crossing{.way = leaves ? model::Crossing::Way::leaving_to
                                         : model::Crossing::Way::arriving_from,
                           .other = ids.places(leaves ? leaving : arriving),
                           .on = read_selectors(on, ids)};
}

model::OperationCost read_cost(const JsonAt& item, const NetworkIds& ids) {
    return {.time = read_estimate<model::Hours>(item["time_h"], ids, Least::zero),
            .money = read_estimate<model::UsdPerTeu>(item["money_usd_per_teu"], ids, Least::zero)};
}

/// One cost for each state, in the order of the season.
std::vector<model::OperationCost>
read_costs_by_state(const JsonAt& by_state, const model::Season& season, const NetworkIds& ids) {
    std::vector<model::OperationCost> costs;
    if (!by_state.is_object()) {
        by_state.problem("an object with one entry for each state of season " + season.id);
        return costs;
    }
    std::vector<std::string_view> states;
    for (const model::SeasonState& state : season.states) {
        states.push_back(state.id);
        const JsonAt cost = by_state[state.id];
        const bool is_cost = cost.is_there() && cost.is_object_of({"time_h", "money_usd_per_teu"});
        costs.push_back(is_cost ? read_cost(cost, ids) : model::OperationCost{});
    }
    for (const auto& [name, cost] : by_state.members()) {
        if (std::ranges::find(states, std::string_view{name}) == states.end()) {
            cost.problem(JsonAt::with_nearest("a state of season " + season.id, name, states),
                         "the key " + shortened(name));
        }
    }
    return costs;
}

void read_costs(const JsonAt& item, const NetworkIds& ids, const model::NetworkParts& parts,
                model::Operation& operation) {
    const JsonAt season = item.find("season");
    if (!season.is_there()) {
        if (const JsonAt by_state = item.find("by_state"); by_state.is_there()) {
            by_state.problem("the key \"season\" beside it", "none");
            return;
        }
        operation.costs.push_back(read_cost(item, ids));
        return;
    }
    for (const std::string_view key : {"time_h", "money_usd_per_teu"}) {
        item.find(key).problem("estimates in by_state, as there is a season",
                               "the key " + shortened(std::string{key}) + " beside it");
    }
    operation.season = ids.seasons(season);
    const JsonAt by_state = item["by_state"];
    if (season.is_text() && ids.seasons.find(season.text()) && by_state.is_there()) {
        operation.costs = read_costs_by_state(by_state, parts.seasons[*operation.season], ids);
    }
}

/// Everything but the place.
model::Operation read_doing(const JsonAt& item, const NetworkIds& ids,
                            const model::NetworkParts& parts) {
    model::Operation operation;
    operation.id = id_of(item);
    operation.price_year = read_price_year(item);
    const JsonAt kind = item["kind"];
    const std::size_t problems_before = item.problems().count();
    operation.kind = kind.one_of(operation_kind_words);
    if (kind.is_there() && item.problems().count() == problems_before) {
        operation.trigger = read_trigger(item, operation.kind, ids);
    }
    if (const JsonAt only_for = item.find("only_for"); only_for.is_there()) {
        for (const JsonAt& cargo : only_for.elements()) {
            operation.only_for.push_back(cargo.one_of(model::cargo_kind_names));
        }
    }
    if (const JsonAt hub = item.find("hub"); hub.is_there()) {
        operation.hub = ids.factors(hub);
    }
    if (const JsonAt cause = item.find("cause"); cause.is_there()) {
        operation.cause = ids.causes(cause);
    }
    read_costs(item, ids, parts, operation);
    return operation;
}

} // namespace

model::Operation read_operation(const JsonAt& item, const NetworkIds& ids,
                                const model::NetworkParts& parts) {
    if (!item.is_object_of({"id", "place", "kind", "from", "to", "on", "leaving_to",
                            "arriving_from", "only_for", "hub", "cause", "time_h",
                            "money_usd_per_teu", "price_year", "season", "by_state"})) {
        return {};
    }
    model::Operation operation = read_doing(item, ids, parts);
    operation.place = ids.places(item["place"]);
    return operation;
}

std::vector<model::Operation> read_handling_class(const JsonAt& item, const NetworkIds& ids,
                                                  const model::NetworkParts& parts) {
    std::vector<model::Operation> operations;
    if (!item.is_object_of({"id", "names", "operations"})) {
        return operations;
    }
    static_cast<void>(read_names(item["names"]));
    IdIndex suffixes{"operation of the class"};
    for (const JsonAt& operation : item["operations"].elements()) {
        if (operation.is_object_of({"id", "kind", "from", "to", "only_for", "hub", "cause",
                                    "time_h", "money_usd_per_teu", "price_year", "season",
                                    "by_state"})) {
            suffixes.add(operation);
            operations.push_back(read_doing(operation, ids, parts));
        } else {
            operations.emplace_back();
        }
    }
    return operations;
}

std::vector<model::Operation>
operations_by_class(const JsonAt& place, const NetworkIds& ids,
                    const std::vector<std::vector<model::Operation>>& classes) {
    const JsonAt handled_as = place.find("handled_as");
    const auto known =
        handled_as.is_text() ? ids.handling_classes.find(handled_as.text()) : std::nullopt;
    if (!known || *known >= classes.size()) {
        return {};
    }
    std::vector<model::Operation> operations = classes[*known];
    for (model::Operation& operation : operations) {
        operation.id = operation_at(id_of(place), operation.id);
        operation.place = {ids.places.find(id_of(place)).value_or(0)};
    }
    return operations;
}

} // namespace landsea::io::detail
