#include "small_network.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace landsea::io {
namespace {

/// Small changes to a text, the same on every machine for the same seed.
class Mutations {
  public:
    explicit Mutations(std::uint32_t seed) : random_{seed} {}

    std::string operator()(std::string_view text) {
        std::string changed{text};
        for (std::size_t edits = 1 + below(2); edits > 0; --edits) {
            edit(changed);
        }
        return changed;
    }

  private:
    // std::uniform_int_distribution differs between standard libraries; this does not.
    std::size_t below(std::size_t bound) { return random_() % bound; }

    void edit(std::string& text) {
        constexpr std::array<std::string_view, 20> pieces{
            "",     "{",    "}",  "[",    "]",     ",",         ":",
            "\"",   "null", "-1", "1e9",  "1e999", "\"AALCK\"", "\"slow\"",
            "[[[[", "true", "{}", "\xFF", "\\u00", "\"id\""};
        const std::size_t at = below(text.size());
        switch (below(5)) {
        case 0: // another byte
            text[at] = static_cast<char>(below(256));
            return;
        case 1: // something in its place
            text.replace(at, below(12), pieces[below(pieces.size())]);
            return;
        case 2: // a word for another, which keeps the JSON whole
            swap_tokens(text);
            return;
        case 3: // another digit
            text[text.find_first_of("0123456789", below(text.size() - 1000))] =
                static_cast<char>('0' + below(10));
            return;
        default: // a part of it elsewhere
            text.insert(below(text.size()), text.substr(at, below(60)));
            return;
        }
    }

    void swap_tokens(std::string& text) {
        const std::size_t a = text.find('"', below(text.size()));
        const std::size_t b = text.find('"', below(text.size()));
        const std::size_t a_end = a == text.npos ? a : text.find('"', a + 1);
        const std::size_t b_end = b == text.npos ? b : text.find('"', b + 1);
        if (a_end != text.npos && b_end != text.npos) {
            text.replace(a, a_end - a + 1, text.substr(b, b_end - b + 1));
        }
    }

    std::mt19937 random_;
};

TEST(ReadNetwork, EitherLoadsOrComplainsWhateverItIsGiven) {
    Mutations mutated{20260101};
    int loaded = 0;
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        const std::string places = i % 3 == 0 ? mutated(small_places) : std::string{small_places};
        const std::string lines = i % 3 == 0 ? std::string{small_lines} : mutated(small_lines);
        SCOPED_TRACE("mutation " + std::to_string(i));
        try {
            static_cast<void>(read_small(places, lines));
            ++loaded;
        } catch (const InputError& error) {
            ++refused;
            EXPECT_FALSE(error.problems().empty());
            EXPECT_LE(error.problems().size(), InputError::lines_shown);
        }
        // Anything else that is thrown fails the test.
    }
    // Some changes touch only names and notes, most do not; neither way may be idle.
    EXPECT_GT(loaded, 100);
    EXPECT_GT(refused, 1000);
}

TEST(ReadNetwork, EitherLoadsOrComplainsAtEveryLength) {
    for (std::size_t length = 0; length < small_lines.size(); length += 7) {
        EXPECT_THROW(static_cast<void>(read_small(small_places, small_lines.substr(0, length))),
                     InputError);
    }
}

} // namespace
} // namespace landsea::io
