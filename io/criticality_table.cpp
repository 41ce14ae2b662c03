#include "io/comparison_table.hpp"
#include "io/criticality_files.hpp"
#include "io/detail/criticality_facts.hpp"
#include "io/number_text.hpp"

#include <algorithm>
#include <array>

namespace landsea::io {

namespace {

using model::Names;
using model::Network;
using scenarios::ComponentKind;
using scenarios::Criticality;
using scenarios::CriticalityRanking;

const Names& kind_name(ComponentKind kind) {
    static const std::array<Names, 6> names{{{"leg", "区段", ""},
                                             {"place", "地点", ""},
                                             {"border", "口岸", ""},
                                             {"passage", "海上通道", ""},
                                             {"service", "班次", ""},
                                             {"corridor", "通道", ""}}};
    return names[static_cast<std::size_t>(kind)];
}

const Names& kind_names(ComponentKind kind) {
    static const std::array<Names, 6> names{{{"legs", "区段", ""},
                                             {"places", "地点", ""},
                                             {"borders", "口岸", ""},
                                             {"passages", "海上通道", ""},
                                             {"services", "班次", ""},
                                             {"corridors", "通道", ""}}};
    return names[static_cast<std::size_t>(kind)];
}

/// With its sign: more or less than before.
std::string signed_text(double value, int decimals) {
    const std::string text = fixed_text(value, decimals, Grouping::comma);
    return value > 0.0 && text != fixed_text(0.0, decimals) ? "+" + text : text;
}

/// Writes the report, from top to bottom.
class Report {
  public:
    Report(const CriticalityRanking& ranking, std::size_t most, const Network& network,
           const Presentation& show)
        : ranking_{ranking}, most_{std::min(most, ranking.components.size())}, network_{network},
          show_{show} {}

    std::string text(const Identity& identity) {
        const std::string pairs = std::to_string(ranking_.base.size());
        out_ =
            query_line(ranking_.question.query,
                       say({pairs + (pairs == "1" ? " pair" : " pairs"), pairs + "对起讫点", ""}),
                       show_) +
            "\n\n";
        components();
        notes();
        out_ += identity.program + " · data " + identity.data_hash + " · scenario " +
                identity.scenario + "\n";
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string say(const Names& words) const { return phrase(show_, words); }

    [[nodiscard]] double money(const model::Tally& of_one_teu) const {
        return of_one_teu.money.count() * show_.currency.per_usd;
    }

    void components() {
        TextTable table{{{say({"closed", "关闭", ""})},
                         {say({"kind", "类别", ""})},
                         {say({"pairs", "起讫对", ""}), Align::right},
                         {say({"cut off", "中断", ""}), Align::right},
                         {say({"mean d", "平均天数", ""}), Align::right},
                         {show_.currency.code + "/TEU", Align::right},
                         {"kg CO2e/TEU", Align::right},
                         {say({"total ", "合计 ", ""}) + total_unit(), Align::right},
                         {say({"worst hit", "受影响最大", ""})},
                         {say({"by ", "变化 ", ""}) + unit(), Align::right}}};
        for (std::size_t i = 0; i < most_; ++i) {
            const Criticality& found = ranking_.components[i];
            const auto mode = mode_of(found.component);
            table.row({detail::names_of(found.component, network_).in(show_.language) + mode,
                       say(kind_name(found.component.kind)),
                       std::to_string(found.used_by),
                       {std::to_string(found.cut_off.size()),
                        found.cut_off.empty() ? Emphasis::faint : Emphasis::bad},
                       {signed_text(model::days(found.mean.time), 2), Emphasis::strong},
                       signed_text(money(found.mean), 0),
                       signed_text(found.mean.carbon.count(), 0),
                       amount(found.total_measure),
                       worst_pair(found),
                       worst_amount(found)});
        }
        out_ += table.text(show_.colour);
        if (most_ < ranking_.components.size()) {
            const std::string rest = std::to_string(ranking_.components.size() - most_);
            out_ += say({"and " + rest + " more: --top N shows them.\n",
                         "另有 " + rest + " 项：--top N。\n", ""});
        }
        out_ += "\n";
    }

    [[nodiscard]] std::string mode_of(const scenarios::Component& component) const {
        const auto* link = std::get_if<model::LinkId>(&component.targets.front());
        return link != nullptr ? " (" + std::string{model::name_of(network_[*link].mode)} + ")"
                               : std::string{};
    }

    [[nodiscard]] std::string worst_pair(const Criticality& found) const {
        if (!found.worst) {
            return {};
        }
        const scenarios::OdPair& pair = ranking_.question.pairs[*found.worst];
        return network_[pair.from].names.in(show_.language) + " → " +
               network_[pair.to].names.in(show_.language);
    }

    [[nodiscard]] std::string worst_amount(const Criticality& found) const {
        if (!found.worst) {
            return {};
        }
        return found.worst_extra ? amount(scenarios::measure_of_one_teu(*found.worst_extra,
                                                                        ranking_.question.query))
                                 : say({"no route", "无路线", ""});
    }

    /// What the ranking is by, in the unit of the criterion.
    [[nodiscard]] std::string amount(double measure) const {
        switch (ranking_.question.query.criterion) {
        case model::Criterion::time:
            return signed_text(measure / model::hours_per_day, 1);
        case model::Criterion::carbon:
            return signed_text(measure, 0);
        case model::Criterion::money:
        case model::Criterion::generalised:
            break;
        }
        return signed_text(measure * show_.currency.per_usd, 0);
    }

    [[nodiscard]] std::string total_unit() const {
        const bool by_time = ranking_.question.query.criterion == model::Criterion::time;
        return by_time ? say({"TEU-d", "TEU·天", ""}) : unit();
    }

    [[nodiscard]] std::string unit() const {
        switch (ranking_.question.query.criterion) {
        case model::Criterion::time:
            return say({"d", "天", ""});
        case model::Criterion::carbon:
            return "kg";
        case model::Criterion::money:
        case model::Criterion::generalised:
            break;
        }
        return show_.currency.code;
    }

    void notes() {
        std::string counts;
        for (const scenarios::ComponentCount& count : ranking_.counts) {
            counts += (counts.empty() ? "" : say({", ", "，", ""})) + std::to_string(count.used) +
                      say({" of ", "/", ""}) + std::to_string(count.all) + " " +
                      say(kind_names(count.kind));
        }
        out_ += say({"On best routes: " + counts + ". Closing what is on none changes nothing.\n",
                     "最优路线所用：" + counts + "。关闭其余各项没有影响。\n", ""});
        const auto lost =
            std::ranges::count_if(ranking_.base, [](const auto& tally) { return !tally; });
        if (lost > 0) {
            const std::string text = std::to_string(lost);
            out_ += say({"Pairs without a route from the beginning: " + text + ".\n",
                         "本来就无路线的起讫对：" + text + "。\n", ""});
        }
        out_ +=
            say({"Differences of expected values, new best route less old one; the mean is over "
                 "the pairs that keep a route,\nweighted as the total is. A pair that starts or "
                 "ends at a place is not asked about it.\n",
                 "差值为新旧最优路线期望值之差；平均值按权重计，只含仍有路线的起讫对。"
                 "以某地为起讫点的，不计该地的关闭。\n",
                 ""});
    }

    const CriticalityRanking& ranking_;
    std::size_t most_;
    const Network& network_;
    const Presentation& show_;
    std::string out_;
};

} // namespace

std::string criticality_table(const CriticalityRanking& ranking, std::size_t most,
                              const Network& network, const Identity& identity,
                              const Presentation& presentation) {
    return Report{ranking, most, network, presentation}.text(identity);
}

} // namespace landsea::io
