#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::apps {
namespace {

using testing::HasSubstr;

struct Mistake {
    std::string name;
    std::vector<std::string> words;
    std::vector<std::string> said; ///< in the message
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
    *out << mistake.name;
}

class WrongCommandLine : public testing::TestWithParam<Mistake> {};

TEST_P(WrongCommandLine, EndsWith64AndNamesWhatIsNearest) {
    const Outcome run = run_small(GetParam().words);
    EXPECT_EQ(run.exit, 64);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, testing::StartsWith("landsea: "));
    for (const std::string& words : GetParam().said) {
        EXPECT_THAT(run.err, HasSubstr(words));
    }
    EXPECT_EQ(std::ranges::count(run.err, '\n'), 1) << run.err;
}

INSTANTIATE_TEST_SUITE_P(
    Cli, WrongCommandLine,
    testing::Values(
        Mistake{"Verb", {"comapre"}, {"unknown verb \"comapre\"", "did you mean compare"}},
        Mistake{"Option",
                {"compare", "rail-vs-river", "--moth", "3"},
                {"compare: unknown option --moth", "--month"}},
        Mistake{"OptionWithEquals", {"claims", "--sed=1"}, {"unknown option --sed", "--seed"}},
        Mistake{"MissingValue",
                {"compare", "rail-vs-river", "--month"},
                {"--month: expected M (month of departure"}},
        Mistake{"TooManyWords", {"route", "AACTY", "BBFAR", "CCOUT"}, {"at most 2", "CCOUT"}},
        Mistake{"TooFewWords", {"route", "AACTY"}, {"expected TO"}},
        Mistake{"Place", {"route", "AACTY", "BBFRA"}, {"no place is called \"BBFRA\"", "BBFAR"}},
        Mistake{"PlaceInChinese", {"route", "城戰", "BBFAR"}, {"城戰", "城站"}},
        Mistake{"PointOutsideTheWorld", {"route", "95,106", "BBFAR"}, {"95,106", "[-90, 90]"}},
        Mistake{"Comparison",
                {"compare", "rail-vs-rivre"},
                {"no comparison is called \"rail-vs-rivre\"", "rail-vs-river"}},
        Mistake{"Claim", {"claims", "save-two-days"}, {"no claim", "saves-two-days"}},
        Mistake{"Corridor",
                {"corridors", "by_ral"},
                {"no corridor is called \"by_ral\"", "did you mean by_rail"}},
        Mistake{"Via", {"route", "AACTY", "BBFAR", "--via", "strat"}, {"\"strat\"", "strait"}},
        Mistake{"Avoid", {"compare", "rail-vs-river", "--avoid", "CCOTU"}, {"\"CCOTU\"", "CCOUT"}},
        Mistake{"TargetOfAKnownKind",
                {"route", "AACTY", "BBFAR", "--avoid", "passage:strat"},
                {"\"passage:strat\"", "strait"}},
        Mistake{
            "Activate", {"route", "AACTY", "DDISL", "--activate", "isel"}, {"--activate", "isle"}},
        Mistake{"AlternativeWithoutName",
                {"compare", "AACTY", "BBFAR", "--alternative", "mode:rail"},
                {"--alternative", "NAME=TARGET"}},
        Mistake{
            "Only", {"explain", "rail-vs-river", "--only", "rial"}, {"--only", "\"rial\"", "rail"}},
        Mistake{"Criterion", {"route", "AACTY", "BBFAR", "--by", "tiem"}, {"--by", "time"}},
        Mistake{
            "Month", {"compare", "rail-vs-river", "--month", "13"}, {"--month", "1 to 12", "13"}},
        Mistake{
            "MonthNotANumber", {"compare", "rail-vs-river", "--month", "nan"}, {"--month", "nan"}},
        Mistake{"InfiniteNumber",
                {"compare", "rail-vs-river", "--value-of-time", "1e999"},
                {"--value-of-time", "1e999"}},
        Mistake{"NotANumber",
                {"compare", "rail-vs-river", "--carbon-price", "nan"},
                {"--carbon-price", "nan"}},
        Mistake{"NegativeNumber", {"compare", "rail-vs-river", "--teu", "-1"}, {"--teu", "-1"}},
        Mistake{"TrailingLetters", {"compare", "rail-vs-river", "--teu", "2x"}, {"--teu", "2x"}},
        Mistake{"FractionOfADraw",
                {"compare", "rail-vs-river", "--draws", "100.5"},
                {"--draws", "100.5", "whole"}},
        Mistake{"FractionOfASeed",
                {"compare", "rail-vs-river", "--seed", "0.5"},
                {"--seed", "0.5", "whole"}},
        Mistake{"Cargo", {"compare", "rail-vs-river", "--cargo", "refer"}, {"--cargo", "reefer"}},
        Mistake{"Language", {"compare", "rail-vs-river", "--lang", "cn"}, {"--lang", "en, zh"}},
        Mistake{"Currency", {"compare", "rail-vs-river", "--currency", "CYN"}, {"CYN", "CNY"}},
        Mistake{"Dwell", {"compare", "rail-vs-river", "--add-dwell", "AAPRT=12"}, {"12d or"}},
        Mistake{"DwellInACity",
                {"compare", "rail-vs-river", "--add-dwell", "AACTY=12d"},
                {"AACTY is a city with terminals"}},
        Mistake{"EndlessDwell",
                {"compare", "rail-vs-river", "--add-dwell", "AAPRT=1e308d"},
                {"--add-dwell", "1e308d"}},
        Mistake{
            "TwoFormats", {"compare", "rail-vs-river", "--json", "--csv"}, {"--json and --csv"}},
        Mistake{"TwoFormatsOfPlaces", {"places", "--geojson", "--csv"}, {"--geojson"}},
        Mistake{"FailOn", {"claims", "--fail-on", "refuted"}, {"--fail-on", "not-supported"}},
        Mistake{"Kind", {"places", "--kind", "seeport"}, {"--kind", "did you mean seaport"}},
        Mistake{"Country", {"places", "--country", "ZZ"}, {"--country", "AA, BB, CC"}},
        Mistake{"NoAlternatives", {"route", "AACTY", "BBFAR", "-k", "0"}, {"-k", "1 to 100"}},
        Mistake{"HalfAnAlternative", {"route", "AACTY", "BBFAR", "-k", "1.5"}, {"-k", "whole"}},
        Mistake{"AlternativesWithoutNumber",
                {"route", "AACTY", "BBFAR", "-k", "--csv"},
                {"-k: expected N"}},
        Mistake{"MoreThanAllOfTheLength",
                {"route", "AACTY", "BBFAR", "-k", "2", "--max-shared", "101"},
                {"--max-shared", "0 to 100"}},
        Mistake{"SharedByNothing",
                {"route", "AACTY", "BBFAR", "--max-shared", "50"},
                {"--max-shared goes with -k"}},
        Mistake{"ParetoOfOne", {"route", "AACTY", "BBFAR", "--pareto", "time"}, {"two to four"}},
        Mistake{"ParetoOfTheSame",
                {"route", "AACTY", "BBFAR", "--pareto", "time,time"},
                {"time is named twice"}},
        Mistake{"ParetoCriterion",
                {"route", "AACTY", "BBFAR", "--pareto", "time,mony"},
                {"\"mony\"", "money"}},
        Mistake{"ParetoByOne",
                {"route", "AACTY", "BBFAR", "--pareto", "all", "--by", "time"},
                {"--pareto and --by"}},
        Mistake{"ParetoAndAlternatives",
                {"route", "AACTY", "BBFAR", "--pareto", "all", "-k", "2"},
                {"-k and --pareto"}},
        Mistake{"EpsilonOfNothing",
                {"route", "AACTY", "BBFAR", "--epsilon", "2"},
                {"--epsilon goes with --pareto"}},
        Mistake{"AlternativesOfACorridorMap",
                {"map", "corridors", "-k", "2", "--out", "x.svg"},
                {"-k goes with map route"}},
        Mistake{"SameEnds", {"route", "AACTY", "AACTY"}, {"AACTY"}}),
    [](const auto& row) { return row.param.name; });

TEST(CommandLine, TakesAnOptionWithAnEqualsSign) {
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--month=3", "--csv"}).out,
              run_small({"compare", "rail-vs-river", "--csv", "--month", "3"}).out);
}

TEST(CommandLine, TakesTheLastOfAnOptionGivenTwice) {
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--csv", "--teu", "5", "--teu", "2"}).out,
              run_small({"compare", "rail-vs-river", "--csv", "--teu", "2"}).out);
}

TEST(CommandLine, TakesPlacesByAnyOfTheirNames) {
    const std::string by_id = run_small({"route", "AACTY", "BBFAR", "--csv"}).out;
    EXPECT_THAT(by_id, HasSubstr("AACTY"));
    for (const char* name : {"aacty", "City", "CITY", "城", "Город", "old town"}) {
        EXPECT_EQ(run_small({"route", name, "BBFAR", "--csv"}).out, by_id) << name;
    }
}

TEST(CommandLine, TakesAPointWithANegativeLatitude) {
    // 1.5 degrees south of Far: 167 km, within the reach of a truck.
    const Outcome run = run_small({"route", "-0.5,104", "AACTY", "--csv", "--by", "time"});
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("\"-0.5,104\""));
}

} // namespace
} // namespace landsea::apps
