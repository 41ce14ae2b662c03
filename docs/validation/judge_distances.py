"""Judges the sea lanes by published distances and writes the result into port_distances.md.

Usage: judge_distances.py PROGRAM. PROGRAM is landsea; it runs on the data of this source tree.
Judged are the published figures that no other contradicts, between ports whose position is known.
"""

import concurrent.futures
import csv
import json
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "validation" / "port_distances.md"
BEGIN, END = "<!-- judged by judge_distances.py -->\n", "<!-- end of judged -->\n"
SHORT_NM = 500


def rows_of(name):
    with open(ROOT / "data" / "validation" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ids(text):
    return [word for word in text.split(";") if word]


def judged_rows(places):
    return [row for row in rows_of("port_distances.csv")
            if row["grade"] == "published" and "conflict" not in row["note"]
            and row["from"] in places and row["to"] in places]


def distance_nm(program, places, row):
    words = [program, "sea", places[row["from"]], places[row["to"]], "--json", "--quiet",
             "--data", str(ROOT / "data"), "--vessel", "ocean"]
    for passage in ids(row["via"]):
        words += ["--via", passage]
    for passage in ids(row["avoid"]):
        words += ["--avoid", passage]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(words)}\nended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)["distance_nm"]


def way(row):
    return " ".join([f"via {p}" for p in ids(row["via"])] + [f"not {p}" for p in ids(row["avoid"])])


def report(rows, ours):
    off = [found - float(row["published_nm"]) for row, found in zip(rows, ours, strict=True)]
    percent = [100.0 * nm / float(row["published_nm"]) for row, nm in zip(rows, off, strict=True)]
    both = list(zip(rows, off, percent, strict=True))
    worst = max(both, key=lambda one: abs(one[2]))
    short = [one for one in both if float(one[0]["published_nm"]) < SHORT_NM]

    def share(of, most_percent, most_nm):
        good = sum(abs(p) <= most_percent or abs(nm) <= most_nm for _, nm, p in of)
        return f"{good} of {len(of)}"

    lines = [
        "| | all | under 500 nm |", "| --- | --: | --: |",
        f"| figures | {len(both)} | {len(short)} |",
        f"| median difference, without its sign | {statistics.median(map(abs, percent)):.2f} % | "
        f"{statistics.median(abs(p) for _, _, p in short):.2f} % |",
        f"| median difference, with its sign | {statistics.median(percent):+.2f} % | "
        f"{statistics.median(p for _, _, p in short):+.2f} % |",
        f"| within 5 % or 15 nm | {share(both, 5, 15)} | {share(short, 5, 15)} |",
        f"| within 10 % or 30 nm | {share(both, 10, 30)} | {share(short, 10, 30)} |",
        "",
        f"Worst is {worst[0]['from']} – {worst[0]['to']}: {worst[1]:+.0f} nm, {worst[2]:+.1f} %.",
        "",
        "| from | to | way | published, nm | ours, nm | difference, nm | % |",
        "| --- | --- | --- | --: | --: | --: | --: |",
    ]
    for (row, nm, p), found in zip(both, ours, strict=True):
        lines.append(f"| {row['from']} | {row['to']} | {way(row)} | {row['published_nm']} | "
                     f"{found:.0f} | {nm:+.0f} | {p:+.1f} |")
    return "\n".join(lines) + "\n"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    places = {row["code"]: f"{row['lat']},{row['lon']}"
              for row in rows_of("port_distance_places.csv") if row["lat"]}
    rows = judged_rows(places)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        ours = list(pool.map(lambda row: distance_nm(program, places, row), rows))
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(before + BEGIN + "\n" + report(rows, ours) + "\n" + END + after,
                    encoding="utf-8")


main()
