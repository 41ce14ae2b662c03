#include "io/atomic_file.hpp"
#include "io/batch_manifest.hpp"
#include "io/input_error.hpp"
#include "io/merge_parts.hpp"
#include "io/read_file.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

namespace landsea::io {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Merge : public testing::Test {
  protected:
    Merge() {
        std::string name = fs::temp_directory_path() / "landsea-merge-XXXXXX";
        folder = mkdtemp(name.data());
        for (std::size_t i = 1; i <= 3; ++i) {
            parts.push_back(folder / ("p" + std::to_string(i) + ".csv"));
            put(i, "title\r\n" + std::to_string(i) + "\r\n");
        }
    }

    ~Merge() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }

    /// Writes a shard of three with one row.
    void put(std::size_t number, const std::string& bytes, RowFormat format = RowFormat::csv,
             const std::string& jobs = "j", std::size_t of = 3) const {
        scenarios::BatchPlan plan;
        write_file(parts[number - 1], bytes);
        write_file(manifest_file(parts[number - 1]),
                   manifest_text(identity_text(plan, {.jobs_hash = jobs, .format = format}),
                                 {.shard = {number, of}, .rows = 1, .count = {.no_route = 1}}));
    }

    [[nodiscard]] std::string complaint(const std::vector<fs::path>& files) const {
        try {
            merge_parts(files, folder / "all.csv");
        } catch (const InputError& error) {
            EXPECT_FALSE(fs::exists(folder / "all.csv"));
            EXPECT_FALSE(fs::exists(folder / "all.csv.run.json"));
            return error.what();
        }
        return "none";
    }

    fs::path folder;
    std::vector<fs::path> parts;
};

TEST_F(Merge, JoinsPartsInAnyOrderUnderOneTitle) {
    EXPECT_EQ(merge_parts({parts[2], parts[0], parts[1]}, folder / "all.csv"), 3U);
    EXPECT_EQ(read_file(folder / "all.csv"), "title\r\n1\r\n2\r\n3\r\n");
    const ReadManifest manifest = read_manifest(folder / "all.csv.run.json");
    EXPECT_EQ(manifest.shard, (Shard{1, 1}));
    EXPECT_EQ(manifest.rows, 3U);
    EXPECT_EQ(manifest.count.no_route, 3U);
    EXPECT_EQ(manifest.identity, read_manifest(manifest_file(parts[0])).identity);
}

TEST_F(Merge, JoinsRowsWithoutTitles) {
    for (std::size_t i = 1; i <= 3; ++i) {
        put(i, "{\"row\":" + std::to_string(i) + "}\n", RowFormat::ndjson);
    }
    merge_parts(parts, folder / "all.ndjson");
    EXPECT_EQ(read_file(folder / "all.ndjson"), "{\"row\":1}\n{\"row\":2}\n{\"row\":3}\n");
}

TEST_F(Merge, RefusesWhatIsNotAllOfOneBatch) {
    EXPECT_THAT(complaint({parts[0], parts[1]}), HasSubstr("no shard after shard 2 of 3"));
    EXPECT_THAT(complaint({parts[0], parts[2]}), HasSubstr("expected shard 2 of 3"));
    EXPECT_THAT(complaint({parts[1], parts[2]}), HasSubstr("expected shard 1 of 3"));
    EXPECT_THAT(complaint({parts[0], parts[0], parts[1], parts[2]}),
                HasSubstr("expected each shard once, found shard 1 of 3 twice"));
    EXPECT_THAT(complaint({parts[0], parts[1], parts[2], parts[2]}),
                HasSubstr("shard 3 of 3 twice"));
    put(2, "title\r\n2\r\n", RowFormat::csv, "other jobs");
    EXPECT_THAT(complaint(parts), HasSubstr("p2.csv: rows: expected a shard of the same batch"));
    put(2, "title\r\n2\r\n", RowFormat::csv, "j", 4);
    EXPECT_THAT(complaint(parts), HasSubstr("p2.csv: rows: expected a shard of the same batch"));
}

TEST_F(Merge, RefusesPartsThatLostOrGainedRows) {
    put(2, "title\r\n");
    EXPECT_THAT(complaint(parts),
                HasSubstr("p2.csv: rows: expected 1 rows, as its manifest says, found "
                          "0"));
    put(2, "title\r\n2\r\n2\r\n");
    EXPECT_THAT(complaint(parts), HasSubstr("found 2"));
    put(2, "title\r\n2");
    EXPECT_THAT(complaint(parts), HasSubstr("a line end after the last row"));
    put(2, "");
    EXPECT_THAT(complaint(parts), HasSubstr("found 0"));
    put(2, "titel\r\n2\r\n");
    EXPECT_THAT(complaint(parts), HasSubstr("the titles of the first shard"));
}

TEST_F(Merge, RefusesGeoPackages) {
    put(1, "bytes", RowFormat::gpkg, "j", 1);
    EXPECT_THAT(complaint({parts[0]}), HasSubstr("found a GeoPackage"));
}

TEST_F(Merge, SaysWhichFileIsMissing) {
    fs::remove(manifest_file(parts[1]));
    EXPECT_THROW(merge_parts(parts, folder / "all.csv"), FileError);
    put(2, "title\r\n2\r\n");
    fs::remove(parts[1]);
    EXPECT_THROW(merge_parts(parts, folder / "all.csv"), FileError);
    EXPECT_FALSE(fs::exists(folder / "all.csv"));
}

} // namespace
} // namespace landsea::io
