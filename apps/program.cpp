#include "apps/program.hpp"

#include "apps/usage_error.hpp"
#include "apps/verb.hpp"
#include "io/input_error.hpp"
#include "model/spelling.hpp"
#include "scenarios/scenario.hpp"

#include <algorithm>
#include <iostream>

namespace landsea::apps {

namespace {

int code(Exit exit) {
    return static_cast<int>(exit);
}

std::string overview() {
    std::string text = program_name() +
                       ": freight corridors compared in days, money, carbon and certainty\n\n"
                       "Usage: landsea VERB [words] [options]\n\n";
    for (const Verb& verb : verbs()) {
        std::string name = "  " + verb.usage.verb;
        name.resize(14, ' ');
        text += name + verb.usage.summary + "\n";
    }
    return text + "\nlandsea VERB --help says more. Begin with: landsea compare nwlsc-vs-yangtze\n"
                  "Exit codes: 0 fine, 1 the answer is no, 2 wrong input file, 3 file not readable "
                  "or writable,\n4 our bug, 64 wrong command line. Not for navigation.\n";
}

Exit run_verb(const std::vector<std::string>& words) {
    const auto all = verbs();
    const auto found = std::ranges::find_if(
        all, [&](const Verb& verb) { return verb.usage.verb == words.front(); });
    if (found == all.end()) {
        std::vector<std::string> names;
        for (const Verb& verb : all) {
            names.push_back(verb.usage.verb);
        }
        throw UsageError{"unknown verb \"" + words.front() + "\"",
                         model::nearest(words.front(), names, 3)};
    }
    const std::vector<std::string> rest{words.begin() + 1, words.end()};
    if (std::ranges::find(rest, "--help") != rest.end()) {
        std::cout << help_text(found->usage);
        return Exit::fine;
    }
    return found->run(parse(found->usage, rest));
}

Exit dispatch(const std::vector<std::string>& words) {
    if (words.empty()) {
        std::cerr << overview();
        return Exit::wrong_usage;
    }
    if (words.front() == "--help" || words.front() == "help") {
        std::cout << overview();
        return Exit::fine;
    }
    if (words.front() == "--version") {
        std::cout << program_name() << "\n";
        return Exit::fine;
    }
    return run_verb(words);
}

/// Data that did not reach its reader is an error, too.
Exit flushed(Exit exit) {
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "landsea: standard output cannot be written\n";
        return Exit::wrong_file;
    }
    return exit;
}

} // namespace

std::string program_name() {
    return std::string{"landsea "} + LANDSEA_VERSION;
}

int run(const std::vector<std::string>& words) {
    try {
        return code(flushed(dispatch({words.begin() + 1, words.end()})));
    } catch (const UsageError& error) {
        std::cerr << "landsea: " << error.what() << "\n";
        return code(Exit::wrong_usage);
    } catch (const scenarios::NeedsAMonth& error) {
        std::cerr << "landsea: " << error.what() << "; name a month, as in --month 3\n";
        return code(Exit::wrong_usage);
    } catch (const io::InputError& error) {
        std::cerr << error.what() << "\n";
        return code(Exit::wrong_input);
    } catch (const io::FileError& error) {
        std::cerr << "landsea: " << error.what() << "\n";
        return code(Exit::wrong_file);
    } catch (const std::exception& error) {
        std::cerr << "landsea: a bug of ours, please report it: " << error.what() << "\n";
        return code(Exit::our_bug);
    }
}

} // namespace landsea::apps
