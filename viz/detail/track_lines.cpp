#include "viz/detail/track_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace landsea::viz::detail {

namespace {

constexpr double step = 3.0;      // pixels between samples
constexpr double near = 3.2;      // lines no farther apart are one to the eye
constexpr double parallel = 0.8;  // cosine of the angle up to which lines run together
constexpr double widest = 30.0;   // of a bundle, middle to middle
constexpr double taper = 14.0;    // at the ends, where lines meet in a place
constexpr std::size_t smooth = 8; // samples on either side

struct Sample {
    Point at;
    Point along; ///< unit vector
};

/// Samples of all pieces of all tracks, by cells of the plane.
class Crowd {
  public:
    void add(std::size_t track, const Sample& sample) {
        cells_[cell(sample.at)].emplace_back(track, sample);
    }

    /// For each track that runs along at a sample, how it runs there; the nearest sample of each.
    [[nodiscard]] std::map<std::size_t, Sample> along(const Sample& sample) const {
        std::map<std::size_t, Sample> found;
        std::map<std::size_t, double> distance;
        const auto [column, row] = cell(sample.at);
        for (long i = column - 1; i <= column + 1; ++i) {
            for (long j = row - 1; j <= row + 1; ++j) {
                const auto here = cells_.find({i, j});
                if (here == cells_.end()) {
                    continue;
                }
                for (const auto& [track, other] : here->second) {
                    const double apart =
                        std::hypot(other.at.x - sample.at.x, other.at.y - sample.at.y);
                    const double turn =
                        other.along.x * sample.along.x + other.along.y * sample.along.y;
                    if (apart > near || std::abs(turn) < parallel) {
                        continue;
                    }
                    const auto known = distance.find(track);
                    if (known == distance.end() || apart < known->second) {
                        distance[track] = apart;
                        found[track] = other;
                    }
                }
            }
        }
        return found;
    }

  private:
    using Cell = std::pair<long, long>;

    static Cell cell(Point p) { return {std::lround(p.x / near), std::lround(p.y / near)}; }

    std::map<Cell, std::vector<std::pair<std::size_t, Sample>>> cells_;
};

std::vector<Sample> sampled(const std::vector<Point>& line) {
    std::vector<Sample> samples;
    double next = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double x = line[i].x - line[i - 1].x;
        const double y = line[i].y - line[i - 1].y;
        const double length = std::hypot(x, y);
        for (; next < length; next += step) {
            samples.push_back(
                {{line[i - 1].x + x * next / length, line[i - 1].y + y * next / length},
                 {x / length, y / length}});
        }
        next -= length;
    }
    if (!samples.empty()) {
        samples.push_back({line.back(), samples.back().along});
    }
    return samples;
}

/// How far a sample is moved to the left of its way.
double shift(const Crowd& crowd, std::size_t track, const Sample& sample, double gap) {
    const auto together = crowd.along(sample);
    if (together.size() < 2 || !together.contains(track)) {
        return 0.0;
    }
    const double count = static_cast<double>(together.size());
    const double rank = static_cast<double>(std::distance(together.begin(), together.find(track)));
    // All take their sides from the way of the first, whichever way they go themselves.
    const Sample& first = together.begin()->second;
    const double turn = first.along.x * sample.along.x + first.along.y * sample.along.y;
    return (rank - (count - 1.0) / 2.0) * std::min(gap, widest / (count - 1.0)) *
           (turn < 0.0 ? -1.0 : 1.0);
}

std::vector<double> smoothed(const std::vector<double>& values) {
    std::vector<double> made(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t from = i > smooth ? i - smooth : 0;
        const std::size_t to = std::min(values.size(), i + smooth + 1);
        double sum = 0.0;
        for (std::size_t k = from; k < to; ++k) {
            sum += values[k];
        }
        made[i] = sum / static_cast<double>(to - from);
    }
    return made;
}

std::vector<Point> moved(const std::vector<Sample>& samples, const std::vector<double>& shifts) {
    std::vector<Point> line;
    const double last = static_cast<double>(samples.size() - 1);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const std::size_t before = i > 2 ? i - 2 : 0;
        const std::size_t after = std::min(samples.size() - 1, i + 2);
        const double x = samples[after].at.x - samples[before].at.x;
        const double y = samples[after].at.y - samples[before].at.y;
        const double length = std::max(1e-9, std::hypot(x, y));
        const double end = std::min(static_cast<double>(i), last - static_cast<double>(i)) * step;
        const double by = shifts[i] * std::min(1.0, end / taper);
        line.push_back({samples[i].at.x + by * y / length, samples[i].at.y - by * x / length});
    }
    return line;
}

} // namespace

void spread(std::vector<Pieces>& tracks, double gap) {
    Crowd crowd;
    std::vector<std::vector<std::vector<Sample>>> samples(tracks.size());
    for (std::size_t track = 0; track < tracks.size(); ++track) {
        for (const auto& piece : tracks[track]) {
            samples[track].push_back(sampled(piece));
            for (const Sample& sample : samples[track].back()) {
                crowd.add(track, sample);
            }
        }
    }
    for (std::size_t track = 0; track < tracks.size(); ++track) {
        for (std::size_t k = 0; k < samples[track].size(); ++k) {
            const auto& along = samples[track][k];
            std::vector<double> shifts;
            shifts.reserve(along.size());
            for (const Sample& sample : along) {
                shifts.push_back(shift(crowd, track, sample, gap));
            }
            const bool alone = std::ranges::all_of(shifts, [](double by) { return by == 0.0; });
            if (!alone) {
                tracks[track][k] = moved(along, smoothed(smoothed(shifts)));
            }
        }
    }
}

Pieces arrowheads(const std::vector<Point>& line, double size, double spacing,
                  const std::vector<Box>& keep_out) {
    const std::vector<Sample> samples = sampled(line);
    const double length = step * static_cast<double>(samples.size());
    if (length < 4.0 * size) {
        return {};
    }
    const double count = std::max(1.0, std::round(length / spacing));
    Pieces heads;
    for (double n = 0.5; n < count; n += 1.0) {
        const auto at = static_cast<std::size_t>(n / count * static_cast<double>(samples.size()));
        const std::size_t back = at > 1 ? at - 2 : 0;
        const Point here = samples[at].at;
        const double x = here.x - samples[back].at.x;
        const double y = here.y - samples[back].at.y;
        const double run = std::hypot(x, y);
        const bool free = std::ranges::none_of(
            keep_out, [&](const Box& box) { return box.grown(size).contains(here); });
        if (run < 1e-6 || !free) {
            continue;
        }
        const Point ahead{x / run * size, y / run * size};
        heads.push_back(
            {{here.x + 0.6 * ahead.x, here.y + 0.6 * ahead.y},
             {here.x - 0.5 * ahead.x - 0.5 * ahead.y, here.y - 0.5 * ahead.y + 0.5 * ahead.x},
             {here.x - 0.5 * ahead.x + 0.5 * ahead.y, here.y - 0.5 * ahead.y - 0.5 * ahead.x}});
    }
    return heads;
}

} // namespace landsea::viz::detail
