#!/usr/bin/env bash
# The include rules find every broken rule of broken_tree/, and nothing else there.
# Usage: include_rules_can_fail.sh CMAKE
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if said=$("$1" -DROOT="$here/broken_tree" -P "$here/include_rules.cmake" 2>&1); then
    echo "the rules passed a tree that breaks them"
    exit 1
fi
diff "$here/broken_tree/expected.txt" <(grep -E '^[a-z_/]+\.[a-z]+:[0-9]+' <<<"$said")
