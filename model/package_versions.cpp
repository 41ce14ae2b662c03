#include "model/package_versions.hpp"

#include <boost/version.hpp>

namespace landsea::model {

std::string package_versions() {
    constexpr int hundred = 100;
    constexpr int thousand = 1000;
    return "Boost " + std::to_string(BOOST_VERSION / hundred / thousand) + "." +
           std::to_string(BOOST_VERSION / hundred % thousand) + "." +
           std::to_string(BOOST_VERSION % hundred);
}

} // namespace landsea::model
