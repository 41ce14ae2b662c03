#include "io/batch_manifest.hpp"

#include "io/comparison_files.hpp"
#include "io/detail/json_at.hpp"
#include "io/detail/parse_json.hpp"
#include "io/json_text.hpp"
#include "io/read_file.hpp"
#include "io/words.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace landsea::io {

namespace {

constexpr Words<RowFormat, 3> format_words{
    {{"csv", RowFormat::csv}, {"ndjson", RowFormat::ndjson}, {"gpkg", RowFormat::gpkg}}};

void write_options(JsonText& json, const BatchIdentity& identity) {
    json.key("options").open_list();
    for (const auto& [name, value] : identity.options) {
        json.text(value.empty() ? name : name + " " + value);
    }
    json.close_list();
}

std::size_t read_count(const detail::JsonAt& count) {
    constexpr double most = 9007199254740992.0; // 2^53: whole numbers stay exact in a double
    const double number = count.number_in(0.0, most);
    if (number != std::floor(number)) {
        count.problem("a whole number");
    }
    return static_cast<std::size_t>(number);
}

} // namespace

void BatchCount::add(scenarios::RowStatus status) {
    using scenarios::RowStatus;
    ++(status == RowStatus::ok ? ok : status == RowStatus::no_route ? no_route : bad_job);
}

void BatchCount::add(const BatchCount& more) {
    ok += more.ok;
    no_route += more.no_route;
    bad_job += more.bad_job;
}

std::pair<std::size_t, std::size_t> rows_of(Shard shard, std::size_t rows) {
    const std::size_t each = rows / shard.of;
    const std::size_t more = rows % shard.of; // the first ones have one row more
    const auto begin = [&](std::size_t i) { return each * i + std::min(i, more); };
    return {begin(shard.number - 1), begin(shard.number)};
}

std::filesystem::path shard_file(const std::filesystem::path& out, Shard shard) {
    if (shard.of == 1) {
        return out;
    }
    const std::string of = std::to_string(shard.of);
    std::string number = std::to_string(shard.number);
    number.insert(0, of.size() - number.size(), '0');
    std::filesystem::path file = out;
    file.replace_extension(".shard-" + number + "-of-" + of + out.extension().string());
    return file;
}

std::filesystem::path manifest_file(const std::filesystem::path& out) {
    return out.string() + ".run.json";
}

std::string identity_text(const scenarios::BatchPlan& plan, const BatchIdentity& identity) {
    JsonText json;
    json.open_object();
    json.key("program").text(identity.program.program);
    json.key("data_hash").text(identity.program.data_hash);
    json.key("jobs_hash").text(identity.jobs_hash);
    json.key("jobs").integer(static_cast<std::int64_t>(plan.jobs.size()));
    json.key("scenarios").open_list();
    for (const scenarios::Scenario& scenario : plan.scenarios) {
        json.text(scenario.hash.empty() ? scenario.id : scenario.id + "@" + scenario.hash);
    }
    json.close_list();
    json.key("months").open_list();
    for (const model::Month month : plan.months) {
        json.text(batch_month(month));
    }
    json.close_list();
    json.key("criteria").open_list();
    for (const model::Criterion criterion : plan.criteria) {
        json.text(criterion_word(criterion));
    }
    json.close_list();
    write_options(json, identity);
    json.key("draws").integer(plan.draws ? plan.draws->draws : 0);
    json.key("seed");
    if (plan.draws) {
        json.integer(static_cast<std::int64_t>(plan.draws->seed));
    } else {
        json.null();
    }
    json.key("format").text(word_for(format_words, identity.format));
    json.key("rows_of_all_shards").integer(static_cast<std::int64_t>(plan.rows()));
    json.close_object();
    return std::move(json).result();
}

std::string manifest_text(const std::string& identity, const BatchRun& run) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    json.key("batch").text(identity);
    json.key("shard").integer(static_cast<std::int64_t>(run.shard.number));
    json.key("shards").integer(static_cast<std::int64_t>(run.shard.of));
    json.key("rows").integer(static_cast<std::int64_t>(run.rows));
    json.key("rows_found").integer(static_cast<std::int64_t>(run.resumed_at));
    json.key("rows_ok").integer(static_cast<std::int64_t>(run.count.ok));
    json.key("rows_no_route").integer(static_cast<std::int64_t>(run.count.no_route));
    json.key("rows_bad_job").integer(static_cast<std::int64_t>(run.count.bad_job));
    if (run.threads > 0) {
        json.key("threads").integer(run.threads);
        json.key("began_at").text(run.began_at);
        json.key("ended_at").text(run.ended_at);
    }
    json.close_object();
    return std::move(json).result();
}

ReadManifest read_manifest(const std::filesystem::path& file) {
    detail::ProblemList problems;
    const auto document = detail::parse_json(file.string(), read_file(file), problems);
    problems.throw_if_any();
    const detail::JsonAt top{*document, problems};
    ReadManifest manifest;
    if (top.is_object_of({"schema_version", "batch", "shard", "shards", "rows", "rows_found",
                          "rows_ok", "rows_no_route", "rows_bad_job", "threads", "began_at",
                          "ended_at"})) {
        static_cast<void>(top["schema_version"].integer_in(1, 1));
        manifest.identity = top["batch"].text();
        manifest.shard = {read_count(top["shard"]), read_count(top["shards"])};
        manifest.rows = read_count(top["rows"]);
        manifest.count = {read_count(top["rows_ok"]), read_count(top["rows_no_route"]),
                          read_count(top["rows_bad_job"])};
    }
    problems.throw_if_any();
    const auto batch = detail::parse_json(file.string() + "#/batch", manifest.identity, problems);
    problems.throw_if_any();
    const detail::JsonAt identity{*batch, problems};
    if (!identity.is_object()) {
        identity.problem("an object");
    } else if (const detail::JsonAt format = identity["format"]; format.is_there()) {
        manifest.format = format.one_of(format_words);
    }
    if (manifest.shard.number < 1 || manifest.shard.number > manifest.shard.of) {
        top["shard"].problem("a number from 1 to the number of shards");
    }
    problems.throw_if_any();
    return manifest;
}

} // namespace landsea::io
