#include "io/content_hash.hpp"

namespace landsea::io {

ContentHash& ContentHash::add(std::string_view bytes) {
    constexpr std::uint64_t prime = 0x100000001B3U;
    for (const char c : bytes) {
        hash_ = (hash_ ^ static_cast<unsigned char>(c)) * prime;
    }
    return *this;
}

std::string ContentHash::hex() const {
    std::string digits(16, '0');
    std::uint64_t left = hash_;
    for (std::size_t i = digits.size(); i-- > 0; left >>= 4U) {
        digits[i] = "0123456789abcdef"[left & 0xFU];
    }
    return digits;
}

} // namespace landsea::io
