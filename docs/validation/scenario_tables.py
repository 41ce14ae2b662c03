"""The scenarios of the catalogue as tables, for docs/make_validation.py."""

import json

from landsea_output import ROOT, table
from scenario_checks import CHECKS, DAYS, IDLE, KM, SHARE, USD, Detour

CATALOGUE = ROOT / "scenarios" / "catalog"
SINGAPORE = ("qinzhou", "barge", "express-barge")
DUISBURG = {
    "rail": "corridor:china_europe_railway_express",
    "river-sea": "means:barge_ordinary+mode:sea+!mode:rail",
    "qinzhou-sea": "corridor:nwlsc_railsea_mid+mode:sea+!corridor:china_europe_railway_express",
    "middle": "corridor:middle_corridor",
}
UNCHANGED = "·"
COLUMNS = {USD: "money_p50_usd", "% of the dollars": "money_p50_usd", KM: "length_km",
           DAYS: "time_mean_days", SHARE: "time_mean_days"}


def scenarios():
    return {path.stem: json.loads(path.read_text(encoding="utf-8"))
            for path in sorted(CATALOGUE.glob("*.json"))}


def family(catalogue, name):
    """A scenario and all that it extends."""
    found = [catalogue[name]]
    for parent in catalogue[name].get("extends", []):
        found += family(catalogue, parent)
    return found


def month_for(catalogue, name):
    """A month in which all of its changes hold, empty where they always do."""
    months = [set(change["months"]) for file in family(catalogue, name)
              for change in file["changes"] if "months" in change]
    common = sorted(set.intersection(*months)) if months else []
    return str(common[(len(common) - 1) // 2]) if common else ""


def under(name, month):
    return (("--scenario", name) if name else ()) + (("--month", month) if month else ())


def is_base(row):
    return row["scenario_id"] == "base"


def number(program, ask, name, way):
    """A way's number under a scenario, or as it is; None where there is no route."""
    rows = program.rows("compare", ask.start, ask.end, "--alternative", "way=" + way,
                        *under(name, ask.month))
    row = next(row for row in rows if is_base(row) != bool(name))
    return float(row[COLUMNS[ask.unit]]) if row["status"] == "ok" else None


def difference(program, ask, name):
    """What the scenario adds to the number asked for; None where it leaves no route."""
    if isinstance(ask, tuple):
        first, second = (difference(program, one, name) for one in ask)
        return first - second
    if isinstance(ask, Detour):
        closed = [word for passage in ask.closed for word in ("--avoid", passage)]
        before, after = (float(program.rows("sea", ask.start, ask.end, *words)[0]["distance_nm"])
                         for words in ((), closed))
        return after - before
    before = number(program, ask, ask.before, ask.way_before or ask.way)
    after = number(program, ask, ask.after or name, ask.way)
    if before is None or after is None:
        return None
    return 100.0 * (after - before) / before if ask.unit.startswith("%") else after - before


def signed(value, digits):
    return f"{round(value, digits) + 0.0:+,.{digits}f}".replace("-", "−")


def verdict(check, change):
    if check.low is None:
        word = "no size published"
    elif change is not None and check.low <= round(change, check.digits) <= check.high:
        word = "agrees"
    elif change is not None and change * check.sign > 0:
        word = "direction agrees"
    else:
        word = "does not agree"
    if word == "agrees":
        return word + (", by construction" if check.is_built_in else "")
    return f"{word}: {check.why}"


def source_names(catalogue, check):
    known = {source["id"]: source for source in catalogue[check.scenario].get("sources", [])}
    return "; ".join(known[source]["publisher"] + (f" {known[source]['year']}" if "year" in known[source] else "")
                     for source in check.sources)


def with_sources(catalogue, check):
    names = source_names(catalogue, check)
    return f"{check.published} ({names})" if names else check.published


def published(program):
    """What was published about a scenario beside what the program says."""
    catalogue = scenarios()
    silent = set(catalogue) - {check.scenario for check in CHECKS}
    if silent:
        raise SystemExit(f"scenario_checks.py says nothing about {', '.join(sorted(silent))}")
    rows = []
    for check in CHECKS:
        change = difference(program, check.ask, check.scenario)
        unit = (check.ask[0] if isinstance(check.ask, tuple) else check.ask).unit
        says = "no route" if change is None else f"{signed(change, check.digits)} {unit}"
        rows.append([f"`{check.scenario}`", with_sources(catalogue, check),
                     f"{check.asked}: {says}", verdict(check, change)])
    lines = [["scenario", "what was published", "what the program says", "verdict, or why not"],
             ["---"] * 4, *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def cells(rows, ways):
    """Days and dollars more by each way under the scenario than as it is, as text."""
    found = []
    for way in ways:
        was, row = sorted((row for row in rows if row["alternative"] == way), key=is_base, reverse=True)
        if row["status"] != "ok":
            found.append("no route")
            continue
        days = float(row["time_mean_days"]) - float(was["time_mean_days"])
        usd = float(row["money_p50_usd"]) - float(was["money_p50_usd"])
        parts = [f"{signed(days, 1)} d"] if abs(days) >= 0.05 else []
        parts += [f"{signed(usd, 0)} USD"] if abs(usd) >= 0.5 else []
        found.append(", ".join(parts) or UNCHANGED)
    return found


def effects(question, ways):
    """Each scenario's effect on the ways of one question, mean days and median dollars per TEU."""
    def make(program):
        catalogue = scenarios()
        rows, idle = [], []
        for name in catalogue:
            month = month_for(catalogue, name)
            line = cells(program.rows("compare", *question, *under(name, month)), ways)
            if any(cell != UNCHANGED for cell in line):
                rows.append([f"`{name}`" + (f", month {month}" if month else ""), *line])
            else:
                idle.append(f"* `{name}`: {IDLE[name]}.")
        return table(["scenario", *ways], rows) + "\nNothing changes under\n\n" + "\n".join(idle) + "\n"
    return make


singapore = effects(("nwlsc-vs-yangtze",), SINGAPORE)
duisburg = effects(("Chongqing", "Duisburg", *(word for way in DUISBURG.items()
                                               for word in ("--alternative", "=".join(way)))), DUISBURG)
