#include "io/claim_ledger.hpp"
#include "io/claim_reach.hpp"
#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"

namespace landsea::io {

namespace {

using scenarios::Claim;
using scenarios::Finding;
using scenarios::Judgement;

/// What the numbers of a claim's findings count.
std::string unit_word(const Claim& claim) {
    if (std::holds_alternative<scenarios::PriceClaim>(claim.check)) {
        return "usd_per_teu";
    }
    if (std::holds_alternative<scenarios::RatioClaim>(claim.check)) {
        return "ratio";
    }
    return "days";
}

void write_finding(JsonText& json, const Claim& claim, const Finding& finding, double margin) {
    const std::string unit = "_" + unit_word(claim);
    json.open_object();
    json.key("to").text(finding.destination);
    json.key("against").text(finding.against);
    json.key("month").text(month_word(finding.month));
    json.key("claimed_low" + unit).number(finding.claimed_low);
    json.key("claimed_high" + unit).number(finding.claimed_high);
    json.key("model_p5" + unit).number(finding.modelled.p5, 4);
    json.key("model_p50" + unit).number(finding.modelled.p50, 4);
    json.key("model_p95" + unit).number(finding.modelled.p95, 4);
    if (std::holds_alternative<scenarios::SavingClaim>(claim.check)) {
        json.key("probability").number(finding.holds.value, 6);
        json.key("standard_error").number(finding.holds.standard_error, 6);
    }
    json.key("margin" + unit).number(margin, 4);
    json.key("holds").truth(finding.likely);
    json.close_object();
}

/// What is stated of a corridor's reach, beside what the network holds for each corridor.
void write_reach(JsonText& json, const scenarios::StatedReach& stated, const Judgement& judgement,
                 const model::Network& network) {
    json.key("stated_reach").open_object();
    json.key("from").text(network[stated.from].id);
    json.key("corridor").text(network[stated.corridor].id);
    json.key("ports").integer(stated.ports);
    json.key("countries").integer(stated.countries);
    json.close_object();
    json.key("counted_reach").open_list();
    for (const scenarios::CorridorReach& counted : judgement.counted) {
        json.open_object();
        json.key("corridor").text(network[counted.corridor].id);
        json.key("ports").integer(counted.reaches.ports);
        json.key("countries").integer(counted.reaches.countries_of_ports);
        json.key("quickest_to_ports").integer(counted.wins.ports);
        json.key("quickest_to_countries").integer(counted.wins.countries_of_ports);
        json.close_object();
    }
    json.close_list();
}

/// Two lines for each corridor, ports and countries; what is claimed stands with its own corridor.
std::string reach_lines(const Claim& claim, const scenarios::StatedReach& stated,
                        const Judgement& judgement, const model::Network& network,
                        const Identity& identity) {
    const std::string verdict = verdict_name(judgement.verdict, model::Language::en);
    std::string text;
    for (const scenarios::CorridorReach& counted : judgement.counted) {
        const auto add = [&](const char* unit, int claimed, int held) {
            const bool is_claimed = counted.corridor == stated.corridor;
            const std::string bound = is_claimed ? std::to_string(claimed) : std::string{};
            text += csv_line({identity.scenario, claim.id, verdict, unit, "",
                              network[counted.corridor].id, "all", bound, bound, "",
                              std::to_string(held), "", "", "", ""});
        };
        add("ports", stated.ports, counted.reaches.ports);
        add("countries", stated.countries, counted.reaches.countries_of_ports);
    }
    return text;
}

} // namespace

std::string ledger_json(const std::vector<Claim>& claims, const std::vector<Judgement>& judgements,
                        const model::Network& network, const Identity& identity,
                        const model::DrawPlan& plan) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("scenario_id").text(identity.scenario);
    json.key("seed").integer(static_cast<std::int64_t>(plan.seed));
    json.key("draws").integer(plan.draws);
    json.key("claims").open_list();
    for (std::size_t i = 0; i < claims.size(); ++i) {
        json.open_object();
        json.key("id").text(claims[i].id);
        json.key("statement").text(claims[i].statement.en);
        json.key("source").text(claims[i].source);
        json.key("verdict").text(verdict_name(judgements[i].verdict, model::Language::en));
        json.key("hangs_on").text(turning_point(claims[i], judgements[i], model::Language::en));
        json.key("findings").open_list();
        for (std::size_t f = 0; f < judgements[i].findings.size(); ++f) {
            write_finding(json, claims[i], judgements[i].findings[f], judgements[i].margin[f]);
        }
        json.close_list();
        if (const auto* stated = stated_reach(claims[i])) {
            write_reach(json, *stated, judgements[i], network);
        }
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

std::string ledger_csv(const std::vector<Claim>& claims, const std::vector<Judgement>& judgements,
                       const model::Network& network, const Identity& identity) {
    std::string text = csv_line({"scenario_id", "claim", "verdict", "unit", "to", "against",
                                 "month", "claimed_low", "claimed_high", "model_p5", "model_p50",
                                 "model_p95", "probability", "margin", "holds"});
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const std::string verdict = verdict_name(judgements[i].verdict, model::Language::en);
        if (const auto* stated = stated_reach(claims[i])) {
            text += reach_lines(claims[i], *stated, judgements[i], network, identity);
        } else if (judgements[i].findings.empty()) {
            text += csv_line({identity.scenario, claims[i].id, verdict, "", "", "", "", "", "", "",
                              "", "", "", "", ""});
        }
        for (std::size_t f = 0; f < judgements[i].findings.size(); ++f) {
            const Finding& finding = judgements[i].findings[f];
            const auto number = [](double value) { return fixed_text(value, 4); };
            text += csv_line({identity.scenario, claims[i].id, verdict, unit_word(claims[i]),
                              finding.destination, finding.against, month_word(finding.month),
                              number(finding.claimed_low), number(finding.claimed_high),
                              number(finding.modelled.p5), number(finding.modelled.p50),
                              number(finding.modelled.p95), number(finding.holds.value),
                              number(judgements[i].margin[f]), finding.likely ? "yes" : "no"});
        }
    }
    return text;
}

} // namespace landsea::io
