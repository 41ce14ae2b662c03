#include "viz/detail/map_canvas.hpp"

#include "geo/fitted_projection.hpp"
#include "geo/projected_shapes.hpp"
#include "viz/detail/graticule_labels.hpp"
#include "viz/detail/track_lines.hpp"
#include "viz/label_placement.hpp"
#include "viz/mode_style.hpp"

#include <algorithm>

namespace landsea::viz::detail {

namespace {

// The middle lines of tracks side by side: a line's width and a light between.
constexpr double track_gap = 5.4;

double marker_size(int weight) {
    return weight >= 3 ? 11.0 : 8.0;
}

Box around_point(Point at, double half) {
    return {at.x - half, at.y - half, at.x + half, at.y + half};
}

} // namespace

Language glyphs_of(model::Language language) {
    switch (language) {
    case model::Language::zh:
        return Language::zh_hans;
    case model::Language::ru:
        return Language::ru;
    case model::Language::en:
        break;
    }
    return Language::en;
}

std::string name_in(const model::Names& names, const std::vector<model::Language>& languages) {
    std::vector<std::string> parts;
    for (const model::Language language : languages) {
        const std::string& name = names.in(language);
        if (std::ranges::find(parts, name) == parts.end()) {
            parts.push_back(name);
        }
    }
    std::string joined;
    for (const std::string& part : parts) {
        joined += (joined.empty() ? "" : " ") + part;
    }
    return joined;
}

Stroke track_stroke(const MapTrack& track, model::Mode mode, const Palette& palette) {
    Stroke stroke = stroke_of(mode, track.colour.value_or(palette.route(track.look)));
    stroke.width *= track.emphasis == Emphasis::backdrop ? 0.5 : 1.0;
    return stroke;
}

std::optional<Stroke> track_core(const MapTrack& track, model::Mode mode, const Palette& palette) {
    const std::size_t round = track.look / palette.routes.size();
    if (track.colour || round == 0) {
        return std::nullopt;
    }
    Stroke core = track_stroke(track, mode, palette);
    core.width *= 0.4;
    core.cap = Cap::butt;
    // Ink cannot be seen on black: there paper in another pattern takes its part.
    const bool black = track.look % palette.routes.size() == palette.routes.size() - 1;
    const bool inked = round % 2 == 0;
    core.colour = inked && !black ? palette.ink : palette.paper;
    if (round == 2 && black) {
        core.width *= 0.5;
    } else if (round == 4 && black) {
        core.dash = {9.0, 4.0};
    } else if (round > 4) {
        core.dash = {7.0, 3.0, 1.5, 3.0};
    } else if (round > 2) {
        core.dash = {2.0, 3.0};
    }
    return core;
}

Marker spot_marker(Symbol symbol, Colour fill, const Palette& palette) {
    return {.mark = {},
            .at = {},
            .symbol = symbol,
            .size = symbol == Symbol::square ? 8.0 : 9.5, // squares look larger than they are
            .fill = fill,
            .outline = Stroke{.colour = palette.ink, .width = 0.8}};
}

std::vector<MapPlace> named_spots(const std::vector<MapSpot>& spots) {
    std::vector<MapPlace> places;
    places.reserve(spots.size());
    for (const MapSpot& spot : spots) {
        places.push_back({.id = spot.id,
                          .names = spot.names,
                          .at = spot.at,
                          .part_of = {},
                          .weight = spot.weight});
    }
    return places;
}

MapCanvas::MapCanvas(NamedProjection projection, const Camera& camera, const MapStyle& style,
                     std::string id_prefix)
    : projection_{std::move(projection)}, camera_{camera}, style_{&style},
      prefix_{std::move(id_prefix)}, picture_{blank_map(projection_.projection, camera_,
                                                        style.base.palette)} {
    for (Shape& shape : picture_.shapes) {
        std::visit([&](auto& any) { any.mark.id = prefix_ + any.mark.id; }, shape);
    }
}

void MapCanvas::draw_base(const geo::BaseMap& base) {
    const std::size_t before = picture_.shapes.size();
    add_base_map(picture_, base, projection_.projection, camera_, style_->base);
    for (std::size_t i = before; i < picture_.shapes.size(); ++i) {
        std::visit([&](auto& any) { any.mark.id = prefix_ + any.mark.id; }, picture_.shapes[i]);
    }
}

void MapCanvas::draw_tracks(const std::vector<MapTrack>& tracks) {
    // All pieces of one track in one list, leg after leg, to be spread against the other tracks.
    std::vector<Pieces> pixels(tracks.size());
    std::vector<std::vector<std::size_t>> counts(tracks.size());
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        for (const MapLeg& leg : tracks[i].legs) {
            auto pieces = to_pixels(projection_.projection, camera_, leg.path);
            counts[i].push_back(pieces.size());
            std::ranges::move(pieces, std::back_inserter(pixels[i]));
        }
    }
    std::vector<Pieces> full(tracks.size());
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (tracks[i].emphasis == Emphasis::full) {
            std::swap(full[i], pixels[i]);
        }
    }
    spread(full, track_gap);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (tracks[i].emphasis == Emphasis::full) {
            std::swap(full[i], pixels[i]);
        }
    }
    for (std::size_t i = tracks.size(); i-- > 0;) {
        auto next = pixels[i].begin();
        for (std::size_t leg = 0; leg < tracks[i].legs.size(); ++leg) {
            const auto end = next + static_cast<std::ptrdiff_t>(counts[i][leg]);
            draw_leg(tracks[i], leg, tracks[i].legs[leg], Pieces{next, end});
            next = end;
        }
    }
}

/// A halo below, the line, its core, arrowheads on top.
void MapCanvas::draw_leg(const MapTrack& track, std::size_t number, const MapLeg& leg,
                         Pieces pieces) {
    constexpr double arrow_spacing = 170.0;
    Pieces heads;
    const bool backdrop = track.emphasis == Emphasis::backdrop;
    for (const auto& piece : pieces) {
        if (backdrop) {
            continue;
        }
        const auto boxes = boxes_along(piece, 6.0);
        along_tracks_.insert(along_tracks_.end(), boxes.begin(), boxes.end());
        if (leg.flow == Flow::onward) {
            std::ranges::move(arrowheads(piece, 11.0, arrow_spacing, {}),
                              std::back_inserter(heads));
        }
    }
    const Palette& palette = style_->base.palette;
    const std::string id = prefix_ + "route-" + track.id + "-" + std::to_string(number + 1);
    picture_.shapes.emplace_back(
        Line{.mark = {.id = id, .title = track.title},
             .pieces = pieces,
             .stroke = track_stroke(track, leg.mode, palette),
             .halo = backdrop ? std::nullopt : std::optional{Halo{palette.halo, 1.4}}});
    if (const auto core = track_core(track, leg.mode, palette)) {
        picture_.shapes.emplace_back(
            Line{.mark = {}, .pieces = std::move(pieces), .stroke = *core});
    }
    draw_arrows(track, std::move(heads));
}

void MapCanvas::draw_arrows(const MapTrack& track, Pieces heads) {
    const Palette& palette = style_->base.palette;
    if (!heads.empty()) {
        picture_.shapes.emplace_back(Area{.mark = {},
                                          .rings = std::move(heads),
                                          .fill = track.colour.value_or(palette.route(track.look)),
                                          .outline = Stroke{.colour = palette.halo, .width = 0.9}});
    }
}

std::optional<Point> MapCanvas::pixel(model::LatLon place) const {
    const auto point = projection_.projection.forward(place);
    if (!point) {
        return std::nullopt;
    }
    const Point at = camera_.to_pixel(*point);
    const Box frame{0.0, 0.0, camera_.width, camera_.height};
    return frame.contains(at) ? std::optional{at} : std::nullopt;
}

void MapCanvas::draw_places(const std::vector<MapPlace>& places) {
    const Palette& palette = style_->base.palette;
    for (const MapPlace& place : places) {
        if (const auto at = pixel(place.at)) {
            const double size = marker_size(place.weight);
            picture_.shapes.emplace_back(
                Marker{.mark = {.id = prefix_ + "place-" + place.id,
                                .title = place.names.in(style_->languages.front())},
                       .at = *at,
                       .size = size,
                       .fill = palette.paper,
                       .outline = Stroke{.colour = palette.ink, .width = 2.2}});
            marked_.push_back(around_point(*at, size / 2.0 + 1.0));
        }
    }
}

void MapCanvas::draw_spots(const std::vector<MapSpot>& spots) {
    for (const MapSpot& spot : spots) {
        if (const auto at = pixel(spot.at)) {
            Marker marker = spot_marker(spot.symbol, spot.fill, style_->base.palette);
            marker.mark = {.id = prefix_ + "place-" + spot.id,
                           .title = spot.names.in(style_->languages.front())};
            marker.at = *at;
            marked_.push_back(around_point(*at, marker.size / 2.0));
            picture_.shapes.emplace_back(std::move(marker));
        }
    }
}

void MapCanvas::name_places(const std::vector<MapPlace>& places) {
    const Palette& palette = style_->base.palette;
    const bool chinese =
        std::ranges::find(style_->languages, model::Language::zh) != style_->languages.end();
    std::vector<Label> labels;
    std::set<std::string> named;
    for (const MapPlace& place : places) {
        const auto at = pixel(place.at);
        if (!at || !named.insert(place.part_of.empty() ? place.id : place.part_of).second) {
            continue;
        }
        const bool main = place.weight >= 3;
        labels.push_back({.text = {.words = name_in(place.names, style_->languages),
                                   .size = main ? 16.0 : 13.5,
                                   .colour = main ? palette.ink : palette.muted_ink,
                                   .weight = main ? Weight::bold : Weight::normal,
                                   .language = chinese ? Language::zh_hans
                                                       : glyphs_of(style_->languages.front()),
                                   .halo = Halo{palette.halo, 3.0}},
                          .place = *at,
                          .gap = marker_size(place.weight) / 2.0 + 5.0,
                          .priority = place.weight});
    }
    // Ends of routes are named even among many signs, where they hide the fewest of them.
    const auto is_main = [](const Label& label) { return label.priority >= 3; };
    const auto others = std::stable_partition(labels.begin(), labels.end(), is_main);
    const std::vector<Label> first{labels.begin(), others};
    std::vector<Box> avoid = along_tracks_;
    std::vector<Box> keep_out = keep_out_;
    for (const Label& label : first) {
        keep_out.push_back(around_point(label.place, label.gap - 4.0));
    }
    avoid.insert(avoid.end(), marked_.begin(), marked_.end());
    const Box frame = Box{0.0, 0.0, camera_.width, camera_.height}.grown(-6.0);
    write(place_labels(first, {.frame = frame, .keep_out = keep_out, .avoid = avoid}, meter_));
    keep_out = keep_out_;
    keep_out.insert(keep_out.end(), marked_.begin(), marked_.end());
    write(place_labels({others, labels.end()},
                       {.frame = frame, .keep_out = keep_out, .avoid = along_tracks_}, meter_));
}

void MapCanvas::write(std::vector<std::optional<Text>> names) {
    for (auto& name : names) {
        if (name) {
            keep_clear(meter_.box(*name));
            picture_.shapes.emplace_back(std::move(*name));
        }
    }
}

void MapCanvas::label_graticule() {
    std::vector<Box> keep_out = keep_out_;
    keep_out.insert(keep_out.end(), marked_.begin(), marked_.end());
    for (const Box& box : add_graticule_labels(
             picture_, projection_.projection, camera_, style_->base.graticule_degrees, keep_out,
             meter_, style_->base.palette, glyphs_of(style_->languages.front()))) {
        keep_clear(box);
    }
}

void MapCanvas::draw_frame() {
    const double right = camera_.width - 0.5;
    const double bottom = camera_.height - 0.5;
    picture_.shapes.emplace_back(
        Line{.mark = {.id = prefix_ + "frame", .title = {}, .pinned = Pinned::page},
             .pieces = {{{0.5, 0.5}, {right, 0.5}, {right, bottom}, {0.5, bottom}, {0.5, 0.5}}},
             .stroke = {.colour = style_->base.palette.muted_ink, .width = 1.0}});
}

bool MapCanvas::is_free(const Box& box) const {
    return std::ranges::none_of(keep_out_, [&](const Box& other) { return other.overlaps(box); });
}

std::size_t MapCanvas::hidden_by(const Box& box) const {
    const auto hit = [&](const Box& other) { return other.overlaps(box); };
    constexpr long place_counts_for = 8;
    return static_cast<std::size_t>(std::ranges::count_if(along_tracks_, hit) +
                                    place_counts_for * std::ranges::count_if(marked_, hit));
}

} // namespace landsea::viz::detail
