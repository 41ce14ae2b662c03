#include "io/read_comparison.hpp"

#include "io/detail/parse_json.hpp"
#include "io/detail/read_alternative.hpp"
#include "io/read_file.hpp"

#include <algorithm>

namespace landsea::io {

namespace {

using detail::JsonAt;

scenarios::Question read_question(const JsonAt& top, const model::Network& network) {
    scenarios::Question question;
    if (!top.is_object_of({"$schema", "schema_version", "id", "names", "question", "from", "to",
                           "alternatives", "bounds_days"})) {
        return question;
    }
    static_cast<void>(top["schema_version"].integer_in(1, 1));
    question.id = top["id"].name();
    question.names = detail::read_plain_names(top["names"]);
    question.text = detail::read_plain_names(top["question"]);
    question.query.from = detail::read_place_id(top["from"], network);
    question.query.to = detail::read_place_id(top["to"], network);
    question.bounds = detail::read_bounds(top["bounds_days"]);
    const auto alternatives = top["alternatives"].elements();
    if (alternatives.empty()) {
        top["alternatives"].problem("one alternative or more");
    }
    for (const JsonAt& alternative : alternatives) {
        question.alternatives.push_back(detail::read_alternative(alternative, network));
    }
    return question;
}

} // namespace

scenarios::Question read_comparison(const std::filesystem::path& file,
                                    const model::Network& network) {
    return read_comparison_text({file.string(), read_file(file)}, network);
}

scenarios::Question read_comparison_text(const NetworkText& text, const model::Network& network) {
    detail::ProblemList problems;
    const auto document = detail::parse_json(text.name, text.text, problems);
    problems.throw_if_any();
    scenarios::Question question = read_question(JsonAt{*document, problems}, network);
    problems.throw_if_any();
    return question;
}

std::vector<std::string> comparison_ids(const std::filesystem::path& folder) {
    std::vector<std::string> ids;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator{folder, missing}) {
        if (entry.path().extension() == ".json") {
            ids.push_back(entry.path().stem().string());
        }
    }
    std::ranges::sort(ids);
    return ids;
}

} // namespace landsea::io
