#include "apps/verb.hpp"

namespace landsea::apps {

std::vector<Verb> verbs() {
    // One on each line, so that two new ones do not collide.
    // clang-format off
    return {
        compare_verb(),
        route_verb(),
        reach_verb(),
        why_verb(),
        tip_verb(),
        rank_verb(),
        regret_verb(),
        flow_verb(),
        batch_verb(),
        merge_verb(),
        map_verb(),
        explain_verb(),
        claims_verb(),
        scenarios_verb(),
        sea_verb(),
        places_verb(),
        corridors_verb(),
        validate_verb(),
        lint_verb(),
        diff_verb(),
        export_verb(),
        import_verb(),
        doctor_verb(),
        view_verb(),
    };
    // clang-format on
}

} // namespace landsea::apps
