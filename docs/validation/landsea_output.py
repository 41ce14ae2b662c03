"""Runs landsea for docs/make_validation.py and writes its tables as text."""

import csv
import functools
import io
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HOURS_A_DAY = 24.0


class Program:
    """Runs landsea on the data of this source tree and reads its CSV."""

    def __init__(self, path):
        self.path = str(pathlib.Path(path).resolve())

    @functools.lru_cache(maxsize=None)
    def rows(self, *words):
        command = [self.path, *words, "--data", str(ROOT / "data"), "--csv", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode > 1:
            raise SystemExit(f"{' '.join(command)}\nended with {done.returncode}: {done.stderr}")
        return list(csv.DictReader(io.StringIO(done.stdout)))


def table(titles, rows):
    """A Markdown table whose first column is text and whose others are numbers."""
    lines = [titles, ["---"] + ["--:"] * (len(titles) - 1), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def days(hours):
    return f"{hours / HOURS_A_DAY:.2f}"


def tenth(value):
    """One decimal, never "-0.0"."""
    return f"{float(value) + 0.0:.1f}".replace("-0.0", "0.0")


def percent(share):
    share = float(share)
    if 0.0 < share < 0.005:
        return "< 1 %"
    if 0.995 < share < 1.0:
        return "> 99 %"
    return f"{100.0 * share:.0f} %"
