#include <gdal.h>
#include <geodesic.h>
#include <nlohmann/json.hpp>
