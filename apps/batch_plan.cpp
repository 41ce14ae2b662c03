#include "apps/batch_plan.hpp"

#include "apps/data_folder.hpp"
#include "apps/month_list.hpp"
#include "apps/question.hpp"
#include "apps/scenario_words.hpp"
#include "apps/usage_error.hpp"
#include "io/batch_layers.hpp"
#include "io/read_jobs.hpp"
#include "model/spelling.hpp"

#include <glob.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

constexpr const char* as_it_is = "base";

std::vector<std::string> parts_of(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string::npos;
         end = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

/// The files that a pattern matches, in the order of their names.
std::vector<std::string> matches_of(const std::string& pattern) {
    glob_t found{};
    const int result = glob(pattern.c_str(), 0, nullptr, &found);
    std::vector<std::string> files;
    for (std::size_t i = 0; result == 0 && i < found.gl_pathc; ++i) {
        files.emplace_back(found.gl_pathv[i]);
    }
    globfree(&found);
    std::ranges::sort(files);
    return files;
}

/// The words of `--scenarios`, patterns replaced by the files that they match.
std::vector<std::string> scenario_words(const Arguments& arguments) {
    std::vector<std::string> words;
    for (const std::string& value : arguments.all("--scenarios")) {
        for (const std::string& word : parts_of(value, ',')) {
            if (word.find_first_of("*?[") == std::string::npos) {
                words.push_back(word);
                continue;
            }
            const auto files = matches_of(word);
            if (files.empty()) {
                throw UsageError{"--scenarios: no file matches \"" + word + "\""};
            }
            words.insert(words.end(), files.begin(), files.end());
        }
    }
    return words.empty() ? std::vector<std::string>{as_it_is} : words;
}

std::vector<model::Month> months_of(const Arguments& arguments) {
    const std::string text = arguments.last("--month").value_or("year");
    if (text == "year") {
        return {model::Month::whole_year()};
    }
    return month_list("--month", text);
}

std::vector<model::Criterion> criteria_of(const Arguments& arguments) {
    using model::Criterion;
    static const std::vector<std::pair<std::string, Criterion>> known{
        {"time", Criterion::time},
        {"money", Criterion::money},
        {"cost", Criterion::money},
        {"carbon", Criterion::carbon},
        {"generalised", Criterion::generalised}};
    std::vector<Criterion> criteria;
    for (const std::string& word : parts_of(arguments.last("--criteria").value_or("time"), ',')) {
        const auto found =
            std::ranges::find(known, word, &std::pair<std::string, Criterion>::first);
        if (found == known.end()) {
            throw UsageError{"--criteria: expected time, money, carbon or generalised, joined by "
                             "commas, found \"" +
                                 word + "\"",
                             model::nearest(word, {"time", "money", "carbon", "generalised"}, 1)};
        }
        if (std::ranges::find(criteria, found->second) != criteria.end()) {
            throw UsageError{"--criteria: " + word + " is given twice"};
        }
        criteria.push_back(found->second);
    }
    return criteria;
}

/// The texts of the words but for "base".
std::vector<io::ScenarioText> texts_of(const std::vector<std::string>& words,
                                       const fs::path& data) {
    std::vector<io::ScenarioText> texts;
    for (const std::string& word : words) {
        if (word != as_it_is) {
            texts.push_back(scenario_text_of(word, data));
        }
    }
    return texts;
}

/// The scenarios in the order of the words, the network as it is where one says "base".
std::vector<scenarios::Scenario> in_order_of(const std::vector<std::string>& words,
                                             const std::vector<scenarios::Scenario>& read) {
    std::vector<scenarios::Scenario> all;
    auto next = read.begin();
    std::set<std::string> ids;
    for (const std::string& word : words) {
        all.push_back(
            word == as_it_is
                ? scenarios::Scenario{.id = as_it_is, .names = {"as it is", "现状", "как есть"}}
                : *next++);
        if (!ids.insert(all.back().id).second) {
            throw UsageError{"--scenarios: " + all.back().id + " is there twice"};
        }
    }
    return all;
}

void check_months(const scenarios::BatchPlan& plan) {
    if (std::ranges::find(plan.months, model::Month::whole_year()) == plan.months.end()) {
        return;
    }
    for (const scenarios::Scenario& scenario : plan.scenarios) {
        for (const scenarios::Change& change : scenario.changes) {
            if (!scenarios::acts_in(change, model::Month::whole_year())) {
                throw scenarios::NeedsAMonth{scenario, change};
            }
        }
    }
}

/// A GeoPackage is made from all its rows at once.
void check_geopackage(const scenarios::BatchPlan& plan) {
    if (plan.rows() > io::most_geopackage_rows) {
        throw UsageError{"--out: a GeoPackage takes at most " +
                         std::to_string(io::most_geopackage_rows) + " rows, and these are " +
                         std::to_string(plan.rows()) +
                         "; write *.csv or *.ndjson, or ask for fewer at a time"};
    }
}

/// The format that the ending of a file says.
std::optional<io::RowFormat> format_by_ending(const fs::path& out) {
    const std::string ending = out.extension().string();
    if (ending == ".csv") {
        return io::RowFormat::csv;
    }
    if (ending == ".gpkg") {
        return io::RowFormat::gpkg;
    }
    return ending == ".ndjson" || ending == ".jsonl" ? std::optional{io::RowFormat::ndjson}
                                                     : std::nullopt;
}

} // namespace

std::vector<Option> batch_options() {
    std::vector<Option> query = query_options();
    std::erase_if(query, [](const Option& option) {
        return option.name == "--month" || option.name == "--by" || option.name == "--scenario";
    });
    return joined(
        {{{"--scenarios", "WORDS",
           "scenarios joined by commas: ids, files, 'patterns/*.json', A+B, or base (base)"},
          {"--month", "MONTHS", "1 to 12 joined by commas, all for each of them, or year (year)"},
          {"--criteria", "LIST", "time, money, carbon, generalised, joined by commas (time)"},
          {"--out", "FILE",
           "write rows there, resumably; *.csv, *.ndjson or *.gpkg (standard output)"},
          {"--format", "FORMAT", "csv, ndjson or gpkg (by the ending of --out, else csv)"},
          {"--shard", "I/N", "only the Ith of N parts, into FILE.shard-I-of-N"},
          {"--draws", "N", "simulate each row with N draws, 100 to 100000 (typical values only)"},
          {"--seed", "N", "of the draws (1)"},
          {"--threads", "N", "does not change a byte (all of the machine)"},
          {"--quiet", "", "no progress and no remarks on the error stream"}},
         query,
         network_options()});
}

BatchRequest batch_request(const Arguments& arguments, io::RowFormat format) {
    const auto words = scenario_words(arguments);
    const auto months = months_of(arguments);
    const auto criteria = criteria_of(arguments);
    Loaded loaded = load_with(arguments, {}, texts_of(words, data_folder(arguments)));
    const std::string& file = arguments.words().front();
    io::JobFile jobs = io::read_jobs(file == "-" ? "/dev/stdin" : file, loaded.network);
    scenarios::BatchPlan plan{.jobs = std::move(jobs.jobs),
                              .scenarios = in_order_of(words, loaded.scenarios),
                              .months = months,
                              .criteria = criteria,
                              .query = query_without_month(arguments, loaded.network),
                              .draws = {}};
    if (arguments.has("--draws")) {
        plan.draws = plan_of(arguments);
        constexpr std::uint32_t most = 100'000;
        if (plan.draws->draws > most) {
            throw UsageError{"--draws: expected at most 100000 for each row"};
        }
    } else if (arguments.has("--seed")) {
        throw UsageError{"--seed goes with --draws"};
    }
    check_months(plan);
    if (format == io::RowFormat::gpkg) {
        plan.detail = scenarios::RowDetail::lines;
        check_geopackage(plan);
    }
    loaded.scenarios.clear(); // they stand in the plan
    return {std::move(loaded), std::move(plan), std::move(jobs.hash)};
}

io::RowFormat row_format_of(const Arguments& arguments) {
    if (const auto word = arguments.last("--format")) {
        if (const auto format = format_by_ending("rows." + *word); format && *word != "jsonl") {
            return *format;
        }
        throw UsageError{"--format: expected csv, ndjson or gpkg, found \"" + *word + "\"",
                         model::nearest(*word, {"csv", "ndjson", "gpkg"}, 1)};
    }
    const auto out = arguments.last("--out");
    if (!out || *out == "-") {
        return io::RowFormat::csv;
    }
    if (const auto format = format_by_ending(*out)) {
        return *format;
    }
    throw UsageError{"--out: expected a file *.csv, *.ndjson or *.gpkg, or --format, found \"" +
                     *out + "\""};
}

io::Shard shard_of(const Arguments& arguments) {
    const auto text = arguments.last("--shard");
    if (!text) {
        return {};
    }
    const auto parts = parts_of(*text, '/');
    const auto number = [](const std::string& word) {
        std::size_t value{};
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        return error == std::errc{} && end == word.data() + word.size() ? value : 0;
    };
    constexpr std::size_t most = 100'000;
    if (parts.size() == 2) {
        const io::Shard shard{number(parts[0]), number(parts[1])};
        if (shard.number >= 1 && shard.number <= shard.of && shard.of <= most) {
            return shard;
        }
    }
    throw UsageError{"--shard: expected I/N such as 3/7, found \"" + *text + "\""};
}

std::optional<fs::path> out_file_of(const Arguments& arguments, io::Shard shard,
                                    io::RowFormat format) {
    const auto out = arguments.last("--out");
    const bool is_file = out && *out != "-";
    if (shard.of > 1 && !is_file) {
        throw UsageError{"--shard goes with --out FILE, for the parts to be merged"};
    }
    if (format == io::RowFormat::gpkg && (!is_file || shard.of > 1)) {
        throw UsageError{is_file ? "--shard goes with *.csv and *.ndjson, which can be merged; a "
                                   "GeoPackage is small enough for one run"
                                 : "--format gpkg goes with --out FILE"};
    }
    if (!is_file) {
        return std::nullopt;
    }
    if (!fs::path{*out}.has_filename()) {
        throw UsageError{"--out: expected a file such as results.csv, found \"" + *out + "\""};
    }
    if (out->ends_with(".part") || out->ends_with(".run.json")) {
        throw UsageError{"--out: \"" + *out +
                         "\" is where a batch keeps rows or its manifest; name the file itself"};
    }
    return io::shard_file(*out, shard);
}

std::vector<std::pair<std::string, std::string>> options_with_effect(const Arguments& arguments) {
    static const std::set<std::string> without{"--threads", "--out",       "--shard", "--quiet",
                                               "--format",  "--scenarios", "--month", "--criteria",
                                               "--draws",   "--seed",      "--data",  "--network"};
    std::vector<std::pair<std::string, std::string>> options = arguments.options();
    std::erase_if(options, [&](const auto& option) { return without.contains(option.first); });
    return options;
}

} // namespace landsea::apps
