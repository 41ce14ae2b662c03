#pragma once

#include "io/detail/json_at.hpp"
#include "model/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace landsea::io::detail {

/// The ids of one list of a network over all files, the position of each, and where it stands.
class IdIndex {
  public:
    /// `thing` is what messages call a member: "place".
    explicit IdIndex(std::string thing) : thing_{std::move(thing)} {}

    /// Gives the next position to the item at `item` under the text of its key "id". A problem
    /// when that is no id or another item has it already, which is then named.
    void add(const JsonAt& item);

    /// Gives the next position to what the item also stands for, its way back.
    void add_derived(const JsonAt& item, const std::string& id);

    /// Gives the next position to what a reference at `reference` in the item stands for, such as
    /// an operation of a handling class. A problem there when another item has the id already.
    void add_expanded(const JsonAt& item, const JsonAt& reference, const std::string& id) {
        insert(item, reference, id);
    }

    /// The position of an id.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

    /// The position of the id that the text at `reference` is; a problem with the nearest valid
    /// ids when there is none. `id` may be a part of that text.
    [[nodiscard]] std::uint32_t resolve(const JsonAt& reference, std::string_view id) const;

    [[nodiscard]] std::uint32_t resolve(const JsonAt& reference) const;

    [[nodiscard]] const std::string& thing() const { return thing_; }

    /// Where the item of this id stands.
    [[nodiscard]] std::optional<JsonAt> place_of(std::string_view id) const;

  private:
    void insert(const JsonAt& item, const JsonAt& place, const std::string& id);

    std::string thing_;
    std::vector<std::string> ids_;
    std::vector<JsonAt> items_;
    std::unordered_map<std::string, std::uint32_t> positions_;
};

/// The same for ids of one type.
template <class Tag>
class IdsOf : public IdIndex {
  public:
    using IdIndex::IdIndex;

    [[nodiscard]] model::Id<Tag> operator()(const JsonAt& reference) const {
        return {resolve(reference)};
    }

    [[nodiscard]] model::Id<Tag> operator()(const JsonAt& reference, std::string_view id) const {
        return {resolve(reference, id)};
    }

    /// The ids in a list of references.
    [[nodiscard]] std::vector<model::Id<Tag>> each_of(const JsonAt& references) const {
        std::vector<model::Id<Tag>> all;
        for (const JsonAt& reference : references.elements()) {
            all.push_back((*this)(reference));
        }
        return all;
    }
};

/// All ids of a network, one index for each of its lists.
struct NetworkIds {
    IdsOf<model::SourceTag> sources{"source"};
    IdsOf<model::SeasonTag> seasons{"season"};
    IdsOf<model::CauseTag> causes{"cause"};
    IdsOf<model::FactorTag> factors{"emission factor"};
    IdsOf<model::PassageTag> passages{"passage"};
    IdsOf<model::MeansTag> means{"means"};
    IdsOf<model::PlaceTag> places{"place"};
    IdsOf<struct HandlingClassTag> handling_classes{"handling class"};
    IdsOf<model::OperationTag> operations{"operation"};
    IdsOf<model::LinkTag> links{"link"};
    IdsOf<model::ServiceTag> services{"service"};
    IdsOf<model::CorridorTag> corridors{"corridor"};
};

/// The ids of all lists in the top levels of some files, problems with them written down.
NetworkIds ids_in(const std::vector<JsonAt>& files);

/// The text of the key "id"; empty when it has none, which `ids_in` has written down.
std::string id_of(const JsonAt& item);

/// What the other direction of a link or service is called.
std::string reverse_of(const std::string& link_id);
std::string return_of(const std::string& service_id);

/// What an operation of a handling class is called at a place.
std::string operation_at(const std::string& place_id, const std::string& suffix);

/// Whether a link or service has another direction at all.
bool has_other_way(const JsonAt& item, std::string_view key);

} // namespace landsea::io::detail
