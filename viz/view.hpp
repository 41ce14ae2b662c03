#pragma once

#include "viz/camera.hpp"

namespace landsea::viz {

/// How far a reader has dragged and magnified a picture in a window: a point p of the picture
/// appears at p * magnified + moved.
struct View {
    double magnified{1.0};
    Point moved{};
    double width{};  ///< of the window, in pixels
    double height{}; ///< of the window, in pixels

    [[nodiscard]] View dragged(double right, double down) const;

    /// Magnified further by `factor`, so that what is under `pixel` stays there. Magnification
    /// ends at 1/8 and 4,096.
    [[nodiscard]] View zoomed_at(Point pixel, double factor) const;

    friend bool operator==(const View&, const View&) = default;
};

/// All of a picture in the middle of a window.
View fitted(double picture_width, double picture_height, double width, double height);

/// What turns a picture made for `from` into what is seen through `to`.
View between(const View& from, const View& to);

/// The camera that draws what is seen of `home` through `view`, for a map redrawn at each zoom.
Camera seen_through(const Camera& home, const View& view);

} // namespace landsea::viz
