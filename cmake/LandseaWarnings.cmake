# The warnings of every target of ours, each for a reason. Errors in the `dev` preset only, so
# that a newer compiler than ours still builds a release.
option(LANDSEA_WARNINGS_AS_ERRORS "Treat warnings as errors" OFF)

add_library(landsea_warnings INTERFACE)
target_compile_options(landsea_warnings INTERFACE
    -Wall -Wextra -Wpedantic
    -Wshadow                  # two things of one name in sight is how the wrong one is read
    -Wconversion              # a silently narrowed number is a wrong number
    -Wno-sign-conversion      # vector indexes would drown the rest
    -Wno-restrict             # false alarms of GCC 12 on std::string + (GCC bug 105651)
    $<$<CONFIG:Release>:-Wno-maybe-uninitialized> # GCC 12 misreads moved variants at -O3
    -Wno-missing-field-initializers # designated initialisers leave defaults out on purpose
    -Wnon-virtual-dtor        # deleting through a base without one is undefined
    -Wold-style-cast          # a C cast hides which conversion was meant
    -Woverloaded-virtual
    -Wdouble-promotion        # float arithmetic that quietly became double
    -Wimplicit-fallthrough
    -ffp-contract=off)        # fused multiply-add would give other bits on other machines
if(LANDSEA_WARNINGS_AS_ERRORS)
    target_compile_options(landsea_warnings INTERFACE -Werror)
endif()
