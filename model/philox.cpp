#include "model/philox.hpp"

namespace landsea::model {

namespace {

constexpr std::uint32_t multiplier_0 = 0xD2511F53;
constexpr std::uint32_t multiplier_1 = 0xCD9E8D57;
constexpr std::uint32_t weyl_0 = 0x9E3779B9;
constexpr std::uint32_t weyl_1 = 0xBB67AE85;
constexpr int rounds = 10;

std::uint32_t high_word(std::uint64_t product) {
    return static_cast<std::uint32_t>(product >> 32);
}

std::uint32_t low_word(std::uint64_t product) {
    return static_cast<std::uint32_t>(product);
}

} // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t a = std::uint64_t{multiplier_0} * counter[0];
        const std::uint64_t b = std::uint64_t{multiplier_1} * counter[2];
        counter = {high_word(b) ^ counter[1] ^ key[0], low_word(b),
                   high_word(a) ^ counter[3] ^ key[1], low_word(a)};
        key[0] += weyl_0;
        key[1] += weyl_1;
    }
    return counter;
}

std::uint64_t hash_of(std::string_view name) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3;
    }
    hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
    hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
    return hash ^ (hash >> 31);
}

} // namespace landsea::model
