#include "apps/output.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/merge_parts.hpp"

#include <filesystem>
#include <iostream>
#include <vector>

namespace landsea::apps {

namespace {

Exit run(const Arguments& arguments) {
    const auto out = arguments.last("--out");
    if (!out || out->empty() || *out == "-") {
        throw UsageError{"--out: expected the file of the whole, such as results.csv"};
    }
    const std::vector<std::filesystem::path> parts{arguments.words().begin(),
                                                   arguments.words().end()};
    for (const auto& part : parts) {
        std::error_code ignored;
        if (std::filesystem::equivalent(part, *out, ignored)) {
            throw UsageError{"--out: " + *out + " is one of the parts"};
        }
    }
    if (const std::filesystem::path file{*out}; file.has_parent_path()) {
        make_folder(file.parent_path());
    }
    const std::size_t rows = io::merge_parts(parts, *out);
    if (!arguments.has("--quiet")) {
        std::cerr << "landsea: " << rows << " rows of " << parts.size() << " parts in " << *out
                  << "\n";
    }
    return Exit::fine;
}

} // namespace

Verb merge_verb() {
    return {.usage = {.verb = "merge",
                      .summary = "join the parts of a batch to what one run would have written",
                      .words = {{"PART", "files that landsea batch --shard wrote, in any order",
                                 Occurs::repeatedly}},
                      .fewest_words = 1,
                      .options = {{"--out", "FILE", "write the whole there"},
                                  {"--quiet", "", "no remarks on the error stream"}},
                      .examples = {"merge --out results.csv results.shard-*.csv"}},
            .run = run};
}

} // namespace landsea::apps
