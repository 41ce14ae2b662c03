#include "tests/viz/png_image.hpp"
#include "viz/raster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace landsea::viz {
namespace {

constexpr Colour white = rgb(0xFFFFFF);
constexpr Colour blue = rgb(0x0072B2);

Picture page(std::vector<Shape> shapes) {
    return {
        .width = 40, .height = 30, .background = white, .title = "t", .shapes = std::move(shapes)};
}

std::vector<Point> square(double from, double to) {
    return {{from, from}, {to, from}, {to, to}, {from, to}};
}

TEST(Png, FillsAreasByTheEvenOddRule) {
    //  a square from 5 to 25 with a hole from 10 to 20
    const PngImage image{
        to_png(page({Area{.rings = {square(5, 25), square(10, 20)}, .fill = blue}}))};
    EXPECT_EQ(image.at(7, 7), blue);
    EXPECT_EQ(image.at(15, 15), white);
    EXPECT_EQ(image.at(2, 2), white);
    EXPECT_EQ(image.count(blue), 20 * 20 - 10 * 10);
}

TEST(Png, IsAsManyTimesLargerAsAsked) {
    const PngImage image{to_png(page({Area{.rings = {square(5, 25)}, .fill = blue}}), 2.0)};
    EXPECT_EQ(image.width(), 80);
    EXPECT_EQ(image.height(), 60);
    EXPECT_EQ(image.count(blue), 40 * 40);
}

TEST(Png, DrawsALineAsWideAsStated) {
    const PngImage image{
        to_png(page({Line{.pieces = {{{0, 10}, {40, 10}}},
                          .stroke = {.colour = blue, .width = 4, .dash = {}, .cap = Cap::butt}}}))};
    for (int y = 0; y < 30; ++y) {
        EXPECT_EQ(image.at(20, y), y >= 8 && y < 12 ? blue : white) << y;
    }
}

TEST(Png, LeavesGapsBetweenDashes) {
    const PngImage image{to_png(
        page({Line{.pieces = {{{0, 10}, {40, 10}}},
                   .stroke = {.colour = blue, .width = 4, .dash = {10, 10}, .cap = Cap::butt}}}))};
    EXPECT_EQ(image.at(5, 10), blue);
    EXPECT_EQ(image.at(15, 10), white);
    EXPECT_EQ(image.at(25, 10), blue);
}

TEST(Png, SetsChineseTextInSimplifiedForms) {
    // A font that lacks the letter would draw a box; the two languages must draw something, and
    // the forms of 骨 differ between the simplified Chinese and the Japanese tradition.
    Text text{
        .at = {2, 26}, .words = "骨", .size = 26, .colour = rgb(0), .language = Language::zh_hans};
    const std::string chinese = to_png(page({text}));
    EXPECT_GT(PngImage{chinese}.count(rgb(0)), 20);
    EXPECT_THAT(to_pdf(page({text})), testing::HasSubstr("NotoSansCJKsc"));
}

TEST(Png, IsTheSameEachTime) {
    const Picture picture = page({Text{.at = {2, 20}, .words = "Qinzhou 钦州", .colour = rgb(0)}});
    EXPECT_EQ(to_png(picture), to_png(picture));
}

TEST(Png, RefusesSizesItCannotDraw) {
    EXPECT_THROW(to_png(page({}), 0.0), std::invalid_argument);
    EXPECT_THROW(to_png(page({}), -1.0), std::invalid_argument);
    EXPECT_THROW(to_png(page({}), 1000.0), std::invalid_argument);
}

TEST(Pdf, IsTheSameEachTimeAndSaysNoPresentDate) {
    const Picture picture = page({Text{.at = {2, 20}, .words = "Qinzhou", .colour = rgb(0)}});
    const std::string pdf = to_pdf(picture);
    EXPECT_EQ(pdf, to_pdf(picture));
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_THAT(pdf, testing::HasSubstr("/CreationDate (20000101000000Z)"));
}

} // namespace
} // namespace landsea::viz
