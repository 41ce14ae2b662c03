#include "apps/parameter_keys.hpp"

#include "apps/usage_error.hpp"
#include "model/spelling.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace landsea::apps {

namespace {

using model::Effect;
using scenarios::AlterHauls;
using scenarios::AlterServices;
using scenarios::AlterWorks;
using scenarios::Parameter;
using scenarios::PriceOf;
using scenarios::Unit;

constexpr double most = 1e6;
constexpr double least_departures = 1e-6;

constexpr std::array keys{
    ParameterKey{"scale_time", ParameterKey::Kind::number, Effect::Kind::scale, Unit::factor, 0.0,
                 most, "time factor of ", "的时间系数", AlterHauls::Number::hours,
                 AlterWorks::Number::hours},
    ParameterKey{"scale_money", ParameterKey::Kind::number, Effect::Kind::scale, Unit::factor, 0.0,
                 most, "price factor of ", "的价格系数", AlterHauls::Number::usd_per_teu,
                 AlterWorks::Number::usd_per_teu},
    ParameterKey{"scale_carbon", ParameterKey::Kind::number, Effect::Kind::scale, Unit::factor, 0.0,
                 most, "carbon factor of ", "的碳排放系数", AlterHauls::Number::kg_per_tonne_km},
    ParameterKey{"set_time_hours", ParameterKey::Kind::number, Effect::Kind::set, Unit::hours, 0.0,
                 most, "time of ", "的时间", AlterHauls::Number::hours, AlterWorks::Number::hours},
    ParameterKey{"set_money_usd_per_teu", ParameterKey::Kind::number, Effect::Kind::set,
                 Unit::usd_per_teu, 0.0, most, "price of ", "的价格",
                 AlterHauls::Number::usd_per_teu, AlterWorks::Number::usd_per_teu},
    ParameterKey{"set_carbon_kg_per_tonne_km", ParameterKey::Kind::number, Effect::Kind::set,
                 Unit::kg_per_tonne_km, 0.0, most, "emissions of ", "的排放",
                 AlterHauls::Number::kg_per_tonne_km},
    ParameterKey{"add_time_hours", ParameterKey::Kind::number, Effect::Kind::add, Unit::hours,
                 -most, most, "time added to ", "增加的时间", AlterHauls::Number::hours,
                 AlterWorks::Number::hours},
    ParameterKey{"add_money_usd_per_teu", ParameterKey::Kind::number, Effect::Kind::add,
                 Unit::usd_per_teu, -most, most, "price added to ", "增加的价格",
                 AlterHauls::Number::usd_per_teu, AlterWorks::Number::usd_per_teu},
    ParameterKey{"charge_carbon_usd_per_tonne_co2e", ParameterKey::Kind::number, Effect::Kind::add,
                 Unit::usd_per_tonne_co2e, 0.0, most, "carbon charge on ", "的碳收费",
                 AlterHauls::Number::charge_usd_per_kg},
    ParameterKey{.word = "scale_frequency",
                 .effect = Effect::Kind::scale,
                 .unit = Unit::factor,
                 .low = least_departures,
                 .high = most,
                 .en = "frequency factor of ",
                 .zh = "的班次系数",
                 .of_services = AlterServices::Number::departures_per_week},
    ParameterKey{.word = "set_departures_per_week",
                 .effect = Effect::Kind::set,
                 .unit = Unit::departures_per_week,
                 .low = least_departures,
                 .high = most,
                 .en = "departures of ",
                 .zh = "的班次",
                 .of_services = AlterServices::Number::departures_per_week},
    ParameterKey{.word = "add_dwell_hours",
                 .kind = ParameterKey::Kind::dwell,
                 .effect = Effect::Kind::add,
                 .unit = Unit::hours,
                 .high = most,
                 .en = "dwell added at ",
                 .zh = "增加的停留"},
    ParameterKey{.word = "value_of_time_usd_per_teu_day",
                 .kind = ParameterKey::Kind::price,
                 .unit = Unit::usd_per_teu_day,
                 .high = most,
                 .en = "value of time",
                 .zh = "时间价值",
                 .price = PriceOf::time},
    ParameterKey{.word = "carbon_price_usd_per_tonne_co2e",
                 .kind = ParameterKey::Kind::price,
                 .unit = Unit::usd_per_tonne_co2e,
                 .high = most,
                 .en = "carbon price",
                 .zh = "碳价",
                 .price = PriceOf::carbon}};

/// Short words for the keys, as people say them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> aliases{
    {{"dwell", "add_dwell_hours"},
     {"sailings", "set_departures_per_week"},
     {"departures", "set_departures_per_week"},
     {"frequency", "scale_frequency"},
     {"tariff", "scale_money"},
     {"value-of-time", "value_of_time_usd_per_teu_day"},
     {"carbon-price", "carbon_price_usd_per_tonne_co2e"}}};

/// What may follow a number, and what it makes of it.
struct Suffix {
    std::string_view word;
    Unit unit{};
    double times{};
};

constexpr std::array<Suffix, 3> suffixes{{{"d", Unit::hours, model::hours_per_day},
                                          {"h", Unit::hours, 1.0},
                                          {"usd", Unit::usd_per_teu, 1.0}}};

const Suffix* suffix_of(const std::string& text, Unit unit) {
    for (const Suffix& suffix : suffixes) {
        if (suffix.unit == unit && text.ends_with(suffix.word)) {
            return &suffix;
        }
    }
    return nullptr;
}

double number_of(const ParameterPieces& pieces, std::string text, const ParameterKey& key,
                 const Suffix* otherwise) {
    const Suffix* suffix = suffix_of(text, key.unit);
    if (suffix != nullptr) {
        text.resize(text.size() - suffix->word.size());
    }
    const Suffix* used = suffix != nullptr ? suffix : otherwise;
    double value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        refuse_parameter(pieces.word,
                         "expected numbers as in " +
                             std::string{key.unit == Unit::hours ? "0..10d" : "0.5..2"} +
                             ", found \"" + pieces.low + ".." + pieces.high + "\"");
    }
    return value * (used != nullptr ? used->times : 1.0);
}

std::string plain(double value) {
    std::array<char, 32> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return {digits.data(), written.ptr};
}

} // namespace

void refuse_parameter(const std::string& word, const std::string& why) {
    throw UsageError{"--vary " + word + ": " + why};
}

ParameterPieces pieces_of(const std::string& word) {
    const std::size_t equals = word.rfind('=');
    const std::size_t dots = equals == std::string::npos ? equals : word.find("..", equals);
    if (dots == std::string::npos) {
        refuse_parameter(word, "expected WHAT=LOW..HIGH, such as dwell:CNQZH=0..10d");
    }
    ParameterPieces pieces{.word = word,
                           .about = word.substr(0, equals),
                           .key = {},
                           .scope = {},
                           .low = word.substr(equals + 1, dots - equals - 1),
                           .high = word.substr(dots + 2)};
    const std::size_t mark = pieces.about.find_first_of("@:");
    pieces.key = pieces.about.substr(0, mark);
    if (mark != std::string::npos) {
        pieces.scope = pieces.about.substr(mark + 1);
    }
    return pieces;
}

const ParameterKey& key_called(const ParameterPieces& pieces) {
    std::string name = pieces.key;
    std::vector<std::string> known;
    for (const auto& [alias, key] : aliases) {
        known.emplace_back(alias);
        name = name == alias ? std::string{key} : name;
    }
    if (pieces.key == "tariff" && pieces.high.ends_with("usd")) {
        name = "set_money_usd_per_teu";
    }
    for (const ParameterKey& key : keys) {
        if (key.word == name) {
            return key;
        }
        known.emplace_back(key.word);
    }
    throw UsageError{"--vary: no parameter is called \"" + pieces.key +
                         "\" (such as dwell, sailings, tariff, value-of-time, carbon-price)",
                     model::nearest(pieces.key, known, 3)};
}

void read_range(Parameter& parameter, const ParameterPieces& pieces, const ParameterKey& key) {
    const Suffix* unit = suffix_of(pieces.high, key.unit);
    const bool must_say = pieces.key == "dwell";
    if (must_say && unit == nullptr) {
        refuse_parameter(pieces.word, "say d or h, as in dwell:CNQZH=0..10d");
    }
    parameter.from = number_of(pieces, pieces.low, key, unit);
    parameter.to = number_of(pieces, pieces.high, key, unit);
    if (!(parameter.from < parameter.to)) {
        refuse_parameter(pieces.word, "expected a low end below the high end, found \"" +
                                          pieces.low + ".." + pieces.high + "\"");
    }
    if (parameter.from < key.low || parameter.to > key.high) {
        refuse_parameter(pieces.word, "expected numbers from " + plain(key.low) + " to " +
                                          plain(key.high) + ", found \"" + pieces.low + ".." +
                                          pieces.high + "\"");
    }
}

} // namespace landsea::apps
