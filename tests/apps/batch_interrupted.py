#!/usr/bin/env python3
"""A batch on the shipped network is the same bytes however it is run.

Usage: batch_interrupted.py PROGRAM SOURCE_FOLDER

Runs a batch undisturbed; then kills it (SIGKILL) ten times at points drawn between 5 % and 95 % of
its rows and goes on each time; then in seven shards that are merged; then on one thread and two. The
bytes must be equal. A GeoPackage is made the same way, smaller. The seed of the points is fixed.
"""
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

KILLS = 10
SEED = 20261125


def lines_in(path):
    try:
        return path.read_bytes().count(b"\n")
    except FileNotFoundError:
        return 0


class Batch:
    def __init__(self, program, source, folder, words):
        self.begin = [program, "batch", source / "scenarios" / "sample_jobs.csv", "--data",
                      source / "data", "--quiet", *words]
        self.folder = folder

    def start(self, out, *more):
        return subprocess.Popen([*self.begin, "--out", self.folder / out, *more])

    def run(self, out, *more):
        code = self.start(out, *more).wait()
        if code != 0:
            sys.exit(f"{out}: exit {code}")
        return (self.folder / out).read_bytes() if (self.folder / out).exists() else b""

    def killed(self, out, points, *more):
        """Kills the run when it has come to each of the points in turn; returns the rows kept."""
        for _ in range(5):
            kept = self.killed_once(out, points, *more)
            if len(kept) == len(points):
                return kept
            (self.folder / out).unlink()  # it was quicker than we: once more from the start
        sys.exit(f"{out}: always ended before it was killed")

    def killed_once(self, out, points, *more):
        part = self.folder / (out + ".part")
        kept = []
        for point in points:
            run = self.start(out, *more)
            while run.poll() is None and lines_in(part) < point:
                time.sleep(0.002)
            run.send_signal(signal.SIGKILL)
            code = run.wait()
            if code == 0:
                break
            if code != -signal.SIGKILL:
                sys.exit(f"{out}: exit {code}")
            kept.append(lines_in(part))
        return kept


def must_equal(found, expected, what):
    if found != expected:
        sys.exit(f"{what}: other bytes than those of one undisturbed run")
    print(f"{what}: the same {len(expected):,} bytes")


def points_in(rows, kills, dice):
    """Where to kill: sorted, a twentieth of the rows at both ends left out."""
    return sorted(dice.randint(rows // 20, rows * 19 // 20) for _ in range(kills))


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    dice = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="landsea-batch-") as name:
        folder = pathlib.Path(name)
        subprocess.run([sys.executable, source / "bench" / "make_scenarios.py", folder / "drawn",
                        "40"], check=True)
        batch = Batch(program, source, folder,
                      ["--scenarios", f"base,{folder}/drawn/*.json", "--month", "3"])
        whole = batch.run("whole.csv")
        rows = whole.count(b"\n") - 1
        if rows != 41 * 100:
            sys.exit(f"{rows} rows")

        kept = batch.killed("killed.csv", points_in(rows, KILLS, dice))
        print(f"killed with {', '.join(str(k) for k in kept)} of {rows} rows kept")
        if kept != sorted(kept) or kept[-1] > rows:
            sys.exit("rows were lost or repeated")
        must_equal(batch.run("killed.csv"), whole, f"killed {KILLS} times")
        manifest = json.loads((folder / "killed.csv.run.json").read_bytes())
        if manifest["rows"] != rows or manifest["rows_found"] == 0:
            sys.exit("the manifest does not say what was there")

        for i in range(1, 8):
            batch.run("part.csv", "--shard", f"{i}/7")
        parts = sorted(folder.glob("part.shard-*-of-7.csv"), reverse=True)
        subprocess.run([program, "merge", *parts, "--out", folder / "merged.csv", "--quiet"],
                       check=True)
        must_equal((folder / "merged.csv").read_bytes(), whole, "merged from 7 shards")

        for threads in ("1", "2"):
            must_equal(batch.run(f"on{threads}.csv", "--threads", threads), whole,
                       f"on {threads} threads")

        drawn = Batch(program, source, folder,
                      ["--scenarios", f"{folder}/drawn/drawn_0000?.json", "--month", "3"])
        map_bytes = drawn.run("whole.gpkg", "--threads", "1")
        drawn.killed("killed.gpkg", points_in(10 * 100, 2, dice), "--threads", "2")
        must_equal(drawn.run("killed.gpkg"), map_bytes, "a GeoPackage killed twice")


main()
