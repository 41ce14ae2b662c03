#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landsea::io {

/// The words that somebody who wrote `word` may have meant, the nearest first, at most `most`.
///
/// Near means few letters typed wrong, left out, added or swapped (optimal string alignment over
/// bytes, upper and lower case alike): at most a third of the word's length, and one for any word.
/// Among equally near words the order of `words` decides. Empty when none is near.
/// Cost: O(words x length^2).
std::vector<std::string> nearest_words(std::string_view word,
                                       const std::vector<std::string_view>& words,
                                       std::size_t most = 3);

} // namespace landsea::io
