#include "io/comparison_table.hpp"
#include "io/detail/flow_units.hpp"
#include "io/flow_report.hpp"
#include "io/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace landsea::io {

namespace {

using detail::scientific_text;
using detail::signed_text;
using model::Network;
using scenarios::Flow;
using scenarios::FlowTotals;
using scenarios::PairFlow;

constexpr std::size_t most_rows = 15;

/// Writes the parts of the report, from top to bottom.
class Report {
  public:
    Report(const FlowReport& report, const Network& network, const Presentation& show)
        : report_{report}, network_{network}, show_{show},
          units_{report.question.query.criterion, show}, rows_{flow_rows(report, network)} {}

    std::string text(const Identity& identity) {
        head();
        totals();
        pairs();
        places();
        services();
        corridors();
        legs();
        out_ += identity.program + " · data " + identity.data_hash + " · demand " +
                report_.demand_hash +
                (report_.capacity_hash.empty() ? "" : " · capacities " + report_.capacity_hash) +
                "\n";
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string say(const model::Names& words) const { return phrase(show_, words); }

    [[nodiscard]] bool has_after() const { return report_.after.has_value(); }

    [[nodiscard]] static std::string teu(double value) {
        return fixed_text(value, 0, Grouping::comma);
    }

    void head() {
        const scenarios::FlowQuestion& question = report_.question;
        double all = 0;
        for (const scenarios::FreightDemand& pair : question.demand) {
            all += pair.yearly.count();
        }
        const std::string ends =
            std::to_string(question.demand.size()) +
            (question.demand.size() == 1 ? say({" pair, ", " 个起讫点对，", ""})
                                         : say({" pairs, ", " 个起讫点对，", ""})) +
            teu(all) + say({" TEU a year", " TEU/年", ""});
        out_ = query_line(question.query, ends, show_) + "\n";
        converged("", report_.before);
        if (has_after()) {
            std::string what =
                report_.scenario.empty() ? "" : say({"scenario ", "情景 ", ""}) + report_.scenario;
            for (const model::Target& target : report_.closures) {
                what += (what.empty() ? "" : ", ") + say({"closed: ", "关闭：", ""}) +
                        model::describe(target, network_);
            }
            converged(what + "; ", *report_.after);
        }
        out_ += "\n";
    }

    void converged(const std::string& prefix, const Flow& flow) {
        const bool is_logit = report_.question.model == scenarios::FlowModel::logit;
        out_ += prefix +
                (is_logit ? say({"path-size logit, residual ", "路径重叠Logit，残差 ", ""})
                          : say({"user equilibrium, relative gap ", "用户均衡，相对间隙 ", ""})) +
                scientific_text(flow.residual) + say({" after ", "，迭代 ", ""}) +
                std::to_string(flow.iterations) +
                (flow.iterations == 1 ? say({" iteration", " 次", ""})
                                      : say({" iterations", " 次", ""})) +
                (flow.residual <= report_.question.accuracy
                     ? std::string{}
                     : say({", not as close as asked for", "，未达到要求精度", ""})) +
                "\n";
    }

    void totals() {
        std::vector<Column> columns{{say({"all boxes", "全部箱量", ""})},
                                    {say({"before", "之前", ""}), Align::right}};
        if (has_after()) {
            columns.push_back({say({"after", "之后", ""}), Align::right});
            columns.push_back({say({"change", "变化", ""}), Align::right});
        }
        TextTable table{columns};
        const auto row = [&](const std::string& title, int decimals, auto value_of) {
            const double before = value_of(report_.before.totals);
            std::vector<Cell> cells{title, fixed_text(before, decimals, Grouping::comma)};
            if (has_after()) {
                const double after = value_of(report_.after->totals);
                cells.emplace_back(fixed_text(after, decimals, Grouping::comma));
                cells.emplace_back(signed_text(after - before, decimals));
            }
            table.row(std::move(cells));
        };
        row(say({"TEU/year sent", "发运 TEU/年", ""}), 0,
            [](const FlowTotals& t) { return t.sent.count(); });
        row(say({"TEU/year cut off", "中断 TEU/年", ""}), 0,
            [](const FlowTotals& t) { return t.cut_off.count(); });
        row(say({"days", "天数", ""}), 2,
            [](const FlowTotals& t) { return model::days(t.mean.time); });
        row(say({"of them in added queues", "其中新增排队", ""}), 2,
            [](const FlowTotals& t) { return model::days(t.queue); });
        row(show_.currency.code + "/TEU", 0,
            [&](const FlowTotals& t) { return t.mean.money.count() * show_.currency.per_usd; });
        row("kg CO2e/TEU", 0, [](const FlowTotals& t) { return t.mean.carbon.count(); });
        row(say({"total cost, ", "总成本 ", ""}) + units_.name() + say({" a year", "/年", ""}), 0,
            [&](const FlowTotals& t) { return units_.shown(t.cost); });
        out_ += table.text(show_.colour);
        helped();
        out_ += "\n";
    }

    /// What the change does to the pairs that still have a way.
    void helped() {
        if (!has_after()) {
            return;
        }
        const auto [more, less, change] =
            detail::effect_of(report_.before, *report_.after, report_.question.accuracy);
        out_ += say({"Of the pairs that keep a way, ", "仍有路线的起讫点对中，", ""}) +
                std::to_string(more) +
                (more == 1 ? say({" pays more and ", " 对成本上升，", ""})
                           : say({" pay more and ", " 对成本上升，", ""})) +
                std::to_string(less) +
                (less == 1 ? say({" pays less", " 对成本下降", ""})
                           : say({" pay less", " 对成本下降", ""}));
        if (change) {
            out_ +=
                say({"; together ", "；合计", ""}) + teu(std::abs(units_.shown(*change))) + " " +
                units_.name() + say({" a year ", "/年", ""}) +
                (*change > 0 ? say({"more", "更多", ""})
                             : (report_.scenario.empty()
                                    ? say({"less: closing helps here", "更少：关闭反而有利", ""})
                                    : say({"less", "更少", ""})));
        }
        out_ += say({".\n", "。\n", ""});
    }

    void pairs() {
        std::vector<Column> columns{{say({"from", "起点", ""})},
                                    {say({"to", "讫点", ""})},
                                    {"TEU/" + say({"year", "年", ""}), Align::right},
                                    {say({"routes", "路线数", ""}), Align::right},
                                    {units_.name() + "/TEU", Align::right}};
        if (has_after()) {
            columns.push_back({say({"routes", "路线数", ""}), Align::right});
            columns.push_back({say({"after", "之后", ""}), Align::right});
            columns.push_back({say({"change", "变化", ""}), Align::right});
        }
        TextTable table{columns};
        for (std::size_t p = 0; p < report_.before.pairs.size(); ++p) {
            const PairFlow& pair = report_.before.pairs[p];
            std::vector<Cell> cells{network_[pair.demand.from].names.in(show_.language),
                                    network_[pair.demand.to].names.in(show_.language),
                                    teu(pair.demand.yearly.count())};
            add_cost(cells, pair);
            if (has_after()) {
                const PairFlow& later = report_.after->pairs[p];
                add_cost(cells, later);
                const auto before = detail::mean_cost(pair);
                const auto after = detail::mean_cost(later);
                cells.emplace_back(before && after ? units_.change_text(*after - *before)
                                                   : std::string{});
            }
            table.row(std::move(cells));
        }
        out_ += table.text(show_.colour) + "\n";
    }

    void add_cost(std::vector<Cell>& cells, const PairFlow& pair) const {
        const auto paid = detail::mean_cost(pair);
        const auto used = std::ranges::count_if(
            pair.routes, [](const auto& route) { return route.yearly.count() >= 0.5; });
        cells.emplace_back(std::to_string(used));
        if (paid) {
            cells.emplace_back(units_.text(*paid));
        } else {
            cells.emplace_back(say({"cut off", "中断", ""}), Emphasis::bad);
        }
    }

    void places() {
        list({"bottleneck", "瓶颈", ""},
             [](const FlowRow& row) { return row.kind == "place" || row.kind == "passage"; });
    }

    void services() {
        list({"fullest service", "最满班列班轮", ""},
             [](const FlowRow& row) { return row.kind == "service"; });
    }

    [[nodiscard]] static double use(const FlowRow& row) {
        return 100 * (*row.in_use_teu + row.teu) / *row.capacity_teu;
    }

    [[nodiscard]] static double use_after(const FlowRow& row) {
        return row.after_capacity_teu
                   ? 100 * (*row.in_use_teu + row.after_teu) / *row.after_capacity_teu
                   : 0.0;
    }

    /// Bottlenecks, the fullest first.
    template <class Wanted>
    void list(const model::Names& title, Wanted is_wanted) {
        std::vector<const FlowRow*> rows;
        for (const FlowRow& row : rows_) {
            if (is_wanted(row) && (row.teu > 0 || row.after_teu > 0)) {
                rows.push_back(&row);
            }
        }
        std::ranges::stable_sort(rows, std::ranges::greater{}, [](const FlowRow* row) {
            return std::max(use(*row), use_after(*row));
        });
        std::vector<Column> columns{{say(title)},
                                    {say({"capacity", "能力", ""}), Align::right},
                                    {say({"in use", "已用", ""}), Align::right},
                                    {say({"assigned", "分配", ""}), Align::right},
                                    {say({"use", "利用率", ""}), Align::right},
                                    {say({"queue d", "排队天", ""}), Align::right}};
        if (has_after()) {
            columns.push_back({say({"after", "之后", ""}), Align::right});
            columns.push_back({say({"use", "利用率", ""}), Align::right});
            columns.push_back({say({"queue d", "排队天", ""}), Align::right});
        }
        TextTable table{columns};
        for (std::size_t i = 0; i < rows.size() && i < most_rows; ++i) {
            const FlowRow& row = *rows[i];
            std::vector<Cell> cells{row.names.in(show_.language),   teu(*row.capacity_teu),
                                    teu(*row.in_use_teu),           teu(row.teu),
                                    fixed_text(use(row), 0) + " %", days_text(row.queue_hours)};
            if (has_after()) {
                cells.emplace_back(teu(row.after_teu));
                cells.emplace_back(fixed_text(use_after(row), 0) + " %");
                cells.emplace_back(days_text(row.after_queue_hours));
            }
            table.row(std::move(cells));
        }
        finish(table, rows.size());
    }

    static std::string days_text(std::optional<double> hours) {
        return fixed_text(hours.value_or(0.0) / model::hours_per_day, 2);
    }

    void finish(const TextTable& table, std::size_t rows) {
        if (rows == 0) {
            return;
        }
        out_ += table.text(show_.colour);
        if (rows > most_rows) {
            out_ += say({"and ", "另有 ", ""}) + std::to_string(rows - most_rows) +
                    say({" more\n", " 项\n", ""});
        }
        out_ += "\n";
    }

    void corridors() { volumes({"corridor", "通道", ""}, "corridor"); }

    void legs() { volumes({"heaviest leg of a service", "各班列班轮最重区段", ""}, "leg"); }

    void volumes(const model::Names& title, const std::string& kind) {
        std::vector<Column> columns{{say(title)}, {"TEU/" + say({"year", "年", ""}), Align::right}};
        if (has_after()) {
            columns.push_back({say({"after", "之后", ""}), Align::right});
            columns.push_back({say({"change", "变化", ""}), Align::right});
        }
        TextTable table{columns};
        std::size_t count = 0;
        std::set<std::string> services; // that have their heaviest leg in the table
        for (const FlowRow& row : rows_) {
            const bool is_wanted =
                row.kind == kind && services.insert(row.id.substr(0, row.id.find('|'))).second;
            if (!is_wanted || ++count > most_rows) {
                continue;
            }
            std::vector<Cell> cells{row.names.in(show_.language), teu(row.teu)};
            if (has_after()) {
                cells.emplace_back(teu(row.after_teu));
                cells.emplace_back(signed_text(row.after_teu - row.teu, 0));
            }
            table.row(std::move(cells));
        }
        finish(table, count);
    }

    const FlowReport& report_;
    const Network& network_;
    const Presentation& show_;
    detail::FlowUnits units_;
    std::vector<FlowRow> rows_;
    std::string out_;
};

} // namespace

std::string flow_table(const FlowReport& report, const Network& network, const Identity& identity,
                       const Presentation& presentation) {
    return Report{report, network, presentation}.text(identity);
}

} // namespace landsea::io
