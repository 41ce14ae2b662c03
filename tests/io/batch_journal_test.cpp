#include "io/batch_journal.hpp"
#include "io/input_error.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

namespace landsea::io {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class Journal : public testing::Test {
  protected:
    Journal() {
        std::string name = fs::temp_directory_path() / "landsea-journal-XXXXXX";
        folder = mkdtemp(name.data());
        out = folder / "rows.csv";
        part = folder / "rows.csv.part";
        note = folder / "rows.csv.part.json";
    }

    ~Journal() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }

    static void write(const fs::path& file, const std::string& bytes) {
        std::ofstream{file, std::ios::binary} << bytes;
    }

    static std::string bytes(const fs::path& file) {
        std::ifstream stream{file, std::ios::binary};
        return {std::istreambuf_iterator<char>{stream}, {}};
    }

    /// What a run of this identity complains of, or the rows that it finds.
    std::string opened(const std::string& identity, const std::string& header = "title\r\n") {
        found.clear();
        try {
            const BatchJournal journal{out, identity, header,
                                       [this](std::string_view row) { found.emplace_back(row); }};
            EXPECT_EQ(journal.rows_found(), found.size());
            return std::to_string(journal.rows_found());
        } catch (const InputError& error) {
            return error.what();
        } catch (const FileError& error) {
            return std::string{"FileError: "} + error.what();
        }
    }

    fs::path folder;
    fs::path out;
    fs::path part;
    fs::path note;
    std::vector<std::string> found;
};

TEST_F(Journal, GivesTheFileItsNameAtTheEndAndLeavesNothingElse) {
    BatchJournal journal{out, "me", "title\r\n"};
    journal.append("a\r\n");
    EXPECT_FALSE(fs::exists(out));
    EXPECT_EQ(bytes(part), "title\r\na\r\n") << "rows are there at once";
    journal.append("b\r\nc\r\n");
    journal.finish();
    EXPECT_EQ(bytes(out), "title\r\na\r\nb\r\nc\r\n");
    EXPECT_FALSE(fs::exists(part));
    EXPECT_FALSE(fs::exists(note));
}

TEST_F(Journal, GoesOnAfterTheLastWholeRowWhereverItWasCut) {
    const std::string whole = "title\r\nfirst,1\r\nsecond,2\r\n";
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
        write(part, whole.substr(0, cut));
        write(note, "me");
        {
            BatchJournal journal{out, "me", "title\r\n"};
            const std::vector<std::string> rows{"first,1\r\n", "second,2\r\n"};
            for (std::size_t i = journal.rows_found(); i < rows.size(); ++i) {
                journal.append(rows[i]);
            }
            journal.finish();
        }
        ASSERT_EQ(bytes(out), whole) << "cut after " << cut << " bytes";
        fs::remove(out);
    }
}

TEST_F(Journal, HandsOverTheRowsItFinds) {
    write(part, "title\r\na\r\nb\r\nc");
    write(note, "me");
    EXPECT_EQ(opened("me"), "2");
    EXPECT_THAT(found, ElementsAre("a\r\n", "b\r\n"));
    EXPECT_EQ(bytes(part), "title\r\na\r\nb\r\n");
    // Without titles, the first line is a row.
    EXPECT_EQ(opened("me", ""), "3");
}

TEST_F(Journal, FindsRowsOfAnyLength) {
    const std::string row(3U << 20U, 'x'); // three of the blocks that it reads
    write(part, "title\r\n" + row + "\n" + row + "\n" + row);
    write(note, "me");
    EXPECT_EQ(opened("me"), "2");
    EXPECT_EQ(found.at(1).size(), row.size() + 1);
}

TEST_F(Journal, RefusesTheRowsOfAnotherBatchAndLeavesThem) {
    write(part, "title\r\na\r\n");
    write(note, "somebody else");
    const std::string complaint = opened("me");
    EXPECT_THAT(complaint, HasSubstr("rows.csv.part: rows: expected the rows of this very batch"));
    EXPECT_THAT(complaint, HasSubstr("remove it, or write elsewhere"));
    fs::remove(note);
    EXPECT_THAT(opened("me"), HasSubstr("no note of whose they are"));
    write(note, "me");
    EXPECT_THAT(opened("me", "other titles\r\n"), HasSubstr("the titles of this very batch"));
    EXPECT_EQ(bytes(part), "title\r\na\r\n");
    EXPECT_EQ(opened("me"), "1");
}

TEST_F(Journal, TakesAnEmptyPartForNobodys) {
    write(part, "");
    write(note, "somebody else");
    EXPECT_EQ(opened("me"), "0");
    EXPECT_EQ(bytes(note), "me");
}

TEST_F(Journal, IsWrittenByOneRunAtATime) {
    std::optional<BatchJournal> first;
    first.emplace(out, "me", "title\r\n");
    first->append("a\r\n");
    EXPECT_THAT(opened("me"), HasSubstr("FileError: "));
    EXPECT_THAT(opened("me"), HasSubstr("another run is writing it"));
    EXPECT_THAT(opened("somebody else"), HasSubstr("another run is writing it"));
    EXPECT_EQ(bytes(note), "me");
    first->append("b\r\n");
    first.reset();
    EXPECT_EQ(opened("me"), "2");
}

TEST_F(Journal, SaysBeforehandWhereItCannotWrite) {
    fs::create_directory(out);
    EXPECT_THAT(opened("me"), HasSubstr("it is a folder"));
    EXPECT_FALSE(fs::exists(part));
    fs::remove(out);
    fs::create_directory(part);
    EXPECT_THAT(opened("me"), HasSubstr("FileError: "));
    fs::remove(part);
    out = folder / "missing" / "rows.csv";
    EXPECT_THAT(opened("me"), HasSubstr("FileError: "));
    out = "/dev/full";
    EXPECT_THAT(opened("me"), HasSubstr("a device or a pipe, which would be replaced"));
}

TEST_F(Journal, IsDroppedWithItsNote) {
    BatchJournal journal{out, "me", ""};
    journal.append("a\n");
    journal.drop();
    EXPECT_TRUE(fs::is_empty(folder));
}

} // namespace
} // namespace landsea::io
