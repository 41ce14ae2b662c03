#include "model/voyage.hpp"

#include "model/pert.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::model {

namespace {

/// The centre of a range as a mode, mean or median, whatever it is stated as.
template <class Q>
Q centre_of(const Range<Q>& range, TypicalIs kind) {
    if (kind == range.typical_is || !(range.high > range.low)) {
        return range.typical;
    }
    if (kind == TypicalIs::mean) {
        return mean_of(range);
    }
    const double shape = shape_of(range);
    const double share = kind == TypicalIs::mode ? shape : PertQuantiles{shape}.at(0.5);
    return range.low + share * (range.high - range.low);
}

template <class Q>
Range<Q> times(const Range<Q>& range, double factor) {
    return {factor * range.low, factor * range.typical, factor * range.high, range.typical_is};
}

Range<UsdPerTeu> carriage(Km length, const Range<UsdPerTeuKm>& rate) {
    return {length * rate.low, length * rate.typical, length * rate.high, rate.typical_is};
}

/// Takes away what `less` is, long when it is long, and keeps a range that can be.
Range<UsdPerTeu> without(Range<UsdPerTeu> range, const Range<UsdPerTeu>& less) {
    const Range<UsdPerTeu> taken =
        together({{}, {}, {}, range.typical_is}, less); // its centre is of the same kind
    range.low = std::max(range.low - taken.low, UsdPerTeu{});
    range.high = std::max(range.high - taken.high, range.low);
    constexpr double sixth = 1.0 / 6.0; // the means that PERT curves can have, medians lie inside
    const UsdPerTeu margin =
        range.typical_is == TypicalIs::mode ? UsdPerTeu{} : sixth * (range.high - range.low);
    range.typical =
        std::clamp(range.typical - taken.typical, range.low + margin, range.high - margin);
    return range;
}

/// Collects what a computed number rests on.
struct Ground {
    Evidence evidence{.grade = Grade::derived, .sources = {}, .year = {}, .note = {}};

    void add(const Evidence& other) {
        if (other.grade == Grade::assumed) {
            evidence.grade = Grade::assumed;
        }
        for (const SourceId source : other.sources) {
            if (std::ranges::find(evidence.sources, source) == evidence.sources.end()) {
                evidence.sources.push_back(source);
            }
        }
    }
};

Range<UsdPerTeu> tolls_of(const std::vector<PassageId>& passages, const NetworkParts& parts,
                          Ground& ground, std::string& names) {
    Range<UsdPerTeu> sum{};
    for (const PassageId id : passages) {
        if (const auto& toll = parts.passages[id].toll) {
            sum = together(sum, toll->range);
            ground.add(toll->evidence);
            names += (names.empty() ? "" : ", ") + parts.passages[id].id;
        }
    }
    return sum;
}

std::string km_text(Km length) {
    return std::to_string(std::lround(length.count())) + " km";
}

} // namespace

template <class Q>
Range<Q> together(const Range<Q>& a, const Range<Q>& b) {
    return {a.low + b.low, a.typical + centre_of(b, a.typical_is), a.high + b.high, a.typical_is};
}

template Range<Hours> together(const Range<Hours>&, const Range<Hours>&);
template Range<UsdPerTeu> together(const Range<UsdPerTeu>&, const Range<UsdPerTeu>&);

Range<Hours> steaming_time(Km length, const Sailing& sailing) {
    const Range<KmPerHour>& speed = sailing.speed.range;
    const TypicalIs kind =
        speed.typical_is == TypicalIs::median ? TypicalIs::median : TypicalIs::mode;
    return {length / speed.high, length / centre_of(speed, kind), length / speed.low, kind};
}

Range<Hours> voyage_time(Km length, const Sailing& sailing) {
    return together(sailing.fixed_time.range, steaming_time(length, sailing));
}

Range<UsdPerTeu> voyage_money(Km length, const std::vector<PassageId>& passages,
                              const Sailing& sailing, const NetworkParts& parts) {
    Ground ignored;
    std::string names;
    return together(together(sailing.fixed_money.range, carriage(length, sailing.rate.range)),
                    tolls_of(passages, parts, ignored, names));
}

void compute_voyage(Link& link, MeansId means, const NetworkParts& parts) {
    const Sailing& sailing = *parts.means[means].sailing;
    const Km length = link.length.range.typical;
    const std::string of_means = " of means " + parts.means[means].id;
    Ground time;
    time.add(link.length.evidence);
    time.add(sailing.fixed_time.evidence);
    time.add(sailing.speed.evidence);
    time.evidence.note = "computed: fixed part + " + km_text(length) + " at the speed" + of_means;
    link.time = {voyage_time(length, sailing), time.evidence};
    Ground money;
    std::string tolls;
    static_cast<void>(tolls_of(link.passages, parts, money, tolls));
    money.add(link.length.evidence);
    money.add(sailing.fixed_money.evidence);
    money.add(sailing.rate.evidence);
    money.evidence.note = "computed: fixed part + " + km_text(length) + " at the rate" + of_means +
                          (tolls.empty() ? "" : " + toll of " + tolls);
    link.money = {voyage_money(length, link.passages, sailing, parts), money.evidence};
    link.price_year = sailing.price_year;
    link.emission_factor = sailing.emission_factor;
    link.cause = sailing.cause;
}

void lengthen_voyage(Link& link, const Link& usual, MeansId means, const NetworkParts& parts) {
    const Sailing& sailing = *parts.means[means].sailing;
    const Km more = std::max(link.length.range.typical - usual.length.range.typical, Km{});
    const std::string of_means = " of means " + parts.means[means].id;
    Ground time;
    time.add(usual.time.evidence);
    time.add(sailing.speed.evidence);
    time.evidence.note =
        usual.time.evidence.note + "; " + km_text(more) + " more at the speed" + of_means;
    link.time = {together(usual.time.range, steaming_time(more, sailing)), time.evidence};
    Ground money;
    std::string paid;
    std::string saved;
    const auto new_tolls = tolls_of(link.passages, parts, money, paid);
    const auto old_tolls = tolls_of(usual.passages, parts, money, saved);
    money.add(usual.money.evidence);
    money.add(sailing.rate.evidence);
    money.evidence.note =
        usual.money.evidence.note + "; " + km_text(more) + " more at the rate" + of_means +
        (paid == saved ? ""
                       : ", toll of " + (paid.empty() ? "nothing" : paid) + " in place of " +
                             (saved.empty() ? "nothing" : saved));
    auto range = together(usual.money.range, carriage(more, sailing.rate.range));
    if (paid != saved) {
        range = without(together(range, new_tolls), old_tolls);
    }
    link.money = {range, money.evidence};
}

} // namespace landsea::model
