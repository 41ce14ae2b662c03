#pragma once

#include "scenarios/comparison.hpp"
#include "scenarios/reach.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace landsea::scenarios {

/// "A saves more than x against B": judged for each baseline, destination and season.
struct SavingClaim {
    Alternative of;
    std::vector<Alternative> against;
    model::PlaceId from;
    std::vector<model::PlaceId> destinations;
    std::vector<model::Hours> bounds; ///< each judged by itself
};

/// Which part of a trip a published time speaks of.
enum class Span {
    gate_to_gate, ///< from handing in the box to its being ready for pick-up
    line_haul     ///< from the first departure to the last arrival
};

/// "From A to B takes between low and high": a published time.
struct TimeClaim {
    Span span = Span::gate_to_gate;
    Alternative by;
    model::PlaceId from;
    model::PlaceId to;
    model::Hours low;
    model::Hours high;
};

/// "From A to B costs between low and high": a published price.
struct PriceClaim {
    Alternative by;
    model::PlaceId from;
    model::PlaceId to;
    model::UsdPerTeu low;
    model::UsdPerTeu high;
};

/// "A costs, or takes, between low and high times what B does."
struct RatioClaim {
    enum class Of { time, money };
    Of of{};
    Alternative first;
    Alternative second;
    model::PlaceId from;
    model::PlaceId to;
    double low{};
    double high{};
};

/// How many ports in how many countries somebody says that a corridor reaches.
struct StatedReach {
    model::PlaceId from;
    model::CorridorId corridor;
    int ports{};
    int countries{};
};

/// A statement that a freight network cannot confirm or refute, and why.
struct UntestableClaim {
    model::Names why;
    std::optional<StatedReach> reach{}; ///< to be set beside what the network holds
};

/// A statement that somebody made.
struct Claim {
    std::string id;
    model::Names statement;
    std::string quote;
    std::string source; ///< who said so, and when
    std::variant<SavingClaim, TimeClaim, PriceClaim, RatioClaim, UntestableClaim> check;
};

/// `supported`: what is claimed is the likelier thing under every condition tried.
/// `conditional`: under some of them only. `refuted`: under none. `untestable`: no model can say,
/// or the network has no such route.
enum class Verdict { supported, conditional, refuted, untestable };

/// The months that stand for the seasons of the Yangtze, and the whole year.
struct SeasonOfYear {
    model::Names names;
    model::Month month;
};

/// Whole year, calm (May), flood (August), low water and fog (January), lock overhaul (March): the
/// months in which the shipped lock states differ.
std::vector<SeasonOfYear> seasons_of_year();

/// A claim under one condition.
struct Finding {
    std::string destination; ///< id of the place
    std::string against;     ///< id of the baseline; empty where there is none
    model::Month month;
    double claimed_low{};  ///< in days, USD per TEU, or as a ratio, as the claim has it
    double claimed_high{}; ///< equal to claimed_low for "more than"
    Spread modelled;       ///< the same quantity
    Probability holds;     ///< share of draws in which the claim is true
    bool likely{};         ///< the claim holds, see `judge`
};

/// What the model says of a claim.
struct Judgement {
    Verdict verdict{};
    std::vector<Finding> findings;
    /// How far the median is from the verdict turning, in the unit of the finding, for the first
    /// finding of each bound and baseline; positive when the claim is met with that much to spare.
    std::vector<double> margin;
    /// Beside a stated reach: the seaports of the network that each corridor out of the place
    /// leads to and is the quickest to, over the whole year. They decide nothing.
    std::vector<CorridorReach> counted{};
};

/// The verdict on one bound of a saving against one baseline, over all destinations and seasons.
struct BaselineVerdict {
    double bound_days{};
    std::string against; ///< id of the baseline
    int likely{};        ///< conditions under which the claim is likely
    int all{};           ///< conditions tried
    Verdict verdict{};
};

/// By bound, then by baseline, in the order of the findings.
std::vector<BaselineVerdict> by_baseline(const Judgement& judgement);

/// Judges a claim by simulation.
///
/// A saving is likely under a condition when at least half of the draws exceed the bound. A time,
/// price or ratio is likely when the model's median lies in the claimed interval, or within 10 % of
/// it; it counts as conditional when the claimed interval reaches into the model's P5 to P95.
Judgement judge(const Claim& claim, const model::Router& router, const model::Query& base,
                model::DrawPlan plan);

/// The judgements of many claims, in their order. The same for any number of threads (at least 1).
std::vector<Judgement> judge_all(const std::vector<Claim>& claims, const model::Router& router,
                                 const model::Query& base, model::DrawPlan plan, unsigned threads);

} // namespace landsea::scenarios
