#include "geo/detail/transform.hpp"

#include <boost/container/small_vector.hpp>
#include <fmt/format.h>
#include <unistd.h>
