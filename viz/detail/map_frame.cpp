#include "geo/fitted_projection.hpp"
#include "geo/projected_shapes.hpp"
#include "viz/detail/map_canvas.hpp"

#include <algorithm>
#include <stdexcept>

namespace landsea::viz::detail {

namespace {

geo::Path all_points(const std::vector<MapContent>& contents) {
    geo::Path points;
    for (const MapContent& content : contents) {
        for (const MapTrack& track : content.tracks) {
            for (const MapLeg& leg : track.legs) {
                points.insert(points.end(), leg.path.begin(), leg.path.end());
            }
        }
        for (const MapPlace& place : content.places) {
            points.push_back(place.at);
        }
        for (const MapSpot& spot : content.spots) {
            points.push_back(spot.at);
        }
    }
    return points;
}

/// The border of an extent and its inside, for fitting.
std::vector<geo::MapPoint> points_of(const Extent& extent, const geo::Projection& projection) {
    constexpr int steps = 24;
    const double width = extent.east - extent.west + (extent.east <= extent.west ? 360.0 : 0.0);
    std::vector<geo::MapPoint> points;
    for (int i = 0; i <= steps; ++i) {
        for (int k = 0; k <= steps; ++k) {
            const double lon = extent.west + width * i / steps;
            const double lat = extent.south + (extent.north - extent.south) * k / steps;
            if (const auto there = projection.forward(
                    model::LatLon::degrees(lat, lon > 180.0 ? lon - 360.0 : lon))) {
                points.push_back(*there);
            }
        }
    }
    return points;
}

std::vector<geo::MapPoint> points_of(const std::vector<MapContent>& contents,
                                     const geo::Projection& projection) {
    std::vector<geo::MapPoint> points;
    for (const MapContent& content : contents) {
        for (const MapTrack& track : content.tracks) {
            for (const MapLeg& leg : track.legs) {
                for (const auto& piece : geo::project_line(projection, leg.path)) {
                    points.insert(points.end(), piece.begin(), piece.end());
                }
            }
        }
        for (const MapPlace& place : content.places) {
            if (const auto there = projection.forward(place.at)) {
                points.push_back(*there);
            }
        }
        for (const MapSpot& spot : content.spots) {
            if (const auto there = projection.forward(spot.at)) {
                points.push_back(*there);
            }
        }
    }
    return points;
}

} // namespace

bool is_cut(const MapContent& content, const geo::Projection& projection) {
    return std::ranges::any_of(content.tracks, [&](const MapTrack& track) {
        return std::ranges::any_of(track.legs, [&](const MapLeg& leg) {
            return std::ranges::any_of(leg.path, [&](model::LatLon place) {
                return !projection.forward(place).has_value();
            });
        });
    });
}

std::set<model::Mode> modes_of(const MapContent& content) {
    std::set<model::Mode> modes;
    for (const MapTrack& track : content.tracks) {
        for (const MapLeg& leg : track.legs) {
            modes.insert(leg.mode);
        }
    }
    return modes;
}

NamedProjection projection_for(const std::vector<MapContent>& contents, const MapStyle& style) {
    if (!style.projection.empty()) {
        geo::Projection projection = geo::Projection::named(style.projection);
        std::string name = projection.name();
        return {std::move(projection), std::move(name)};
    }
    geo::Path points = all_points(contents);
    if (style.extent) {
        const double east = std::min(180.0, style.extent->east);
        points = {model::LatLon::degrees(style.extent->south, style.extent->west),
                  model::LatLon::degrees(style.extent->north, east)};
    }
    const geo::FittedProjection cone = geo::fitted_projection(points);
    return {geo::Projection::named(cone.definition), cone.name};
}

Camera camera_for(const std::vector<MapContent>& contents, const geo::Projection& projection,
                  const MapStyle& style, double width, double height, Margins margins) {
    const auto points =
        style.extent ? points_of(*style.extent, projection) : points_of(contents, projection);
    if (points.empty() && (style.extent || !all_points(contents).empty())) {
        throw std::invalid_argument{"the projection shows nothing of what is to be drawn"};
    }
    const double inner_width = std::max(1.0, width - margins.left - margins.right);
    const double inner_height = std::max(1.0, height - margins.top - margins.bottom);
    Camera camera = Camera::fitting(points, inner_width, inner_height, 0.0);
    camera.width = width;
    camera.height = height;
    camera.centre.x += (width / 2.0 - margins.left - inner_width / 2.0) * camera.metres_per_pixel;
    camera.centre.y -= (height / 2.0 - margins.top - inner_height / 2.0) * camera.metres_per_pixel;
    return camera;
}

} // namespace landsea::viz::detail
