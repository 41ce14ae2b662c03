#include "geo/antimeridian.hpp"

#include <utility>

namespace landsea::geo {

namespace {

void add_point(Path& piece, model::LatLon point) {
    if (piece.empty() || piece.back() != point) {
        piece.push_back(point);
    }
}

void add_piece(std::vector<Path>& pieces, Path& piece) {
    if (piece.size() > 1) {
        pieces.push_back(std::move(piece));
    }
    piece.clear();
}

} // namespace

std::vector<Path> split_at_antimeridian(const Path& path) {
    std::vector<Path> pieces;
    Path piece;
    for (const model::LatLon& point : path) {
        if (!piece.empty()) {
            const model::LatLon before = piece.back();
            const double east = point.lon() - before.lon();
            if (east > 180.0 || east < -180.0) {
                const double edge = east > 0.0 ? -180.0 : 180.0; // where it leaves
                const double step = east > 0.0 ? east - 360.0 : east + 360.0;
                const double part = step == 0.0 ? 0.0 : (edge - before.lon()) / step;
                const double lat = before.lat() + part * (point.lat() - before.lat());
                add_point(piece, model::LatLon::degrees(lat, edge));
                add_piece(pieces, piece);
                piece.push_back(model::LatLon::degrees(lat, -edge));
            }
        }
        add_point(piece, point);
    }
    add_piece(pieces, piece);
    return pieces;
}

} // namespace landsea::geo
