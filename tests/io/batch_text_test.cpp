#include "io/batch_text.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace landsea::io {
namespace {

using scenarios::BatchPlan;
using scenarios::BatchRow;
using scenarios::RowStatus;
using testing::HasSubstr;

BatchPlan plan_of(const std::string& id, const std::string& from, const std::string& to) {
    BatchPlan plan;
    plan.jobs = {{.id = id, .from = from, .to = to}};
    plan.scenarios = {{.id = "base"}};
    plan.months = {model::Month{3}};
    plan.criteria = {model::Criterion::time};
    return plan;
}

/// 36 h, 120.5 USD, 98.7654 kg, 600 km: by train and ship.
BatchRow good_row() {
    return {.month = {3},
            .criterion = model::Criterion::time,
            .status = RowStatus::ok,
            .typical = {.length = model::Km{600},
                        .time = model::Hours{36},
                        .money = model::Usd{120.5},
                        .carbon = model::KgCo2e{98.7654}},
            .generalised = model::Usd{200},
            .transfers = 1,
            .services = {"train", "liner"}};
}

TEST(BatchText, IsCsvToTheByte) {
    const BatchPlan plan = plan_of("j", "City", "Far");
    EXPECT_EQ(batch_header(plan, RowFormat::csv),
              "job,from,to,scenario,month,criterion,status,time_typical_days,money_typical_usd,"
              "carbon_typical_kg_co2e,generalised_typical_usd,length_km,transfers,services,"
              "problem\r\n");
    EXPECT_EQ(batch_text({good_row()}, plan, RowFormat::csv),
              "j,City,Far,base,3,time,ok,1.5,120.5,98.765,200,600,1,train>liner,\r\n");
    EXPECT_EQ(batch_text({BatchRow{.status = RowStatus::no_route}}, plan, RowFormat::csv),
              "j,City,Far,base,year,time,no_route,,,,,,,,\r\n");
}

TEST(BatchText, IsAnObjectOnEachLine) {
    const BatchPlan plan = plan_of("j", "City", "Far");
    EXPECT_EQ(batch_header(plan, RowFormat::ndjson), "");
    EXPECT_EQ(batch_text({good_row()}, plan, RowFormat::ndjson),
              "{\"job\":\"j\",\"from\":\"City\",\"to\":\"Far\",\"scenario\":\"base\",\"month\":"
              "\"3\",\"criterion\":\"time\",\"status\":\"ok\",\"time_typical_days\":1.5,"
              "\"money_typical_usd\":120.5,\"carbon_typical_kg_co2e\":98.765,"
              "\"generalised_typical_usd\":200,\"length_km\":600,\"transfers\":1,\"services\":"
              "[\"train\",\"liner\"],\"problem\":null}\n");
    EXPECT_THAT(batch_text({BatchRow{.status = RowStatus::no_route}}, plan, RowFormat::ndjson),
                HasSubstr("\"status\":\"no_route\",\"time_typical_days\":null"));
}

TEST(BatchText, HasColumnsForDrawsWhereThereAreAny) {
    BatchPlan plan = plan_of("j", "City", "Far");
    plan.draws = model::DrawPlan{.seed = 1, .draws = 100};
    const std::string header = batch_header(plan, RowFormat::csv);
    EXPECT_THAT(header, HasSubstr(",transfers,time_p5_days,time_p50_days,time_p95_days,"));
    BatchRow row = good_row();
    row.spread = scenarios::RowSpread{.hours = {.p5 = 24, .p50 = 36, .p95 = 60}};
    const std::string text = batch_text({row}, plan, RowFormat::csv);
    EXPECT_THAT(text, HasSubstr(",1,1,1.5,2.5,"));
    const std::string without = batch_text({{.status = RowStatus::no_route}}, plan, RowFormat::csv);
    EXPECT_EQ(std::ranges::count(header, ','), std::ranges::count(without, ','));
}

TEST(BatchText, HoldsLinesForMaps) {
    BatchPlan plan = plan_of("j", "City", "Far");
    plan.detail = scenarios::RowDetail::lines;
    BatchRow row = good_row();
    row.lines = {{model::LatLon::degrees(29.5, 106.25), model::LatLon::degrees(0, -1)},
                 {model::LatLon::degrees(1, 2), model::LatLon::degrees(3, 4)}};
    EXPECT_THAT(batch_text({row}, plan, RowFormat::gpkg),
                HasSubstr(",\"lines\":[[[106.25,29.5],[-1,0]],[[2,1],[4,3]]]}\n"));
    EXPECT_THAT(batch_text({{.status = RowStatus::no_route}}, plan, RowFormat::gpkg),
                HasSubstr(",\"lines\":[]}\n"));
}

/// Words that want to be something else.
const std::vector<std::string>& wild_words() {
    using namespace std::string_literals;
    static const std::vector<std::string> words{
        "=cmd()",           "+1",       "-1",         "@SUM(A1)", "\t=1",     "a\nb",
        "a\r\nb",           "a\0b"s,    "say \"hi\"", "a,b",      "\",ok,\"", "\"status\":\"ok\"",
        "../../etc/passwd", "\x1b[31m", "城"};
    return words;
}

TEST(BatchText, StaysOneLineWhateverTheJobSays) {
    for (const std::string& word : wild_words()) {
        BatchPlan plan = plan_of(word, word, word);
        plan.jobs[0].problem = word;
        for (const RowFormat format : {RowFormat::csv, RowFormat::ndjson, RowFormat::gpkg}) {
            const std::string text =
                batch_text({BatchRow{.status = RowStatus::bad_job}}, plan, format);
            EXPECT_EQ(std::ranges::count(text, '\n'), 1) << word;
            const auto is_control = [](char c) {
                return static_cast<unsigned char>(c) < 0x20U && c != '\r' && c != '\n';
            };
            EXPECT_TRUE(std::ranges::none_of(text, is_control)) << word;
            EXPECT_EQ(status_in(text, format), RowStatus::bad_job) << text;
        }
    }
}

TEST(BatchText, LetsNoSpreadsheetCompute) {
    const BatchPlan plan = plan_of("=cmd()", "+cmd()", "@SUM(A1)");
    EXPECT_THAT(batch_text({good_row()}, plan, RowFormat::csv),
                testing::StartsWith("'=cmd(),'+cmd(),'@SUM(A1),base,"));
}

TEST(BatchText, FindsTheStatusOfALine) {
    const BatchPlan plan = plan_of("j", "City", "Far");
    for (const RowFormat format : {RowFormat::csv, RowFormat::ndjson, RowFormat::gpkg}) {
        for (const RowStatus status : {RowStatus::ok, RowStatus::no_route, RowStatus::bad_job}) {
            BatchRow row = good_row();
            row.status = status;
            EXPECT_EQ(status_in(batch_text({row}, plan, format), format), status);
        }
        for (const char* line : {"", "\n", "a,b\r\n", "{}", "a,b,c,d,e,f,fine,\r\n",
                                 "{\"status\":\"fine\"}", "{\"status\":\""}) {
            EXPECT_EQ(status_in(line, format), std::nullopt) << line;
        }
    }
}

} // namespace
} // namespace landsea::io
