#include "viz/package_versions.hpp"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pango.h>

namespace landsea::viz {

std::string package_versions() {
    constexpr int hundred = 100;
    const int fontconfig = FcGetVersion(); // 21400 is 2.14.0
    return std::string{"cairo "} + cairo_version_string() + ", Pango " + pango_version_string() +
           ", fontconfig " + std::to_string(fontconfig / hundred / hundred) + "." +
           std::to_string(fontconfig / hundred % hundred) + "." +
           std::to_string(fontconfig % hundred);
}

} // namespace landsea::viz
