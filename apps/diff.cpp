#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/diff_report.hpp"
#include "io/result_diff.hpp"
#include "model/spelling.hpp"

#include <charconv>
#include <cmath>
#include <iostream>

namespace landsea::apps {

namespace {

/// "days=0.01".
io::Tolerance tolerance_in(const std::string& text) {
    const std::size_t equals = text.rfind('=');
    double amount = -1.0;
    if (equals != std::string::npos && equals > 0) {
        const char* begin = text.data() + equals + 1;
        const char* end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(begin, end, amount);
        if (error == std::errc{} && stop == end && amount >= 0.0 && std::isfinite(amount)) {
            return {.name = text.substr(0, equals), .amount = amount};
        }
    }
    throw UsageError{"--tol: expected UNIT=AMOUNT such as days=0.01, found \"" + text + "\""};
}

/// "from,to,month".
std::vector<std::string> names_in(const std::string& text) {
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        if (end == begin) {
            throw UsageError{"--key: expected columns such as from,to,month, found \"" + text +
                             "\""};
        }
        names.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

io::DiffOptions options_of(const Arguments& arguments) {
    io::DiffOptions options;
    for (const std::string& text : arguments.all("--tol")) {
        options.tolerances.push_back(tolerance_in(text));
    }
    if (const auto key = arguments.last("--key")) {
        options.key = names_in(*key);
    }
    options.most = static_cast<std::size_t>(
        arguments.whole_number("--most", static_cast<double>(options.most), 0.0, 1e4));
    return options;
}

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    const io::DiffOptions options = options_of(arguments);
    io::ResultDiff diff;
    try {
        diff = io::diff_results(arguments.words()[0], arguments.words()[1], options);
    } catch (const io::UnknownDiffName& error) {
        throw UsageError{error.what(), model::nearest(error.name(), error.known(), 3)};
    } catch (const std::invalid_argument& error) {
        throw UsageError{error.what()};
    }
    if (format == Format::json) {
        std::cout << io::diff_json(diff);
    } else if (format == Format::csv) {
        std::cout << io::diff_csv(diff);
    } else {
        std::cout << io::diff_table(diff, terminal_colour());
    }
    return diff.is_same() ? Exit::fine : Exit::negative;
}

} // namespace

Verb diff_verb() {
    return {.usage = {.verb = "diff",
                      .summary = "say what differs between two results",
                      .words = {{"A", "a CSV, JSON or NDJSON file, or a folder of them"},
                                {"B", "another of the same kind"}},
                      .fewest_words = 2,
                      .options = {{"--tol", "UNIT=AMOUNT",
                                   "how far numbers of a unit may be apart: days=0.01; repeatable"},
                                  {"--key", "COLUMNS",
                                   "the columns that tell rows apart: from,to,month"},
                                  {"--most", "N", "differences shown, the largest first (20)"},
                                  {"--json", "", "write JSON"},
                                  {"--csv", "", "write CSV"}},
                      .examples = {"diff old.csv new.csv --tol days=0.01 --tol usd=0.5",
                                   "diff out/before out/after",
                                   "diff a.ndjson b.ndjson --key scenario,from,to,month"}},
            .run = run};
}

} // namespace landsea::apps
