#include "scenarios/claim.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace landsea::scenarios {

namespace {

/// A published figure is rounded; a median this close to it agrees with it.
constexpr double tolerance = 0.10;

Question question_of(const model::Query& base, model::PlaceId from, model::PlaceId to,
                     std::vector<Alternative> alternatives, model::Month month) {
    Question question{.query = base, .alternatives = std::move(alternatives)};
    question.query.from = from;
    question.query.to = to;
    question.query.month = month;
    return question;
}

bool is_within(double value, double low, double high) {
    return value >= low * (1.0 - tolerance) && value <= high * (1.0 + tolerance);
}

/// How far a value is inside an interval; negative outside it.
double inside_by(double value, double low, double high) {
    return std::min(value - low, high - value);
}

Verdict verdict_of(long likely, long all) {
    if (all == 0) {
        return Verdict::untestable; // no route: the network cannot tell
    }
    if (likely == 0) {
        return Verdict::refuted;
    }
    return likely == all ? Verdict::supported : Verdict::conditional;
}

Verdict verdict_of(const std::vector<Finding>& findings) {
    return verdict_of(std::ranges::count_if(findings, &Finding::likely),
                      static_cast<long>(findings.size()));
}

/// Judges one kind of claim after the other.
class Judge {
  public:
    Judge(const model::Router& router, const model::Query& base, model::DrawPlan plan)
        : router_{router}, base_{base}, plan_{plan} {}

    Judgement operator()(const UntestableClaim& claim) const {
        Judgement judgement{.verdict = Verdict::untestable, .findings = {}, .margin = {}};
        if (claim.reach) {
            ReachQuestion question{.query = base_, .kinds = {model::PlaceKind::seaport}};
            question.query.from = claim.reach->from;
            question.query.month = model::Month::whole_year();
            judgement.counted = reach(router_, question).corridors;
        }
        return judgement;
    }

    Judgement operator()(const SavingClaim& claim) const {
        Judgement judgement;
        std::vector<Alternative> alternatives{claim.of};
        alternatives.insert(alternatives.end(), claim.against.begin(), claim.against.end());
        for (const model::PlaceId to : claim.destinations) {
            for (const SeasonOfYear& season : seasons_of_year()) {
                Question question = question_of(base_, claim.from, to, alternatives, season.month);
                question.bounds = claim.bounds;
                add_savings(compare(router_, question, plan_), to, judgement);
            }
        }
        judgement.verdict = verdict_of(judgement.findings);
        return judgement;
    }

    Judgement operator()(const TimeClaim& claim) const {
        const auto measure = [&](const Comparison& comparison) {
            const Answer& answer = comparison.answers.front();
            return in_days(claim.span == Span::line_haul ? answer.line_haul_hours : answer.hours);
        };
        return measured(claim.from, claim.to, {claim.by}, model::days(claim.low),
                        model::days(claim.high), measure);
    }

    Judgement operator()(const PriceClaim& claim) const {
        const double teu = base_.shipment.size.count();
        return measured(claim.from, claim.to, {claim.by}, claim.low.count(), claim.high.count(),
                        [teu](const Comparison& comparison) {
                            return scaled(comparison.answers.front().usd, 1.0 / teu);
                        });
    }

    Judgement operator()(const RatioClaim& claim) const {
        return measured(claim.from, claim.to, {claim.first, claim.second}, claim.low, claim.high,
                        [&](const Comparison& comparison) { return ratio(claim, comparison); });
    }

  private:
    static Spread scaled(Spread spread, double factor) {
        return {.p5 = spread.p5 * factor,
                .p50 = spread.p50 * factor,
                .p95 = spread.p95 * factor,
                .mean = spread.mean * factor,
                .standard_deviation = spread.standard_deviation * factor};
    }

    static Spread in_days(Spread hours) { return scaled(hours, 1.0 / model::hours_per_day); }

    /// The ratio of the medians, with the extremes that the percentiles of both sides allow.
    static Spread ratio(const RatioClaim& claim, const Comparison& comparison) {
        const bool time = claim.of == RatioClaim::Of::time;
        const Spread& a = time ? comparison.answers[0].hours : comparison.answers[0].usd;
        const Spread& b = time ? comparison.answers[1].hours : comparison.answers[1].usd;
        return {
            .p5 = a.p5 / b.p95, .p50 = a.p50 / b.p50, .p95 = a.p95 / b.p5, .mean = a.mean / b.mean};
    }

    void add_savings(const Comparison& comparison, model::PlaceId to, Judgement& judgement) const {
        const model::Network& network = router_.graph().network();
        for (const Saving& saving : comparison.savings) {
            for (std::size_t i = 0; i < saving.above.size(); ++i) {
                const double bound = model::days(comparison.question.bounds[i]);
                const Spread days = in_days(saving.hours);
                judgement.findings.push_back(
                    {.destination = network[to].id,
                     .against = comparison.answers[saving.against].alternative.id,
                     .month = comparison.question.query.month,
                     .claimed_low = bound,
                     .claimed_high = bound,
                     .modelled = days,
                     .holds = saving.above[i],
                     .likely = saving.above[i].value >= 0.5});
                judgement.margin.push_back(days.p50 - bound);
            }
        }
    }

    template <class Measure>
    Judgement measured(model::PlaceId from, model::PlaceId to,
                       const std::vector<Alternative>& alternatives, double low, double high,
                       Measure measure) const {
        const model::Network& network = router_.graph().network();
        Judgement judgement;
        bool reached = false;
        for (const SeasonOfYear& season : seasons_of_year()) {
            const Comparison comparison =
                compare(router_, question_of(base_, from, to, alternatives, season.month), plan_);
            if (!std::ranges::all_of(comparison.answers, &Answer::has_route)) {
                continue;
            }
            const Spread modelled = measure(comparison);
            reached = reached || (modelled.p5 <= high && modelled.p95 >= low);
            judgement.findings.push_back({.destination = network[to].id,
                                          .month = season.month,
                                          .claimed_low = low,
                                          .claimed_high = high,
                                          .modelled = modelled,
                                          .likely = is_within(modelled.p50, low, high)});
            judgement.margin.push_back(inside_by(modelled.p50, low, high));
        }
        judgement.verdict = verdict_of(judgement.findings);
        if (judgement.verdict == Verdict::refuted && reached) {
            judgement.verdict = Verdict::conditional;
        }
        return judgement;
    }

    const model::Router& router_;
    const model::Query& base_;
    model::DrawPlan plan_;
};

} // namespace

std::vector<SeasonOfYear> seasons_of_year() {
    return {{{"whole year", "全年", "весь год"}, model::Month::whole_year()},
            {{"calm (May)", "平稳期（5月）", "спокойный период (май)"}, {5}},
            {{"flood (August)", "汛期（8月）", "паводок (август)"}, {8}},
            {{"low water, fog (January)", "枯水、雾（1月）", "межень, туман (январь)"}, {1}},
            {{"lock overhaul (March)", "船闸检修（3月）", "ремонт шлюзов (март)"}, {3}}};
}

std::vector<BaselineVerdict> by_baseline(const Judgement& judgement) {
    std::vector<BaselineVerdict> verdicts;
    for (const Finding& finding : judgement.findings) {
        auto known = std::ranges::find_if(verdicts, [&](const BaselineVerdict& verdict) {
            return verdict.bound_days == finding.claimed_low && verdict.against == finding.against;
        });
        if (known == verdicts.end()) {
            verdicts.push_back({.bound_days = finding.claimed_low, .against = finding.against});
            known = verdicts.end() - 1;
        }
        known->likely += finding.likely ? 1 : 0;
        ++known->all;
        known->verdict = verdict_of(known->likely, known->all);
    }
    std::ranges::stable_sort(verdicts, {}, &BaselineVerdict::bound_days);
    return verdicts;
}

Judgement judge(const Claim& claim, const model::Router& router, const model::Query& base,
                model::DrawPlan plan) {
    return std::visit(Judge{router, base, plan}, claim.check);
}

std::vector<Judgement> judge_all(const std::vector<Claim>& claims, const model::Router& router,
                                 const model::Query& base, model::DrawPlan plan, unsigned threads) {
    std::vector<Judgement> judgements(claims.size());
    std::atomic<std::size_t> next{0};
    std::mutex failing;
    std::exception_ptr failure;
    const auto work = [&] {
        for (std::size_t i = next++; i < claims.size(); i = next++) {
            try {
                judgements[i] = judge(claims[i], router, base, plan);
            } catch (...) {
                const std::scoped_lock lock{failing};
                failure = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 1; i < threads; ++i) {
            workers.emplace_back(work);
        }
        work();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    return judgements;
}

} // namespace landsea::scenarios
