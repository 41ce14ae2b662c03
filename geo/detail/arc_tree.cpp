#include "geo/detail/arc_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace landsea::geo::detail {

namespace {

constexpr double longest_piece = 0.01; ///< radians, about 64 km: long arcs would make wide caps
constexpr std::uint32_t leaf_size = 4;

UnitVector middle(const Arc& arc) {
    return normalised(arc.a + arc.b);
}

/// Pieces of an arc that all keep the corners of the whole.
void add_pieces(const Arc& arc, std::vector<Arc>& pieces) {
    const double whole = angle(arc.a, arc.b);
    const int count = std::max(1, static_cast<int>(std::ceil(whole / longest_piece)));
    UnitVector at = arc.a;
    for (int i = 1; i <= count; ++i) {
        const double part = static_cast<double>(i) / count;
        const UnitVector next = i == count ? arc.b
                                           : normalised(std::sin((1.0 - part) * whole) * arc.a +
                                                        std::sin(part * whole) * arc.b);
        pieces.push_back({at, next, arc.from, arc.to});
        at = next;
    }
}

} // namespace

bool arcs_cross(UnitVector a, UnitVector b, UnitVector v, UnitVector w) {
    const UnitVector sight = cross(v, w);
    if ((dot(sight, a) >= 0.0) == (dot(sight, b) >= 0.0)) {
        return false;
    }
    const UnitVector coast = cross(a, b);
    if ((dot(coast, v) >= 0.0) == (dot(coast, w) >= 0.0)) {
        return false;
    }
    // The two great circles meet at a point and at its antipode: both arcs must hold the same one.
    const UnitVector meeting = cross(sight, coast);
    return (dot(meeting, a + b) > 0.0) == (dot(meeting, v + w) > 0.0);
}

ArcTree::ArcTree(const std::vector<Arc>& arcs) {
    for (const Arc& arc : arcs) {
        add_pieces(arc, arcs_);
    }
    if (!arcs_.empty()) {
        caps_.reserve(arcs_.size());
        build(0, static_cast<std::uint32_t>(arcs_.size()));
    }
}

std::uint32_t ArcTree::build(std::uint32_t first, std::uint32_t last) {
    const auto index = static_cast<std::uint32_t>(caps_.size());
    caps_.emplace_back();
    UnitVector sum;
    for (std::uint32_t i = first; i < last; ++i) {
        sum = sum + middle(arcs_[i]);
    }
    const UnitVector centre = normalised(sum);
    double radius = 0.0;
    UnitVector low{2.0, 2.0, 2.0};
    UnitVector high{-2.0, -2.0, -2.0};
    for (std::uint32_t i = first; i < last; ++i) {
        radius = std::max({radius, angle(centre, arcs_[i].a), angle(centre, arcs_[i].b)});
        const UnitVector m = middle(arcs_[i]);
        low = {std::min(low.x, m.x), std::min(low.y, m.y), std::min(low.z, m.z)};
        high = {std::max(high.x, m.x), std::max(high.y, m.y), std::max(high.z, m.z)};
    }
    constexpr double rounding = 1e-12;
    radius += rounding;
    const bool is_whole_sphere = radius >= 1.5;
    caps_[index] = {.centre = centre,
                    .sine = is_whole_sphere ? 2.0 : std::sin(radius),
                    .cosine = is_whole_sphere ? -2.0 : std::cos(radius),
                    .first = first};
    if (last - first <= leaf_size) {
        caps_[index].count = last - first;
        return index;
    }
    const UnitVector extent = high - low;
    const auto coordinate = [&](const Arc& arc) {
        const UnitVector m = middle(arc);
        if (extent.x >= extent.y && extent.x >= extent.z) {
            return m.x;
        }
        return extent.y >= extent.z ? m.y : m.z;
    };
    const std::uint32_t half = first + (last - first) / 2;
    std::ranges::nth_element(arcs_.begin() + first, arcs_.begin() + half, arcs_.begin() + last, {},
                             coordinate);
    build(first, half);
    caps_[index].right = build(half, last);
    return index;
}

bool ArcTree::is_crossed(UnitVector v, UnitVector w, std::uint32_t at_v, std::uint32_t at_w) const {
    if (caps_.empty()) {
        return false;
    }
    const UnitVector normal = normalised(cross(v, w));
    const auto near = [&](const Cap& cap) {
        const double off = dot(normal, cap.centre);
        if (std::abs(off) > cap.sine) {
            return false;
        }
        const UnitVector foot = cap.centre - off * normal;
        const bool beside =
            dot(cross(v, foot), normal) >= 0.0 && dot(cross(foot, w), normal) >= 0.0;
        return beside || dot(cap.centre, v) >= cap.cosine || dot(cap.centre, w) >= cap.cosine;
    };
    const auto touches = [&](const Arc& arc, std::uint32_t corner) {
        return corner != no_corner && (arc.from == corner || arc.to == corner);
    };
    std::array<std::uint32_t, 128> stack{};
    std::size_t depth = 1;
    while (depth > 0) {
        const std::uint32_t index = stack[--depth];
        const Cap& cap = caps_[index];
        if (!near(cap)) {
            continue;
        }
        if (cap.count == 0) {
            stack[depth++] = cap.right;
            stack[depth++] = index + 1;
            continue;
        }
        for (std::uint32_t i = cap.first; i < cap.first + cap.count; ++i) {
            const Arc& arc = arcs_[i];
            if (!touches(arc, at_v) && !touches(arc, at_w) && arcs_cross(arc.a, arc.b, v, w)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace landsea::geo::detail
