#pragma once

#include "geo/projection.hpp"
#include "viz/camera.hpp"
#include "viz/map_content.hpp"
#include "viz/map_furniture.hpp"
#include "viz/map_sheet.hpp"
#include "viz/text_metrics.hpp"

#include <set>
#include <string>
#include <vector>

namespace landsea::viz::detail {

/// A projection with the name that the note gives it.
struct NamedProjection {
    geo::Projection projection;
    std::string name;
};

/// The one that the style asks for, or a cone fitted to the contents.
NamedProjection projection_for(const std::vector<MapContent>& contents, const MapStyle& style);

/// Room to be kept between what is shown and the edges of a picture, in pixels.
struct Margins {
    double left{};
    double top{};
    double right{};
    double bottom{};
};

/// The camera that shows all tracks and places of the contents, or the style's extent.
Camera camera_for(const std::vector<MapContent>& contents, const geo::Projection& projection,
                  const MapStyle& style, double width, double height, Margins margins);

/// Whether some point of the tracks lies beyond what a projection shows.
bool is_cut(const MapContent& content, const geo::Projection& projection);

/// The sign of a spot or of its key.
Marker spot_marker(Symbol symbol, Colour fill, const Palette& palette);

/// The spots of a content as places to be named.
std::vector<MapPlace> named_spots(const std::vector<MapSpot>& spots);

/// The modes of a content's legs.
std::set<model::Mode> modes_of(const MapContent& content);

/// The glyph forms and words of text in a language.
Language glyphs_of(model::Language language);

/// The name in each of the languages, each once, with a space between.
std::string name_in(const model::Names& names, const std::vector<model::Language>& languages);

/// The stroke of a track's legs in a mode.
Stroke track_stroke(const MapTrack& track, model::Mode mode, const Palette& palette);

/// The thin line inside that tells tracks of one colour apart; nullopt for the first six.
std::optional<Stroke> track_core(const MapTrack& track, model::Mode mode, const Palette& palette);

/// The layers of one map, laid on each other in order: base, tracks, places; furniture; names.
class MapCanvas {
  public:
    MapCanvas(NamedProjection projection, const Camera& camera, const MapStyle& style,
              std::string id_prefix = {});

    void draw_base(const geo::BaseMap& base);
    void draw_tracks(const std::vector<MapTrack>& tracks);
    void draw_places(const std::vector<MapPlace>& places);
    void draw_spots(const std::vector<MapSpot>& spots);
    void name_places(const std::vector<MapPlace>& places);
    void label_graticule();

    /// A thin line along the edges of the picture.
    void draw_frame();

    /// Names and later furniture keep clear of it.
    void keep_clear(const Box& box) { keep_out_.push_back(box); }

    [[nodiscard]] bool is_free(const Box& box) const;

    /// How many bits of tracks and places a box would hide.
    [[nodiscard]] std::size_t hidden_by(const Box& box) const;

    [[nodiscard]] Picture& picture() { return picture_; }

    [[nodiscard]] const NamedProjection& projection() const { return projection_; }

    [[nodiscard]] const Camera& camera() const { return camera_; }

    [[nodiscard]] const TextMeter& meter() const { return meter_; }

  private:
    void draw_leg(const MapTrack& track, std::size_t number, const MapLeg& leg,
                  std::vector<std::vector<Point>> pieces);
    void write(std::vector<std::optional<Text>> names);
    void draw_arrows(const MapTrack& track, std::vector<std::vector<Point>> heads);
    [[nodiscard]] std::optional<Point> pixel(model::LatLon place) const;

    NamedProjection projection_;
    Camera camera_;
    const MapStyle* style_;
    std::string prefix_;
    TextMeter meter_;
    Picture picture_;
    std::vector<Box> keep_out_;
    std::vector<Box> marked_;
    std::vector<Box> along_tracks_;
};

} // namespace landsea::viz::detail
