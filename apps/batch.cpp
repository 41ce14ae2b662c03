#include "apps/batch_plan.hpp"
#include "apps/progress.hpp"
#include "apps/question.hpp"
#include "apps/sea_courses.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/atomic_file.hpp"
#include "io/batch_journal.hpp"
#include "io/batch_manifest.hpp"
#include "scenarios/ordered_work.hpp"

#include <chrono>
#include <ctime>
#include <iostream>
#include <optional>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

/// "2026-11-25T02:07:38Z".
std::string now_text() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32] = {};
    static_cast<void>(std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc));
    return text;
}

/// Some rows as text, and how they ended.
struct Lines {
    std::string text;
    std::size_t rows{};
    io::BatchCount count;
};

/// Cuts a batch into pieces: the jobs of one scenario, a few thousand rows at a time.
class Pieces {
  public:
    explicit Pieces(const scenarios::BatchPlan& plan)
        : plan_{plan}, per_job_{plan.months.size() * plan.criteria.size()},
          jobs_{std::clamp<std::size_t>(rows_per_piece / per_job_, 1, plan.jobs.size())},
          per_scenario_{(plan.jobs.size() + jobs_ - 1) / jobs_} {}

    /// The piece that holds a row.
    [[nodiscard]] std::size_t of_row(std::size_t row) const {
        const std::size_t rows = plan_.jobs.size() * per_job_;
        return row / rows * per_scenario_ + row % rows / (jobs_ * per_job_);
    }

    /// The rows of a piece that lie in [first, last).
    [[nodiscard]] Lines answer(std::size_t piece, std::size_t first, std::size_t last,
                               const scenarios::BatchEngine& engine, io::RowFormat format) const {
        const std::size_t scenario = piece / per_scenario_;
        const std::size_t first_job = piece % per_scenario_ * jobs_;
        const std::size_t last_job = std::min(first_job + jobs_, plan_.jobs.size());
        const std::size_t begin = (scenario * plan_.jobs.size() + first_job) * per_job_;
        auto rows = engine.rows(scenario, first_job, last_job);
        const std::size_t end = begin + rows.size();
        rows.resize(rows.size() - (end - std::min(end, last)));
        rows.erase(rows.begin(),
                   rows.begin() + static_cast<std::ptrdiff_t>(std::max(begin, first) - begin));
        Lines lines{.text = io::batch_text(rows, plan_, format), .rows = rows.size(), .count = {}};
        for (const scenarios::BatchRow& row : rows) {
            ++(row.status == scenarios::RowStatus::ok         ? lines.count.ok
               : row.status == scenarios::RowStatus::no_route ? lines.count.no_route
                                                              : lines.count.bad_job);
        }
        return lines;
    }

  private:
    static constexpr std::size_t rows_per_piece = 4096;

    const scenarios::BatchPlan& plan_;
    std::size_t per_job_;
    std::size_t jobs_; ///< in a piece, but for the last one of a scenario
    std::size_t per_scenario_;
};

/// Where rows go: into a journal, or to standard output.
class Sink {
  public:
    Sink(const std::optional<fs::path>& out, const std::string& identity,
         const std::string& header) {
        if (out) {
            journal_.emplace(*out, identity, header);
        } else {
            std::cout << header;
        }
    }

    [[nodiscard]] std::size_t rows_found() const { return journal_ ? journal_->rows_found() : 0; }

    void append(const std::string& text) {
        if (journal_) {
            journal_->append(text);
        } else {
            std::cout << text;
        }
    }

    void finish() {
        if (journal_) {
            journal_->finish();
        }
    }

  private:
    std::optional<io::BatchJournal> journal_;
};

void say_the_end(const io::BatchCount& count, std::size_t found) {
    std::cerr << "landsea: " << count.rows() << " rows"
              << (found > 0 ? ", after " + std::to_string(found) + " of an earlier run" : "")
              << ": " << count.ok << " ok, " << count.no_route << " without a route, "
              << count.bad_job << " that cannot be asked\n";
}

Exit run(const Arguments& arguments) {
    const io::RowFormat format = row_format_of(arguments);
    const io::Shard shard = shard_of(arguments);
    const auto out = out_file_of(arguments, shard);
    const unsigned threads = threads_of(arguments);
    BatchRequest request = batch_request(arguments);
    const scenarios::BatchPlan& plan = request.plan;
    const std::string identity = io::identity_text(plan, {.program = identity_of(request.loaded),
                                                          .jobs_hash = request.jobs_hash,
                                                          .options = options_with_effect(arguments),
                                                          .format = format});
    const auto [first, last] = io::rows_of(shard, plan.rows());
    io::BatchRun run{
        .shard = shard, .rows = last - first, .began_at = now_text(), .threads = threads};
    Sink sink{out, identity, io::batch_header(plan, format)};
    run.resumed_at = sink.rows_found();
    if (run.resumed_at > run.rows) {
        throw io::InputError{
            {{out->string() + ".part", "", "at most " + std::to_string(run.rows) + " rows",
              std::to_string(run.resumed_at) + "; remove it"}}};
    }
    const scenarios::BatchEngine engine{
        plan, [&](const model::ClosureSet& closures) {
            return model::Network{
                charted(request.loaded.network.parts(), request.loaded.lanes.get(), {closures})};
        }};
    const bool quiet = arguments.has("--quiet");
    Progress progress{quiet ? Progress::Show::nothing : progress_for_stderr(), run.resumed_at,
                      run.rows};
    const std::size_t begin = first + run.resumed_at;
    std::size_t done = run.resumed_at;
    if (begin < last) {
        const Pieces pieces{plan};
        scenarios::in_order(
            pieces.of_row(begin), pieces.of_row(last - 1) + 1, threads,
            [&, last = last](std::size_t piece) {
                return pieces.answer(piece, begin, last, engine, format);
            },
            [&](std::size_t, const Lines& lines) {
                sink.append(lines.text);
                done += lines.rows;
                run.count.ok += lines.count.ok;
                run.count.no_route += lines.count.no_route;
                run.count.bad_job += lines.count.bad_job;
                progress.reach(done);
            });
    }
    progress.end();
    sink.finish();
    run.ended_at = now_text();
    if (out) {
        io::write_file(io::manifest_file(*out), io::manifest_text(identity, run));
    }
    if (!quiet) {
        say_the_end(run.count, run.resumed_at);
    }
    const bool nothing = run.count.rows() > 0 && run.count.ok == 0;
    return run.count.bad_job > 0 || nothing ? Exit::negative : Exit::fine;
}

} // namespace

Verb batch_verb() {
    return {.usage = {.verb = "batch",
                      .summary = "answer thousands of pairs under many scenarios, resumably",
                      .words = {{"JOBS.csv", "a table with the columns from, to and perhaps id"}},
                      .fewest_words = 1,
                      .options = batch_options(),
                      .examples = {"batch scenarios/sample_jobs.csv --out results.csv",
                                   "batch jobs.csv --scenarios 'scenarios/catalog/*.json' --month "
                                   "all --criteria time,money,carbon --out results.csv",
                                   "batch jobs.csv --scenarios base,suez_closed --draws 1000 "
                                   "--out results.ndjson",
                                   "batch jobs.csv --shard 3/7 --out results.csv"}},
            .run = run};
}

} // namespace landsea::apps
