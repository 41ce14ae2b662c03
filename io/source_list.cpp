#include "io/source_list.hpp"

#include "io/csv.hpp"
#include "model/figure.hpp"

#include <array>
#include <vector>

namespace landsea::io {

namespace {

/// Numbers by grade, in the order of the enumerators.
using Uses = std::array<std::size_t, 3>;

void count(Uses& uses, const model::Evidence& evidence) {
    ++uses[static_cast<std::size_t>(evidence.grade)];
}

std::string line_of(const model::Source& source, const Uses& uses) {
    return csv_line({source.id, source.title, source.publisher,
                     source.year ? std::to_string(*source.year) : "", source.note,
                     std::to_string(uses[0]), std::to_string(uses[1]), std::to_string(uses[2])});
}

} // namespace

std::string sources_csv(const model::NetworkParts& parts) {
    std::vector<Uses> uses(parts.sources.size());
    Uses without{};
    model::each_figure(parts, [&](const model::Figure& figure) {
        if (figure.says_nothing) {
            return;
        }
        if (figure.evidence->sources.empty()) {
            count(without, *figure.evidence);
        }
        for (const model::SourceId source : figure.evidence->sources) {
            count(uses[source.index], *figure.evidence);
        }
    });
    std::string text =
        csv_line({"id", "title", "publisher", "year", "note", "published", "derived", "assumed"});
    for (const model::SourceId id : parts.sources.ids()) {
        text += line_of(parts.sources[id], uses[id.index]);
    }
    return text + line_of({.id = "", .title = "without a source"}, without);
}

} // namespace landsea::io
