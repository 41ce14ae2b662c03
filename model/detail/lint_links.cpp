#include "model/detail/lint_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>

namespace landsea::model::detail {

namespace {

/// Assumed: positions of terminals are off by less.
constexpr Km slack{20.0};
constexpr double longest_ratio = 2.0;

/// The bounds of an average over a whole link; stops are operations and not in it.
struct SpeedBounds {
    KmPerHour slowest;
    KmPerHour fastest;
};

/// Source: container wagons run at up to 160 km/h at most (Skagerrakbanan, "Containers";
/// China-Europe trains at 120, sinoeurorailway.com). All other bounds are assumed, wide on purpose:
/// a truck's legal speed is about 90 to 100 km/h, inland vessels make 35 km/h going down with a
/// strong current, 50 km/h are 27 knots, jets cruise below 1,000 km/h.
SpeedBounds bounds_of(Mode mode) {
    switch (mode) {
    case Mode::road:
        return {KmPerHour{5}, KmPerHour{110}};
    case Mode::rail:
        return {KmPerHour{5}, KmPerHour{160}};
    case Mode::sea:
        return {KmPerHour{5}, KmPerHour{50}};
    case Mode::inland_waterway:
        return {KmPerHour{2}, KmPerHour{35}};
    case Mode::air:
        break;
    }
    return {KmPerHour{200}, KmPerHour{1000}};
}

bool is_on_land_or_river(const Link& link) {
    return link.mode == Mode::road || link.mode == Mode::rail || link.mode == Mode::inland_waterway;
}

using LinkKey = std::tuple<PlaceId, PlaceId, Mode, std::vector<PassageId>, std::int64_t>;

/// Ends, mode and passages, whatever their order; links that are computed for other means differ.
LinkKey key_of(const Link& link) {
    auto passages = link.passages;
    std::ranges::sort(passages);
    const std::int64_t means = link.computed_for ? link.computed_for->index : -1;
    return {link.from, link.to, link.mode, std::move(passages), means};
}

/// Calls `visit` with each link and each earlier one that has the same key.
template <class Visit>
void each_twin(const Network& network, Visit visit) {
    std::map<LinkKey, std::vector<LinkId>> seen;
    for (const LinkId id : network.parts().links.ids()) {
        auto& earlier = seen[key_of(network[id])];
        for (const LinkId twin : earlier) {
            visit(network[id], network[twin]);
        }
        earlier.push_back(id);
    }
}

std::string ends_of(const Link& link, const Network& network) {
    return network[link.from].id + " to " + network[link.to].id;
}

/// Calls `visit` with each land or river link and the great circle between its ends.
template <class Visit>
void each_measured(const LintSubject& subject, Visit visit) {
    for (const Link& link : subject.network.parts().links) {
        if (is_on_land_or_river(link) && !awaits_course(link)) {
            visit(link, subject.distance(subject.network[link.from].location,
                                         subject.network[link.to].location));
        }
    }
}

/// What a running time amounts to on a link: the shortest possible and the usual one.
struct Running {
    Hours least;
    Hours usual;
};

/// The time under way. A computed voyage also holds the fixed time of its means, in port waters.
Running running_of(const Link& link, const Range<double>& factor, const Network& network) {
    Running running{link.time.range.low * factor.low, link.time.range.typical * factor.typical};
    if (link.computed_for && network[*link.computed_for].sailing) {
        const Range<Hours>& fixed = network[*link.computed_for].sailing->fixed_time.range;
        running.least -= std::min(running.least, fixed.low * factor.low);
        running.usual -= std::min(running.usual, fixed.typical * factor.typical);
    }
    return running;
}

/// Calls `visit` with what to call it, the link and its running time, for each link, and for each
/// link that a service runs at a time factor of its own.
template <class Visit>
void each_running(const Network& network, Visit visit) {
    constexpr Range<double> plain_factor = Range<double>::certain(1.0);
    for (const Link& link : network.parts().links) {
        if (!awaits_course(link)) {
            visit("link " + link.id, link, running_of(link, plain_factor, network));
        }
    }
    for (const Service& service : network.parts().services) {
        if (service.time_factor.range == plain_factor) {
            continue; // its links have been looked at
        }
        for (const LinkId id : service.route) {
            visit("service " + service.id + " on link " + network[id].id, network[id],
                  running_of(network[id], service.time_factor.range, network));
        }
    }
}

std::string speed_text(Km length, Hours time) {
    const std::string said = plain(length.count()) + " km in " + plain(time.count()) + " h";
    return time > Hours{} ? said + ", " + plain((length / time).count()) + " km/h" : said;
}

} // namespace

std::string plain(double value) {
    std::array<char, 400> text{};
    const bool is_whole = value == std::floor(value);
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value,
                                       std::chars_format::fixed, is_whole ? 0 : 1);
    return {text.data(), written.ptr};
}

void find_duplicates(const LintSubject& subject, const Report& report) {
    each_twin(subject.network, [&](const Link& link, const Link& twin) {
        if (link.variant == twin.variant && link.course == twin.course) {
            report("link " + link.id,
                   "one link from " + ends_of(link, subject.network) + " by " +
                       std::string{name_of(link.mode)} + ", or variants that tell several apart",
                   "link " + twin.id + " between the same places, by the same passages");
        }
    });
}

void find_same_passages(const LintSubject& subject, const Report& report) {
    each_twin(subject.network, [&](const Link& link, const Link& twin) {
        const bool differs = link.variant != twin.variant || link.course != twin.course;
        if (differs && link.length.range == twin.length.range) {
            report("link " + link.id, "variants that go different ways",
                   "link " + twin.id + " of the same length, by the same passages");
        }
    });
}

void find_short_lengths(const LintSubject& subject, const Report& report) {
    each_measured(subject, [&](const Link& link, Km circle) {
        if (link.length.range.typical < circle - slack) {
            report("link " + link.id,
                   "at least the great circle of " + plain(circle.count()) + " km, less 20 km",
                   plain(link.length.range.typical.count()) + " km");
        }
    });
}

void find_long_lengths(const LintSubject& subject, const Report& report) {
    each_measured(subject, [&](const Link& link, Km circle) {
        if (link.length.range.typical > longest_ratio * circle) {
            report("link " + link.id,
                   "at most twice the great circle of " + plain(circle.count()) + " km",
                   plain(link.length.range.typical.count()) + " km");
        }
    });
}

void find_too_fast(const LintSubject& subject, const Report& report) {
    each_running(subject.network, [&](const std::string& thing, const Link& link, Running time) {
        const KmPerHour fastest = bounds_of(link.mode).fastest;
        const Km length = link.length.range.typical;
        if (length > time.least * fastest) {
            report(thing,
                   "at most " + plain(fastest.count()) + " km/h by " +
                       std::string{name_of(link.mode)},
                   speed_text(length, time.least) + " at the least");
        }
    });
}

void find_too_slow(const LintSubject& subject, const Report& report) {
    each_running(subject.network, [&](const std::string& thing, const Link& link, Running time) {
        const KmPerHour slowest = bounds_of(link.mode).slowest;
        const Km length = link.length.range.typical;
        if (length < time.usual * slowest) {
            report(thing,
                   "at least " + plain(slowest.count()) + " km/h by " +
                       std::string{name_of(link.mode)},
                   speed_text(length, time.usual));
        }
    });
}

} // namespace landsea::model::detail
