#include "io/comparison_files.hpp"
#include "io/detail/flow_units.hpp"
#include "io/flow_report.hpp"
#include "io/json_text.hpp"

namespace landsea::io {

namespace {

using model::Network;
using scenarios::Flow;
using scenarios::FlowRoute;
using scenarios::PairFlow;

constexpr int decimals = 4;

/// Writes the parts of the file, from top to bottom.
class Writer {
  public:
    Writer(const FlowReport& report, const Network& network)
        : report_{report}, network_{network}, unit_{detail::cost_unit(
                                                  report.question.query.criterion)} {}

    std::string text(const Identity& identity) {
        json_.open_object();
        json_.key("schema_version").integer(1);
        write_query(identity);
        json_.key("before");
        write_flow(report_.before);
        if (report_.after) {
            json_.key("after");
            write_flow(*report_.after);
            write_effect();
        }
        write_volumes();
        json_.close_object();
        return std::move(json_).result();
    }

  private:
    void write_query(const Identity& identity) {
        const scenarios::FlowQuestion& question = report_.question;
        json_.key("program").text(identity.program);
        json_.key("data_hash").text(identity.data_hash);
        json_.key("scenario_id").text(identity.scenario);
        json_.key("demand_hash").text(report_.demand_hash);
        if (!report_.capacity_hash.empty()) {
            json_.key("capacities_hash").text(report_.capacity_hash);
        }
        json_.key("model").text(flow_model_word(question.model));
        json_.key("criterion").text(criterion_word(question.query.criterion));
        json_.key("month").text(month_word(question.query.month));
        if (question.model == scenarios::FlowModel::logit) {
            json_.key("theta_per_" + unit_).number(question.theta);
            json_.key("most_routes").integer(static_cast<std::int64_t>(question.choice.most));
        }
        json_.key("accuracy").number(question.accuracy);
        json_.key("most_iterations").integer(question.most_iterations);
        json_.key("background_share").number(question.background);
        json_.key("value_of_time_usd_per_teu_day")
            .number(question.query.prices.time.count() * model::hours_per_day, decimals);
        json_.key("avoid").open_list();
        for (const model::Target& target : question.query.constraints.avoid) {
            json_.text(model::describe(target, network_));
        }
        json_.close_list();
        json_.key("closures").open_list();
        for (const model::Target& target : report_.closures) {
            json_.text(model::describe(target, network_));
        }
        json_.close_list();
    }

    void write_flow(const Flow& flow) {
        json_.open_object();
        const bool is_logit = report_.question.model == scenarios::FlowModel::logit;
        json_.key(is_logit ? "fixed_point_residual" : "relative_gap").number(flow.residual);
        json_.key("converged").truth(flow.residual <= report_.question.accuracy);
        json_.key("iterations").integer(flow.iterations);
        json_.key("beckmann_objective_" + unit_ + "_per_year")
            .number(flow.beckmann_objective, decimals);
        write_totals(flow.totals);
        json_.key("pairs").open_list();
        for (const PairFlow& pair : flow.pairs) {
            write_pair(pair);
        }
        json_.close_list().close_object();
    }

    void write_effect() {
        const auto [more, less, change] =
            detail::effect_of(report_.before, *report_.after, report_.question.accuracy);
        json_.key("effect_on_pairs_that_keep_a_way").open_object();
        json_.key("pairs_that_pay_more").integer(more);
        json_.key("pairs_that_pay_less").integer(less);
        json_.key("change_" + unit_ + "_per_year").number(change.value_or(0.0), decimals);
        json_.key("change_helps").truth(change && *change < 0);
        json_.close_object();
    }

    void write_totals(const scenarios::FlowTotals& totals) {
        json_.key("total_cost_" + unit_ + "_per_year").number(totals.cost, decimals);
        json_.key("sent_teu_per_year").number(totals.sent.count(), decimals);
        json_.key("cut_off_teu_per_year").number(totals.cut_off.count(), decimals);
        json_.key("pairs_cut_off").integer(totals.pairs_cut_off);
        json_.key("mean_days").number(model::days(totals.mean.time), decimals);
        json_.key("queue_days").number(model::days(totals.queue), decimals);
        json_.key("mean_usd_per_teu").number(totals.mean.money.count(), decimals);
        json_.key("mean_kg_co2e_per_teu").number(totals.mean.carbon.count(), decimals);
        json_.key("mean_length_km").number(totals.mean.length.count(), decimals);
    }

    void write_pair(const PairFlow& pair) {
        json_.open_object();
        json_.key("from").text(network_[pair.demand.from].id);
        json_.key("to").text(network_[pair.demand.to].id);
        json_.key("demand_teu_per_year").number(pair.demand.yearly.count(), decimals);
        json_.key("status").text(pair.routes.empty() ? "cut_off" : "sent");
        json_.key("routes").open_list();
        for (const FlowRoute& route : pair.routes) {
            write_route(route);
        }
        json_.close_list().close_object();
    }

    void write_route(const FlowRoute& route) {
        json_.open_object();
        json_.key("teu_per_year").number(route.yearly.count(), decimals);
        json_.key("cost_" + unit_ + "_per_teu").number(route.cost, decimals);
        json_.key("mean_days").number(model::days(route.mean.time + route.queue), decimals);
        json_.key("queue_days").number(model::days(route.queue), decimals);
        json_.key("mean_usd_per_teu").number(route.mean.money.count(), decimals);
        json_.key("mean_kg_co2e_per_teu").number(route.mean.carbon.count(), decimals);
        json_.key("legs").open_list();
        for (const model::Step& step : route.itinerary.steps) {
            if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
                json_.open_object();
                json_.key("service").text(network_[haul->service].id);
                json_.key("link").text(network_[haul->link].id);
                json_.close_object();
            }
        }
        json_.close_list().close_object();
    }

    void write_volumes() {
        json_.key("volumes").open_list();
        for (const FlowRow& row : flow_rows(report_, network_)) {
            json_.open_object();
            json_.key("kind").text(row.kind);
            json_.key("id").text(row.id);
            json_.key("name_en").text(row.names.en);
            json_.key("name_zh").text(row.names.zh);
            if (row.capacity_teu) {
                json_.key("capacity_teu_per_year").number(*row.capacity_teu, decimals);
                json_.key("capacity_grade").text(row.capacity_grade);
                json_.key("in_use_teu_per_year").number(*row.in_use_teu, decimals);
            }
            json_.key("teu_per_year").number(row.teu, decimals);
            if (row.queue_hours) {
                json_.key("queue_hours").number(*row.queue_hours, decimals);
            }
            if (row.after_capacity_teu) {
                json_.key("after_capacity_teu_per_year").number(*row.after_capacity_teu, decimals);
            }
            if (report_.after) {
                json_.key("after_teu_per_year").number(row.after_teu, decimals);
            }
            if (row.after_queue_hours) {
                json_.key("after_queue_hours").number(*row.after_queue_hours, decimals);
            }
            json_.close_object();
        }
        json_.close_list();
    }

    const FlowReport& report_;
    const Network& network_;
    std::string unit_;
    JsonText json_;
};

} // namespace

std::string flow_json(const FlowReport& report, const Network& network, const Identity& identity) {
    return Writer{report, network}.text(identity);
}

} // namespace landsea::io
