// What the reader says about capacities, for scripts: `capacities_verdict small` prints small ones
// on a line; `capacities_verdict` reads lines of one JSON text each and answers each with
// "accepted" or its problems on one line, with tabs between.

#include "io/input_error.hpp"
#include "io/read_capacities.hpp"
#include "small_capacities.hpp"

#include <algorithm>
#include <iostream>
#include <string>

namespace {

std::string on_one_line(std::string text, char between) {
    std::ranges::replace(text, '\n', between);
    return text;
}

const landsea::model::Network& network() {
    static const landsea::model::Network network =
        landsea::io::read_network_text({{"n.json", std::string{landsea::io::capacity_network}}})
            .network;
    return network;
}

std::string verdict_on(const std::string& line) {
    try {
        static_cast<void>(landsea::io::read_capacities_text({"c.json", line}, network()));
    } catch (const landsea::io::InputError& error) {
        return on_one_line(error.what(), '\t');
    }
    return "accepted";
}

} // namespace

int main(int count, char** words) {
    if (count > 1 && std::string{words[1]} == "small") {
        std::cout << on_one_line(std::string{landsea::io::small_capacities}, ' ') << '\n';
        return 0;
    }
    for (std::string line; std::getline(std::cin, line);) {
        std::cout << verdict_on(line) << '\n';
    }
}
