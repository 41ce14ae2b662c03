#include "io/batch_manifest.hpp"
#include "io/input_error.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

namespace landsea::io {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(Shards, CoverAllRowsOnceAndDifferByOneAtMost) {
    for (const std::size_t rows : {0U, 1U, 6U, 7U, 8U, 1000U}) {
        std::size_t next = 0;
        for (std::size_t i = 1; i <= 7; ++i) {
            const auto [first, last] = rows_of({i, 7}, rows);
            EXPECT_EQ(first, next);
            EXPECT_GE(last - first, rows / 7);
            EXPECT_LE(last - first, rows / 7 + 1);
            next = last;
        }
        EXPECT_EQ(next, rows);
    }
}

TEST(Shards, HaveFilesOfTheirOwn) {
    EXPECT_EQ(shard_file("a/b.csv", {1, 1}), "a/b.csv");
    EXPECT_EQ(shard_file("a/b.csv", {3, 7}), "a/b.shard-3-of-7.csv");
    EXPECT_EQ(shard_file("b.v2.csv", {3, 120}), "b.v2.shard-003-of-120.csv");
    EXPECT_EQ(manifest_file("a/b.csv"), "a/b.csv.run.json");
    EXPECT_NE(manifest_file("b.csv"), manifest_file("b.ndjson"));
}

scenarios::BatchPlan plan() {
    scenarios::BatchPlan plan;
    plan.jobs.resize(2);
    plan.scenarios = {{.id = "base"}, {.id = "dry"}};
    plan.scenarios[1].hash = "0123";
    plan.months = {model::Month{1}, model::Month{2}, model::Month{3}};
    plan.criteria = {model::Criterion::time};
    return plan;
}

BatchIdentity identity() {
    return {.program = {.program = "landsea 1", .data_hash = "d"},
            .jobs_hash = "j",
            .options = {{"--teu", "2"}},
            .format = RowFormat::csv};
}

TEST(BatchIdentity, DiffersWhereRowsMay) {
    const std::string known = identity_text(plan(), identity());
    EXPECT_EQ(identity_text(plan(), identity()), known);
    std::vector<std::string> others;
    const auto add_plan = [&](const auto& change) {
        auto other = plan();
        change(other);
        others.push_back(identity_text(other, identity()));
    };
    add_plan([](auto& p) { p.scenarios[1].hash = "4567"; });
    add_plan([](auto& p) { p.scenarios.pop_back(); });
    add_plan([](auto& p) { p.months.pop_back(); });
    add_plan([](auto& p) { p.criteria = {model::Criterion::money}; });
    add_plan([](auto& p) { p.draws = model::DrawPlan{.seed = 1, .draws = 100}; });
    add_plan([](auto& p) { p.draws = model::DrawPlan{.seed = 2, .draws = 100}; });
    add_plan([](auto& p) { p.draws = model::DrawPlan{.seed = 1, .draws = 101}; });
    const auto add_identity = [&](const auto& change) {
        auto other = identity();
        change(other);
        others.push_back(identity_text(plan(), other));
    };
    add_identity([](auto& i) { i.program.program = "landsea 2"; });
    add_identity([](auto& i) { i.program.data_hash = "e"; });
    add_identity([](auto& i) { i.jobs_hash = "k"; });
    add_identity([](auto& i) { i.options[0].second = "3"; });
    add_identity([](auto& i) { i.format = RowFormat::ndjson; });
    others.push_back(known);
    std::ranges::sort(others);
    EXPECT_EQ(std::ranges::adjacent_find(others), others.end());
}

class Manifest : public testing::Test {
  protected:
    Manifest() {
        std::string name = fs::temp_directory_path() / "landsea-manifest-XXXXXX";
        folder_ = mkdtemp(name.data());
    }

    ~Manifest() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    [[nodiscard]] ReadManifest read(const std::string& bytes) const {
        std::ofstream{folder_ / "m.json", std::ios::binary} << bytes;
        return read_manifest(folder_ / "m.json");
    }

    [[nodiscard]] std::string complaint(const std::string& bytes) const {
        try {
            static_cast<void>(read(bytes));
        } catch (const InputError& error) {
            return error.what();
        }
        return "none";
    }

    /// A manifest with one of its texts replaced.
    [[nodiscard]] std::string changed(const std::string& old, const std::string& fresh) const {
        std::string text = good_;
        const std::size_t at = text.find(old);
        EXPECT_NE(at, std::string::npos) << old;
        return complaint(text.replace(at, old.size(), fresh));
    }

    fs::path folder_;
    std::string identity_ = identity_text(plan(), identity());
    std::string good_ = manifest_text(identity_, {.shard = {2, 3},
                                                  .rows = 4,
                                                  .count = {.ok = 2, .no_route = 1, .bad_job = 1},
                                                  .began_at = "2026-01-01T00:00:00Z",
                                                  .ended_at = "2026-01-01T00:00:01Z",
                                                  .threads = 2,
                                                  .resumed_at = 1});
};

TEST_F(Manifest, IsReadBack) {
    const ReadManifest manifest = read(good_);
    EXPECT_EQ(manifest.identity, identity_);
    EXPECT_EQ(manifest.shard, (Shard{2, 3}));
    EXPECT_EQ(manifest.rows, 4U);
    EXPECT_EQ(manifest.count.ok, 2U);
    EXPECT_EQ(manifest.count.no_route, 1U);
    EXPECT_EQ(manifest.count.bad_job, 1U);
    EXPECT_EQ(manifest.format, RowFormat::csv);
}

TEST_F(Manifest, OfAMergeHoldsNoClock) {
    const std::string merged = manifest_text(identity_, {.rows = 4, .count = {.ok = 4}});
    EXPECT_EQ(merged.find("_at\""), std::string::npos);
    EXPECT_EQ(read(merged).rows, 4U);
}

TEST_F(Manifest, WithWildContentIsRefused) {
    EXPECT_EQ(complaint(good_), "none");
    EXPECT_THAT(complaint(""), HasSubstr("an empty file"));
    EXPECT_THAT(complaint("[]"), HasSubstr("expected an object"));
    EXPECT_THAT(complaint("{}"), HasSubstr("the key \"batch\""));
    EXPECT_THAT(complaint("\xFF"), HasSubstr("UTF-8"));
    EXPECT_THAT(complaint(std::string(100'000, '[')), HasSubstr("deep"));
    EXPECT_THAT(changed("\"shard\": 2", "\"shard\": 0"), HasSubstr("/shard"));
    EXPECT_THAT(changed("\"shard\": 2", "\"shard\": 4"), HasSubstr("/shard"));
    EXPECT_THAT(changed("\"shard\": 2", "\"shard\": 1.5"), HasSubstr("a whole number"));
    EXPECT_THAT(changed("\"shards\": 3", "\"shards\": -3"), HasSubstr("/shards"));
    EXPECT_THAT(changed("\"rows\": 4", "\"rows\": 1e300"), HasSubstr("/rows"));
    EXPECT_THAT(changed("\"rows\": 4", "\"rows\": \"=cmd()\""), HasSubstr("/rows"));
    EXPECT_THAT(changed("\"rows\": 4", "\"rows\": 4, \"rows\": 5"), HasSubstr("twice"));
    EXPECT_THAT(changed("\\\"csv\\\"", "\\\"exe\\\""), HasSubstr("csv"));
    EXPECT_THAT(changed("\"schema_version\": 1", "\"schema_version\": 2"),
                HasSubstr("/schema_version"));
}

TEST_F(Manifest, WithABatchThatIsNoneIsRefused) {
    for (const char* batch : {"", "[]", "7", "{}", "{\\\"format\\\": 7}", "{\\\"format\\\""}) {
        const std::string text = std::string{"{\"schema_version\": 1, \"batch\": \""} + batch +
                                 "\", \"shard\": 1, \"shards\": 1, \"rows\": 0, \"rows_found\": 0,"
                                 "\"rows_ok\": 0, \"rows_no_route\": 0, \"rows_bad_job\": 0}";
        EXPECT_THAT(complaint(text), HasSubstr("m.json#/batch")) << batch;
    }
}

} // namespace
} // namespace landsea::io
