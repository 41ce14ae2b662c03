#pragma once
#include <SFML/Graphics.hpp>
