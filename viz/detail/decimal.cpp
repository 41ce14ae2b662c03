#include "viz/detail/decimal.hpp"

#include <array>
#include <cassert>
#include <charconv>

namespace landsea::viz::detail {

std::string decimal(double value, int digits) {
    std::array<char, 400> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::fixed, digits);
    assert(error == std::errc{});
    std::string text(buffer.data(), end);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

} // namespace landsea::viz::detail
