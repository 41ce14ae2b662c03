#include "io/read_waters.hpp"

#include "io/detail/json_at.hpp"
#include "io/detail/parse_json.hpp"
#include "io/read_file.hpp"
#include "io/words.hpp"

#include <algorithm>
#include <array>

namespace landsea::io {

namespace {

using detail::JsonAt;
using Open = model::SeaPassage::Open;

constexpr std::array<std::pair<std::string_view, Open>, 3> open_words{
    {{"to_all", Open::to_all}, {"to_feeders", Open::to_feeders}, {"on_request", Open::on_request}}};

geo::Path read_line(const JsonAt& points, std::size_t fewest) {
    geo::Path line;
    for (const JsonAt& point : points.elements()) {
        const auto pair = point.elements();
        if (pair.size() != 2) {
            point.problem("a latitude and a longitude");
            continue;
        }
        line.push_back(model::LatLon::degrees(pair[0].number_in(-90.0, 90.0),
                                              pair[1].number_in(-180.0, 180.0)));
    }
    if (points.is_list() && line.size() < fewest) {
        points.problem(std::to_string(fewest) + " points or more");
    }
    return line;
}

void read_passage(const JsonAt& item, geo::SeaPlan& plan) {
    if (!item.is_object_of({"id", "open", "gate_lat_lon", "grade", "sources", "note"})) {
        return;
    }
    constexpr std::size_t most = 64;
    const auto index = static_cast<std::uint16_t>(plan.passages.size());
    const std::string id = item["id"].name();
    if (std::ranges::find(plan.passages, id, &model::SeaPassage::id) != plan.passages.end()) {
        item["id"].problem("an id that no other passage has");
    }
    if (index >= most) {
        item.problem("at most 64 passages");
        return;
    }
    static_cast<void>(item["grade"].one_of(grade_words));
    static_cast<void>(item["note"].name());
    plan.passages.push_back({.id = id, .open = item["open"].one_of(open_words)});
    if (const JsonAt gate = item.find("gate_lat_lon"); gate.is_there()) {
        plan.gates.push_back({.passage = index, .line = read_line(gate, 2)});
    }
}

geo::MarkedLane read_marked_lane(const JsonAt& item, const geo::SeaPlan& plan) {
    geo::MarkedLane lane;
    if (!item.is_object_of({"id", "passages", "points_lat_lon"})) {
        return lane;
    }
    static_cast<void>(item["id"].name());
    lane.line = read_line(item["points_lat_lon"], 2);
    std::vector<std::string_view> ids;
    for (const model::SeaPassage& passage : plan.passages) {
        ids.push_back(passage.id);
    }
    for (const JsonAt& entry : item["passages"].elements()) {
        const std::string id = entry.name();
        const auto found = std::ranges::find(ids, id);
        if (found == ids.end()) {
            entry.problem(JsonAt::with_nearest("the id of a passage", id, ids));
        } else {
            lane.passages.push_back(static_cast<std::uint16_t>(found - ids.begin()));
        }
    }
    return lane;
}

/// A line or ring that has an id and a reason.
geo::Path read_reasoned(const JsonAt& item, std::string_view points, std::size_t fewest) {
    if (!item.is_object_of({"id", "why", points})) {
        return {};
    }
    static_cast<void>(item["id"].name());
    static_cast<void>(item["why"].name());
    return read_line(item[points], fewest);
}

geo::SeaPlan read_top(const JsonAt& top) {
    geo::SeaPlan plan;
    if (!top.is_object_of({"$schema", "schema_version", "title", "passages", "channels",
                           "forbidden", "marked_lanes", "barriers", "southernmost_turn_deg",
                           "northernmost_turn_deg"})) {
        return plan;
    }
    static_cast<void>(top["schema_version"].integer_in(1, 1));
    for (const JsonAt& item : top["passages"].elements()) {
        read_passage(item, plan);
    }
    for (const JsonAt& item : top["channels"].elements()) {
        plan.fairways.channels.push_back(read_reasoned(item, "points_lat_lon", 2));
    }
    for (const JsonAt& item : top["forbidden"].elements()) {
        plan.fairways.forbidden.push_back(read_reasoned(item, "ring_lat_lon", 3));
    }
    for (const JsonAt& item : top["marked_lanes"].elements()) {
        plan.marked_lanes.push_back(read_marked_lane(item, plan));
    }
    for (const JsonAt& item : top["barriers"].elements()) {
        plan.barriers.push_back(read_reasoned(item, "points_lat_lon", 2));
    }
    plan.southernmost_deg = top["southernmost_turn_deg"].number_in(-90.0, 90.0);
    plan.northernmost_deg = top["northernmost_turn_deg"].number_in(-90.0, 90.0);
    return plan;
}

} // namespace

geo::SeaPlan read_waters(const std::filesystem::path& file) {
    return read_waters_text(file.string(), read_file(file));
}

geo::SeaPlan read_waters_text(const std::string& name, const std::string& text) {
    detail::ProblemList problems;
    const auto document = detail::parse_json(name, text, problems);
    problems.throw_if_any();
    geo::SeaPlan plan = read_top(JsonAt{*document, problems});
    problems.throw_if_any();
    return plan;
}

} // namespace landsea::io
