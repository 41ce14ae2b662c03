#include "viz/base_layers.hpp"

#include "viz/detail/frame_clip.hpp"

#include <string>

namespace landsea::viz {

namespace {

using Pieces = std::vector<std::vector<Point>>;

// Strokes and joins of what lies just outside still reach into the frame.
constexpr double margin = 24.0;

// Below half a pixel the eye sees no corner.
constexpr double least_step = 0.45;

Box frame(const Camera& camera) {
    return Box{0.0, 0.0, camera.width, camera.height}.grown(margin);
}

std::vector<Point> in_pixels(const Camera& camera, const geo::MapLine& line) {
    std::vector<Point> pixels;
    pixels.reserve(line.size());
    for (const geo::MapPoint& point : line) {
        pixels.push_back(camera.to_pixel(point));
    }
    return pixels;
}

/// Collects lines or rings of one layer.
class Layer {
  public:
    Layer(const geo::Projection& projection, const Camera& camera)
        : projection_{&projection}, camera_{&camera} {}

    void add_area(const geo::Polygon& polygon) {
        for (const geo::MapLine& ring : geo::project_area(*projection_, polygon)) {
            const auto kept = detail::thinned(
                detail::clipped_ring(in_pixels(*camera_, ring), frame(*camera_)), least_step);
            if (kept.size() > 2) {
                pieces_.push_back(kept);
            }
        }
    }

    void add_outline(const geo::Polygon& polygon) {
        add_lines(geo::project_outline(*projection_, polygon));
    }

    void add_path(const geo::Path& path, geo::Edge edge) {
        add_lines(geo::project_line(*projection_, path, edge));
    }

    void add_lines(const std::vector<geo::MapLine>& lines) {
        for (const geo::MapLine& line : lines) {
            const auto pixels = detail::thinned(in_pixels(*camera_, line), least_step);
            for (auto& piece : detail::clipped_line(pixels, frame(*camera_))) {
                pieces_.push_back(std::move(piece));
            }
        }
    }

    Pieces take() { return std::move(pieces_); }

  private:
    const geo::Projection* projection_;
    const Camera* camera_;
    Pieces pieces_;
};

void add_graticule(Picture& picture, Layer layer, const BaseMapStyle& style) {
    const double step = style.graticule_degrees;
    if (!(step > 0.0)) {
        return;
    }
    for (double lon = -180.0; lon < 180.0; lon += step) {
        layer.add_path(graticule_meridian(lon), geo::Edge::straight_in_degrees);
    }
    for (double lat = 0.0; lat < 90.0; lat += step) {
        layer.add_path(graticule_parallel(lat), geo::Edge::straight_in_degrees);
        if (lat > 0.0) {
            layer.add_path(graticule_parallel(-lat), geo::Edge::straight_in_degrees);
        }
    }
    picture.shapes.emplace_back(Line{.mark = {.id = "graticule"},
                                     .pieces = layer.take(),
                                     .stroke = {.colour = style.palette.graticule, .width = 0.8}});
}

void add_rivers(Picture& picture, const geo::BaseMap& map, const geo::Projection& projection,
                const Camera& camera, const BaseMapStyle& style) {
    for (int rank = 1; rank <= style.least_river; ++rank) {
        Layer layer{projection, camera};
        for (const geo::River& river : map.rivers) {
            if (std::max(1, river.scale_rank) == rank) {
                layer.add_path(river.course, geo::Edge::straight_in_degrees);
            }
        }
        const double width = std::max(0.6, 1.6 - 0.25 * rank);
        picture.shapes.emplace_back(
            Line{.mark = {.id = "rivers-" + std::to_string(rank)},
                 .pieces = layer.take(),
                 .stroke = {.colour = style.palette.river, .width = width}});
    }
}

std::string id_of(geo::BoundaryClass kind) {
    switch (kind) {
    case geo::BoundaryClass::international:
        return "boundaries-international";
    case geo::BoundaryClass::disputed:
        return "boundaries-disputed";
    case geo::BoundaryClass::line_of_control:
        return "boundaries-line-of-control";
    case geo::BoundaryClass::indefinite:
        return "boundaries-indefinite";
    case geo::BoundaryClass::lease_limit:
        return "boundaries-lease-limit";
    }
    return {};
}

void add_boundaries(Picture& picture, const geo::BaseMap& map, const geo::Projection& projection,
                    const Camera& camera, const BaseMapStyle& style) {
    for (const auto& [kind, choice] : style.boundaries) {
        if (choice == LineChoice::hide) {
            continue;
        }
        Layer layer{projection, camera};
        for (const geo::Boundary& boundary : map.boundaries) {
            if (boundary.kind == kind) {
                layer.add_path(boundary.line, geo::Edge::straight_in_degrees);
            }
        }
        Stroke stroke{.colour = style.palette.boundary, .width = 0.9};
        if (choice == LineChoice::dash) {
            stroke.dash = {4.0, 3.0};
            stroke.cap = Cap::butt;
        }
        picture.shapes.emplace_back(
            Line{.mark = {.id = id_of(kind)}, .pieces = layer.take(), .stroke = stroke});
    }
}

} // namespace

geo::Path graticule_meridian(double lon) {
    return {model::LatLon::degrees(-85, lon), model::LatLon::degrees(85, lon)};
}

geo::Path graticule_parallel(double lat) {
    geo::Path path;
    for (double lon = -180.0; lon <= 180.0; lon += 90.0) {
        path.push_back(model::LatLon::degrees(lat, lon));
    }
    return path;
}

std::vector<std::vector<Point>> to_pixels(const geo::Projection& projection, const Camera& camera,
                                          const geo::Path& path, geo::Edge edge) {
    Layer layer{projection, camera};
    layer.add_path(path, edge);
    return layer.take();
}

Picture blank_map(const geo::Projection& projection, const Camera& camera, const Palette& palette) {
    Picture picture{.width = camera.width, .height = camera.height, .background = palette.paper};
    const auto ring =
        detail::clipped_ring(in_pixels(camera, geo::project_horizon(projection)), frame(camera));
    if (ring.size() > 2) {
        picture.shapes.emplace_back(
            Area{.mark = {.id = "sea"}, .rings = {ring}, .fill = palette.sea});
    }
    return picture;
}

void add_base_map(Picture& picture, const geo::BaseMap& map, const geo::Projection& projection,
                  const Camera& camera, const BaseMapStyle& style) {
    const Palette& palette = style.palette;
    Layer land{projection, camera};
    Layer coast{projection, camera};
    for (const geo::Polygon& polygon : map.land) {
        land.add_area(polygon);
        coast.add_outline(polygon);
    }
    Layer lakes{projection, camera};
    for (const geo::Lake& lake : map.lakes) {
        lakes.add_area(lake.shape);
    }
    picture.shapes.emplace_back(
        Area{.mark = {.id = "land"}, .rings = land.take(), .fill = palette.land});
    picture.shapes.emplace_back(
        Area{.mark = {.id = "lakes"}, .rings = lakes.take(), .fill = palette.lake});
    add_graticule(picture, Layer{projection, camera}, style);
    add_rivers(picture, map, projection, camera, style);
    picture.shapes.emplace_back(Line{.mark = {.id = "coast"},
                                     .pieces = coast.take(),
                                     .stroke = {.colour = palette.coast, .width = 0.7}});
    add_boundaries(picture, map, projection, camera, style);
}

} // namespace landsea::viz
