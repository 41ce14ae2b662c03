#pragma once

#include "geo/visible_region.hpp"
#include "model/lat_lon.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::geo {

/// A point on the projected map, in metres east and north of the projection's origin.
struct MapPoint {
    double x{};
    double y{};

    friend bool operator==(MapPoint, MapPoint) = default;
};

/// A way to flatten the Earth, for display only: no length is ever measured on it.
///
/// A value: copies are independent. One object must not be used by two threads at a time.
class Projection {
  public:
    /// From the name of a preset, such as "lambert-asia", or from a PROJ string, such as
    /// "+proj=laea +lat_0=30 +lon_0=106". The ellipsoid is WGS84 unless the string says otherwise.
    ///
    /// Throws std::invalid_argument, in one sentence, when it is neither, when PROJ refuses it, and
    /// when it cannot be drawn: its result is in degrees, or not of about true scale, or within
    /// its visible region not finite, torn or folded; when it moves the prime meridian, the axes or
    /// the unit. A string of the caller's costs about 3 ms of looking.
    static Projection named(std::string_view preset_or_proj_string);

    Projection(const Projection& other);
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection other) noexcept;
    ~Projection();

    /// Where a place lies on the map; nullopt when the projection does not show it.
    /// Accuracy: as PROJ, better than a millimetre within the visible region; there and back
    /// again within 10 m.
    [[nodiscard]] std::optional<MapPoint> forward(model::LatLon place) const;

    /// The place at a point of the map; nullopt when there is none or it is not shown.
    [[nodiscard]] std::optional<model::LatLon> inverse(MapPoint point) const;

    /// For the map's note: "Lambert conformal conic, 22°N and 58°N".
    [[nodiscard]] const std::string& name() const;

    /// The PROJ string in use.
    [[nodiscard]] const std::string& definition() const;

    [[nodiscard]] const VisibleRegion& region() const;

  private:
    struct State;
    explicit Projection(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

/// The names that `Projection::named` knows, in the order to offer them.
std::vector<std::string_view> projection_presets();

} // namespace landsea::geo
