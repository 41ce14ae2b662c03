"""A JSON Schema and the reader of its files agree.

Usage: small_schema_agrees.py VERDICT_PROGRAM SCHEMA SHIPPED_FILE PHRASE... Exits 77 (skipped) without
jsonschema.

Every place of a small file, which VERDICT_PROGRAM prints when asked for "small", is changed in all of
the ways below. What the reader accepts, the schema must accept; what only the reader refuses must be a
matter that a schema cannot say: a PHRASE is part of its message. The shipped file must be valid.
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

WRONG = (None, True, "", " ", "nonsense", "ice", -1, 0, 1, 0.5, 95, 185, [], {}, ["x"], [1], [1, 2],
         [[1, 2], [3, 4]], {"x": 1}, "to_all", "published")


def places_in(value, way=()):
    """All ways to a value below the top level, as keys and indexes."""
    if way:
        yield way
    items = value.items() if isinstance(value, dict) else (
        enumerate(value) if isinstance(value, list) else ())
    for key, below in items:
        yield from places_in(below, way + (key,))


def mutations(value):
    """What was changed, the way to it, and the changed copy."""
    for way in places_in(value):
        def fresh(way=way):
            whole = copy.deepcopy(value)
            at = whole
            for step in way[:-1]:
                at = at[step]
            return whole, at
        whole, at = fresh()
        del at[way[-1]]
        yield "left out", way, whole
        for wrong in WRONG:
            whole, at = fresh()
            at[way[-1]] = wrong
            yield json.dumps(wrong), way, whole
        whole, at = fresh()
        if isinstance(at[way[-1]], dict):
            at[way[-1]]["extra"] = 1
        elif isinstance(at[way[-1]], list):
            at[way[-1]].append(copy.deepcopy(at[way[-1]][0]))
        yield "more", way, whole


def main():
    program, schema_path, shipped = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    beyond_a_schema = sys.argv[4:]
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    small = json.loads(subprocess.run([program, "small"], capture_output=True, text=True,
                                      check=True).stdout)
    found = [f"{error.json_path}: {error.message[:200]}" for file in
             (small, json.loads(shipped.read_text(encoding="utf-8")))
             for error in validator.iter_errors(file)]
    cases = list(mutations(small))
    answers = subprocess.run([program], input="".join(json.dumps(file) + "\n" for *_, file in cases),
                             capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    accepted = 0
    for (what, way, file), verdict in zip(cases, answers, strict=True):
        accepted += verdict == "accepted"
        is_valid = validator.is_valid(file)
        plain = [line for line in verdict.split("\t")
                 if not any(part in line for part in beyond_a_schema)]
        if verdict == "accepted" and not is_valid:
            found.append(f"{way}: {what}: the reader accepts it, the schema does not")
        if verdict != "accepted" and is_valid and plain:
            found.append(f"{way}: {what}: the schema accepts it, the reader says {plain[0]}")
    print(f"{len(cases)} changes, {accepted} of them accepted")
    if not 0 < accepted < len(cases):
        found.append("the changes cannot tell a good reader from a bad one")
    print("\n".join(found[:40]))
    sys.exit(1 if found else 0)


main()
