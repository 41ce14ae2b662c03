#pragma once
#include "viz/picture.hpp"

#include <vector>
