#include "viz/detail/map_canvas.hpp"
#include "viz/map_sheet.hpp"
#include "viz/mode_style.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::viz {

namespace {

// Shapes of a map reach so far beyond its frame; bars of paper between the panels cover it.
constexpr double gutter = 26.0;
constexpr double strip = 30.0; // above each panel, for its title
constexpr double edge = 16.0;

/// How a page is divided.
struct Grid {
    std::size_t columns{};
    std::size_t rows{};
    double top{};
    double bottom{};
    double width{};  ///< of a panel
    double height{}; ///< of a panel

    [[nodiscard]] Point corner(std::size_t i) const {
        return {gutter + static_cast<double>(i % columns) * (width + gutter),
                top + strip + static_cast<double>(i / columns) * (height + strip)};
    }
};

/// The grid whose panels come nearest to a shape of 4 by 3.
Grid divided(std::size_t count, double width, double height, double top, double bottom) {
    Grid best;
    double least = 0.0;
    for (std::size_t columns = 1; columns <= count; ++columns) {
        const std::size_t rows = (count + columns - 1) / columns;
        Grid grid{.columns = columns, .rows = rows, .top = top, .bottom = bottom};
        const double across = static_cast<double>(columns);
        const double down = static_cast<double>(rows);
        grid.width = std::max(1.0, (width - gutter * (across + 1.0)) / across);
        grid.height = std::max(1.0, (height - top - bottom - strip * down) / down);
        const double side = std::min(grid.width, grid.height * 4.0 / 3.0);
        if (side > least) {
            least = side;
            best = grid;
        }
    }
    return best;
}

void cover(Picture& page, Box box, Colour paper) {
    page.shapes.emplace_back(Area{.mark = {},
                                  .rings = {{{box.left, box.top},
                                             {box.right, box.top},
                                             {box.right, box.bottom},
                                             {box.left, box.bottom}}},
                                  .fill = paper});
}

/// Paper over all of the page but its panels.
void cover_gutters(Picture& page, const Grid& grid, std::size_t count, Colour paper) {
    for (std::size_t row = 0; row <= grid.rows; ++row) {
        const double y = row == 0 ? 0.0 : grid.corner((row - 1) * grid.columns).y + grid.height;
        const double end = row == grid.rows ? page.height : grid.corner(row * grid.columns).y;
        cover(page, {0.0, y, page.width, end}, paper);
    }
    for (std::size_t column = 0; column <= grid.columns; ++column) {
        const double x = static_cast<double>(column) * (grid.width + gutter);
        cover(page, {x, 0.0, x + gutter, page.height}, paper);
    }
    for (std::size_t i = count; i < grid.columns * grid.rows; ++i) {
        const Point at = grid.corner(i);
        cover(page, Box{at.x, at.y, at.x + grid.width, at.y + grid.height}.grown(gutter), paper);
    }
}

/// Every track of every panel once, and the modes in use.
Legend shared_legend(const std::vector<MapContent>& contents, const MapStyle& style) {
    const Language glyphs = detail::glyphs_of(style.languages.front());
    Legend legend{.title = contents.front().legend_title, .entries = {}, .language = glyphs};
    std::set<std::string> known;
    std::set<model::Mode> modes;
    for (const MapContent& content : contents) {
        for (const MapTrack& track : content.tracks) {
            for (const MapLeg& leg : track.legs) {
                modes.insert(leg.mode);
            }
            if (track.legend.empty() || !known.insert(track.legend).second) {
                continue;
            }
            const Stroke full = detail::track_stroke(track, model::Mode::rail, style.base.palette);
            legend.entries.push_back(
                {.words = track.legend,
                 .line = Stroke{.colour = full.colour, .width = full.width},
                 .core = detail::track_core(track, model::Mode::rail, style.base.palette),
                 .language = glyphs});
        }
    }
    for (const ModeStyle& mode : mode_styles()) {
        if (modes.contains(mode.mode)) {
            legend.entries.push_back({.words = mode.names.in(style.languages.front()),
                                      .line = stroke_of(mode.mode, style.base.palette.muted_ink),
                                      .language = glyphs});
        }
    }
    return legend;
}

double page_magnification(const MapStyle& style) {
    constexpr double usual = 1600.0 * 1100.0;
    return std::clamp(std::sqrt(style.width * style.height / usual), 0.75, 20.0) * style.magnified;
}

} // namespace

namespace {

/// Lays out one page of panels, in pixels of the usual size.
class Page {
  public:
    Page(const std::vector<MapContent>& contents, const std::string& title, const MapStyle& style)
        : contents_{contents}, style_{style}, palette_{style.base.palette},
          glyphs_{detail::glyphs_of(style.languages.front())}, projection_{detail::projection_for(
                                                                   contents, style)},
          legend_{shared_legend(contents, style)}, magnified_{page_magnification(style)} {
        page_ = {.width = style.width / magnified_,
                 .height = style.height / magnified_,
                 .background = palette_.paper,
                 .title = title};
        divide();
    }

    Picture drawn(const geo::BaseMap& base) {
        const double margin = std::min(46.0, 0.14 * std::min(grid_.width, grid_.height));
        const Camera camera =
            detail::camera_for(contents_, projection_.projection, style_, grid_.width, grid_.height,
                               {margin, margin, margin, margin});
        for (std::size_t i = 0; i < contents_.size(); ++i) {
            draw_panel(i, camera, base);
        }
        cover_gutters(page_, grid_, contents_.size(), palette_.paper);
        for (std::size_t i = 0; i < contents_.size(); ++i) {
            caption(i);
        }
        furnish(camera);
        Picture made = scaled(std::move(page_), magnified_);
        made.width = style_.width;
        made.height = style_.height;
        return made;
    }

  private:
    /// With the legend in an empty cell where it fits, else below the panels, else without it.
    void divide() {
        constexpr double top = 62.0;
        Picture trial{.width = page_.width, .height = page_.height, .background = {}};
        const double note = page_.height - add_map_note(trial, note_of(), meter_).top + 12.0;
        const Box size = legend_box(page_, legend_, Corner::top_left, meter_);
        grid_ = divided(contents_.size(), page_.width, page_.height, top, note);
        const bool empty_cell = grid_.columns * grid_.rows > contents_.size();
        if (empty_cell && size.width() <= grid_.width && size.height() <= grid_.height) {
            const Point cell = grid_.corner(contents_.size());
            legend_at_ = Point{cell.x, cell.y};
            return;
        }
        const double bottom = std::max(note, size.height() + 2.0 * edge);
        constexpr double most = 0.4;
        if (bottom < most * page_.height) {
            grid_ = divided(contents_.size(), page_.width, page_.height, top, bottom);
            legend_at_ = Point{gutter, page_.height - edge - size.height()};
        }
    }

    [[nodiscard]] MapNote note_of() const {
        return {.projection = projection_.name,
                .data_date = style_.data_date,
                .credits = {style_.credit},
                .language = glyphs_};
    }

    void draw_panel(std::size_t i, const Camera& camera, const geo::BaseMap& base) {
        detail::MapCanvas canvas{projection_, camera, style_,
                                 "panel" + std::to_string(i + 1) + "-"};
        canvas.draw_base(base);
        canvas.draw_tracks(contents_[i].tracks);
        canvas.draw_places(contents_[i].places);
        constexpr double least_for_names = 220.0; // narrower panels would be all names
        if (grid_.width >= least_for_names) {
            canvas.name_places(contents_[i].places);
        }
        canvas.draw_frame();
        place(page_, canvas.picture(), grid_.corner(i));
    }

    /// Cuts letters off the end of a text that is wider than a panel.
    void shorten(Text& text) const {
        std::string words = text.words;
        while (meter_.measure(text).width > grid_.width && !words.empty()) {
            // One letter: a first byte of UTF-8 and its continuation bytes, 10xxxxxx.
            while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0U) == 0x80U) {
                words.pop_back();
            }
            words.pop_back();
            text.words = words + "…";
        }
    }

    /// The panel's title and, where there is room, what it sums up to.
    void caption(std::size_t i) {
        constexpr double size = 14.5;
        const Point corner = grid_.corner(i);
        Text head{.mark = {},
                  .at = {corner.x, corner.y - 8.0},
                  .words = contents_[i].title,
                  .size = size,
                  .colour = palette_.ink,
                  .weight = Weight::bold,
                  .language = glyphs_};
        const double wide = meter_.measure(head).width;
        head.size *= std::clamp(grid_.width / std::max(1.0, wide), 0.6, 1.0);
        shorten(head);
        Text sum = head;
        sum.words = contents_[i].subtitle;
        sum.weight = Weight::normal;
        sum.size = size - 1.0;
        sum.colour = palette_.muted_ink;
        sum.at.x = corner.x + grid_.width;
        sum.anchor = Anchor::end;
        const bool room =
            meter_.measure(head).width + 12.0 + meter_.measure(sum).width <= grid_.width;
        page_.shapes.emplace_back(std::move(head));
        if (room) {
            page_.shapes.emplace_back(std::move(sum));
        }
    }

    void furnish(const Camera& camera) {
        add_title(page_, page_.title, {}, meter_, palette_, glyphs_);
        const Box note = add_map_note(page_, note_of(), meter_, palette_);
        if (legend_at_) {
            const Box size = legend_box(page_, legend_, Corner::top_left, meter_);
            const Box box{legend_at_->x, legend_at_->y, legend_at_->x + size.width(),
                          legend_at_->y + size.height()};
            if (!box.overlaps(note.grown(6.0))) {
                add_legend_at(page_, legend_, *legend_at_, meter_, palette_);
            }
        }
        add_bar(camera, note);
    }

    /// The scale of all panels, to the left of the note or above it.
    void add_bar(const Camera& camera, const Box& note) {
        for (const Point at : {Point{note.left - 260.0, page_.height - edge - 6.0},
                               Point{gutter, page_.height - edge - 6.0}}) {
            Picture trial{.width = page_.width, .height = page_.height, .background = {}};
            const auto box =
                add_scale_bar(trial, projection_.projection, camera, at, meter_, palette_, glyphs_);
            const Box size = legend_box(page_, legend_, Corner::top_left, meter_);
            const Box legend = legend_at_
                                   ? Box{legend_at_->x, legend_at_->y, legend_at_->x + size.width(),
                                         legend_at_->y + size.height()}
                                   : Box{};
            const double panels_end = grid_.corner(contents_.size() - 1).y + grid_.height;
            if (box && box->left >= 4.0 && box->top > panels_end && !box->overlaps(note) &&
                !box->overlaps(legend)) {
                std::ranges::move(trial.shapes, std::back_inserter(page_.shapes));
                return;
            }
        }
    }

    const std::vector<MapContent>& contents_;
    const MapStyle& style_;
    Palette palette_;
    Language glyphs_;
    detail::NamedProjection projection_;
    Legend legend_;
    double magnified_;
    TextMeter meter_;
    Picture page_;
    Grid grid_;
    std::optional<Point> legend_at_;
};

} // namespace

Picture draw_panels(const std::vector<MapContent>& contents, const std::string& title,
                    const geo::BaseMap& base, const MapStyle& style) {
    return Page{contents, title, style}.drawn(base);
}

} // namespace landsea::viz
