#include "viz/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::viz {
namespace {

using testing::HasSubstr;
using testing::Not;

Picture empty(double width = 20, double height = 10) {
    return {.width = width, .height = height, .background = rgb(0xFFFFFF), .title = "T"};
}

TEST(Svg, OfALineIsThisDocument) {
    Picture picture = empty();
    picture.description = "D";
    picture.shapes.emplace_back(
        Line{.mark = {.id = "rail", .title = "By rail"},
             .pieces = {{{1, 2}, {3.25, 4}, {5, 6}}},
             .stroke = {.colour = rgb(0x0072B2), .width = 2.5, .dash = {4, 3}, .cap = Cap::butt}});
    EXPECT_EQ(to_svg(picture),
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\" "
              "viewBox=\"0 0 20 10\" role=\"img\" lang=\"en\" xml:lang=\"en\" "
              "font-family=\"'Noto Sans','Noto Sans CJK SC','Noto Sans SC',sans-serif\">\n"
              "<title>T</title>\n"
              "<desc>D</desc>\n"
              "<rect width=\"20\" height=\"10\" fill=\"#ffffff\"/>\n"
              "<path id=\"rail\" d=\"M1 2L3.2 4 5 6\" fill=\"none\" stroke=\"#0072b2\" "
              "stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-dasharray=\"4 3\">"
              "<title>By rail</title></path>\n"
              "</svg>\n");
}

TEST(Svg, IsTheSameEachTime) {
    Picture picture = empty();
    picture.shapes.emplace_back(Marker{.at = {1.0 / 3, 2.0 / 3}});
    EXPECT_EQ(to_svg(picture), to_svg(picture));
}

TEST(Svg, EscapesWhatXmlReserves) {
    Picture picture = empty();
    picture.title = "A & B <\"C\">\x01";
    picture.shapes.emplace_back(Text{.at = {1, 1}, .words = "x < y & z"});
    EXPECT_THAT(to_svg(picture), HasSubstr("<title>A &amp; B &lt;&quot;C&quot;&gt;</title>"));
    EXPECT_THAT(to_svg(picture), HasSubstr(">x &lt; y &amp; z</text>"));
}

TEST(Svg, TagsChineseTextAsSimplified) {
    Picture picture = empty();
    picture.shapes.emplace_back(Text{.at = {1, 1}, .words = "重庆", .language = Language::zh_hans});
    EXPECT_THAT(to_svg(picture), HasSubstr("lang=\"zh-Hans\" xml:lang=\"zh-Hans\">重庆</text>"));
}

TEST(Svg, DrawsAHaloBehindTheLine) {
    Picture picture = empty();
    picture.shapes.emplace_back(Line{.mark = {.id = "a"},
                                     .pieces = {{{0, 0}, {9, 9}}},
                                     .stroke = {.colour = rgb(0x112233), .width = 3},
                                     .halo = Halo{rgb(0xFFFFFF), 1.5}});
    const std::string svg = to_svg(picture);
    const auto halo = svg.find("stroke=\"#ffffff\" stroke-width=\"6\""); // 3 + 2 * 1.5
    const auto line = svg.find("stroke=\"#112233\" stroke-width=\"3\"");
    ASSERT_NE(halo, std::string::npos);
    ASSERT_NE(line, std::string::npos);
    EXPECT_LT(halo, line);
}

TEST(Svg, WritesNumbersWithoutExponents) {
    Picture picture = empty();
    picture.shapes.emplace_back(Marker{.at = {1e-9, -1e-9}, .size = 1e7});
    EXPECT_THAT(to_svg(picture), HasSubstr("cx=\"0\" cy=\"0\" r=\"5000000\""));
}

TEST(Svg, LeavesOutIdsAndTitlesThatAreEmpty) {
    Picture picture = empty();
    picture.shapes.emplace_back(Area{.rings = {{{0, 0}, {1, 0}, {1, 1}}}, .fill = rgb(0, 0.5)});
    EXPECT_THAT(to_svg(picture),
                HasSubstr("<path d=\"M0 0L1 0 1 1Z\" fill=\"#000000\" fill-opacity=\"0.5\""));
    EXPECT_THAT(to_svg(picture), Not(HasSubstr("id=")));
}

} // namespace
} // namespace landsea::viz
