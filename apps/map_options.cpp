#include "apps/map_options.hpp"

#include "apps/usage_error.hpp"
#include "geo/projection.hpp"
#include "model/spelling.hpp"
#include "viz/raster.hpp"
#include "viz/svg.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace landsea::apps {

namespace {

constexpr double least_pixels = 64.0;
constexpr double most_pixels = 30000.0;
constexpr double most_area = 150e6; // 600 MB while a PNG is painted

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// What a word stands for, or a complaint with the nearest words.
template <class T, std::size_t N>
T one_of(const std::string& option, const std::string& word,
         const std::array<std::pair<std::string_view, T>, N>& choices) {
    std::vector<std::string> names;
    std::string all;
    for (const auto& [name, value] : choices) {
        if (name == word) {
            return value;
        }
        names.emplace_back(name);
        all += (all.empty() ? "" : ", ") + names.back();
    }
    throw UsageError{option + ": expected one of " + all + ", found \"" + word + "\"",
                     model::nearest(word, names, 2)};
}

void set_size(const Arguments& arguments, viz::MapStyle& style) {
    if (const auto text = arguments.last("--size")) {
        const auto parts = split(*text, 'x');
        const auto width = number_in(parts.front());
        const auto height = number_in(parts.back());
        if (parts.size() != 2 || !width || !height) {
            throw UsageError{"--size: expected WIDTHxHEIGHT in pixels such as 1600x1100, found \"" +
                             *text + "\""};
        }
        style.width = *width;
        style.height = *height;
    }
    style.width = arguments.number("--width", style.width, least_pixels, most_pixels);
    style.height = arguments.number("--height", style.height, least_pixels, most_pixels);
    for (const double side : {style.width, style.height}) {
        if (!(side >= least_pixels && side <= most_pixels)) {
            throw UsageError{"--size: expected sides of 64 to 30000 pixels, found \"" +
                             arguments.last("--size").value_or("") + "\""};
        }
    }
    if (style.width * style.height > most_area) {
        throw UsageError{"--size: expected at most 150 million pixels in all"};
    }
}

std::vector<model::Language> languages_of(const Arguments& arguments) {
    using model::Language;
    constexpr std::array<std::pair<std::string_view, Language>, 3> choices{
        {{"en", Language::en}, {"zh", Language::zh}, {"ru", Language::ru}}};
    std::vector<Language> languages;
    for (const std::string& word : split(arguments.last("--lang").value_or("en"), '+')) {
        languages.push_back(one_of("--lang", word, choices));
    }
    if (languages.size() > 2 || (languages.size() == 2 && languages[0] == languages[1])) {
        throw UsageError{"--lang: expected one language or two such as en+zh, found \"" +
                         *arguments.last("--lang") + "\""};
    }
    return languages;
}

/// What geo says of a projection, said of the option: its own words begin with "projection".
std::string complaint_of(const std::invalid_argument& error) {
    const std::string words = error.what();
    return words.starts_with("projection") ? "--" + words : "--projection: " + words;
}

std::string projection_of(const Arguments& arguments) {
    std::string wanted = arguments.last("--projection").value_or("");
    if (wanted.empty()) {
        return wanted;
    }
    try {
        static_cast<void>(geo::Projection::named(wanted));
    } catch (const std::invalid_argument& error) {
        std::vector<std::string> names;
        for (const std::string_view name : geo::projection_presets()) {
            names.emplace_back(name);
        }
        throw UsageError{complaint_of(error), wanted.starts_with('+')
                                                  ? std::vector<std::string>{}
                                                  : model::nearest(wanted, names, 3)};
    }
    return wanted;
}

/// "CLASS=CHOICE", or "CHOICE" for every class.
void set_boundaries(const Arguments& arguments, viz::BaseMapStyle& base) {
    using geo::BoundaryClass;
    using viz::LineChoice;
    constexpr std::array<std::pair<std::string_view, LineChoice>, 3> choices{
        {{"show", LineChoice::show}, {"dash", LineChoice::dash}, {"hide", LineChoice::hide}}};
    constexpr std::array<std::pair<std::string_view, BoundaryClass>, 5> classes{
        {{"international", BoundaryClass::international},
         {"disputed", BoundaryClass::disputed},
         {"line-of-control", BoundaryClass::line_of_control},
         {"indefinite", BoundaryClass::indefinite},
         {"lease-limit", BoundaryClass::lease_limit}}};
    for (const std::string& text : arguments.all("--boundaries")) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos) {
            const LineChoice choice = one_of("--boundaries", text, choices);
            for (const auto& [name, kind] : classes) {
                base.boundaries[kind] = choice;
            }
            continue;
        }
        base.boundaries[one_of("--boundaries", text.substr(0, equals), classes)] =
            one_of("--boundaries", text.substr(equals + 1), choices);
    }
}

std::optional<viz::Extent> extent_of(const Arguments& arguments) {
    const auto text = arguments.last("--view");
    if (!text) {
        return std::nullopt;
    }
    if (*text == "world") {
        return viz::Extent{-180.0, -60.0, 179.999, 80.0};
    }
    const auto parts = split(*text, ',');
    std::vector<double> sides;
    for (const std::string& part : parts) {
        if (const auto number = number_in(part)) {
            sides.push_back(*number);
        }
    }
    const bool right = parts.size() == 4 && sides.size() == 4 && std::abs(sides[0]) <= 180.0 &&
                       std::abs(sides[2]) <= 180.0 && sides[1] >= -90.0 && sides[3] <= 90.0 &&
                       sides[1] < sides[3] && sides[0] != sides[2];
    if (!right) {
        throw UsageError{"--view: expected WEST,SOUTH,EAST,NORTH in degrees such as 95,0,125,35, "
                         "or world, found \"" +
                         *text + "\""};
    }
    return viz::Extent{sides[0], sides[1], sides[2], sides[3]};
}

} // namespace

std::vector<Option> map_options() {
    return {{"--out", "FILE", "the picture: its name ends in .svg, .png or .pdf"},
            {"--size", "WxH", "in pixels (1600x1100)"},
            {"--width", "W", "in pixels (1600)"},
            {"--height", "H", "in pixels (1100)"},
            {"--scale", "N", "text and lines so many times as large, 0.5 to 4 (1)"},
            {"--projection", "NAME|PROJ",
             "a preset or a PROJ string (fitted to the map: a cone, or Equal Earth for the world)"},
            {"--view", "W,S,E,N|world", "what is shown, in degrees (all that is drawn)"},
            {"--lang", "LANGUAGES", "en, zh or ru, or two such as en+zh (en)"},
            {"--boundaries", "[CLASS=]CHOICE", "show, dash or hide lines; repeatable"},
            {"--graticule", "DEGREES", "between lines, 0 for none (a round step that suits)"},
            {"--small-multiples", "", "a panel for each alternative"}};
}

std::filesystem::path map_path(const Arguments& arguments) {
    const auto name = arguments.last("--out");
    if (!name) {
        throw UsageError{"--out FILE is missing: a name that ends in .svg, .png or .pdf"};
    }
    std::filesystem::path path{*name};
    static_cast<void>(map_file(path));
    return path;
}

MapFile map_file(const std::filesystem::path& path) {
    std::string ending = model::lower_case(path.extension().string());
    constexpr std::array<std::pair<std::string_view, MapFile>, 3> choices{
        {{".svg", MapFile::svg}, {".png", MapFile::png}, {".pdf", MapFile::pdf}}};
    return one_of("--out", ending, choices);
}

viz::MapStyle map_style_of(const Arguments& arguments) {
    viz::MapStyle style;
    set_size(arguments, style);
    style.magnified = arguments.number("--scale", 1.0, 0.5, 4.0);
    style.languages = languages_of(arguments);
    style.projection = projection_of(arguments);
    style.extent = extent_of(arguments);
    set_boundaries(arguments, style.base);
    if (arguments.has("--graticule")) {
        const double degrees = arguments.number("--graticule", 0.0, 0.0, 90.0);
        if (degrees > 0.0 && degrees < 0.25) {
            throw UsageError{"--graticule: expected 0, or 0.25 to 90 degrees"};
        }
        style.graticule_degrees = degrees;
    }
    return style;
}

std::string bytes_of(const viz::Picture& picture, MapFile kind) {
    switch (kind) {
    case MapFile::svg:
        return viz::to_svg(picture);
    case MapFile::png:
        return viz::to_png(picture);
    case MapFile::pdf:
        break;
    }
    return viz::to_pdf(picture);
}

} // namespace landsea::apps
