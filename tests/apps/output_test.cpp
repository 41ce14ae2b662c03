#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::apps {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> comparison_into(const std::filesystem::path& folder,
                                         const std::filesystem::path& data) {
    return {"compare", "rail-vs-river", "--out", folder, "--data", data};
}

TEST(Out, WritesAllFilesAndTheTable) {
    const ScratchFolder scratch;
    const ScratchFolder out;
    const auto data = scratch.data_with_base_map();
    const Outcome run = run_landsea(comparison_into(out.path() / "a/b", data));
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_EQ(run.out, run_landsea({"compare", "rail-vs-river", "--data", data}).out);
    EXPECT_THAT(out.files(),
                ElementsAre("a/b/rail-vs-river-chart.png", "a/b/rail-vs-river-chart.svg",
                            "a/b/rail-vs-river-map.png", "a/b/rail-vs-river-map.svg",
                            "a/b/rail-vs-river-steps.csv", "a/b/rail-vs-river.csv",
                            "a/b/rail-vs-river.json", "a/b/sources.csv"));
    EXPECT_EQ(bytes_of(out.path() / "a/b/rail-vs-river.csv"),
              run_landsea({"compare", "rail-vs-river", "--csv", "--data", data}).out);
}

TEST(Out, WritesTheSameBytesWhereverAndHoweverOften) {
    const ScratchFolder scratch;
    const ScratchFolder out;
    const auto data = scratch.data_with_base_map();
    ASSERT_EQ(run_landsea(comparison_into(out.path() / "one", data)).exit, 0);
    ASSERT_EQ(run_landsea(comparison_into(out.path() / "two", data)).exit, 0);
    ASSERT_EQ(run_landsea(comparison_into(out.path() / "two", data)).exit, 0);
    const auto files = out.files();
    ASSERT_EQ(files.size(), 16U);
    for (std::size_t i = 0; i < 8; ++i) {
        EXPECT_EQ(bytes_of(out.path() / files[i]), bytes_of(out.path() / files[i + 8])) << files[i];
    }
}

TEST(Out, RefusesAFileInThePlaceOfAFolder) {
    const ScratchFolder scratch;
    const ScratchFolder out;
    const auto data = scratch.data_with_base_map();
    write_bytes(out.path() / "taken", "mine");
    for (const char* folder : {"taken", "taken/below"}) {
        const Outcome run = run_landsea(comparison_into(out.path() / folder, data));
        EXPECT_EQ(run.exit, 3) << folder;
        EXPECT_EQ(run.out, "") << folder;
        EXPECT_THAT(run.err, HasSubstr("taken")) << folder;
    }
    EXPECT_THAT(out.files(), ElementsAre("taken"));
    EXPECT_EQ(bytes_of(out.path() / "taken"), "mine");
}

TEST(Out, LeavesNothingBehindWhenOneFileCannotBeWritten) {
    const ScratchFolder scratch;
    const ScratchFolder out;
    const auto data = scratch.data_with_base_map();
    std::filesystem::create_directories(out.path() / "rail-vs-river.json/in-the-way");
    const Outcome run = run_landsea(comparison_into(out.path(), data));
    EXPECT_EQ(run.exit, 3);
    EXPECT_EQ(run.out, "");
    for (const std::string& name : out.files()) {
        EXPECT_THAT(name, testing::EndsWith("v")) << "temporary file left: " << name; // .csv, .svg
    }
}

TEST(Out, LeavesNothingBehindWithoutABaseMap) {
    const ScratchFolder out;
    const Outcome run = run_landsea(comparison_into(out.path() / "new", small_data()));
    EXPECT_EQ(run.exit, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("basemap.gpkg"));
    EXPECT_TRUE(std::filesystem::is_empty(out.path()));
}

TEST(StandardOutput, ThatIsFullIsAnError) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"compare", "rail-vs-river"},
          {"route", "AACTY", "BBFAR", "--json"},
          {"explain", "rail-vs-river", "--csv"},
          {"claims"},
          {"places"},
          {"corridors", "--json"}}) {
        const Outcome run = run_small(words, {.output = "/dev/full"});
        EXPECT_EQ(run.exit, 3) << words.front();
        EXPECT_THAT(run.err, HasSubstr("standard output cannot be written")) << words.front();
    }
    EXPECT_EQ(run_landsea({"--help"}, {.output = "/dev/full"}).exit, 3);
}

TEST(Colour, IsNeverInAFile) {
    for (const auto& environment :
         {std::pair<std::string, std::string>{"NO_COLOR", "1"}, {"TERM", "xterm-256color"}}) {
        EXPECT_EQ(run_small({"compare", "rail-vs-river"}, {.environment = {environment}})
                      .out.find('\x1b'),
                  std::string::npos);
    }
}

TEST(Colour, IsOnATerminalUnlessNoColorIsSet) {
    const auto on_a_terminal = [](const Setting& setting) {
        return run_any({"script", "-qec",
                        std::string{LANDSEA_PROGRAM} + " compare rail-vs-river --data " +
                            small_data().string(),
                        "/dev/null"},
                       setting);
    };
    const Outcome coloured = on_a_terminal({.environment = {{"TERM", "xterm"}}});
    if (coloured.exit == 127) {
        GTEST_SKIP() << "script (bsdutils) is not installed";
    }
    EXPECT_THAT(coloured.out, HasSubstr("\x1b[1m"));
    const auto escape = [](const Outcome& run) {
        return run.out.find('\x1b') != std::string::npos;
    };
    EXPECT_FALSE(escape(on_a_terminal({.environment = {{"NO_COLOR", "1"}}})));
    EXPECT_TRUE(escape(on_a_terminal({.environment = {{"NO_COLOR", ""}}}))); // no-color.org
}

TEST(Language, ChineseShowsChineseAndLinesUp) {
    const Outcome run = run_small({"compare", "rail-vs-river", "--lang", "zh"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(run.out, testing::StartsWith("铁路与水路\n哪个更快？\n城 → 远 · "));
    // A Chinese character takes two columns: 路线 is as wide as 铁路 and 水路, whose rule has four.
    EXPECT_THAT(run.out, HasSubstr("路线  天数 P5"));
    EXPECT_THAT(run.out, HasSubstr("\n────  ───────"));
    EXPECT_THAT(run.out, HasSubstr("\n铁路      5.8"));
    EXPECT_THAT(run.out, HasSubstr("\n水路      8.2"));
}

TEST(Language, DoesNotChangeFiles) {
    for (const char* format : {"--csv", "--json"}) {
        EXPECT_EQ(run_small({"compare", "rail-vs-river", format, "--lang", "zh"}).out,
                  run_small({"compare", "rail-vs-river", format}).out);
    }
}

TEST(DataFolder, IsTakenFromTheEnvironment) {
    const Outcome run = run_landsea({"compare", "rail-vs-river", "--csv"},
                                    {.environment = {{"LANDSEA_DATA", small_data()}}});
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_EQ(run.out, run_small({"compare", "rail-vs-river", "--csv"}).out);
}

TEST(DataFolder, OfTheCommandLineGoesBeforeTheEnvironment) {
    const Outcome run =
        run_small({"places", "--csv"}, {.environment = {{"LANDSEA_DATA", "/nowhere"}}});
    EXPECT_EQ(run.exit, 0) << run.err;
}

TEST(DataFolder, ThatIsNoneIsRefused) {
    for (const Outcome& run :
         {run_landsea({"places", "--data", "/nowhere"}),
          run_landsea({"places"}, {.environment = {{"LANDSEA_DATA", "/nowhere"}}})}) {
        EXPECT_EQ(run.exit, 3);
        EXPECT_EQ(run.out, "");
        EXPECT_THAT(run.err, HasSubstr("/nowhere"));
    }
}

TEST(DataFolder, IsFoundAboveTheProgram) {
    EXPECT_EQ(run_landsea({"places", "CNCKG"}).exit, 0);
}

} // namespace
} // namespace landsea::apps
