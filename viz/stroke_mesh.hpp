#pragma once

#include "viz/picture.hpp"

#include <array>
#include <vector>

namespace landsea::viz {

/// A corner of a triangle with its own opacity, from 0 to 1, to be multiplied with the colour's.
struct MeshPoint {
    Point at;
    double cover{1.0};
};

using MeshTriangle = std::array<MeshPoint, 3>;

/// Triangles that draw a line of `stroke.width` pixels, smooth without multisampling: a band one
/// pixel wide on either side fades to nothing. Lines thinner than a pixel fade instead of
/// thinning. Dashes, caps and joins are as stated; bevelled joins are drawn round.
///
/// Where a translucent line turns sharply its own parts overlap and look denser.
std::vector<MeshTriangle> stroke_mesh(const std::vector<Point>& line, const Stroke& stroke);

/// A disc with a soft border.
std::vector<MeshTriangle> disc_mesh(Point centre, double radius);

/// The dashes of a line, in order; the line itself when it is solid.
std::vector<std::vector<Point>> dashes(const std::vector<Point>& line,
                                       const std::vector<double>& pattern);

} // namespace landsea::viz
