#include "geo/sea_plan.hpp"

#include "geo/detail/arc_tree.hpp"

#include <algorithm>

namespace landsea::geo {

namespace {

using detail::UnitVector;

/// How far along the arc v-w, from 0 to 1 and not evenly, it meets the great circle of a-b.
double share_until(UnitVector v, UnitVector w, UnitVector a, UnitVector b) {
    const UnitVector wall = cross(a, b);
    const double before = dot(wall, v);
    const double after = dot(wall, w);
    return before / (before - after);
}

} // namespace

std::vector<std::uint16_t> passages_along(const Path& line, const std::vector<Gate>& gates) {
    std::vector<std::uint16_t> all;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const UnitVector v = detail::direction(line[i - 1]);
        const UnitVector w = detail::direction(line[i]);
        std::vector<std::pair<double, std::uint16_t>> met;
        for (const Gate& gate : gates) {
            for (std::size_t g = 1; g < gate.line.size(); ++g) {
                const UnitVector a = detail::direction(gate.line[g - 1]);
                const UnitVector b = detail::direction(gate.line[g]);
                if (detail::arcs_cross(a, b, v, w)) {
                    met.emplace_back(share_until(v, w, a, b), gate.passage);
                }
            }
        }
        std::ranges::sort(met);
        for (const auto& [share, passage] : met) {
            if (std::ranges::find(all, passage) == all.end()) {
                all.push_back(passage);
            }
        }
    }
    return all;
}

} // namespace landsea::geo
