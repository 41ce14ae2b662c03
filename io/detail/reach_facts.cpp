#include "io/detail/reach_facts.hpp"

#include "io/words.hpp"

namespace landsea::io::detail {

using scenarios::ReachedPlace;
using scenarios::Way;

namespace {

std::string kinds_text(const model::Place& place) {
    std::string text;
    for (const model::PlaceKind kind : place.kinds) {
        text += (text.empty() ? "" : "|") + std::string{word_for(place_kind_words, kind)};
    }
    return text;
}

} // namespace

std::vector<Fact> ReachFacts::of(const ReachedPlace& reached) {
    facts_.clear();
    const model::Place& place = network_[reached.place];
    facts_ = {{"id", place.id},
              {"name_en", place.names.en},
              {"name_zh", place.names.zh},
              {"country", place.country},
              {"kinds", kinds_text(place)}};
    add_way("", &reached.best);
    add_way("runner_up_", reached.runner_up ? &*reached.runner_up : nullptr);
    add_saving(reached);
    return std::move(facts_);
}

void ReachFacts::add_way(const std::string& prefix, const Way* way) {
    const bool rides = way != nullptr && way->sets_out_by;
    add_text(prefix + "corridor", rides ? network_[way->sets_out_by->corridor].id : std::string{});
    add_text(prefix + "sets_out_by",
             rides ? network_[way->sets_out_by->service].id : std::string{});
    const model::Tally none;
    const model::Tally& typical = way != nullptr ? way->typical : none;
    const model::Tally& mean = way != nullptr ? way->mean : none;
    const auto add = [&](const char* name, double value) {
        facts_.push_back({prefix + name, {}});
        if (way != nullptr) {
            facts_.back().value = value;
        }
    };
    add("typical_days", model::days(typical.time));
    add("mean_days", model::days(mean.time));
    add("typical_usd_per_teu", typical.money.count() / teu_);
    add("mean_usd_per_teu", mean.money.count() / teu_);
    add("typical_kg_co2e_per_teu", typical.carbon.count() / teu_);
    add("mean_kg_co2e_per_teu", mean.carbon.count() / teu_);
    add("length_km", typical.length.count());
}

void ReachFacts::add_saving(const ReachedPlace& reached) {
    const auto add = [&](const char* name, auto amount) {
        facts_.push_back({name, {}});
        if (reached.runner_up) {
            facts_.back().value = amount(reached.runner_up->mean) - amount(reached.best.mean);
        }
    };
    add("saves_mean_days", [](const model::Tally& t) { return model::days(t.time); });
    add("saves_mean_usd_per_teu", [&](const model::Tally& t) { return t.money.count() / teu_; });
    add("saves_mean_kg_co2e_per_teu",
        [&](const model::Tally& t) { return t.carbon.count() / teu_; });
}

void ReachFacts::add_text(const std::string& name, const std::string& text) {
    facts_.push_back({name, {}});
    if (!text.empty()) {
        facts_.back().value = text;
    }
}

} // namespace landsea::io::detail
