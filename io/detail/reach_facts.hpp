#pragma once

#include "io/detail/fact.hpp"
#include "scenarios/reach.hpp"

#include <string>
#include <vector>

namespace landsea::io::detail {

/// What files say of each place of a reach, in the order of the columns: the same names for all.
class ReachFacts {
  public:
    /// The network must outlive it.
    ReachFacts(const scenarios::Reach& reach, const model::Network& network)
        : network_{network}, teu_{reach.question.query.shipment.size.count()} {}

    [[nodiscard]] std::vector<Fact> of(const scenarios::ReachedPlace& reached);

  private:
    void add_way(const std::string& prefix, const scenarios::Way* way);
    void add_saving(const scenarios::ReachedPlace& reached);
    void add_text(const std::string& name, const std::string& text);

    const model::Network& network_;
    double teu_;
    std::vector<Fact> facts_;
};

} // namespace landsea::io::detail
