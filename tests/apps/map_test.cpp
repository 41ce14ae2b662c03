#include "program_run.hpp"
#include "tests/viz/png_image.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::apps {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

/// A run of `landsea map` on the fixture with the shipped base map.
class MapRun {
  public:
    MapRun() : data_{scratch_.data_with_base_map()} {}

    [[nodiscard]] Outcome run(std::vector<std::string> words, const std::string& file) const {
        words.insert(words.begin(), "map");
        words.insert(words.end(), {"--out", path(file), "--data", data_.string()});
        return run_landsea(words);
    }

    [[nodiscard]] std::string path(const std::string& file) const {
        return (out_.path() / file).string();
    }

    [[nodiscard]] std::vector<std::string> files() const { return out_.files(); }

  private:
    ScratchFolder scratch_;
    ScratchFolder out_;
    fs::path data_;
};

TEST(Map, DrawsEverySubject) {
    const MapRun map;
    for (const std::vector<std::string>& words : {std::vector<std::string>{"corridors"},
                                                  {"corridors", "by_rail"},
                                                  {"route", "AACTY", "BBFAR"},
                                                  {"route", "AACTY", "BBFAR", "-k", "3"},
                                                  {"route", "AACTY", "BBFAR", "--pareto", "all"},
                                                  {"rail-vs-river"},
                                                  {"compare", "AACTY", "BBFAR"},
                                                  {"difference", "rail-vs-river"},
                                                  {"difference", "rail-vs-river", "river", "rail"},
                                                  {"rail-vs-river", "--small-multiples"}}) {
        const Outcome run = map.run(words, "map.svg");
        EXPECT_EQ(run.exit, 0) << words[0] << ": " << run.err;
        EXPECT_EQ(run.out, "");
        const std::string svg = bytes_of(map.path("map.svg"));
        EXPECT_THAT(svg, HasSubstr("<svg")) << words[0];
        EXPECT_THAT(svg, HasSubstr("route-")) << words[0];
        EXPECT_THAT(svg, HasSubstr("not an authority on boundaries")) << words[0];
    }
}

TEST(Map, DrawsWhatAPlaceReaches) {
    const MapRun map;
    const Outcome run = map.run({"reach", "AACTY"}, "reach.svg");
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_THAT(bytes_of(map.path("reach.svg")), HasSubstr("place-BBFAR"));
    EXPECT_EQ(map.run({"reach", "AACTY", "BBFAR"}, "no.svg").exit, 64);
    EXPECT_EQ(map.run({"reach"}, "no.svg").exit, 64);
}

TEST(Map, WritesTheKindOfFileThatItsNameAsksFor) {
    const MapRun map;
    for (const auto& [file, begin] : {std::pair<std::string, std::string>{"a.svg", "<svg "},
                                      {"a.PNG", "\x89PNG"},
                                      {"a.pdf", "%PDF"}}) {
        EXPECT_EQ(map.run({"rail-vs-river"}, file).exit, 0) << file;
        EXPECT_EQ(bytes_of(map.path(file)).substr(0, begin.size()), begin) << file;
    }
}

TEST(Map, HasTheSizeAskedFor) {
    const MapRun map;
    EXPECT_EQ(map.run({"rail-vs-river", "--size", "640x480"}, "a.png").exit, 0);
    const viz::PngImage picture{bytes_of(map.path("a.png"))};
    EXPECT_EQ(picture.width(), 640);
    EXPECT_EQ(picture.height(), 480);
    // The later of two ways to say it counts for its own side.
    EXPECT_EQ(map.run({"rail-vs-river", "--size", "640x480", "--width", "300"}, "b.png").exit, 0);
    EXPECT_EQ(viz::PngImage{bytes_of(map.path("b.png"))}.width(), 300);
}

TEST(Map, IsTheSameBytesForAnyNumberOfThreads) {
    const MapRun map;
    EXPECT_EQ(map.run({"rail-vs-river", "--threads", "1"}, "a.svg").exit, 0);
    EXPECT_EQ(map.run({"rail-vs-river", "--threads", "4"}, "b.svg").exit, 0);
    EXPECT_EQ(bytes_of(map.path("a.svg")), bytes_of(map.path("b.svg")));
}

TEST(Map, RefusesAWrongCommandLineWithTheNearestRightOne) {
    const MapRun map;

    struct Wrong {
        std::vector<std::string> words;
        std::string message;
    };

    const Wrong wrongs[] = {
        {{"rail-vs-rivre"}, "rail-vs-river"},
        {{"corridors", "by_rial"}, "by_rail"},
        {{"route", "AACTY"}, "expected FROM TO"},
        {{"difference", "rail-vs-river", "rail", "rivr"}, "river"},
        {{"rail-vs-river", "--projection", "lambert-asai"}, "did you mean lambert-asia"},
        {{"rail-vs-river", "--projection", "+proj=nosuch"}, "Unknown projection"},
        {{"rail-vs-river", "--projection", "+proj=longlat"}, "in metres, found degrees"},
        {{"rail-vs-river", "--projection", "+proj=igh"}, "it is torn near"},
        {{"rail-vs-river", "--size", "640"}, "WIDTHxHEIGHT"},
        {{"rail-vs-river", "--size", "640xmany"}, "WIDTHxHEIGHT"},
        {{"rail-vs-river", "--size", "9x9"}, "64 to 30000"},
        {{"rail-vs-river", "--size", "29000x29000"}, "150 million"},
        {{"rail-vs-river", "--lang", "de"}, "en, zh, ru"},
        {{"rail-vs-river", "--lang", "en+zh+ru"}, "one language or two"},
        {{"rail-vs-river", "--boundaries", "disputed=dahs"}, "did you mean dash"},
        {{"rail-vs-river", "--boundaries", "dispute=hide"}, "did you mean disputed"},
        {{"rail-vs-river", "--graticule", "0.001"}, "0.25"},
        {{"rail-vs-river", "--view", "10,20,30"}, "WEST,SOUTH,EAST,NORTH"},
        {{"rail-vs-river", "--view", "10,20,30,10"}, "WEST,SOUTH,EAST,NORTH"},
        {{"corridors", "--small-multiples"}, "--small-multiples"}};
    for (const Wrong& wrong : wrongs) {
        const Outcome run = map.run(wrong.words, "map.svg");
        EXPECT_EQ(run.exit, 64) << wrong.message << "\n" << run.err;
        EXPECT_THAT(run.err, HasSubstr(wrong.message));
    }
    EXPECT_TRUE(map.files().empty());
}

TEST(Map, NeedsAFileWithAKnownEnding) {
    const MapRun map;
    EXPECT_EQ(run_small({"map", "corridors"}).exit, 64);
    const Outcome run = map.run({"corridors"}, "map.pgn");
    EXPECT_EQ(run.exit, 64);
    EXPECT_THAT(run.err, HasSubstr("did you mean .png"));
    EXPECT_EQ(map.run({"corridors"}, "map").exit, 64);
    EXPECT_TRUE(map.files().empty());
}

TEST(Map, ThatCannotBeWrittenIsAnErrorAndLeavesNothing) {
    const MapRun map;
    const Outcome run = map.run({"rail-vs-river"}, "no/such/folder/map.svg");
    EXPECT_EQ(run.exit, 3);
    EXPECT_THAT(run.err, HasSubstr("map.svg"));
    EXPECT_TRUE(map.files().empty());
}

TEST(Map, OfNoRouteIsNone) {
    const MapRun map;
    const Outcome run = map.run({"route", "AACTY", "BBFAR", "--avoid", "BBFAR"}, "map.svg");
    EXPECT_EQ(run.exit, 1);
    EXPECT_THAT(run.err, HasSubstr("no route"));
    EXPECT_TRUE(map.files().empty());
}

TEST(Map, WithoutABaseMapIsAnErrorOfAFile) {
    const ScratchFolder out;
    EXPECT_EQ(run_small({"map", "corridors", "--out", (out.path() / "a.svg").string()}).exit, 3);
    EXPECT_TRUE(out.files().empty());
}

TEST(Map, HidesBoundariesWhenAskedTo) {
    const MapRun map;
    EXPECT_EQ(map.run({"corridors", "--view", "60,5,130,50", "--boundaries", "hide"}, "a.svg").exit,
              0);
    EXPECT_THAT(bytes_of(map.path("a.svg")), testing::Not(HasSubstr("boundaries-")));
    EXPECT_EQ(map.run({"corridors", "--view", "60,5,130,50"}, "b.svg").exit, 0);
    EXPECT_THAT(bytes_of(map.path("b.svg")), HasSubstr("boundaries-disputed"));
}

} // namespace
} // namespace landsea::apps
