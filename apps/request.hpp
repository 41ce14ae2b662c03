#pragma once

#include "apps/arguments.hpp"
#include "apps/loading.hpp"
#include "io/read_scenario.hpp"
#include "model/query.hpp"
#include "model/sea_lanes.hpp"
#include "model/simulation.hpp"
#include "scenarios/scenario.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace landsea::apps {

/// How an answer is written.
enum class Format { table, json, csv };

/// Options that name the network: `--network`, `--data`.
std::vector<Option> network_options();

/// Options that say what is sent, when, and what counts: `--month`, `--by`, `--teu`, ...
std::vector<Option> query_options();

/// Options of drawing and of writing: `--seed`, `--draws`, `--json`, `--csv`, `--quiet`, `--lang`.
std::vector<Option> answer_options();

/// Options of verbs that only look things up: `--json`, `--csv`, `--quiet`, `--lang`.
std::vector<Option> listing_options();

/// The options of several groups in one list.
std::vector<Option> joined(std::vector<std::vector<Option>> groups);

/// The place that a word names: an id, UN/LOCODE, name or "LAT,LON" given to `load`. Throws
/// UsageError with the nearest valid names.
model::PlaceId place_of(const model::Network& network, const std::string& word);

/// The target that a word names. Throws UsageError with the nearest valid names.
model::Target target_of(const model::Network& network, const std::string& word);

/// The corridor of that id or name. Throws UsageError with the nearest valid names.
model::CorridorId corridor_of(const model::Network& network, const std::string& word);

/// Month, shipment, prices, criterion, constraints and activations of the arguments, without any
/// scenario. The ends are the caller's. Throws UsageError.
model::Query query_of(const Arguments& arguments, const model::Network& network);

/// The same for the whole year, whatever `--month` says.
model::Query query_without_month(const Arguments& arguments, const model::Network& network);

/// The same under the one scenario that is given. Throws UsageError for several,
/// scenarios::NeedsAMonth.
model::Query query_under_scenario(const Arguments& arguments, const Loaded& loaded);

/// Seed and number of draws. Throws UsageError.
model::DrawPlan plan_of(const Arguments& arguments);

/// How many threads to use: `--threads`, else as many as the machine has. Throws UsageError.
unsigned threads_of(const Arguments& arguments);

/// Table, JSON or CSV. Throws UsageError when both are asked for.
Format format_of(const Arguments& arguments);

/// The language of names and words. Throws UsageError.
model::Language language_of(const Arguments& arguments);

} // namespace landsea::apps
