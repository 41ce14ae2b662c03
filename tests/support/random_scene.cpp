#include "tests/support/random_scene.hpp"

#include <algorithm>

namespace landsea::support {

using namespace model;

namespace {

constexpr Mode modes[] = {Mode::road, Mode::rail, Mode::sea};

void add_places(Scene& scene, Dice& dice) {
    const auto city = scene.place("city");
    scene.terminal("west", city);
    scene.terminal("east", city);
    for (std::uint32_t i = 0, more = 1 + dice.roll(3); i < more; ++i) {
        scene.place("town" + std::to_string(i), dice.roll(3) == 0 ? "LA" : "CN");
    }
    scene.parts.passages.add({.id = "strait"});
    scene.parts.corridors.add({.id = "corridor"});
    for (const Mode mode : modes) {
        scene.means(std::string{name_of(mode)}, mode);
    }
}

void add_links(Scene& scene, Dice& dice) {
    const auto places = static_cast<std::uint32_t>(scene.parts.places.size());
    for (std::uint32_t i = 0; i < 12; ++i) {
        const PlaceId from{1 + dice.roll(places - 1)}; // nothing leaves the city but its terminals
        const PlaceId to{1 + dice.roll(places - 1)};
        if (from != to) {
            const auto link = scene.link("link" + std::to_string(i), from, to, modes[dice.roll(3)],
                                         Hours{1.0 * dice.roll(4)}, UsdPerTeu{1.0 * dice.roll(3)});
            if (dice.roll(6) == 0) {
                scene.parts.links[link].passages.push_back({0});
            }
            if (dice.roll(8) == 0) {
                scene.parts.links[link].countries.emplace_back("VN");
            }
        }
    }
}

/// The link and others that go on from it, up to three, never to the same place twice.
std::vector<LinkId> route_from(const Scene& scene, LinkId first, Dice& dice) {
    std::vector<LinkId> route{first};
    std::vector<PlaceId> seen{scene.parts.links[first].from, scene.parts.links[first].to};
    for (const LinkId id : scene.parts.links.ids()) {
        const Link& link = scene.parts.links[id];
        if (route.size() < 3 && dice.roll(3) > 0 && link.from == seen.back() &&
            link.mode == scene.parts.links[first].mode &&
            std::ranges::find(seen, link.to) == seen.end()) {
            route.push_back(id);
            seen.push_back(link.to);
        }
    }
    return route;
}

void add_services(Scene& scene, Dice& dice) {
    for (const LinkId first : scene.parts.links.ids()) {
        if (dice.roll(4) == 0) {
            continue;
        }
        const auto mode = static_cast<std::uint32_t>(scene.parts.links[first].mode);
        const auto id = scene.service("service" + std::to_string(first.index), MeansId{mode},
                                      route_from(scene, first, dice));
        Service& service = scene.parts.services[id];
        if (dice.roll(4) == 0) {
            service.departures_per_week = certain(84.0); // waits an hour
        }
        if (dice.roll(5) == 0) {
            service.standing.state = Standing::State::planned;
        }
        if (dice.roll(5) == 0) {
            service.refuses.push_back({.kind = CargoKind::dangerous});
        }
        if (dice.roll(4) == 0) {
            service.corridors.push_back({0});
        }
    }
}

void add_operations(Scene& scene, Dice& dice) {
    for (const PlaceId place : scene.parts.places.ids()) {
        for (const Mode mode : modes) {
            const Hours time{1.0 * dice.roll(2)};
            if (dice.roll(5) > 0) {
                scene.load(place, mode, time);
            }
            if (dice.roll(5) > 0) {
                scene.unload(place, mode, time);
            }
            if (dice.roll(2) == 0) {
                scene.transfer(place, AnyMeans{}, mode, time);
            }
        }
        if (dice.roll(3) == 0) {
            scene.operation(place, OperationKind::call, Passing{{AnyMeans{}}}, Hours{1});
        }
    }
    const Link& border = scene.parts.links[LinkId{0}];
    scene.operation(border.to, OperationKind::border,
                    Crossing{Crossing::Way::arriving_from, border.from, {AnyMeans{}}}, Hours{1});
}

/// Opens everything to everything, for an hour or dollar here and there.
void open_all(Scene& scene, Dice& dice) {
    for (const PlaceId place : scene.parts.places.ids()) {
        for (const Mode mode : modes) {
            scene.load(place, mode, Hours{1.0 * dice.roll(3)});
            scene.unload(place, mode, Hours{1.0 * dice.roll(3)});
            const auto transfer =
                scene.transfer(place, AnyMeans{}, mode, Hours{1.0 * dice.roll(3)});
            scene.parts.operations[transfer].costs.front().money =
                certain(UsdPerTeu{1.0 * dice.roll(3)});
        }
    }
}

} // namespace

Scene random_chain(Dice& dice) {
    Scene scene;
    add_places(scene, dice);
    // 0 is the city, 1 and 2 its terminals: from the one by the towns to the other.
    std::vector<PlaceId> chain{PlaceId{1}};
    for (std::uint32_t i = 3; i < scene.parts.places.size(); ++i) {
        chain.push_back({i});
    }
    chain.push_back({2});
    const std::uint32_t sides = dice.roll(2) == 0 ? 4 : 40;
    const auto join = [&](PlaceId from, PlaceId to) {
        const auto number = static_cast<std::uint32_t>(scene.parts.links.size());
        const auto id =
            scene.link("link" + std::to_string(number), from, to, modes[dice.roll(3)],
                       Hours{1.0 * dice.roll(sides)}, UsdPerTeu{1.0 * dice.roll(sides)});
        scene.parts.links[id].length = certain(Km{100.0 * dice.roll(sides)});
    };
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        for (std::uint32_t n = 1 + dice.roll(3); n > 0; --n) {
            join(chain[i], chain[i + 1]);
        }
        if (dice.roll(3) == 0) {
            join(chain[i + 1], chain[i]);
        }
        if (i + 2 < chain.size() && dice.roll(2) == 0) {
            join(chain[i], chain[i + 2]);
        }
    }
    for (const LinkId link : scene.parts.links.ids()) {
        const auto mode = static_cast<std::uint32_t>(scene.parts.links[link].mode);
        scene.service("shuttle" + std::to_string(link.index), MeansId{mode}, {link});
        if (dice.roll(4) == 0) {
            scene.service("through" + std::to_string(link.index), MeansId{mode},
                          route_from(scene, link, dice));
        }
    }
    open_all(scene, dice);
    return scene;
}

Scene random_scene(Dice& dice) {
    Scene scene;
    add_places(scene, dice);
    while (scene.parts.links.empty()) {
        add_links(scene, dice);
    }
    add_services(scene, dice);
    add_operations(scene, dice);
    return scene;
}

} // namespace landsea::support
