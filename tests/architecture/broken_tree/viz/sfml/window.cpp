#include <SFML/Graphics.hpp>
