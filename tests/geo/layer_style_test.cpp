#include "geo/detail/layer_style.hpp"

#include <cpl_minixml.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace landsea::geo::detail {
namespace {

using Xml = std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)>;

Xml parsed(const std::string& text) {
    return {CPLParseXMLString(text.c_str()), CPLDestroyXMLNode};
}

std::string value(const Xml& xml, const char* path) {
    return CPLGetXMLValue(xml.get(), path, "none");
}

/// The value of a property of the only symbol of a QML text.
std::string property(const FeatureLayer& layer, const std::string& name) {
    const Xml xml = parsed(qml_of(layer));
    const CPLXMLNode* at = CPLGetXMLNode(xml.get(), "=qgis.renderer-v2.symbols.symbol.layer");
    for (at = at == nullptr ? nullptr : at->psChild; at != nullptr; at = at->psNext) {
        if (std::string{"prop"} == at->pszValue && name == CPLGetXMLValue(at, "k", "")) {
            return CPLGetXMLValue(at, "v", "");
        }
    }
    return "none";
}

const FeatureLayer dashed{
    .name = "a & b <c>",
    .kind = ShapeKind::lines,
    .style = {.line_colour = {0, 114, 178}, .line_width_mm = 0.7, .dash_mm = {2.8, 1.4}}};

TEST(LayerStyle, QmlHasColourWidthAndDashOfALine) {
    EXPECT_EQ(property(dashed, "line_color"), "0,114,178,255");
    EXPECT_EQ(property(dashed, "line_width"), "0.700");
    EXPECT_EQ(property(dashed, "use_custom_dash"), "1");
    EXPECT_EQ(property(dashed, "customdash"), "2.800;1.400");
    FeatureLayer solid = dashed;
    solid.style.dash_mm.clear();
    EXPECT_EQ(property(solid, "use_custom_dash"), "none");
}

TEST(LayerStyle, QmlHasColourAndSizeOfAMarker) {
    const FeatureLayer points{.kind = ShapeKind::points,
                              .style = {.fill_colour = {255, 0, 16}, .marker_size_mm = 3.25}};
    EXPECT_EQ(property(points, "color"), "255,0,16,255");
    EXPECT_EQ(property(points, "size"), "3.250");
    EXPECT_EQ(value(parsed(qml_of(points)), "=qgis.renderer-v2.symbols.symbol.type"), "marker");
}

TEST(LayerStyle, QmlHasTheFillOfAnArea) {
    const FeatureLayer areas{.kind = ShapeKind::areas, .style = {.fill_colour = {1, 2, 3}}};
    EXPECT_EQ(property(areas, "color"), "1,2,3,255");
    EXPECT_EQ(value(parsed(qml_of(areas)), "=qgis.renderer-v2.symbols.symbol.type"), "fill");
}

TEST(LayerStyle, SldSaysTheSameInPixels) {
    const Xml xml = parsed(sld_of(dashed));
    ASSERT_NE(xml, nullptr);
    EXPECT_EQ(value(xml, "=StyledLayerDescriptor.NamedLayer.se:Name"), "a & b <c>");
    const CPLXMLNode* stroke =
        CPLGetXMLNode(xml.get(), "=StyledLayerDescriptor.NamedLayer.UserStyle.se:FeatureTypeStyle."
                                 "se:Rule.se:LineSymbolizer.se:Stroke");
    ASSERT_NE(stroke, nullptr);
    std::string found;
    for (const CPLXMLNode* at = stroke->psChild; at != nullptr; at = at->psNext) {
        found += std::string{CPLGetXMLValue(at, "name", "")} + "=" +
                 CPLGetXMLValue(at, nullptr, "") + ";";
    }
    // A pixel is 0.28 mm: 0.7 is 2.5 pixels, 2.8 is 10, 1.4 is 5.
    EXPECT_EQ(found, "stroke=#0072b2;stroke-width=2.500;stroke-linejoin=round;"
                     "stroke-dasharray=10.000 5.000;");
}

TEST(LayerStyle, EveryKindIsWellFormedSld) {
    for (const ShapeKind kind : {ShapeKind::points, ShapeKind::lines, ShapeKind::areas}) {
        FeatureLayer layer = dashed;
        layer.kind = kind;
        EXPECT_NE(parsed(sld_of(layer)), nullptr);
        EXPECT_NE(parsed(qml_of(layer)), nullptr);
    }
}

} // namespace
} // namespace landsea::geo::detail
