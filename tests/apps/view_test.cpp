#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::apps {
namespace {

using testing::HasSubstr;

TEST(View, WithoutADisplaySaysWhatToDoInstead) {
    for (const Setting& setting : {Setting{}, Setting{.environment = {{"DISPLAY", ""}}},
                                   Setting{.environment = {{"DISPLAY", ":7654"}}},
                                   Setting{.environment = {{"DISPLAY", "nonsense"}}}}) {
        const Outcome run = run_landsea({"view"}, setting);
        EXPECT_EQ(run.exit, 1);
        EXPECT_EQ(run.out, "");
        EXPECT_THAT(run.err, HasSubstr("landsea view needs a display"));
        EXPECT_THAT(run.err, HasSubstr("landsea compare nwlsc-vs-yangtze --out"));
        EXPECT_EQ(run.err.find("X11"), std::string::npos) << "SFML was touched: " << run.err;
    }
}

TEST(View, RefusesAWrongCommandLineEvenWithoutADisplay) {
    EXPECT_EQ(run_landsea({"view", "--no-such-option"}).exit, 64);
}

/// The program under a virtual display of its own.
Outcome run_on_a_display(std::vector<std::string> words) {
    words.insert(words.begin(), {"xvfb-run", "-a", LANDSEA_PROGRAM});
    return run_any(words, {.environment = {{"ASAN_OPTIONS", "detect_leaks=0"}}}); // OpenGL leaks
}

TEST(View, OpensAWindowAndClosesItAfterSoManyFrames) {
    const ScratchFolder scratch;
    const auto data = scratch.data_with_base_map();
    const Outcome run =
        run_on_a_display({"view", "rail-vs-river", "--close-after-frames", "3", "--data", data});
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_EQ(run.out, "");
}

TEST(View, RefusesWhatItCannotShow) {
    const ScratchFolder scratch;
    const auto data = scratch.data_with_base_map();
    EXPECT_EQ(run_on_a_display({"view", "rail-vs-rivre", "--data", data}).exit, 64);
    EXPECT_EQ(run_on_a_display({"view", "rail-vs-river", "--data", small_data()}).exit, 3);
}

} // namespace
} // namespace landsea::apps
