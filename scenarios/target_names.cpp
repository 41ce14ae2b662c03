#include "scenarios/target_names.hpp"

#include "model/mode.hpp"

namespace landsea::scenarios {

namespace {

using model::Language;
using model::Names;

struct NamesOf {
    const model::Network& network;

    [[nodiscard]] Names between(model::PlaceId a, model::PlaceId b) const {
        const auto joined = [&](Language language) {
            return network[a].names.in(language) + " – " + network[b].names.in(language);
        };
        return {joined(Language::en), joined(Language::zh), joined(Language::ru)};
    }

    Names operator()(model::PlaceId id) const { return network[id].names; }

    Names operator()(model::PassageId id) const { return network[id].names; }

    Names operator()(model::CorridorId id) const { return network[id].names; }

    Names operator()(model::ServiceId id) const { return network[id].names; }

    Names operator()(model::MeansId id) const { return network[id].names; }

    Names operator()(model::LinkId id) const { return between(network[id].from, network[id].to); }

    Names operator()(const model::Border& border) const {
        return between(border.one, border.other);
    }

    Names operator()(const model::Tag& tag) const { return {tag.word, tag.word, tag.word}; }

    Names operator()(const model::Country& country) const {
        return {country.code, country.code, country.code};
    }

    Names operator()(model::Mode mode) const {
        switch (mode) {
        case model::Mode::road:
            return {"road", "公路", "автодорога"};
        case model::Mode::rail:
            return {"rail", "铁路", "железная дорога"};
        case model::Mode::sea:
            return {"sea", "海运", "море"};
        case model::Mode::inland_waterway:
            return {"inland waterway", "内河", "внутренние водные пути"};
        case model::Mode::air:
            break;
        }
        return {"air", "航空", "воздух"};
    }
};

} // namespace

Names names_of(const model::Target& target, const model::Network& network) {
    return std::visit(NamesOf{network}, target);
}

} // namespace landsea::scenarios
