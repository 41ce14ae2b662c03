#include "geo/package_versions.hpp"

#include <gdal.h>
#include <proj.h>

namespace landsea::geo {

std::string package_versions() {
    return std::string{"GDAL "} + GDALVersionInfo("RELEASE_NAME") + ", PROJ " + proj_info().version;
}

} // namespace landsea::geo
