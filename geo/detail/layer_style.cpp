#include "geo/detail/layer_style.hpp"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

namespace landsea::geo::detail {

namespace {

using Properties = std::vector<std::pair<std::string, std::string>>;

constexpr double mm_per_pixel = 0.28;

std::string number(double value) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 3);
    return {text.data(), end.ptr};
}

std::string pixels(double mm) {
    return number(mm / mm_per_pixel);
}

std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text) {
        switch (c) {
        case '&':
            made += "&amp;";
            break;
        case '<':
            made += "&lt;";
            break;
        case '>':
            made += "&gt;";
            break;
        case '"':
            made += "&quot;";
            break;
        default:
            made += c;
        }
    }
    return made;
}

std::string decimal(Rgb colour) {
    return std::to_string(colour.red) + "," + std::to_string(colour.green) + "," +
           std::to_string(colour.blue) + ",255";
}

std::string hexadecimal(Rgb colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string made = "#";
    for (const unsigned part : {colour.red, colour.green, colour.blue}) {
        made += digits[part / 16];
        made += digits[part % 16];
    }
    return made;
}

std::string joined(const std::vector<double>& lengths, char separator, double unit) {
    std::string made;
    for (const double length : lengths) {
        made += (made.empty() ? "" : std::string{separator}) + number(length / unit);
    }
    return made;
}

Properties line_properties(const LayerStyle& style) {
    Properties made{{"capstyle", style.dash_mm.empty() ? "round" : "flat"},
                    {"joinstyle", "round"},
                    {"line_color", decimal(style.line_colour)},
                    {"line_style", "solid"},
                    {"line_width", number(style.line_width_mm)},
                    {"line_width_unit", "MM"}};
    if (!style.dash_mm.empty()) {
        made.emplace_back("use_custom_dash", "1");
        made.emplace_back("customdash", joined(style.dash_mm, ';', 1.0));
        made.emplace_back("customdash_unit", "MM");
    }
    return made;
}

Properties filled_properties(const LayerStyle& style) {
    return {{"color", decimal(style.fill_colour)},
            {"outline_color", decimal(style.line_colour)},
            {"outline_style", "solid"},
            {"outline_width", number(style.line_width_mm)},
            {"outline_width_unit", "MM"},
            {"joinstyle", "round"}};
}

Properties marker_properties(const LayerStyle& style) {
    Properties made = filled_properties(style);
    made.emplace_back("name", "circle");
    made.emplace_back("size", number(style.marker_size_mm));
    made.emplace_back("size_unit", "MM");
    return made;
}

std::string symbol(std::string_view type, std::string_view layer_class, const Properties& all) {
    std::string made = "<symbol type=\"" + std::string{type} +
                       "\" name=\"0\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">"
                       "<layer class=\"" +
                       std::string{layer_class} +
                       "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">";
    for (const auto& [key, value] : all) {
        made += "<Option type=\"QString\" name=\"" + key + "\" value=\"" + value + "\"/>";
    }
    made += "</Option>";
    for (const auto& [key, value] : all) { // the same for QGIS before 3.26
        made += "<prop k=\"" + key + "\" v=\"" + value + "\"/>";
    }
    return made + "</layer></symbol>";
}

std::string parameter(std::string_view name, const std::string& value) {
    return "<se:SvgParameter name=\"" + std::string{name} + "\">" + value + "</se:SvgParameter>";
}

std::string stroke(const LayerStyle& style) {
    std::string made = "<se:Stroke>" + parameter("stroke", hexadecimal(style.line_colour)) +
                       parameter("stroke-width", pixels(style.line_width_mm)) +
                       parameter("stroke-linejoin", "round");
    if (!style.dash_mm.empty()) {
        made += parameter("stroke-dasharray", joined(style.dash_mm, ' ', mm_per_pixel));
    }
    return made + "</se:Stroke>";
}

std::string fill(const LayerStyle& style) {
    return "<se:Fill>" + parameter("fill", hexadecimal(style.fill_colour)) + "</se:Fill>";
}

std::string symbolizer(ShapeKind kind, const LayerStyle& style) {
    switch (kind) {
    case ShapeKind::points:
        return "<se:PointSymbolizer><se:Graphic><se:Mark>"
               "<se:WellKnownName>circle</se:WellKnownName>" +
               fill(style) + stroke(style) + "</se:Mark><se:Size>" + pixels(style.marker_size_mm) +
               "</se:Size></se:Graphic></se:PointSymbolizer>";
    case ShapeKind::lines:
        return "<se:LineSymbolizer>" + stroke(style) + "</se:LineSymbolizer>";
    case ShapeKind::areas:
        return "<se:PolygonSymbolizer>" + fill(style) + stroke(style) + "</se:PolygonSymbolizer>";
    }
    return {};
}

std::string symbol_of(const FeatureLayer& layer) {
    switch (layer.kind) {
    case ShapeKind::points:
        return symbol("marker", "SimpleMarker", marker_properties(layer.style));
    case ShapeKind::lines:
        return symbol("line", "SimpleLine", line_properties(layer.style));
    case ShapeKind::areas:
        return symbol("fill", "SimpleFill", filled_properties(layer.style));
    }
    return {};
}

} // namespace

std::string qml_of(const FeatureLayer& layer) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
           "<qgis version=\"3.22.0\" styleCategories=\"Symbology\">"
           "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\" "
           "forceraster=\"0\"><symbols>" +
           symbol_of(layer) + "</symbols></renderer-v2></qgis>\n";
}

std::string sld_of(const FeatureLayer& layer) {
    const std::string name = "<se:Name>" + escaped(layer.name) + "</se:Name>";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<StyledLayerDescriptor xmlns=\"http://www.opengis.net/sld\" "
           "xmlns:se=\"http://www.opengis.net/se\" version=\"1.1.0\"><NamedLayer>" +
           name + "<UserStyle>" + name + "<se:FeatureTypeStyle><se:Rule>" +
           symbolizer(layer.kind, layer.style) +
           "</se:Rule></se:FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>\n";
}

} // namespace landsea::geo::detail
