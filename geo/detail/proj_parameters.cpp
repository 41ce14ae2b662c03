#include "geo/detail/proj_parameters.hpp"

#include <charconv>
#include <cmath>
#include <stdexcept>

namespace landsea::geo::detail {

ProjParameters::ProjParameters(std::string_view proj_string) {
    std::size_t at = 0;
    while (at < proj_string.size()) {
        const std::size_t end = std::min(proj_string.find(' ', at), proj_string.size());
        std::string_view word = proj_string.substr(at, end - at);
        at = end + 1;
        if (word.starts_with('+')) {
            word.remove_prefix(1);
        }
        const std::size_t equals = std::min(word.find('='), word.size());
        if (equals > 0) {
            const std::string_view value =
                equals < word.size() ? word.substr(equals + 1) : std::string_view{};
            // PROJ takes the first of two equal keys.
            values_.emplace(word.substr(0, equals), value);
        }
    }
}

std::string ProjParameters::text(const std::string& key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? std::string{} : found->second;
}

double ProjParameters::number(const std::string& key, double otherwise) const {
    const auto found = values_.find(key);
    if (found == values_.end()) {
        return otherwise;
    }
    const std::string& text = found->second;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        throw std::invalid_argument{"+" + key + ": expected a number in degrees, found \"" + text +
                                    "\""};
    }
    return value;
}

} // namespace landsea::geo::detail
