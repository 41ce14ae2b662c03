#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/claim.hpp"

#include <string>
#include <vector>

namespace landsea::io {

/// The ledger for people: each claim with its verdict, what was claimed, what the model says and
/// the condition that would turn the verdict.
std::string ledger_table(const std::vector<scenarios::Claim>& claims,
                         const std::vector<scenarios::Judgement>& judgements,
                         const Identity& identity, const model::DrawPlan& plan,
                         const Presentation& presentation);

/// One claim with all conditions under which it was tried.
std::string claim_report(const scenarios::Claim& claim, const scenarios::Judgement& judgement,
                         const model::Network& network, const Identity& identity,
                         const model::DrawPlan& plan, const Presentation& presentation);

std::string ledger_json(const std::vector<scenarios::Claim>& claims,
                        const std::vector<scenarios::Judgement>& judgements,
                        const model::Network& network, const Identity& identity,
                        const model::DrawPlan& plan);

/// One row for each claim and condition. RFC 4180.
std::string ledger_csv(const std::vector<scenarios::Claim>& claims,
                       const std::vector<scenarios::Judgement>& judgements,
                       const model::Network& network, const Identity& identity);

/// "supported", "supported only when", "not supported", "not testable".
std::string verdict_name(scenarios::Verdict verdict, model::Language language);

/// What would turn the verdict, or what it depends on, in one line.
std::string turning_point(const scenarios::Claim& claim, const scenarios::Judgement& judgement,
                          model::Language language);

} // namespace landsea::io
