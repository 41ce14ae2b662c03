#pragma once

#include <map>
#include <string>
#include <string_view>

namespace landsea::geo::detail {

/// The "+key=value" words of a PROJ string.
class ProjParameters {
  public:
    explicit ProjParameters(std::string_view proj_string);

    [[nodiscard]] bool has(const std::string& key) const { return values_.contains(key); }

    /// The value as text, empty when absent.
    [[nodiscard]] std::string text(const std::string& key) const;

    /// The value as a number, `otherwise` when absent. Throws std::invalid_argument naming the key
    /// when it is there but no number.
    [[nodiscard]] double number(const std::string& key, double otherwise) const;

  private:
    std::map<std::string, std::string> values_;
};

} // namespace landsea::geo::detail
