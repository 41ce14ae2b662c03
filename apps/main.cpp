#include "apps/program.hpp"

int main(int argc, char** argv) {
    return landsea::apps::run({argv, argv + argc});
}
