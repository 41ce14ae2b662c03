#include "batch_scratch.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace landsea::apps {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

TEST_F(BatchVerb, WritesAFileWithItsManifestAndMakesTheFolder) {
    const Outcome batch = run({"--out", "@/deep/down/rows.csv", "--threads", "1"});
    EXPECT_EQ(batch.exit, 0) << batch.err;
    EXPECT_EQ(batch.out, "");
    EXPECT_EQ(bytes("deep/down/rows.csv"), run({}).out);
    const json manifest = json::parse(bytes("deep/down/rows.csv.run.json"));
    EXPECT_EQ(manifest["rows"], 3);
    EXPECT_EQ(manifest["rows_ok"], 2);
    EXPECT_EQ(manifest["rows_no_route"], 1);
    EXPECT_EQ(manifest["threads"], 1);
    EXPECT_EQ(json::parse(manifest["batch"].get<std::string>())["scenarios"],
              json::array({"base"}));
    EXPECT_FALSE(is_there("deep/down/rows.csv.part"));
    EXPECT_FALSE(is_there("deep/down/rows.csv.part.json"));
}

TEST_F(BatchVerb, GoesOnWhereAnEarlierRunStopped) {
    const std::vector<std::string> words{"--scenarios", "base,@/slow.json", "--out", "@/rows.csv"};
    ASSERT_EQ(run(words).exit, 0);
    const std::string whole = bytes("rows.csv");
    const std::string identity =
        json::parse(bytes("rows.csv.run.json"))["batch"].get<std::string>();
    for (std::size_t cut = 0; cut <= whole.size(); cut += 97) {
        write_bytes(folder.path() / "rows.csv.part", whole.substr(0, cut));
        write_bytes(folder.path() / "rows.csv.part.json", identity);
        const Outcome again = run(words);
        ASSERT_EQ(again.exit, 0) << again.err;
        ASSERT_EQ(bytes("rows.csv"), whole) << "cut after " << cut << " bytes";
        ASSERT_THAT(again.err, HasSubstr("6 rows")) << "all rows are counted";
        ASSERT_EQ(json::parse(bytes("rows.csv.run.json"))["rows_no_route"], 2);
    }
}

TEST_F(BatchVerb, EndsAsAnUndisturbedRunEnds) {
    jobs("from,to\nNowhere,Port\nCity,Port\n");
    const std::vector<std::string> words{"--out", "@/rows.csv"};
    ASSERT_EQ(run(words).exit, 1);
    const std::string whole = bytes("rows.csv");
    write_bytes(folder.path() / "rows.csv.part", whole); // the bad row is there already
    write_bytes(folder.path() / "rows.csv.part.json",
                json::parse(bytes("rows.csv.run.json"))["batch"].get<std::string>());
    EXPECT_EQ(run(words).exit, 1);
}

TEST_F(BatchVerb, RefusesAJournalThatIsNotItsOwn) {
    ASSERT_EQ(run({"--out", "@/rows.csv"}).exit, 0);
    const std::string identity =
        json::parse(bytes("rows.csv.run.json"))["batch"].get<std::string>();
    const auto lay = [&](const std::string& rows) {
        write_bytes(folder.path() / "rows.csv.part", rows);
        write_bytes(folder.path() / "rows.csv.part.json", identity);
    };
    lay(bytes("rows.csv"));
    const Outcome other = run({"--out", "@/rows.csv", "--month", "3"});
    EXPECT_EQ(other.exit, 2);
    EXPECT_THAT(other.err, HasSubstr("rows.csv.part: rows: expected the rows of this very batch"));
    EXPECT_THAT(other.err, HasSubstr("remove it, or write elsewhere"));
    lay(bytes("rows.csv") + "a,b,c,base,year,time,ok,1,1,1,1,1,1,x,\r\n");
    const Outcome more = run({"--out", "@/rows.csv"});
    EXPECT_EQ(more.exit, 2);
    EXPECT_THAT(more.err, HasSubstr("expected at most 3 rows, found 4; remove it"));
    lay(titles + std::string{"no row at all\r\n"});
    const Outcome wild = run({"--out", "@/rows.csv"});
    EXPECT_EQ(wild.exit, 2);
    EXPECT_THAT(wild.err, HasSubstr("row 1: expected a row of a batch"));
    // Other jobs are another batch, even where they differ in one letter only.
    lay(titles);
    jobs("id,from,to\nport,City,Port\nfar,City,Far\nisle,City,Isl\n");
    EXPECT_EQ(run({"--out", "@/rows.csv"}).exit, 2);
}

TEST_F(BatchVerb, MergesShardsToTheBytesOfOneRun) {
    const std::vector<std::string> asked{"--scenarios", "base,@/slow.json,@/winter.json",
                                         "--month",     "1,2",
                                         "--criteria",  "time,carbon"};
    const auto with_words = [&](std::vector<std::string> more) {
        more.insert(more.end(), asked.begin(), asked.end());
        return more;
    };
    for (const char* ending : {"csv", "ndjson"}) {
        const std::string all = std::string{"@/all."} + ending;
        ASSERT_EQ(run(with_words({"--out", all})).exit, 0);
        std::vector<std::string> merge{"merge", "--out",
                                       folder.path() / (std::string{"merged."} + ending)};
        for (const char* number : {"7", "1", "2", "3", "4", "5", "6"}) {
            const std::string out = std::string{"@/part."} + ending;
            const Outcome shard =
                run(with_words({"--out", out, "--shard", std::string{number} + "/7"}));
            ASSERT_EQ(shard.exit, 0) << shard.err;
            merge.push_back(folder.path() /
                            (std::string{"part.shard-"} + number + "-of-7." + ending));
        }
        const Outcome merged = run_landsea(merge);
        EXPECT_EQ(merged.exit, 0) << merged.err;
        EXPECT_THAT(merged.err, HasSubstr("36 rows of 7 parts"));
        EXPECT_EQ(bytes(std::string{"merged."} + ending), bytes(std::string{"all."} + ending));
    }
    EXPECT_EQ(json::parse(bytes("merged.csv.run.json"))["rows_no_route"], 12);
}

TEST_F(BatchVerb, MergeRefusesToWriteOverAPart) {
    ASSERT_EQ(run({"--out", "@/rows.csv", "--shard", "1/2"}).exit, 0);
    const std::string part = folder.path() / "rows.shard-1-of-2.csv";
    EXPECT_EQ(run_landsea({"merge", part, "--out", part}).exit, 64);
    EXPECT_EQ(run_landsea({"merge", part}).exit, 64);
    const Outcome missing = run_landsea({"merge", part, "--out", folder.path() / "all.csv"});
    EXPECT_EQ(missing.exit, 2);
    EXPECT_THAT(missing.err, HasSubstr("no shard after shard 1 of 2"));
}

TEST_F(BatchVerb, SaysWhereItCannotWrite) {
    EXPECT_EQ(run({}, {.output = "/dev/full"}).exit, 3);
    const Outcome device = run({"--out", "/dev/full", "--format", "csv"});
    EXPECT_EQ(device.exit, 3);
    EXPECT_THAT(device.err, HasSubstr("a device or a pipe"));
    fs::create_directory(folder.path() / "o.csv");
    EXPECT_EQ(run({"--out", "@/o.csv"}).exit, 3);
    const Outcome below = run({"--out", "@/jobs.csv/o.csv"});
    EXPECT_EQ(below.exit, 3);
    EXPECT_THAT(below.err, HasSubstr("jobs.csv"));
    EXPECT_EQ(run({"--out", "/proc/o.csv"}).exit, 3);
    EXPECT_THAT(folder.files(), Not(testing::Contains(HasSubstr(".part"))));
}

TEST_F(BatchVerb, KeepsItsRowsWhenTheDiskIsFullAndGoesOnLater) {
    const std::string jobs_file = folder.path() / "jobs.csv";
    std::string many = "from,to\n";
    for (int i = 0; i < 500; ++i) {
        many += "City,Port\n";
    }
    jobs(many);
    const std::string out = folder.path() / "rows.csv";
    const std::string command = std::string{LANDSEA_PROGRAM} + " batch " + jobs_file + " --data " +
                                small_data().string() + " --out " + out;
    const Outcome full =
        run_any({"bash", "-c", "trap '' XFSZ; ulimit -f 8; exec " + command}); // 8 KB
    EXPECT_EQ(full.exit, 3) << full.err;
    EXPECT_THAT(full.err, HasSubstr("rows.csv.part: cannot be written"));
    EXPECT_EQ(fs::file_size(out + ".part"), 8192U);
    const Outcome rest = run({"--out", "@/rows.csv"});
    EXPECT_EQ(rest.exit, 0) << rest.err;
    EXPECT_THAT(rest.err, HasSubstr("of them from an earlier run"));
    EXPECT_EQ(bytes("rows.csv"), run({}).out);
}

TEST_F(BatchVerb, EndsWith130WhenInterruptedAndKeepsItsRows) {
    std::string many = "from,to\n";
    for (int i = 0; i < 200'000; ++i) {
        many += "City,Far\n";
    }
    jobs(many);
    const std::string out = folder.path() / "rows.csv";
    // What runs in the background of a script ignores SIGINT: so the killer does.
    const std::string script =
        "(until [ -s " + out + ".part ]; do sleep 0.01; done; kill -INT $$) & exec " +
        LANDSEA_PROGRAM + " batch " + (folder.path() / "jobs.csv").string() + " --data " +
        small_data().string() + " --criteria time,money,carbon --threads 1 --out " + out;
    const Outcome stopped = run_any({"bash", "-c", script});
    EXPECT_EQ(stopped.exit, 130) << stopped.err;
    EXPECT_THAT(stopped.err, HasSubstr("interrupted after "));
    EXPECT_THAT(stopped.err, HasSubstr("rows.csv.part, and the same command goes on from there"));
    EXPECT_FALSE(is_there("rows.csv"));
    EXPECT_TRUE(bytes("rows.csv.part").ends_with("\r\n"));
}

TEST_F(BatchVerb, WritesRoutesForMapPrograms) {
    jobs("id,from,to\nfar,City,Far\nisle,City,Isle\nwrong,City,Nowhere\n");
    ASSERT_EQ(run({"--out", "@/rows.gpkg", "--month", "1,2", "--threads", "1"}).exit, 1);
    const std::string gpkg = folder.path() / "rows.gpkg";
    const Outcome routes = run_any({"ogrinfo", "-ro", "-al", gpkg, "routes"});
    EXPECT_THAT(routes.out, HasSubstr("Feature Count: 2"));
    EXPECT_THAT(routes.out, HasSubstr("time_typical_days (Real) = 5.75"));
    EXPECT_THAT(routes.out, HasSubstr("services (String) = train>liner"));
    // The yard, the port and Far, as the fixture has them.
    EXPECT_THAT(routes.out, HasSubstr("MULTILINESTRING ((106.1 30.1,108 22,104 1))"));
    const Outcome others = run_any({"ogrinfo", "-ro", "-al", gpkg, "rows_without_line"});
    EXPECT_THAT(others.out, HasSubstr("Feature Count: 4"));
    EXPECT_THAT(others.out, HasSubstr("status (String) = no_route"));
    EXPECT_THAT(others.out, HasSubstr("problem (String) = no place is called \"Nowhere\""));
    EXPECT_THAT(folder.files(), Not(testing::Contains(HasSubstr(".part"))));
    ASSERT_EQ(run({"--out", "@/again.gpkg", "--month", "1,2", "--threads", "3"}).exit, 1);
    EXPECT_EQ(bytes("again.gpkg"), bytes("rows.gpkg"));
}

TEST_F(BatchVerb, RefusesMoreRowsThanAGeoPackageTakes) {
    std::string many = "from,to\n";
    for (int i = 0; i < 50'001; ++i) {
        many += "City,Far\n";
    }
    jobs(many);
    const Outcome refused = run({"--out", "@/rows.gpkg"});
    EXPECT_EQ(refused.exit, 64);
    EXPECT_THAT(refused.err, HasSubstr("at most 50000 rows, and these are 50001"));
    EXPECT_FALSE(is_there("rows.gpkg.part"));
}

} // namespace
} // namespace landsea::apps
