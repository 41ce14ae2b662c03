# shellcheck shell=bash
# Sourced by the checks here: the files of the project, whether or not it is a git checkout.

# Those whose name matches the extended regular expression $2, below the directory $1, one a line.
tracked_files() {
    (
        cd "$1" || exit 1
        if [ -e .git ]; then
            git ls-files --cached --others --exclude-standard |
                while IFS= read -r file; do [ ! -f "$file" ] || echo "$file"; done
        else
            find . \( -path ./build -o -path ./out \) -prune -o -type f -print | sed 's,^\./,,'
        fi
    ) | grep -E "$2" | LC_ALL=C sort
}
