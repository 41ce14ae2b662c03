#include "io/read_capacities.hpp"

#include "io/detail/json_at.hpp"
#include "io/detail/network_ids.hpp"
#include "io/detail/parse_json.hpp"
#include "io/detail/read_evidence.hpp"
#include "io/detail/read_lists.hpp"
#include "io/read_file.hpp"

#include <algorithm>

namespace landsea::io {

namespace {

using detail::JsonAt;
using detail::Least;
using model::Teu;
using scenarios::BottleneckId;
using scenarios::Capacity;

template <class Tag, class T>
model::Id<Tag> read_id(const JsonAt& at, const model::Table<Tag, T>& table,
                       const std::string& expected) {
    const std::string id = at.name();
    std::vector<std::string_view> ids;
    for (const model::Id<Tag> candidate : table.ids()) {
        if (table[candidate].id == id) {
            return candidate;
        }
        ids.emplace_back(table[candidate].id);
    }
    if (!id.empty()) {
        at.problem(JsonAt::with_nearest(expected, id, ids));
    }
    return {};
}

BottleneckId read_where(const JsonAt& item, const model::Network& network) {
    const model::NetworkParts& parts = network.parts();
    const JsonAt place = item.find("place");
    const JsonAt passage = item.find("passage");
    if (place.is_there() == passage.is_there()) {
        item.problem("one of the keys place and passage");
        return model::PlaceId{};
    }
    if (place.is_there()) {
        return read_id(place, parts.places, "the id of a place");
    }
    return read_id(passage, parts.passages, "the id of a passage");
}

Capacity read_capacity(const JsonAt& item, const detail::NetworkIds& ids,
                       const model::Network& network) {
    Capacity capacity{.where = model::PlaceId{}, .yearly = {}, .in_use = {}, .batch = {}};
    if (!item.is_object_of(
            {"place", "passage", "capacity_teu_per_year", "in_use_teu_per_year", "batch_teu"})) {
        return capacity;
    }
    capacity.where = read_where(item, network);
    capacity.yearly =
        detail::read_estimate<Teu>(item["capacity_teu_per_year"], ids, Least::above_zero);
    if (const JsonAt in_use = item.find("in_use_teu_per_year"); in_use.is_there()) {
        capacity.in_use = detail::read_estimate<Teu>(in_use, ids, Least::zero);
    }
    capacity.batch = detail::read_estimate<Teu>(item["batch_teu"], ids, Least::above_zero);
    const double most = capacity.yearly.range.typical.count() / 10;
    if (capacity.batch.range.typical.count() > most && item["batch_teu"].is_object()) {
        item["batch_teu"].problem("at most a tenth of the capacity");
    }
    return capacity;
}

CapacityFile read_top(const JsonAt& top, const model::Network& network) {
    CapacityFile file;
    if (!top.is_object_of({"$schema", "schema_version", "title", "sources", "capacities"})) {
        return file;
    }
    static_cast<void>(top["schema_version"].integer_in(1, 1));
    const detail::NetworkIds ids = detail::ids_in({top});
    for (const JsonAt& item : top["sources"].elements()) {
        file.sources.add(detail::read_source(item));
    }
    for (const JsonAt& item : top["capacities"].elements()) {
        const std::size_t problems_before = item.problems().count();
        Capacity capacity = read_capacity(item, ids, network);
        if (item.problems().count() > problems_before) {
            continue; // its place may be another one
        }
        const bool is_known = std::ranges::any_of(
            file.capacities, [&](const Capacity& other) { return other.where == capacity.where; });
        if (is_known) {
            item.problem("a place or passage that stands here once");
        }
        file.capacities.push_back(std::move(capacity));
    }
    return file;
}

} // namespace

CapacityFile read_capacities(const std::filesystem::path& file, const model::Network& network) {
    return read_capacities_text({file.string(), read_file(file)}, network);
}

CapacityFile read_capacities_text(const NetworkText& text, const model::Network& network) {
    detail::ProblemList problems;
    const auto document = detail::parse_json(text.name, text.text, problems);
    problems.throw_if_any();
    CapacityFile file = read_top(JsonAt{*document, problems}, network);
    problems.throw_if_any();
    return file;
}

} // namespace landsea::io
