#pragma once

#include "model/detail/search_space.hpp"
#include "model/route_overlap.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace landsea::model::detail {

/// Paths that begin in a given way and share no more than so much with other paths.
class SpurSearch {
  public:
    using Sum = SearchSpace::Sum;
    using Path = std::vector<std::uint32_t>; ///< arcs from the source on

    /// What a path starts with, and the arcs by which it must not go on from there, ascending.
    struct Beginning {
        Path root;
        Path barred;
    };

    /// The space must outlive it. A length for each arc; cycles have a positive one.
    SpurSearch(const SearchSpace& space, std::vector<Sum> lengths, std::size_t most_labels);

    /// From now on no path may share more metres with this one.
    void limit(const Path& path, std::uint64_t metres);

    [[nodiscard]] std::size_t limits() const { return limits_.size(); }

    /// Whether a path keeps to the limits from the given one on.
    [[nodiscard]] bool keeps_to_limits(const Path& path, std::size_t from) const;

    [[nodiscard]] std::uint64_t metres_of(const Path& path) const;

    /// The metres that a path shares with the one of a limit.
    [[nodiscard]] std::uint64_t shared_metres(const Path& path, std::size_t limit) const;

    [[nodiscard]] std::uint64_t metres_of_limit(std::size_t limit) const {
        return limits_[limit].length;
    }

    /// No longer than the shortest path with such a beginning; `nowhere` when there is none.
    [[nodiscard]] Sum bound(const Beginning& beginning) const;

    /// The shortest path that begins so and keeps to the limits; of those the one that comes
    /// first in the space. It does not come back to where its root has been, but may come back to
    /// where it has been after that. Nullopt when there is none or the labels are used up.
    std::optional<Path> best(const Beginning& beginning);

    /// Of a path.
    [[nodiscard]] Sum length_of(const Path& path) const;

    /// Labels made so far, by all searches.
    [[nodiscard]] std::size_t labels() const { return labels_made_; }

    /// Whether the labels are used up: what was not found may exist.
    [[nodiscard]] bool gave_up() const { return labels_made_ >= most_labels_; }

  private:
    struct Limit {
        std::vector<Sum> along_arcs; ///< metres that each arc shares
        std::vector<Sum> to_goal;    ///< the least that are shared from each vertex on
        std::uint64_t metres{};      ///< the limit
        std::uint64_t length{};      ///< of the path that is shared with
    };

    struct Label {
        Sum length{};
        std::uint32_t vertex{};
        std::uint32_t before{};
        std::uint32_t arc{};
        std::uint32_t depth{};
    };

    [[nodiscard]] std::uint32_t end_of(const Path& root) const;
    [[nodiscard]] bool comes_before(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] bool is_beaten(std::uint32_t label) const;
    bool add(const Label& label, const std::vector<std::uint64_t>& shared);
    void start(const Path& root);
    [[nodiscard]] Path path_to(std::uint32_t label, const Path& root) const;

    [[nodiscard]] std::uint64_t shared(std::uint32_t label, std::size_t limit) const {
        return shared_[label * limits_.size() + limit];
    }

    const SearchSpace& space_;
    std::vector<Sum> lengths_;
    std::vector<Sum> to_goal_;
    std::vector<std::uint32_t> stretches_; ///< of each arc
    std::vector<std::uint64_t> metres_;    ///< of each arc
    std::vector<Limit> limits_;
    std::size_t most_labels_;
    std::size_t labels_made_{};

    std::vector<Label> labels_; ///< of one search
    std::vector<std::uint64_t> shared_;
    std::vector<std::vector<std::uint32_t>> settled_; ///< labels, by vertex
};

} // namespace landsea::model::detail
