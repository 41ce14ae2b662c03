#!/usr/bin/env bash
# Each check here complains about a tree that breaks its rule, in these words.
# Usage: checks_can_fail.sh DIR (a scratch directory, emptied first)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tree=$1
status=0

# Runs a check on the tree; it must fail and say the words.
expect_complaint() {
    local words=$1 said
    shift
    if said=$("$@" "$tree" 2>&1); then
        echo "no complaint from $(basename "$1"); it should have said: $words"
        status=1
    elif ! grep -qF -- "$words" <<<"$said"; then
        echo "$(basename "$1") should have said: $words"
        echo "it said: $said"
        status=1
    fi
}

expect_silence() {
    local said
    if ! said=$("$@" "$tree" 2>&1) || [ -n "$said" ]; then
        echo "$(basename "$1") should have been silent; it said: $said"
        status=1
    fi
}

# Lines $1 of one statement each.
statements() { seq "$1" | sed 's/.*/int x;/'; }

rm -rf "$tree"
mkdir -p "$tree/model/detail" "$tree/build"
cp "$here/../../.clang-format" "$tree/"
printf 'add_library(model STATIC route.cpp)\n' >"$tree/model/CMakeLists.txt"
printf '#pragma once\n' >"$tree/model/detail/heap.hpp"
printf 'See https://example.org/work/ and a/work/b.\n' >"$tree/notes.md"
statements 300 >"$tree/model/route.cpp"
statements 900 >"$tree/build/generated.cpp" # not ours: build/ is left out
for check in file_length code_layout own_paths every_file_is_built; do
    expect_silence "$here/$check.sh"
done

printf 'int   y;\n' >>"$tree/model/route.cpp"
expect_complaint "route.cpp:301:4: error: code should be clang-formatted" "$here/code_layout.sh"

statements 401 >"$tree/model/route.cpp"
expect_complaint "model/route.cpp: 401 lines, more than 400" "$here/file_length.sh"

personal=/root # apart, for the check reads this file too
printf 'source = "%s/data.csv"\n' "$personal" >"$tree/notes.md"
expect_complaint "notes.md:1:source = \"$personal/data.csv\"" "$here/own_paths.sh"

printf '#pragma once\n' >"$tree/model/out.hpp" # `route.cpp)` must not pass for it
expect_complaint "model/out.hpp: not named in model/CMakeLists.txt" "$here/every_file_is_built.sh"
exit $status
