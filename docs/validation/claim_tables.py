"""The claim ledger as tables, for docs/make_validation.py."""

import functools
import json

from landsea_output import HOURS_A_DAY, ROOT, percent, table, tenth

HEADLINE = "qinzhou-saves-ten-to-twenty-days"
HEADLINE_WORDS = (HEADLINE, "--draws", "10000")
SEASONS = {"all": "year", "5": "calm", "8": "flood", "1": "low water", "3": "overhaul"}


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
