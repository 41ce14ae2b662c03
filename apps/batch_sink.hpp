#pragma once

#include "apps/batch_plan.hpp"
#include "io/batch_journal.hpp"
#include "io/batch_manifest.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace landsea::apps {

/// Where the rows of a batch go: into a journal that becomes a file at the end, or to standard
/// output.
class BatchSink {
  public:
    /// Makes the folder of `out` where it is missing. Throws io::FileError; io::InputError where a
    /// journal is there that is not this batch's.
    BatchSink(std::optional<std::filesystem::path> out, const std::string& identity,
              const scenarios::BatchPlan& plan, io::RowFormat format);

    /// The rows that an earlier run left.
    [[nodiscard]] const io::BatchCount& found() const { return found_; }

    /// Whole lines. Throws io::FileError, at once where standard output is full.
    void append(const std::string& text);

    /// Writes manifest and file, each whole or not at all. Throws io::FileError.
    void finish(const std::string& manifest);

    /// Where rows wait for the run that goes on; empty for standard output.
    [[nodiscard]] std::filesystem::path part() const;

  private:
    void count(std::string_view row);
    void convert();

    std::optional<std::filesystem::path> out_;
    const scenarios::BatchPlan& plan_;
    io::RowFormat format_;
    io::BatchCount found_;
    std::optional<io::BatchJournal> journal_;
};

} // namespace landsea::apps
