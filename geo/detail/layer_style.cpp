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

/// `<name a="…" b="…">` with what is inside.
std::string element(std::string_view name, const Properties& attributes, std::string_view inside) {
    std::string made = "<";
    made += name;
    for (const auto& [key, value] : attributes) {
        made.append(" ").append(key).append("=\"").append(escaped(value)).append("\"");
    }
    made.append(">").append(inside).append("</").append(name).append(">");
    return made;
}

std::string symbol(const std::string& type, const std::string& layer_class, const Properties& all) {
    std::string options;
    std::string older; // the same in the words of older versions
    for (const auto& [key, value] : all) {
        options += element("Option", {{"type", "QString"}, {"name", key}, {"value", value}}, "");
        older += element("prop", {{"k", key}, {"v", value}}, "");
    }
    const std::string layer =
        element("layer", {{"class", layer_class}, {"enabled", "1"}, {"locked", "0"}, {"pass", "0"}},
                element("Option", {{"type", "Map"}}, options) + older);
    return element("symbol", {{"type", type}, {"name", "0"}, {"alpha", "1"}}, layer);
}

std::string parameter(const std::string& name, const std::string& value) {
    return element("se:SvgParameter", {{"name", name}}, value);
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
    case ShapeKind::none:
        break;
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
    case ShapeKind::none:
        break;
    }
    return {};
}

} // namespace

std::string qml_of(const FeatureLayer& layer) {
    const std::string renderer = element("renderer-v2",
                                         {{"type", "singleSymbol"},
                                          {"symbollevels", "0"},
                                          {"enableorderby", "0"},
                                          {"forceraster", "0"}},
                                         element("symbols", {}, symbol_of(layer)));
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" +
           element("qgis", {{"version", "3.22.0"}, {"styleCategories", "Symbology"}}, renderer) +
           "\n";
}

std::string sld_of(const FeatureLayer& layer) {
    const std::string name = element("se:Name", {}, escaped(layer.name));
    const std::string rule = element("se:Rule", {}, symbolizer(layer.kind, layer.style));
    const std::string style =
        element("UserStyle", {}, name + element("se:FeatureTypeStyle", {}, rule));
    return R"(<?xml version="1.0" encoding="UTF-8"?>)"
           "\n" +
           element("StyledLayerDescriptor",
                   {{"xmlns", "http://www.opengis.net/sld"},
                    {"xmlns:se", "http://www.opengis.net/se"},
                    {"version", "1.1.0"}},
                   element("NamedLayer", {}, name + style)) +
           "\n";
}

} // namespace landsea::geo::detail
