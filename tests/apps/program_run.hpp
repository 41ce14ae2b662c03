#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace landsea::apps {

/// What a run of the built program left behind.
struct Outcome {
    int exit{};
    std::string out;
    std::string err;
};

/// Where and how a run takes place.
struct Setting {
    std::vector<std::pair<std::string, std::string>> environment; ///< added or replaced
    std::string input;                                            ///< of standard input
    std::string output;                                           ///< standard output's file
};

/// Runs the built program with these words, without a display and with the environment of the
/// test otherwise; LANDSEA_DATA is not set.
Outcome run_landsea(const std::vector<std::string>& words, const Setting& setting = {});

/// The same with the fixture as its data folder.
Outcome run_small(std::vector<std::string> words, const Setting& setting = {});

/// The same with any program that PATH names.
Outcome run_any(std::vector<std::string> words, const Setting& setting = {});

/// tests/apps/fixtures/small.
std::filesystem::path small_data();

/// The bytes of a file. Throws when it cannot be read.
std::string bytes_of(const std::filesystem::path& file);

void write_bytes(const std::filesystem::path& file, const std::string& bytes);

/// The text with its only occurrence of `old` replaced. Throws when it occurs otherwise.
std::string with(std::string text, const std::string& old, const std::string& fresh);

/// The rows and fields of a CSV text. Throws where RFC 4180 does not hold: lines end in CR LF, all
/// rows have as many fields as the first, quotes enclose whole fields.
std::vector<std::vector<std::string>> rows_of(const std::string& csv);

/// The field of that title in a row; the first row holds the titles.
std::string field(const std::vector<std::vector<std::string>>& rows, std::size_t row,
                  const std::string& title);

/// A new empty folder, removed at the end with all it holds.
class ScratchFolder {
  public:
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// A data folder in it: the fixture, and the shipped base map.
    [[nodiscard]] std::filesystem::path data_with_base_map() const;

    /// The names of the files in it, those in folders too, sorted.
    [[nodiscard]] std::vector<std::string> files() const;

  private:
    std::filesystem::path path_;
};

} // namespace landsea::apps
