#include "tests/support/path_enumeration.hpp"

namespace landsea::support {

using namespace model;

namespace {

/// Walks on from the end of a path in every way.
class Walk {
  public:
    using See = std::function<void(const Path&)>;

    Walk(const PathRules& rules, const See& see, const PathUse& may_begin)
        : rules_{rules}, see_{see}, may_begin_{may_begin} {}

    void visit(std::uint32_t at, std::uint32_t met) {
        if (!may_begin_(path_, met_) || !visited_.emplace(at, met).second) {
            return;
        }
        if (rules_.is_at_goal(at, met)) {
            see_(path_);
        }
        for (const std::uint32_t e : rules_.leaving(at)) {
            if (rules_.is_in_order(e, met)) {
                path_.push_back(e);
                met_.push_back(met | rules_.met(e));
                visit(rules_.graph().edges()[e].head, met_.back());
                path_.pop_back();
                met_.pop_back();
            }
        }
        visited_.erase({at, met});
    }

  private:
    const PathRules& rules_;
    const See& see_;
    const PathUse& may_begin_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> visited_;
    Path path_;
    std::vector<std::uint32_t> met_;
};

} // namespace

PathEnumeration::PathEnumeration(const PairwiseNetwork& graph, const Query& query)
    : rules_{graph, query}, weights_{rules_.weights(query.criterion)} {
    visit(2 * query.from.index, 0, {0, 0});
}

void PathEnumeration::visit(std::uint32_t at, std::uint32_t met, Cost cost) {
    const auto here = std::pair{at, met};
    if (!visited_.insert(here).second) {
        return;
    }
    if (rules_.is_at_goal(at, met)) {
        keep(cost);
    }
    for (const std::uint32_t e : rules_.leaving(at)) {
        const Cost further{cost.first + weights_[e], cost.second + 1};
        if (rules_.is_in_order(e, met) && (best_.empty() || further <= best_cost_)) {
            path_.push_back(e);
            visit(rules_.graph().edges()[e].head, met | rules_.met(e), further);
            path_.pop_back();
        }
    }
    visited_.erase(here);
}

void PathEnumeration::keep(Cost cost) {
    if (best_.empty() || cost < best_cost_) {
        best_.clear();
        best_cost_ = cost;
    }
    if (cost == best_cost_) {
        best_.push_back(path_);
    }
}

void for_every_path(const PathRules& rules, const std::function<void(const Path&)>& see,
                    const PathUse& may_begin) {
    Walk{rules, see, may_begin}.visit(2 * rules.query().from.index, 0);
}

} // namespace landsea::support
