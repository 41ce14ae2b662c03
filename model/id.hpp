#pragma once

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

namespace landsea::model {

/// The position of one thing in one `Network`; its tag keeps a place from being taken for a link.
template <class Tag>
struct Id {
    std::uint32_t index{};

    friend constexpr auto operator<=>(Id, Id) = default;
};

using SourceId = Id<struct SourceTag>;
using SeasonId = Id<struct SeasonTag>;
using CauseId = Id<struct CauseTag>;
using FactorId = Id<struct FactorTag>;
using PassageId = Id<struct PassageTag>;
using MeansId = Id<struct MeansTag>;
using PlaceId = Id<struct PlaceTag>;
using OperationId = Id<struct OperationTag>;
using LinkId = Id<struct LinkTag>;
using ServiceId = Id<struct ServiceTag>;
using CorridorId = Id<struct CorridorTag>;

/// A list that only its own kind of id can index.
template <class Tag, class T>
class Table {
  public:
    Table() = default;

    explicit Table(std::vector<T> rows) : rows_{std::move(rows)} {}

    [[nodiscard]] const T& operator[](Id<Tag> id) const { return rows_[id.index]; }

    [[nodiscard]] T& operator[](Id<Tag> id) { return rows_[id.index]; }

    Id<Tag> add(T row) {
        rows_.push_back(std::move(row));
        return {static_cast<std::uint32_t>(rows_.size() - 1)};
    }

    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    [[nodiscard]] bool empty() const { return rows_.empty(); }

    [[nodiscard]] auto begin() const { return rows_.begin(); }

    [[nodiscard]] auto end() const { return rows_.end(); }

    /// All ids, in order: `for (const PlaceId id : places.ids())`.
    [[nodiscard]] std::vector<Id<Tag>> ids() const {
        std::vector<Id<Tag>> all(rows_.size());
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            all[i] = {i};
        }
        return all;
    }

  private:
    std::vector<T> rows_;
};

} // namespace landsea::model
