#include "model/sea_services.hpp"

#include "model/course_book.hpp"
#include "model/voyage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace landsea::model {

namespace {

constexpr std::string_view twin_mark = "~without:";
constexpr std::string_view lanes_source = "sea-lanes";

std::string message_of(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) {
        text += (text.empty() ? "" : "\n") + problem.thing + ": expected " + problem.expected +
                ", found " + problem.found;
    }
    return text;
}

/// Each link: feeder when all its services are, else ocean.
std::vector<Vessel> vessels_of(const NetworkParts& parts) {
    std::vector<bool> has_service(parts.links.size());
    std::vector<bool> has_ocean(parts.links.size());
    for (const Service& service : parts.services) {
        const auto& sailing = parts.means[service.means].sailing;
        for (const LinkId link : service.route) {
            has_service[link.index] = true;
            has_ocean[link.index] =
                has_ocean[link.index] || !sailing || sailing->vessel == Vessel::ocean;
        }
    }
    std::vector<Vessel> vessels;
    for (std::size_t i = 0; i < has_service.size(); ++i) {
        vessels.push_back(has_service[i] && !has_ocean[i] ? Vessel::feeder : Vessel::ocean);
    }
    return vessels;
}

/// Lays courses, and remembers those that it has asked for.
class Navigator {
  public:
    Navigator(NetworkParts parts, const SeaLanes& lanes)
        : parts_{std::move(parts)}, lanes_{lanes}, vessels_{vessels_of(parts_)}, charts_{lanes} {
        for (const PassageId id : parts_.passages.ids()) {
            passages_.emplace(parts_.passages[id].id, id);
        }
        for (const Service& service : parts_.services) {
            service_ids_.insert(service.id);
        }
    }

    void chart() {
        std::vector<LinkId> waiting;
        for (const LinkId id : parts_.links.ids()) {
            const Link& link = parts_.links[id];
            if (awaits_course(link) && is_on_lanes(link.from) && is_on_lanes(link.to)) {
                waiting.push_back(id);
                charts_.ask(request_of(link, vessels_[id.index]));
            }
        }
        for (const LinkId id : waiting) {
            Link& link = parts_.links[id];
            if (const auto course = charts_.course(request_of(link, vessels_[id.index]))) {
                lay(link, *course);
            } else {
                problems_.push_back(
                    {"link " + link.id,
                     "a way by sea from " + name_of(link.from) + " to " + name_of(link.to),
                     "none that is open"});
            }
        }
        if (!problems_.empty()) {
            throw UnchartedSea{std::move(problems_)};
        }
    }

    void add_twins(const ClosureSet& closed) {
        std::vector<ServiceId> touched;
        for (const ServiceId id : parts_.services.ids()) {
            if (!parts_.services[id].detour && is_touched(parts_.services[id], closed)) {
                touched.push_back(id);
            }
        }
        for (const ServiceId id : touched) {
            for (const LinkId link : parts_.services[id].route) {
                if (parts_.links[link].course && is_touched(parts_.links[link], closed)) {
                    charts_.ask(
                        request_of(without(parts_.links[link], closed), vessels_[link.index]));
                }
            }
        }
        for (const ServiceId id : touched) {
            add_twin(id, closed);
        }
    }

    [[nodiscard]] NetworkParts take() { return std::move(parts_); }

  private:
    [[nodiscard]] std::string name_of(PlaceId id) const {
        return parts_.places[id].names.en + " (" + parts_.places[id].id + ")";
    }

    bool is_on_lanes(PlaceId place) {
        if (lanes_.node_of(parts_.places[place].id)) {
            return true;
        }
        if (said_.insert(place).second) {
            problems_.push_back({"place " + parts_.places[place].id,
                                 "a port that stands on the sea lanes, as ships call there",
                                 name_of(place) + ", which does not"});
        }
        return false;
    }

    [[nodiscard]] std::vector<std::string> ids_of(const std::vector<PassageId>& passages) const {
        std::vector<std::string> ids;
        for (const PassageId passage : passages) {
            ids.push_back(parts_.passages[passage].id);
        }
        std::ranges::sort(ids);
        return ids;
    }

    [[nodiscard]] CourseRequest request_of(const Link& link, Vessel vessel) const {
        return {.from = *lanes_.node_of(parts_.places[link.from].id),
                .to = *lanes_.node_of(parts_.places[link.to].id),
                .rules = {ids_of(link.course->avoid), ids_of(link.course->via), vessel}};
    }

    static Link without(Link link, const ClosureSet& closed) {
        auto& avoid = link.course->avoid;
        avoid.insert(avoid.end(), closed.begin(), closed.end());
        return link;
    }

    SourceId source() {
        for (const SourceId id : parts_.sources.ids()) {
            if (parts_.sources[id].id == lanes_source) {
                return id;
            }
        }
        return parts_.sources.add(
            {.id = std::string{lanes_source},
             .title = "Sea lanes of landsea, computed from the coastline",
             .publisher = "landsea",
             .year = {},
             .note = "shortest ways that keep off the land, by the passages that ships use"});
    }

    void lay(Link& link, const SeaCourse& course) {
        link.passages.clear();
        std::string by;
        for (const std::string& passage : course.passages) {
            if (const auto known = passages_.find(passage); known != passages_.end()) {
                link.passages.push_back(known->second);
                by += (by.empty() ? " by " : ", ") + passage;
            }
        }
        link.length = {Range<Km>::certain(course.length),
                       {.grade = Grade::derived,
                        .sources = {source()},
                        .year = {},
                        .note = "shortest way on the sea lanes" + by}};
        link.length_basis = LengthBasis::shortest_feasible;
        link.shape.clear();
        if (course.line.size() > 2) {
            link.shape.assign(course.line.begin() + 1, course.line.end() - 1);
        }
        if (link.computed_for) {
            compute_voyage(link, *link.computed_for, parts_);
        }
    }

    [[nodiscard]] bool is_touched(const Link& link, const ClosureSet& closed) const {
        return std::ranges::any_of(link.passages, [&](PassageId passage) {
            return std::ranges::binary_search(closed, passage);
        });
    }

    [[nodiscard]] bool is_touched(const Service& service, const ClosureSet& closed) const {
        return std::ranges::any_of(
            service.route, [&](LinkId link) { return is_touched(parts_.links[link], closed); });
    }

    /// The names of the closed passages between some words.
    [[nodiscard]] std::string listed(const ClosureSet& closed, Language language,
                                     const char* between) const {
        std::string text;
        for (const PassageId passage : closed) {
            text += (text.empty() ? "" : between) + parts_.passages[passage].names.in(language);
        }
        return text;
    }

    [[nodiscard]] std::string mark_of(const ClosureSet& closed) const {
        std::string text;
        for (const std::string& id : ids_of(closed)) {
            text += (text.empty() ? std::string{twin_mark} : "+") + id;
        }
        return text;
    }

    std::optional<LinkId> twin_of(LinkId id, MeansId means, const ClosureSet& closed) {
        const Link usual = parts_.links[id];
        if (!usual.course) {
            return std::nullopt; // nobody knows another way for a stated one
        }
        Link twin = without(usual, closed);
        twin.id += mark_of(closed) + ":" + parts_.means[means].id;
        if (const auto known = twin_links_.find(twin.id); known != twin_links_.end()) {
            return known->second;
        }
        std::optional<LinkId> added;
        if (const auto course = charts_.course(request_of(twin, vessels_[id.index]))) {
            lay(twin, *course);
            if (!twin.computed_for) {
                lengthen_voyage(twin, usual, means, parts_);
            }
            added = parts_.links.add(twin);
        }
        twin_links_.emplace(twin.id, added);
        return added;
    }

    void add_twin(ServiceId id, const ClosureSet& closed) {
        Service twin = parts_.services[id];
        twin.id += mark_of(closed);
        if (!service_ids_.insert(twin.id).second) {
            return;
        }
        for (LinkId& link : twin.route) {
            if (is_touched(parts_.links[link], closed)) {
                const auto other = twin_of(link, twin.means, closed);
                if (!other) {
                    return;
                }
                link = *other;
            }
        }
        twin.names.en += ", avoiding " + listed(closed, Language::en, " and ");
        twin.names.zh += "（绕开" + listed(closed, Language::zh, "、") + "）";
        twin.detour = {.of = id, .around = closed};
        parts_.services.add(std::move(twin));
    }

    NetworkParts parts_;
    const SeaLanes& lanes_;
    std::vector<Vessel> vessels_;
    std::unordered_map<std::string, PassageId> passages_;
    std::set<std::string> service_ids_;
    CourseBook charts_;
    std::map<std::string, std::optional<LinkId>> twin_links_;
    std::set<PlaceId> said_;
    std::vector<Problem> problems_;
};

} // namespace

UnchartedSea::UnchartedSea(std::vector<Problem> problems)
    : std::runtime_error{message_of(problems)}, problems_{std::move(problems)} {}

NetworkParts with_sea_courses(NetworkParts parts, const SeaLanes& lanes,
                              const std::vector<ClosureSet>& closures) {
    Navigator navigator{std::move(parts), lanes};
    navigator.chart();
    for (ClosureSet closed : closures) {
        std::ranges::sort(closed);
        closed.erase(std::unique(closed.begin(), closed.end()), closed.end());
        navigator.add_twins(closed);
    }
    return navigator.take();
}

std::string_view drawn_as(std::string_view id) {
    return id.substr(0, id.find(twin_mark));
}

} // namespace landsea::model
