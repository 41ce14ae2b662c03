#include "program_run.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

using Environment = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> environment_with(const Environment& more) {
    std::vector<std::string> list;
    const auto name_of = [](const std::string& entry) { return entry.substr(0, entry.find('=')); };
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string name = name_of(*entry);
        const bool replaced =
            std::ranges::any_of(more, [&](const auto& added) { return added.first == name; });
        if (!replaced && name != "DISPLAY" && name != "LANDSEA_DATA" && name != "NO_COLOR" &&
            name != "LSAN_OPTIONS") {
            list.emplace_back(*entry);
        }
    }
    // Packages below the drawing keep what they allocate once.
    list.push_back("LSAN_OPTIONS=suppressions=" LANDSEA_SOURCE_DIR
                   "/tests/support/lsan.supp:print_suppressions=0");
    for (const auto& [name, value] : more) {
        list.push_back(name + "=" + value);
    }
    return list;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Outcome run_any(std::vector<std::string> words, const Setting& setting) {
    const ScratchFolder scratch;
    const std::string in = scratch.path() / "in";
    const std::string out =
        setting.output.empty() ? (scratch.path() / "out").string() : setting.output;
    const std::string err = scratch.path() / "err";
    write_bytes(in, setting.input);
    std::vector<std::string> environment = environment_with(setting.environment);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
    pid_t child{};
    const int failed = posix_spawnp(&child, words.front().c_str(), &actions, nullptr,
                                    pointers_to(words).data(), pointers_to(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    if (failed != 0 || waitpid(child, &status, 0) != child) {
        throw std::runtime_error{"cannot run " + words.front()};
    }
    Outcome run{WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), "", bytes_of(err)};
    if (setting.output.empty()) {
        run.out = bytes_of(out);
    }
    return run;
}

Outcome run_landsea(const std::vector<std::string>& words, const Setting& setting) {
    std::vector<std::string> all{LANDSEA_PROGRAM};
    all.insert(all.end(), words.begin(), words.end());
    return run_any(all, setting);
}

Outcome run_small(std::vector<std::string> words, const Setting& setting) {
    words.insert(words.end(), {"--data", small_data()});
    return run_landsea(words, setting);
}

fs::path small_data() {
    return fs::path{LANDSEA_SOURCE_DIR} / "tests/apps/fixtures/small";
}

std::string bytes_of(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream) {
        throw std::runtime_error{"cannot read " + file.string()};
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

void write_bytes(const fs::path& file, const std::string& bytes) {
    std::ofstream stream{file, std::ios::binary};
    stream << bytes;
    if (!stream.flush()) {
        throw std::runtime_error{"cannot write " + file.string()};
    }
}

std::string with(std::string text, const std::string& old, const std::string& fresh) {
    const std::size_t at = text.find(old);
    if (at == std::string::npos || text.find(old, at + 1) != std::string::npos) {
        throw std::logic_error{"must occur exactly once: " + old};
    }
    return text.replace(at, old.size(), fresh);
}

std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
    std::vector<std::vector<std::string>> rows;
    std::size_t at = 0;
    while (at < csv.size()) {
        std::vector<std::string> row;
        while (true) {
            std::string text;
            if (csv[at] == '"') {
                for (++at; csv.at(at) != '"' || (at + 1 < csv.size() && csv[at + 1] == '"'); ++at) {
                    at += csv[at] == '"' ? 1 : 0;
                    text += csv[at];
                }
                ++at;
            } else {
                while (csv.at(at) != ',' && csv[at] != '\r') {
                    if (csv[at] == '"' || csv[at] == '\n') {
                        throw std::runtime_error{"a bare quote or line end in: " + text};
                    }
                    text += csv[at++];
                }
            }
            row.push_back(text);
            if (csv.at(at) == '\r') {
                break;
            }
            if (csv[at++] != ',') {
                throw std::runtime_error{"text after a quoted field: " + text};
            }
        }
        if (csv.at(at + 1) != '\n') {
            throw std::runtime_error{"CR without LF"};
        }
        at += 2;
        rows.push_back(row);
        if (row.size() != rows.front().size()) {
            throw std::runtime_error{"a row of other length: " + row.front()};
        }
    }
    return rows;
}

std::string field(const std::vector<std::vector<std::string>>& rows, std::size_t row,
                  const std::string& title) {
    const auto found = std::ranges::find(rows.at(0), title);
    if (found == rows[0].end()) {
        throw std::logic_error{"no column " + title};
    }
    return rows.at(row).at(static_cast<std::size_t>(found - rows[0].begin()));
}

ScratchFolder::ScratchFolder() {
    std::string name = fs::temp_directory_path() / "landsea-test-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error{"cannot make a folder such as " + name};
    }
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path ScratchFolder::data_with_base_map() const {
    const fs::path data = path_ / "small";
    fs::copy(small_data(), data, fs::copy_options::recursive);
    fs::copy_file(fs::path{LANDSEA_SOURCE_DIR} / "data/basemap.gpkg", data / "basemap.gpkg");
    return data;
}

std::vector<std::string> ScratchFolder::files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator{path_}) {
        if (!entry.is_directory()) {
            names.push_back(fs::relative(entry.path(), path_));
        }
    }
    std::ranges::sort(names);
    return names;
}

} // namespace landsea::apps
