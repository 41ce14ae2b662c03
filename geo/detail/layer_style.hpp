#pragma once

#include "geo/feature_file.hpp"

#include <string>

namespace landsea::geo::detail {

/// The style as QGIS stores it (QML, one symbol for all features).
std::string qml_of(const FeatureLayer& layer);

/// The style as Styled Layer Descriptor 1.1 with Symbology Encoding 1.1 (OGC 05-078r4, 05-077r4):
/// for other programs. Lengths in pixels of 0.28 mm, as the standard defines them.
std::string sld_of(const FeatureLayer& layer);

} // namespace landsea::geo::detail
