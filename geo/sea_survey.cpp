#include "geo/sea_survey.hpp"

#include "geo/lane_thinning.hpp"
#include "geo/sea_approach.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace landsea::geo {

namespace {

using model::SeaEdge;
using model::SeaNode;

constexpr double greatest_stretch = 1.002;
constexpr model::Km least_length{0.001};
constexpr std::size_t least_component = 40; ///< headlands; smaller waters are ponds

Path line_of(const std::vector<SeaNode>& nodes, const SeaEdge& edge) {
    Path line{nodes[edge.from].location};
    line.insert(line.end(), edge.shape.begin(), edge.shape.end());
    line.push_back(nodes[edge.to].location);
    return line;
}

/// Nodes that are joined, however indirectly, share a label.
class Components {
  public:
    Components(std::size_t nodes, const std::vector<SeaEdge>& edges) : parent_(nodes) {
        std::iota(parent_.begin(), parent_.end(), 0U);
        for (const SeaEdge& edge : edges) {
            parent_[label(edge.from)] = label(edge.to);
        }
        size_.resize(nodes, 0);
        for (std::uint32_t n = 0; n < nodes; ++n) {
            ++size_[label(n)];
        }
    }

    std::uint32_t label(std::uint32_t node) {
        while (parent_[node] != node) {
            parent_[node] = parent_[parent_[node]];
            node = parent_[node];
        }
        return node;
    }

    std::size_t size(std::uint32_t node) { return size_[label(node)]; }

  private:
    std::vector<std::uint32_t> parent_;
    std::vector<std::size_t> size_;
};

/// Gathers nodes and edges, each edge with its length and passages.
class Chart {
  public:
    explicit Chart(const std::vector<Gate>& gates) : gates_{gates} {}

    std::uint32_t add(SeaNode node) {
        nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(nodes.size() - 1);
    }

    void join(std::uint32_t from, std::uint32_t to, Path shape = {}) {
        SeaEdge edge{
            .from = from, .to = to, .length = {}, .passages = {}, .shape = std::move(shape)};
        const Path line = line_of(nodes, edge);
        edge.length = std::max(length(line), least_length);
        edge.passages = passages_along(line, gates_);
        edges.push_back(std::move(edge));
    }

    std::vector<SeaNode> nodes;
    std::vector<SeaEdge> edges;

  private:
    const std::vector<Gate>& gates_;
};

/// Joins a place to the headlands that its approach ends in sight of.
class Joiner {
  public:
    Joiner(const SightLines& sight, const SeaApproaches& approaches,
           std::function<std::optional<std::uint32_t>(std::uint32_t)> node_of_headland)
        : sight_{sight}, approaches_{approaches}, node_of_headland_{std::move(node_of_headland)} {}

    /// Adds the place's node, a node where its approach ends, and edges. Nullopt, and nothing
    /// added, when there is no water or no way.
    std::optional<SurveyedPort> join(const SurveyPort& port, Chart& chart) {
        std::vector<std::uint32_t> seen;
        const auto is_open_sea = [&](model::LatLon point) {
            seen.clear();
            for (const std::uint32_t headland : sight_.from(point)) {
                if (const auto node = node_of_headland_(headland)) {
                    seen.push_back(*node);
                }
            }
            return !seen.empty();
        };
        const auto approach = approaches_.from(port.location, furthest_from_water, is_open_sea);
        if (!approach) {
            return std::nullopt;
        }
        const Path& line = approach->line;
        const std::uint32_t berth = chart.add({.location = line.front(), .place = port.place});
        std::uint32_t mouth = berth;
        if (line.size() > 1) {
            mouth = chart.add({.location = line.back(), .place = ""});
            chart.join(berth, mouth, {line.begin() + 1, line.end() - 1});
        }
        for (const std::uint32_t node : seen) {
            chart.join(mouth, node);
        }
        mouths_.push_back(mouth);
        return SurveyedPort{.place = port.place,
                            .is_joined = true,
                            .snapped = approach->snapped,
                            .approach = length(line)};
    }

    /// Where approaches end, in the order of joining.
    [[nodiscard]] const std::vector<std::uint32_t>& mouths() const { return mouths_; }

  private:
    const SightLines& sight_;
    const SeaApproaches& approaches_;
    std::function<std::optional<std::uint32_t>(std::uint32_t)> node_of_headland_;
    std::vector<std::uint32_t> mouths_;
};

/// Joins the mouths that see each other; where two are one point, by a metre.
void join_mouths(const std::vector<std::uint32_t>& mouths, const SightLines& sight, Chart& chart) {
    for (std::size_t i = 0; i < mouths.size(); ++i) {
        for (std::size_t j = i + 1; j < mouths.size(); ++j) {
            if (sight.are_in_sight(chart.nodes[mouths[i]].location,
                                   chart.nodes[mouths[j]].location)) {
                chart.join(mouths[i], mouths[j]);
            }
        }
    }
}

/// Joins new mouths to the nodes of the lanes that are no headlands: the mouths of ports.
void join_to_old_mouths(const std::vector<std::uint32_t>& mouths, const model::SeaLanes& lanes,
                        const SightLines& sight, Chart& chart) {
    const std::set<std::pair<double, double>> headlands = [&] {
        std::set<std::pair<double, double>> all;
        for (const model::LatLon at : sight.headlands()) {
            all.emplace(at.lat(), at.lon());
        }
        return all;
    }();
    for (std::uint32_t old = 0; old < lanes.nodes().size(); ++old) {
        const model::LatLon at = lanes.nodes()[old].location;
        if (headlands.contains({at.lat(), at.lon()})) {
            continue;
        }
        for (const std::uint32_t mouth : mouths) {
            if (sight.are_in_sight(at, chart.nodes[mouth].location)) {
                chart.join(old, mouth);
            }
        }
    }
}

/// The chart without the nodes that nothing leads to and the waters without a port.
model::SeaLanes trimmed(const Chart& chart, const std::vector<model::SeaPassage>& passages) {
    Components components{chart.nodes.size(), chart.edges};
    std::vector<std::uint8_t> has_port(chart.nodes.size(), 0);
    for (std::uint32_t n = 0; n < chart.nodes.size(); ++n) {
        if (!chart.nodes[n].place.empty()) {
            has_port[components.label(n)] = 1;
        }
    }
    constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> renumbered(chart.nodes.size(), none);
    std::vector<SeaNode> nodes;
    std::vector<SeaEdge> edges;
    for (std::uint32_t n = 0; n < chart.nodes.size(); ++n) {
        if (has_port[components.label(n)] != 0) {
            renumbered[n] = static_cast<std::uint32_t>(nodes.size());
            nodes.push_back(chart.nodes[n]);
        }
    }
    for (SeaEdge edge : chart.edges) {
        edge.from = renumbered[edge.from];
        edge.to = renumbered[edge.to];
        if (edge.from != none && edge.to != none) {
            edges.push_back(std::move(edge));
        }
    }
    return {passages, std::move(nodes), std::move(edges)};
}

} // namespace

SeaSurvey survey_sea(const std::vector<Polygon>& land, const SeaPlan& plan,
                     const std::vector<SurveyPort>& ports, unsigned threads, const SurveyLog& log) {
    const auto say = [&](std::size_t count, const char* what) {
        if (log) {
            log(std::to_string(count) + " " + what);
        }
    };
    SeaSurvey survey{.lanes = {}, .shore = shoreline(land, plan.fairways), .ports = {}};
    say(survey.shore.size(), "rings of shoreline");
    const SightLines sight{survey.shore, plan.barriers, plan.southernmost_deg,
                           plan.northernmost_deg};
    say(sight.headlands().size(), "headlands");
    Chart chart{plan.gates};
    for (const model::LatLon headland : sight.headlands()) {
        chart.add({.location = headland, .place = ""});
    }
    for (const auto& [from, to] : sight.between_headlands(threads)) {
        chart.join(from, to);
    }
    say(chart.edges.size(), "lines between headlands");
    Components waters{chart.nodes.size(), chart.edges};
    const SeaApproaches approaches{land, survey.shore, plan.fairways};
    Joiner joiner{sight, approaches, [&](std::uint32_t headland) {
                      return waters.size(headland) >= least_component ? std::optional{headland}
                                                                      : std::nullopt;
                  }};
    for (const SurveyPort& port : ports) {
        survey.ports.push_back(
            joiner.join(port, chart)
                .value_or(SurveyedPort{
                    .place = port.place, .is_joined = false, .snapped = {}, .approach = {}}));
    }
    join_mouths(joiner.mouths(), sight, chart);
    for (const MarkedLane& lane : plan.marked_lanes) {
        const std::uint32_t begin = chart.add({.location = lane.line.front(), .place = ""});
        const std::uint32_t end = chart.add({.location = lane.line.back(), .place = ""});
        for (const std::uint32_t node : {begin, end}) {
            for (const std::uint32_t headland : sight.from(chart.nodes[node].location)) {
                chart.join(node, headland);
            }
        }
        chart.join(begin, end, {lane.line.begin() + 1, lane.line.end() - 1});
        chart.edges.back().passages.insert(chart.edges.back().passages.end(), lane.passages.begin(),
                                           lane.passages.end());
    }
    say(chart.edges.size(), "lines with those of ports");
    std::vector<model::LatLon> places;
    for (const SeaNode& node : chart.nodes) {
        places.push_back(node.location);
    }
    chart.edges = thinned(places, std::move(chart.edges), greatest_stretch);
    survey.lanes = trimmed(chart, plan.passages);
    say(survey.lanes.nodes().size(), "nodes kept");
    say(survey.lanes.edges().size(), "edges kept");
    return survey;
}

JoinedLanes joined_to(const model::SeaLanes& lanes, const Shoreline& shore, const SeaPlan& plan,
                      const std::vector<Polygon>& land, const std::vector<SurveyPort>& places) {
    const SightLines sight{shore, plan.barriers, plan.southernmost_deg, plan.northernmost_deg};
    std::map<std::pair<double, double>, std::uint32_t> node_at;
    for (std::uint32_t n = 0; n < lanes.nodes().size(); ++n) {
        const model::LatLon at = lanes.nodes()[n].location;
        node_at.emplace(std::pair{at.lat(), at.lon()}, n);
    }
    const SeaApproaches approaches{land, shore, plan.fairways};
    Chart chart{plan.gates};
    chart.nodes = lanes.nodes();
    chart.edges = lanes.edges();
    Joiner joiner{sight, approaches, [&](std::uint32_t headland) -> std::optional<std::uint32_t> {
                      const model::LatLon at = sight.headlands()[headland];
                      const auto found = node_at.find({at.lat(), at.lon()});
                      return found == node_at.end() ? std::nullopt : std::optional{found->second};
                  }};
    JoinedLanes result;
    for (const SurveyPort& place : places) {
        const auto berth = static_cast<std::uint32_t>(chart.nodes.size());
        const auto port = joiner.join(place, chart);
        result.places.push_back(
            port ? std::optional{JoinedPlace{.node = berth, .snapped = port->snapped}}
                 : std::nullopt);
    }
    join_mouths(joiner.mouths(), sight, chart);
    join_to_old_mouths(joiner.mouths(), lanes, sight, chart);
    result.lanes = {lanes.passages(), std::move(chart.nodes), std::move(chart.edges)};
    return result;
}

} // namespace landsea::geo
