#include "read_network.hpp"

#include <model/network.hpp>
