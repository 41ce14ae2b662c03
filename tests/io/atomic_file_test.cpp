#include "io/atomic_file.hpp"
#include "io/input_error.hpp"
#include "io/read_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace landsea::io {
namespace {

class Folder : public testing::Test {
  protected:
    Folder() { std::filesystem::create_directories(path_); }

    ~Folder() override { std::filesystem::remove_all(path_); }

    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator{path_}) {
            all.push_back(entry.path().filename().string());
        }
        return all;
    }

    std::filesystem::path path_ =
        std::filesystem::path{testing::TempDir()} /
        ("landsea_" + std::string{testing::UnitTest::GetInstance()->current_test_info()->name()});
};

using WriteFile = Folder;
using PendingFilesIn = Folder;

TEST_F(WriteFile, ReplacesWhatIsThereAndLeavesNothingElse) {
    write_file(path_ / "a.csv", "old");
    write_file(path_ / "a.csv", "new");
    EXPECT_EQ(read_file(path_ / "a.csv"), "new");
    EXPECT_THAT(names(), testing::ElementsAre("a.csv"));
}

TEST_F(WriteFile, SaysWhyItCannot) {
    const auto reason = [](const std::filesystem::path& path) {
        try {
            write_file(path, "x");
        } catch (const FileError& error) {
            return std::string{error.what()};
        }
        return std::string{"written"};
    };
    const std::string missing = (path_ / "missing" / "a.csv").string();
    EXPECT_EQ(reason(missing), missing + ": cannot be written: No such file or directory");
    EXPECT_EQ(reason(path_), path_.string() + ": cannot be written: Is a directory");
    EXPECT_EQ(reason("/dev/null"), "/dev/null: cannot be written: it is a device or a pipe, which "
                                   "would be replaced");
}

TEST_F(PendingFilesIn, AppearTogetherOrNotAtAll) {
    write_file(path_ / "a.csv", "old");
    try {
        PendingFiles files;
        files.add(path_ / "a.csv", "new");
        files.add(path_ / "missing" / "b.csv", "new");
        files.commit();
        FAIL() << "must not be written";
    } catch (const FileError&) {
        EXPECT_EQ(read_file(path_ / "a.csv"), "old");
        EXPECT_THAT(names(), testing::ElementsAre("a.csv"));
    }
    PendingFiles files;
    files.add(path_ / "a.csv", "new");
    files.add(path_ / "b.csv", "too");
    EXPECT_EQ(read_file(path_ / "a.csv"), "old");
    files.commit();
    EXPECT_EQ(read_file(path_ / "a.csv"), "new");
    EXPECT_THAT(names(), testing::UnorderedElementsAre("a.csv", "b.csv"));
}

TEST_F(PendingFilesIn, CanBeFilledByAnotherWriter) {
    PendingFiles files;
    const std::filesystem::path temporary = files.add(path_ / "map.png");
    EXPECT_EQ(temporary.extension(), ".png");
    std::ofstream{temporary} << "picture";
    files.commit();
    EXPECT_EQ(read_file(path_ / "map.png"), "picture");
    EXPECT_THAT(names(), testing::ElementsAre("map.png"));
}

} // namespace
} // namespace landsea::io
