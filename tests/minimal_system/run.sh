#!/usr/bin/env bash
# Proves on a minimal Debian 12, built from nothing, that the two commands need no package that
# their list lacks. Usage: run.sh DIR (a git checkout of landsea; what is committed is tested)
#
# Exit status: 0 proven, 1 disproven, 77 this machine cannot tell.
set -euo pipefail

release=bookworm
needed_mb=8000

say() { printf '%s\n' "$*"; }

cannot_tell() {
    say "SKIPPED: $*"
    exit 77
}

# Archives of the release that this machine's apt knows: URI SUITE COMPONENT, one a line.
archives() {
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        grep -E "^[a-z]+:/[^ ]+ $release(-updates|-security)? main$" | sort -u || true
}

check_machine() {
    [ "$(id -u)" -eq 0 ] || cannot_tell "a chroot needs root"
    command -v debootstrap >/dev/null || cannot_tell "debootstrap is not installed"
    command -v apt-get >/dev/null || cannot_tell "apt-get is not there to name a Debian archive"
    unshare --mount --pid --fork true 2>/dev/null ||
        cannot_tell "this system allows no mounts (unshare --mount --pid)"
    git -C "$source" rev-parse --git-dir >/dev/null || cannot_tell "$source is no git checkout"
    mirror=$(archives | awk -v release=$release '$2 == release { print $1; exit }')
    [ -n "$mirror" ] || cannot_tell "no archive of Debian $release among apt's sources"
    local free_mb
    free_mb=$(df --output=avail -m "${TMPDIR:-/tmp}" | tail -1)
    [ "$free_mb" -ge "$needed_mb" ] ||
        cannot_tell "needs $needed_mb MB in ${TMPDIR:-/tmp}, there are $free_mb"
}

build_system() {
    say "== Debian $release, minbase, from $mirror"
    local include=()
    case "$mirror" in https://*) include=(--include=ca-certificates) ;; esac
    debootstrap --variant=minbase "${include[@]}" $release "$root" "$mirror" >"$scratch/log" || {
        tail -20 "$scratch/log"
        cannot_tell "debootstrap failed"
    }
    archives | awk '{ print "deb " $1 " " $2 " " $3 }' >"$root/etc/apt/sources.list"
    # Proxies and the like: how this machine reaches its archive.
    apt-config dump | grep '^Acquire::' >"$root/etc/apt/apt.conf.d/90host"
    [ ! -r /etc/ssl/certs/ca-certificates.crt ] || install -D -m 644 \
        /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    git clone --quiet --no-hardlinks "$source" "$root/srv/landsea"
    [ -z "$(git -C "$source" status --porcelain)" ] ||
        say "note: the checkout has changes that are not committed; they are not tested"
}

if [ "${1:-}" != --inside ]; then
    source=$(cd "$1" && pwd)
    check_machine
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/landsea-minimal.XXXXXX")
    root=$scratch/root
    # Mounts and processes live in namespaces of their own and end with them, so that nothing
    # is mounted here when the tree is removed.
    trap 'rm -rf --one-file-system "$scratch"' EXIT
    trap 'exit 1' INT TERM
    build_system
    setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child "$0" --inside "$root" &
    trap 'kill -KILL $! && exit 1' INT TERM
    status=0
    wait $! || status=$?
    exit $status
fi

root=$2
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm"
mount -t tmpfs tmpfs "$root/dev/shm"
# Every machine has terminals; the test of colours opens one.
mkdir -p "$root/dev/pts"
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts "$root/dev/pts"
ln -sf pts/ptmx "$root/dev/ptmx"

# Runs a command in the new system, as the user $1, with nothing of this one's environment but
# its proxies.
inside() {
    local user=$1
    shift
    chroot --userspec="$user" "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        HOME=/tmp ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        ${no_proxy:+no_proxy="$no_proxy"} \
        ${CMAKE_BUILD_PARALLEL_LEVEL:+CMAKE_BUILD_PARALLEL_LEVEL="$CMAKE_BUILD_PARALLEL_LEVEL"} \
        "$@"
}

disprove() {
    say "DISPROVEN: $*"
    exit 1
}

# Runs an entry script of the checkout in $2 as the user $1; its words go to the screen and
# into the file `words`.
words=$root/words
run() {
    local user=$1 directory=$2 started=$SECONDS status=0
    shift 2
    say "== $* (as $user)"
    inside "$user" bash -c 'cd "$1" && shift && "$@"' run "$directory" "$@" 2>&1 | tee "$words" ||
        status=$?
    say "== $*: exit $status after $((SECONDS - started)) s"
    return $status
}

expect_words() { grep -qE -- "$1" "$words" || disprove "it should have said: $1"; }

outputs() { (cd "$root/srv/landsea/out" && find . -type f -exec sha256sum {} + | sort -k 2); }

# Somebody who may not install learns what to ask for.
if run nobody /srv/landsea ./quickstart; then disprove "it went on without its packages"; fi
expect_words 'As root, run:'
expect_words '^  apt-get update && apt-get install .*g\+\+'

run root /srv/landsea ./quickstart || disprove "./quickstart failed"
for kind in csv json svg png; do
    [ -n "$(find "$root/srv/landsea/out" -name "*.$kind" -size +0)" ] ||
        disprove "no $kind file in out/"
done
outputs >"$root/first"

run root /srv/landsea ./quickstart || disprove "./quickstart failed the second time"
expect_words '^Packages: all [0-9]+ are installed\.$'
outputs | diff "$root/first" - || disprove "the second run wrote other files"

for again in '' ' the second time'; do
    run root /srv/landsea ./test || disprove "./test failed$again"
    tail -1 "$words" | grep -qxE '[1-9][0-9]* passed, 0 failed' ||
        disprove "the last line of ./test is not its count$again"
done
expect_words '^Packages: all [0-9]+ are installed\.$'

# Somebody who may not install, where all is there.
inside root cp -r /srv/landsea /srv/theirs
inside root rm -rf /srv/theirs/build /srv/theirs/out
inside root chown -R nobody /srv/theirs
run nobody /srv/theirs ./quickstart || disprove "./quickstart failed without root"

say "PROVEN: $(inside root dpkg-query -W | wc -l) packages, $(du -sm --exclude=proc "$root" | cut -f 1) MB with the builds"
