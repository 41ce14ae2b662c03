#!/usr/bin/env bash
# A file should stay near 300 lines; over 400 it has more than one subject. Usage: file_length.sh DIR
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tracked_files.sh"

advised=300
allowed=400
status=0
while read -r file; do
    lines=$(wc -l <"$1/$file")
    if [ "$lines" -gt "$allowed" ]; then
        echo "$file: $lines lines, more than $allowed"
        status=1
    elif [ "$lines" -gt "$advised" ]; then
        echo "$file: $lines lines; about $advised is the aim"
    fi
done < <(tracked_files "$1" '(\.(cpp|hpp|cmake|sh)|CMakeLists\.txt|^quickstart|^test)$')
exit $status
