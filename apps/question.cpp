#include "apps/question.hpp"

#include "apps/program.hpp"
#include "apps/usage_error.hpp"
#include "io/read_comparison.hpp"
#include "io/read_currencies.hpp"
#include "model/spelling.hpp"
#include "model/target.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// "NAME=TARGET+TARGET+!TARGET": targets to use and, after an exclamation mark, to avoid.
scenarios::Alternative alternative_in(const std::string& text, const model::Network& network) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw UsageError{"--alternative: expected NAME=TARGET+TARGET, found \"" + text + "\""};
    }
    const std::string name = text.substr(0, equals);
    scenarios::Alternative alternative{.id = name, .names = {name, name, name}};
    for (const std::string& word : split(text.substr(equals + 1), '+')) {
        if (word.empty()) {
            continue;
        }
        if (word.front() == '!') {
            alternative.constraints.avoid.push_back(target_of(network, word.substr(1)));
        } else {
            alternative.constraints.via.push_back(target_of(network, word));
        }
    }
    return alternative;
}

/// The file of a bundled comparison, or the file itself when the word ends in .json.
fs::path comparison_file(const std::string& word, const fs::path& data) {
    if (word.ends_with(".json")) {
        return word;
    }
    const fs::path folder = comparison_folder(data);
    const auto ids = io::comparison_ids(folder);
    if (std::ranges::find(ids, word) == ids.end()) {
        throw UsageError{"no comparison is called \"" + word +
                             "\" (a comparison, a file *.json, or FROM TO, is expected)",
                         model::nearest(word, ids, 3)};
    }
    return folder / (word + ".json");
}

scenarios::Question bundled(const Arguments& arguments, const Loaded& loaded) {
    if (arguments.has("--alternative")) {
        throw UsageError{"--alternative goes with FROM TO; a bundled comparison has its own"};
    }
    scenarios::Question question = io::read_comparison(
        comparison_file(arguments.words().front(), loaded.data), loaded.network);
    const model::PlaceId from = question.query.from;
    const model::PlaceId to = question.query.to;
    question.query = query_under_scenario(arguments, loaded);
    question.query.from = from;
    question.query.to = to;
    return question;
}

model::Names route_names(const Loaded& loaded, model::PlaceId from, model::PlaceId to) {
    const model::Names& a = loaded.network[from].names;
    const model::Names& b = loaded.network[to].names;
    return {a.en + " to " + b.en, a.zh + "至" + b.zh,
            a.in(model::Language::ru) + " – " + b.in(model::Language::ru)};
}

scenarios::Question between(const Arguments& arguments, const Loaded& loaded) {
    scenarios::Question question{.query = query_under_scenario(arguments, loaded)};
    question.query.from = place_of(loaded.network, arguments.words()[0]);
    question.query.to = place_of(loaded.network, arguments.words()[1]);
    if (question.query.from == question.query.to) {
        throw UsageError{"FROM and TO are the same place: " +
                         loaded.network[question.query.from].id};
    }
    if (model::is_within(question.query.from, question.query.to, loaded.network) ||
        model::is_within(question.query.to, question.query.from, loaded.network)) {
        throw UsageError{"FROM and TO are the same place: " +
                         loaded.network[question.query.from].id};
    }
    question.names = route_names(loaded, question.query.from, question.query.to);
    for (const double days : {10.0, 15.0, 20.0}) {
        question.bounds.push_back(model::from_days(days));
    }
    return question;
}

} // namespace

fs::path comparison_folder(const fs::path& data) {
    std::error_code ignored;
    const fs::path beside = (data / ".." / "scenarios" / "comparisons").lexically_normal();
    return fs::is_directory(beside, ignored) ? beside : data / "comparisons";
}

std::vector<std::string> points_of(const Arguments& arguments) {
    std::vector<std::string> words = arguments.words();
    const auto has_comma = [](const std::string& word) {
        return word.find(',') == std::string::npos;
    };
    std::erase_if(words, has_comma);
    return words;
}

scenarios::Question question_of(const Arguments& arguments, const Loaded& loaded) {
    if (arguments.words().size() < 2) {
        return bundled(arguments, loaded);
    }
    scenarios::Question question = between(arguments, loaded);
    for (const std::string& text : arguments.all("--alternative")) {
        question.alternatives.push_back(alternative_in(text, loaded.network));
        const auto& added = question.alternatives.back();
        if (std::ranges::count(question.alternatives, added.id, &scenarios::Alternative::id) > 1) {
            throw UsageError{"--alternative: two are called \"" + added.id + "\""};
        }
    }
    if (question.alternatives.empty()) {
        question.alternatives = best_routes(arguments, loaded).alternatives;
    }
    return question;
}

scenarios::Question best_routes(const Arguments& arguments, const Loaded& loaded) {
    using model::Criterion;
    scenarios::Question question = between(arguments, loaded);
    const std::vector<scenarios::Alternative> all{
        {"fastest", {"fastest", "最快", "быстрее всего"}, {}, Criterion::time},
        {"cheapest", {"cheapest", "最省钱", "дешевле всего"}, {}, Criterion::money},
        {"lowest-carbon", {"lowest carbon", "碳排放最低", "меньше CO2"}, {}, Criterion::carbon},
        {"generalised",
         {"least generalised cost", "广义费用最低", "обобщённая стоимость"},
         {},
         Criterion::generalised}};
    for (const scenarios::Alternative& alternative : all) {
        if (!arguments.has("--by") || alternative.criterion == question.query.criterion) {
            question.alternatives.push_back(alternative);
        }
    }
    return question;
}

io::Colour terminal_colour() {
    const char* refused = std::getenv("NO_COLOR");
    const bool plain = (refused != nullptr && *refused != '\0') || isatty(STDOUT_FILENO) == 0;
    return plain ? io::Colour::never : io::Colour::ansi;
}

io::Presentation presentation_of(const Arguments& arguments, const Loaded& loaded) {
    io::Presentation presentation{.language = language_of(arguments)};
    presentation.colour = terminal_colour();
    if (const auto code = arguments.last("--currency")) {
        const auto currencies = io::read_currencies(loaded.data / "currencies.json");
        const auto found = std::ranges::find(currencies, *code, &io::Currency::code);
        if (found == currencies.end()) {
            std::vector<std::string> codes;
            codes.reserve(currencies.size());
            for (const io::Currency& currency : currencies) {
                codes.push_back(currency.code);
            }
            throw UsageError{"--currency: no rate is known for \"" + *code + "\"", codes};
        }
        presentation.currency = *found;
    }
    return presentation;
}

io::Identity identity_of(const Loaded& loaded) {
    io::Identity identity{.program = program_name(), .data_hash = loaded.data_hash};
    if (!loaded.scenarios.empty()) {
        identity.scenario.clear();
        for (const scenarios::Scenario& scenario : loaded.scenarios) {
            identity.scenario +=
                (identity.scenario.empty() ? "" : " ") + scenario.id + "@" + scenario.hash;
        }
    }
    return identity;
}

} // namespace landsea::apps
