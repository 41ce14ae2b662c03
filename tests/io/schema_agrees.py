"""The JSON Schema and the reader agree on network files.

Usage: schema_agrees.py VERDICT_PROGRAM SCHEMA DATA_FOLDER [--all]. Exits 77 (skipped) without jsonschema.

Every place of a small network is changed in some of the ways below, taken in turn, or in all of
them with `--all` at the end (a minute). What the reader accepts, the schema
must accept; what only the reader refuses must be a matter that a schema cannot say. The shipped
data must be valid.
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

# Parts of messages about what one value alone cannot show.
BEYOND_A_SCHEMA = (
    "low <= typical <= high", "the only ones of PERT curves", "a known ", "no other ",
    "add up to 1", "link from", "a state of season", "states of different ids", "of a state",
    "visits each place once", "two different ends", "per tonne", "part_of", "link starts",
    "a route whose links join", "of its mode", "an object with one entry for each state",
    "by_state: expected the key",  # which states there are, the season says
    "named after their ends", "means that say how they sail",  # which means, another item says
)
WRONG = (None, True, "", " ", "nonsense", -1, 0, 1, 0.5, 95, 2020, 1e10, [], {}, ["x"], {"x": 1},
         "mode:rail", "any", "none", "same", "mirrored", "open", "CNCKG", "CN", "a b",
         {"planned": "2030"}, {"planned": 2030}, {"suspended": ""}, {"planned": "", "suspended": ""})


def places_in(value, way=()):
    """All ways to a value below the top level, as keys and indexes."""
    if way:
        yield way
    items = value.items() if isinstance(value, dict) else (
        enumerate(value) if isinstance(value, list) else ())
    for key, below in items:
        yield from places_in(below, way + (key,))


def changed(value, way, change):
    """A copy in which `change` was applied to the container of the last step of a way."""
    fresh = copy.deepcopy(value)
    at = fresh
    for step in way[:-1]:
        at = at[step]
    change(at, way[-1])
    return fresh


def mutations(value, turns):
    """What was changed, the way to it, and the changed copy."""
    for number, way in enumerate(places_in(value)):
        def drop(at, key):
            del at[key]
        yield "left out", way, changed(value, way, drop)
        for wrong in [WRONG[(number * turns + i) % len(WRONG)] for i in range(turns)]:
            def put(at, key, wrong=wrong):
                at[key] = wrong
            yield json.dumps(wrong), way, changed(value, way, put)
        def add(at, key):
            if isinstance(at[key], dict):
                at[key]["extra"] = 1
            elif isinstance(at[key], list) and at[key]:
                at[key].append(copy.deepcopy(at[key][0]))
        yield "more", way, changed(value, way, add)


def is_beyond(problem):
    return any(part in problem for part in BEYOND_A_SCHEMA)


def verdicts(program, networks):
    lines = "\n".join("\t".join(json.dumps(text) for text in texts) for texts in networks) + "\n"
    answer = subprocess.run([program], input=lines, capture_output=True, text=True, check=True)
    return answer.stdout.split("\n")[:-1]


class Schema:
    """The schema, and quick answers for single items of the lists."""

    def __init__(self, schema):
        jsonschema.Draft7Validator.check_schema(schema)
        self.whole = jsonschema.Draft7Validator(schema)
        self.items = {key: jsonschema.Draft7Validator(
            {**of["items"], "definitions": schema["definitions"]})
            for key, of in schema["properties"].items() if "items" in of}

    def accepts(self, file, way):
        """Whether a file is valid that was valid before something changed on a way."""
        if len(way) < 3:
            return self.whole.is_valid(file)
        return self.items[way[0]].is_valid(file[way[0]][way[1]])


def disagreements(program, schema, small, turns):
    cases = [(i, *case) for i in (0, 1) for case in mutations(small[i], turns)]
    networks = [[file, small[1]] if i == 0 else [small[0], file] for i, _, _, file in cases]
    accepted = 0
    for (_, what, way, file), verdict in zip(cases, verdicts(program, networks), strict=True):
        accepted += verdict == "accepted"
        is_valid = schema.accepts(file, way)
        if verdict == "accepted" and not is_valid:
            yield f"{way}: {what}: the reader accepts it, the schema does not"
        if verdict != "accepted" and is_valid:
            plain = [line for line in verdict.split("\t") if not is_beyond(line)]
            if plain:
                yield f"{way}: {what}: the schema accepts it, the reader says {plain[0]}"
    print(f"{len(cases)} changes, {accepted} of them accepted")
    if not 0 < accepted < len(cases):
        yield "the changes cannot tell a good reader from a bad one"


def main():
    program, schema_path, data = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    schema = Schema(json.loads(schema_path.read_text(encoding="utf-8")))
    turns = len(WRONG) if "--all" in sys.argv else 3
    text = subprocess.run([program, "small"], capture_output=True, text=True, check=True).stdout
    small = [json.loads(line) for line in text.splitlines()]
    found = [f"the small network is invalid: {error.message}"
             for part in small for error in schema.whole.iter_errors(part)]
    found += disagreements(program, schema, small, turns)
    for path in sorted(data.glob("*.json")):
        for error in schema.whole.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            found.append(f"{path.name}: {error.json_path}: {error.message[:200]}")
    print("\n".join(found[:40]))
    sys.exit(1 if found else 0)


main()
