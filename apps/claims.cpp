#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/claim_ledger.hpp"
#include "io/read_claims.hpp"
#include "model/router.hpp"
#include "model/spelling.hpp"
#include "scenarios/closures.hpp"

#include <algorithm>
#include <array>
#include <iostream>

namespace landsea::apps {

namespace {

/// Claims are judged in every season: a month would be silently ignored.
std::vector<Option> options_of_claims() {
    std::vector<Option> options = query_options();
    std::erase_if(options, [](const Option& option) { return option.name == "--month"; });
    return options;
}

/// Enough for probabilities to 0.8 %; a hundred claims under five conditions are many draws.
constexpr std::uint32_t draws_per_claim = 4000;

/// Keeps the claim that the word names.
void keep_only(std::vector<scenarios::Claim>& claims, const std::string& word) {
    std::vector<std::string> ids;
    ids.reserve(claims.size());
    for (const scenarios::Claim& claim : claims) {
        ids.push_back(claim.id);
    }
    std::erase_if(claims, [&](const scenarios::Claim& claim) { return claim.id != word; });
    if (claims.empty()) {
        throw UsageError{"no claim is called \"" + word + "\"", model::nearest(word, ids, 3)};
    }
}

/// The verdicts under which the program ends with 1, by `--fail-on`.
std::optional<scenarios::Verdict> worst_allowed(const Arguments& arguments) {
    const auto word = arguments.last("--fail-on");
    if (!word) {
        return std::nullopt;
    }
    if (*word == "conditional") {
        return scenarios::Verdict::conditional;
    }
    if (*word == "not-supported") {
        return scenarios::Verdict::refuted;
    }
    throw UsageError{"--fail-on: expected conditional or not-supported, found \"" + *word + "\""};
}

bool fails(scenarios::Verdict verdict, scenarios::Verdict bound) {
    using scenarios::Verdict;
    return verdict == Verdict::refuted ||
           (bound == Verdict::conditional && verdict == Verdict::conditional);
}

Exit run(const Arguments& arguments) {
    const auto bound = worst_allowed(arguments);
    Loaded loaded = load(arguments, {});
    std::vector<scenarios::Claim> claims = io::read_claims(loaded.data / "claims", loaded.network);
    if (!arguments.words().empty()) {
        keep_only(claims, arguments.words().front());
    }
    model::Query base = query_under_scenario(arguments, loaded);
    settle(loaded, scenarios::closures_in(claims, base), base);
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const Format format = format_of(arguments);
    model::DrawPlan plan = plan_of(arguments);
    if (!arguments.has("--draws")) {
        plan.draws = draws_per_claim;
    }
    const model::Router router{loaded.network};
    const auto judgements = scenarios::judge_all(claims, router, base, plan, threads_of(arguments));
    const io::Identity identity = identity_of(loaded);
    switch (format) {
    case Format::json:
        std::cout << io::ledger_json(claims, judgements, loaded.network, identity, plan);
        break;
    case Format::csv:
        std::cout << io::ledger_csv(claims, judgements, loaded.network, identity);
        break;
    case Format::table:
        std::cout << (arguments.words().empty()
                          ? io::ledger_table(claims, judgements, identity, plan, presentation)
                          : io::claim_report(claims.front(), judgements.front(), loaded.network,
                                             identity, plan, presentation));
        break;
    }
    const bool failed = bound && std::ranges::any_of(judgements, [&](const auto& judgement) {
                            return fails(judgement.verdict, *bound);
                        });
    return failed ? Exit::negative : Exit::fine;
}

} // namespace

Verb claims_verb() {
    return {
        .usage = {.verb = "claims",
                  .summary = "judge what has been said about the corridors",
                  .words = {{"CLAIM", "one claim, with all its conditions"}},
                  .fewest_words = 0,
                  .options = joined({{{"--fail-on", "VERDICT",
                                       "end with 1 when a claim is conditional or "
                                       "not-supported"}},
                                     options_of_claims(),
                                     network_options(),
                                     answer_options()}),
                  .examples = {"claims", "claims qinzhou-saves-ten-to-twenty-days",
                               "claims --csv --fail-on not-supported",
                               "claims qinzhou-saves-ten-to-twenty-days --add-dwell CNQZH=12d"}},
        .run = run};
}

} // namespace landsea::apps
