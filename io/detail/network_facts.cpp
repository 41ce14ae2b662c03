#include "io/detail/network_facts.hpp"

#include "io/number_text.hpp"
#include "io/words.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

using model::Network;

constexpr const char* between = "|";
constexpr model::Km drawn_every{200.0};

/// Collects facts one after the other.
class Facts {
  public:
    explicit Facts(const Network& network) : network_{&network} {}

    void text(const std::string& name, const std::string& value) {
        facts_.push_back({name, value.empty() ? decltype(Fact::value){} : value});
    }

    void number(const std::string& name, double value) { facts_.push_back({name, value}); }

    /// NAME_grade, NAME_sources, NAME_year, NAME_note.
    void evidence(const std::string& name, const model::Evidence& evidence) {
        std::vector<std::string> ids;
        for (const model::SourceId source : evidence.sources) {
            ids.push_back((*network_)[source].id);
        }
        text(name + "_grade", std::string{word_for(grade_words, evidence.grade)});
        text(name + "_sources", joined(ids, between));
        text(name + "_year", evidence.year ? std::to_string(*evidence.year) : "");
        text(name + "_note", evidence.note);
    }

    /// NAME_low_UNIT, NAME_typical_UNIT, NAME_high_UNIT, NAME_typical_is and the evidence. `scale`
    /// is how many of the unit one of ours is.
    template <class Q>
    void estimate(const std::string& name, const std::string& unit,
                  const model::Estimate<Q>& estimate, double scale = 1.0) {
        number(name + "_low_" + unit, scale * estimate.range.low.count());
        number(name + "_typical_" + unit, scale * estimate.range.typical.count());
        number(name + "_high_" + unit, scale * estimate.range.high.count());
        text(name + "_typical_is",
             std::string{word_for(typical_is_words, estimate.range.typical_is)});
        evidence(name, estimate.evidence);
    }

    [[nodiscard]] std::vector<Fact> take() && { return std::move(facts_); }

  private:
    const Network* network_;
    std::vector<Fact> facts_;
};

template <class Ids>
std::string ids_of(const Ids& ids, const Network& network) {
    std::vector<std::string> texts;
    for (const auto id : ids) {
        texts.push_back(network[id].id);
    }
    return joined(texts, between);
}

/// "open", "planned 2026-12" or "suspended: why".
std::string standing_text(const model::Standing& standing) {
    switch (standing.state) {
    case model::Standing::State::planned:
        return standing.opens.empty() ? "planned" : "planned " + standing.opens;
    case model::Standing::State::suspended:
        return standing.why.empty() ? "suspended" : "suspended: " + standing.why;
    case model::Standing::State::open:
        break;
    }
    return "open";
}

} // namespace

NetworkFacts::NetworkFacts(const Network& network)
    : network_{&network}, services_(network.parts().links.size()) {
    for (const model::ServiceId id : network.parts().services.ids()) {
        for (const model::LinkId link : network[id].route) {
            services_[link.index].push_back(id);
        }
    }
}

std::vector<Fact> NetworkFacts::of(model::PlaceId id) const {
    const model::Place& place = (*network_)[id];
    std::vector<std::string> kinds;
    for (const model::PlaceKind kind : place.kinds) {
        kinds.emplace_back(word_for(place_kind_words, kind));
    }
    Facts facts{*network_};
    facts.text("id", place.id);
    facts.text("unlocode", place.unlocode);
    facts.text("name_en", place.names.en);
    facts.text("name_zh", place.names.zh);
    facts.text("name_ru", place.names.ru);
    facts.text("name_local", place.local_name);
    facts.text("country", place.country);
    facts.text("kinds", joined(kinds, between));
    facts.text("part_of", place.part_of ? (*network_)[*place.part_of].id : "");
    facts.text("aliases", joined(place.aliases, between));
    facts.evidence("position", place.evidence);
    return std::move(facts).take();
}

std::vector<Fact> NetworkFacts::of(model::LinkId id) const {
    const model::Link& link = (*network_)[id];
    Facts facts{*network_};
    facts.text("id", link.id);
    facts.text("from", (*network_)[link.from].id);
    facts.text("to", (*network_)[link.to].id);
    facts.text("mode", std::string{name_of(link.mode)});
    facts.text("variant", link.variant);
    facts.text("countries", joined(link.countries, between));
    facts.text("passages", ids_of(link.passages, *network_));
    facts.text("services", ids_of(services_on(id), *network_));
    facts.text("standing", standing_text(link.standing));
    facts.text("length_basis", std::string{word_for(length_basis_words, link.length_basis)});
    facts.estimate("length", "km", link.length);
    facts.estimate("time", "h", link.time);
    facts.estimate("money", "usd_per_teu", link.money);
    facts.text("price_year", std::to_string(link.price_year));
    const model::EmissionFactor& factor = (*network_)[link.emission_factor];
    facts.text("emission_factor", factor.id);
    constexpr double grams_per_kg = 1000.0;
    facts.estimate("carbon", "g_co2e_per_tkm",
                   std::get<model::Estimate<model::KgCo2ePerTonneKm>>(factor.intensity),
                   grams_per_kg);
    return std::move(facts).take();
}

geo::Path NetworkFacts::line_of(model::LinkId id) const {
    const model::Link& link = (*network_)[id];
    geo::Path path{(*network_)[link.from].location};
    for (const model::LatLon point : link.shape) {
        if (point != path.back()) {
            path.push_back(point);
        }
    }
    if (path.size() == 1 || path.back() != (*network_)[link.to].location) {
        path.push_back((*network_)[link.to].location);
    }
    return geo::densified(path, drawn_every);
}

std::string text_of(const Fact& fact) {
    if (const auto* text = std::get_if<std::string>(&fact.value)) {
        return *text;
    }
    const auto* number = std::get_if<double>(&fact.value);
    if (number == nullptr) {
        return {};
    }
    JsonText json{JsonLayout::one_line};
    json.number(*number, figure_decimals);
    std::string text = std::move(json).result();
    text.erase(text.find_last_not_of("\r\n") + 1);
    return text;
}

std::string text_of(const std::vector<Fact>& facts, std::string_view name) {
    const auto fact = std::ranges::find(facts, name, &Fact::name);
    return fact == facts.end() ? std::string{} : text_of(*fact);
}

} // namespace landsea::io::detail
