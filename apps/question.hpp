#pragma once

#include "apps/arguments.hpp"
#include "apps/request.hpp"
#include "io/presentation.hpp"
#include "scenarios/comparison.hpp"

#include <string>
#include <vector>

namespace landsea::apps {

/// The folder with the bundled comparisons: beside the data in the source tree, within it when
/// installed. It need not be there.
std::filesystem::path comparison_folder(const std::filesystem::path& data);

/// The words of a command line that may name points on the map.
std::vector<std::string> points_of(const Arguments& arguments);

/// What `compare` and `explain` are asked: the bundled comparison that the first word names, or
/// FROM TO with the `--alternative` options (NAME=TARGET+TARGET...). Throws UsageError with the
/// nearest valid comparison.
scenarios::Question question_of(const Arguments& arguments, const Loaded& loaded);

/// Four ways from one place to another: fastest, cheapest, least carbon, least generalised cost;
/// only one of them when `--by` names it.
scenarios::Question best_routes(const Arguments& arguments, const Loaded& loaded);

/// Colours only on a terminal, and not when NO_COLOR is set and not empty (no-color.org).
io::Colour terminal_colour();

/// Language, colour and currency. Throws UsageError for an unknown currency.
io::Presentation presentation_of(const Arguments& arguments, const Loaded& loaded);

/// Program, data and scenario of a result.
io::Identity identity_of(const Loaded& loaded);

} // namespace landsea::apps
