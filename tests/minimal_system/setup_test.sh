#!/usr/bin/env bash
# What ./quickstart says and does about packages on systems that this one is not: the tools that
# it asks (dpkg-query, apt-get, id, sudo) are played by small scripts that write down each call.
# Usage: setup_test.sh CHECKOUT SCRATCH_DIR (emptied first)
set -euo pipefail

checkout=$1
scratch=$2
rm -rf "$scratch"
mkdir -p "$scratch/tools"
status=0

# A tool on the played system, with this body.
tool() {
    printf '#!/bin/bash\n%s\n' "$2" >"$scratch/tools/$1"
    chmod +x "$scratch/tools/$1"
}

# An empty played system: the tools every system has, and cmake that stops the run.
new_system() {
    local name
    rm -f "$scratch/tools/"* "$scratch/calls"
    touch "$scratch/calls"
    for name in awk bash cat dirname env nproc printf tr wc; do
        ln -s "$(command -v "$name")" "$scratch/tools/$name"
    done
    tool cmake 'echo cmake "$@" >>"$CALLS"; exit 7'
    tool id 'echo 1000'
}

# On which g++ is installed and all else is missing.
debian_with_gcc_only() {
    new_system
    tool dpkg-query '[ "${@: -1}" = g++ ] && printf installed || exit 1'
    tool apt-get 'echo "$DEBIAN_FRONTEND" apt-get "$@" >>"$CALLS"'
}

# Runs ./quickstart there; its exit status and words are in `code` and `said`.
quickstart() {
    code=0
    said=$(env -i PATH="$scratch/tools" CALLS="$scratch/calls" \
        "$BASH" "$checkout/quickstart" "$@" 2>&1) || code=$?
}

expect() {
    local scene=$1
    shift
    "$@" || {
        printf '%s: failed: %s\nexit %s, it said:\n%s\nit called:\n%s\n' "$scene" "$*" "$code" \
            "$said" "$(<"$scratch/calls")"
        status=1
    }
}

says() { grep -qE -- "$1" <<<"$said"; }

called() { grep -qE -- "$1" "$scratch/calls"; }

called_nothing() { [ ! -s "$scratch/calls" ]; }

new_system
quickstart
expect "not Debian" test "$code" -eq 1
expect "not Debian" says '^This is not a Debian system'
expect "not Debian" says '^  libgdal-dev +GDAL: '
expect "not Debian" called_nothing
quickstart --no-install
expect "not Debian, tools there" test "$code" -eq 7
expect "not Debian, tools there" called '^cmake --preset release$'

debian_with_gcc_only
quickstart
expect "neither root nor sudo" test "$code" -eq 1
expect "neither root nor sudo" says 'install --no-install-recommends cmake ninja-build'
expect "neither root nor sudo" called_nothing

tool sudo 'echo sudo >>"$CALLS"; exec "$@"'
quickstart
expect "sudo" test "$code" -eq 7
expect "sudo" says 'sudo may ask for your password'
expect "sudo" called '^noninteractive apt-get .* update$'
expect "sudo" called '^noninteractive apt-get -q -y .*install --no-install-recommends cmake '
expect "sudo" test "$(grep -c '^sudo$' "$scratch/calls")" -eq 2
expect "sudo, g++ there" test "$(grep -cF 'g++' "$scratch/calls")" -eq 0

debian_with_gcc_only
tool id 'echo 0'
quickstart
expect "root" test "$code" -eq 7
expect "root" called '^noninteractive apt-get .*install '

tool apt-get 'echo apt-get "$@" >>"$CALLS"; exit 100'
: >"$scratch/calls"
quickstart
expect "nothing to be had" test "$code" -eq 1
expect "nothing to be had" says 'made for Debian 12'
expect "nothing to be had" test "$(grep -c '^cmake' "$scratch/calls")" -eq 0

debian_with_gcc_only
tool dpkg-query 'printf installed'
quickstart
expect "all there, no root" says '^Packages: all [0-9]+ are installed'
expect "all there, no root" test "$(<"$scratch/calls")" = "cmake --preset release"
exit $status
