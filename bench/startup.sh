#!/usr/bin/env bash
# Times the headline answer from start to exit, side by side with a start that does nothing.
# Usage: startup.sh PROGRAM [RUNS]
#
# Prints, per command, the least, median and greatest wall-clock time, and the ratio of the
# medians, which is what can be compared between machines. Exit status 1 if a command fails.
set -euo pipefail
export LC_ALL=C # a dot in the seconds

program=${1:?Usage: startup.sh PROGRAM [RUNS]}
runs=${2:-30}
[[ $runs =~ ^[1-9][0-9]*$ ]] || {
    echo "startup.sh: RUNS: expected a number above 0, found '$runs'" >&2
    exit 64
}
scratch=$(mktemp -d "${TMPDIR:-/tmp}/landsea-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

nothing=("$program" --version)
answer=("$program" compare nwlsc-vs-yangtze)
pictures=("$program" compare nwlsc-vs-yangtze --out "$scratch/out")

# Runs the rest of its arguments; adds the microseconds it took to the file $1.
clock() {
    local times=$1 started ended
    shift
    started=${EPOCHREALTIME/./}
    "$@" >"$scratch/words" 2>&1 || {
        cat "$scratch/words" >&2
        echo "startup.sh: failed: $*" >&2
        exit 1
    }
    ended=${EPOCHREALTIME/./}
    echo $((ended - started)) >>"$times"
}

# Least, median and greatest of the numbers in a file.
spread() {
    sort -n "$1" | awk '{ t[NR] = $1 }
        END { print t[1], NR % 2 ? t[(NR + 1) / 2] : (t[NR / 2] + t[NR / 2 + 1]) / 2, t[NR] }'
}

# Taken in turns, so that a busy moment of the machine falls on all alike; the first turn, which
# reads the files from the disk, does not count.
for ((run = 0; run <= runs; ++run)); do
    clock "$scratch/nothing" "${nothing[@]}"
    clock "$scratch/answer" "${answer[@]}"
    clock "$scratch/pictures" "${pictures[@]}"
    [ "$run" -gt 0 ] || rm "$scratch/nothing" "$scratch/answer" "$scratch/pictures"
done

read -r _ unit _ < <(spread "$scratch/nothing")
printf '%-38s %8s %8s %8s %8s\n' "$runs runs, ms" min median max ratio
for each in nothing answer pictures; do
    declare -n command=$each
    read -r least median greatest < <(spread "$scratch/$each")
    words=${command[*]:1}
    awk -v words="${words/$scratch\//}" -v least="$least" -v median="$median" \
        -v greatest="$greatest" -v unit="$unit" 'BEGIN {
            printf "%-38s %8.1f %8.1f %8.1f %8.1f\n",
                words, least / 1e3, median / 1e3, greatest / 1e3, median / unit }'
done
