#include "io/comparison_table.hpp"
#include "io/detail/reason_words.hpp"
#include "io/number_text.hpp"
#include "io/reason_report.hpp"
#include "scenarios/reach.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace landsea::io {

namespace {

using detail::contrast_name;
using model::Criterion;
using model::Names;
using model::Network;
using scenarios::Answer;
using scenarios::Reason;
using scenarios::Side;

constexpr std::size_t stages_named = 3;

/// Writes the three lines.
class Lines {
  public:
    Lines(const Reason& reason, const Network& network, const Presentation& show)
        : reason_{reason}, network_{network}, show_{show}, query_{reason.comparison.question.query},
          teu_{query_.shipment.size.count()} {}

    std::string text(const Identity& identity) {
        out_ = query_line(reason_.comparison.question, network_, show_) + "\n\n";
        if (!reason_.worse().has_route()) {
            out_ += no_route() + "\n";
        } else if (reason_.contrasts.empty()) {
            out_ += say({name(Side::winner) + " and " + name(Side::loser) + " are the same route.",
                         name(Side::winner) + "与" + name(Side::loser) + "是同一条路线。", ""}) +
                    "\n";
        } else {
            out_ += what_wins() + "\n" + what_decides() + "\n" + what_would_turn_it() + "\n";
        }
        out_ += "\n" + identity_line(identity, reason_.comparison.plan) + "\n";
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string say(const Names& words) const { return phrase(show_, words); }

    [[nodiscard]] std::string name(Side side) const {
        const Answer& answer = side == Side::winner ? reason_.better() : reason_.worse();
        return answer.alternative.names.in(show_.language);
    }

    [[nodiscard]] std::string no_route() const {
        if (!reason_.better().has_route()) {
            return say({"Neither way has a route.", "两种走法都没有路线。", ""});
        }
        return say({name(Side::winner) + ", as " + name(Side::loser) + " has no route.",
                    "选" + name(Side::winner) + "，因为" + name(Side::loser) + "没有路线。", ""});
    }

    [[nodiscard]] std::string usd(double amount) const {
        return fixed_text(amount / teu_ * show_.currency.per_usd, 0, Grouping::comma) + " " +
               show_.currency.code + "/TEU";
    }

    [[nodiscard]] std::string kg(double amount) const {
        return fixed_text(amount / teu_, 0, Grouping::comma) + " kg CO2e/TEU";
    }

    [[nodiscard]] std::string days(double hours) const {
        return fixed_text(hours / model::hours_per_day, 1) + say({" d", " 天", ""});
    }

    /// An amount in the unit of the criterion.
    [[nodiscard]] std::string amount(double measure) const {
        switch (query_.criterion) {
        case Criterion::time:
            return days(measure);
        case Criterion::carbon:
            return kg(measure);
        case Criterion::money:
        case Criterion::generalised:
            break;
        }
        return usd(measure);
    }

    /// "0.8 d sooner", "快0.8 天".
    [[nodiscard]] std::string difference(const std::string& size, double value, const Names& better,
                                         const Names& worse) const {
        const std::string how = say(value >= 0.0 ? better : worse);
        return show_.language == model::Language::zh ? how + size : size + " " + how;
    }

    /// What the winner is ahead by: the criterion first.
    [[nodiscard]] std::string what_wins() const {
        const model::Tally& better = reason_.better().mean;
        const model::Tally& worse = reason_.worse().mean;
        const double hours = (worse.time - better.time).count();
        const double money = (worse.money - better.money).count();
        const double carbon = (worse.carbon - better.carbon).count();
        const std::string by_time =
            difference(days(std::abs(hours)), hours, {"sooner", "快", ""}, {"later", "慢", ""});
        const std::string by_money =
            difference(usd(std::abs(money)), money, {"cheaper", "省", ""}, {"dearer", "多花", ""});
        const std::string by_carbon =
            difference(kg(std::abs(carbon)), carbon, {"less", "少排", ""}, {"more", "多排", ""});
        std::vector<std::string> parts{by_time, by_money, by_carbon};
        const auto first = static_cast<std::ptrdiff_t>(query_.criterion);
        if (query_.criterion == Criterion::generalised) {
            parts.insert(parts.begin(),
                         difference(usd(reason_.lead), 1.0,
                                    {"less generalised cost", "广义费用低", ""}, {}));
        } else {
            std::rotate(parts.begin(), parts.begin() + first, parts.begin() + first + 1);
        }
        const double now = scenarios::measure(better, query_);
        parts.front() +=
            say({" (" + amount(now) + " against " + amount(now + reason_.lead) + ")",
                 "（" + amount(now) + "，对方" + amount(now + reason_.lead) + "）", ""});
        return say({name(Side::winner) + ", not " + name(Side::loser) + ": ",
                    name(Side::winner) + "优于" + name(Side::loser) + "：", ""}) +
               joined(parts) +
               say({"; better in " + percent() + " of the draws.",
                    "；在" + percent() + "的抽样中更优。", ""});
    }

    [[nodiscard]] std::string percent() const {
        const double share = reason_.wins.value;
        if (share > 0.0 && share < 0.001) {
            return "<0.1 %";
        }
        if (share > 0.999 && share < 1.0) {
            return ">99.9 %";
        }
        return fixed_text(100.0 * share, share > 0.0 && share < 1.0 ? 1 : 0) + " %";
    }

    [[nodiscard]] std::string joined(const std::vector<std::string>& parts) const {
        std::string text;
        for (const std::string& part : parts) {
            text += (text.empty() ? "" : say({", ", "，", ""})) + part;
        }
        return text;
    }

    [[nodiscard]] std::string what_decides() const {
        std::vector<std::string> gains;
        std::vector<std::string> losses;
        const std::size_t count = std::min(stages_named, reason_.contrasts.size());
        for (std::size_t i = 0; i < count; ++i) {
            const auto& contrast = reason_.contrasts[i];
            (contrast.excess >= 0.0 ? gains : losses)
                .push_back(amount(std::abs(contrast.excess)) + " " +
                           contrast_name(contrast, network_, show_.language));
        }
        std::string text;
        if (!gains.empty()) {
            text = say({"It gains ", "胜在：", ""}) + joined(gains);
        }
        if (!losses.empty()) {
            text += gains.empty() ? say({"It loses ", "输在：", ""})
                                  : say({"; it loses ", "；输在：", ""});
            text += joined(losses);
        }
        return text + say({".", "。", ""});
    }

    [[nodiscard]] std::string what_would_turn_it() const {
        std::vector<std::string> ways;
        if (reason_.falls) {
            ways.push_back(stage(*reason_.falls));
        }
        if (reason_.rises) {
            ways.push_back(stage(*reason_.rises));
        }
        for (const auto* departures : {&reason_.more, &reason_.fewer}) {
            if (*departures) {
                ways.push_back(leaves(**departures));
            }
        }
        std::string text;
        if (!reason_.falls) {
            text = say(
                {"No single stage of " + name(Side::loser) + " takes " + amount(reason_.lead) +
                     " that it could save. ",
                 name(Side::loser) + "没有哪一环节本身达到" + amount(reason_.lead) + "可供压缩。",
                 ""});
        }
        text += say({"To draw level: ", "要打平，需：", ""});
        for (const std::string& way : ways) {
            text += (&way == &ways.front() ? "" : say({", or ", "，或", ""})) + way;
        }
        return text + (ways.empty() ? "" : say({". ", "。", ""})) + prices();
    }

    [[nodiscard]] std::string stage(const scenarios::StageBreakEven& level) const {
        const auto& contrast = reason_.contrasts[level.contrast];
        const bool is_explained = level.contrast < stages_named;
        const std::string where = is_explained
                                      ? detail::place_name(contrast, network_, show_.language)
                                      : contrast_name(contrast, network_, show_.language);
        return say({amount(level.then) + " instead of " + amount(level.now) + " " + where +
                        " for " + name(level.side),
                    name(level.side) + "在" + where + "由" + amount(level.now) + "变为" +
                        amount(level.then),
                    ""});
    }

    [[nodiscard]] std::string leaves(const scenarios::DeparturesBreakEven& level) const {
        const std::string& service = network_[level.service].names.in(show_.language);
        const std::string now = detail::per_week_text(level.now_per_week);
        const std::string then = detail::per_week_text(level.then_per_week);
        return say({then + " departures a week instead of " + now + " of " + service,
                    service + "由每周" + now + "班变为" + then + "班", ""});
    }

    /// At which prices the other one has the lower generalised cost.
    [[nodiscard]] std::string prices() const {
        std::string text = value_of_time();
        if (reason_.carbon_price && query_.criterion != Criterion::time) {
            constexpr double kg_per_tonne = 1000.0;
            const std::string price =
                fixed_text(reason_.carbon_price->price.count() * kg_per_tonne, 0, Grouping::comma);
            const bool above = reason_.carbon_price->better_above == Side::loser;
            text += say(
                {std::string{"; at a carbon price "} + (above ? "above " : "below ") + price +
                     " USD/t",
                 std::string{"；碳价"} + (above ? "高于" : "低于") + price + "美元/吨时亦然", ""});
        }
        return text + say({".", "。", ""});
    }

    [[nodiscard]] std::string value_of_time() const {
        if (!reason_.value_of_time) {
            const model::Tally& better = reason_.better().mean;
            const model::Tally& worse = reason_.worse().mean;
            const auto cost = [&](const model::Tally& tally) {
                return model::generalised_cost(tally, query_.prices, query_.shipment.size);
            };
            const std::string who = name(cost(better) <= cost(worse) ? Side::winner : Side::loser);
            return say({"At any value of time " + who + " has the lower generalised cost",
                        "无论时间价值多少，" + who + "的广义费用都更低", ""});
        }
        const std::string price = fixed_text(
            reason_.value_of_time->price.count() * model::hours_per_day, 1, Grouping::comma);
        const bool above = reason_.value_of_time->better_above == Side::loser;
        return say({std::string{"Where a day is worth "} + (above ? "more" : "less") + " than " +
                        price + " USD/TEU, " + name(Side::loser) +
                        " has the lower generalised cost",
                    std::string{"每TEU每天的时间价值"} + (above ? "高于" : "低于") + price +
                        "美元时，" + name(Side::loser) + "的广义费用更低",
                    ""});
    }

    const Reason& reason_;
    const Network& network_;
    const Presentation& show_;
    const model::Query& query_;
    double teu_;
    std::string out_;
};

} // namespace

std::string reason_text(const Reason& reason, const Network& network, const Identity& identity,
                        const Presentation& presentation) {
    return Lines{reason, network, presentation}.text(identity);
}

} // namespace landsea::io
