#pragma once

#include "geo/geodesic.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace landsea::geo::detail {

/// A window of the Earth in cells of about 0.3 km, each land or water, and each inside or outside
/// the shoreline that ships keep clear of.
class WaterGrid {
  public:
    /// A cell by row (from the south) and column (from the west).
    struct Cell {
        int row{};
        int column{};

        friend bool operator==(Cell, Cell) = default;
    };

    static constexpr double cell_deg = 0.003;
    static constexpr int half_size = 530; ///< cells from the middle to an edge: 1.6 degrees
    static constexpr int size = 2 * half_size + 1;

    /// All water and all free, round a middle.
    explicit WaterGrid(model::LatLon middle);

    /// Makes land of what lies within the rings, by the even-odd rule over all of them.
    void add_land(const std::vector<Path>& rings);

    /// Takes away the freedom of what lies within the rings, by the even-odd rule over all of them.
    void add_shore(const std::vector<Path>& rings);

    /// Makes water along a line.
    void add_channel(const Path& line);

    [[nodiscard]] bool is_water(Cell cell) const { return (at(cell) & land) == 0; }

    /// Water outside the shoreline.
    [[nodiscard]] bool is_free(Cell cell) const { return at(cell) == 0; }

    static bool contains(Cell cell) {
        return cell.row >= 0 && cell.row < size && cell.column >= 0 && cell.column < size;
    }

    static std::size_t index(Cell cell) {
        return static_cast<std::size_t>(cell.row) * size + static_cast<std::size_t>(cell.column);
    }

    static Cell cell_at(std::size_t index) {
        return {static_cast<int>(index / size), static_cast<int>(index % size)};
    }

    [[nodiscard]] model::LatLon centre(Cell cell) const;

    /// The cell of a place; nullopt when it lies outside.
    [[nodiscard]] std::optional<Cell> cell_of(model::LatLon place) const;

    /// Whether the straight line between two cells stays in water.
    [[nodiscard]] bool are_in_sight(Cell a, Cell b) const;

  private:
    static constexpr std::uint8_t land = 1;
    static constexpr std::uint8_t shore = 2;

    [[nodiscard]] std::uint8_t at(Cell cell) const { return cells_[index(cell)]; }

    /// A point in columns and rows, with fractions.
    struct Spot {
        double column{};
        double row{};
    };

    [[nodiscard]] std::vector<Spot> spots_of(const Path& ring) const;
    static void cross_rows(const std::vector<Spot>& spots, double shift,
                           std::vector<std::vector<double>>& rows);
    void fill(const std::vector<Path>& rings, std::uint8_t bit);
    void paint(int row, std::vector<double>& crossings, std::uint8_t bit);

    model::LatLon middle_;
    double column_deg_;
    std::vector<std::uint8_t> cells_;
};

} // namespace landsea::geo::detail
