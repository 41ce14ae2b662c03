#pragma once

#include <string>
#include <vector>

namespace landsea::apps {

/// "landsea 0.1.0", as results state it.
std::string program_name();

/// The whole program: words of the command line in, exit code out. Everything that goes wrong is
/// said in one place, on the error stream.
int run(const std::vector<std::string>& words);

} // namespace landsea::apps
