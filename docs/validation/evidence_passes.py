"""The two passes over the evidence as blocks of days, for docs/make_validation.py."""

from landsea_output import HOURS_A_DAY, ROOT, days, table, tenth

FIRST_PASS = (str(ROOT / "data/validation/first-pass.json"),
              "--network", str(ROOT / "data/validation/first_pass"))
SHIPPED = ("nwlsc-vs-yangtze",)
CALM = "5"  # May: in both networks the lock is in its normal state with certainty

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
        if tenth(calm["time_typical_days"]) != by_hand:
            raise SystemExit(f"{name}, {alternative}: {by_hand} d added by hand, "
                             f"{calm['time_typical_days']} d by the program")
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
