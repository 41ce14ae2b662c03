#include "io/reach_layers.hpp"

#include "io/detail/reach_facts.hpp"

namespace landsea::io {

namespace {

/// Names of columns with a number end in its unit.
geo::FieldType type_of(const std::string& name) {
    for (const char* unit : {"_days", "_per_teu", "_km"}) {
        if (name.ends_with(unit)) {
            return geo::FieldType::real;
        }
    }
    return geo::FieldType::text;
}

geo::FieldValue value_of(const detail::Fact& fact) {
    if (const auto* text = std::get_if<std::string>(&fact.value)) {
        return *text;
    }
    if (const auto* number = std::get_if<double>(&fact.value)) {
        return *number;
    }
    return std::monostate{};
}

} // namespace

std::vector<geo::FeatureLayer> reach_layers(const scenarios::Reach& reach,
                                            const model::Network& network) {
    constexpr geo::Rgb dark{0x1F, 0x2D, 0x3D};
    constexpr geo::Rgb orange{0xE6, 0x9F, 0x00};
    geo::FeatureLayer layer{.name = "reach",
                            .description = "Places reached from " +
                                           network[reach.question.query.from].names.en,
                            .kind = geo::ShapeKind::points,
                            .style = {.line_colour = dark, .fill_colour = orange}};
    detail::ReachFacts facts{reach, network};
    for (const detail::Fact& fact : facts.of({.place = reach.question.query.from})) {
        layer.fields.push_back({fact.name, type_of(fact.name)});
    }
    for (const scenarios::ReachedPlace& reached : reach.places) {
        geo::Feature feature{.shape = network[reached.place].location};
        for (const detail::Fact& fact : facts.of(reached)) {
            feature.values.push_back(value_of(fact));
        }
        layer.features.push_back(std::move(feature));
    }
    return {layer};
}

} // namespace landsea::io
