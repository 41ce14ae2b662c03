#pragma once

#include "io/batch_manifest.hpp"
#include "scenarios/batch.hpp"

#include <cstddef>
#include <string>

namespace landsea::apps {

/// Some rows as text, and how they ended.
struct BatchLines {
    std::string text;
    io::BatchCount count;
};

/// Cuts a batch into pieces: the jobs of one scenario, a few thousand rows at a time, fewer where
/// they are drawn. What rows say does not depend on the cuts.
class BatchPieces {
  public:
    /// The plan must outlive it.
    explicit BatchPieces(const scenarios::BatchPlan& plan);

    /// The piece that holds a row.
    [[nodiscard]] std::size_t of_row(std::size_t row) const;

    /// The rows of a piece that lie in [first, last).
    [[nodiscard]] BatchLines answer(std::size_t piece, std::size_t first, std::size_t last,
                                    const scenarios::BatchEngine& engine,
                                    io::RowFormat format) const;

  private:
    const scenarios::BatchPlan& plan_;
    std::size_t per_job_;
    std::size_t jobs_; ///< in a piece, but for the last one of a scenario
    std::size_t per_scenario_;
};

} // namespace landsea::apps
