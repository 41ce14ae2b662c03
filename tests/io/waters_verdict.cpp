// What the reader says about waters, for scripts: `waters_verdict small` prints small waters on a
// line; `waters_verdict` reads lines of one JSON text each and answers each with "accepted" or its
// problems on one line, with tabs between.

#include "io/input_error.hpp"
#include "io/read_waters.hpp"
#include "small_waters.hpp"

#include <algorithm>
#include <iostream>
#include <string>

namespace {

std::string on_one_line(std::string text, char between) {
    std::ranges::replace(text, '\n', between);
    return text;
}

std::string verdict_on(const std::string& line) {
    try {
        static_cast<void>(landsea::io::read_waters_text("w.json", line));
    } catch (const landsea::io::InputError& error) {
        return on_one_line(error.what(), '\t');
    }
    return "accepted";
}

} // namespace

int main(int count, char** words) {
    if (count > 1 && std::string{words[1]} == "small") {
        std::cout << on_one_line(std::string{landsea::io::small_waters}, ' ') << '\n';
        return 0;
    }
    for (std::string line; std::getline(std::cin, line);) {
        std::cout << verdict_on(line) << '\n';
    }
}
