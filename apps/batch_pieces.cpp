#include "apps/batch_pieces.hpp"

#include <algorithm>

namespace landsea::apps {

namespace {

/// So many that weighing the network once for all of them pays, and that a piece takes seconds.
std::size_t rows_per_piece(const scenarios::BatchPlan& plan) {
    constexpr std::size_t most = 4096;
    constexpr std::size_t draws = 400'000;
    return plan.draws ? std::min<std::size_t>(draws / plan.draws->draws, most) : most;
}

} // namespace

BatchPieces::BatchPieces(const scenarios::BatchPlan& plan)
    : plan_{plan}, per_job_{plan.months.size() * plan.criteria.size()},
      jobs_{std::clamp<std::size_t>(rows_per_piece(plan) / per_job_, 1, plan.jobs.size())},
      per_scenario_{(plan.jobs.size() + jobs_ - 1) / jobs_} {}

std::size_t BatchPieces::of_row(std::size_t row) const {
    const std::size_t rows = plan_.jobs.size() * per_job_; // of a scenario
    return row / rows * per_scenario_ + row % rows / (jobs_ * per_job_);
}

BatchLines BatchPieces::answer(std::size_t piece, std::size_t first, std::size_t last,
                               const scenarios::BatchEngine& engine, io::RowFormat format) const {
    const std::size_t scenario = piece / per_scenario_;
    const std::size_t first_job = piece % per_scenario_ * jobs_;
    const std::size_t last_job = std::min(first_job + jobs_, plan_.jobs.size());
    const std::size_t begin = (scenario * plan_.jobs.size() + first_job) * per_job_;
    auto rows = engine.rows(scenario, first_job, last_job);
    rows.resize(std::min(begin + rows.size(), last) - begin);
    rows.erase(rows.begin(),
               rows.begin() + static_cast<std::ptrdiff_t>(std::max(begin, first) - begin));
    BatchLines lines{.text = io::batch_text(rows, plan_, format), .count = {}};
    for (const scenarios::BatchRow& row : rows) {
        lines.count.add(row.status);
    }
    return lines;
}

} // namespace landsea::apps
