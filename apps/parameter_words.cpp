#include "apps/parameter_words.hpp"

#include "apps/parameter_keys.hpp"
#include "apps/request.hpp"
#include "apps/usage_error.hpp"
#include "io/words.hpp"
#include "model/first_mile.hpp"
#include "model/spelling.hpp"
#include "scenarios/step_names.hpp"
#include "scenarios/target_names.hpp"

#include <algorithm>

namespace landsea::apps {

namespace {

using model::Effect;
using model::Names;
using model::Network;
using scenarios::AlterHauls;
using scenarios::AlterWorks;
using scenarios::Parameter;

/// A scope as it was typed: targets of which all must hold, and kinds of operations.
struct TypedScope {
    std::vector<model::Target> targets;
    std::vector<model::OperationKind> kinds;
};

model::OperationKind kind_called(const ParameterPieces& pieces, const std::string& word) {
    std::vector<std::string> known;
    for (const auto& [name, kind] : io::operation_kind_words) {
        if (name == word) {
            return kind;
        }
        known.emplace_back(name);
    }
    throw UsageError{"--vary " + pieces.word + ": no operation is called \"" + word + "\"",
                     model::nearest(word, known, 3)};
}

TypedScope scope_of(const ParameterPieces& pieces, const Network& network) {
    constexpr std::string_view operation = "operation:";
    TypedScope scope;
    std::size_t begin = 0;
    while (begin <= pieces.scope.size() && !pieces.scope.empty()) {
        const std::size_t end = std::min(pieces.scope.find('+', begin), pieces.scope.size());
        const std::string word = pieces.scope.substr(begin, end - begin);
        if (word.starts_with(operation)) {
            scope.kinds.push_back(kind_called(pieces, word.substr(operation.size())));
        } else {
            scope.targets.push_back(target_of(network, word));
        }
        begin = end + 1;
    }
    return scope;
}

/// The change of a parameter whose size stays open.
Effect open_effect(const ParameterPieces& pieces, const ParameterKey& key) {
    return {.kind = key.effect,
            .size = model::Range<double>::certain(1.0),
            .drawn_as = "parameter:" + pieces.about};
}

model::PlaceId dwelling_place(const ParameterPieces& pieces, const Network& network) {
    const model::PlaceId place = place_of(network, pieces.scope);
    const bool has_terminals = std::ranges::any_of(
        network.parts().places, [&](const model::Place& one) { return one.part_of == place; });
    if (has_terminals) {
        refuse_parameter(pieces.word, pieces.scope + " is a city with terminals; name the terminal "
                                                     "where the box stands");
    }
    return place;
}

/// A number that is no factor has a meaning for one haul, or for one crossing that it is added to.
void check_hauls(const ParameterPieces& pieces, const ParameterKey& key, const model::Scope& scope,
                 const Network& network) {
    const bool of_a_haul = key.of_hauls == AlterHauls::Number::hours ||
                           key.of_hauls == AlterHauls::Number::usd_per_teu;
    if (!of_a_haul || key.effect == Effect::Kind::scale ||
        scenarios::hauls_in(scope, network).size() == 1) {
        return;
    }
    const auto fits = [&](const std::vector<model::Target>& targets) {
        const model::Target& target = targets.front();
        const bool crossing = std::holds_alternative<model::Border>(target) ||
                              std::holds_alternative<model::PassageId>(target);
        return std::holds_alternative<model::LinkId>(target) ||
               (crossing && key.effect == Effect::Kind::add);
    };
    if (std::ranges::none_of(scope, fits)) {
        refuse_parameter(pieces.word,
                         "goes along " +
                             std::to_string(scenarios::hauls_in(scope, network).size()) +
                             " legs; name one as in leg:ID, or give a factor, as in "
                             "tariff:mode:rail=0.5..2");
    }
}

AlterWorks works_of(const ParameterPieces& pieces, const ParameterKey& key,
                    const TypedScope& typed) {
    if (!key.of_works || typed.targets.size() > 1) {
        refuse_parameter(pieces.word, typed.targets.size() > 1
                                          ? "expected one place, border or country"
                                          : "is a number of legs, not of operations");
    }
    if (key.effect != Effect::Kind::scale && typed.kinds.empty()) {
        refuse_parameter(pieces.word, "say which operation, as in add_money_usd_per_teu@" +
                                          pieces.scope + "+operation:transfer=0..100");
    }
    return {*key.of_works, open_effect(pieces, key), {typed.targets, typed.kinds}};
}

/// Ships are meant by sailings at a place, not its trains.
model::Scope haul_scope(const ParameterPieces& pieces, const TypedScope& typed) {
    model::Scope scope;
    for (const model::Target& target : typed.targets) {
        scope.push_back({target});
    }
    const bool at_a_place =
        typed.targets.size() == 1 && std::holds_alternative<model::PlaceId>(typed.targets.front());
    if (pieces.key == "sailings" && at_a_place) {
        scope.push_back({model::Mode::sea, model::Mode::inland_waterway});
    }
    return scope;
}

void check_departures(const ParameterPieces& pieces, const model::Scope& scope,
                      const Network& network) {
    const auto hauls = scenarios::hauls_in(scope, network);
    const bool any = std::ranges::any_of(hauls, [&](const model::Haul& haul) {
        return network[haul.service].departures_per_week.has_value();
    });
    if (!any) {
        refuse_parameter(pieces.word, hauls.empty() ? "matches no service"
                                                    : "leaves when called, so there is no wait");
    }
}

void read_number(Parameter& parameter, const ParameterPieces& pieces, const ParameterKey& key,
                 const Network& network) {
    const TypedScope typed = scope_of(pieces, network);
    if (typed.targets.empty() && typed.kinds.empty()) {
        refuse_parameter(pieces.word, "say of what, as in " + pieces.key + ":mode:rail");
    }
    const bool at_a_place = std::ranges::any_of(typed.targets, [](const model::Target& target) {
        return std::holds_alternative<model::PlaceId>(target);
    });
    if (!typed.kinds.empty() || (key.of_works && at_a_place)) {
        const AlterWorks alter = works_of(pieces, key, typed);
        if (scenarios::works_in(alter.scope, network).empty()) {
            refuse_parameter(pieces.word, "matches no operation");
        }
        parameter.what = alter;
        return;
    }
    const model::Scope scope = haul_scope(pieces, typed);
    if (key.of_services) {
        check_departures(pieces, scope, network);
        parameter.what =
            scenarios::AlterServices{*key.of_services, open_effect(pieces, key), scope};
        return;
    }
    if (scenarios::hauls_in(scope, network).empty()) {
        refuse_parameter(pieces.word, "matches no leg");
    }
    check_hauls(pieces, key, scope, network);
    parameter.what = AlterHauls{*key.of_hauls, open_effect(pieces, key), scope};
}

/// What the scope of a parameter is called.
Names scope_names(const ParameterPieces& pieces, const Network& network) {
    Names all;
    const TypedScope typed = scope_of(pieces, network);
    const auto add = [](std::string& text, const std::string& more) {
        text += (text.empty() ? "" : " + ") + more;
    };
    for (const model::Target& target : typed.targets) {
        const Names names = scenarios::names_of(target, network);
        add(all.en, names.en);
        add(all.zh, names.in(model::Language::zh));
    }
    for (const model::OperationKind kind : typed.kinds) {
        add(all.en, scenarios::kind_name(kind, model::Language::en));
        add(all.zh, scenarios::kind_name(kind, model::Language::zh));
    }
    return all;
}

} // namespace

Network with_open_dwells(Network network, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        const ParameterPieces pieces = pieces_of(word);
        if (key_called(pieces).kind != ParameterKey::Kind::dwell) {
            continue;
        }
        const model::PlaceId place = dwelling_place(pieces, network);
        const std::string id = scenarios::added_dwell_id(network, place);
        if (std::ranges::find(network.parts().operations, id, &model::Operation::id) ==
            network.parts().operations.end()) {
            network = Network{model::with_added_dwell(network.parts(), place, model::Hours{})};
        }
    }
    return network;
}

Parameter parameter_of(const std::string& word, const Network& network) {
    const ParameterPieces pieces = pieces_of(word);
    const ParameterKey& key = key_called(pieces);
    Parameter parameter{.text = pieces.about, .names = {}, .unit = key.unit, .what = key.price};
    if (key.kind == ParameterKey::Kind::price && !pieces.scope.empty()) {
        refuse_parameter(word, "is one price for all; expected " + pieces.key + "=LOW..HIGH");
    }
    Names about;
    if (key.kind != ParameterKey::Kind::price) {
        if (pieces.scope.empty()) {
            refuse_parameter(word, "say of what, as in dwell:CNQZH or tariff:mode:rail");
        }
        about = key.kind == ParameterKey::Kind::dwell
                    ? network[dwelling_place(pieces, network)].names
                    : scope_names(pieces, network);
    }
    const bool ships = pieces.key == "sailings";
    parameter.names = {(ships ? "sailings of " : key.en) + about.en,
                       about.in(model::Language::zh) + (ships ? "的航班" : key.zh),
                       {}};
    if (key.kind == ParameterKey::Kind::dwell) {
        parameter.what =
            scenarios::AddDwell{dwelling_place(pieces, network), open_effect(pieces, key)};
    } else if (key.kind == ParameterKey::Kind::number) {
        read_number(parameter, pieces, key, network);
    }
    read_range(parameter, pieces, key);
    return parameter;
}

} // namespace landsea::apps
