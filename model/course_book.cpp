#include "model/course_book.hpp"

#include <algorithm>

namespace landsea::model {

namespace {

void turn(SeaCourse& course) {
    std::ranges::reverse(course.line);
    std::ranges::reverse(course.passages);
}

} // namespace

CourseBook::Key CourseBook::key_of(const CourseRequest& request) {
    const SeaRules& rules = request.rules;
    return {{rules.closed, rules.required, rules.vessel}, std::minmax(request.from, request.to)};
}

void CourseBook::ask(const CourseRequest& request) {
    const Key key = key_of(request);
    if (!found_.contains(key)) {
        asked_[key.first].push_back(key.second);
    }
}

std::optional<SeaCourse> CourseBook::course(const CourseRequest& request) {
    ask(request);
    find_asked();
    std::optional<SeaCourse> course = found_.at(key_of(request));
    if (course && request.from > request.to) {
        turn(*course);
    }
    return course;
}

void CourseBook::find_asked() {
    for (auto& [rules, pairs] : asked_) {
        std::ranges::sort(pairs);
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        find(rules, pairs);
    }
    asked_.clear();
}

void CourseBook::find(const Rules& rules, const std::vector<Ends>& pairs) {
    std::map<std::uint32_t, std::size_t> uses;
    for (const auto& [a, b] : pairs) {
        ++uses[a];
        ++uses[b];
    }
    // A hub has many pairs and is searched from once.
    std::map<std::uint32_t, std::vector<std::uint32_t>> targets;
    for (const auto& [a, b] : pairs) {
        const bool from_a = uses[a] >= uses[b];
        targets[from_a ? a : b].push_back(from_a ? b : a);
    }
    const auto& [closed, required, vessel] = rules;
    for (const auto& [from, to] : targets) {
        auto courses = lanes_.courses(from, to, {closed, required, vessel});
        for (std::size_t i = 0; i < to.size(); ++i) {
            if (courses[i] && from > to[i]) {
                turn(*courses[i]);
            }
            found_.emplace(Key{rules, std::minmax(from, to[i])}, std::move(courses[i]));
        }
    }
}

} // namespace landsea::model
