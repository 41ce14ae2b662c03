#include "apps/loading.hpp"
#include "apps/output.hpp"
#include "apps/parameter_words.hpp"
#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/atomic_file.hpp"
#include "io/comparison_files.hpp"
#include "io/number_text.hpp"
#include "io/tip_files.hpp"
#include "io/tip_table.hpp"
#include "model/router.hpp"
#include "model/spelling.hpp"
#include "scenarios/closures.hpp"
#include "viz/raster.hpp"
#include "viz/svg.hpp"
#include "viz/tornado_chart.hpp"
#include "viz/winner_map.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>

namespace landsea::apps {

namespace {

using model::Criterion;
using scenarios::Parameter;
using scenarios::Question;

/// What is written, whatever was asked.
struct Written {
    std::string table;
    std::string json;
    std::string csv;
    std::string stem; ///< of the files' names, after that of the question
    std::optional<viz::Picture> picture{};
    bool is_answered{};
};

/// All that an answer is made from.
struct Setting {
    const Arguments& arguments;
    const Loaded& loaded;
    const model::Router& router;
    const Question& question;
    io::Identity identity;
    io::Presentation presentation;
};

void refuse_together(const Arguments& arguments, std::string_view option,
                     std::initializer_list<std::string_view> others) {
    for (const std::string_view other : others) {
        if (arguments.has(other)) {
            throw UsageError{"tip: " + std::string{other} + " does not go with " +
                             std::string{option}};
        }
    }
}

void check_together(const Arguments& arguments) {
    if (arguments.words().size() == 2 && !arguments.has("--alternative")) {
        throw UsageError{"tip: FROM TO needs the ways to choose between: --alternative "
                         "NAME=TARGETS, twice or more"};
    }
    const std::size_t varied = arguments.all("--vary").size();
    if (arguments.has("--tornado")) {
        refuse_together(arguments, "--tornado", {"--vary", "--grid", "--draws", "--seed"});
        return;
    }
    if (varied == 0 || varied > 2) {
        throw UsageError{"tip: expected --vary WHAT=LOW..HIGH once or twice, or --tornado, such as "
                         "--vary dwell:CNQZH=0..10d"};
    }
    refuse_together(arguments, "--vary", {"--share", "--top", "--against"});
    if (varied == 1) {
        refuse_together(arguments, "a single --vary", {"--grid"});
    } else {
        refuse_together(arguments, "two of --vary", {"--draws", "--seed"});
    }
}

/// The first criterion that all the parameters move, unless the user names one that they do.
Criterion criterion_for(const Arguments& arguments, const std::vector<Parameter>& parameters,
                        Criterion asked) {
    const auto all_move = [&](Criterion criterion) {
        return std::ranges::all_of(
            parameters, [&](const Parameter& one) { return scenarios::moves(one, criterion); });
    };
    if (!arguments.has("--by")) {
        for (const Criterion criterion : {Criterion::time, Criterion::money, Criterion::carbon}) {
            if (all_move(criterion)) {
                return criterion;
            }
        }
        return Criterion::generalised;
    }
    for (const Parameter& parameter : parameters) {
        if (!scenarios::moves(parameter, asked)) {
            throw UsageError{"tip: " + parameter.text + " does not change what --by " +
                             io::criterion_word(asked) +
                             " looks at; ask --by generalised, or leave --by out"};
        }
    }
    return asked;
}

/// Expected values have to stay straight lines: nothing that is added may reach below zero.
void check_addition(const Parameter& parameter, const Question& question,
                    const model::Network& network, std::size_t parameters) {
    const double least = std::max(scenarios::least_addition(parameter, question.query, network),
                                  parameters > 1 ? 0.0 : -std::numeric_limits<double>::infinity());
    if (std::holds_alternative<scenarios::PriceOf>(parameter.what) || parameter.from >= least ||
        !(scenarios::least_addition(parameter, question.query, network) > -1e300)) {
        return;
    }
    throw UsageError{"--vary " + parameter.text +
                     ": a number that it is added to would fall below "
                     "zero; begin at " +
                     io::shortest_text(least)};
}

std::vector<Parameter> parameters_of(const Arguments& arguments, const model::Network& network) {
    std::vector<Parameter> parameters;
    for (const std::string& word : arguments.all("--vary")) {
        parameters.push_back(parameter_of(word, network));
        if (parameters.size() == 2 && parameters.front().text == parameters.back().text) {
            throw UsageError{"--vary: " + parameters.back().text + " is given twice"};
        }
    }
    return parameters;
}

/// "41x41".
std::pair<std::size_t, std::size_t> grid_of(const Arguments& arguments) {
    constexpr std::size_t most = 1001;
    const std::string text = arguments.last("--grid").value_or("41x41");
    std::size_t columns{};
    std::size_t rows{};
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, columns);
    if (first.ec == std::errc{} && first.ptr != end && *first.ptr == 'x') {
        const auto second = std::from_chars(first.ptr + 1, end, rows);
        if (second.ec == std::errc{} && second.ptr == end && columns >= 2 && rows >= 2 &&
            columns <= most && rows <= most) {
            return {columns, rows};
        }
    }
    throw UsageError{"--grid: expected COLUMNSxROWS from 2x2 to 1001x1001, found \"" + text + "\""};
}

std::size_t against_of(const Arguments& arguments, const Question& question) {
    const auto word = arguments.last("--against");
    if (!word) {
        return 1;
    }
    std::vector<std::string> ids;
    for (std::size_t i = 1; i < question.alternatives.size(); ++i) {
        if (question.alternatives[i].id == *word) {
            return i;
        }
        ids.push_back(question.alternatives[i].id);
    }
    throw UsageError{"--against: no alternative but the first is called \"" + *word + "\"",
                     model::nearest(*word, ids, 3)};
}

Written tipped(const Setting& setting, const Parameter& parameter) {
    const scenarios::Tipping tipping =
        scenarios::tip(setting.router, setting.question, parameter, plan_of(setting.arguments));
    const model::Network& network = setting.loaded.network;
    return {.table = io::tipping_table(tipping, network, setting.identity, setting.presentation),
            .json = io::tipping_json(tipping, network, setting.identity),
            .csv = io::tipping_csv(tipping, network, setting.identity),
            .stem = "tip",
            .is_answered = !tipping.stretches.empty()};
}

Written mapped(const Setting& setting, const std::vector<Parameter>& parameters) {
    const auto [columns, rows] = grid_of(setting.arguments);
    const scenarios::WinnerMap map = scenarios::winner_map(
        setting.router, setting.question, parameters[0], parameters[1], columns, rows);
    const model::Network& network = setting.loaded.network;
    const model::Language language = setting.presentation.language;
    return {.table = io::winner_map_table(map, network, setting.identity, setting.presentation),
            .json = io::winner_map_json(map, network, setting.identity),
            .csv = io::winner_map_csv(map, network, setting.identity),
            .stem = "winners",
            .picture =
                viz::draw_winner_map(map, {.language = language,
                                           .data_date = data_date_of(setting.loaded, language),
                                           .credit = credit_of(setting.identity)}),
            .is_answered = map.wins_now.has_value()};
}

Written swung(const Setting& setting) {
    scenarios::TornadoRule rule;
    if (setting.arguments.has("--share")) {
        rule.share = setting.arguments.number("--share", 0.25, 0.001, 0.9);
    }
    const auto top =
        static_cast<std::size_t>(setting.arguments.whole_number("--top", 12.0, 1.0, 100.0));
    const scenarios::Tornado tornado = scenarios::tornado(
        setting.router, setting.question, against_of(setting.arguments, setting.question), rule);
    const model::Network& network = setting.loaded.network;
    const model::Language language = setting.presentation.language;
    return {
        .table = io::tornado_table(tornado, top, network, setting.identity, setting.presentation),
        .json = io::tornado_json(tornado, network, setting.identity),
        .csv = io::tornado_csv(tornado, network, setting.identity),
        .stem = "tornado",
        .picture = viz::tornado_chart(tornado, {.most_bars = top,
                                                .language = language,
                                                .data_date = data_date_of(setting.loaded, language),
                                                .credit = credit_of(setting.identity)}),
        .is_answered = tornado.saving.has_value()};
}

void write_files(const std::filesystem::path& folder, const Written& written,
                 const Setting& setting) {
    const Question& question = setting.question;
    const model::Network& network = setting.loaded.network;
    const std::string stem =
        (question.id.empty() ? network[question.query.from].id + "-" + network[question.query.to].id
                             : question.id) +
        "-" + written.stem;
    make_folder(folder);
    io::PendingFiles files;
    files.add(folder / (stem + ".csv"), written.csv);
    files.add(folder / (stem + ".json"), written.json);
    if (written.picture) {
        files.add(folder / (stem + ".svg"), viz::to_svg(*written.picture));
        files.add(folder / (stem + ".png"), viz::to_png(*written.picture));
        files.add(folder / (stem + ".pdf"), viz::to_pdf(*written.picture));
    }
    files.commit();
}

Loaded loaded_for(const Arguments& arguments) {
    Loaded loaded = load(arguments, points_of(arguments));
    loaded.network = with_open_dwells(std::move(loaded.network), arguments.all("--vary"));
    return loaded;
}

Exit run(const Arguments& arguments) {
    check_together(arguments);
    Loaded loaded = loaded_for(arguments);
    Question question = question_of(arguments, loaded);
    if (question.alternatives.size() < 2) {
        throw UsageError{"tip: two alternatives or more are needed, found one"};
    }
    settle(loaded, scenarios::closures_in(question), question.query);
    std::vector<Parameter> parameters = parameters_of(arguments, loaded.network);
    if (!parameters.empty()) {
        question.query.criterion = criterion_for(arguments, parameters, question.query.criterion);
    }
    for (Parameter& parameter : parameters) {
        check_addition(parameter, question, loaded.network, parameters.size());
        parameter.today = scenarios::today_of(parameter, question.query, loaded.network);
    }
    const Format format = format_of(arguments);
    const model::Router router{loaded.network};
    const Setting setting{arguments,
                          loaded,
                          router,
                          question,
                          identity_of(loaded),
                          presentation_of(arguments, loaded)};
    const Written written = arguments.has("--tornado") ? swung(setting)
                            : parameters.size() == 1   ? tipped(setting, parameters.front())
                                                       : mapped(setting, parameters);
    if (const auto folder = arguments.last("--out")) {
        write_files(*folder, written, setting);
    }
    std::cout << (format == Format::json  ? written.json
                  : format == Format::csv ? written.csv
                                          : written.table);
    if (!written.is_answered && !arguments.has("--quiet")) {
        std::cerr << "landsea: no route meets the constraints\n";
    }
    return written.is_answered ? Exit::fine : Exit::negative;
}

} // namespace

Verb tip_verb() {
    return {
        .usage = {.verb = "tip",
                  .summary = "find where the best way changes, and what matters most",
                  .words = {{"COMPARISON|FROM", "a bundled comparison, a file of one, or a place"},
                            {"TO", "the other place; then --alternative gives the ways"}},
                  .fewest_words = 1,
                  .options = joined(
                      {{{"--vary", "WHAT=LOW..HIGH",
                         "a number that is left open; twice for a map of winners"},
                        {"--grid", "CxR", "points of the map, across and up (41x41)"},
                        {"--tornado", "", "what moves the saving of the first way most"},
                        {"--against", "NAME", "of the tornado: the other way (the second)"},
                        {"--share", "S", "move inputs by a share such as 0.25, not by their range"},
                        {"--top", "N", "bars of the tornado (12)"},
                        {"--alternative", "NAME=TARGETS",
                         "a way: targets joined by +, avoided ones after !; repeatable"},
                        {"--out", "FOLDER", "write CSV, JSON and the picture there"}},
                       query_options(),
                       network_options(),
                       answer_options()}),
                  .examples = {"tip nwlsc-vs-yangtze --vary dwell:CNQZH=0..20d",
                               "tip nwlsc-vs-yangtze --vary sailings:CNQZH=1..14",
                               "tip nwlsc-vs-yangtze --vary tariff:mode:rail=0.5..3",
                               "tip nwlsc-vs-yangtze --vary value-of-time=0..200",
                               "tip nwlsc-vs-yangtze --vary carbon-price=0..500",
                               "tip nwlsc-vs-yangtze --vary dwell:CNQZH=0..20d --vary "
                               "value-of-time=0..200 --out out/",
                               "tip nwlsc-vs-yangtze --tornado --against yantian --share 0.25"}},
        .run = run};
}

} // namespace landsea::apps
