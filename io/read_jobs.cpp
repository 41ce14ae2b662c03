#include "io/read_jobs.hpp"

#include "io/content_hash.hpp"
#include "io/detail/csv_stream.hpp"
#include "io/input_error.hpp"
#include "model/lookup.hpp"
#include "model/spelling.hpp"
#include "model/target.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace landsea::io {

namespace {

using model::Network;
using scenarios::BatchJob;

/// Where the known columns stand in a file.
struct Columns {
    std::size_t from{};
    std::size_t to{};
    std::optional<std::size_t> id;
};

Columns columns_of(const detail::CsvStream& csv) {
    const auto& header = csv.header();
    const auto position = [&](const char* name) -> std::optional<std::size_t> {
        const auto found = std::ranges::find(header, name);
        return found == header.end()
                   ? std::nullopt
                   : std::optional{static_cast<std::size_t>(found - header.begin())};
    };
    for (const std::string& name : header) {
        if (name != "from" && name != "to" && name != "id") {
            throw InputError{{{csv.name(), "line 1", "the columns from, to and perhaps id",
                               "a column \"" + name + "\""}}};
        }
    }
    const auto from = position("from");
    const auto to = position("to");
    if (!from || !to) {
        throw InputError{{{csv.name(), "line 1", "the columns from and to",
                           std::string{from ? "to" : "from"} + " is not there"}}};
    }
    return {.from = *from, .to = *to, .id = position("id")};
}

/// Looks places up, each word once.
class PlaceFinder {
  public:
    explicit PlaceFinder(const Network& network) : network_{network} {}

    const std::optional<model::PlaceId>& find(const std::string& word) {
        const auto known = found_.find(word);
        if (known != found_.end()) {
            return known->second;
        }
        if (found_.size() > most_words) {
            found_.clear();
        }
        return found_.emplace(word, model::find_place(network_, word)).first->second;
    }

    [[nodiscard]] std::string problem_with(const std::string& word) {
        if (names_.empty()) {
            names_ = model::place_names(network_);
        }
        constexpr std::size_t suggestions = 3;
        constexpr std::size_t longest = 60;
        std::string text = "no place is called \"" + word.substr(0, longest) + "\"";
        std::string near;
        for (const std::string& name : word.size() > longest
                                           ? std::vector<std::string>{}
                                           : model::nearest(word, names_, suggestions)) {
            near += (near.empty() ? " (nearest: " : ", ") + name;
        }
        return text + (near.empty() ? "" : near + ")");
    }

  private:
    static constexpr std::size_t most_words = 100'000;

    const Network& network_;
    std::unordered_map<std::string, std::optional<model::PlaceId>> found_;
    std::vector<std::string> names_;
};

void look_up(BatchJob& job, PlaceFinder& places, const Network& network) {
    const auto origin = places.find(job.from);
    const auto destination = places.find(job.to);
    if (!origin || !destination) {
        job.problem = places.problem_with(origin ? job.to : job.from);
        return;
    }
    job.origin = *origin;
    job.destination = *destination;
    if (model::is_within(*origin, *destination, network) ||
        model::is_within(*destination, *origin, network)) {
        job.problem = "from and to are the same place";
    }
}

} // namespace

JobFile read_jobs(const std::filesystem::path& file, const Network& network) {
    detail::CsvStream csv{file};
    const Columns columns = columns_of(csv);
    PlaceFinder places{network};
    ContentHash hash;
    JobFile read;
    std::vector<std::string> fields;
    while (csv.next_of_any_length(fields)) {
        if (fields.size() == 1 && fields.front().empty()) {
            continue; // an empty line
        }
        for (const std::string& field : fields) {
            hash.add(field).add("\x1F");
        }
        hash.add("\x1E");
        BatchJob job{.id = std::to_string(csv.line())};
        if (fields.size() == csv.header().size()) {
            job.from = fields[columns.from];
            job.to = fields[columns.to];
            job.id = columns.id ? fields[*columns.id] : job.id;
            look_up(job, places, network);
        } else {
            job.problem = "expected " + std::to_string(csv.header().size()) + " fields, found " +
                          std::to_string(fields.size());
        }
        read.jobs.push_back(std::move(job));
    }
    if (read.jobs.empty()) {
        throw InputError{{{file.string(), "", "a job or more", "the header only"}}};
    }
    read.hash = hash.hex();
    return read;
}

} // namespace landsea::io
