#include "io/input_error.hpp"
#include "io/read_jobs.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

namespace landsea::io {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class Jobs : public testing::Test {
  protected:
    Jobs() {
        std::string name = fs::temp_directory_path() / "landsea-jobs-XXXXXX";
        folder_ = mkdtemp(name.data());
        scene.place("Aton");
        const auto city = scene.place("Beville");
        scene.terminal("Beville yard", city);
    }

    ~Jobs() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    [[nodiscard]] JobFile read(const std::string& bytes) const {
        std::ofstream{folder_ / "jobs.csv", std::ios::binary} << bytes;
        return read_jobs(folder_ / "jobs.csv", scene.network());
    }

    /// The one complaint about a file.
    [[nodiscard]] std::string complaint(const std::string& bytes) const {
        try {
            static_cast<void>(read(bytes));
        } catch (const InputError& error) {
            return error.what();
        }
        return "none";
    }

    /// The problem of the only job.
    [[nodiscard]] std::string problem(const std::string& line) const {
        const JobFile file = read("id,from,to\n" + line + "\n");
        EXPECT_EQ(file.jobs.size(), 1U);
        return file.jobs.front().problem;
    }

    support::Scene scene;
    fs::path folder_;
};

TEST_F(Jobs, AreReadInAnyOrderOfColumnsAndWithAnyLineEnds) {
    for (const char* bytes :
         {"id,from,to\none,Aton,Beville\n", "to,id,from\r\nBeville,one,Aton\r\n",
          "\xEF\xBB\xBFid,from,to\n\"one\",\"Aton\",Beville",
          "id,to,from\n\n\none,Beville,Aton\n"}) {
        const JobFile file = read(bytes);
        ASSERT_EQ(file.jobs.size(), 1U) << bytes;
        EXPECT_EQ(file.jobs[0].problem, "") << bytes;
        EXPECT_EQ(file.jobs[0].id, "one") << bytes;
        EXPECT_EQ(file.jobs[0].from, "Aton") << bytes;
        EXPECT_EQ(file.jobs[0].origin.index, 0U) << bytes;
        EXPECT_EQ(file.jobs[0].destination.index, 1U) << bytes;
    }
}

TEST_F(Jobs, WithoutAnIdAreCalledByTheirLine) {
    const JobFile file = read("from,to\nAton,Beville\n\nBeville,Aton\n");
    ASSERT_EQ(file.jobs.size(), 2U);
    EXPECT_EQ(file.jobs[0].id, "2");
    EXPECT_EQ(file.jobs[1].id, "4");
}

TEST_F(Jobs, ThatCannotBeAskedSpoilNoOther) {
    const JobFile file = read("id,from,to\na,Atn,Beville\nb,Aton\nc,Aton,Beville,x\n"
                              "d,Beville,Beville yard\ne,Beville,Beville\nf,Aton,Beville\n");
    ASSERT_EQ(file.jobs.size(), 6U);
    EXPECT_THAT(file.jobs[0].problem, HasSubstr("no place is called \"Atn\" (nearest: Aton"));
    EXPECT_EQ(file.jobs[1].problem, "expected 3 fields, found 2");
    EXPECT_EQ(file.jobs[2].problem, "expected 3 fields, found 4");
    EXPECT_EQ(file.jobs[3].problem, "from and to are the same place");
    EXPECT_EQ(file.jobs[4].problem, "from and to are the same place");
    EXPECT_EQ(file.jobs[5].problem, "");
}

TEST_F(Jobs, OfWildBytesBecomeShortText) {
    EXPECT_EQ(problem("a\xFF,Aton,Beville"), "id is not UTF-8");
    EXPECT_EQ(problem("a,\xC3,Beville"), "from is not UTF-8");
    EXPECT_EQ(problem("a,Aton,\xED\xA0\x80"), "to is not UTF-8"); // half of a surrogate pair
    EXPECT_EQ(problem("a," + std::string(1U << 20U, 'x') + ",Beville"),
              "from is longer than 200 bytes and was cut");
    std::string characters;
    for (int i = 0; i < 100; ++i) {
        characters += "好"; // three bytes: 66 of them fit
    }
    const JobFile file = read("id,from,to\n" + characters + ",Aton,Beville\n");
    EXPECT_EQ(file.jobs[0].problem, "id is longer than 200 bytes and was cut");
    EXPECT_EQ(file.jobs[0].id, characters.substr(0, 198) + "…");
    EXPECT_EQ(read("id,from,to\na\xFF"
                   "b,Aton,Beville\n")
                  .jobs[0]
                  .id,
              "a\uFFFD"
              "b");
}

TEST_F(Jobs, QuoteWildWordsOnOneShortLine) {
    const std::string control = problem("a,\"At\non\t\x01\",Beville");
    EXPECT_THAT(control, HasSubstr("\"At\\non\\u0009\\u0001\""));
    EXPECT_THAT(control, Not(HasSubstr("\n")));
    EXPECT_THAT(problem("a,=cmd(),Beville"), HasSubstr("no place is called \"=cmd()\""));
    using namespace std::string_literals;
    EXPECT_THAT(problem("a,At\0on,Beville"s), HasSubstr("\"At\\u0000on\""));
    EXPECT_LT(problem("a," + std::string(190, 'x') + ",Beville").size(), 120U);
}

TEST_F(Jobs, WithAWrongHeaderAreRefused) {
    EXPECT_THAT(complaint("from,from,to\n"), HasSubstr("\"from\" twice"));
    EXPECT_THAT(complaint("from,to,=cmd()\n"), HasSubstr("a column \"=cmd()\""));
    EXPECT_THAT(complaint("from,id\n"), HasSubstr("to is not there"));
    EXPECT_THAT(complaint("from,to\n"), HasSubstr("the header only"));
    EXPECT_THAT(complaint("from,to\n\n\r\n"), HasSubstr("the header only"));
    EXPECT_THAT(complaint(""), HasSubstr("an empty file"));
    EXPECT_LT(complaint("from,to," + std::string(100'000, 'x') + "\n").size(), 300U);
}

TEST_F(Jobs, WithOpenQuotesAreRefused) {
    EXPECT_THAT(complaint("from,to\nAton,\"Beville\nAton,Beville\n"),
                HasSubstr("line 2: expected a closing quote"));
    EXPECT_THAT(complaint("from,to\nAton,Be\"ville\n"), HasSubstr("line 2"));
}

TEST_F(Jobs, AreIdentifiedByAllThatTheirRowsSay) {
    const std::string hash = read("from,to\nAton,Beville\n").hash;
    EXPECT_EQ(read("from,to\r\nAton,\"Beville\"").hash, hash);
    EXPECT_NE(read("to,from\nAton,Beville\n").hash, hash);
    EXPECT_NE(read("from,to\n\nAton,Beville\n").hash, hash) << "the row says line 3";
    EXPECT_NE(read("from,to\nAton,Beville \n").hash, hash);
    const std::string cut = std::string(300, 'x');
    EXPECT_NE(read("from,to\nAton," + cut + "\n").hash, read("from,to\nAton," + cut + "x\n").hash);
    const std::string named = read("id,from,to\na,Aton,Beville\n").hash;
    EXPECT_EQ(read("id,from,to\n\na,Aton,Beville\n").hash, named);
}

TEST_F(Jobs, MayBeAMillion) {
    std::string bytes = "id,from,to\n";
    constexpr std::size_t million = 1'000'000;
    for (std::size_t i = 0; i < million; ++i) {
        bytes += std::to_string(i) + (i % 2 == 0 ? ",Aton,Beville\n" : ",Atn,Beville\n");
    }
    const JobFile file = read(bytes);
    ASSERT_EQ(file.jobs.size(), million);
    EXPECT_EQ(file.jobs[million - 2].problem, "");
    EXPECT_EQ(file.jobs[million - 1].problem, file.jobs[1].problem);
}

} // namespace
} // namespace landsea::io
