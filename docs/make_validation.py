#!/usr/bin/env python3
"""Puts what the program computes today into the tables of docs/validation.md.

Usage: make_validation.py PROGRAM [--check] [TABLE...]

Every table of the page stands between "<!-- begin table: NAME -->" and "<!-- end table -->".
Without TABLE all are made. --check changes nothing and fails when a table is not what the program
prints. Nothing but the Python 3 standard library is needed.
"""

import pathlib
import re
import sys

sys.dont_write_bytecode = True  # the source tree stays clean
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "validation"))

import claim_tables as ledger
import evidence_passes as passes
import scenario_tables as whatif
from landsea_output import ROOT, Program

PAGE = ROOT / "docs" / "validation.md"
BLOCK = re.compile(r"(<!-- begin table: (\S+) -->\n)(.*?)(<!-- end table -->)", re.DOTALL)

TABLES = {
    "totals": passes.totals,
    "decomposition-qinzhou": passes.decomposition_qinzhou,
    "decomposition-barge": passes.decomposition_barge,
    "decomposition-express": passes.decomposition_express,
    "first-pass-saving": passes.first_pass_saving,
    "tally": ledger.tally,
    "times-supported": ledger.times(ledger.SUPPORTED),
    "times-conditional": ledger.times(ledger.CONDITIONAL),
    "times-slower": ledger.times(ledger.SLOWER),
    "times-quicker": ledger.times(ledger.QUICKER),
    "prices-and-ratios": ledger.prices_and_ratios,
    "savings": ledger.savings,
    "headline": ledger.headline,
    "flip": ledger.flip,
    "scenarios-published": whatif.published,
    "scenarios-singapore": whatif.singapore,
    "scenarios-duisburg": whatif.duisburg,
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
