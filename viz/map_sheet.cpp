#include "viz/map_sheet.hpp"

#include "viz/detail/map_canvas.hpp"
#include "viz/mode_style.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace landsea::viz {

namespace {

using detail::MapCanvas;

/// How many times larger than on the usual sheet text and lines are.
double magnification(const MapStyle& style) {
    if (style.view) {
        return 1.0;
    }
    constexpr double usual = 1600.0 * 1100.0;
    constexpr double least = 0.75;
    constexpr double most = 20.0;
    return std::clamp(std::sqrt(style.width * style.height / usual), least, most) * style.magnified;
}

/// More rows than this stand beside the map instead of on it, where the sheet is wide enough.
constexpr std::size_t rows_on_map = 12;
constexpr double least_width_for_side = 900.0;
constexpr double edge = 16.0;

/// A round step that gives a map some five parallels.
double graticule_step(const Camera& camera) {
    constexpr double metres_per_degree = 111200.0;
    const double degrees =
        camera.metres_per_pixel * std::min(camera.width, camera.height) / metres_per_degree / 5.0;
    for (const double step : {0.5, 1.0, 2.0, 5.0, 10.0, 15.0}) {
        if (degrees <= step) {
            return step;
        }
    }
    return 30.0;
}

/// Lays out one map on one sheet, in pixels of the usual size.
class Sheet {
  public:
    Sheet(const MapContent& content, const MapStyle& style)
        : content_{content}, style_{style}, magnified_{magnification(style)}, width_{style.width /
                                                                                     magnified_},
          height_{style.height / magnified_}, glyphs_{detail::glyphs_of(style.languages.front())},
          is_cut_{detail::is_cut(content, detail::projection_for({content}, style).projection)},
          side_{side_width()}, canvas_{detail::projection_for({content}, style), camera(), style_} {
        style_.base.graticule_degrees =
            style.graticule_degrees.value_or(graticule_step(canvas_.camera()));
    }

    [[nodiscard]] double metres_per_pixel() const {
        return canvas_.camera().metres_per_pixel / magnified_;
    }

    Picture drawn(const geo::BaseMap& base) {
        Picture& picture = canvas_.picture();
        picture.title = content_.title;
        picture.description = content_.subtitle;
        canvas_.draw_base(base);
        canvas_.draw_tracks(content_.tracks);
        canvas_.draw_spots(content_.spots);
        canvas_.draw_places(content_.places);
        furnish();
        canvas_.label_graticule();
        std::vector<MapPlace> named = content_.places;
        std::ranges::move(detail::named_spots(content_.spots), std::back_inserter(named));
        canvas_.name_places(named);
        canvas_.draw_frame();
        add_side();
        return detail_scaled();
    }

  private:
    [[nodiscard]] Picture detail_scaled() {
        Picture made = std::move(canvas_.picture());
        if (magnified_ != 1.0) {
            made = scaled(std::move(made), magnified_);
        }
        made.width = style_.width;
        made.height = style_.height;
        return made;
    }

    [[nodiscard]] Camera camera() const {
        const auto projection = detail::projection_for({content_}, style_).projection;
        const double width = width_ - side_;
        // Tracks begin below the title and end above the note.
        Picture trial{.width = width, .height = height_, .background = {}};
        const TextMeter meter;
        const Box title = add_title(trial, content_.title, content_.subtitle, meter, {}, glyphs_);
        const Box note = add_map_note(trial, note_of(""), meter);
        const double across = std::min(110.0, 0.09 * width);
        const double most = 0.3 * height_;
        const detail::Margins margins{across, std::min(title.bottom + 24.0, most), across,
                                      std::min(height_ - note.top + 24.0, most)};
        const Camera all = beside_legend(projection, width, margins, trial, meter);
        return style_.view ? seen_through(all, *style_.view) : all;
    }

    /// The camera that leaves the left edge to the legend, when that costs little of the scale.
    [[nodiscard]] Camera beside_legend(const geo::Projection& projection, double width,
                                       const detail::Margins& margins, const Picture& page,
                                       const TextMeter& meter) const {
        constexpr double worth = 1.12;
        const Camera all =
            detail::camera_for({content_}, projection, style_, width, height_, margins);
        if (side_ > 0.0) {
            return all;
        }
        for (const Legend& legend : legends()) {
            detail::Margins with = margins;
            const Box size = legend_box(page, legend, Corner::top_left, meter);
            with.left = size.width() + 2.0 * edge + 8.0;
            if (size.width() > 0.6 * width || size.height() > height_ - margins.top) {
                continue;
            }
            const Camera beside =
                detail::camera_for({content_}, projection, style_, width, height_, with);
            if (beside.metres_per_pixel <= worth * all.metres_per_pixel) {
                return beside;
            }
        }
        return all;
    }

    [[nodiscard]] double side_width() const {
        const Legend all = tracks_legend();
        if (style_.view || all.entries.size() <= rows_on_map || width_ < least_width_for_side) {
            return 0.0;
        }
        return legend_box(side_page(), all, Corner::top_left, TextMeter{}).width() + 2.0 * edge;
    }

    [[nodiscard]] MapNote note_of(const std::string& projection) const {
        return {.projection = projection,
                .data_date = style_.data_date,
                .credits = {style_.credit},
                .language = glyphs_};
    }

    /// A page on which a legend may take the whole height.
    [[nodiscard]] Picture side_page() const {
        constexpr double of_height = 0.6; // as legend_box says
        return {.width = width_, .height = (height_ - 2.0 * edge) / of_height, .background = {}};
    }

    [[nodiscard]] Legend tracks_legend() const {
        Legend legend{.title = content_.legend_title, .entries = {}, .language = glyphs_};
        for (const MapTrack& track : content_.tracks) {
            if (track.legend.empty()) {
                continue;
            }
            const model::Mode mode = track.legs.empty() ? model::Mode::rail : track.legs[0].mode;
            Stroke stroke = detail::track_stroke(track, mode, style_.base.palette);
            stroke = {.colour = stroke.colour, .width = 4.2};
            LegendEntry entry{.words = track.legend, .line = stroke, .language = glyphs_};
            entry.core = detail::track_core(track, model::Mode::rail, style_.base.palette);
            legend.entries.push_back(std::move(entry));
        }
        for (const MapKey& key : content_.keys) {
            LegendEntry entry{.words = key.words, .language = glyphs_};
            entry.marker = detail::spot_marker(key.symbol, key.fill, style_.base.palette);
            legend.entries.push_back(std::move(entry));
        }
        for (const std::string& remark : content_.remarks) {
            legend.entries.push_back({.words = remark, .language = glyphs_});
        }
        if (is_cut_) {
            const model::Names words{"some of it lies beyond this projection",
                                     "部分路线超出该投影的范围",
                                     "часть пути лежит за пределами проекции"};
            legend.entries.push_back(
                {.words = words.in(style_.languages.front()), .language = glyphs_});
        }
        return legend;
    }

    /// The whole legend, the same without the modes, and with the tracks' names only.
    [[nodiscard]] std::vector<Legend> legends() const {
        Legend brief = tracks_legend();
        Legend whole = brief;
        add_modes(whole);
        Legend briefest{.title = {}, .entries = {}, .language = glyphs_};
        for (const MapTrack& track : content_.tracks) {
            if (!track.legend.empty()) {
                briefest.entries.push_back(brief.entries[briefest.entries.size()]);
                briefest.entries.back().words = track.title;
            }
        }
        for (const MapKey& key : content_.keys) {
            LegendEntry entry{.words = key.words, .language = glyphs_};
            entry.marker = detail::spot_marker(key.symbol, key.fill, style_.base.palette);
            briefest.entries.push_back(std::move(entry));
        }
        std::vector<Legend> all{std::move(whole), std::move(brief), std::move(briefest)};
        std::erase_if(all, [](const Legend& legend) { return legend.entries.empty(); });
        return all;
    }

    /// What the patterns of lines mean.
    void add_modes(Legend& legend) const {
        const std::set<model::Mode> modes = detail::modes_of(content_);
        for (const ModeStyle& mode : mode_styles()) {
            if (modes.contains(mode.mode)) {
                legend.entries.push_back(
                    {.words = mode.names.in(style_.languages.front()),
                     .line = stroke_of(mode.mode, style_.base.palette.muted_ink),
                     .language = glyphs_});
            }
        }
    }

    void furnish() {
        Picture& picture = canvas_.picture();
        const Palette& palette = style_.base.palette;
        canvas_.keep_clear(add_title(picture, content_.title, content_.subtitle, canvas_.meter(),
                                     palette, glyphs_));
        canvas_.keep_clear(
            add_map_note(picture, note_of(canvas_.projection().name), canvas_.meter(), palette));
        if (side_ == 0.0) {
            place_legend();
        }
        place_scale_bar();
    }

    /// Where a panel of a size may stand: along the left and the right edge.
    [[nodiscard]] std::vector<Point> stands(const Box& size) const {
        const double right = canvas_.camera().width - edge - size.width();
        const double lowest = height_ - edge - size.height();
        std::vector<Point> places{{edge, lowest}, {right, edge}, {right, lowest}};
        constexpr double step = 12.0;
        for (double y = edge; y <= lowest; y += step) {
            places.push_back({edge, y});
            places.push_back({right, y});
        }
        return places;
    }

    /// The stand of a panel that hides least; nullopt when none is free.
    [[nodiscard]] std::optional<Point> best_stand(const Box& size, std::size_t most_hidden) const {
        std::optional<Point> best;
        std::size_t least = most_hidden + 1;
        for (const Point at : stands(size)) {
            const Box box{at.x, at.y, at.x + size.width(), at.y + size.height()};
            if (box.left < 0.0 || box.top < 0.0 || !canvas_.is_free(box.grown(4.0))) {
                continue;
            }
            const std::size_t hidden = canvas_.hidden_by(box);
            if (hidden < least) {
                best = at;
                least = hidden;
            }
        }
        return best;
    }

    /// The first of the legends that finds a place where it hides little, or none.
    void place_legend() {
        constexpr double most_of_width = 0.62;
        constexpr double most_of_height = 0.66;
        constexpr std::size_t most_hidden = 30;
        for (const Legend& legend : legends()) {
            const Box size =
                legend_box(canvas_.picture(), legend, Corner::top_left, canvas_.meter());
            const bool small =
                size.width() <= most_of_width * width_ && size.height() <= most_of_height * height_;
            if (const auto at = small ? best_stand(size, most_hidden) : std::nullopt) {
                canvas_.keep_clear(add_legend_at(canvas_.picture(), legend, *at, canvas_.meter(),
                                                 style_.base.palette));
                return;
            }
        }
    }

    /// Near the lower right corner, else the lower left, else higher up, else not at all.
    void place_scale_bar() {
        const double width = canvas_.camera().width;
        std::vector<Point> stands{{width - 330.0, height_ - 84.0}};
        for (double y = height_ - 24.0; y > 0.4 * height_; y -= 20.0) {
            stands.push_back({width - 230.0, y});
            stands.push_back({edge, y});
        }
        for (const Point at : stands) {
            Picture trial{.width = width, .height = height_, .background = {}};
            const auto box = add_scale_bar(trial, canvas_.projection().projection, canvas_.camera(),
                                           at, canvas_.meter(), style_.base.palette, glyphs_);
            const bool inside = box && box->left >= 4.0 && box->right <= width - 4.0;
            if (inside && canvas_.is_free(box->grown(4.0)) && canvas_.hidden_by(*box) == 0) {
                std::ranges::move(trial.shapes, std::back_inserter(canvas_.picture().shapes));
                canvas_.keep_clear(*box);
                return;
            }
        }
    }

    /// The legend beside the map.
    void add_side() {
        if (side_ == 0.0) {
            return;
        }
        const Palette& palette = style_.base.palette;
        Picture page = side_page();
        Legend legend = tracks_legend();
        const double room = height_ - 2.0 * edge;
        Legend with_modes = legend;
        add_modes(with_modes);
        const Box larger = legend_box(page, with_modes, Corner::top_left, canvas_.meter());
        if (larger.width() <= side_ - 2.0 * edge + 1.0 && larger.height() <= room) {
            legend = with_modes;
        }
        add_legend(page, legend, Corner::top_left, canvas_.meter(), palette);
        page.width = side_;
        page.height = height_;
        page.background = palette.paper;
        place(canvas_.picture(), page, {width_ - side_, 0.0});
    }

    const MapContent& content_;
    MapStyle style_;
    double magnified_;
    double width_;
    double height_;
    Language glyphs_;
    bool is_cut_;
    double side_;
    MapCanvas canvas_;
};

} // namespace

Picture draw_map(const MapContent& content, const geo::BaseMap& base, const MapStyle& style) {
    return Sheet{content, style}.drawn(base);
}

double metres_per_pixel(const MapContent& content, const MapStyle& style) {
    return Sheet{content, style}.metres_per_pixel();
}

} // namespace landsea::viz
