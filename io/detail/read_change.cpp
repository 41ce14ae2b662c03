#include "io/detail/read_change.hpp"

#include "io/detail/read_dates.hpp"
#include "io/detail/read_evidence.hpp"
#include "io/number_text.hpp"
#include "io/words.hpp"

#include <algorithm>
#include <array>

namespace landsea::io::detail {

namespace {

using model::Effect;
using scenarios::AlterHauls;
using scenarios::AlterServices;
using scenarios::AlterWorks;

/// The changes of a number, and what each may be laid over.
struct NumberKey {
    std::string_view key;
    Effect::Kind kind{};
    double low{};
    double high{};
    double unit{}; ///< what one of the file's unit is in ours
    std::optional<AlterHauls::Number> of_hauls{};
    std::optional<AlterWorks::Number> of_works{};
    std::optional<AlterServices::Number> of_services{};
};

constexpr double most = largest_estimate;
constexpr double least_factor = 1e-6;
constexpr double tonne = 1e-3; // USD per tonne in USD per kg

constexpr std::array number_keys{
    NumberKey{"scale_time", Effect::Kind::scale, 0.0, 1e6, 1.0, AlterHauls::Number::hours,
              AlterWorks::Number::hours},
    NumberKey{"scale_money", Effect::Kind::scale, 0.0, 1e6, 1.0, AlterHauls::Number::usd_per_teu,
              AlterWorks::Number::usd_per_teu},
    NumberKey{"scale_carbon", Effect::Kind::scale, 0.0, 1e6, 1.0,
              AlterHauls::Number::kg_per_tonne_km},
    NumberKey{"set_time_hours", Effect::Kind::set, 0.0, most, 1.0, AlterHauls::Number::hours,
              AlterWorks::Number::hours},
    NumberKey{"set_money_usd_per_teu", Effect::Kind::set, 0.0, most, 1.0,
              AlterHauls::Number::usd_per_teu, AlterWorks::Number::usd_per_teu},
    NumberKey{"set_carbon_kg_per_tonne_km", Effect::Kind::set, 0.0, most, 1.0,
              AlterHauls::Number::kg_per_tonne_km},
    NumberKey{"add_time_hours", Effect::Kind::add, -most, most, 1.0, AlterHauls::Number::hours,
              AlterWorks::Number::hours},
    NumberKey{"add_money_usd_per_teu", Effect::Kind::add, -most, most, 1.0,
              AlterHauls::Number::usd_per_teu, AlterWorks::Number::usd_per_teu},
    NumberKey{"charge_carbon_usd_per_tonne_co2e", Effect::Kind::add, 0.0, most, tonne,
              AlterHauls::Number::charge_usd_per_kg},
    NumberKey{.key = "scale_frequency",
              .kind = Effect::Kind::scale,
              .low = least_factor,
              .high = 1e6,
              .unit = 1.0,
              .of_services = AlterServices::Number::departures_per_week},
    NumberKey{.key = "set_departures_per_week",
              .kind = Effect::Kind::set,
              .low = least_factor,
              .high = 1e6,
              .unit = 1.0,
              .of_services = AlterServices::Number::departures_per_week},
    NumberKey{.key = "scale_capacity",
              .kind = Effect::Kind::scale,
              .low = least_factor,
              .high = 1e6,
              .unit = 1.0,
              .of_services = AlterServices::Number::capacity_teu},
    NumberKey{.key = "set_capacity_teu",
              .kind = Effect::Kind::set,
              .low = least_factor,
              .high = most,
              .unit = 1.0,
              .of_services = AlterServices::Number::capacity_teu}};

/// A number, or a range of one.
model::Range<double> read_size(const JsonAt& size, double low, double high, double unit) {
    if (!size.is_object()) {
        return model::Range<double>::certain(size.number_in(low, high) * unit);
    }
    if (!size.is_object_of({"low", "typical", "high", "typical_is"})) {
        return {};
    }
    model::Range<double> range{.low = size["low"].number_in(low, high),
                               .typical = size["typical"].number_in(low, high),
                               .high = size["high"].number_in(low, high)};
    if (const JsonAt is = size.find("typical_is"); is.is_there()) {
        range.typical_is = is.one_of(typical_is_words);
    }
    if (!(range.low <= range.typical && range.typical <= range.high)) {
        size.problem("low <= typical <= high", "low " + shortest_text(range.low) + ", typical " +
                                                   shortest_text(range.typical) + ", high " +
                                                   shortest_text(range.high));
    }
    range.low *= unit;
    range.typical *= unit;
    range.high *= unit;
    return range;
}

std::string size_text(const JsonAt& size) {
    const JsonAt typical = size.is_object() ? size.find("typical") : size;
    return typical.is_number() ? shortest_text(typical.number()) : std::string{"?"};
}

/// Reads one change into a value.
class ChangeReader {
  public:
    ChangeReader(const JsonAt& at, std::size_t position, const ChangeContext& context)
        : at_{at}, context_{context}, network_{context.network} {
        change_.scenario = context.scenario;
        change_.position = position;
    }

    scenarios::Change read() {
        if (!is_known()) {
            return std::move(change_);
        }
        read_evidence_keys();
        change_.months = read_months(at_);
        read_what();
        return std::move(change_);
    }

  private:
    [[nodiscard]] bool is_known() const {
        return at_.is_object_of({"close",
                                 "open",
                                 "scale_time",
                                 "scale_money",
                                 "scale_carbon",
                                 "set_time_hours",
                                 "set_money_usd_per_teu",
                                 "set_carbon_kg_per_tonne_km",
                                 "add_time_hours",
                                 "add_money_usd_per_teu",
                                 "charge_carbon_usd_per_tonne_co2e",
                                 "scale_frequency",
                                 "set_departures_per_week",
                                 "scale_capacity",
                                 "set_capacity_teu",
                                 "add_dwell_hours",
                                 "state",
                                 "network",
                                 "of",
                                 "months",
                                 "dates",
                                 "grade",
                                 "sources",
                                 "year",
                                 "note"});
    }

    void read_evidence_keys() {
        change_.grade = at_["grade"].one_of(grade_words);
        const JsonAt sources = at_.find("sources");
        for (const JsonAt& source :
             sources.is_there() ? sources.elements() : std::vector<JsonAt>{}) {
            const std::string id = source.name();
            if (!id.empty() && !context_.sources.contains(id)) {
                source.problem(
                    JsonAt::with_nearest("the id of a source of this file or of the network", id,
                                         {context_.sources.begin(), context_.sources.end()}));
            }
            change_.sources.push_back(id);
        }
        if (at_.find("grade").is_there() && change_.grade != model::Grade::assumed &&
            change_.sources.empty()) {
            at_.problem("\"sources\", as the grade is not assumed", "none");
        }
        if (const JsonAt year = at_.find("year"); year.is_there()) {
            change_.year = year.integer_in(first_year, last_year);
        }
        change_.note = at_["note"].name();
    }

    /// Exactly one of the keys that say what changes.
    void read_what() {
        int found = 0;
        const auto take = [&](std::string_view key, auto read) {
            if (const JsonAt value = at_.find(key); value.is_there()) {
                if (++found == 1) {
                    read(value);
                }
            }
        };
        take("close", [&](const JsonAt& v) { read_close(v); });
        take("open", [&](const JsonAt& v) { read_open(v); });
        for (const NumberKey& key : number_keys) {
            take(key.key, [&](const JsonAt& v) { read_number_change(v, key); });
        }
        take("add_dwell_hours", [&](const JsonAt& v) { read_dwell(v); });
        take("state", [&](const JsonAt& v) { read_state(v); });
        take("network", [&](const JsonAt& v) { read_additions(v); });
        if (found != 1) {
            at_.problem("exactly one key that says what changes, such as \"close\" or "
                        "\"scale_time\"",
                        std::to_string(found));
        }
    }

    void refuse_of(std::string_view key) const {
        if (const JsonAt of = at_.find("of"); of.is_there()) {
            of.problem(R"(no "of": the scope stands in ")" + std::string{key} + '"');
        }
    }

    void read_close(const JsonAt& value) {
        refuse_of("close");
        const model::Scope scope = read_scope(value, network_);
        change_.text = "close " + describe(scope, network_);
        change_.what = scenarios::Close{scope};
    }

    void read_open(const JsonAt& value) {
        refuse_of("open");
        const model::Scope scope = read_scope(value, network_);
        change_.text = "open " + describe(scope, network_);
        change_.what = scenarios::Open{scope};
    }

    [[nodiscard]] Effect effect(const JsonAt& value, Effect::Kind kind, double low, double high,
                                double unit) const {
        return {.kind = kind,
                .size = read_size(value, low, high, unit),
                .drawn_as = "change:" + context_.scenario + "/" + std::to_string(change_.position),
                .grade = change_.grade};
    }

    void read_number_change(const JsonAt& value, const NumberKey& key) {
        const Effect size = effect(value, key.kind, key.low, key.high, key.unit);
        change_.text = std::string{key.key} + " " + size_text(value) + " of ";
        const JsonAt of = at_["of"];
        if (!of.is_there()) {
            return;
        }
        if (key.of_works && is_about_works(of, network_)) {
            const scenarios::WorkScope scope = read_work_scope(of, network_);
            if (key.kind != Effect::Kind::scale && scope.kinds.empty()) {
                of.problem("\"operation\", as the number is not a factor");
            }
            change_.text += describe(scope, network_);
            change_.what = AlterWorks{*key.of_works, size, scope};
            return;
        }
        const model::Scope scope = read_scope(of, network_);
        change_.text += describe(scope, network_);
        if (key.of_services) {
            change_.what = AlterServices{*key.of_services, size, scope};
            return;
        }
        check_haul_scope(of, key, scope);
        change_.what = AlterHauls{*key.of_hauls, size, scope};
    }

    /// A number of its own has a meaning for some hauls only.
    static void check_haul_scope(const JsonAt& of, const NumberKey& key,
                                 const model::Scope& scope) {
        const bool is_number_of_a_leg = key.of_hauls == AlterHauls::Number::hours ||
                                        key.of_hauls == AlterHauls::Number::usd_per_teu;
        if (key.kind == Effect::Kind::scale || !is_number_of_a_leg || scope.empty()) {
            return;
        }
        const auto fits = [&](const std::vector<model::Target>& targets) {
            return std::ranges::all_of(targets, [&](const model::Target& target) {
                const bool leg = std::holds_alternative<model::LinkId>(target);
                const bool crossing = std::holds_alternative<model::Border>(target) ||
                                      std::holds_alternative<model::PassageId>(target);
                return leg || (crossing && key.kind == Effect::Kind::add);
            });
        };
        if (std::ranges::none_of(scope, fits)) {
            of.problem(key.kind == Effect::Kind::add
                           ? "a scope with \"leg\", \"border\" or \"passage\", as the number is "
                             "added to every haul"
                           : "a scope with \"leg\", as the number is one haul's");
        }
    }

    void read_dwell(const JsonAt& value) {
        const Effect size = effect(value, Effect::Kind::add, 0.0, most, 1.0);
        const JsonAt of = at_["of"];
        if (!of.is_there()) {
            return;
        }
        const scenarios::WorkScope scope = read_work_scope(of, network_);
        const auto* place =
            scope.at.size() == 1 ? std::get_if<model::PlaceId>(&scope.at.front()) : nullptr;
        if (place == nullptr || !scope.kinds.empty()) {
            of.problem("one place");
            return;
        }
        const auto stands_in = [&](const model::Place& other) { return other.part_of == *place; };
        if (std::ranges::any_of(network_.parts().places, stands_in)) {
            of.problem("a terminal, as this city has several");
        }
        change_.text = "add_dwell_hours " + size_text(value) + " at " + network_[*place].id;
        change_.what = scenarios::AddDwell{*place, size};
    }

    void read_state(const JsonAt& value) {
        const JsonAt of = at_["of"];
        if (!of.is_object_of({"season"})) {
            return;
        }
        const std::string id = of["season"].name();
        const std::string state = value.name();
        std::vector<std::string_view> seasons;
        for (const model::SeasonId season : network_.parts().seasons.ids()) {
            if (network_[season].id == id) {
                read_state_of(season, value, state);
                return;
            }
            seasons.emplace_back(network_[season].id);
        }
        of["season"].problem(JsonAt::with_nearest("the id of a season", id, seasons));
    }

    void read_state_of(model::SeasonId season, const JsonAt& value, const std::string& state) {
        const auto& states = network_[season].states;
        std::vector<std::string_view> ids;
        for (std::size_t i = 0; i < states.size(); ++i) {
            ids.emplace_back(states[i].id);
            if (states[i].id == state) {
                change_.text = "state " + state + " of season " + network_[season].id;
                change_.what = scenarios::ForceState{season, i};
                return;
            }
        }
        value.problem(JsonAt::with_nearest("a state of " + network_[season].id, state, ids));
    }

    void read_additions(const JsonAt& value) {
        refuse_of("network");
        scenarios::Introduce introduce;
        const JsonAt services = value.find("services");
        for (const JsonAt& item :
             services.is_there() ? services.elements() : std::vector<JsonAt>{}) {
            const std::string id = item["id"].name();
            for (const model::ServiceId service : network_.parts().services.ids()) {
                const std::string& known = network_[service].id;
                if (known == id || known == return_of(id)) {
                    introduce.services.push_back(service);
                }
            }
        }
        if (introduce.services.empty()) {
            value.problem("one service or more, or nothing could use what is added");
        }
        change_.text = "network of " + std::to_string(introduce.services.size()) + " services";
        change_.what = std::move(introduce);
    }

    const JsonAt& at_;
    const ChangeContext& context_;
    const model::Network& network_;
    scenarios::Change change_;
};

} // namespace

scenarios::Change read_change(const JsonAt& change, std::size_t position,
                              const ChangeContext& context) {
    return ChangeReader{change, position, context}.read();
}

} // namespace landsea::io::detail
