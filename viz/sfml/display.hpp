#pragma once

namespace landsea::viz {

/// Whether the X server that the environment variable DISPLAY names answers. Ask before opening a
/// window: without a server SFML ends the program. Touches no SFML.
bool has_display();

} // namespace landsea::viz
