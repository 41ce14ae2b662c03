#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::model {

/// Lower case for ASCII letters; all other bytes stay as they are.
std::string lower_case(std::string_view text);

/// How many letters have to be inserted, dropped, changed or swapped with their neighbour to turn
/// one word into the other, ASCII case aside.
/// Source: optimal string alignment distance (Damerau 1964).
std::size_t spelling_distance(std::string_view a, std::string_view b);

/// The words nearest to `word`, best first, at most `most` of them and none that shares too little
/// with it (more changes than half of the longer word). Ties keep the order of `words`.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& words,
                                 std::size_t most);

} // namespace landsea::model
