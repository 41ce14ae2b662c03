#!/usr/bin/env python3
"""Draws the seaports that the second reader checks, and measures what was found.

Usage: draw_ports.py            prints the ids that are drawn, one a line
       draw_ports.py --measure  writes our positions and the distances into the sample again

Drawn are 40 of all places of data/network/*.json with the kind seaport, in the order of their ids,
with seed 20261124. Distances are geodesics on WGS84, by GeographicLib's GeodSolve.
"""

import csv
import json
import pathlib
import random
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "data" / "validation" / "port_sample.csv"
SEED = 20261124
SIZE = 40


def seaports():
    """All seaports of the network, by id."""
    found = {}
    for file in sorted((ROOT / "data" / "network").glob("*.json")):
        for place in json.loads(file.read_text(encoding="utf-8")).get("places", []):
            if "seaport" in place.get("kinds", []):
                found[place["id"]] = place
    return found


def drawn(ports):
    """The ids of the sample."""
    return random.Random(SEED).sample(sorted(ports), SIZE)


def kilometres(row):
    """From our position to the position of the source."""
    ends = " ".join(row[name] for name in ("our_lat", "our_lon", "source_lat", "source_lon"))
    answer = subprocess.run(
        ["GeodSolve", "-i", "-p", "3"], input=ends + "\n", capture_output=True, text=True, check=True
    ).stdout
    return float(answer.split()[2]) / 1000.0


def measure(ports):
    """Writes the sample again with our positions of today."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = [row["id"] for row in rows]
    if ids != drawn(ports):
        sys.exit(f"{SAMPLE}: expected the ids that are drawn, found {' '.join(ids)}")
    for row in rows:
        row["our_lat"] = str(ports[row["id"]]["lat"])
        row["our_lon"] = str(ports[row["id"]]["lon"])
        row["distance_km"] = f"{kilometres(row):.1f}"
    with SAMPLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    if sys.argv[1:] == ["--measure"]:
        measure(seaports())
    elif not sys.argv[1:]:
        print("\n".join(drawn(seaports())))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
