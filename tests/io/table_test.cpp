#include "io/csv.hpp"
#include "io/display_width.hpp"
#include "io/table.hpp"

#include <gtest/gtest.h>

namespace landsea::io {
namespace {

TEST(DisplayWidth, CountsTerminalColumns) {
    EXPECT_EQ(display_width("Qinzhou"), 7U);
    EXPECT_EQ(display_width("重庆"), 4U);
    EXPECT_EQ(display_width("Москва"), 6U);
    EXPECT_EQ(display_width("e\xCC\x81"), 1U); // e and a combining acute
    EXPECT_EQ(display_width("─"), 1U);
    EXPECT_EQ(display_width("\xFF"), 1U); // no UTF-8
    EXPECT_EQ(display_width(""), 0U);
}

TEST(TextTable, AlignsWhatStandsOnTheScreen) {
    TextTable table{{{"step", Align::left}, {"days", Align::right}, {"note", Align::left}}};
    table.row({"重庆 to Qinzhou", "1.9", "rail"}).row({"sea", "10.25"}).rule().row({"total", "12"});
    // The first column is 4 + 11 wide.
    EXPECT_EQ(table.text(), "step              days  note\n"
                            "───────────────  ─────  ────\n"
                            "重庆 to Qinzhou    1.9  rail\n"
                            "sea              10.25\n"
                            "───────────────  ─────  ────\n"
                            "total               12\n");
}

TEST(TextTable, ColoursOnlyWhenAllowedAndNeverTheBlanks) {
    TextTable table{{{"a"}, {"b", Align::right}}};
    table.row({Cell{"x", Emphasis::good}, Cell{"1", Emphasis::bad}});
    EXPECT_EQ(table.text(Colour::never).find('\x1b'), std::string::npos);
    EXPECT_EQ(table.text(Colour::ansi), "\x1b[1ma\x1b[0m  \x1b[1mb\x1b[0m\n"
                                        "\x1b[2m─\x1b[0m  \x1b[2m─\x1b[0m\n"
                                        "\x1b[32mx\x1b[0m  \x1b[31m1\x1b[0m\n");
}

TEST(TextTable, KeepsARowOnOneLine) {
    TextTable table{{{"a"}}};
    table.row({"x\ny\x1b[0m"});
    EXPECT_EQ(table.text(), "a\n───────\nx y [0m\n");
}

TEST(Csv, QuotesWhatWouldBeReadAsSomethingElse) {
    EXPECT_EQ(csv_line({"a", "b,c", "d\"e", "f\ng", " h", ""}),
              "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",\r\n");
    EXPECT_EQ(csv_line({""}), "\"\"\r\n");
}

} // namespace
} // namespace landsea::io
