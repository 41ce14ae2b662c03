#include "model/alternative_routes.hpp"

#include "model/detail/loops.hpp"
#include "model/detail/query_layers.hpp"
#include "model/detail/spur_search.hpp"
#include "model/edge_weights.hpp"

#include <algorithm>
#include <cmath>
#include <queue>
#include <set>
#include <stdexcept>

namespace landsea::model {

namespace {

using detail::SearchSpace;
using detail::SpurSearch;
using Sum = SpurSearch::Sum;
using Path = SpurSearch::Path;

constexpr int tie_bits = 20; ///< the weight, then the number of edges that count in a tie

std::vector<Sum> lengths_along(const SearchSpace& space, const Query& query) {
    std::vector<Sum> lengths;
    const auto weights = space.along_arcs(weights_of(space.graph(), query));
    for (std::uint32_t a = 0; a < weights.size(); ++a) {
        lengths.push_back((Sum{weights[a]} << tie_bits) + tie_length(space.edge(a).kind));
    }
    return lengths;
}

/// All routes with a common beginning, but for some.
struct Branch {
    SpurSearch::Beginning beginning;
    Sum bound{};              ///< none of its routes is shorter
    std::optional<Path> best; ///< its first path within the limits, loops or not; absent: unknown
    std::size_t limits{};     ///< so many were known when that was found
};

/// Shorter ones first; where bounds tie, the unknown, then the best path that comes first.
struct ComesAfter {
    const SearchSpace* space{};

    bool operator()(const Branch& a, const Branch& b) const {
        if (a.bound != b.bound) {
            return a.bound > b.bound;
        }
        if (!a.best || !b.best) {
            return a.best && !b.best;
        }
        return space->comes_before(*b.best, *a.best);
    }
};

/// The search through the branches.
class Enumeration {
  public:
    Enumeration(const SearchSpace& space, const Query& query, const AlternativeSettings& settings)
        : space_{space}, query_{query}, settings_{settings}, spurs_{space,
                                                                    lengths_along(space, query),
                                                                    settings.most_labels} {
        add({});
    }

    AlternativeRoutes run() {
        AlternativeRoutes result;
        while (result.routes.size() < settings_.count) {
            if (branches_.empty() || spurs_.gave_up()) {
                result.search = spurs_.gave_up() ? AlternativeRoutes::Search::gave_up
                                                 : AlternativeRoutes::Search::no_more;
                break;
            }
            Branch branch = branches_.top();
            branches_.pop();
            if (!is_known(branch)) {
                find_best(std::move(branch));
                continue;
            }
            const std::size_t loopless = detail::loopless_part(*branch.best, space_);
            if (loopless == branch.best->size() && differs(*branch.best) &&
                known_.insert(space_.vertices_along(*branch.best)).second) {
                result.routes.push_back({space_.itinerary_along(*branch.best, query_.shipment.kind),
                                         spurs_.length_of(*branch.best) >> tie_bits});
                keep_away_from(*branch.best);
            }
            if (is_known(branch)) {
                split(branch, loopless);
            } else {
                branches_.push(std::move(branch));
            }
        }
        result.labels = spurs_.labels();
        return result;
    }

  private:
    [[nodiscard]] std::uint64_t most_metres(std::uint64_t of_length) const {
        return static_cast<std::uint64_t>(
            std::llround(settings_.most_shared * static_cast<double>(of_length)));
    }

    /// Whether its best path is known, and keeps to the limits that came after it, too.
    [[nodiscard]] bool is_known(const Branch& branch) const {
        return branch.best && spurs_.keeps_to_limits(*branch.best, branch.limits);
    }

    void find_best(Branch branch) {
        branch.best = spurs_.best(branch.beginning);
        if (branch.best) {
            branch.bound = spurs_.length_of(*branch.best);
            branch.limits = spurs_.limits();
            branches_.push(std::move(branch));
        }
    }

    /// Whether a path that keeps to the limits does so by its own length, too.
    [[nodiscard]] bool differs(const Path& path) const {
        const std::uint64_t own = spurs_.metres_of(path);
        for (std::size_t i = 0; i < spurs_.limits(); ++i) {
            const std::uint64_t shorter = std::min(own, spurs_.metres_of_limit(i));
            if (spurs_.shared_metres(path, i) > most_metres(shorter)) {
                return false;
            }
        }
        return true;
    }

    void keep_away_from(const Path& path) {
        if (settings_.most_shared < 1.0) {
            spurs_.limit(path, most_metres(spurs_.metres_of(path)));
        }
    }

    /// All routes of a branch but its best one: those that leave it at one of its arcs. What begins
    /// with a loop is no route.
    void split(const Branch& branch, std::size_t loopless) {
        const Path& path = *branch.best;
        const std::size_t root = branch.beginning.root.size();
        for (std::size_t i = root; i < path.size() && i <= loopless; ++i) {
            SpurSearch::Beginning beginning{{path.begin(), path.begin() + static_cast<long>(i)},
                                            {}};
            if (i == root) {
                beginning.barred = branch.beginning.barred;
            }
            beginning.barred.insert(std::ranges::upper_bound(beginning.barred, path[i]), path[i]);
            add(std::move(beginning));
        }
    }

    void add(SpurSearch::Beginning beginning) {
        const Sum bound = spurs_.bound(beginning);
        if (bound != SearchSpace::nowhere) {
            branches_.push({std::move(beginning), bound, std::nullopt, 0});
        }
    }

    const SearchSpace& space_;
    const Query& query_;
    AlternativeSettings settings_;
    SpurSearch spurs_;
    std::set<std::vector<std::uint32_t>> known_; ///< the routes found, by their vertices
    std::priority_queue<Branch, std::vector<Branch>, ComesAfter> branches_{ComesAfter{&space_}};
};

} // namespace

AlternativeRoutes alternative_routes(const VirtualNetwork& graph, const Query& query,
                                     const AlternativeSettings& settings) {
    if (!(settings.most_shared >= 0.0 && settings.most_shared <= 1.0)) {
        throw std::invalid_argument{"expected to share 0 to 1 of the length"};
    }
    const SearchSpace space{graph, query};
    if (detail::stays(query, graph.network())) {
        return {.routes = {{}},
                .search = settings.count > 1 ? AlternativeRoutes::Search::no_more
                                             : AlternativeRoutes::Search::found_all};
    }
    return Enumeration{space, query, settings}.run();
}

} // namespace landsea::model
