# shellcheck shell=bash
# Sourced by ./quickstart and ./test: installs what landsea needs from Debian's packages.
# Expects the current directory to be the repository. Says what it does before it does it.

package_list=cmake/debian_packages.txt

say() { printf '%s\n' "$*"; }

complain() { printf '%s\n' "$*" >&2; }

# The packages of the named groups, one a line.
packages_of() {
    local group
    for group in "$@"; do
        awk -v group="$group" '$1 == group { print $2 }' "$package_list"
    done
}

# Why a package is wanted, as the list puts it.
reason_for() {
    awk -v package="$1" '$2 == package { sub(/^[^ ]+ +[^ ]+ +/, ""); print; exit }' "$package_list"
}

# Those of the named groups' packages that are not installed, one a line.
missing_packages() {
    local package
    for package in $(packages_of "$@"); do
        case "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" in
            installed) ;;
            *) say "$package" ;;
        esac
    done
}

explain_other_system() {
    complain "This is not a Debian system, so nothing is installed for you. landsea needs:"
    local package
    for package in $(packages_of "$@"); do
        complain "$(printf '  %-20s %s' "$package" "$(reason_for "$package")")"
    done
    complain "(Debian's names.) Install these your system's way and say: $0 --no-install"
}

# Runs a command as root: directly, or through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Makes sure that every package of the named groups is installed. Fails, having said why and
# what to do, when that cannot be done.
install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        explain_other_system "$@"
        return 1
    fi
    local missing
    missing=$(missing_packages "$@" | tr '\n' ' ')
    if [ -z "$missing" ]; then
        say "Packages: all $(packages_of "$@" | wc -l) are installed."
        return 0
    fi
    say "Packages to install from Debian, without their recommendations:"
    local package
    for package in $missing; do
        printf '  %-20s %s\n' "$package" "$(reason_for "$package")"
    done
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        complain "Installing them needs root, and there is no sudo here. As root, run:"
        complain "  apt-get update && apt-get install --no-install-recommends $missing"
        complain "and then $0 again as yourself."
        return 1
    fi
    [ "$(id -u)" -eq 0 ] || say "Installing needs root: sudo may ask for your password."
    say "+ apt-get update"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 update ||
        complain "apt-get update failed; trying with the package lists that are here."
    say "+ apt-get install -y --no-install-recommends $missing"
    # shellcheck disable=SC2086  # one word per package
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 \
        install --no-install-recommends $missing; then
        complain "apt-get could not install them; its own words are above."
        complain "landsea is made for Debian 12 (bookworm)$(this_system)."
        return 1
    fi
}

this_system() {
    [ -r /etc/os-release ] || return 0
    (. /etc/os-release && printf '; this is %s' "${PRETTY_NAME:-another system}")
}

# How many compilers to run at once.
jobs() { say "${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}"; }
