#pragma once

#include "io/detail/problem_list.hpp"
#include "io/json_text.hpp"
#include "io/network_import.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::io::detail {

/// Asks a record for what it needs and writes down what is wrong with it.
class ImportReader {
  public:
    ImportReader(const ImportRecord& record, const ImportSource& source, ProblemList& problems)
        : record_{&record}, source_{&source}, problems_{&problems} {}

    [[nodiscard]] bool has(std::string_view name) const;

    /// Empty where there is none.
    [[nodiscard]] std::string text(std::string_view name) const;

    /// A problem where there is none.
    [[nodiscard]] std::string required(std::string_view name) const;

    /// Nullopt where there is none, or none in [low, high], which is a problem.
    [[nodiscard]] std::optional<double> number(std::string_view name, double low,
                                               double high) const;

    /// The parts of a list joined by "|".
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const;

    void problem(std::string_view name, const std::string& expected) const;

    [[nodiscard]] const ImportRecord& record() const { return *record_; }

  private:
    const ImportRecord* record_;
    const ImportSource* source_;
    ProblemList* problems_;
};

/// A figure for what no file states, and why it is taken.
struct Assumption {
    double low{};
    double typical{};
    double high{};
    std::string note;
};

/// Writes grade, sources, year and note. What the record's grade does not say is `assumed`.
void write_evidence(JsonText& json, const ImportReader& reader, const std::string& name,
                    const std::set<std::string>& sources, const std::string& note);

/// Writes the estimate NAME of a unit under `key`, or what is assumed in its place.
void write_estimate(JsonText& json, const std::string& key, const ImportReader& reader,
                    const std::string& name, const std::string& unit,
                    const std::set<std::string>& sources, const Assumption& otherwise);

} // namespace landsea::io::detail
