// What the reader says, for scripts: `network_verdict small` prints the two files of the small
// network, each on a line; `network_verdict` reads lines of one JSON text for each file, with tabs
// between them, and answers each with "accepted" or its problems on one line, with tabs between.

#include "small_network.hpp"

#include <algorithm>
#include <iostream>
#include <sstream>
#include <string>

namespace {

std::string on_one_line(std::string text, char between) {
    std::ranges::replace(text, '\n', between);
    return text;
}

std::string verdict_on(const std::string& line) {
    std::vector<landsea::io::NetworkText> texts;
    std::istringstream parts{line};
    for (std::string text; std::getline(parts, text, '\t');) {
        texts.push_back({std::string(1, static_cast<char>('a' + texts.size())) + ".json", text});
    }
    const std::string complaint = landsea::io::complaint_about(texts);
    return complaint == "fine" ? "accepted" : on_one_line(complaint, '\t');
}

} // namespace

int main(int count, char** words) {
    if (count > 1 && std::string{words[1]} == "small") {
        std::cout << on_one_line(std::string{landsea::io::small_places}, ' ') << '\n'
                  << on_one_line(std::string{landsea::io::small_lines}, ' ') << '\n';
        return 0;
    }
    for (std::string line; std::getline(std::cin, line);) {
        std::cout << verdict_on(line) << '\n';
    }
}
