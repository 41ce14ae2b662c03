#include "geo/basemap.hpp"
#include "geo/detail/arc_tree.hpp"
#include "io/read_waters.hpp"
#include "io/sea_lane_files.hpp"

#include <gtest/gtest.h>
#include <ogr_geometry.h>

#include <cmath>
#include <filesystem>
#include <memory>
#include <numbers>

namespace landsea {
namespace {

using geo::detail::Arc;
using Shape = std::unique_ptr<OGRGeometry>;

const std::filesystem::path data = std::filesystem::path{LANDSEA_SOURCE_DIR} / "data";
constexpr double shrunk_deg = 0.02;         ///< 2.2 km, or less to the east and west
constexpr double least_island_km2 = 12.0;   ///< docs/sea_lanes.md: smaller ones stop no line
constexpr double channel_margin_deg = 0.03; ///< on either side of a channel given by hand

/// Land that no channel goes through.
class Inland {
  public:
    explicit Inland(const geo::Fairways& fairways) {
        for (const geo::Path& channel : fairways.channels) {
            OGRLineString line;
            for (const model::LatLon point : channel) {
                line.addPoint(point.lon(), point.lat());
            }
            channels_.emplace_back(line.Buffer(channel_margin_deg));
        }
        for (const geo::Polygon& land :
             geo::read_land(data / "basemap.gpkg", geo::LandScale::finest)) {
            add(land);
        }
    }

    [[nodiscard]] const std::vector<Arc>& coasts() const { return coasts_; }

  private:
    void add(const geo::Polygon& land) {
        OGRPolygon whole;
        for (const geo::Path& ring : land.rings) {
            OGRLinearRing line;
            for (const model::LatLon point : ring) {
                line.addPoint(point.lon(), point.lat());
            }
            line.closeRings();
            whole.addRing(&line);
        }
        if (area_km2(whole) < least_island_km2) {
            return;
        }
        const Shape shrunk{whole.Buffer(-shrunk_deg, 2)};
        ASSERT_NE(shrunk, nullptr);
        OGRMultiPolygon near;
        for (const Shape& channel : channels_) {
            if (channel->Intersects(shrunk.get()) != 0) {
                near.addGeometry(channel.get());
            }
        }
        const Shape open{near.UnionCascaded()};
        const Shape left{near.IsEmpty() != 0 ? shrunk->clone() : shrunk->Difference(open.get())};
        ASSERT_NE(left, nullptr);
        add_rings(*left);
    }

    static double area_km2(const OGRPolygon& polygon) {
        constexpr double km_per_degree = 111.2;
        OGREnvelope box;
        polygon.getEnvelope(&box);
        const double middle = (box.MinY + box.MaxY) / 2.0 * std::numbers::pi / 180.0;
        return polygon.get_Area() * km_per_degree * km_per_degree * std::cos(middle);
    }

    void add_rings(const OGRGeometry& shape) {
        if (wkbFlatten(shape.getGeometryType()) == wkbPolygon) {
            for (const OGRLinearRing* ring : *shape.toPolygon()) {
                for (int i = 1; i < ring->getNumPoints(); ++i) {
                    coasts_.push_back({direction(*ring, i - 1), direction(*ring, i)});
                }
            }
        } else if (wkbFlatten(shape.getGeometryType()) == wkbMultiPolygon) {
            for (const OGRPolygon* part : *shape.toMultiPolygon()) {
                add_rings(*part);
            }
        }
    }

    static geo::detail::UnitVector direction(const OGRLinearRing& ring, int i) {
        return geo::detail::direction(model::LatLon::degrees(ring.getY(i), ring.getX(i)));
    }

    std::vector<Shape> channels_;
    std::vector<Arc> coasts_;
};

/// The land is shrunk, because the lanes are surveyed on cells of 0.3 km and the coast of the base
/// map is itself good to some hundred metres only; along channels given by hand the map shows land.
TEST(ShippedSeaLanesOnTheMap, CrossNoLand) {
    const geo::SeaPlan plan = io::read_waters(data / "sea_lanes" / "waters.json");
    const model::SeaLanes lanes = io::read_sea_lanes(data / "sea_lanes", plan.passages);
    const Inland inland{plan.fairways};
    ASSERT_GT(inland.coasts().size(), 100'000U);
    const geo::detail::ArcTree tree{inland.coasts()};
    // The test can fail: from the Baltic to the Yellow Sea there is Asia.
    ASSERT_TRUE(tree.is_crossed(geo::detail::direction(model::LatLon::degrees(60, 20)),
                                geo::detail::direction(model::LatLon::degrees(35, 125))));
    int wrong = 0;
    for (const model::SeaEdge& edge : lanes.edges()) {
        geo::Path line{lanes.nodes()[edge.from].location};
        line.insert(line.end(), edge.shape.begin(), edge.shape.end());
        line.push_back(lanes.nodes()[edge.to].location);
        for (std::size_t i = 1; i < line.size() && wrong < 20; ++i) {
            if (tree.is_crossed(geo::detail::direction(line[i - 1]),
                                geo::detail::direction(line[i]))) {
                ++wrong;
                ADD_FAILURE() << line[i - 1].lat() << " " << line[i - 1].lon() << " to "
                              << line[i].lat() << " " << line[i].lon() << ", on the edge from "
                              << edge.from << lanes.nodes()[edge.from].place << " to " << edge.to;
            }
        }
    }
}

} // namespace
} // namespace landsea
