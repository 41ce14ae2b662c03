#include "model/pareto_front.hpp"

#include "model/detail/query_layers.hpp"
#include "model/detail/search_space.hpp"
#include "model/edge_weights.hpp"

#include <algorithm>
#include <array>
#include <queue>
#include <set>
#include <stdexcept>

namespace landsea::model {

namespace {

using detail::SearchSpace;
using Sum = SearchSpace::Sum;

constexpr std::uint32_t none = 0xFFFFFFFF;

/// What each arc weighs in one objective.
std::vector<Sum> weights_along(const SearchSpace& space, Query query, Objective objective) {
    std::vector<Sum> result;
    result.reserve(space.arcs().size());
    if (objective == Objective::transfers) {
        for (const SearchSpace::Arc& arc : space.arcs()) {
            result.push_back(space.graph().edges()[arc.edge].kind == Edge::Kind::take ? 1 : 0);
        }
        return result;
    }
    query.criterion = objective == Objective::time    ? Criterion::time
                      : objective == Objective::money ? Criterion::money
                                                      : Criterion::carbon;
    for (const std::uint32_t weight : space.along_arcs(weights_of(space.graph(), query))) {
        result.push_back(weight);
    }
    return result;
}

/// Vectors of which none is at most another in every component.
template <std::size_t N>
class Front {
  public:
    using Vector = std::array<Sum, N>;

    /// Whether one of them, each component made `slack` times as small, is at most the vector.
    [[nodiscard]] bool covers(const Vector& vector, double slack = 1.0) const {
        return std::ranges::any_of(vectors_, [&](const Vector& held) {
            for (std::size_t i = 0; i < N; ++i) {
                if (held[i] > vector[i] &&
                    static_cast<double>(held[i]) > slack * static_cast<double>(vector[i])) {
                    return false;
                }
            }
            return true;
        });
    }

    /// Adds a vector that is not covered, and drops those that it covers.
    void add(const Vector& vector) {
        std::erase_if(vectors_, [&](const Vector& held) {
            for (std::size_t i = 0; i < N; ++i) {
                if (vector[i] > held[i]) {
                    return false;
                }
            }
            return true;
        });
        vectors_.push_back(vector);
    }

  private:
    std::vector<Vector> vectors_;
};

/// The label-setting search by N objectives.
template <std::size_t N>
class Search {
  public:
    Search(const SearchSpace& space, std::array<std::vector<Sum>, N> weights,
           const ParetoSettings& settings)
        : space_{space}, weights_{std::move(weights)}, settings_{settings},
          fronts_(space.vertex_count()) {
        for (std::size_t i = 0; i < N; ++i) {
            bounds_[i] = space.least_to_goal(weights_[i]);
        }
    }

    ParetoFront run(CargoKind cargo) {
        ParetoFront result;
        if (bounds_[0][space_.source()] != SearchSpace::nowhere) {
            push({.vertex = space_.source()});
        }
        while (!queue_.empty()) {
            const Entry top = queue_.top();
            queue_.pop();
            const Label label = labels_[top.label];
            if (is_beaten(label.vertex, label.weights, top.whole)) {
                continue;
            }
            fronts_[label.vertex].add(without_first(label.weights));
            if (space_.is_goal(label.vertex)) {
                found_.add(without_first(label.weights));
                result.routes.push_back({space_.itinerary_along(path_to(top.label), cargo),
                                         {label.weights.begin(), label.weights.end()}});
            } else if (labels_.size() >= settings_.most_labels) {
                result.search = ParetoFront::Search::gave_up;
                break;
            } else {
                go_on(top.label, label);
            }
        }
        result.labels = labels_.size();
        return result;
    }

  private:
    using Vector = std::array<Sum, N>;

    struct Label {
        Vector weights{};
        std::uint32_t vertex{};
        std::uint32_t edges{}; ///< that count in a tie
        std::uint32_t before = none;
        std::uint32_t arc = none;
    };

    struct Entry {
        Vector whole; ///< what a route by this label weighs at least
        std::uint32_t edges;
        std::uint32_t label;

        friend bool operator>(const Entry& a, const Entry& b) {
            return std::tie(a.whole, a.edges, a.label) > std::tie(b.whole, b.edges, b.label);
        }
    };

    static std::array<Sum, N - 1> without_first(const Vector& vector) {
        std::array<Sum, N - 1> rest;
        std::copy(vector.begin() + 1, vector.end(), rest.begin());
        return rest;
    }

    /// What was settled weighs no more in the first objective, so the others decide.
    [[nodiscard]] bool is_beaten(std::uint32_t vertex, const Vector& weights,
                                 const Vector& whole) const {
        return fronts_[vertex].covers(without_first(weights)) ||
               found_.covers(without_first(whole), 1.0 + settings_.epsilon);
    }

    void push(const Label& label) {
        Vector whole = label.weights;
        for (std::size_t i = 0; i < N; ++i) {
            whole[i] += bounds_[i][label.vertex];
        }
        if (!is_beaten(label.vertex, label.weights, whole)) {
            queue_.push({whole, label.edges, static_cast<std::uint32_t>(labels_.size())});
            labels_.push_back(label);
        }
    }

    void go_on(std::uint32_t id, const Label& label) {
        const auto [first, last] = space_.leaving(label.vertex);
        for (std::uint32_t a = first; a < last; ++a) {
            const std::uint32_t head = space_.arcs()[a].head;
            if (bounds_[0][head] == SearchSpace::nowhere || takes_what_it_left(label, a)) {
                continue;
            }
            Label next{.weights = label.weights,
                       .vertex = head,
                       .edges = label.edges + tie_length(space_.edge(a).kind),
                       .before = id,
                       .arc = a};
            for (std::size_t i = 0; i < N; ++i) {
                next.weights[i] += weights_[i][a];
            }
            push(next);
        }
    }

    /// Changing from a service to itself never pays, so nothing is lost by leaving it out.
    [[nodiscard]] bool takes_what_it_left(const Label& label, std::uint32_t arc) const {
        if (space_.edge(arc).kind != Edge::Kind::take) {
            return false;
        }
        const Label& transferred = labels_[label.before];
        return space_.edge(transferred.arc).from == space_.edge(arc).to;
    }

    [[nodiscard]] std::vector<std::uint32_t> path_to(std::uint32_t id) const {
        std::vector<std::uint32_t> arcs;
        for (; labels_[id].before != none; id = labels_[id].before) {
            arcs.push_back(labels_[id].arc);
        }
        std::ranges::reverse(arcs);
        return arcs;
    }

    const SearchSpace& space_;
    std::array<std::vector<Sum>, N> weights_;
    std::array<std::vector<Sum>, N> bounds_;
    ParetoSettings settings_;
    std::vector<Front<N - 1>> fronts_; ///< of settled labels, by vertex
    Front<N - 1> found_;
    std::vector<Label> labels_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

template <std::size_t N>
ParetoFront searched(const SearchSpace& space, const Query& query,
                     const std::vector<Objective>& objectives, const ParetoSettings& settings) {
    std::array<std::vector<Sum>, N> weights;
    for (std::size_t i = 0; i < N; ++i) {
        weights[i] = weights_along(space, query, objectives[i]);
    }
    return Search<N>{space, std::move(weights), settings}.run(query.shipment.kind);
}

void check(const std::vector<Objective>& objectives, const ParetoSettings& settings) {
    if (objectives.size() < 2 || objectives.size() > 4) {
        throw std::invalid_argument{"expected two to four objectives"};
    }
    if (std::set<Objective>(objectives.begin(), objectives.end()).size() != objectives.size()) {
        throw std::invalid_argument{"an objective is named twice"};
    }
    if (!(settings.epsilon >= 0.0)) {
        throw std::invalid_argument{"expected an epsilon of zero or more"};
    }
}

} // namespace

ParetoFront pareto_front(const VirtualNetwork& graph, const Query& query,
                         const std::vector<Objective>& objectives, const ParetoSettings& settings) {
    check(objectives, settings);
    const SearchSpace space{graph, query};
    if (detail::stays(query, graph.network())) {
        return {.routes = {{.itinerary = {}, .weights = std::vector<Sum>(objectives.size())}}};
    }
    switch (objectives.size()) {
    case 2:
        return searched<2>(space, query, objectives, settings);
    case 3:
        return searched<3>(space, query, objectives, settings);
    default:
        return searched<4>(space, query, objectives, settings);
    }
}

std::size_t transfers_of(const Itinerary& itinerary) {
    std::size_t changes = 0;
    std::optional<ServiceId> riding;
    for (const Step& step : itinerary.steps) {
        if (const auto* haul = std::get_if<Haul>(&step.what)) {
            changes += riding && *riding != haul->service ? 1 : 0;
            riding = haul->service;
        }
    }
    return changes;
}

std::string_view name_of(Objective objective) {
    static constexpr std::array<std::string_view, 4> names{"time", "money", "carbon", "transfers"};
    return names[static_cast<std::size_t>(objective)];
}

} // namespace landsea::model
