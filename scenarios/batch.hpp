#pragma once

#include "model/query.hpp"
#include "model/simulation.hpp"
#include "model/tally.hpp"
#include "scenarios/percentiles.hpp"
#include "scenarios/scenario.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace landsea::scenarios {

/// A pair of places that a batch asks for.
struct BatchJob {
    std::string id;   ///< what the file calls it; its line where it has no name
    std::string from; ///< as the file has them
    std::string to;
    model::PlaceId origin;
    model::PlaceId destination;
    std::string problem; ///< not empty where the file does not say what to ask
};

/// Whether rows hold the lines of their routes, too.
enum class RowDetail { numbers, lines };

/// Everything that a batch asks: each job under each scenario, in each month, by each criterion.
struct BatchPlan {
    std::vector<BatchJob> jobs;
    std::vector<Scenario> scenarios; ///< one without changes is the network as it is
    std::vector<model::Month> months;
    std::vector<model::Criterion> criteria;
    model::Query query;                   ///< shipment, prices, constraints and activations of all
    std::optional<model::DrawPlan> draws; ///< absent: typical values only
    RowDetail detail = RowDetail::numbers;

    [[nodiscard]] std::size_t rows() const {
        return scenarios.size() * jobs.size() * months.size() * criteria.size();
    }
};

/// `bad_job`: the job's line says nothing that can be asked.
enum class RowStatus { ok, no_route, bad_job };

/// How the draws of a row spread.
struct RowSpread {
    Spread hours;
    Spread usd;
    Spread kg_co2e;
};

/// One answer.
struct BatchRow {
    std::size_t scenario{};
    std::size_t job{};
    model::Month month;
    model::Criterion criterion{};
    RowStatus status{};
    model::Tally typical;
    model::Usd generalised;
    std::size_t transfers{}; ///< services ridden without the first
    std::vector<std::string> services;
    std::optional<RowSpread> spread;
    std::vector<std::vector<model::LatLon>> lines; ///< unbroken ones; none where not asked for
};

/// What rows of a plan are computed with. The network is compiled once for each set of passages
/// that scenarios close, and the last few of these are kept; scenarios are laid over them.
class BatchEngine {
  public:
    /// `charted` gives a network with the ways round a set of closed passages; it is called on any
    /// thread, one call at a time. The plan must outlive the engine, as must the network.
    using Charted = std::function<model::Network(const model::ClosureSet&)>;

    BatchEngine(const BatchPlan& plan, Charted charted);
    ~BatchEngine();
    BatchEngine(const BatchEngine&) = delete;
    BatchEngine& operator=(const BatchEngine&) = delete;

    /// The rows of some jobs under one scenario: by job, then by month, then by criterion. One
    /// search serves all jobs of an origin. May be called on several threads at once.
    [[nodiscard]] std::vector<BatchRow> rows(std::size_t scenario, std::size_t first_job,
                                             std::size_t last_job) const;

  private:
    struct Compiled;
    class Compilations;

    const BatchPlan* plan_;
    std::unique_ptr<Compilations> compilations_;
};

} // namespace landsea::scenarios
