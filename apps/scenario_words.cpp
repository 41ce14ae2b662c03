#include "apps/scenario_words.hpp"

#include "apps/usage_error.hpp"
#include "model/spelling.hpp"

#include <algorithm>

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> parts_of(const std::string& word) {
    std::error_code ignored;
    if (fs::is_regular_file(word, ignored)) {
        return {word}; // a file may have a plus in its name
    }
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t plus = word.find('+'); plus != std::string::npos;
         plus = word.find('+', begin)) {
        parts.push_back(word.substr(begin, plus - begin));
        begin = plus + 1;
    }
    parts.push_back(word.substr(begin));
    return parts;
}

fs::path file_of(const std::string& part, const fs::path& catalogue) {
    if (part.ends_with(".json")) {
        return part;
    }
    const auto ids = io::scenario_ids(catalogue);
    if (std::ranges::find(ids, part) == ids.end()) {
        throw UsageError{"no scenario is called \"" + part +
                             "\" (an id of the catalogue, a file *.json, or A+B, is expected)",
                         model::nearest(part, ids, 3)};
    }
    return catalogue / (part + ".json");
}

} // namespace

fs::path scenario_folder(const fs::path& data) {
    std::error_code ignored;
    const fs::path beside = (data / ".." / "scenarios" / "catalog").lexically_normal();
    return fs::is_directory(beside, ignored) ? beside : data / "catalog";
}

io::ScenarioText scenario_text_of(const std::string& word, const fs::path& data) {
    const fs::path catalogue = scenario_folder(data);
    std::vector<io::ScenarioText> texts;
    for (const std::string& part : parts_of(word)) {
        texts.push_back(io::read_scenario_text(file_of(part, catalogue), catalogue));
        if (std::ranges::count(texts, texts.back().id, &io::ScenarioText::id) > 1) {
            throw UsageError{"scenario " + texts.back().id + " is there twice in \"" + word + "\""};
        }
    }
    return io::combined(texts);
}

std::vector<io::ScenarioText> scenario_texts_of(const Arguments& arguments, const fs::path& data) {
    std::vector<io::ScenarioText> texts;
    for (const std::string& word : arguments.all("--scenario")) {
        texts.push_back(scenario_text_of(word, data));
        const std::string& id = texts.back().id;
        if (std::ranges::count(texts, id, &io::ScenarioText::id) > 1) {
            throw UsageError{"--scenario: " + id + " is given twice"};
        }
    }
    return texts;
}

std::vector<io::NetworkText> additions_of(const std::vector<io::ScenarioText>& texts) {
    std::vector<io::NetworkText> all;
    for (const io::ScenarioText& text : texts) {
        for (const io::NetworkText& addition : text.additions) {
            if (std::ranges::find(all, addition.name, &io::NetworkText::name) == all.end()) {
                all.push_back(addition);
            }
        }
    }
    return all;
}

} // namespace landsea::apps
