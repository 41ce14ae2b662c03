#include "geo/sight_lines.hpp"

#include "geo/detail/arc_tree.hpp"

#include <algorithm>
#include <thread>

namespace landsea::geo {

namespace {

using detail::UnitVector;

/// A headland, with the directions to its neighbours along the shore.
struct Headland {
    UnitVector at;
    UnitVector before;
    UnitVector after;
    std::uint32_t corner{}; ///< in the numbering of the tree
    std::uint32_t corner_before{};
    std::uint32_t corner_after{};
};

// A line along the shore itself must count as tangent, whatever rounding says.
constexpr double rounding = 1e-9;

bool is_tangent(const Headland& headland, UnitVector normal) {
    const double before = dot(normal, headland.before);
    const double after = dot(normal, headland.after);
    return (before >= -rounding && after >= -rounding) || (before <= rounding && after <= rounding);
}

UnitVector toward(UnitVector from, UnitVector to) {
    return normalised(to - dot(to, from) * from);
}

bool is_headland(UnitVector before, UnitVector at, UnitVector after) {
    // What is forbidden lies on the left: where the shore turns left it bulges into the water.
    return dot(cross(before, at), after) > 0.0;
}

} // namespace

struct SightLines::State {
    std::vector<model::LatLon> places;
    std::vector<Headland> headlands;
    detail::ArcTree walls;

    [[nodiscard]] bool see(const Headland& a, const Headland& b) const {
        const bool are_neighbours = b.corner == a.corner_after || b.corner == a.corner_before;
        if (!are_neighbours) {
            const UnitVector normal = normalised(cross(a.at, b.at));
            if (!is_tangent(a, normal) || !is_tangent(b, normal)) {
                return false;
            }
        }
        return !walls.is_crossed(a.at, b.at, a.corner, b.corner);
    }
};

SightLines::SightLines(const Shoreline& shore, const std::vector<Path>& barriers,
                       double southernmost_deg, double northernmost_deg) {
    std::vector<detail::Arc> arcs;
    std::vector<model::LatLon> places;
    std::vector<Headland> headlands;
    std::uint32_t first = 0;
    for (const Path& ring : shore) {
        const auto count = static_cast<std::uint32_t>(ring.size());
        std::vector<UnitVector> corners(count);
        std::ranges::transform(ring, corners.begin(), detail::direction);
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t before = (i + count - 1) % count;
            const std::uint32_t after = (i + 1) % count;
            arcs.push_back({corners[i], corners[after], first + i, first + after});
            if (ring[i].lat() >= southernmost_deg && ring[i].lat() <= northernmost_deg &&
                is_headland(corners[before], corners[i], corners[after])) {
                places.push_back(ring[i]);
                headlands.push_back({.at = corners[i],
                                     .before = toward(corners[i], corners[before]),
                                     .after = toward(corners[i], corners[after]),
                                     .corner = first + i,
                                     .corner_before = first + before,
                                     .corner_after = first + after});
            }
        }
        first += count;
    }
    for (const Path& barrier : barriers) {
        for (std::size_t i = 1; i < barrier.size(); ++i) {
            arcs.push_back({detail::direction(barrier[i - 1]), detail::direction(barrier[i])});
        }
    }
    state_ = std::make_unique<State>(
        State{std::move(places), std::move(headlands), detail::ArcTree{arcs}});
}

SightLines::SightLines(SightLines&&) noexcept = default;
SightLines& SightLines::operator=(SightLines&&) noexcept = default;
SightLines::~SightLines() = default;

const std::vector<model::LatLon>& SightLines::headlands() const {
    return state_->places;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>>
SightLines::between_headlands(unsigned threads) const {
    const auto count = static_cast<std::uint32_t>(state_->headlands.size());
    std::vector<std::vector<std::uint32_t>> seen(count);
    const auto look = [&](std::uint32_t start) {
        for (std::uint32_t i = start; i < count; i += std::max(1U, threads)) {
            for (std::uint32_t j = i + 1; j < count; ++j) {
                if (state_->see(state_->headlands[i], state_->headlands[j])) {
                    seen[i].push_back(j);
                }
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (std::uint32_t t = 1; t < threads; ++t) {
            workers.emplace_back(look, t);
        }
        look(0);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < count; ++i) {
        for (const std::uint32_t j : seen[i]) {
            pairs.emplace_back(i, j);
        }
    }
    return pairs;
}

std::vector<std::uint32_t> SightLines::from(model::LatLon point) const {
    const UnitVector at = detail::direction(point);
    std::vector<std::uint32_t> seen;
    for (std::uint32_t i = 0; i < state_->headlands.size(); ++i) {
        const Headland& headland = state_->headlands[i];
        if (is_tangent(headland, normalised(cross(at, headland.at))) &&
            !state_->walls.is_crossed(at, headland.at, detail::no_corner, headland.corner)) {
            seen.push_back(i);
        }
    }
    return seen;
}

bool SightLines::are_in_sight(model::LatLon a, model::LatLon b) const {
    return !state_->walls.is_crossed(detail::direction(a), detail::direction(b));
}

} // namespace landsea::geo
