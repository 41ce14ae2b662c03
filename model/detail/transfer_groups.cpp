#include "model/detail/transfer_groups.hpp"

#include <algorithm>
#include <iterator>

namespace landsea::model::detail {

namespace {

using Operations = std::vector<OperationId>;
using Group = TransferGroups::Group;

Operations common(const Operations& a, const Operations& b) {
    Operations both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both;
}

/// What the members of a group have in common.
struct Likeness {
    Operations operations; ///< on the side of the group
    /// Those on the other side, for services that must not change into themselves.
    std::optional<Operations> opposite;

    friend bool operator==(const Likeness&, const Likeness&) = default;
};

struct Alike {
    Likeness likeness;
    Group members;
};

void add(std::vector<Alike>& groups, const Likeness& likeness, std::size_t caller) {
    const auto known = std::ranges::find(groups, likeness, &Alike::likeness);
    if (known != groups.end()) {
        known->members.push_back(caller);
    } else {
        groups.push_back({likeness, {caller}});
    }
}

/// Lays changes between groups, keeping only the groups that have one.
class Grouping {
  public:
    explicit Grouping(const std::vector<bool>& makes_possible) : makes_possible_{makes_possible} {}

    TransferGroups group(const std::vector<Caller>& callers) {
        gather(callers);
        std::vector<std::optional<std::size_t>> kept(departing_.size());
        for (const Alike& from : arriving_) {
            std::optional<std::size_t> kept_from;
            for (std::size_t i = 0; i < departing_.size(); ++i) {
                const Alike& to = departing_[i];
                const Operations operations =
                    common(from.likeness.operations, to.likeness.operations);
                if (!is_possible(operations)) {
                    continue;
                }
                if (are_the_same(from, to)) {
                    change_among(from.members, operations);
                    continue;
                }
                keep(kept_from, result_.arriving, from.members);
                keep(kept[i], result_.departing, to.members);
                result_.changes.push_back({*kept_from, *kept[i], operations});
            }
        }
        std::ranges::stable_sort(result_.changes, {}, [](const TransferGroups::Change& change) {
            return std::pair{change.arriving, change.departing};
        });
        return std::move(result_);
    }

  private:
    void gather(const std::vector<Caller>& callers) {
        for (std::size_t i = 0; i < callers.size(); ++i) {
            const auto& [leaving, boarding, charges] = callers[i];
            const bool keeps_apart =
                charges && leaving && boarding && is_possible(common(*leaving, *boarding));
            const auto opposite = [&](const std::optional<Operations>& side) {
                return keeps_apart ? side : std::nullopt;
            };
            if (leaving) {
                add(arriving_, {*leaving, opposite(boarding)}, i);
            }
            if (boarding) {
                add(departing_, {*boarding, opposite(leaving)}, i);
            }
        }
    }

    [[nodiscard]] bool is_possible(const Operations& operations) const {
        return std::ranges::any_of(operations,
                                   [&](OperationId id) { return makes_possible_[id.index]; });
    }

    /// Whether both are the two sides of services that must not change into themselves.
    static bool are_the_same(const Alike& from, const Alike& to) {
        return from.likeness.opposite == to.likeness.operations &&
               to.likeness.opposite == from.likeness.operations;
    }

    static void keep(std::optional<std::size_t>& kept, std::vector<Group>& groups,
                     const Group& members) {
        if (!kept) {
            kept = groups.size();
            groups.push_back(members);
        }
    }

    /// From those whose position has a digit to those whose position has it not, and back.
    void change_among(const Group& members, const Operations& operations) {
        for (std::size_t digit = 1; digit < members.size(); digit *= 2) {
            Group with;
            Group without;
            for (std::size_t position = 0; position < members.size(); ++position) {
                ((position & digit) != 0 ? with : without).push_back(members[position]);
            }
            for (const auto& [from, to] : {std::pair{with, without}, std::pair{without, with}}) {
                result_.changes.push_back(
                    {result_.arriving.size(), result_.departing.size(), operations});
                result_.arriving.push_back(from);
                result_.departing.push_back(to);
            }
        }
    }

    const std::vector<bool>& makes_possible_;
    std::vector<Alike> arriving_;
    std::vector<Alike> departing_;
    TransferGroups result_;
};

} // namespace

TransferGroups grouped(const std::vector<Caller>& callers,
                       const std::vector<bool>& makes_possible) {
    return Grouping{makes_possible}.group(callers);
}

} // namespace landsea::model::detail
