#include "apps/batch_pieces.hpp"
#include "apps/batch_plan.hpp"
#include "apps/batch_sink.hpp"
#include "apps/interruption.hpp"
#include "apps/progress.hpp"
#include "apps/question.hpp"
#include "apps/sea_courses.hpp"
#include "apps/verb.hpp"
#include "io/batch_manifest.hpp"
#include "io/input_error.hpp"
#include "scenarios/ordered_work.hpp"

#include <malloc.h>

#include <array>
#include <ctime>
#include <iostream>
#include <string>

namespace landsea::apps {

namespace {

/// "2026-11-25T02:07:38Z".
std::string now_text() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return {text.data(), length};
}

void say_the_end(const io::BatchCount& count, std::size_t found) {
    std::cerr << "landsea: " << count.rows() << " rows"
              << (found > 0 ? ", " + std::to_string(found) + " of them from an earlier run" : "")
              << ": " << count.ok << " ok, " << count.no_route << " without a route, "
              << count.bad_job << " that cannot be asked\n";
}

/// Computes the rows that are missing and adds up how all ended.
void answer(const BatchRequest& request, io::BatchRun& run, std::size_t first, io::RowFormat format,
            BatchSink& sink, Progress::Show show) {
    const scenarios::BatchPlan& plan = request.plan;
    const scenarios::BatchEngine engine{
        plan, [&](const model::ClosureSet& closures) {
            malloc_trim(0); // what the network that this one replaces has left
            return model::Network{
                charted(request.loaded.network.parts(), request.loaded.lanes.get(), {closures})};
        }};
    const std::size_t begin = first + run.resumed_at;
    const std::size_t last = first + run.rows;
    if (begin == last) {
        return;
    }
    const Interruption interruption;
    Progress progress{show, run.resumed_at, run.rows};
    const BatchPieces pieces{plan};
    scenarios::in_order(
        pieces.of_row(begin), pieces.of_row(last - 1) + 1, run.threads,
        [&](std::size_t piece) { return pieces.answer(piece, begin, last, engine, format); },
        [&](std::size_t, const BatchLines& lines) {
            sink.append(lines.text);
            run.count.add(lines.count);
            progress.reach(run.count.rows());
            interruption.check();
        });
}

/// All threads share one arena. With one each, what a thread gives back is of no use to the others,
/// and a long batch grows. It costs no time that could be measured.
void keep_memory_flat() {
    mallopt(M_ARENA_MAX, 1);
}

Exit say_interrupted(const BatchSink& sink, const io::BatchRun& run) {
    std::cerr << "landsea: interrupted after " << run.count.rows() << " of " << run.rows << " rows";
    if (!sink.part().empty()) {
        std::cerr << "; they are kept in " << sink.part().string()
                  << ", and the same command goes on from there";
    }
    std::cerr << "\n";
    return Exit::interrupted;
}

Exit run(const Arguments& arguments) {
    const io::RowFormat format = row_format_of(arguments);
    const io::Shard shard = shard_of(arguments);
    const auto out = out_file_of(arguments, shard, format);
    const unsigned threads = threads_of(arguments);
    keep_memory_flat();
    const BatchRequest request = batch_request(arguments, format);
    const std::string identity =
        io::identity_text(request.plan, {.program = identity_of(request.loaded),
                                         .jobs_hash = request.jobs_hash,
                                         .options = options_with_effect(arguments),
                                         .format = format});
    const auto [first, last] = io::rows_of(shard, request.plan.rows());
    io::BatchRun run{
        .shard = shard, .rows = last - first, .began_at = now_text(), .threads = threads};
    BatchSink sink{out, identity, request.plan, format};
    run.count = sink.found();
    run.resumed_at = run.count.rows();
    if (run.resumed_at > run.rows) {
        throw io::InputError{
            {{sink.part().string(), "rows", "at most " + std::to_string(run.rows) + " rows",
              std::to_string(run.resumed_at) + "; remove it"}}};
    }
    const bool quiet = arguments.has("--quiet");
    try {
        answer(request, run, first, format, sink,
               quiet ? Progress::Show::nothing : progress_for_stderr());
    } catch (const Interrupted&) {
        return say_interrupted(sink, run);
    }
    run.ended_at = now_text();
    sink.finish(io::manifest_text(identity, run));
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
                                   "batch jobs.csv --scenarios '*.json' --month all --out all.csv",
                                   "batch jobs.csv --scenarios base,suez_closed --draws 1000",
                                   "batch jobs.csv --shard 3/7 --out results.csv",
                                   "batch jobs.csv --month 3 --out results.gpkg"}},
            .run = run};
}

} // namespace landsea::apps
