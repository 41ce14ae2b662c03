#pragma once

#include "model/sea_lanes.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace landsea::model {

/// A course that somebody wants to know. The rules' lists are sorted.
struct CourseRequest {
    std::uint32_t from{};
    std::uint32_t to{};
    SeaRules rules;
};

/// Courses between many pairs of ports, found by as few searches as possible: those of one port in
/// one search, and there and back at once, as the lanes go both ways.
class CourseBook {
  public:
    /// The lanes must outlive it.
    explicit CourseBook(const SeaLanes& lanes) : lanes_{lanes} {}

    /// Notes that a course will be wanted.
    void ask(const CourseRequest& request);

    /// The course, after all that was asked has been found; nullopt when no way is open.
    [[nodiscard]] std::optional<SeaCourse> course(const CourseRequest& request);

  private:
    using Rules = std::tuple<std::vector<std::string>, std::vector<std::string>, Vessel>;
    using Ends = std::pair<std::uint32_t, std::uint32_t>; ///< the smaller node first
    using Key = std::pair<Rules, Ends>;

    static Key key_of(const CourseRequest& request);
    void find_asked();
    void find(const Rules& rules, const std::vector<Ends>& pairs);

    const SeaLanes& lanes_;
    std::map<Rules, std::vector<Ends>> asked_;
    std::map<Key, std::optional<SeaCourse>> found_; ///< from the smaller node
};

} // namespace landsea::model
