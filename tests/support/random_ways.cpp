#include "tests/support/random_ways.hpp"

namespace landsea::support {

using namespace model;

Scene random_ways(Dice& dice) {
    constexpr Mode modes[] = {Mode::road, Mode::rail, Mode::sea, Mode::inland_waterway};
    Scene scene;
    const PlaceId places[] = {scene.place("a"), scene.place("b"), scene.place("c")};
    for (const Mode mode : modes) {
        scene.means(std::string{name_of(mode)}, mode);
    }
    for (std::uint32_t i = 0; i < 14; ++i) {
        const std::uint32_t from = i == 0 ? 0 : dice.roll(2);
        const std::uint32_t to = from == 1 || i == 0 || dice.roll(2) == 0 ? 2 : 1;
        const std::uint32_t mode = dice.roll(4);
        const auto link =
            scene.link("link" + std::to_string(i), places[from], places[to], modes[mode],
                       Hours{1.0 * (5 + dice.roll(60))}, UsdPerTeu{1.0 * dice.roll(100)});
        const MeansId means{mode};
        if (dice.roll(2) == 0) {
            scene.service("service" + std::to_string(i), means, {link});
        } else {
            scene.service("service" + std::to_string(i), means, {link}, 1.0 + dice.roll(14));
        }
    }
    scene.open_gates();
    scene.transfer(places[1], AnyMeans{}, AnyMeans{}, Hours{3});
    return scene;
}

} // namespace landsea::support
