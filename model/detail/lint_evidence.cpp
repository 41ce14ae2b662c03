#include "model/detail/lint_rules.hpp"
#include "model/figure.hpp"

namespace landsea::model::detail {

namespace {

/// A port lies within a harbour's length of the lanes: assumed; estuaries and canals reach further.
constexpr Km farthest_port{10.0};

/// Says the figures of one thing in one finding: "time, money".
class ByThing {
  public:
    ByThing(std::string expected, const Report& report)
        : expected_{std::move(expected)}, report_{&report} {}

    void add(const Figure& figure) {
        if (figure.thing != thing_) {
            flush();
            thing_ = figure.thing;
        }
        if ((", " + names_ + ",").find(", " + figure.name + ",") == std::string::npos) {
            names_ += (names_.empty() ? "" : ", ") + figure.name;
        }
    }

    void flush() {
        if (!names_.empty()) {
            (*report_)(thing_, expected_, "none for " + names_);
        }
        names_.clear();
    }

  private:
    std::string expected_;
    const Report* report_;
    std::string thing_;
    std::string names_;
};

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

} // namespace

void find_missing_sources(const LintSubject& subject, const Report& report) {
    ByThing findings{"a source, as the grade is not assumed", report};
    each_figure(subject.network.parts(), [&](const Figure& figure) {
        if (figure.evidence->grade != Grade::assumed && figure.evidence->sources.empty()) {
            findings.add(figure);
        }
    });
    findings.flush();
}

void find_unexplained(const LintSubject& subject, const Report& report) {
    ByThing findings{"a note that says why it is assumed", report};
    each_figure(subject.network.parts(), [&](const Figure& figure) {
        if (figure.evidence->grade == Grade::assumed && is_blank(figure.evidence->note) &&
            !figure.says_nothing) {
            findings.add(figure);
        }
    });
    findings.flush();
}

void find_far_ports(const LintSubject& subject, const Report& report) {
    if (subject.lanes == nullptr) {
        return;
    }
    for (const Place& place : subject.network.parts().places) {
        const auto node = subject.lanes->node_of(place.id);
        if (!node) {
            continue;
        }
        const Km snapped = subject.distance(place.location, subject.lanes->nodes()[*node].location);
        if (snapped > farthest_port) {
            report("place " + place.id, "a point of the sea lanes within 10 km",
                   "one " + plain(snapped.count()) + " km away");
        }
    }
}

} // namespace landsea::model::detail
