"""The JSON Schema and the reader agree on scenario files.

Usage: scenario_schema_agrees.py VERDICT_PROGRAM SCHEMA CATALOGUE [--all]. Exits 77 (skipped) without jsonschema.

Every place of a small scenario that has all keys is changed in some of the ways below, taken in
turn, or in all of them with `--all` at the end (a minute). What the reader accepts, the schema must
accept; what only the reader refuses must be a matter that a schema cannot say. The shipped scenarios
must be valid.
"""
import copy
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed: skipped")
    sys.exit(77)

# Parts of messages about what other values or the network say.
BEYOND_A_SCHEMA = (
    "low <= typical <= high", "the only ones of PERT curves", "a target such as", "the name of a",
    "a scope that matches something", "something that is closed before", "the id of a ",
    "a state of river", "no second change", "a source that neither", "extend each other in a circle",
    "to\" on or after", "one place", "a terminal, as this city", "a scope with \"leg\"",
    "\"operation\", as the number is not a factor", "one service or more", "a day such as",
)
WRONG = (None, True, "", " ", "nonsense", -1, 0, 1, 0.5, 13, 2020, 1e10, [], {}, ["x"], [1], {"x": 1},
         "mode:rail", "AASEA", "means:barge", "lock", "assumed", "published", "2025-09-12", {"place": "AALCK"},
         {"season": "river"}, {"operation": "lock"}, {"mode": ["sea"]}, {"low": 1, "typical": 2, "high": 3})


def places_in(value, way=()):
    """All ways to a value below the top level, as keys and indexes."""
    if way:
        yield way
    items = value.items() if isinstance(value, dict) else (
        enumerate(value) if isinstance(value, list) else ())
    for key, below in items:
        yield from places_in(below, way + (key,))


def mutations(value, turns):
    """What was changed, the way to it, and the changed copy."""
    for number, way in enumerate(places_in(value)):
        def fresh(way=way):
            whole = copy.deepcopy(value)
            at = whole
            for step in way[:-1]:
                at = at[step]
            return whole, at
        whole, at = fresh()
        del at[way[-1]]
        yield "left out", way, whole
        for wrong in [WRONG[(number * turns + i) % len(WRONG)] for i in range(turns)]:
            whole, at = fresh()
            at[way[-1]] = wrong
            yield json.dumps(wrong), way, whole
        whole, at = fresh()
        if isinstance(at[way[-1]], dict):
            at[way[-1]]["extra"] = 1
        elif isinstance(at[way[-1]], list) and at[way[-1]]:
            at[way[-1]].append(copy.deepcopy(at[way[-1]][0]))
        yield "more", way, whole


def main():
    program, schema_path, shipped = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    found = [f"{path.name}: {error.json_path}: {error.message[:200]}"
             for path in sorted(shipped.glob("*.json"))
             for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8")))]
    small = json.loads(subprocess.run([program, "small"], capture_output=True, text=True,
                                      check=True).stdout)
    turns = len(WRONG) if "--all" in sys.argv else 5
    cases = [("nothing", (), small), *mutations(small, turns)]
    answers = subprocess.run([program], input="".join(json.dumps(file) + "\n" for *_, file in cases),
                             capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    accepted = 0
    for (what, way, file), verdict in zip(cases, answers, strict=True):
        accepted += verdict == "accepted"
        is_valid = validator.is_valid(file)
        plain = [line for line in verdict.split("\t")
                 if not any(part in line for part in BEYOND_A_SCHEMA)]
        if verdict == "accepted" and not is_valid:
            found.append(f"{way}: {what}: the reader accepts it, the schema does not")
        if verdict != "accepted" and is_valid and plain:
            found.append(f"{way}: {what}: the schema accepts it, the reader says {plain[0]}")
    if answers[0] != "accepted":
        found.insert(0, f"the small scenario itself is refused: {answers[0]}")
    print(f"{len(cases)} changes, {accepted} of them accepted")
    if not 1 < accepted < len(cases):
        found.append("the changes cannot tell a good reader from a bad one")
    print("\n".join(found[:40]))
    sys.exit(1 if found else 0)


main()
