#include "io/reach_table.hpp"

#include "io/comparison_table.hpp"
#include "io/number_text.hpp"

namespace landsea::io {

namespace {

using model::Network;
using scenarios::Reach;
using scenarios::ReachCount;
using scenarios::ReachedPlace;
using scenarios::Way;

/// Writes the parts of the report, from top to bottom.
class Report {
  public:
    Report(const Reach& reach, const Network& network, const Presentation& show)
        : reach_{reach}, network_{network}, show_{show},
          teu_{reach.question.query.shipment.size.count()} {}

    std::string text(const Identity& identity) {
        out_ = head_line() + "\n\n";
        bands();
        corridors();
        places();
        out_ +=
            say({"Days, money and carbon are expected values but for the typical days; the best "
                 "way is compared with\nthe best one that sets out by another corridor.\n",
                 "除典型天数外均为期望值；比较对象为经其他通道出发的最佳路线。\n", ""}) +
            identity.program + " · data " + identity.data_hash + " · scenario " +
            identity.scenario + "\n";
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string say(const model::Names& words) const { return phrase(show_, words); }

    [[nodiscard]] std::string head_line() const {
        const model::Query& query = reach_.question.query;
        std::string line = query_line(query, network_[query.from].names.in(show_.language), show_);
        if (reach_.question.only) {
            line += " · " + say({"only by ", "仅经", ""}) +
                    network_[*reach_.question.only].names.in(show_.language);
        }
        return line + limit_text();
    }

    [[nodiscard]] std::string limit_text() const {
        if (!reach_.question.within) {
            return {};
        }
        const std::string within = " · " + say({"within ", "不超过", ""});
        const auto& limit = *reach_.question.within;
        if (const auto* time = std::get_if<model::Hours>(&limit)) {
            return within + shortest_text(model::days(*time)) + say({" days", "天", ""});
        }
        if (const auto* usd = std::get_if<model::UsdPerTeu>(&limit)) {
            return within + shortest_text(usd->count()) + " USD/TEU";
        }
        return within + shortest_text(std::get<model::KgCo2ePerTeu>(limit).count()) +
               " kg CO2e/TEU";
    }

    void bands() {
        TextTable table{{{say({"within", "以内", ""}), Align::right},
                         {say({"places", "地点", ""}), Align::right},
                         {say({"ports", "港口", ""}), Align::right},
                         {say({"countries", "国家", ""}), Align::right}}};
        const auto row = [&](const std::string& title, const ReachCount& count) {
            table.row({title, std::to_string(count.places), std::to_string(count.ports),
                       std::to_string(count.countries)});
        };
        for (const scenarios::ReachBand& band : reach_.bands) {
            row(shortest_text(model::days(band.within)) + say({" d", " 天", ""}), band.count);
        }
        row(say({"all", "全部", ""}), reach_.all);
        out_ += table.text(show_.colour);
        if (!reach_.out_of_reach.empty()) {
            out_ += say({"Out of reach: ", "未达地点：", ""}) +
                    std::to_string(reach_.out_of_reach.size()) + "\n";
        }
        out_ += "\n";
    }

    void corridors() {
        TextTable table{{{say({"corridor", "通道", ""})},
                         {say({"best for places", "最优地点", ""}), Align::right},
                         {say({"ports", "港口", ""}), Align::right},
                         {say({"countries", "国家", ""}), Align::right},
                         {say({"leads to places", "可达地点", ""}), Align::right},
                         {say({"ports", "港口", ""}), Align::right},
                         {say({"countries", "国家", ""}), Align::right}}};
        for (const scenarios::CorridorReach& corridor : reach_.corridors) {
            table.row({network_[corridor.corridor].names.in(show_.language),
                       std::to_string(corridor.wins.places), std::to_string(corridor.wins.ports),
                       std::to_string(corridor.wins.countries),
                       std::to_string(corridor.reaches.places),
                       std::to_string(corridor.reaches.ports),
                       std::to_string(corridor.reaches.countries)});
        }
        out_ += table.text(show_.colour) + "\n";
    }

    void places() {
        TextTable table{{{say({"place", "地点", ""})},
                         {say({"country", "国家", ""})},
                         {say({"typical d", "典型天数", ""}), Align::right},
                         {say({"mean d", "平均天数", ""}), Align::right},
                         {show_.currency.code + "/TEU", Align::right},
                         {"kg CO2e/TEU", Align::right},
                         {say({"best by", "最优通道", ""})},
                         {say({"runner-up", "次优通道", ""})},
                         {say({"saves ", "节省", ""}) + unit(), Align::right}}};
        for (const ReachedPlace& reached : reach_.places) {
            const Way& best = reached.best;
            table.row({network_[reached.place].names.in(show_.language),
                       network_[reached.place].country,
                       fixed_text(model::days(best.typical.time), 1),
                       {fixed_text(model::days(best.mean.time), 1), Emphasis::strong},
                       fixed_text(best.mean.money.count() / teu_ * show_.currency.per_usd, 0,
                                  Grouping::comma),
                       fixed_text(best.mean.carbon.count() / teu_, 0, Grouping::comma),
                       corridor_name(best),
                       reached.runner_up ? corridor_name(*reached.runner_up) : std::string{},
                       saving(reached)});
        }
        out_ += table.text(show_.colour) + "\n";
    }

    [[nodiscard]] std::string corridor_name(const Way& way) const {
        return way.sets_out_by ? network_[way.sets_out_by->corridor].names.in(show_.language)
                               : say({"no corridor", "不经通道", ""});
    }

    [[nodiscard]] std::string unit() const {
        switch (reach_.question.query.criterion) {
        case model::Criterion::time:
            return "d";
        case model::Criterion::carbon:
            return "kg/TEU";
        case model::Criterion::money:
        case model::Criterion::generalised:
            break;
        }
        return show_.currency.code + "/TEU";
    }

    [[nodiscard]] std::string saving(const ReachedPlace& reached) const {
        if (!reached.runner_up) {
            return {};
        }
        const model::Query& query = reach_.question.query;
        const double saved = scenarios::measure(reached.runner_up->mean, query) -
                             scenarios::measure(reached.best.mean, query);
        if (query.criterion == model::Criterion::time) {
            return fixed_text(saved / model::hours_per_day, 1);
        }
        const double rate =
            query.criterion == model::Criterion::carbon ? 1.0 : show_.currency.per_usd;
        return fixed_text(saved / teu_ * rate, 0, Grouping::comma);
    }

    const Reach& reach_;
    const Network& network_;
    const Presentation& show_;
    double teu_;
    std::string out_;
};

} // namespace

std::string reach_table(const Reach& reach, const Network& network, const Identity& identity,
                        const Presentation& presentation) {
    return Report{reach, network, presentation}.text(identity);
}

std::string ports_text(int ports, int countries, model::Language language) {
    const std::string p = std::to_string(ports);
    const std::string c = std::to_string(countries);
    return model::Names{p + " ports in " + c + " countries", c + "国" + p + "港", ""}.in(language);
}

} // namespace landsea::io
