#include "scenarios/closures.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace landsea::scenarios {

namespace {

/// Collects sets that are not empty.
class Closures {
  public:
    explicit Closures(const model::Query& of_all) : of_all_{of_all} { add({}); }

    void add(const Alternative& alternative) {
        model::Query query = of_all_;
        auto& avoid = query.constraints.avoid;
        avoid.insert(avoid.end(), alternative.constraints.avoid.begin(),
                     alternative.constraints.avoid.end());
        if (auto closed = model::closures_of(query); !closed.empty()) {
            sets_.insert(std::move(closed));
        }
    }

    void operator()(const UntestableClaim& /*claim*/) {}

    void operator()(const SavingClaim& claim) {
        add(claim.of);
        for (const Alternative& baseline : claim.against) {
            add(baseline);
        }
    }

    void operator()(const TimeClaim& claim) { add(claim.by); }

    void operator()(const PriceClaim& claim) { add(claim.by); }

    void operator()(const RatioClaim& claim) {
        add(claim.first);
        add(claim.second);
    }

    [[nodiscard]] std::vector<model::ClosureSet> all() const {
        return {sets_.begin(), sets_.end()};
    }

  private:
    model::Query of_all_;
    std::set<model::ClosureSet> sets_;
};

} // namespace

std::vector<model::ClosureSet> closures_in(const Question& question) {
    Closures closures{question.query};
    for (const Alternative& alternative : question.alternatives) {
        closures.add(alternative);
    }
    return closures.all();
}

std::vector<model::ClosureSet> closures_in(const std::vector<Claim>& claims,
                                           const model::Query& base) {
    Closures closures{base};
    for (const Claim& claim : claims) {
        std::visit([&](const auto& check) { closures(check); }, claim.check);
    }
    return closures.all();
}

std::vector<model::ClosureSet> closures_in(const Question& question,
                                           const std::vector<Scenario>& scenarios) {
    std::set<model::ClosureSet> sets;
    const auto of_question = closures_in(question);
    sets.insert(of_question.begin(), of_question.end());
    for (const Scenario& scenario : scenarios) {
        for (const model::ClosureSet& closed : closures_in(scenario)) {
            sets.insert(closed);
            for (const model::ClosureSet& own : of_question) {
                model::ClosureSet both;
                std::ranges::set_union(own, closed, std::back_inserter(both));
                sets.insert(std::move(both));
            }
        }
    }
    return {sets.begin(), sets.end()};
}

std::vector<model::ClosureSet> closures_in(const Scenario& scenario) {
    constexpr int months = 12;
    std::set<model::ClosureSet> sets;
    for (int m = 1; m <= months; ++m) {
        if (auto closed = closed_passages(scenario, {m}); !closed.empty()) {
            sets.insert(std::move(closed));
        }
    }
    return {sets.begin(), sets.end()};
}

} // namespace landsea::scenarios
