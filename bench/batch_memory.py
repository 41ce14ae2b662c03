#!/usr/bin/env python3
"""Runs a large batch on the shipped network and reports its rate and whether its memory is flat.

Usage: batch_memory.py PROGRAM [SCENARIOS [MONTHS [CRITERIA]]]

Asks for 200 drawn scenarios (see make_scenarios.py) x the sample pairs x all months x three criteria
and prints rows, wall-clock and processor seconds, rows a second, and the resident size when 10 % of
the rows are written and at the end, with their ratio. Exits with 1 when that is above 1.1.
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ALLOWED = 1.1


def resident_kb(process):
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS"):
                return int(line.split()[1])
    return None


def size_of(path):
    try:
        return os.stat(path).st_size
    except FileNotFoundError:
        return 0


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    scenarios = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    months = sys.argv[3] if len(sys.argv) > 3 else "all"
    criteria = sys.argv[4] if len(sys.argv) > 4 else "time,money,carbon"
    jobs = HERE.parent / "scenarios" / "sample_jobs.csv"
    pairs = len(jobs.read_text(encoding="utf-8").splitlines()) - 1
    per_pair = (12 if months == "all" else len(months.split(","))) * len(criteria.split(","))
    rows = scenarios * pairs * per_pair
    with tempfile.TemporaryDirectory(prefix="landsea-bench-") as folder:
        subprocess.run([sys.executable, HERE / "make_scenarios.py", f"{folder}/drawn",
                        str(scenarios)], check=True)
        out = f"{folder}/rows.csv"
        begin = time.monotonic()
        run = subprocess.Popen([program, "batch", jobs, "--scenarios", f"{folder}/drawn/*.json",
                                "--month", months, "--criteria", criteria, "--out", out, "--quiet"])
        # Rows are of much the same length: the first ones tell how many bytes are a tenth of all.
        sizes = []
        lines = 0
        with_lines = 0
        while run.poll() is None:
            size = size_of(out + ".part")
            try:
                resident = resident_kb(run.pid)
            except (FileNotFoundError, ProcessLookupError):
                break
            if size > 0 and resident is not None:
                if size > with_lines:
                    with open(out + ".part", "rb") as part:
                        part.seek(with_lines)
                        lines += part.read(size - with_lines).count(b"\n")
                    with_lines = size
                sizes.append((lines, resident))
            time.sleep(0.1)
        wall = time.monotonic() - begin
        code = run.wait()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        written = pathlib.Path(out).read_bytes().count(b"\n") - 1 if code == 0 else 0
    if code != 0 or written != rows:
        sys.exit(f"exit {code}, {written:,} of {rows:,} rows")
    early = next(resident for count, resident in sizes if count >= rows / 10)
    late = sizes[-1][1]
    ratio = late / early
    cpu = used.ru_utime + used.ru_stime
    print(f"{rows:,} rows in {wall:.1f} s, {cpu:.1f} s of processor time: {rows / wall:,.0f} rows a "
          f"second, {rows / cpu:,.0f} for each second of a processor")
    print(f"resident {early / 1024:.1f} MB at a tenth of the rows, {late / 1024:.1f} MB at the end "
          f"(most {max(r for _, r in sizes) / 1024:.1f} MB): ratio {ratio:.3f}, allowed {ALLOWED}")
    sys.exit(ratio > ALLOWED)


main()
