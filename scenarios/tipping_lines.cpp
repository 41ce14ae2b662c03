#include "scenarios/tipping_lines.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace landsea::scenarios {

namespace {

/// Where b falls below a, both having been as low before.
std::optional<double> crossing(const Line& a, const Line& b) {
    const double nearer = (a.end - a.start) - (b.end - b.start);
    if (!(nearer > 0.0) || same_worth(a.end - a.start, b.end - b.start)) {
        return std::nullopt;
    }
    return (b.start - a.start) / nearer;
}

struct Known {
    double t{};
    Line line;
};

void visit_between(const Known& left, const Known& right, const std::function<Line(double)>& ask) {
    const auto lowest_at = [](const Line& line, const Known& known) {
        return line.at(known.t) <= known.line.at(known.t) ||
               same_worth(line.at(known.t), known.line.at(known.t));
    };
    if (lowest_at(left.line, right) || lowest_at(right.line, left)) {
        return;
    }
    const auto t = crossing(left.line, right.line);
    if (!t || !(*t > left.t && *t < right.t)) {
        return;
    }
    const Known middle{*t, ask(*t)};
    const double known = std::min(left.line.at(*t), right.line.at(*t));
    const double found = middle.line.at(*t);
    if (found >= known || same_worth(found, known)) {
        return;
    }
    visit_between(left, middle, ask);
    visit_between(middle, right, ask);
}

} // namespace

bool same_worth(double a, double b) {
    constexpr double rounding = 1e-9;
    return std::abs(a - b) <= rounding * std::max({1.0, std::abs(a), std::abs(b)});
}

std::vector<LinePiece> lower_envelope(const std::vector<Line>& lines) {
    std::vector<LinePiece> pieces;
    if (lines.empty()) {
        return pieces;
    }
    std::size_t current = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const Line& best = lines[current];
        const bool ties = same_worth(lines[i].start, best.start);
        const bool flatter = lines[i].end < best.end && !same_worth(lines[i].end, best.end);
        if (ties ? flatter : lines[i].start < best.start) {
            current = i;
        }
    }
    double from = 0.0;
    for (;;) {
        std::size_t next = current;
        double at = 1.0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto t = crossing(lines[current], lines[i]);
            if (!t || !(*t < 1.0)) {
                continue;
            }
            const double here = std::max(*t, from); // rounding may put it a little before
            const bool first = next == current || here < at;
            const bool lower = here == at && lines[i].end < lines[next].end;
            if (first || lower) {
                at = here;
                next = i;
            }
        }
        if (at > from) {
            pieces.push_back({from, at, current});
        }
        if (next == current) {
            return pieces;
        }
        from = at;
        current = next;
    }
}

void visit_envelope(const std::function<Line(double)>& ask) {
    const Known left{0.0, ask(0.0)};
    const Known right{1.0, ask(1.0)};
    visit_between(left, right, ask);
}

} // namespace landsea::scenarios
