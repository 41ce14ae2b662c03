#pragma once

#include "apps/arguments.hpp"
#include "model/query.hpp"
#include "model/sea_lanes.hpp"
#include "model/simulation.hpp"

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

/// A network, where it came from, and what identifies it.
struct Loaded {
    model::Network network;
    std::string data_hash;
    std::filesystem::path data;                   ///< the folder that holds network/, claims/, ...
    std::shared_ptr<const model::SeaLanes> lanes; ///< absent when the data folder has none
};

/// The network that the arguments name, with roads for the first and last mile, the points on the
/// map that `points` name as "LAT,LON", and any added dwell. Throws UsageError, io::InputError,
/// io::FileError.
Loaded load(const Arguments& arguments, const std::vector<std::string>& points);

/// Adds what sea services do when passages are closed, for every set of passages that the question
/// avoids somewhere. Ids and positions stay valid. Throws io::InputError.
void close_passages(Loaded& loaded, const std::vector<model::ClosureSet>& closures);

/// The place that a word names: an id, UN/LOCODE, name or "LAT,LON" given to `load`. Throws
/// UsageError with the nearest valid names.
model::PlaceId place_of(const model::Network& network, const std::string& word);

/// The target that a word names. Throws UsageError with the nearest valid names.
model::Target target_of(const model::Network& network, const std::string& word);

/// The corridor of that id or name. Throws UsageError with the nearest valid names.
model::CorridorId corridor_of(const model::Network& network, const std::string& word);

/// Month, shipment, prices, criterion, constraints and activations of the arguments. The ends are
/// the caller's. Throws UsageError.
model::Query query_of(const Arguments& arguments, const model::Network& network);

/// Seed and number of draws. Throws UsageError.
model::DrawPlan plan_of(const Arguments& arguments);

/// How many threads to use: `--threads`, else as many as the machine has. Throws UsageError.
unsigned threads_of(const Arguments& arguments);

/// Table, JSON or CSV. Throws UsageError when both are asked for.
Format format_of(const Arguments& arguments);

/// The language of names and words. Throws UsageError.
model::Language language_of(const Arguments& arguments);

} // namespace landsea::apps
