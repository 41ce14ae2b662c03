#include "scenarios/parameter_units.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::scenarios {

namespace {

int decimals_for(double range) {
    if (!(range > 0.0)) {
        return 1;
    }
    constexpr double wide = 2.5; // of as many decimals, the widest range is so many tens
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(range / wide))), 0, 6);
}

} // namespace

ShownUnit shown_unit(Unit unit, double largest) {
    constexpr double three_days = 72.0;
    ShownUnit shown;
    switch (unit) {
    case Unit::hours:
        shown.names = {"h", "小时", "ч"};
        if (largest > three_days) {
            shown.times = 1.0 / model::hours_per_day;
            shown.names = {"d", "天", "сут"};
        }
        break;
    case Unit::usd_per_teu:
        shown.names = {"USD/TEU", "美元/标箱", "USD/TEU"};
        break;
    case Unit::factor:
        break;
    case Unit::departures_per_week:
        shown.names = {"a week", "班/周", "в неделю"};
        break;
    case Unit::kg_per_tonne_km:
        shown.names = {"kg/t-km", "千克/吨公里", "кг/т-км"};
        break;
    case Unit::usd_per_teu_day:
        shown.names = {"USD/TEU and day", "美元/标箱·天", "USD/TEU в сутки"};
        break;
    case Unit::usd_per_tonne_co2e:
        shown.names = {"USD/t CO2e", "美元/吨CO2e", "USD/т CO2e"};
        break;
    }
    shown.decimals = decimals_for(largest * shown.times);
    return shown;
}

ShownUnit shown_unit(const Parameter& parameter) {
    const double largest = std::max(std::abs(parameter.from), std::abs(parameter.to));
    ShownUnit shown = shown_unit(parameter.unit, largest);
    shown.decimals = decimals_for((parameter.to - parameter.from) * shown.times);
    return shown;
}

ShownUnit shown_unit(model::Criterion criterion) {
    switch (criterion) {
    case model::Criterion::time:
        return {.names = {"d", "天", "сут"}, .decimals = 2};
    case model::Criterion::carbon:
        return {.names = {"kg CO2e/TEU", "千克CO2e/标箱", "кг CO2e/TEU"}, .decimals = 0};
    case model::Criterion::money:
    case model::Criterion::generalised:
        break;
    }
    return {.names = {"USD/TEU", "美元/标箱", "USD/TEU"}, .decimals = 0};
}

model::Names counted_by(model::Criterion criterion) {
    switch (criterion) {
    case model::Criterion::time:
        return {"mean days", "平均天数", "среднее время"};
    case model::Criterion::money:
        return {"mean money", "平均费用", "средняя цена"};
    case model::Criterion::carbon:
        return {"mean carbon", "平均碳排放", "средние выбросы"};
    case model::Criterion::generalised:
        break;
    }
    return {"mean generalised cost", "平均广义费用", "средняя обобщённая стоимость"};
}

} // namespace landsea::scenarios
