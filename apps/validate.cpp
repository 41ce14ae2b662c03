#include "apps/data_folder.hpp"
#include "apps/program.hpp"
#include "apps/question.hpp"
#include "apps/sea_courses.hpp"
#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/check_files.hpp"
#include "io/check_report.hpp"
#include "io/read_file.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

/// The JSON files of a folder in order of their names, or the path itself.
std::vector<fs::path> files_at(const fs::path& path) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) {
        return {path};
    }
    std::vector<fs::path> files;
    for (fs::directory_iterator entry{path, failed}, end; !failed && entry != end;
         entry.increment(failed)) {
        if (entry->path().extension() == ".json") {
            files.push_back(entry->path());
        }
    }
    if (failed) {
        throw io::FileError{path, "cannot be read: " + failed.message()};
    }
    if (files.empty()) {
        throw io::FileError{path, "holds no files *.json"};
    }
    std::ranges::sort(files);
    return files;
}

/// What was read, and what could not be: one that is missing must not hide that others are.
struct Reading {
    std::vector<io::NetworkText> texts;
    std::vector<io::InputProblem> problems;
    bool complete = true;
};

void read_into(Reading& reading, const fs::path& file) {
    try {
        reading.texts.push_back(file == "-" ? io::NetworkText{"-", io::read_standard_input()}
                                            : io::NetworkText{file.string(), io::read_file(file)});
    } catch (const io::InputError& error) {
        reading.problems.insert(reading.problems.end(), error.problems().begin(),
                                error.problems().end());
    } catch (const io::FileError& error) {
        std::cerr << "landsea: " << error.what() << "\n";
        reading.complete = false;
    }
}

Reading read_all(const std::vector<std::string>& words) {
    Reading reading;
    for (const std::string& word : words) {
        try {
            for (const fs::path& file : files_at(word)) {
                read_into(reading, file);
            }
        } catch (const io::FileError& error) {
            std::cerr << "landsea: " << error.what() << "\n";
            reading.complete = false;
        }
    }
    return reading;
}

/// The shipped network, when files that refer to one bring none.
std::vector<io::NetworkText> shipped(const Arguments& arguments,
                                     const std::vector<io::NetworkText>& texts) {
    const auto is = [](io::FileKind kind) {
        return [kind](const io::NetworkText& text) { return io::kind_of(text) == kind; };
    };
    const bool refers = std::ranges::any_of(texts, is(io::FileKind::comparison)) ||
                        std::ranges::any_of(texts, is(io::FileKind::claims)) ||
                        std::ranges::any_of(texts, is(io::FileKind::capacities));
    std::vector<io::NetworkText> network;
    if (refers && std::ranges::none_of(texts, is(io::FileKind::network))) {
        for (const fs::path& file : files_at(data_folder(arguments) / "network")) {
            network.push_back({file.string(), io::read_file(file)});
        }
    }
    return network;
}

/// A file that builds on the shipped network looks full of dangling references on its own.
bool refers_to_others(const io::FileCheck& check) {
    return std::ranges::any_of(check.problems, [](const io::InputProblem& problem) {
        return problem.expected.find("the id of a known") != std::string::npos &&
               problem.expected.find("(nearest") == std::string::npos;
    });
}

void say_problems(const io::FileCheck& check, const Arguments& arguments) {
    for (const io::InputProblem& problem : check.problems) {
        std::cerr << to_string(problem) << "\n";
    }
    if (arguments.has("--quiet")) {
        return;
    }
    std::cerr << "landsea: " << check.problem_count
              << (check.problem_count == 1 ? " problem" : " problems");
    if (check.problem_count > check.problems.size()) {
        std::cerr << ", " << check.problems.size() << " shown";
    }
    std::cerr << (check.all_checked ? "\n"
                                    : "; comparisons and claims wait until the network is right\n");
    if (refers_to_others(check)) {
        std::cerr << "landsea: files that build on one another are checked together, such as: "
                     "landsea validate data/network FILE\n";
    }
}

/// Services that have no way by sea are as wrong as a dangling reference.
void check_courses(io::FileCheck& check, const Arguments& arguments) {
    if (!check.network) {
        return;
    }
    const auto& parts = check.network->network.parts();
    if (std::ranges::any_of(parts.links, model::awaits_course)) {
        const auto problems = course_problems(parts, sea_lanes_in(data_folder(arguments)).get());
        check.problems.insert(check.problems.end(), problems.begin(), problems.end());
        check.problem_count += problems.size();
    }
}

Exit run(const Arguments& arguments) {
    const Format format = format_of(arguments);
    const io::Presentation presentation{.language = language_of(arguments),
                                        .colour = terminal_colour()};
    const Reading reading = read_all(arguments.words());
    if (!reading.complete) {
        return Exit::wrong_file;
    }
    io::FileCheck check = io::check_files(reading.texts, shipped(arguments, reading.texts));
    check_courses(check, arguments);
    check.problems.insert(check.problems.begin(), reading.problems.begin(), reading.problems.end());
    check.problem_count += reading.problems.size();
    if (format == Format::json) {
        std::cout << io::check_json(check, program_name());
    } else if (format == Format::csv) {
        std::cout << io::check_csv(check);
    } else if (check.problem_count == 0) {
        std::cout << io::check_text(check, presentation);
    } else {
        say_problems(check, arguments);
    }
    return check.problem_count == 0 ? Exit::fine : Exit::wrong_input;
}

} // namespace

Verb validate_verb() {
    return {
        .usage = {.verb = "validate",
                  .summary = "check network, comparison and claim files without running anything",
                  .words = {{"FILE|FOLDER",
                             "a file, all *.json of a folder, or - for "
                             "standard input",
                             Occurs::repeatedly}},
                  .fewest_words = 1,
                  .options = joined({{{"--data", "FOLDER",
                                       "whose network comparisons and claims are read against"}},
                                     listing_options()}),
                  .examples = {"validate data/network", "validate data/network mine.json",
                               "validate data/claims scenarios/comparisons", "validate - --json"}},
        .run = run};
}

} // namespace landsea::apps
