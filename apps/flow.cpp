#include "scenarios/flow.hpp"

#include "apps/output.hpp"
#include "apps/question.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/atomic_file.hpp"
#include "io/content_hash.hpp"
#include "io/flow_report.hpp"
#include "io/read_capacities.hpp"
#include "io/read_demand.hpp"
#include "io/read_file.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

using model::Criterion;
using scenarios::FlowModel;
using scenarios::FlowQuestion;

/// The options of a query that make sense for many boxes at once.
std::vector<Option> flow_query_options() {
    std::vector<Option> options = query_options();
    std::erase_if(options, [](const Option& option) {
        return option.name == "--via" || option.name == "--teu";
    });
    for (Option& option : options) {
        if (option.name == "--by") {
            option.help = "what is weighed: generalised, time, money (or cost), carbon "
                          "(generalised)";
        }
    }
    return options;
}

/// The criterion is the generalised cost unless `--by` says otherwise.
model::Query flow_query(const Arguments& arguments, const model::Network& network) {
    model::Query query = query_of(arguments, network);
    query.criterion = arguments.has("--by") ? query.criterion : Criterion::generalised;
    return query;
}

FlowModel model_of(const Arguments& arguments) {
    const std::string word = arguments.last("--model").value_or("ue");
    if (word != "ue" && word != "logit") {
        throw UsageError{"--model: expected logit or ue, found \"" + word + "\""};
    }
    return word == "ue" ? FlowModel::equilibrium : FlowModel::logit;
}

/// How sharply cost decides, per hour, USD or kg. Assumed: 0.01 per USD and kg, 0.5 per day.
double theta_of(const Arguments& arguments, Criterion criterion) {
    constexpr double most = 1e6;
    const bool is_time = criterion == Criterion::time;
    const double theta = arguments.number("--theta", is_time ? 0.5 : 0.01, 1e-9, most);
    return is_time ? theta / model::hours_per_day : theta;
}

void check_fit(const Arguments& arguments, FlowModel model) {
    for (const char* option : {"--theta", "--routes"}) {
        if (model == FlowModel::equilibrium && arguments.has(option)) {
            throw UsageError{std::string{option} + " goes with --model logit"};
        }
    }
}

struct Capacities {
    std::vector<scenarios::Capacity> all;
    std::string hash;
};

/// Those of the file. The shipped file belongs to the shipped network.
Capacities capacities_of(const Arguments& arguments, const Loaded& loaded) {
    Capacities capacities;
    const std::filesystem::path shipped = loaded.data / "capacities.json";
    std::error_code ignored;
    const auto given = arguments.last("--capacities");
    if (given || (!arguments.has("--network") && std::filesystem::exists(shipped, ignored))) {
        const std::filesystem::path file = given ? std::filesystem::path{*given} : shipped;
        const std::string text = io::read_file(file);
        capacities.all = io::read_capacities_text({file.string(), text}, loaded.network).capacities;
        capacities.hash = io::ContentHash{}.add(text).hex();
    }
    return capacities;
}

/// The assignment with the services' capacities under the question's scenario.
scenarios::Flow assigned(const model::VirtualNetwork& graph, FlowQuestion question) {
    for (scenarios::Capacity& of_service :
         scenarios::capacities_of_services(graph.network(), question.query.overlay.get())) {
        question.capacities.push_back(std::move(of_service));
    }
    return scenarios::assign_flow(graph, question);
}

FlowQuestion flow_question(const Arguments& arguments, const Loaded& loaded) {
    FlowQuestion question{.query = flow_query(arguments, loaded.network)};
    question.model = model_of(arguments);
    check_fit(arguments, question.model);
    question.theta = theta_of(arguments, question.query.criterion);
    question.accuracy = arguments.number("--gap", 1e-6, 1e-14, 1.0);
    question.most_iterations =
        static_cast<int>(arguments.whole_number("--iterations", 1000.0, 1.0, 1e6));
    question.choice.most =
        static_cast<std::size_t>(arguments.whole_number("--routes", 8.0, 1.0, 100.0));
    question.background = arguments.number("--background", 0.0, 0.0, 10.0);
    return question;
}

std::vector<model::Target> closures_of(const Arguments& arguments, const Loaded& loaded) {
    std::vector<model::Target> closures;
    for (const std::string& word : arguments.all("--close")) {
        closures.push_back(target_of(loaded.network, word));
    }
    return closures;
}

/// The question with everything closed that is to be closed, under the scenario.
FlowQuestion changed(FlowQuestion question, const std::vector<model::Target>& closures,
                     const Loaded& loaded) {
    auto& avoid = question.query.constraints.avoid;
    avoid.insert(avoid.end(), closures.begin(), closures.end());
    if (const auto* scenario = only_scenario(loaded)) {
        lay_scenario(*scenario, loaded.network, question.query);
    }
    return question;
}

/// flow-volumes.csv, flow-routes.csv and flow.json, all or none.
void write_flow(const std::filesystem::path& folder, const io::FlowReport& report,
                const model::Network& network, const io::Identity& identity) {
    make_folder(folder);
    io::PendingFiles files;
    files.add(folder / "flow-volumes.csv", io::flow_volumes_csv(report, network, identity));
    files.add(folder / "flow-routes.csv", io::flow_routes_csv(report, network, identity));
    files.add(folder / "flow.json", io::flow_json(report, network, identity));
    files.commit();
}

void remark(const Arguments& arguments, const io::FlowReport& report) {
    if (arguments.has("--quiet")) {
        return;
    }
    const auto& worst = report.after ? *report.after : report.before;
    if (worst.totals.pairs_cut_off > 0) {
        std::cerr << "landsea: " << worst.totals.pairs_cut_off
                  << (worst.totals.pairs_cut_off == 1 ? " pair is" : " pairs are")
                  << " cut off: nothing leads there\n";
    }
    if (scenarios::price_of_hour(report.question.query) <= 0) {
        std::cerr
            << "landsea: queues take time, which this --by does not count: they move nobody\n";
    }
}

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    Loaded loaded = load(arguments, {});
    const io::Presentation presentation = presentation_of(arguments, loaded);
    io::FlowReport report{.question = flow_question(arguments, loaded)};
    report.closures = closures_of(arguments, loaded);
    close_passages(loaded,
                   {model::closures_of(report.question.query),
                    model::closures_of(changed(report.question, report.closures, loaded).query)});
    const std::string& file = arguments.words().front();
    const std::string text = io::read_file(file);
    report.question.demand = io::read_demand_text({file, text}, loaded.network);
    report.demand_hash = io::ContentHash{}.add(text).hex();
    Capacities capacities = capacities_of(arguments, loaded);
    report.question.capacities = std::move(capacities.all);
    report.capacity_hash = capacities.hash;

    const model::VirtualNetwork graph{loaded.network};
    report.before = assigned(graph, report.question);
    if (const auto* scenario = only_scenario(loaded)) {
        report.scenario = scenario->id;
    }
    if (!report.closures.empty() || !report.scenario.empty()) {
        report.after = assigned(graph, changed(report.question, report.closures, loaded));
    }
    const io::Identity identity = identity_of(loaded);
    if (const auto folder = arguments.last("--out")) {
        write_flow(*folder, report, loaded.network, identity);
    }
    if (format == Format::json) {
        std::cout << io::flow_json(report, loaded.network, identity);
    } else if (format == Format::csv) {
        std::cout << io::flow_volumes_csv(report, loaded.network, identity);
    } else {
        std::cout << io::flow_table(report, loaded.network, identity, presentation);
    }
    remark(arguments, report);
    const bool is_negative = report.before.totals.sent.count() <= 0 ||
                             report.before.residual > report.question.accuracy ||
                             (report.after && report.after->residual > report.question.accuracy);
    return is_negative ? Exit::negative : Exit::fine;
}

} // namespace

Verb flow_verb() {
    return {
        .usage = {.verb = "flow",
                  .summary = "assign a year's boxes to the network, with queues, and close things",
                  .words = {{"DEMAND", "a CSV file: from,to,teu_per_year"}},
                  .fewest_words = 1,
                  .options = joined(
                      {{{"--model", "MODEL", "logit (spread over alternatives) or ue (ue)"},
                        {"--theta", "N", "of the logit: per USD or kg (0.01), per day (0.5)"},
                        {"--routes", "N", "of the logit: alternatives of a pair (8)"},
                        {"--gap", "X", "relative gap or residual to reach (1e-6)"},
                        {"--iterations", "N", "give up after so many (1000)"},
                        {"--close", "TARGET", "side by side with it closed; repeatable"},
                        {"--background", "SHARE",
                         "other traffic over capacity where the data know none (0)"},
                        {"--capacities", "FILE", "instead of the shipped capacities.json"},
                        {"--out", "FOLDER", "write flow-volumes.csv, flow-routes.csv, flow.json"},
                        {"--currency", "CODE", "of the table: USD, CNY or EUR (USD)"}},
                       flow_query_options(),
                       network_options(),
                       listing_options()}),
                  .examples = {"flow scenarios/sample_demand.csv",
                               "flow scenarios/sample_demand.csv --close CN-THREE-GORGES",
                               "flow demand.csv --model logit --theta 0.02 --out out",
                               "flow demand.csv --by time --avoid mode:air --csv"}},
        .run = run};
}

} // namespace landsea::apps
