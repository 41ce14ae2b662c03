#include "model/detail/spur_search.hpp"

#include "model/detail/loops.hpp"

#include <algorithm>
#include <map>
#include <queue>

namespace landsea::model::detail {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

} // namespace

SpurSearch::SpurSearch(const SearchSpace& space, std::vector<Sum> lengths, std::size_t most_labels)
    : space_{space}, lengths_{std::move(lengths)}, to_goal_{space.least_to_goal(lengths_)},
      most_labels_{most_labels}, settled_(space.vertex_count()) {
    const Network& network = space.graph().network();
    std::map<Stretch, std::uint32_t> numbers;
    for (std::uint32_t a = 0; a < space.arcs().size(); ++a) {
        const auto& link = space.edge(a).link;
        metres_.push_back(link ? model::metres_of(network[*link]) : 0);
        stretches_.push_back(link ? numbers
                                        .emplace(stretch_of(network[*link]),
                                                 static_cast<std::uint32_t>(numbers.size()))
                                        .first->second
                                  : none);
    }
}

void SpurSearch::limit(const Path& path, std::uint64_t metres) {
    std::map<std::uint32_t, std::uint64_t> on_stretches;
    for (const std::uint32_t a : path) {
        if (stretches_[a] != none) {
            on_stretches[stretches_[a]] += metres_[a];
        }
    }
    Limit limit{.along_arcs = std::vector<Sum>(lengths_.size()),
                .to_goal = {},
                .metres = metres,
                .length = metres_of(path)};
    for (std::size_t a = 0; a < lengths_.size(); ++a) {
        const auto found = on_stretches.find(stretches_[a]);
        if (found != on_stretches.end()) {
            limit.along_arcs[a] = std::min(metres_[a], found->second);
        }
    }
    limit.to_goal = space_.least_to_goal(limit.along_arcs);
    limits_.push_back(std::move(limit));
}

bool SpurSearch::keeps_to_limits(const Path& path, std::size_t from) const {
    for (std::size_t i = from; i < limits_.size(); ++i) {
        if (shared_metres(path, i) > limits_[i].metres) {
            return false;
        }
    }
    return true;
}

std::uint64_t SpurSearch::metres_of(const Path& path) const {
    std::uint64_t metres = 0;
    for (const std::uint32_t a : path) {
        metres += metres_[a];
    }
    return metres;
}

std::uint64_t SpurSearch::shared_metres(const Path& path, std::size_t limit) const {
    std::uint64_t metres = 0;
    for (const std::uint32_t a : path) {
        metres += limits_[limit].along_arcs[a];
    }
    return metres;
}

SpurSearch::Sum SpurSearch::length_of(const Path& path) const {
    Sum sum = 0;
    for (const std::uint32_t a : path) {
        sum += lengths_[a];
    }
    return sum;
}

std::uint32_t SpurSearch::end_of(const Path& root) const {
    return root.empty() ? space_.source() : space_.arcs()[root.back()].head;
}

SpurSearch::Sum SpurSearch::bound(const Beginning& beginning) const {
    const std::uint32_t spur = end_of(beginning.root);
    const auto [first, last] = space_.leaving(spur);
    Sum least = space_.is_goal(spur) ? 0 : SearchSpace::nowhere;
    for (std::uint32_t a = first; a < last; ++a) {
        const Sum rest = to_goal_[space_.arcs()[a].head];
        if (rest != SearchSpace::nowhere && !std::ranges::binary_search(beginning.barred, a)) {
            least = std::min(least, lengths_[a] + rest);
        }
    }
    return least == SearchSpace::nowhere ? least : length_of(beginning.root) + least;
}

/// By the vertices since the labels part; what goes on from another comes after it.
bool SpurSearch::comes_before(std::uint32_t a, std::uint32_t b) const {
    Path since_a;
    Path since_b;
    const auto step_back = [&](std::uint32_t& label, Path& since) {
        since.push_back(labels_[label].arc);
        label = labels_[label].before;
    };
    while (a != b) {
        const std::uint32_t depth_a = labels_[a].depth;
        const std::uint32_t depth_b = labels_[b].depth;
        if (depth_a >= depth_b) {
            step_back(a, since_a);
        }
        if (depth_b >= depth_a) {
            step_back(b, since_b);
        }
    }
    std::ranges::reverse(since_a);
    std::ranges::reverse(since_b);
    return space_.comes_before(since_a, since_b);
}

/// What is settled at the vertex is no longer and, where as long, comes first.
bool SpurSearch::is_beaten(std::uint32_t label) const {
    return std::ranges::any_of(settled_[labels_[label].vertex], [&](std::uint32_t held) {
        for (std::size_t i = 0; i < limits_.size(); ++i) {
            if (shared(held, i) > shared(label, i)) {
                return false;
            }
        }
        return true;
    });
}

/// Adds a label unless it cannot lead to a goal within the limits, or is beaten already.
bool SpurSearch::add(const Label& label, const std::vector<std::uint64_t>& shared) {
    if (to_goal_[label.vertex] == SearchSpace::nowhere) {
        return false;
    }
    for (std::size_t i = 0; i < limits_.size(); ++i) {
        if (shared[i] + limits_[i].to_goal[label.vertex] > limits_[i].metres) {
            return false;
        }
    }
    labels_.push_back(label);
    shared_.insert(shared_.end(), shared.begin(), shared.end());
    if (is_beaten(static_cast<std::uint32_t>(labels_.size()) - 1)) {
        labels_.pop_back();
        shared_.resize(labels_.size() * limits_.size());
        return false;
    }
    ++labels_made_;
    return true;
}

/// Forgets the last search, and puts a label at the end of the root.
void SpurSearch::start(const Path& root) {
    for (const Label& label : labels_) {
        settled_[label.vertex].clear();
    }
    labels_.clear();
    shared_.clear();
    std::vector<std::uint64_t> shared;
    for (std::size_t i = 0; i < limits_.size(); ++i) {
        shared.push_back(shared_metres(root, i));
    }
    add({.length = length_of(root), .vertex = end_of(root), .before = none, .arc = none}, shared);
}

std::optional<SpurSearch::Path> SpurSearch::best(const Beginning& beginning) {
    Visits visits{space_};
    for (const std::uint32_t a : beginning.root) {
        visits.go(a);
    }
    start(beginning.root);

    struct Entry {
        Sum whole;
        std::uint32_t label;
    };

    const auto comes_after = [&](const Entry& a, const Entry& b) {
        return a.whole != b.whole ? a.whole > b.whole : comes_before(b.label, a.label);
    };
    std::priority_queue<Entry, std::vector<Entry>, decltype(comes_after)> queue{comes_after};
    if (!labels_.empty()) {
        queue.push({labels_[0].length + to_goal_[labels_[0].vertex], 0});
    }
    std::vector<std::uint64_t> further(limits_.size());
    while (!queue.empty() && !gave_up()) {
        const std::uint32_t id = queue.top().label;
        queue.pop();
        if (is_beaten(id)) {
            continue;
        }
        const Label label = labels_[id];
        settled_[label.vertex].push_back(id);
        if (space_.is_goal(label.vertex)) {
            return path_to(id, beginning.root);
        }
        const auto [first, last] = space_.leaving(label.vertex);
        for (std::uint32_t a = first; a < last; ++a) {
            if ((id == 0 && std::ranges::binary_search(beginning.barred, a)) ||
                visits.comes_back(a)) {
                continue;
            }
            for (std::size_t i = 0; i < limits_.size(); ++i) {
                further[i] = shared(id, i) + limits_[i].along_arcs[a];
            }
            const Label next{.length = label.length + lengths_[a],
                             .vertex = space_.arcs()[a].head,
                             .before = id,
                             .arc = a,
                             .depth = label.depth + 1};
            if (add(next, further)) {
                queue.push({next.length + to_goal_[next.vertex],
                            static_cast<std::uint32_t>(labels_.size()) - 1});
            }
        }
    }
    return std::nullopt;
}

SpurSearch::Path SpurSearch::path_to(std::uint32_t label, const Path& root) const {
    Path spur;
    for (; labels_[label].before != none; label = labels_[label].before) {
        spur.push_back(labels_[label].arc);
    }
    Path path = root;
    path.insert(path.end(), spur.rbegin(), spur.rend());
    return path;
}

} // namespace landsea::model::detail
