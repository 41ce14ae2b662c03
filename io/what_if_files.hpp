#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/what_if.hpp"

#include <string>

namespace landsea::io {

/// Cases for people, differences first: what each scenario does to each alternative, who wins, and
/// stage by stage what moved and why.
std::string what_if_table(const scenarios::WhatIf& all, const model::Network& network,
                          const Identity& identity, const Presentation& presentation);

/// One row for each alternative of each case: the columns of `comparison_csv`, then what it changes
/// against its reference; empty there for the references themselves. RFC 4180.
std::string what_if_csv(const scenarios::WhatIf& all, const model::Network& network,
                        const Identity& identity);

/// One row for each stage that differs, with the changes that touch it. RFC 4180.
std::string stage_shifts_csv(const scenarios::WhatIf& all, const model::Network& network,
                             const Identity& identity);

/// All cases with their changes and stages.
std::string what_if_json(const scenarios::WhatIf& all, const model::Network& network,
                         const Identity& identity);

/// "id@hash" of a case's scenario; "base" for the network as it is.
std::string identity_of(const scenarios::Scenario& scenario);

} // namespace landsea::io
