#include "io/detail/network_facts.hpp"
#include "io/network_exports.hpp"

namespace landsea::io {

namespace {

using detail::Fact;
using model::Mode;

/// Source of the colours: Okabe, Ito 2008, "Color universal design", distinct to colour-blind eyes.
geo::LayerStyle style_of(Mode mode) {
    switch (mode) {
    case Mode::road:
        return {.line_colour = {0x99, 0x99, 0x99}, .line_width_mm = 0.4};
    case Mode::rail:
        return {.line_colour = {0xD5, 0x5E, 0x00}, .line_width_mm = 0.6};
    case Mode::sea:
        return {.line_colour = {0x00, 0x72, 0xB2}, .line_width_mm = 0.3};
    case Mode::inland_waterway:
        return {.line_colour = {0x00, 0x9E, 0x73}, .line_width_mm = 0.6};
    case Mode::air:
        break;
    }
    return {.line_colour = {0xCC, 0x79, 0xA7}, .line_width_mm = 0.3, .dash_mm = {3.0, 1.5}};
}

geo::FieldValue value_of(const Fact& fact) {
    if (const auto* text = std::get_if<std::string>(&fact.value)) {
        return *text;
    }
    if (const auto* number = std::get_if<double>(&fact.value)) {
        return *number;
    }
    return std::monostate{};
}

/// Adds a feature, and the fields of the layer with its first one: a figure is never absent.
void add(geo::FeatureLayer& layer, geo::Shape shape, const std::vector<Fact>& facts) {
    if (layer.fields.empty()) {
        for (const Fact& fact : facts) {
            layer.fields.push_back({fact.name, std::holds_alternative<double>(fact.value)
                                                   ? geo::FieldType::real
                                                   : geo::FieldType::text});
        }
    }
    geo::Feature feature{.shape = std::move(shape), .values = {}};
    for (const Fact& fact : facts) {
        feature.values.push_back(value_of(fact));
    }
    layer.features.push_back(std::move(feature));
}

} // namespace

std::vector<geo::FeatureLayer> network_layers(const model::Network& network) {
    const detail::NetworkFacts facts{network};
    std::vector<geo::FeatureLayer> layers;
    for (const auto& [name, mode] : model::mode_names) {
        geo::FeatureLayer layer{.name = "links_" + std::string{name},
                                .description = "Links by " + std::string{name},
                                .kind = geo::ShapeKind::lines,
                                .style = style_of(mode)};
        for (const model::LinkId id : network.parts().links.ids()) {
            if (network[id].mode == mode) {
                add(layer, std::vector<geo::Path>{facts.line_of(id)}, facts.of(id));
            }
        }
        if (!layer.features.empty()) {
            layers.push_back(std::move(layer));
        }
    }
    geo::FeatureLayer places{.name = "places",
                             .description = "Places",
                             .kind = geo::ShapeKind::points,
                             .style = {.line_colour = {0x1F, 0x2D, 0x3D},
                                       .line_width_mm = 0.3,
                                       .fill_colour = {0xFF, 0xFF, 0xFF},
                                       .marker_size_mm = 1.8}};
    for (const model::PlaceId id : network.parts().places.ids()) {
        add(places, network[id].location, facts.of(id));
    }
    layers.push_back(std::move(places));
    return layers;
}

} // namespace landsea::io
