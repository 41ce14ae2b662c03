#include "scenarios/conflicts.hpp"

#include <algorithm>
#include <array>

namespace landsea::scenarios {

namespace {

using model::Network;

bool sets(const model::Effect& effect) {
    return effect.kind == model::Effect::Kind::set;
}

/// The names of the numbers that a change sets, at most once each.
class NumbersSet {
  public:
    explicit NumbersSet(const Network& network) : network_{network} {}

    std::set<std::string> of(const Change& change) {
        names_.clear();
        std::visit(*this, change.what);
        return std::move(names_);
    }

    void operator()(const AlterHauls& alter) {
        if (sets(alter.effect)) {
            static constexpr std::array numbers{"hours", "money", "carbon", "charge"};
            add_hauls(alter.scope, numbers[static_cast<std::size_t>(alter.number)]);
        }
    }

    void operator()(const AlterServices& alter) {
        if (sets(alter.effect)) {
            static constexpr std::array numbers{"departures", "capacity"};
            add_hauls(alter.scope, numbers[static_cast<std::size_t>(alter.number)]);
        }
    }

    void operator()(const AlterWorks& alter) {
        if (sets(alter.effect)) {
            const std::string number =
                alter.number == AlterWorks::Number::hours ? "hours" : "money";
            for (const model::OperationId id : works_in(alter.scope, network_)) {
                names_.insert(number + " of operation " + network_[id].id);
            }
        }
    }

    void operator()(const ForceState& force) {
        names_.insert("state of season " + network_[force.season].id);
    }

    void operator()(const Close&) {}

    void operator()(const Open&) {}

    void operator()(const AddDwell&) {}

    void operator()(const Introduce&) {}

  private:
    void add_hauls(const model::Scope& scope, const std::string& number) {
        for (const model::Haul& haul : hauls_in(scope, network_)) {
            names_.insert(number + " of leg " + network_[haul.link].id + " on service " +
                          network_[haul.service].id);
        }
    }

    const Network& network_;
    std::set<std::string> names_;
};

bool share_a_month(const Change& a, const Change& b) {
    for (std::size_t m = 0; m < 12; ++m) {
        if ((!a.months || (*a.months)[m]) && (!b.months || (*b.months)[m])) {
            return true;
        }
    }
    return false;
}

std::string first_shared(const std::set<std::string>& a, const std::set<std::string>& b) {
    const auto found = std::ranges::find_if(a, [&](const std::string& n) { return b.contains(n); });
    return found == a.end() ? std::string{} : *found;
}

std::string what_both_do(const Change& a, const Change& b) {
    const auto* closed = std::get_if<Close>(&a.what);
    const auto* opened = std::get_if<Open>(&b.what);
    return closed != nullptr && opened != nullptr && closed->scope == opened->scope ? a.text
                                                                                    : std::string{};
}

bool extends(const Lineage& lineage, const std::string& file, const std::string& other) {
    const auto found = lineage.find(file);
    return found != lineage.end() && found->second.contains(other);
}

} // namespace

std::vector<Conflict> conflicts_in(const Scenario& scenario, const Lineage& lineage,
                                   const Network& network) {
    const auto& changes = scenario.changes;
    NumbersSet numbers{network};
    std::vector<std::set<std::string>> set_by;
    set_by.reserve(changes.size());
    for (const Change& change : changes) {
        set_by.push_back(numbers.of(change));
    }
    const auto settled = [&](std::size_t i, std::size_t j, const std::string& number) {
        for (std::size_t k = j + 1; k < changes.size(); ++k) {
            if (set_by[k].contains(number) &&
                extends(lineage, changes[k].scenario, changes[i].scenario) &&
                extends(lineage, changes[k].scenario, changes[j].scenario)) {
                return true;
            }
        }
        return false;
    };
    std::vector<Conflict> conflicts;
    for (std::size_t j = 0; j < changes.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
            if (!share_a_month(changes[i], changes[j]) ||
                extends(lineage, changes[j].scenario, changes[i].scenario)) {
                continue;
            }
            const std::string number = first_shared(set_by[i], set_by[j]);
            if (!number.empty() && !settled(i, j, number)) {
                conflicts.push_back({i, j, number});
            } else if (changes[i].scenario == changes[j].scenario) {
                const std::string scope =
                    what_both_do(changes[i], changes[j]) + what_both_do(changes[j], changes[i]);
                if (!scope.empty()) {
                    conflicts.push_back({i, j, scope});
                }
            }
        }
    }
    return conflicts;
}

} // namespace landsea::scenarios
