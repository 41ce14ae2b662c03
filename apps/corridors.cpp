#include "apps/question.hpp"
#include "apps/verb.hpp"
#include "io/corridor_list.hpp"

#include <iostream>

namespace landsea::apps {

namespace {

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    const Loaded loaded = load(arguments, {});
    const io::Presentation presentation = presentation_of(arguments, loaded);
    const io::Identity identity = identity_of(loaded);
    std::vector<model::CorridorId> corridors = loaded.network.parts().corridors.ids();
    if (!arguments.words().empty()) {
        corridors = {corridor_of(loaded.network, arguments.words().front())};
    }
    switch (format) {
    case Format::json:
        std::cout << io::corridor_json(corridors, loaded.network, identity);
        break;
    case Format::csv:
        std::cout << io::corridor_csv(corridors, loaded.network);
        break;
    case Format::table:
        std::cout << (arguments.words().empty()
                          ? io::corridor_table(corridors, loaded.network, identity, presentation)
                          : io::corridor_report(corridors.front(), loaded.network, identity,
                                                presentation));
        break;
    }
    return Exit::fine;
}

} // namespace

Verb corridors_verb() {
    return {.usage = {.verb = "corridors",
                      .summary = "list the corridors, or tell one with its services and stops",
                      .words = {{"CORRIDOR", "the id or name of one corridor"}},
                      .fewest_words = 0,
                      .options = joined({network_options(), listing_options()}),
                      .examples = {"corridors", "corridors yangtze", "corridors --csv --lang zh"}},
            .run = run};
}

} // namespace landsea::apps
