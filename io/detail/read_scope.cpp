#include "io/detail/fact.hpp"
#include "io/detail/read_change.hpp"
#include "io/words.hpp"
#include "model/lookup.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace landsea::io::detail {

namespace {

using model::Network;
using model::Target;

constexpr std::array<std::string_view, 10> haul_keys{
    "leg", "service", "means", "mode", "corridor", "passage", "country", "tag", "place", "border"};

/// The target that a word names, of a kind if that is not empty; a problem when there is none.
std::optional<Target> read_target(const JsonAt& word, std::string_view kind,
                                  const Network& network) {
    const std::string text = word.name();
    if (text.empty()) {
        return std::nullopt;
    }
    const std::string full = kind.empty() ? text : std::string{kind} + ":" + text;
    if (auto target = model::find_target(network, full)) {
        return target;
    }
    auto names = model::target_names(network);
    if (kind == "leg") {
        for (const model::Link& link : network.parts().links) {
            names.push_back(link.id);
        }
    }
    const std::size_t colon = text.find(':');
    const std::string bare = colon == std::string::npos ? text : text.substr(colon + 1);
    const std::string expected = kind.empty() ? "a target such as \"corridor:ID\" or \"malacca\""
                                              : "the name of a " + std::string{kind};
    word.problem(JsonAt::with_nearest(expected, bare, {names.begin(), names.end()}));
    return std::nullopt;
}

/// A word, or one of a list of words.
std::vector<JsonAt> one_or_more(const JsonAt& words) {
    if (!words.is_list()) {
        return {words};
    }
    auto elements = words.elements();
    if (elements.empty()) {
        words.problem("one word or more");
    }
    return elements;
}

std::vector<Target> read_targets(const JsonAt& words, std::string_view kind,
                                 const Network& network) {
    std::vector<Target> targets;
    for (const JsonAt& word : one_or_more(words)) {
        if (auto target = read_target(word, kind, network)) {
            targets.push_back(std::move(*target));
        }
    }
    return targets;
}

bool is_a_known_object(const JsonAt& scope) {
    return scope.is_object_of({"leg", "service", "means", "mode", "corridor", "passage", "country",
                               "tag", "place", "border", "operation"});
}

std::string any_of(const std::vector<Target>& targets, const Network& network) {
    std::vector<std::string> words;
    for (const Target& target : targets) {
        words.push_back(model::describe(target, network));
    }
    return joined(words, " or ");
}

} // namespace

model::Scope read_scope(const JsonAt& scope, const Network& network) {
    model::Scope all;
    if (!scope.is_object()) {
        if (const auto target = read_target(scope, "", network)) {
            all.push_back({*target});
        }
        return all;
    }
    if (!is_a_known_object(scope)) {
        return all;
    }
    if (const JsonAt operation = scope.find("operation"); operation.is_there()) {
        operation.problem("a scope of hauls: leg, service, means, mode, corridor, passage, "
                          "country, tag, place or border");
        return all;
    }
    for (const std::string_view key : haul_keys) {
        if (const JsonAt words = scope.find(key); words.is_there()) {
            all.push_back(read_targets(words, key, network));
        }
    }
    if (all.empty()) {
        scope.problem("a key or more");
    }
    return all;
}

bool is_about_works(const JsonAt& scope, const Network& network) {
    if (scope.is_object()) {
        return scope.find("operation").is_there() || scope.find("place").is_there();
    }
    const auto target = scope.is_text() ? model::find_target(network, scope.name()) : std::nullopt;
    return target && std::holds_alternative<model::PlaceId>(*target);
}

scenarios::WorkScope read_work_scope(const JsonAt& scope, const Network& network) {
    scenarios::WorkScope all;
    if (!scope.is_object()) {
        if (const auto target = read_target(scope, "", network)) {
            all.at.push_back(*target);
        }
        return all;
    }
    if (!scope.is_object_of({"place", "border", "country", "operation"})) {
        return all;
    }
    for (const std::string_view key : {"place", "border", "country"}) {
        if (const JsonAt words = scope.find(key); words.is_there()) {
            const auto more = read_targets(words, key, network);
            all.at.insert(all.at.end(), more.begin(), more.end());
        }
    }
    if (const JsonAt kinds = scope.find("operation"); kinds.is_there()) {
        for (const JsonAt& kind : one_or_more(kinds)) {
            all.kinds.push_back(kind.one_of(operation_kind_words));
        }
    }
    return all;
}

std::string describe(const model::Scope& scope, const Network& network) {
    std::vector<std::string> words;
    for (const auto& targets : scope) {
        words.push_back(any_of(targets, network));
    }
    return joined(words, " and ");
}

std::string describe(const scenarios::WorkScope& scope, const Network& network) {
    std::vector<std::string> kinds;
    for (const model::OperationKind kind : scope.kinds) {
        kinds.emplace_back(word_for(operation_kind_words, kind));
    }
    const std::string what = kinds.empty() ? "operations" : joined(kinds, " or ");
    return scope.at.empty() ? what : what + " at " + any_of(scope.at, network);
}

} // namespace landsea::io::detail
