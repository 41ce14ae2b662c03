#include "apps/verb.hpp"
#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace landsea::apps {
namespace {

using testing::HasSubstr;

/// The words of a command line without quotes.
std::vector<std::string> words_in(const std::string& line) {
    std::istringstream stream{line};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

TEST(Help, OfEachVerbNamesEveryOptionAndTheDocumentation) {
    for (const Verb& verb : verbs()) {
        const Outcome run = run_landsea({verb.usage.verb, "--help"});
        EXPECT_EQ(run.exit, 0) << verb.usage.verb;
        EXPECT_EQ(run.err, "");
        for (const Option& option : verb.usage.options) {
            EXPECT_THAT(run.out, HasSubstr("\n  " + option.name)) << verb.usage.verb;
            EXPECT_FALSE(option.help.empty()) << option.name;
        }
        EXPECT_THAT(run.out, HasSubstr("docs/verbs/" + verb.usage.verb + ".md"));
        EXPECT_FALSE(verb.usage.examples.empty());
    }
}

TEST(Help, GivesExamplesThatParse) {
    for (const Verb& verb : verbs()) {
        for (const std::string& example : verb.usage.examples) {
            std::vector<std::string> words = words_in(example);
            ASSERT_EQ(words.front(), verb.usage.verb);
            words.erase(words.begin());
            EXPECT_NO_THROW(static_cast<void>(parse(verb.usage, words))) << example;
        }
    }
}

TEST(Help, HasAPageForEachVerbThatNamesEveryOptionAndIsNotEmpty) {
    for (const Verb& verb : verbs()) {
        const std::string page = bytes_of(std::filesystem::path{LANDSEA_SOURCE_DIR} / "docs/verbs" /
                                          (verb.usage.verb + ".md"));
        for (const Option& option : verb.usage.options) {
            EXPECT_THAT(page, HasSubstr("`" + option.name)) << verb.usage.verb;
        }
        for (const char* section : {"## Synopsis", "## Options", "## Exit codes", "## Examples"}) {
            EXPECT_THAT(page, HasSubstr(section)) << verb.usage.verb;
        }
    }
}

TEST(Help, OfTheProgramNamesEveryVerb) {
    const Outcome run = run_landsea({"--help"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    for (const Verb& verb : verbs()) {
        EXPECT_THAT(run.out, HasSubstr("\n  " + verb.usage.verb + " "));
    }
    EXPECT_EQ(run_landsea({"help"}).out, run.out);
}

TEST(Help, GoesToTheErrorStreamWhenNothingWasAsked) {
    const Outcome run = run_landsea({});
    EXPECT_EQ(run.exit, 64);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("Usage: landsea VERB"));
}

TEST(Help, ComesEvenWithOtherWordsOnTheLine) {
    EXPECT_EQ(run_landsea({"compare", "no-such-thing", "--help"}).exit, 0);
}

TEST(Version, IsOneLine) {
    const Outcome run = run_landsea({"--version"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(run.out, testing::MatchesRegex("landsea [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

} // namespace
} // namespace landsea::apps
