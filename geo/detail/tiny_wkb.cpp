#include "geo/detail/tiny_wkb.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace landsea::geo::detail {

namespace {

constexpr unsigned polygon_type = 3;

/// The numbers in the bytes, one after another.
class Reader {
  public:
    explicit Reader(std::span<const std::uint8_t> bytes) : bytes_{bytes} {}

    std::uint8_t byte() {
        if (next_ == bytes_.size()) {
            throw std::runtime_error{"expected more bytes, found the end after " +
                                     std::to_string(next_)};
        }
        return bytes_[next_++];
    }

    /// Seven bits a byte, the least first.
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t part = byte();
            value |= std::uint64_t{part & 0x7FU} << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw std::runtime_error{"expected a number of at most 64 bits, found a longer one"};
    }

    /// How many of something follow that take at least `least` bytes each.
    std::size_t count(std::size_t least) {
        const std::uint64_t value = varint();
        if (value > (bytes_.size() - next_) / least) {
            throw std::runtime_error{"expected " + std::to_string(value) +
                                     " parts, found fewer bytes than they take"};
        }
        return value;
    }

    [[nodiscard]] std::size_t left() const { return bytes_.size() - next_; }

  private:
    std::span<const std::uint8_t> bytes_;
    std::size_t next_ = 0;
};

/// Zigzag: 0, -1, 1, -2, 2, … are written as 0, 1, 2, 3, 4, …
std::int64_t from_zigzag(std::uint64_t value) {
    const auto half = static_cast<std::int64_t>(value >> 1U);
    return (value & 1U) == 0 ? half : -half - 1;
}

/// A coordinate, written as the step from the one before.
class Coordinate {
  public:
    explicit Coordinate(double units_per_degree) : units_per_degree_{units_per_degree} {}

    double after(std::uint64_t step) {
        // Unsigned: what is no base map may overflow, and then lies off the Earth.
        units_ += static_cast<std::uint64_t>(from_zigzag(step));
        return static_cast<double>(static_cast<std::int64_t>(units_)) / units_per_degree_;
    }

  private:
    double units_per_degree_;
    std::uint64_t units_ = 0;
};

model::LatLon point(double lat, double lon) {
    try {
        return model::LatLon::degrees(lat, lon);
    } catch (const std::out_of_range& error) {
        throw std::runtime_error{std::string{"expected a point on the Earth ("} + error.what() +
                                 "), found " + std::to_string(lat) + ", " + std::to_string(lon)};
    }
}

} // namespace

std::vector<std::vector<model::LatLon>> polygon_of_tiny_wkb(std::span<const std::uint8_t> bytes) {
    Reader reader{bytes};
    const unsigned head = reader.byte();
    const unsigned extras = reader.byte();
    if ((head & 0xFU) != polygon_type || extras != 0) {
        throw std::runtime_error{"expected a polygon without extras, found type " +
                                 std::to_string(head & 0xFU) + ", flags " + std::to_string(extras)};
    }
    const double units_per_degree = std::pow(10.0, from_zigzag(head >> 4U));
    Coordinate lon{units_per_degree};
    Coordinate lat{units_per_degree};
    std::vector<std::vector<model::LatLon>> rings(reader.count(1));
    for (auto& ring : rings) {
        const std::size_t points = reader.count(2);
        ring.reserve(points);
        for (std::size_t i = 0; i < points; ++i) {
            const double x = lon.after(reader.varint());
            const double y = lat.after(reader.varint());
            ring.push_back(point(y, x));
        }
        if (points > 1 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        if (ring.size() < 3) {
            throw std::runtime_error{"expected a ring of at least 3 points, found " +
                                     std::to_string(ring.size())};
        }
    }
    if (reader.left() != 0) {
        throw std::runtime_error{"expected the end, found " + std::to_string(reader.left()) +
                                 " more bytes"};
    }
    return rings;
}

} // namespace landsea::geo::detail
