#include "io/csv.hpp"

#include <gtest/gtest.h>

namespace landsea::io {
namespace {

TEST(CsvField, IsQuotedWhereItMustBe) {
    EXPECT_EQ(csv_field("a b"), "a b");
    EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_field("say \"no\""), "\"say \"\"no\"\"\"");
    EXPECT_EQ(csv_field(" a"), "\" a\"");
    EXPECT_EQ(csv_field("a\nb"), "\"a\nb\"");
    EXPECT_EQ(csv_field(""), "");
}

TEST(CsvField, IsNoFormulaForASpreadsheet) {
    EXPECT_EQ(csv_field("=cmd()"), "'=cmd()");
    EXPECT_EQ(csv_field("=cmd|'/c calc'!A1,2"), "\"'=cmd|'/c calc'!A1,2\"");
    EXPECT_EQ(csv_field("+1+1"), "'+1+1");
    EXPECT_EQ(csv_field("-1+1"), "'-1+1");
    EXPECT_EQ(csv_field("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_field("\t=1"), "'\t=1");
    EXPECT_EQ(csv_field("\r=1"), "\"'\r=1\"");
}

TEST(CsvField, MayBeANegativeNumberOrAPoint) {
    EXPECT_EQ(csv_field("-0.5,104"), "\"-0.5,104\"");
    EXPECT_EQ(csv_field("-"), "'-");
    EXPECT_EQ(csv_field("-1,A1"), "\"'-1,A1\"");
    EXPECT_EQ(csv_field("=1"), "'=1");
    EXPECT_EQ(csv_field("-1.5"), "-1.5");
    EXPECT_EQ(csv_field("-1e-05"), "-1e-05");
    EXPECT_EQ(csv_field("a-b"), "a-b");
}

TEST(CsvText, IsWhatWasWritten) {
    for (const char* text : {"=cmd()", "'=cmd()", "''=cmd()", "'tis", "-1.5", "'-1.5", "+1", "a",
                             "", "'", "@", "\t"}) {
        EXPECT_EQ(csv_text(csv_field(text)), text);
    }
}

} // namespace
} // namespace landsea::io
