#pragma once

#include "io/check_files.hpp"
#include "io/presentation.hpp"

#include <string>

namespace landsea::io {

/// What was found in files without problems, and how their network hangs together, for people.
std::string check_text(const FileCheck& check, const Presentation& presentation);

/// What was found, and all problems.
std::string check_json(const FileCheck& check, const std::string& program);

/// One row for each problem: file, pointer, expected, found. RFC 4180.
std::string check_csv(const FileCheck& check);

} // namespace landsea::io
