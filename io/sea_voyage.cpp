#include "io/sea_voyage.hpp"

#include "io/csv.hpp"
#include "io/detail/fact.hpp"
#include "io/detail/geo_json.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"

namespace landsea::io {

namespace {

using detail::joined;
using detail::write_list;
constexpr int km_decimals = 1;
constexpr int nm_decimals = 1;
constexpr int ratio_decimals = 3;
constexpr int degree_decimals = detail::drawn_degree_decimals;
constexpr model::Km drawn_every{50.0};

std::string_view word_of(model::Vessel vessel) {
    return vessel == model::Vessel::ocean ? "ocean" : "feeder";
}

double nautical_miles(model::Km length) {
    return length.count() / km_per_nautical_mile;
}

void write_end(JsonText& json, std::string_view key, const SeaEnd& end) {
    json.key(key).open_object();
    json.key("id").text(end.id);
    json.key("name").text(end.name);
    json.key("lat_deg").number(end.location.lat(), degree_decimals);
    json.key("lon_deg").number(end.location.lon(), degree_decimals);
    json.key("snap_km").number(end.snapped.count(), 2);
    json.close_object();
}

void write_facts(JsonText& json, const SeaVoyage& voyage) {
    write_end(json, "from", voyage.from);
    write_end(json, "to", voyage.to);
    json.key("distance_km").number(voyage.course.length.count(), km_decimals);
    json.key("distance_nm").number(nautical_miles(voyage.course.length), nm_decimals);
    json.key("great_circle_km").number(voyage.great_circle.count(), km_decimals);
    json.key("detour_ratio");
    if (const auto ratio = voyage.detour_ratio()) {
        json.number(*ratio, ratio_decimals);
    } else {
        json.null();
    }
    write_list(json, "passages", voyage.course.passages);
    json.key("vessel").text(word_of(voyage.rules.vessel));
    write_list(json, "closed", voyage.rules.closed);
    write_list(json, "required", voyage.rules.required);
}

void write_program(JsonText& json, const Identity& identity) {
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
}

std::string distance_text(model::Km length) {
    return fixed_text(length.count(), 0, Grouping::comma) + " km   " +
           fixed_text(nautical_miles(length), 0, Grouping::comma) + " nm";
}

std::string snap_text(const SeaEnd& end) {
    return fixed_text(end.snapped.count(), 1) + " km at " + end.name;
}

} // namespace

std::optional<double> SeaVoyage::detour_ratio() const {
    return great_circle >= model::Km{1.0} ? std::optional{course.length / great_circle}
                                          : std::nullopt;
}

std::string sea_voyage_table(const SeaVoyage& voyage, const Identity& identity,
                             const Presentation& presentation) {
    const auto say = [&](const char* en, const char* zh) {
        return phrase(presentation, model::Names{en, zh, ""});
    };
    TextTable table{{{say("by sea", "海运")}, {voyage.from.name + " → " + voyage.to.name}}};
    table.row({say("distance", "航程"), distance_text(voyage.course.length)});
    std::string circle = distance_text(voyage.great_circle);
    if (const auto ratio = voyage.detour_ratio()) {
        circle += "   " + say("detour ratio ", "绕行比 ") + fixed_text(*ratio, 2);
    }
    table.row({say("great circle", "大圆"), circle});
    table.row({say("passages", "通道"), voyage.course.passages.empty()
                                            ? say("none", "无")
                                            : joined(voyage.course.passages, ", ")});
    if (!voyage.rules.closed.empty()) {
        table.row({say("closed", "关闭"), joined(voyage.rules.closed, ", ")});
    }
    if (!voyage.rules.required.empty()) {
        table.row({say("required", "必经"), joined(voyage.rules.required, ", ")});
    }
    table.row({say("ship", "船型"), voyage.rules.vessel == model::Vessel::ocean
                                        ? say("ocean ship", "远洋船")
                                        : say("feeder", "支线船")});
    table.row(
        {say("to the water", "到水面"), snap_text(voyage.from) + ", " + snap_text(voyage.to)});
    return table.text(presentation.colour) + "\n" + identity.program + " · data " +
           identity.data_hash + "\n" + say("Not for navigation.", "不得用于导航。") + "\n";
}

std::string sea_voyage_json(const SeaVoyage& voyage, const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    write_program(json, identity);
    write_facts(json, voyage);
    json.close_object();
    return std::move(json).result();
}

std::string sea_voyage_csv(const SeaVoyage& voyage) {
    const auto ratio = voyage.detour_ratio();
    return csv_line({"from", "to", "distance_km", "distance_nm", "great_circle_km", "detour_ratio",
                     "passages", "closed", "required", "vessel", "snap_from_km", "snap_to_km"}) +
           csv_line({voyage.from.id, voyage.to.id,
                     fixed_text(voyage.course.length.count(), km_decimals),
                     fixed_text(nautical_miles(voyage.course.length), nm_decimals),
                     fixed_text(voyage.great_circle.count(), km_decimals),
                     ratio ? fixed_text(*ratio, ratio_decimals) : "",
                     joined(voyage.course.passages, "|"), joined(voyage.rules.closed, "|"),
                     joined(voyage.rules.required, "|"), std::string{word_of(voyage.rules.vessel)},
                     fixed_text(voyage.from.snapped.count(), 2),
                     fixed_text(voyage.to.snapped.count(), 2)});
}

std::string sea_voyage_geojson(const SeaVoyage& voyage, const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("type").text("FeatureCollection");
    write_program(json, identity);
    json.key("features").open_list().open_object();
    json.key("type").text("Feature");
    detail::write_multi_line(json, geo::densified(voyage.course.line, drawn_every));
    json.key("properties").open_object();
    write_facts(json, voyage);
    json.close_object();
    json.close_object().close_list();
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
