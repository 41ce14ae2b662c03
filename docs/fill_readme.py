#!/usr/bin/env python3
"""Puts what the program prints today into README.md, between its output markers.

Usage: fill_readme.py PROGRAM [--check]     --check changes nothing and fails on a difference
"""

import pathlib
import re
import subprocess
import sys

README = pathlib.Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"(<!-- begin output: (.*?) -->\n)(.*?)(<!-- end output -->)", re.DOTALL)


def filled(program: str, text: str) -> str:
    def run(match: re.Match) -> str:
        words = match.group(2).split()
        output = subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout
        return f"{match.group(1)}```text\n{output}```\n{match.group(4)}"

    return BLOCK.sub(run, text)


def main() -> int:
    before = README.read_text(encoding="utf-8")
    after = filled(sys.argv[1], before)
    if "--check" in sys.argv:
        if before != after:
            print("README.md does not show what the program prints; run docs/fill_readme.py PROGRAM")
        return int(before != after)
    README.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
