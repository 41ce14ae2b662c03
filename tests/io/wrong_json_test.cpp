#include "io/read_file.hpp"
#include "small_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace landsea::io {
namespace {

/// What is wrong with one text that is no good JSON.
std::string complaint(std::string_view text) {
    return complaint_about({{"x.json", std::string{text}}});
}

TEST(WrongJson, TruncatedHasTheLineAndColumnOfItsEnd) {
    EXPECT_EQ(complaint("{\"title\": \"a\",\n \"places\": ["),
              "x.json: line 2, column 13: expected a value (an object, a list, a text in double "
              "quotes, a number, true, false or null), found the end of the file");
    EXPECT_EQ(complaint("{\"title\": \"a"),
              "x.json: line 1, column 13: expected a closing quote, found the end of the file");
    EXPECT_EQ(complaint("{\"title\": \"a\""),
              "x.json: line 1, column 14: expected a comma or }, found the end of the file");
}

TEST(WrongJson, NamesWhatStandsInTheWrongPlace) {
    EXPECT_EQ(complaint("{\"a\": [1 2]}"),
              "x.json: line 1, column 10: expected a comma or ], found 2");
    EXPECT_EQ(complaint("{\"a\" 1}"), "x.json: line 1, column 6: expected a colon, found 1");
    EXPECT_EQ(complaint("{a: 1}"),
              "x.json: line 1, column 2: expected a key in double quotes, found a");
    EXPECT_EQ(complaint("{\"a\": 1,}"),
              "x.json: line 1, column 9: expected a key in double quotes, found \"}\"");
    EXPECT_EQ(complaint("{} {}"),
              "x.json: line 1, column 4: expected the end of the file, found \"{\"");
    EXPECT_EQ(complaint("{\"a\": 01}"),
              "x.json: line 1, column 7: expected a comma or }, found 01");
}

TEST(WrongJson, HasNoNumbersThatAreNotFinite) {
    EXPECT_EQ(complaint("{\"a\": NaN}"),
              "x.json: line 1, column 7: expected a finite number, found NaN");
    EXPECT_EQ(complaint("{\"a\": -Infinity}"),
              "x.json: line 1, column 7: expected a finite number, found -Infinity");
    EXPECT_EQ(complaint("{\"a\":\n  1e999}"),
              "x.json: line 2, column 3: expected a number that fits into a double, found 1e999");
}

TEST(WrongJson, RefusesBracketsWithoutEndBeforeTheyFillTheStack) {
    const std::string message =
        "x.json: line 1, column 65: expected brackets at most 64 deep, found deeper ones";
    EXPECT_EQ(complaint(std::string(100'000, '[')), message);
    EXPECT_EQ(complaint(std::string(100'000, '[') + std::string(100'000, ']')), message);
    std::string objects;
    for (int i = 0; i < 100'000; ++i) {
        objects += "{\"a\":";
    }
    // Each {"a": takes five columns: the 65th starts in column 64 * 5 + 1.
    EXPECT_EQ(complaint(objects),
              "x.json: line 1, column 321: expected brackets at most 64 deep, found deeper ones");
}

TEST(WrongJson, MustBeUtf8) {
    EXPECT_EQ(complaint("{\n\"a\": \"\xFF\"}"),
              "x.json: line 2, column 7: expected UTF-8, found byte 255, which no character starts "
              "with or goes on with here");
    // An overlong slash, half a surrogate pair, and a character cut short.
    for (const std::string_view bytes : {"\xC0\xAF", "\xED\xA0\x80", "\xE9\x87"}) {
        EXPECT_THAT(complaint("{\"a\": \"" + std::string{bytes} + "\"}"),
                    testing::StartsWith("x.json: line 1, column 8: expected UTF-8, found byte "));
    }
}

TEST(WrongJson, MayStartWithAByteOrderMark) {
    EXPECT_EQ(complaint("\xEF\xBB\xBF{\"schema_version\": 1}"), "fine");
    EXPECT_EQ(complaint("\xEF\xBB\xBF{]"),
              "x.json: line 1, column 2: expected a key in double quotes, found \"]\"");
}

TEST(WrongJson, MustNotBeEmpty) {
    EXPECT_EQ(complaint(""), "x.json: top level: expected a JSON object, found an empty file");
    EXPECT_EQ(complaint(" \n\t"), "x.json: top level: expected a JSON object, found an empty file");
}

TEST(WrongJson, MustBeAnObject) {
    EXPECT_EQ(complaint("[]"), "x.json: top level: expected an object, found an empty list");
    EXPECT_EQ(complaint("7"), "x.json: top level: expected an object, found 7");
}

TEST(WrongJson, HasNoKeyTwice) {
    EXPECT_EQ(complaint("{\"schema_version\": 1,\n \"title\": \"a\",\n \"title\": \"b\"}"),
              "x.json: line 3, column 2: expected no key twice in an object, found \"title\" once "
              "more");
    EXPECT_EQ(complaint("{\"a\\\\\\\"b\": 1, \"a\\\\\\\"b\": 1}").substr(0, 25),
              "x.json: line 1, column 15");
    // The same key in two objects is no repetition.
    EXPECT_EQ(
        complaint(R"({"schema_version": 1, "places": [{"id": "A"}, {"id": "B"}]})").find("twice"),
        std::string::npos);
}

TEST(WrongJson, IsToldOfInEveryFileAtOnce) {
    EXPECT_EQ(complaint_about({{"x.json", "{"}, {"y.json", "{}}"}}),
              "x.json: line 1, column 2: expected a key in double quotes, found the end of the "
              "file\n"
              "y.json: line 1, column 3: expected the end of the file, found \"}\"");
}

TEST(WrongJson, CannotDisturbTheTerminal) {
    EXPECT_EQ(complaint("{\"schema_version\": 1, \"title\": [\"\\u001b[31m\"]}"),
              "x.json: /title: expected a text, found a list of 1");
    EXPECT_THAT(complaint("{\"schema_version\": 1, \"\\u001b[31m\\n\": 1}"),
                testing::StartsWith("x.json: /\\u001b[31m\\n: expected one of the "));
    EXPECT_EQ(complaint("{\"schema_version\": \"\\u001b\\u007f\\\"\"}"),
              "x.json: /schema_version: expected 1, found \"\\u001b\\u007f\\\"\"");
}

TEST(WrongJson, IsQuotedShortened) {
    // 30 characters of three bytes each: 20 of them are the 60 bytes that are shown.
    std::string text;
    std::string shown;
    for (int i = 0; i < 30; ++i) {
        text += "长";
        shown += i < 20 ? "长" : "";
    }
    EXPECT_EQ(complaint("{\"schema_version\": \"" + text + "\"}"),
              "x.json: /schema_version: expected 1, found \"" + shown + "…\"");
}

TEST(WrongJson, IsCountedPastAHundredProblems) {
    std::string places;
    for (int i = 0; i < 150; ++i) {
        places += i == 0 ? "7" : ", 7";
    }
    try {
        static_cast<void>(read_network_text(
            {{"x.json", "{\"schema_version\": 1, \"places\": [" + places + "]}"}}));
        FAIL() << "must not load";
    } catch (const InputError& error) {
        EXPECT_EQ(error.count(), 150U);
        const std::string_view message = error.what();
        EXPECT_THAT(message, testing::StartsWith("x.json: /places/0: expected an object, found 7"
                                                 "\nx.json: /places/1: expected an object"));
        EXPECT_THAT(message, testing::EndsWith("found 7\nand 50 more"));
    }
}

TEST(ReadFile, RefusesADirectoryAsWrongInput) {
    const std::string folder = testing::TempDir();
    try {
        static_cast<void>(read_network({folder}));
        FAIL() << "must not load";
    } catch (const InputError& error) {
        EXPECT_EQ(error.what(), folder + ": top level: expected a file, found a directory");
    }
}

TEST(ReadFile, SaysThatAFileIsMissing) {
    try {
        static_cast<void>(read_network({"/nowhere/x.json"}));
        FAIL() << "must not load";
    } catch (const FileError& error) {
        EXPECT_STREQ(error.what(), "/nowhere/x.json: cannot be read: No such file or directory");
        EXPECT_EQ(error.path(), "/nowhere/x.json");
    }
    EXPECT_THROW(static_cast<void>(read_network_folder("/nowhere")), FileError);
}

TEST(ReadFile, StopsAtTheLongestFile) {
    const std::string path = testing::TempDir() + "long.json";
    std::ofstream{path} << "1234567890";
    EXPECT_EQ(read_file(path, 10), "1234567890");
    try {
        static_cast<void>(read_file(path, 9));
        FAIL() << "must not read";
    } catch (const InputError& error) {
        EXPECT_EQ(error.what(), path + ": top level: expected at most 9 bytes, found more");
    }
    std::filesystem::remove(path);
}

TEST(ReadNetworkFolder, RefusesAFolderWithoutNetworkFiles) {
    const auto folder = std::filesystem::path{testing::TempDir()} / "no_network";
    std::filesystem::create_directories(folder);
    try {
        static_cast<void>(read_network_folder(folder));
        FAIL() << "must not load";
    } catch (const InputError& error) {
        EXPECT_EQ(error.what(),
                  folder.string() + ": top level: expected at least one file *.json, found none");
    }
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace landsea::io
