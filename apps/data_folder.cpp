#include "apps/data_folder.hpp"

#include "io/input_error.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

bool has_network(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "network", ignored);
}

/// `data` or `share/landsea` in the program's folder or in any folder above it.
std::optional<fs::path> near_program() {
    std::error_code failed;
    fs::path at = fs::read_symlink("/proc/self/exe", failed).parent_path();
    while (!failed && !at.empty()) {
        for (const char* name : {"data", "share/landsea"}) {
            if (has_network(at / name)) {
                return at / name;
            }
        }
        if (at == at.root_path()) {
            break;
        }
        at = at.parent_path();
    }
    return std::nullopt;
}

} // namespace

fs::path data_folder(const Arguments& arguments) {
    if (const auto given = arguments.last("--data")) {
        if (!has_network(*given)) {
            throw io::FileError{*given, "has no folder network/; --data names the data folder"};
        }
        return *given;
    }
    if (const char* set = std::getenv("LANDSEA_DATA"); set != nullptr && *set != '\0') {
        if (!has_network(set)) {
            throw io::FileError{set, "has no folder network/; LANDSEA_DATA names the data folder"};
        }
        return set;
    }
    if (const auto found = near_program()) {
        return *found;
    }
    throw io::FileError{"data", "not found beside or above the program; name it with --data or "
                                "LANDSEA_DATA"};
}

std::vector<fs::path> network_files(const fs::path& path) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) {
        return {path};
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{path, failed}) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    if (files.empty()) {
        throw io::FileError{path, "holds no network files *.json"};
    }
    std::ranges::sort(files);
    return files;
}

} // namespace landsea::apps
