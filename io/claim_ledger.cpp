#include "io/claim_ledger.hpp"

#include "io/claim_reach.hpp"
#include "io/number_text.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::io {

namespace {

using scenarios::Claim;
using scenarios::Finding;
using scenarios::Judgement;
using scenarios::Verdict;

Emphasis emphasis_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::supported:
        return Emphasis::good;
    case Verdict::refuted:
        return Emphasis::bad;
    case Verdict::conditional:
        return Emphasis::strong;
    case Verdict::untestable:
        break;
    }
    return Emphasis::faint;
}

bool is_saving(const Claim& claim) {
    return std::holds_alternative<scenarios::SavingClaim>(claim.check);
}

/// How many decimals suit the unit of a claim.
int decimals_of(const Claim& claim) {
    if (std::holds_alternative<scenarios::PriceClaim>(claim.check)) {
        return 0;
    }
    return std::holds_alternative<scenarios::RatioClaim>(claim.check) ? 2 : 1;
}

std::string unit_of(const Claim& claim) {
    if (std::holds_alternative<scenarios::PriceClaim>(claim.check)) {
        return " USD/TEU";
    }
    return std::holds_alternative<scenarios::RatioClaim>(claim.check) ? "" : " d";
}

std::string claimed_text(const Claim& claim, const Finding& finding) {
    const int decimals = decimals_of(claim);
    if (is_saving(claim)) {
        return "> " + shortest_text(finding.claimed_low) + " d";
    }
    const std::string low = fixed_text(finding.claimed_low, decimals);
    const std::string high = fixed_text(finding.claimed_high, decimals);
    return (low == high ? low : low + "–" + high) + unit_of(claim);
}

std::string modelled_text(const Claim& claim, const Finding& finding) {
    const int decimals = decimals_of(claim);
    return fixed_text(finding.modelled.p50, decimals) + " (" +
           fixed_text(finding.modelled.p5, decimals) + "–" +
           fixed_text(finding.modelled.p95, decimals) + ")" + unit_of(claim);
}

std::string season_name(model::Month month, model::Language language) {
    for (const scenarios::SeasonOfYear& season : scenarios::seasons_of_year()) {
        if (season.month == month) {
            return season.names.in(language);
        }
    }
    return std::to_string(month.number);
}

std::string no_route(model::Language language) {
    return model::Names{"no route in the network", "网络中无此路线", ""}.in(language);
}

/// ">10 d: barge 25/25, yantian 0/25": under how many conditions a saving is likely.
std::string conditions_of_saving(const Judgement& judgement, model::Language language) {
    if (judgement.findings.empty()) {
        return no_route(language);
    }
    std::string text;
    double bound = 0.0;
    for (const scenarios::BaselineVerdict& verdict : scenarios::by_baseline(judgement)) {
        if (verdict.bound_days != bound) {
            bound = verdict.bound_days;
            text += (text.empty() ? ">" : "; >") + shortest_text(bound) + " d: ";
        } else {
            text += ", ";
        }
        text += verdict.against + " " + std::to_string(verdict.likely) + "/" +
                std::to_string(verdict.all);
    }
    return text;
}

std::string conditions_of_measure(const Claim& claim, const Judgement& judgement,
                                  model::Language language) {
    if (judgement.findings.empty()) {
        return no_route(language);
    }
    const Finding& year = judgement.findings.front();
    if (judgement.verdict == Verdict::supported) {
        return model::Names{"holds in every season", "各季节均成立", ""}.in(language);
    }
    std::string seasons;
    for (const Finding& finding : judgement.findings) {
        if (finding.likely) {
            seasons += (seasons.empty() ? "" : ", ") + season_name(finding.month, language);
        }
    }
    if (!seasons.empty()) {
        return model::Names{"only when: ", "仅当：", ""}.in(language) + seasons;
    }
    if (judgement.verdict == Verdict::conditional) {
        return model::Names{"only within the spread (P5–P95), not as the median",
                            "仅在波动范围（P5–P95）内，中位数不符", ""}
            .in(language);
    }
    const bool low = year.modelled.p50 < year.claimed_low;
    const double off =
        low ? year.claimed_low - year.modelled.p50 : year.modelled.p50 - year.claimed_high;
    const std::string amount = fixed_text(off, decimals_of(claim)) + unit_of(claim);
    const model::Names more{"would need " + amount + " more than the median",
                            "需比中位数多 " + amount, ""};
    const model::Names less{"would need " + amount + " less than the median",
                            "需比中位数少 " + amount, ""};
    return (low ? more : less).in(language);
}

/// One line for each bound and baseline.
std::string verdicts_by_baseline(const Judgement& judgement, const Presentation& presentation) {
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    TextTable table{{{say({"saves more than", "节省超过", ""}), Align::right},
                     {say({"against", "相对于", ""})},
                     {say({"verdict", "结论", ""})},
                     {say({"conditions", "条件", ""}), Align::right}}};
    for (const scenarios::BaselineVerdict& verdict : scenarios::by_baseline(judgement)) {
        table.row(
            {shortest_text(verdict.bound_days) + " d",
             verdict.against,
             {verdict_name(verdict.verdict, presentation.language), emphasis_of(verdict.verdict)},
             std::to_string(verdict.likely) + "/" + std::to_string(verdict.all)});
    }
    return table.text(presentation.colour);
}

} // namespace

std::string verdict_name(Verdict verdict, model::Language language) {
    switch (verdict) {
    case Verdict::supported:
        return model::Names{"supported", "支持", "подтверждается"}.in(language);
    case Verdict::conditional:
        return model::Names{"supported only when", "有条件支持", "только при условии"}.in(language);
    case Verdict::refuted:
        return model::Names{"not supported", "不支持", "не подтверждается"}.in(language);
    case Verdict::untestable:
        break;
    }
    return model::Names{"not testable", "无法检验", "не проверяется"}.in(language);
}

std::string turning_point(const Claim& claim, const Judgement& judgement,
                          model::Language language) {
    if (const auto* untestable = std::get_if<scenarios::UntestableClaim>(&claim.check)) {
        return untestable->why.in(language);
    }
    return is_saving(claim) ? conditions_of_saving(judgement, language)
                            : conditions_of_measure(claim, judgement, language);
}

std::string ledger_table(const std::vector<Claim>& claims, const std::vector<Judgement>& judgements,
                         const Identity& identity, const model::DrawPlan& plan,
                         const Presentation& presentation) {
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    TextTable table{{{say({"claim", "说法", ""})},
                     {say({"verdict", "结论", ""})},
                     {say({"claimed", "原说", ""}), Align::right},
                     {say({"model P50 (P5–P95)", "模型 P50 (P5–P95)", ""}), Align::right},
                     {say({"on what it hangs", "取决于", ""})}}};
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Judgement& judgement = judgements[i];
        const bool measured = !judgement.findings.empty();
        table.row({claims[i].id,
                   {verdict_name(judgement.verdict, presentation.language),
                    emphasis_of(judgement.verdict)},
                   measured ? claimed_text(claims[i], judgement.findings.front())
                            : stated_reach_text(claims[i], presentation.language),
                   measured ? modelled_text(claims[i], judgement.findings.front())
                            : counted_reach_text(claims[i], judgement, presentation.language),
                   turning_point(claims[i], judgement, presentation.language)});
    }
    return table.text(presentation.colour) + "\n" +
           say({"landsea claims CLAIM shows one claim under every condition.\n",
                "landsea claims CLAIM 显示单个说法在各条件下的结果。\n", ""}) +
           identity_line(identity, plan) + "\n";
}

std::string claim_report(const Claim& claim, const Judgement& judgement,
                         const model::Network& network, const Identity& identity,
                         const model::DrawPlan& plan, const Presentation& presentation) {
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    std::string out =
        emphasised(claim.statement.in(presentation.language), Emphasis::strong,
                   presentation.colour) +
        "\n" + (claim.quote.empty() ? "" : "\"" + claim.quote + "\" ") + "(" + claim.source +
        ")\n\n" + say({"Verdict: ", "结论：", ""}) +
        emphasised(verdict_name(judgement.verdict, presentation.language),
                   emphasis_of(judgement.verdict), presentation.colour) +
        "\n" +
        (is_saving(claim) ? verdicts_by_baseline(judgement, presentation)
                          : turning_point(claim, judgement, presentation.language) + "\n") +
        "\n";
    if (stated_reach(claim) != nullptr) {
        out += say({"Stated: ", "原说：", ""}) + stated_reach_text(claim, presentation.language) +
               say({". The network holds, by corridor:\n", "。本网络按通道计：\n", ""}) +
               counted_reach_table(judgement, network, presentation);
    }
    if (judgement.findings.empty()) {
        return out + identity_line(identity, plan) + "\n";
    }
    const bool saving = is_saving(claim);
    TextTable table{{{say({"to", "目的地", ""})},
                     {say({"against", "相对于", ""})},
                     {say({"season", "季节", ""})},
                     {say({"claimed", "原说", ""}), Align::right},
                     {say({"model P50 (P5–P95)", "模型 P50 (P5–P95)", ""}), Align::right},
                     {say({"probability", "概率", ""}), Align::right},
                     {say({"to spare", "余量", ""}), Align::right},
                     {say({"holds", "成立", ""})}}};
    for (std::size_t i = 0; i < judgement.findings.size(); ++i) {
        const Finding& finding = judgement.findings[i];
        const auto place =
            std::ranges::find(network.parts().places, finding.destination, &model::Place::id);
        table.row({place->names.in(presentation.language),
                   finding.against,
                   season_name(finding.month, presentation.language),
                   claimed_text(claim, finding),
                   modelled_text(claim, finding),
                   saving ? fixed_text(100.0 * finding.holds.value, 1) + " %" : std::string{},
                   fixed_text(judgement.margin[i], decimals_of(claim)) + unit_of(claim),
                   {finding.likely ? say({"yes", "是", ""}) : say({"no", "否", ""}),
                    finding.likely ? Emphasis::good : Emphasis::bad}});
    }
    out += table.text(presentation.colour);
    out +=
        saving
            ? say({"To spare: how many days the first way may lose before the claim is less "
                   "likely than not.\n",
                   "余量：首选路线再慢多少天，该说法即不再更可能成立。\n", ""})
            : say({"To spare: how far the median lies within the claim; negative outside. A claim "
                   "holds within 10 % of its figures.\n",
                   "余量：中位数在所述区间内的距离，负值为区间外；与所述数值相差10%"
                   "以内视为成立。\n",
                   ""});
    return out + identity_line(identity, plan) + "\n";
}

} // namespace landsea::io
