#include "viz/comparison_map.hpp"

#include "geo/fitted_cone.hpp"
#include "viz/axis.hpp"
#include "viz/base_layers.hpp"
#include "viz/label_placement.hpp"
#include "viz/map_furniture.hpp"
#include "viz/mode_style.hpp"
#include "viz/text_metrics.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace landsea::viz {

namespace {

using scenarios::Answer;
using scenarios::Comparison;

geo::Path path_of(const model::Link& link, const model::Network& network) {
    geo::Path path{network[link.from].location};
    path.insert(path.end(), link.shape.begin(), link.shape.end());
    path.push_back(network[link.to].location);
    return path;
}

std::vector<const model::Haul*> hauls_of(const Answer& answer) {
    std::vector<const model::Haul*> hauls;
    for (const scenarios::AnswerStep& step : answer.steps) {
        if (const auto* haul = std::get_if<model::Haul>(&step.step.what)) {
            hauls.push_back(haul);
        }
    }
    return hauls;
}

/// Lays the layers of one map on each other.
class Sheet {
  public:
    Sheet(const Comparison& comparison, const model::Network& network,
          const ComparisonMapStyle& style)
        : comparison_{comparison}, network_{network}, style_{style}, fitted_{geo::fitted_cone(
                                                                         all_points())},
          projection_{geo::Projection::named(style.projection.empty() ? fitted_.definition
                                                                      : style.projection)},
          camera_{seen()} {}

    Picture drawn(const geo::BaseMap& base) {
        picture_ = blank_map(projection_, camera_, style_.palette);
        picture_.title = comparison_.question.names.in(style_.language);
        picture_.description = comparison_.question.text.in(style_.language);
        add_base_map(picture_, base, projection_, camera_, {.palette = style_.palette});
        for (std::size_t i = comparison_.answers.size(); i-- > 0;) {
            draw_route(i);
        }
        draw_places();
        furnish();
        name_places();
        return std::move(picture_);
    }

  private:
    [[nodiscard]] geo::Path all_points() const {
        geo::Path points;
        for (const Answer& answer : comparison_.answers) {
            for (const model::Haul* haul : hauls_of(answer)) {
                const geo::Path path = path_of(network_[haul->link], network_);
                points.insert(points.end(), path.begin(), path.end());
            }
        }
        return points;
    }

    [[nodiscard]] Camera seen() const {
        std::vector<geo::MapPoint> points;
        for (const Answer& answer : comparison_.answers) {
            for (const model::Haul* haul : hauls_of(answer)) {
                for (const auto& piece :
                     geo::project_line(projection_, path_of(network_[haul->link], network_))) {
                    points.insert(points.end(), piece.begin(), piece.end());
                }
            }
        }
        constexpr double margin = 120.0;
        const Camera all = Camera::fitting(points, style_.width, style_.height, margin);
        return style_.view ? seen_through(all, *style_.view) : all;
    }

    /// One line for each run of hauls of one mode, so that dashes go on over junctions.
    void draw_route(std::size_t i) {
        const Answer& answer = comparison_.answers[i];
        const auto hauls = hauls_of(answer);
        std::size_t part = 0;
        for (std::size_t begin = 0; begin < hauls.size();) {
            const model::Mode mode = network_[hauls[begin]->link].mode;
            geo::Path path;
            std::size_t end = begin;
            for (; end < hauls.size() && network_[hauls[end]->link].mode == mode; ++end) {
                const geo::Path more = path_of(network_[hauls[end]->link], network_);
                path.insert(path.end(), more.begin(), more.end());
            }
            Stroke stroke = stroke_of(mode, style_.palette.route(i));
            // Routes on one track: those below show as an edge of the ones above.
            stroke.width += 7.6 * static_cast<double>(sharing_above(i, hauls, begin, end));
            const auto pieces = to_pixels(projection_, camera_, path);
            for (const auto& piece : pieces) {
                const auto boxes = boxes_along(piece, 6.0);
                along_routes_.insert(along_routes_.end(), boxes.begin(), boxes.end());
            }
            picture_.shapes.push_back(
                Line{.mark = {.id = "route-" + answer.alternative.id + "-" + std::to_string(++part),
                              .title = answer.alternative.names.in(style_.language)},
                     .pieces = pieces,
                     .stroke = stroke,
                     .halo = Halo{style_.palette.halo, 1.8}});
            modes_.insert(mode);
            begin = end;
        }
    }

    /// How many routes that are painted later use one of these links, too.
    [[nodiscard]] std::size_t sharing_above(std::size_t i,
                                            const std::vector<const model::Haul*>& hauls,
                                            std::size_t begin, std::size_t end) const {
        std::set<model::LinkId> links;
        for (std::size_t h = begin; h < end; ++h) {
            links.insert(hauls[h]->link);
        }
        return static_cast<std::size_t>(std::count_if(
            comparison_.answers.begin(), comparison_.answers.begin() + static_cast<long>(i),
            [&](const Answer& above) {
                return std::ranges::any_of(hauls_of(above), [&](const model::Haul* haul) {
                    return links.contains(haul->link);
                });
            }));
    }

    [[nodiscard]] std::optional<Point> pixel(model::PlaceId place) const {
        const auto point = projection_.forward(network_[place].location);
        return point ? std::optional{camera_.to_pixel(*point)} : std::nullopt;
    }

    /// Where the box begins, ends or changes means; never a mere stop on the way.
    [[nodiscard]] std::map<model::PlaceId, int> handled_places() const {
        std::map<model::PlaceId, int> importance;
        for (const Answer& answer : comparison_.answers) {
            const auto hauls = hauls_of(answer);
            for (std::size_t i = 0; i < hauls.size(); ++i) {
                const model::Link& link = network_[hauls[i]->link];
                const bool boards = i == 0 || hauls[i - 1]->service != hauls[i]->service;
                const bool leaves =
                    i + 1 == hauls.size() || hauls[i + 1]->service != hauls[i]->service;
                if (boards) {
                    importance[link.from] += i == 0 ? 3 : 1;
                }
                if (leaves) {
                    importance[link.to] += i + 1 == hauls.size() ? 3 : 1;
                }
            }
            note_long_operations(answer, importance);
        }
        return importance;
    }

    /// Borders and locks where a box stands for half a day or more deserve a name, too.
    static void note_long_operations(const Answer& answer,
                                     std::map<model::PlaceId, int>& importance) {
        constexpr model::Hours long_stop{12.0};
        for (const scenarios::AnswerStep& step : answer.steps) {
            if (std::holds_alternative<model::Work>(step.step.what) &&
                step.mean.time >= long_stop) {
                importance[step.step.place] += 1;
            }
        }
    }

    static double marker_size(int weight) { return weight >= 3 ? 11.0 : 8.0; }

    void draw_places() {
        for (const auto& [place, weight] : handled_places()) {
            if (const auto at = pixel(place)) {
                const double size = marker_size(weight);
                picture_.shapes.push_back(
                    Marker{.mark = {.id = "place-" + network_[place].id,
                                    .title = network_[place].names.in(style_.language)},
                           .at = *at,
                           .size = size,
                           .fill = style_.palette.paper,
                           .outline = Stroke{.colour = style_.palette.ink, .width = 2.2}});
                const double half = size / 2.0 + 1.0;
                keep_out_.push_back({at->x - half, at->y - half, at->x + half, at->y + half});
            }
        }
    }

    [[nodiscard]] std::string label_of(const model::Place& place) const {
        const bool chinese = style_.language == model::Language::zh;
        const std::string& first = chinese ? place.names.zh : place.names.en;
        const std::string& second = chinese ? place.names.en : place.names.zh;
        return second.empty() ? first : first + " " + second;
    }

    /// Terminals are named by their city, once.
    void name_places() {
        std::vector<Label> labels;
        std::set<model::PlaceId> named;
        for (const auto& [place, weight] : handled_places()) {
            const auto at = pixel(place);
            const model::PlaceId shown = network_[place].part_of.value_or(place);
            if (!at || !named.insert(shown).second) {
                continue;
            }
            const bool main = weight >= 3;
            labels.push_back(
                {.text = {.words = label_of(network_[shown]),
                          .size = main ? 16.0 : 13.5,
                          .colour = main ? style_.palette.ink : style_.palette.muted_ink,
                          .weight = main ? Weight::bold : Weight::normal,
                          .language = Language::zh_hans,
                          .halo = Halo{style_.palette.halo, 3.0}},
                 .place = *at,
                 .gap = marker_size(weight) / 2.0 + 5.0,
                 .priority = weight});
        }
        const LabelRoom room{.frame = {6.0, 6.0, picture_.width - 6.0, picture_.height - 6.0},
                             .keep_out = keep_out_,
                             .avoid = along_routes_};
        for (auto& placed : place_labels(labels, room, meter_)) {
            if (placed) {
                picture_.shapes.push_back(std::move(*placed));
            }
        }
    }

    void furnish() {
        const Language glyphs =
            style_.language == model::Language::zh ? Language::zh_hans : Language::en;
        keep_out_.push_back(
            add_title(picture_, picture_.title, picture_.description, meter_, style_.palette));
        keep_out_.push_back(
            add_legend(picture_, legend(), Corner::bottom_left, meter_, style_.palette));
        const Point bar{picture_.width - 330.0, picture_.height - 96.0};
        if (const auto box = add_scale_bar(picture_, projection_, camera_, bar, meter_,
                                           style_.palette, glyphs)) {
            keep_out_.push_back(*box);
        }
        keep_out_.push_back(add_map_note(
            picture_,
            {.projection = style_.projection.empty() ? fitted_.name : projection_.name(),
             .data_date = style_.data_date,
             .credits = {style_.credit},
             .language = glyphs},
            meter_, style_.palette));
    }

    [[nodiscard]] Legend legend() const {
        const Language glyphs =
            style_.language == model::Language::zh ? Language::zh_hans : Language::en;
        const model::Names title{"Typical days and USD per TEU", "典型天数与美元/标箱", ""};
        Legend result{.title = title.in(style_.language), .entries = {}};
        for (std::size_t i = 0; i < comparison_.answers.size(); ++i) {
            const Answer& answer = comparison_.answers[i];
            result.entries.push_back(
                {.words = answer.alternative.names.in(style_.language) + ": " + total(answer),
                 .line = Stroke{.colour = style_.palette.route(i), .width = 4.2},
                 .language = glyphs});
        }
        for (const ModeStyle& style : mode_styles()) {
            if (modes_.contains(style.mode)) {
                result.entries.push_back({.words = style.names.in(style_.language),
                                          .line = stroke_of(style.mode, style_.palette.muted_ink),
                                          .language = glyphs});
            }
        }
        return result;
    }

    [[nodiscard]] std::string total(const Answer& answer) const {
        if (!answer.has_route()) {
            return model::Names{"no route", "无可行路线", ""}.in(style_.language);
        }
        const model::Teu size = comparison_.question.query.shipment.size;
        return chart_number(model::days(answer.typical.time), 1) +
               model::Names{" d, ", " 天，", ""}.in(style_.language) +
               chart_number((answer.typical.money / size).count()) + " USD";
    }

    const Comparison& comparison_;
    const model::Network& network_;
    const ComparisonMapStyle& style_;
    geo::FittedCone fitted_;
    geo::Projection projection_;
    Camera camera_;
    TextMeter meter_;
    Picture picture_;
    std::set<model::Mode> modes_;
    std::vector<Box> keep_out_;
    std::vector<Box> along_routes_;
};

} // namespace

Picture comparison_map(const Comparison& comparison, const model::Network& network,
                       const geo::BaseMap& base, const ComparisonMapStyle& style) {
    return Sheet{comparison, network, style}.drawn(base);
}

} // namespace landsea::viz
