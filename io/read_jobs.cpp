#include "io/read_jobs.hpp"

#include "io/content_hash.hpp"
#include "io/detail/csv_stream.hpp"
#include "io/detail/json_value.hpp"
#include "io/detail/utf8.hpp"
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
                               "a column " + detail::shortened(name)}}};
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

    /// With the nearest names for the first thousand words that name nothing: they take a while.
    [[nodiscard]] std::string problem_with(const std::string& word) {
        constexpr std::size_t most = 1000;
        const auto known = near_.find(word);
        if (known != near_.end()) {
            return known->second;
        }
        std::string text = "no place is called " + detail::shortened(word);
        if (near_.size() == most) {
            return text;
        }
        return near_.emplace(word, text + nearest_to(word)).first->second;
    }

  private:
    std::string nearest_to(const std::string& word) {
        if (names_.empty()) {
            names_ = model::place_names(network_);
        }
        constexpr std::size_t suggestions = 3;
        constexpr std::size_t longest = 60;
        std::string near;
        for (const std::string& name : word.size() > longest
                                           ? std::vector<std::string>{}
                                           : model::nearest(word, names_, suggestions)) {
            near += (near.empty() ? " (nearest: " : ", ") + name;
        }
        return near.empty() ? "" : near + ")";
    }

    static constexpr std::size_t most_words = 100'000;

    const Network& network_;
    std::unordered_map<std::string, std::optional<model::PlaceId>> found_;
    std::unordered_map<std::string, std::string> near_;
    std::vector<std::string> names_;
};

/// What a job's line says in a field, fit to be repeated in each of its rows: UTF-8, and not
/// without end. What does not fit is noted as the problem of the job.
std::string kept(const std::string& field, const char* column, BatchJob& job) {
    constexpr std::size_t longest = 200;
    const auto note = [&](const std::string& what) {
        job.problem += (job.problem.empty() ? "" : "; ") + std::string{column} + what;
    };
    std::string text;
    std::string_view rest = field;
    bool is_text = true;
    while (!rest.empty()) {
        const auto character = detail::first_character(rest);
        is_text = is_text && character.has_value();
        const std::string_view next =
            character ? rest.substr(0, character->bytes) : std::string_view{"\uFFFD"};
        if (text.size() + next.size() > longest) {
            note(" is longer than 200 bytes and was cut");
            text += "…";
            break;
        }
        text += next;
        rest.remove_prefix(character ? character->bytes : 1);
    }
    if (!is_text) {
        note(" is not UTF-8");
    }
    return text;
}

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

/// The job on a line of the file.
BatchJob job_of(const std::vector<std::string>& fields, const Columns& columns,
                const detail::CsvStream& csv) {
    BatchJob job{.id = std::to_string(csv.line())};
    if (fields.size() != csv.header().size()) {
        job.problem = "expected " + std::to_string(csv.header().size()) + " fields, found " +
                      std::to_string(fields.size());
        return job;
    }
    if (columns.id) {
        job.id = kept(fields[*columns.id], "id", job);
    }
    job.from = kept(fields[columns.from], "from", job);
    job.to = kept(fields[columns.to], "to", job);
    return job;
}

} // namespace

JobFile read_jobs(const std::filesystem::path& file, const Network& network) {
    detail::CsvStream csv{file};
    const Columns columns = columns_of(csv);
    PlaceFinder places{network};
    ContentHash hash;
    const auto add = [&](const std::vector<std::string>& fields) {
        for (const std::string& field : fields) {
            hash.add(std::to_string(field.size())).add(":").add(field);
        }
        hash.add("\n");
    };
    add(csv.header());
    JobFile read;
    std::vector<std::string> fields;
    while (csv.next_of_any_length(fields)) {
        if (fields.size() == 1 && fields.front().empty()) {
            continue; // an empty line
        }
        read.jobs.push_back(job_of(fields, columns, csv));
        BatchJob& job = read.jobs.back();
        if (!columns.id) {
            hash.add(job.id); // the line, which empty ones move
        }
        add(fields);
        if (job.problem.empty()) {
            look_up(job, places, network);
        }
    }
    if (read.jobs.empty()) {
        throw InputError{{{file.string(), "rows", "a job or more", "the header only"}}};
    }
    read.hash = hash.hex();
    return read;
}

} // namespace landsea::io
