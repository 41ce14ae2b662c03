#!/usr/bin/env bash
# The code is laid out as clang-format 14 lays it out. Usage: code_layout.sh DIR
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tracked_files.sh"

formatter=$(command -v clang-format-14 || command -v clang-format || true)
if [ -z "$formatter" ]; then
    echo "clang-format 14 is not installed (Debian: clang-format-14)"
    exit 1
fi
if ! "$formatter" --version | grep -q 'version 14\.'; then
    echo "clang-format 14 is wanted, this is: $("$formatter" --version)"
    exit 1
fi
cd "$1"
tracked_files . '\.(cpp|hpp)$' | xargs -r -d '\n' "$formatter" --style=file --dry-run -Werror
