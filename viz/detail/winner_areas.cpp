#include "viz/detail/winner_areas.hpp"

#include <algorithm>
#include <array>

namespace landsea::viz::detail {

namespace {

/// A place in straightened parameters, in which worths are nearly flat between grid points, and
/// what each alternative with a route takes there.
struct Corner {
    Point at;
    std::vector<double> worths;
};

Corner between(const Corner& a, const Corner& b, double share) {
    const auto mix = [&](double x, double y) { return x + share * (y - x); };
    Corner corner{{mix(a.at.x, b.at.x), mix(a.at.y, b.at.y)}, a.worths};
    for (std::size_t i = 0; i < corner.worths.size(); ++i) {
        corner.worths[i] = mix(a.worths[i], b.worths[i]);
    }
    return corner;
}

double excess(const Corner& corner, std::size_t of, std::size_t over) {
    return corner.worths[of] - corner.worths[over];
}

/// Whether the first is preferred to the other where they tie.
bool yields(double difference, std::size_t of, std::size_t over) {
    return of < over ? difference > 0.0 : difference >= 0.0;
}

/// The part of a convex ring where one alternative takes no more than another.
/// Source: the clipping of Sutherland and Hodgman against one line.
std::vector<Corner> kept(const std::vector<Corner>& ring, std::size_t of, std::size_t over) {
    std::vector<Corner> result;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Corner& here = ring[i];
        const Corner& next = ring[(i + 1) % ring.size()];
        const double at_here = excess(here, of, over);
        const double at_next = excess(next, of, over);
        if (at_here <= 0.0) {
            result.push_back(here);
        }
        if ((at_here < 0.0 && at_next > 0.0) || (at_here > 0.0 && at_next < 0.0)) {
            result.push_back(between(here, next, at_here / (at_here - at_next)));
        }
    }
    return result;
}

bool never_wins(const std::vector<Corner>& ring, std::size_t of, std::size_t over) {
    return std::ranges::all_of(
        ring, [&](const Corner& corner) { return yields(excess(corner, of, over), of, over); });
}

class Areas {
  public:
    Areas(const scenarios::WinnerMap& map, const Box& frame) : map_{map}, frame_{frame} {
        areas_.rings.resize(map.worths.size());
        for (std::size_t a = 0; a < map.worths.size(); ++a) {
            if (!map.worths[a].empty()) {
                of_.push_back(a);
            }
        }
    }

    WinnerAreas take() {
        for (std::size_t row = 0; row + 1 < map_.up_values.size(); ++row) {
            add_row(row);
        }
        return std::move(areas_);
    }

  private:
    [[nodiscard]] Point on_page(double across, double up) const {
        const auto share = [](const scenarios::Parameter& parameter, double value) {
            return (value - parameter.from) / (parameter.to - parameter.from);
        };
        return {frame_.left + share(map_.across, across) * frame_.width(),
                frame_.bottom - share(map_.up, up) * frame_.height()};
    }

    [[nodiscard]] Point place(std::size_t column, std::size_t row) const {
        return on_page(map_.across_values[column], map_.up_values[row]);
    }

    [[nodiscard]] Point place(const Corner& corner) const {
        return on_page(scenarios::unstraightened(map_.across, corner.at.x),
                       scenarios::unstraightened(map_.up, corner.at.y));
    }

    [[nodiscard]] Corner corner(std::size_t column, std::size_t row) const {
        Corner corner{{scenarios::straightened(map_.across, map_.across_values[column]),
                       scenarios::straightened(map_.up, map_.up_values[row])},
                      {}};
        for (const std::size_t a : of_) {
            corner.worths.push_back(map_.worths[a][map_.at(column, row)]);
        }
        return corner;
    }

    /// The winner of a cell when its corners agree.
    [[nodiscard]] std::optional<std::size_t> only_winner(std::size_t column,
                                                         std::size_t row) const {
        const auto winner = map_.winners[map_.at(column, row)];
        const bool same = winner == map_.winners[map_.at(column + 1, row)] &&
                          winner == map_.winners[map_.at(column, row + 1)] &&
                          winner == map_.winners[map_.at(column + 1, row + 1)];
        return same ? winner : std::nullopt;
    }

    void add_row(std::size_t row) {
        std::size_t column = 0;
        const std::size_t cells = map_.across_values.size() - 1;
        while (column < cells) {
            const auto winner = only_winner(column, row);
            std::size_t end = column + 1;
            if (winner) {
                while (end < cells && only_winner(end, row) == winner) {
                    ++end;
                }
                areas_.rings[*winner].push_back({place(column, row), place(end, row),
                                                 place(end, row + 1), place(column, row + 1)});
            } else if (!of_.empty()) {
                add_triangle({corner(column, row), corner(end, row), corner(end, row + 1)});
                add_triangle({corner(column, row), corner(end, row + 1), corner(column, row + 1)});
            }
            column = end;
        }
    }

    void add_triangle(const std::vector<Corner>& triangle) {
        for (std::size_t i = 0; i < of_.size(); ++i) {
            std::vector<Corner> part = triangle;
            for (std::size_t j = 0; j < of_.size() && !part.empty(); ++j) {
                if (j != i) {
                    part = never_wins(part, i, j) ? std::vector<Corner>{} : kept(part, i, j);
                }
            }
            if (part.size() < 3) {
                continue;
            }
            std::vector<Point> ring;
            for (const Corner& corner : part) {
                ring.push_back(place(corner));
            }
            areas_.rings[of_[i]].push_back(std::move(ring));
            for (std::size_t j = i + 1; j < of_.size(); ++j) {
                add_border(part, i, j);
            }
        }
    }

    /// The side of an area along which another takes as much.
    void add_border(const std::vector<Corner>& part, std::size_t i, std::size_t j) {
        for (std::size_t k = 0; k < part.size(); ++k) {
            const Corner& here = part[k];
            const Corner& next = part[(k + 1) % part.size()];
            const bool along = is_level(here, i, j) && is_level(next, i, j);
            const bool all = std::ranges::all_of(
                part, [&](const Corner& corner) { return is_level(corner, i, j); });
            if (along && !all) {
                areas_.borders.push_back({place(here), place(next)});
            }
        }
    }

    static bool is_level(const Corner& corner, std::size_t i, std::size_t j) {
        constexpr double rounding = 1e-9;
        const double size = std::max({1.0, corner.worths[i], corner.worths[j]});
        const double difference = excess(corner, i, j);
        return difference <= rounding * size && difference >= -rounding * size;
    }

    const scenarios::WinnerMap& map_;
    Box frame_;
    std::vector<std::size_t> of_; ///< alternatives with a route
    WinnerAreas areas_;
};

} // namespace

WinnerAreas winner_areas(const scenarios::WinnerMap& map, const Box& frame) {
    return Areas{map, frame}.take();
}

} // namespace landsea::viz::detail
