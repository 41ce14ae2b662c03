#include "model/sea_lanes.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <queue>
#include <stdexcept>

namespace landsea::model {

namespace {

constexpr double metres_per_km = 1000.0;
constexpr std::size_t most_passages = 64;
constexpr std::size_t most_required = 8;
constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

std::uint32_t whole_metres(const SeaEdge& edge) {
    constexpr Km longest{100'000.0};
    if (!(edge.length > Km{0.0} && edge.length <= longest)) {
        throw std::invalid_argument{"the length of a sea edge must be above 0 and at most "
                                    "100,000 km"};
    }
    return static_cast<std::uint32_t>(
        std::max(1.0, std::round(edge.length.count() * metres_per_km)));
}

} // namespace

/// What a search has found. A state is a node with the set of required passages already met:
/// `node * layers + met`.
struct SeaLanes::Search {
    std::uint32_t layers{1};
    std::vector<std::uint32_t> metres;     ///< from the start; `nowhere` where not reached
    std::vector<std::uint32_t> arrived_by; ///< the edge
    std::vector<std::uint32_t> came_from;  ///< the state
};

SeaLanes::SeaLanes(std::vector<SeaPassage> passages, std::vector<SeaNode> nodes,
                   std::vector<SeaEdge> edges)
    : passages_{std::move(passages)}, nodes_{std::move(nodes)}, edges_{std::move(edges)},
      first_(nodes_.size() + 1, 0) {
    if (passages_.size() > most_passages) {
        throw std::invalid_argument{"at most 64 passages"};
    }
    crossed_.reserve(edges_.size());
    for (const SeaEdge& edge : edges_) {
        if (edge.from >= nodes_.size() || edge.to >= nodes_.size()) {
            throw std::invalid_argument{"a sea edge names a node that is not there"};
        }
        Mask crossed = 0;
        for (const std::uint16_t passage : edge.passages) {
            if (passage >= passages_.size()) {
                throw std::invalid_argument{"a sea edge names a passage that is not there"};
            }
            crossed |= Mask{1} << passage;
        }
        crossed_.push_back(crossed);
        ++first_[edge.from + 1];
        ++first_[edge.to + 1];
    }
    for (std::size_t i = 1; i < first_.size(); ++i) {
        first_[i] += first_[i - 1];
    }
    arcs_.resize(2 * edges_.size());
    auto next = first_;
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
        const std::uint32_t metres = whole_metres(edges_[e]);
        arcs_[next[edges_[e].from]++] = {.head = edges_[e].to, .metres = metres, .edge = e};
        arcs_[next[edges_[e].to]++] = {.head = edges_[e].from, .metres = metres, .edge = e};
    }
    for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
        if (!nodes_[n].place.empty()) {
            ports_.push_back(n);
        }
    }
    const auto place = [this](std::uint32_t n) -> const std::string& { return nodes_[n].place; };
    std::ranges::sort(ports_, {}, place);
    if (std::ranges::adjacent_find(ports_, {}, place) != ports_.end()) {
        throw std::invalid_argument{"two sea nodes stand for one port"};
    }
}

std::optional<std::uint32_t> SeaLanes::node_of(std::string_view place) const {
    const auto at = std::ranges::lower_bound(
        ports_, place, {}, [this](std::uint32_t n) { return std::string_view{nodes_[n].place}; });
    return at != ports_.end() && nodes_[*at].place == place ? std::optional{*at} : std::nullopt;
}

SeaLanes::Mask SeaLanes::mask_of(const std::vector<std::string>& ids) const {
    Mask mask = 0;
    for (std::size_t p = 0; p < passages_.size(); ++p) {
        if (std::ranges::find(ids, passages_[p].id) != ids.end()) {
            mask |= Mask{1} << p;
        }
    }
    return mask;
}

SeaLanes::Mask SeaLanes::closed_under(const SeaRules& rules) const {
    Mask closed = 0;
    for (std::size_t p = 0; p < passages_.size(); ++p) {
        const auto open = passages_[p].open;
        if (open == SeaPassage::Open::on_request ||
            (open == SeaPassage::Open::to_feeders && rules.vessel == Vessel::ocean)) {
            closed |= Mask{1} << p;
        }
    }
    return (closed & ~mask_of(rules.required)) | mask_of(rules.closed);
}

SeaLanes::Search SeaLanes::search(std::uint32_t from, const std::vector<std::uint32_t>& to,
                                  Mask closed, Mask required) const {
    std::vector<Mask> wanted;
    for (Mask left = required; left != 0; left &= left - 1) {
        wanted.push_back(left & (~left + 1));
    }
    const auto met_by = [&](Mask crossed) {
        std::uint32_t met = 0;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            met |= (crossed & wanted[i]) != 0 ? std::uint32_t{1} << i : 0;
        }
        return met;
    };
    Search found;
    const auto bits = static_cast<std::uint32_t>(wanted.size());
    found.layers = std::uint32_t{1} << bits;
    found.metres.assign(nodes_.size() * found.layers, nowhere);
    found.arrived_by.assign(found.metres.size(), nowhere);
    found.came_from.assign(found.metres.size(), nowhere);
    std::vector<bool> is_awaited(nodes_.size());
    std::size_t awaited = 0;
    for (const std::uint32_t node : to) {
        awaited += is_awaited[node] ? 0 : 1;
        is_awaited[node] = true;
    }
    using Entry = std::pair<std::uint32_t, std::uint32_t>; // metres, state
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    const std::uint32_t start = from * found.layers;
    found.metres[start] = 0;
    open.emplace(0, start);
    while (!open.empty()) {
        const auto [metres, state] = open.top();
        open.pop();
        if (metres != found.metres[state]) {
            continue;
        }
        // The number of layers is a power of two: shifts take a fraction of a division's time.
        const std::uint32_t node = state >> bits;
        const std::uint32_t met_here = state & (found.layers - 1);
        if (is_awaited[node] && met_here == found.layers - 1) {
            is_awaited[node] = false;
            if (--awaited == 0) {
                break;
            }
        }
        for (std::uint32_t a = first_[node]; a < first_[node + 1]; ++a) {
            const Arc& arc = arcs_[a];
            const Mask crossed = crossed_[arc.edge];
            if ((crossed & closed) != 0 || arc.metres >= nowhere - metres) {
                continue;
            }
            // Going back through a passage undoes having gone through it.
            const std::uint32_t met =
                crossed == 0 || wanted.empty() ? met_here : met_here ^ met_by(crossed);
            const std::uint32_t next = (arc.head << bits) + met;
            const std::uint32_t length = metres + arc.metres;
            if (length < found.metres[next]) {
                open.emplace(length, next);
            } else if (length > found.metres[next] || arc.edge >= found.arrived_by[next]) {
                continue;
            }
            found.metres[next] = length;
            found.arrived_by[next] = arc.edge;
            found.came_from[next] = state;
        }
    }
    return found;
}

SeaCourse SeaLanes::traced(const Search& search, std::uint32_t from, std::uint32_t last) const {
    std::vector<std::uint32_t> states{last};
    while (search.came_from[states.back()] != nowhere) {
        states.push_back(search.came_from[states.back()]);
    }
    std::ranges::reverse(states);
    SeaCourse course{.length = Km{search.metres[last] / metres_per_km},
                     .line = {nodes_[from].location},
                     .passages = {}};
    Mask passed = 0;
    for (std::size_t i = 1; i < states.size(); ++i) {
        const SeaEdge& edge = edges_[search.arrived_by[states[i]]];
        const bool forwards = edge.to == states[i] / search.layers;
        if (forwards) {
            course.line.insert(course.line.end(), edge.shape.begin(), edge.shape.end());
        } else {
            course.line.insert(course.line.end(), edge.shape.rbegin(), edge.shape.rend());
        }
        course.line.push_back(nodes_[forwards ? edge.to : edge.from].location);
        std::vector<std::uint16_t> crossed = edge.passages;
        if (!forwards) {
            std::ranges::reverse(crossed);
        }
        for (const std::uint16_t passage : crossed) {
            if ((passed >> passage & 1) == 0) {
                passed |= Mask{1} << passage;
                course.passages.push_back(passages_[passage].id);
            }
        }
    }
    return course;
}

std::optional<SeaCourse> SeaLanes::course(std::uint32_t from, std::uint32_t to,
                                          const SeaRules& rules) const {
    return courses(from, {to}, rules).front();
}

std::vector<std::optional<SeaCourse>> SeaLanes::courses(std::uint32_t from,
                                                        const std::vector<std::uint32_t>& to,
                                                        const SeaRules& rules) const {
    if (from >= nodes_.size() ||
        std::ranges::any_of(to, [&](std::uint32_t node) { return node >= nodes_.size(); })) {
        throw std::invalid_argument{"a sea course between nodes that are not there"};
    }
    std::vector<std::string> ids = rules.required;
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.size() > most_required) {
        throw std::invalid_argument{"at most 8 required passages"};
    }
    std::vector<std::optional<SeaCourse>> all(to.size());
    const Mask required = mask_of(ids);
    if (to.empty() || static_cast<std::size_t>(std::popcount(required)) != ids.size()) {
        return all;
    }
    const Search found = search(from, to, closed_under(rules), required);
    for (std::size_t i = 0; i < to.size(); ++i) {
        const std::uint32_t last = to[i] * found.layers + found.layers - 1;
        if (found.metres[last] != nowhere) {
            all[i] = traced(found, from, last);
        }
    }
    return all;
}

std::vector<std::optional<Km>> SeaLanes::distances(std::uint32_t from,
                                                   const SeaRules& rules) const {
    if (from >= nodes_.size()) {
        throw std::invalid_argument{"sea distances from a node that is not there"};
    }
    const Search found = search(from, {}, closed_under(rules), 0);
    std::vector<std::optional<Km>> all(nodes_.size());
    for (std::size_t n = 0; n < all.size(); ++n) {
        if (found.metres[n] != nowhere) {
            all[n] = Km{found.metres[n] / metres_per_km};
        }
    }
    return all;
}

} // namespace landsea::model
