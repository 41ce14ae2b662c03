#include "viz/svg.hpp"

#include "viz/detail/decimal.hpp"
#include "viz/detail/marker_outline.hpp"

#include <string_view>

namespace landsea::viz {

namespace {

using detail::decimal;

constexpr std::string_view font_family = "'Noto Sans','Noto Sans CJK SC','Noto Sans SC',sans-serif";

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            // XML 1.0 has no way to write the other control characters.
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') {
                safe += c;
            }
        }
    }
    return safe;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string{name} + "=\"" + escaped(value) + "\"";
}

std::string number(std::string_view name, double value) {
    return attribute(name, decimal(value, 2));
}

std::string hex(Colour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (const unsigned part : {colour.red, colour.green, colour.blue}) {
        text += digits[part >> 4U];
        text += digits[part & 15U];
    }
    return text;
}

std::string fill(Colour colour) {
    return attribute("fill", hex(colour)) +
           (colour.opacity < 1.0 ? number("fill-opacity", colour.opacity) : "");
}

std::string stroke(Colour colour, double width) {
    return attribute("stroke", hex(colour)) +
           (colour.opacity < 1.0 ? number("stroke-opacity", colour.opacity) : "") +
           number("stroke-width", width);
}

std::string stroke(const Stroke& line, double wider = 0.0) {
    constexpr std::string_view caps[] = {"butt", "round", "square"};
    constexpr std::string_view joins[] = {"miter", "round", "bevel"};
    std::string text = stroke(line.colour, line.width + wider);
    if (line.cap != Cap::butt) {
        text += attribute("stroke-linecap", caps[static_cast<int>(line.cap)]);
    }
    if (line.join != Join::miter) {
        text += attribute("stroke-linejoin", joins[static_cast<int>(line.join)]);
    }
    if (!line.dash.empty() && wider == 0.0) {
        std::string dash;
        for (const double length : line.dash) {
            dash += (dash.empty() ? "" : " ") + decimal(length, 2);
        }
        text += attribute("stroke-dasharray", dash);
    }
    return text;
}

enum class End { open, closed };

std::string path(const std::vector<std::vector<Point>>& lines, End end) {
    std::string data;
    for (const auto& line : lines) {
        std::string before;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string here = decimal(line[i].x, 1) + " " + decimal(line[i].y, 1);
            if (here == before) {
                continue;
            }
            data += (i == 0 ? "M" : i == 1 ? "L" : " ") + here;
            before = here;
        }
        if (end == End::closed && !line.empty()) {
            data += "Z";
        }
    }
    return attribute("d", data);
}

class Writer {
  public:
    explicit Writer(const Picture& picture) {
        const std::string width = decimal(picture.width, 2);
        const std::string height = decimal(picture.height, 2);
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("width", width) +
               attribute("height", height) + attribute("viewBox", "0 0 " + width + " " + height) +
               " role=\"img\" lang=\"en\" xml:lang=\"en\"" + attribute("font-family", font_family) +
               ">\n";
        out_ += "<title>" + escaped(picture.title) + "</title>\n";
        if (!picture.description.empty()) {
            out_ += "<desc>" + escaped(picture.description) + "</desc>\n";
        }
        out_ += "<rect" + attribute("width", width) + attribute("height", height) +
                fill(picture.background) + "/>\n";
        for (const Shape& shape : picture.shapes) {
            std::visit([this](const auto& any) { write(any); }, shape);
        }
        out_ += "</svg>\n";
    }

    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    static std::string identity(const Mark& mark) {
        return mark.id.empty() ? std::string{} : attribute("id", mark.id);
    }

    /// `<name attributes>title</name>`, short when there is no title.
    void element(std::string_view name, const Mark& mark, const std::string& attributes) {
        const std::string tag{name};
        out_ += "<" + tag + identity(mark) + attributes;
        out_ += mark.title.empty() ? "/>\n"
                                   : "><title>" + escaped(mark.title) + "</title></" + tag + ">\n";
    }

    void write(const Area& area) {
        element("path", area.mark,
                path(area.rings, End::closed) + fill(area.fill) +
                    attribute("fill-rule", "evenodd") +
                    (area.outline ? stroke(*area.outline) : ""));
    }

    void write(const Line& line) {
        const std::string data = path(line.pieces, End::open) + " fill=\"none\"";
        if (!line.halo) {
            element("path", line.mark, data + stroke(line.stroke));
            return;
        }
        Stroke casing = line.stroke;
        casing.colour = line.halo->colour;
        out_ += "<g" + identity(line.mark) + ">";
        if (!line.mark.title.empty()) {
            out_ += "<title>" + escaped(line.mark.title) + "</title>";
        }
        out_ += "<path" + data + stroke(casing, 2.0 * line.halo->width) + "/>";
        out_ += "<path" + data + stroke(line.stroke) + "/></g>\n";
    }

    void write(const Text& text) {
        constexpr std::string_view languages[] = {"en", "zh-Hans", "ru"};
        constexpr std::string_view anchors[] = {"start", "middle", "end"};
        out_ += "<text" + identity(text.mark) + number("x", text.at.x) + number("y", text.at.y) +
                number("font-size", text.size) + fill(text.colour);
        if (text.weight == Weight::bold) {
            out_ += attribute("font-weight", "bold");
        }
        if (text.anchor != Anchor::start) {
            out_ += attribute("text-anchor", anchors[static_cast<int>(text.anchor)]);
        }
        if (text.language != Language::en) {
            const std::string_view tag = languages[static_cast<int>(text.language)];
            out_ += attribute("lang", tag) + attribute("xml:lang", tag);
        }
        if (text.halo) {
            out_ += stroke(text.halo->colour, 2.0 * text.halo->width) +
                    " stroke-linejoin=\"round\" paint-order=\"stroke\"";
        }
        if (text.turned != 0.0) {
            out_ += attribute("transform", "rotate(" + decimal(text.turned, 2) + " " +
                                               decimal(text.at.x, 2) + " " + decimal(text.at.y, 2) +
                                               ")");
        }
        out_ += ">";
        if (!text.mark.title.empty()) {
            out_ += "<title>" + escaped(text.mark.title) + "</title>";
        }
        out_ += escaped(text.words) + "</text>\n";
    }

    void write(const Marker& marker) {
        const std::string paint =
            fill(marker.fill) + (marker.outline ? stroke(*marker.outline) : "");
        const std::vector<Point> corners = detail::marker_outline(marker);
        if (corners.empty()) {
            element("circle", marker.mark,
                    number("cx", marker.at.x) + number("cy", marker.at.y) +
                        number("r", marker.size / 2.0) + paint);
        } else {
            element("path", marker.mark, path({corners}, End::closed) + paint);
        }
    }

    std::string out_;
};

} // namespace

std::string to_svg(const Picture& picture) {
    return Writer{picture}.take();
}

} // namespace landsea::viz
