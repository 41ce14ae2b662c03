#include "apps/route_options.hpp"

#include "apps/request.hpp"
#include "apps/usage_error.hpp"
#include "model/spelling.hpp"

#include <algorithm>
#include <array>

namespace landsea::apps {

namespace {

using model::Objective;

constexpr double most_alternatives = 100.0;
constexpr double per_cent = 100.0;
constexpr std::size_t most_pareto_routes = 500; ///< drawn 10,000 times they take some ten seconds

void refuse(const Arguments& arguments, const std::string& option, const std::string& other,
            const std::string& why) {
    if (arguments.has(option) && arguments.has(other)) {
        throw UsageError{option + " and " + other + " exclude each other: " + why};
    }
}

void need(const Arguments& arguments, const std::string& option, const std::string& other) {
    if (arguments.has(option) && !arguments.has(other)) {
        throw UsageError{option + " goes with " + other};
    }
}

void check(const Arguments& arguments) {
    refuse(arguments, "-k", "--pareto",
           "the best routes by one criterion, or all that no other "
           "one beats by several");
    refuse(arguments, "--pareto", "--by", "a Pareto set is not chosen by one criterion");
    need(arguments, "--max-shared", "-k");
    need(arguments, "--epsilon", "--pareto");
}

Objective objective_in(const std::string& word) {
    static const std::array<std::pair<std::string, Objective>, 5> words{
        {{"time", Objective::time},
         {"money", Objective::money},
         {"cost", Objective::money},
         {"carbon", Objective::carbon},
         {"transfers", Objective::transfers}}};
    std::vector<std::string> names;
    for (const auto& [name, objective] : words) {
        if (name == word) {
            return objective;
        }
        names.push_back(name);
    }
    throw UsageError{"--pareto: expected two to four of time, money, carbon, transfers, or all; "
                     "found \"" +
                         word + "\"",
                     model::nearest(word, names, 3)};
}

std::vector<Objective> objectives_in(const std::string& text) {
    if (text == "all") {
        return {Objective::time, Objective::money, Objective::carbon, Objective::transfers};
    }
    std::vector<Objective> objectives;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const Objective objective = objective_in(text.substr(begin, end - begin));
        if (std::ranges::find(objectives, objective) != objectives.end()) {
            throw UsageError{"--pareto: " + std::string{name_of(objective)} + " is named twice"};
        }
        objectives.push_back(objective);
        begin = end + 1;
    }
    if (objectives.size() < 2) {
        throw UsageError{
            "--pareto: expected two to four of time, money, carbon, transfers, or all; "
            "found \"" +
            text + "\" alone"};
    }
    return objectives;
}

scenarios::RouteSet pareto_set(const Arguments& arguments, const model::Router& router,
                               const scenarios::Question& question) {
    const auto found = scenarios::pareto_set_of(
        router, question, objectives_in(*arguments.last("--pareto")),
        {.epsilon = arguments.number("--epsilon", 0.0, 0.0, 1000.0) / per_cent}, plan_of(arguments),
        most_pareto_routes);
    if (const auto* many = std::get_if<scenarios::TooManyRoutes>(&found)) {
        throw UsageError{"--pareto: " + std::to_string(many->routes) + " routes, more than the " +
                         std::to_string(many->most) +
                         " that are drawn; thin them with --epsilon 1, or name fewer criteria"};
    }
    return std::get<scenarios::RouteSet>(found);
}

} // namespace

std::vector<Option> route_set_options() {
    return {{"-k", "N", "the N best routes that differ, 1 to 100"},
            {"--max-shared", "PERCENT",
             "of the length of the shorter of any two of them, 0 to 100 (70)"},
            {"--pareto", "CRITERIA",
             "all routes that no other one beats: two to four of time,money,carbon,transfers, or "
             "all"},
            {"--epsilon", "PERCENT",
             "let a route of them stand for others at most so much better in each (0)"}};
}

std::optional<scenarios::RouteSet> route_set_of(const Arguments& arguments,
                                                const model::Router& router,
                                                const scenarios::Question& question) {
    check(arguments);
    if (arguments.has("--pareto")) {
        return pareto_set(arguments, router, question);
    }
    if (!arguments.has("-k")) {
        return std::nullopt;
    }
    return scenarios::alternatives_of(
        router, question,
        {.count =
             static_cast<std::size_t>(arguments.whole_number("-k", 1.0, 1.0, most_alternatives)),
         .most_shared = arguments.number("--max-shared", 70.0, 0.0, per_cent) / per_cent},
        plan_of(arguments));
}

} // namespace landsea::apps
