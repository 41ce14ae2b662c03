#include "io/detail/import_ids.hpp"

#include "io/detail/import_defaults.hpp"
#include "io/nearest_words.hpp"
#include "model/mode.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

/// Writes down what is wrong with the ids of a source.
class IdCheck {
  public:
    IdCheck(const ImportSource& source, ProblemList& problems)
        : source_{&source}, problems_{&problems} {}

    std::set<std::string> collected(const std::vector<ImportRecord>& records) {
        std::set<std::string> ids;
        for (const ImportRecord& record : records) {
            const ImportReader read{record, *source_, *problems_};
            const std::string id = read.required("id");
            if (!ids.insert(id).second && !id.empty()) {
                read.problem("id", "an id that no other has");
            }
        }
        return ids;
    }

    void check_link(const ImportRecord& link, const std::set<std::string>& places) {
        const ImportReader read{link, *source_, *problems_};
        check_end(read, "from", places);
        check_end(read, "to", places);
        const std::string mode = mode_of(read);
        if (std::ranges::none_of(model::mode_names,
                                 [&](const auto& word) { return word.first == mode; })) {
            read.problem("mode", "one of road, rail, sea, inland_waterway, air");
        }
    }

  private:
    static void check_end(const ImportReader& read, const char* name,
                          const std::set<std::string>& places) {
        const std::string id = read.required(name);
        if (id.empty() || places.contains(id)) {
            return;
        }
        const std::vector<std::string_view> known{places.begin(), places.end()};
        std::string nearest;
        for (const std::string& word : nearest_words(id, known)) {
            nearest += (nearest.empty() ? " (nearest: " : ", ") + word;
        }
        read.problem(name, "the id of a place" + nearest + (nearest.empty() ? "" : ")"));
    }

    const ImportSource* source_;
    ProblemList* problems_;
};

} // namespace

ImportIds ids_of(const ImportSource& source, ProblemList& problems) {
    IdCheck check{source, problems};
    ImportIds ids{.sources = check.collected(source.sources),
                  .passages = check.collected(source.passages),
                  .places = check.collected(source.places)};
    static_cast<void>(check.collected(source.links));
    for (const ImportRecord& link : source.links) {
        check.check_link(link, ids.places);
    }
    return ids;
}

} // namespace landsea::io::detail
