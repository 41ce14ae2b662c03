#include "apps/data_folder.hpp"
#include "apps/program.hpp"
#include "apps/question.hpp"
#include "apps/request.hpp"
#include "apps/scenario_words.hpp"
#include "apps/verb.hpp"
#include "io/scenario_list.hpp"

#include <iostream>

namespace landsea::apps {

namespace {

Exit run(const Arguments& arguments) {
    const auto data = data_folder(arguments);
    const auto words =
        arguments.words().empty() ? io::scenario_ids(scenario_folder(data)) : arguments.words();
    std::vector<io::ScenarioText> texts;
    texts.reserve(words.size());
    for (const std::string& word : words) {
        texts.push_back(scenario_text_of(word, data));
    }
    const Loaded loaded = load_with(arguments, {}, texts);
    const io::Presentation presentation = presentation_of(arguments, loaded);
    switch (format_of(arguments)) {
    case Format::json:
        std::cout << io::scenario_json(loaded.scenarios,
                                       {.program = program_name(), .data_hash = loaded.data_hash});
        break;
    case Format::csv:
        std::cout << io::scenario_csv(loaded.scenarios);
        break;
    case Format::table:
        if (arguments.words().empty()) {
            std::cout << io::scenario_table(loaded.scenarios, presentation);
            break;
        }
        for (const scenarios::Scenario& scenario : loaded.scenarios) {
            std::cout << io::scenario_report(scenario, presentation);
        }
        break;
    }
    return Exit::fine;
}

} // namespace

Verb scenarios_verb() {
    return {.usage = {.verb = "scenarios",
                      .summary = "list the scenarios, or show and check one with its evidence",
                      .words = {{"SCENARIO", "an id, a file *.json, or A+B", Occurs::repeatedly}},
                      .fewest_words = 0,
                      .options = joined({network_options(), listing_options()}),
                      .examples = {"scenarios", "scenarios suez_closed",
                                   "scenarios my_scenario.json --json"}},
            .run = run};
}

} // namespace landsea::apps
