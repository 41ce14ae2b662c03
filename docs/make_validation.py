#!/usr/bin/env python3
"""Puts what the program computes today into the tables of docs/validation.md.

Usage: make_validation.py PROGRAM [--check] [TABLE...]

Every table of the page stands between "<!-- begin table: NAME -->" and "<!-- end table -->".
Without TABLE all are made. --check changes nothing and fails when a table is not what the program
prints. Nothing but the Python 3 standard library is needed.
"""

import csv
import functools
import io
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "validation.md"
BLOCK = re.compile(r"(<!-- begin table: (\S+) -->\n)(.*?)(<!-- end table -->)", re.DOTALL)
FIRST_PASS = (str(ROOT / "data/validation/first-pass.json"),
              "--network", str(ROOT / "data/validation/first_pass"))
SHIPPED = ("nwlsc-vs-yangtze",)
HEADLINE = "qinzhou-saves-ten-to-twenty-days"
HEADLINE_WORDS = (HEADLINE, "--draws", "10000")
CALM = "5"  # May: in both networks the lock is in its normal state with certainty
HOURS_A_DAY = 24.0
SEASONS = {"all": "year", "5": "calm", "8": "flood", "1": "low water", "3": "overhaul"}


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


# --- the two decompositions ---------------------------------------------------------------------

BLOCKS = {
    "origin": "Chongqing: gate-in, loading, wait",
    "rail": "train Chongqing – Qinzhou",
    "upper": "barge Chongqing – Three Gorges, calls",
    "lock": "both dams: lockage and queue",
    "lower": "barge from the dams to Shanghai, calls",
    "port": "seaport: transfer, dwell, wait",
    "sea": "ship to Singapore",
    "end": "Singapore: discharge",
}


def block_of(step, seen):
    """The block of the decomposition that a step of an answer belongs to."""
    place, to = step["place"], step["place_to"]
    by_rail = step["alternative"] == "qinzhou"
    if place == "SGSIN":
        return "end"
    if to == "SGSIN":
        return "sea"
    if to and by_rail:
        return "rail"
    if place.startswith(("CNSHA", "CNQZH")):  # with the shuttle between Shanghai's terminals
        return "port"
    if to:
        return "lower" if "lock" in seen else "upper"
    if place.startswith("CNCKG"):
        return "origin"
    if place in ("CN-THREE-GORGES", "CN-GEZHOUBA"):
        return "lock"
    return "lower" if "lock" in seen else "upper"  # a call on the way


def blocks(program, alternative, words):
    """Low, typical, high and mean hours of each block of an alternative on a calm day."""
    sums = {}
    for step in program.rows("explain", *words, "--month", CALM, "--only", alternative):
        block = sums.setdefault(block_of(step, sums), [0.0, 0.0, 0.0, 0.0])
        for i, key in enumerate(("low", "typical", "high", "mean")):
            block[i] += float(step[f"time_{key}_h"])
    return sums


def decomposition(program, first, second):
    """Two decompositions side by side; `first` or `second` is (alternative, words) or None."""
    sides = [blocks(program, *side) for side in (first, second) if side]
    rows = []
    for block, name in BLOCKS.items():
        if any(block in side for side in sides):
            hours = [side.get(block, [0.0] * 4) for side in sides]
            row = [name]
            for values in hours:
                row += [days(value) for value in values[:3]]
            if len(hours) == 2:
                row.append(f"{(hours[1][1] - hours[0][1]) / HOURS_A_DAY:+.2f}")
            rows.append(row)
    totals = [[sum(block[i] for block in side.values()) for i in range(4)] for side in sides]
    total = ["**total**"]
    for values in totals:
        total += [f"**{tenth(value / HOURS_A_DAY)}**" for value in values[:3]]
    if len(totals) == 2:
        total.append(f"**{(totals[1][1] - totals[0][1]) / HOURS_A_DAY:+.1f}**")
    rows.append(total)
    titles = ["block, days in a calm month"]
    for name in ("first pass", "shipped")[-len(sides):]:
        titles += [f"{name} low", "typical", "high"]
    return table(titles + (["typical moved by"] if len(sides) == 2 else []), rows)


def decomposition_qinzhou(program):
    return decomposition(program, ("qinzhou", FIRST_PASS), ("qinzhou", SHIPPED))


def decomposition_barge(program):
    return decomposition(program, ("barge", FIRST_PASS), ("barge", SHIPPED))


def decomposition_express(program):
    return decomposition(program, None, ("express-barge", SHIPPED))


def totals(program):
    """Totals of both passes, the number each table of evidence states beside the program's."""
    stated = [("first pass", "qinzhou", FIRST_PASS, "10.5"), ("first pass", "barge", FIRST_PASS, "22.8"),
              ("shipped", "qinzhou", SHIPPED, "10.3"), ("shipped", "barge", SHIPPED, "27.2"),
              ("shipped", "express-barge", SHIPPED, "20.9")]
    rows = []
    for name, alternative, words, by_hand in stated:
        answers = {row["alternative"]: row for row in program.rows("compare", *words, "--month", CALM)}
        year = {row["alternative"]: row for row in program.rows("compare", *words)}
        calm = answers[alternative]
        rows.append([f"{name}, {alternative}", by_hand, tenth(calm["time_typical_days"]),
                     tenth(calm["time_mean_days"]), tenth(year[alternative]["time_mean_days"]),
                     f"{tenth(year[alternative]['time_p5_days'])} / "
                     f"{tenth(year[alternative]['time_p50_days'])} / "
                     f"{tenth(year[alternative]['time_p95_days'])}"])
    return table(["pass and way, days", "added by hand", "program, typical", "mean, calm month",
                  "mean, whole year", "P5 / P50 / P95, whole year"], rows)


# What the first pass's own simulation gave: independent PERT blocks, 100,000 draws, another program.
FIRST_PASS_SAVING = {
    "normal": ("5", "12.2", "8.5", "16.0", "0.83", "0.12", "0.00"),
    "congestion": ("1", "16.7", "12.4", "21.0", "1.00", "0.73", "0.10"),
    "overhaul": ("3", "19.3", "14.6", "24.1", "1.00", "0.94", "0.41"),
    "year mix 70/15/15": ("all", "14.0", "8.9", "21.0", "0.88", "0.33", "0.08"),
}


def first_pass_saving(program):
    rows = []
    for season, (month, *stated) in FIRST_PASS_SAVING.items():
        qinzhou, barge = program.rows("compare", *FIRST_PASS, "--month", month)
        mean = float(barge["time_mean_days"]) - float(qinzhou["time_mean_days"])
        ours = [tenth(mean), tenth(barge["saved_p5_days"]), tenth(barge["saved_p95_days"])]
        ours += [f"{float(barge[f'probability_over_{bound}_days']):.2f}" for bound in (10, 15, 20)]
        rows.append([season] + [f"{theirs} → {our}" for theirs, our in zip(stated, ours)])
    return table(["first pass → program", "mean saving, d", "P5", "P95", "P(>10 d)", "P(>15 d)",
                  "P(>20 d)"], rows)


# --- the ledger ---------------------------------------------------------------------------------

def ledger():
    """The claims of the shipped ledger and their sources, by id."""
    claims, sources = {}, {}
    for path in sorted((ROOT / "data" / "claims").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        claims.update({claim["id"]: claim for claim in content["claims"]})
        sources.update({source["id"]: source for source in content["sources"]})
    return claims, sources


@functools.lru_cache(maxsize=None)
def findings(program, *words):
    """The rows of `landsea claims`, by claim."""
    by_claim = {}
    for row in program.rows("claims", *words):
        by_claim.setdefault(row["claim"], []).append(row)
    return by_claim


def source_text(claim, sources):
    source = sources[claim["source"]]
    return source["publisher"] + (f" {source['year']}" if "year" in source else "")


def interval(row):
    low, high = float(row["claimed_low"]), float(row["claimed_high"])
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def spread(row, digits):
    return " / ".join(f"{float(row[key]):.{digits}f}" for key in ("model_p5", "model_p50", "model_p95"))


def targets(alternative):
    """The words of an alternative as `landsea compare --alternative` takes them."""
    return "+".join(alternative.get("via", []) + ["!" + word for word in alternative.get("avoid", [])])


def line_haul_days(program, check):
    """From the first departure to the last arrival on a day of the likeliest states, in days."""
    steps = program.rows("explain", check["from"], check["to"], "--draws", "100",
                         "--alternative", "x=" + targets(check["by"]))
    hauls = [i for i, step in enumerate(steps) if step["place_to"]]
    between = steps[hauls[0]:hauls[-1] + 1]
    return sum(float(step["time_typical_h"]) for step in between) / HOURS_A_DAY


SUPPORTED, CONDITIONAL, SLOWER, QUICKER = "supported", "supported only when", "slower", "quicker"
SPANS = {"gate_to_gate": "gate to gate", "line_haul": "line haul"}


def outcome(row):
    """The verdict, and for a miss the side on which the model's median lies."""
    if row["verdict"] != "not supported":
        return row["verdict"]
    return SLOWER if float(row["model_p50"]) > float(row["claimed_high"]) else QUICKER


@functools.lru_cache(maxsize=None)
def judged_times(program):
    """(outcome, span, table row) of each published time that the network has a route for."""
    claims, sources = ledger()
    result = []
    for claim_id, rows in findings(program).items():
        claim = claims[claim_id]
        if claim["check"]["kind"] != "time" or not rows[0]["month"]:
            continue
        row = rows[0]  # the whole year
        span = claim["check"].get("span", "gate_to_gate")
        held = [SEASONS[found["month"]] for found in rows if found["holds"] == "yes"]
        result.append((outcome(row), span,
                       [f"{claim['statement']['en']} ({source_text(claim, sources)})", interval(row),
                        SPANS[span], spread(row, 1), tenth(line_haul_days(program, claim["check"])),
                        ", ".join(held) if len(held) < len(rows) else "all"]))
    return result


def times(wanted):
    def make(program):
        rows = [row for kind, _, row in judged_times(program) if kind == wanted]
        if not rows:
            return "None.\n"
        if wanted != CONDITIONAL:
            return table(["published time", "days", "span", "model P5 / P50 / P95",
                          "line haul, calm day"], [row[:-1] for row in rows])
        return table(["published time", "days", "span", "model P5 / P50 / P95",
                      "line haul, calm day", "agrees in"],
                     [row[:-1] + [row[-1] or "the spread only"] for row in rows])
    return make


def tally(program):
    """How many claims of each kind get which verdict."""
    claims, _ = ledger()
    verdicts = ["supported", "supported only when", "not supported", "not testable"]
    kinds = {"time": "times", "price": "prices", "ratio": "ratios", "saving": "savings",
             "none": "statements of another kind"}
    rows = []
    for kind, name in kinds.items():
        found = [rows[0]["verdict"] for claim_id, rows in findings(program).items()
                 if claims[claim_id]["check"]["kind"] == kind]
        rows.append([name] + [str(found.count(verdict)) for verdict in verdicts] + [str(len(found))])
    text = table(["claims about", *verdicts, "all"], rows)
    judged = [(kind, span) for kind, span, _ in judged_times(program)]
    spans = table(["times with a route", "supported", "in some season or in the spread",
                   "model slower", "model quicker"],
                  [[name] + [str(judged.count((kind, span)))
                             for kind in (SUPPORTED, CONDITIONAL, SLOWER, QUICKER)]
                   for span, name in SPANS.items()])
    return text + "\n" + spans


def prices_and_ratios(program):
    claims, sources = ledger()
    rows = []
    for claim_id, found in findings(program).items():
        claim, row = claims[claim_id], found[0]
        if claim["check"]["kind"] in ("price", "ratio") and row["month"]:
            unit, digits = ("USD", 0) if claim["check"]["kind"] == "price" else ("ratio", 2)
            rows.append([f"{claim['statement']['en']} ({source_text(claim, sources)})",
                         f"{interval(row)} {unit}", spread(row, digits), row["verdict"]])
    return table(["published price or ratio", "claimed", "model P5 / P50 / P95", "verdict"], rows)


def share_held(rows):
    held = sum(row["holds"] == "yes" for row in rows)
    return f"{held}/{len(rows)}"


def savings(program):
    claims, sources = ledger()
    rows = []
    for claim_id, found in findings(program).items():
        claim = claims[claim_id]
        if claim["check"]["kind"] != "saving" or claim_id == HEADLINE or not found[0]["month"]:
            continue
        for against in dict.fromkeys(row["against"] for row in found):
            of_baseline = [row for row in found if row["against"] == against]
            row = of_baseline[0]
            rows.append([f"{claim['statement']['en']} ({source_text(claim, sources)})", against,
                         f"> {interval(row)}", spread(row, 1), share_held(of_baseline)])
    return table(["published saving", "against", "days", "model P5 / P50 / P95", "conditions that hold"],
                 rows)


# --- the headline claim -------------------------------------------------------------------------

def headline(program):
    """For each baseline and endpoint: how much is saved, how likely, and in which seasons."""
    grouped = {}
    for row in findings(program, *HEADLINE_WORDS)[HEADLINE]:
        grouped.setdefault((row["against"], row["to"]), []).append(row)
    rows = []
    for (against, to), found in grouped.items():
        line = [f"{against}, {to}", spread(found[0], 1)]
        for bound in (10.0, 20.0):
            of_bound = [row for row in found if float(row["claimed_low"]) == bound]
            held = [SEASONS[row["month"]] for row in of_bound if row["holds"] == "yes"]
            line += [percent(of_bound[0]["probability"]),
                     "all" if len(held) == len(SEASONS) else ", ".join(held) or "none"]
        rows.append(line)
    rows.sort(key=lambda line: list(dict.fromkeys(k[0] for k in grouped)).index(line[0].split(",")[0]))
    return table(["baseline, endpoint", "saved P5 / P50 / P95, year", "P(>10 d)", "likelier than not in",
                  "P(>20 d)", "likelier than not in"], rows)


def verdict(rows):
    held = sum(row["holds"] == "yes" for row in rows)
    word = "not supported" if held == 0 else "supported" if held == len(rows) else "supported only when"
    return f"{word} ({held}/{len(rows)})"


def flip(program):
    """The verdict for each bound and baseline, as shipped and with 12 days more at Qinzhou."""
    base = findings(program, *HEADLINE_WORDS)[HEADLINE]
    slow = findings(program, *HEADLINE_WORDS, "--add-dwell", "CNQZH=12d")[HEADLINE]
    rows = []
    for bound in (10.0, 20.0):
        for against in dict.fromkeys(row["against"] for row in base):
            pick = [[row for row in side if row["against"] == against and
                     float(row["claimed_low"]) == bound] for side in (base, slow)]
            rows.append([f"> {bound:g} d against {against}", verdict(pick[0]),
                         percent(pick[0][0]["probability"]), tenth(pick[0][0]["margin"]),
                         verdict(pick[1]), percent(pick[1][0]["probability"])])
    return table(["claim", "as shipped", "P, Singapore, year", "days to spare",
                  "with 12 d more at Qinzhou", "P, Singapore, year"], rows)


TABLES = {
    "totals": totals,
    "decomposition-qinzhou": decomposition_qinzhou,
    "decomposition-barge": decomposition_barge,
    "decomposition-express": decomposition_express,
    "first-pass-saving": first_pass_saving,
    "tally": tally,
    "times-supported": times(SUPPORTED),
    "times-conditional": times(CONDITIONAL),
    "times-slower": times(SLOWER),
    "times-quicker": times(QUICKER),
    "prices-and-ratios": prices_and_ratios,
    "savings": savings,
    "headline": headline,
    "flip": flip,
}


def main():
    words = [word for word in sys.argv[1:] if word != "--check"]
    if not words or any(word not in TABLES for word in words[1:]):
        raise SystemExit(f"{__doc__}\nTables: {', '.join(TABLES)}")
    program = Program(words[0])
    wanted = words[1:] or list(TABLES)
    page = PAGE.read_text(encoding="utf-8")
    missing = set(wanted) - {match.group(2) for match in BLOCK.finditer(page)}
    if missing:
        raise SystemExit(f"{PAGE} has no place for {', '.join(sorted(missing))}")
    different = []

    def made(match):
        name = match.group(2)
        if name not in wanted:
            return match.group(0)
        text = "\n" + TABLES[name](program) + "\n"
        if text != match.group(3):
            different.append(name)
        return match.group(1) + text + match.group(4)

    after = BLOCK.sub(made, page)
    if "--check" not in sys.argv:
        PAGE.write_text(after, encoding="utf-8")
        return 0
    for name in different:
        print(f"docs/validation.md: table {name} is not what the program says; "
              f"run docs/make_validation.py PROGRAM {name}")
    return int(bool(different))


if __name__ == "__main__":
    sys.exit(main())
