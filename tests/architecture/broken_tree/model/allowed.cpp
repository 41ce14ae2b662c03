#include "model/detail/allowed.hpp"

#include "model/shows_boost.hpp"

#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <vector>

// An array[1]; and a backslash \ in the text do not shift the count of lines.
#include <nlohmann/json.hpp>
