# One folder, one library. PUBLIC names our own folders that NAME may include; PRIVATE names
# third-party packages, which therefore never leak into a header of ours.
function(landsea_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE")
    add_library(landsea_${name} STATIC ${arg_SOURCES})
    add_library(landsea::${name} ALIAS landsea_${name})
    target_compile_features(landsea_${name} PUBLIC cxx_std_20)
    target_sources(landsea_${name} PUBLIC
        FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
    target_include_directories(landsea_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(landsea_${name}
        PUBLIC ${arg_PUBLIC} PRIVATE landsea_warnings ${arg_PRIVATE})
    set_target_properties(landsea_${name} PROPERTIES
        CXX_EXTENSIONS OFF VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# One test program per folder; every TEST is a CTest case named FOLDER.SUITE.NAME.
function(landsea_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;LABELS")
    add_executable(${name}_test ${arg_SOURCES})
    target_link_libraries(${name}_test PRIVATE ${arg_LINK} landsea_warnings GTest::gmock_main)
    target_compile_definitions(${name}_test PRIVATE
        LANDSEA_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        LANDSEA_PROGRAM="${PROJECT_BINARY_DIR}/apps/landsea")
    set_target_properties(${name}_test PROPERTIES CXX_EXTENSIONS OFF)
    if(TARGET landsea)
        add_dependencies(${name}_test landsea)
    endif()
    gtest_discover_tests(${name}_test
        TEST_PREFIX ${name}. DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
        PROPERTIES LABELS "${arg_LABELS}")
endfunction()
