#pragma once
#include "viz/detail/stroke.hpp"
