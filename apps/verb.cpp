#include "apps/verb.hpp"

namespace landsea::apps {

std::vector<Verb> verbs() {
    return {compare_verb(),   route_verb(),     reach_verb(),    batch_verb(),  merge_verb(),
            scenarios_verb(), map_verb(),       explain_verb(),  claims_verb(), sea_verb(),
            places_verb(),    corridors_verb(), validate_verb(), doctor_verb(), view_verb()};
}

} // namespace landsea::apps
