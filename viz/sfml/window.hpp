#pragma once

#include "viz/picture.hpp"
#include "viz/view.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace landsea::viz {

/// How a window behaves. The defaults suit a reader; the last three serve tests.
struct WindowOptions {
    std::string title{"landsea"};
    std::filesystem::path screenshot{"landsea.png"}; ///< what F12 writes
    std::optional<Point> position{}; ///< on the screen; nullopt: as the desktop likes
    std::optional<int> close_after_frames{};
    std::filesystem::path state_file{}; ///< JSON rewritten after each change: the view, the frame
};

/// Draws what is seen through a view at the view's size, from nothing: for maps that show more
/// when magnified. Shapes are in pixels of the window.
using PictureSource = std::function<Picture(const View&)>;

/// Shows a picture in a window until the reader closes it. Lines and text keep their size when
/// the picture is magnified.
///
/// Drag, arrow keys: move; wheel, + and -: magnify at the cursor or the middle; F: fit;
/// F12: write a screenshot; Esc, Q: close.
/// Throws std::runtime_error when there is no display or no font.
void show(const Picture& picture, const WindowOptions& options = {});

/// The same for a picture that is drawn anew after each move; while the reader drags, the last one
/// is moved along. `home` is the view to begin with and to return to on F.
void show(const PictureSource& source, const View& home, const WindowOptions& options = {});

} // namespace landsea::viz
