#!/usr/bin/env bash
# Every source and public header is named in its folder's CMakeLists.txt: one that is not would
# never be compiled, or never be compiled alone. Usage: every_file_is_built.sh DIR
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tracked_files.sh"

cd "$1"
status=0
while read -r file; do
    list=$(dirname "$file")
    until [ -e "$list/CMakeLists.txt" ] || [ "$list" = . ]; do list=$(dirname "$list"); done
    if ! grep -qE "(^|[[:space:](/])$(basename "$file" | sed 's/\./\\./g')([[:space:])]|\$)" \
        "$list/CMakeLists.txt"; then
        echo "$file: not named in $list/CMakeLists.txt"
        status=1
    fi
done < <(tracked_files . '^((model|geo|scenarios|io|viz|apps)/.*\.(cpp|hpp)|tests/.*_test\.cpp)$' |
    grep -Ev '/detail/.*\.hpp$|^tests/architecture/broken_tree/')
exit $status
