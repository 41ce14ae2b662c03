#include "apps/output.hpp"
#include "apps/question.hpp"
#include "apps/verb.hpp"
#include "geo/basemap.hpp"
#include "model/router.hpp"
#include "scenarios/closures.hpp"
#include "viz/comparison_map.hpp"
#include "viz/sfml/display.hpp"
#include "viz/sfml/window.hpp"

#include <iostream>

namespace landsea::apps {

namespace {

Exit run(const Arguments& arguments) {
    if (!viz::has_display()) {
        std::cerr << "landsea view needs a display (the environment variable DISPLAY names none "
                     "that answers); write files instead: landsea compare nwlsc-vs-yangtze --out "
                     "out/\n";
        return Exit::negative;
    }
    Arguments with_default = arguments;
    if (arguments.words().empty()) {
        with_default = Arguments{{"nwlsc-vs-yangtze"}, arguments.options()};
    }
    Loaded loaded = load(with_default, points_of(with_default));
    scenarios::Question question = question_of(with_default, loaded);
    settle(loaded, scenarios::closures_in(question), question.query);
    const model::Router router{loaded.network};
    const auto comparison = scenarios::compare(router, question, plan_of(arguments));
    viz::WindowOptions options{.title = "landsea: " + question.names.en};
    if (const auto frames = arguments.last("--close-after-frames")) {
        options.close_after_frames =
            static_cast<int>(arguments.whole_number("--close-after-frames", 0.0, 1.0, 1e6));
    }
    if (const auto file = arguments.last("--state")) {
        options.state_file = *file;
    }
    const geo::BaseMap base = base_map_of(loaded.data);
    viz::ComparisonMapStyle style{.width = 1280.0,
                                  .height = 800.0,
                                  .language = language_of(arguments),
                                  .data_date = data_date_of(loaded, language_of(arguments)),
                                  .credit = credit_of(identity_of(loaded))};
    const viz::View home{
        .magnified = 1.0, .moved = {}, .width = style.width, .height = style.height};
    const auto seen = [&](const viz::View& view) {
        style.view = view;
        return viz::comparison_map(comparison, loaded.network, base, style);
    };
    viz::show(seen, home, options);
    return Exit::fine;
}

} // namespace

Verb view_verb() {
    return {.usage = {.verb = "view",
                      .summary = "show the map of a comparison in a window",
                      .words = {{"COMPARISON|FROM", "a bundled comparison, or a place"},
                                {"TO", "the other place"}},
                      .fewest_words = 0,
                      .options = joined(
                          {{{"--alternative", "NAME=TARGETS", "as in landsea compare"},
                            {"--close-after-frames", "N", "close by itself, for tests"},
                            {"--state", "FILE", "keep the state of the window there, for tests"}},
                           query_options(),
                           network_options(),
                           answer_options()}),
                      .examples = {"view", "view nwlsc-vs-yangtze --lang zh"}},
            .run = run};
}

} // namespace landsea::apps
