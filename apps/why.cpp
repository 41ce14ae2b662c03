#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/read_comparison.hpp"
#include "io/reason_report.hpp"
#include "model/router.hpp"
#include "model/spelling.hpp"
#include "scenarios/closures.hpp"
#include "scenarios/reason.hpp"
#include "scenarios/what_if.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

using scenarios::Alternative;
using scenarios::Question;

bool is_comparison(const std::string& word, const Loaded& loaded) {
    const auto ids = io::comparison_ids(comparison_folder(loaded.data));
    return word.ends_with(".json") || std::ranges::find(ids, word) != ids.end();
}

Alternative alternative_called(const std::string& word, const Question& question) {
    const auto found = std::ranges::find(question.alternatives, word, &Alternative::id);
    if (found != question.alternatives.end()) {
        return *found;
    }
    std::vector<std::string> ids;
    for (const Alternative& alternative : question.alternatives) {
        ids.push_back(alternative.id);
    }
    throw UsageError{"no alternative of the comparison is called \"" + word + "\"",
                     model::nearest(word, ids, 3)};
}

/// The alternatives of a comparison that are named: one that is held against the best of the
/// others, or two. Without any, the first one.
std::vector<Alternative> named_alternatives(const Arguments& arguments, const Question& question) {
    std::vector<std::string> words{arguments.words().begin() + 1, arguments.words().end()};
    if (const auto rather_than = arguments.last("--rather-than")) {
        if (words.empty()) {
            words.push_back(question.alternatives.front().id);
        }
        words.push_back(*rather_than);
    }
    if (words.size() > 2) {
        throw UsageError{"expected at most two alternatives, found " +
                         std::to_string(words.size())};
    }
    std::vector<Alternative> named;
    named.reserve(words.size());
    for (const std::string& word : words) {
        named.push_back(alternative_called(word, question));
    }
    if (named.empty()) {
        named.push_back(question.alternatives.front());
    }
    if (named.size() == 2 && named[0].id == named[1].id) {
        throw UsageError{"two different alternatives are expected, found \"" + named[0].id +
                         "\" twice"};
    }
    return named;
}

/// The first alternative of a question and whichever other one is best by its criterion.
std::vector<Alternative> with_best_rival(const Alternative& first, Question question,
                                         const model::Router& router) {
    std::erase_if(question.alternatives,
                  [&](const Alternative& other) { return other.id == first.id; });
    if (question.alternatives.empty()) {
        throw UsageError{"the comparison has no other alternative than " + first.id};
    }
    constexpr model::DrawPlan one_draw{.seed = 1, .draws = 1}; // expected values need none
    const auto comparison = scenarios::compare(router, question, one_draw);
    const std::size_t best = scenarios::best_of(comparison).value_or(0);
    return {first, question.alternatives[best]};
}

/// The best way, and the one that it is held against; empty when there is no way.
std::vector<Alternative> best_and_rival(const std::optional<Alternative>& rather_than,
                                        const model::Query& query, const model::Router& router) {
    const auto route = router.best(query);
    const auto out =
        route ? scenarios::setting_out_of(*route, query.from, router.graph()) : std::nullopt;
    if (!out) {
        return {};
    }
    const Alternative best{.id = "best", .names = out->names};
    if (rather_than) {
        return {best, *rather_than};
    }
    return {best,
            {.id = "other-way-out",
             .names = {"the best other way out", "另择出口的最优路线", ""},
             .constraints = {.via = {}, .avoid = out->services}}};
}

/// FROM TO with the way of `--rather-than`, if any.
Question between_places(const Arguments& arguments, const Loaded& loaded) {
    auto options = arguments.options();
    const auto text = arguments.last("--rather-than");
    if (text) {
        options.emplace_back("--alternative", "rather-than=" + *text);
    }
    if (arguments.words().size() != 2) {
        throw UsageError{"expected COMPARISON [A [B]] or FROM TO, found " +
                         std::to_string(arguments.words().size()) + " words"};
    }
    Question question = question_of(Arguments{arguments.words(), options}, loaded);
    if (text) {
        question.alternatives.front().names = {*text, *text, *text};
    } else {
        question.alternatives.clear();
    }
    return question;
}

Question bundled(const Arguments& arguments, const Loaded& loaded) {
    return question_of(Arguments{{arguments.words().front()}, arguments.options()}, loaded);
}

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    const model::DrawPlan plan = plan_of(arguments);
    Loaded loaded = load(arguments, points_of(arguments));
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const bool of_comparison = is_comparison(arguments.words().front(), loaded);
    Question question =
        of_comparison ? bundled(arguments, loaded) : between_places(arguments, loaded);
    settle(loaded, scenarios::closures_in(question), question.query);
    const model::Router router{loaded.network};
    if (of_comparison) {
        const auto named = named_alternatives(arguments, question);
        question.alternatives =
            named.size() == 2 ? named : with_best_rival(named.front(), question, router);
    } else {
        const auto rather_than = question.alternatives.empty()
                                     ? std::nullopt
                                     : std::optional{question.alternatives.front()};
        question.alternatives = best_and_rival(rather_than, question.query, router);
    }
    if (question.alternatives.empty()) {
        if (!arguments.has("--quiet")) {
            std::cerr << "landsea: no route meets the constraints\n";
        }
        return Exit::negative;
    }
    const scenarios::Reason reason = scenarios::reason(router, question, plan);
    std::cout << (format == Format::json
                      ? io::reason_json(reason, loaded.network, identity_of(loaded))
                      : io::reason_text(reason, loaded.network, identity_of(loaded), presentation));
    return reason.better().has_route() ? Exit::fine : Exit::negative;
}

std::vector<Option> options_of_drawing() {
    auto options = answer_options();
    std::erase_if(options, [](const Option& option) {
        return option.name == "--csv" || option.name == "--threads";
    });
    return options;
}

} // namespace

Verb why_verb() {
    return {
        .usage = {.verb = "why",
                  .summary = "say in three lines why this route and not that one",
                  .words = {{"COMPARISON|FROM", "a bundled comparison, a file of one, or a place"},
                            {"A B|TO", "alternatives of the comparison; or the other place",
                             Occurs::repeatedly}},
                  .fewest_words = 1,
                  .options = joined(
                      {{{"--rather-than", "WAY",
                         "the other way: an alternative, or targets joined by +, avoided ones "
                         "after !"},
                        {"--currency", "CODE", "of the text: USD, CNY or EUR (USD)"}},
                       query_options(),
                       network_options(),
                       options_of_drawing()}),
                  .examples = {"why nwlsc-vs-yangtze", "why nwlsc-vs-yangtze qinzhou yantian",
                               "why Chongqing Duisburg --avoid mode:air --rather-than mode:sea",
                               "why Chongqing Singapore --by cost --lang zh"}},
        .run = run};
}

} // namespace landsea::apps
