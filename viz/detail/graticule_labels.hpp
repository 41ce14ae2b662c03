#pragma once

#include "geo/projection.hpp"
#include "viz/camera.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"
#include "viz/text_metrics.hpp"

#include <vector>

namespace landsea::viz::detail {

/// Writes the degrees of the graticule where its lines leave the camera's frame, meridians at the
/// bottom and the top, parallels at the left and the right, and returns what they cover. None
/// touches a box of `keep_out` or another.
std::vector<Box> add_graticule_labels(Picture& picture, const geo::Projection& projection,
                                      const Camera& camera, double degrees,
                                      const std::vector<Box>& keep_out, const TextMeter& meter,
                                      const Palette& palette, Language language);

} // namespace landsea::viz::detail
