#include "io/comparison_files.hpp"
#include "io/detail/reason_words.hpp"
#include "io/json_text.hpp"
#include "io/reason_report.hpp"
#include "scenarios/reach.hpp"

namespace landsea::io {

namespace {

using model::Network;
using scenarios::Answer;
using scenarios::Reason;
using scenarios::Side;

constexpr int decimals = 4;

/// Writes amounts for one TEU, with keys that end in the unit.
class Writer {
  public:
    Writer(const Reason& reason, const Network& network)
        : reason_{reason}, network_{network}, query_{reason.comparison.question.query},
          teu_{query_.shipment.size.count()} {}

    std::string text(const Identity& identity) {
        json_.open_object();
        json_.key("schema_version").integer(1);
        write_question(identity);
        write_answers();
        if (reason_.better().has_route() && reason_.worse().has_route()) {
            write_lead();
            write_contrasts();
            write_break_even();
        }
        json_.close_object();
        return std::move(json_).result();
    }

  private:
    static const char* word_of(Side side) { return side == Side::winner ? "winner" : "loser"; }

    /// "_days" and the like, and the number in that unit, for one TEU.
    void amount(const std::string& prefix, double measure) {
        switch (query_.criterion) {
        case model::Criterion::time:
            json_.key(prefix + "days").number(measure / model::hours_per_day, decimals);
            return;
        case model::Criterion::money:
            json_.key(prefix + "usd_per_teu").number(measure / teu_, decimals);
            return;
        case model::Criterion::carbon:
            json_.key(prefix + "kg_co2e_per_teu").number(measure / teu_, decimals);
            return;
        case model::Criterion::generalised:
            json_.key(prefix + "generalised_usd_per_teu").number(measure / teu_, decimals);
            return;
        }
    }

    void tally(const std::string& prefix, const model::Tally& tally) {
        json_.key(prefix + "days").number(model::days(tally.time), decimals);
        json_.key(prefix + "usd_per_teu").number(tally.money.count() / teu_, decimals);
        json_.key(prefix + "kg_co2e_per_teu").number(tally.carbon.count() / teu_, decimals);
        json_.key(prefix + "generalised_usd_per_teu")
            .number(model::generalised_cost(tally, query_.prices, query_.shipment.size).count() /
                        teu_,
                    decimals);
    }

    void write_question(const Identity& identity) {
        json_.key("program").text(identity.program);
        json_.key("data_hash").text(identity.data_hash);
        json_.key("scenario_id").text(identity.scenario);
        json_.key("comparison").text(reason_.comparison.question.id);
        json_.key("from").text(network_[query_.from].id);
        json_.key("to").text(network_[query_.to].id);
        json_.key("month").text(month_word(query_.month));
        json_.key("criterion").text(criterion_word(query_.criterion));
        json_.key("seed").integer(static_cast<std::int64_t>(reason_.comparison.plan.seed));
        json_.key("draws").integer(reason_.comparison.plan.draws);
    }

    void write_answers() {
        for (const Side side : {Side::winner, Side::loser}) {
            const Answer& answer = side == Side::winner ? reason_.better() : reason_.worse();
            json_.key(word_of(side)).open_object();
            json_.key("id").text(answer.alternative.id);
            json_.key("status").text(answer.has_route() ? "ok" : "no_route");
            if (answer.has_route()) {
                tally("mean_", answer.mean);
            }
            json_.close_object();
        }
    }

    void write_lead() {
        amount("lead_", reason_.lead);
        json_.key("probability_winner_better").number(reason_.wins.value, decimals);
        json_.key("probability_standard_error").number(reason_.wins.standard_error, decimals);
    }

    void write_contrasts() {
        json_.key("contrasts").open_list();
        for (const scenarios::Contrast& contrast : reason_.contrasts) {
            json_.open_object();
            if (const auto* place = std::get_if<model::PlaceId>(&contrast.where)) {
                json_.key("place").text(network_[*place].id);
            } else {
                json_.key("mode").text(model::name_of(std::get<model::Mode>(contrast.where)));
            }
            json_.key("name_en").text(
                detail::contrast_name(contrast, network_, model::Language::en));
            json_.key("name_zh").text(
                detail::contrast_name(contrast, network_, model::Language::zh));
            amount("excess_of_loser_", contrast.excess);
            tally("winner_", contrast.winner);
            tally("loser_", contrast.loser);
            json_.close_object();
        }
        json_.close_list();
    }

    void stage(const char* key, const std::optional<scenarios::StageBreakEven>& level) {
        json_.key(key);
        if (!level) {
            json_.null();
            return;
        }
        json_.open_object();
        json_.key("contrast").integer(static_cast<std::int64_t>(level->contrast));
        amount("now_", level->now);
        amount("then_", level->then);
        json_.close_object();
    }

    void departures(const char* key, const std::optional<scenarios::DeparturesBreakEven>& level) {
        json_.key(key);
        if (!level) {
            json_.null();
            return;
        }
        json_.open_object();
        json_.key("service").text(network_[level->service].id);
        json_.key("now_per_week").number(level->now_per_week, decimals);
        json_.key("then_per_week").number(level->then_per_week, decimals);
        json_.close_object();
    }

    template <class Price>
    void price(const char* key, const char* unit_key, double factor,
               const std::optional<scenarios::PriceBreakEven<Price>>& level) {
        json_.key(key);
        if (!level) {
            json_.null();
            return;
        }
        json_.open_object();
        json_.key(unit_key).number(level->price.count() * factor, decimals);
        json_.key("better_above").text(word_of(level->better_above));
        json_.close_object();
    }

    void write_break_even() {
        constexpr double kg_per_tonne = 1000.0;
        json_.key("break_even").open_object();
        stage("loser_stage", reason_.falls);
        stage("winner_stage", reason_.rises);
        departures("loser_departures", reason_.more);
        departures("winner_departures", reason_.fewer);
        price("value_of_time", "usd_per_teu_day", model::hours_per_day, reason_.value_of_time);
        price("carbon_price", "usd_per_tonne", kg_per_tonne, reason_.carbon_price);
        json_.close_object();
    }

    const Reason& reason_;
    const Network& network_;
    const model::Query& query_;
    double teu_;
    JsonText json_;
};

} // namespace

std::string reason_json(const Reason& reason, const Network& network, const Identity& identity) {
    return Writer{reason, network}.text(identity);
}

} // namespace landsea::io
