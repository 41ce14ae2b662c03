#include "io/detail/read_document.hpp"

#include "io/detail/parse_json.hpp"
#include "io/read_file.hpp"

namespace landsea::io::detail {

std::optional<JsonDocument> read_document(const std::filesystem::path& file,
                                          ProblemList& problems) {
    return parse_json(file.string(), read_file(file), problems);
}

} // namespace landsea::io::detail
