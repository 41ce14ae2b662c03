#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace landsea::io {

/// A hash that tells one content from another: not for keeping secrets.
/// Source: FNV-1a, 64 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv).
class ContentHash {
  public:
    ContentHash& add(std::string_view bytes);

    /// Sixteen hexadecimal digits.
    [[nodiscard]] std::string hex() const;

  private:
    std::uint64_t hash_ = 0xCBF29CE484222325U;
};

} // namespace landsea::io
