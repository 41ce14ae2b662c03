#include "viz/sfml/detail/fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <stdexcept>
#include <string>

namespace landsea::viz::detail {

namespace {

struct PatternRelease {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};

std::string font_file(const std::string& query) {
    const auto* text = static_cast<const FcChar8*>(static_cast<const void*>(query.c_str()));
    const std::unique_ptr<FcPattern, PatternRelease> wanted{FcNameParse(text)};
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const std::unique_ptr<FcPattern, PatternRelease> found{
        FcFontMatch(nullptr, wanted.get(), &result)};
    FcChar8* file = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) {
        return {};
    }
    return static_cast<const char*>(static_cast<const void*>(file));
}

std::unique_ptr<sf::Font> open(const std::string& query, const std::string& package) {
    auto font = std::make_unique<sf::Font>();
    const std::string file = font_file(query);
    if (file.empty() || !font->loadFromFile(file)) {
        throw std::runtime_error{"no font found for \"" + query + "\": install " + package};
    }
    return font;
}

} // namespace

Fonts open_fonts() {
    // SFML opens the first face of a collection only: in Noto's CJK collection that has Japanese
    // forms, in WenQuanYi's the simplified Chinese ones.
    return {.normal = open("Noto Sans:regular", "fonts-noto-core"),
            .bold = open("Noto Sans:bold", "fonts-noto-core"),
            .chinese = open("WenQuanYi Micro Hei:lang=zh-cn", "fonts-wqy-microhei")};
}

} // namespace landsea::viz::detail
