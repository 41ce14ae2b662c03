#!/usr/bin/env python3
"""Does what a reader of docs/add_a_corridor.md does, and sees what the page shows.

Usage: follow.py PROGRAM SOURCE_FOLDER [--update]

The JSON pieces of the page make one file; each command must end with 0 and print every line of the
block that follows it, apart from "…". --update writes the page's blocks anew, keeping the lines
that KEEP chooses. Mutations prove that the page's pieces are needed.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FENCE = re.compile(r"```(json|sh|text)\n(.*?)```\n", re.DOTALL)
KEEP = {  # what a reader should look at, by verb
    "route": re.compile(r"^(fastest|stage|──|  \S)"),
    "explain": re.compile(r"^(Share of|P5, P50)|^ *\d+  .*Maoping"),
    "compare": re.compile(r"^(route|against|portage|barge|──)"),
}


def failed(text):
    print(text)
    raise SystemExit(1)


def ran(program, folder, words):
    command = [program, *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        failed(f"{' '.join(words)}\nended with {done.returncode}\n{done.stderr}{done.stdout}")
    return done.stdout


def excerpt(verb, output):
    """The lines worth showing, up to the first section that repeats a heading."""
    lines, rules = [], 0
    for line in output.splitlines():
        rules += line.startswith("──")
        if KEEP[verb].match(line) and not (verb == "compare" and rules > 2):
            lines.append(line.rstrip())
    return lines[:-1] if verb == "compare" and lines[-1].startswith("route") else lines


def followed(program, source, update):
    page = source / "docs" / "add_a_corridor.md"
    text = page.read_text(encoding="utf-8")
    blocks = [(match.group(1), match.group(2), match.span(2)) for match in FENCE.finditer(text)]
    pieces = "".join(content for kind, content, _ in blocks if kind == "json")
    network = json.loads(pieces)
    shown, edits, output, verb = 0, [], "", ""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.symlink(source / "data", folder / "data")
        (folder / "my_corridor.json").write_text(pieces, encoding="utf-8")
        for kind, content, span in blocks:
            if kind == "sh":
                words = content.split()
                if words[0] != "landsea":
                    failed(f"the page runs {words[0]}, which this test does not know")
                output, verb = ran(program, folder, words[1:]), words[1]
            elif kind == "text" and update:
                edits.append((span, "".join(line + "\n" for line in excerpt(verb, output))))
            elif kind == "text":
                printed = {line.rstrip() for line in output.splitlines()}
                missing = [line for line in content.splitlines()
                           if line != "…" and line.rstrip() not in printed]
                if missing or not content.strip():
                    failed("the page shows what the program does not print:\n" + "\n".join(missing) +
                           f"\nIt prints:\n{output}\nfollow.py … --update writes the page anew.")
                shown += len(content.splitlines())
        every_list_is_needed(program, folder, network)
    for (begin, end), new in reversed(edits):
        text = text[:begin] + new + text[end:]
    if update:
        page.write_text(text, encoding="utf-8")
    elif shown == 0:
        failed("the page shows no output")


def every_list_is_needed(program, folder, network):
    """Without any one of the lists the corridor has no route, or the file is refused."""
    for key in ("places", "operations", "links", "services", "corridors"):
        less = {name: value for name, value in network.items() if name != key}
        path = folder / f"without_{key}.json"
        path.write_text(json.dumps(less), encoding="utf-8")
        words = ["route", "Chongqing", "Singapore", "--via", "corridor:my_corridor",
                 "--network", "data/network", "--network", path.name]
        done = subprocess.run([program, *words], cwd=folder, capture_output=True, check=False)
        if done.returncode == 0:
            failed(f"the corridor works without its {key}: the page teaches something superfluous")


def main():
    words = [word for word in sys.argv[1:] if word != "--update"]
    if len(words) != 2:
        raise SystemExit(__doc__)
    followed(str(pathlib.Path(words[0]).resolve()), pathlib.Path(words[1]).resolve(),
             "--update" in sys.argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
