#pragma once

#include <stdexcept>

namespace landsea::model {

/// A point on the WGS84 ellipsoid in degrees: latitude in [-90, 90], longitude in [-180, 180].
class LatLon {
  public:
    constexpr LatLon() = default;

    /// Throws std::out_of_range when a coordinate is outside its interval or not a number.
    static constexpr LatLon degrees(double lat, double lon) {
        if (!(lat >= -90.0 && lat <= 90.0) || !(lon >= -180.0 && lon <= 180.0)) {
            throw std::out_of_range{"latitude must lie in [-90, 90], longitude in [-180, 180]"};
        }
        return LatLon{lat, lon};
    }

    [[nodiscard]] constexpr double lat() const { return lat_; }

    [[nodiscard]] constexpr double lon() const { return lon_; }

    friend constexpr bool operator==(LatLon, LatLon) = default;

  private:
    constexpr LatLon(double lat, double lon) : lat_{lat}, lon_{lon} {}

    double lat_{};
    double lon_{};
};

} // namespace landsea::model
