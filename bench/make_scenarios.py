#!/usr/bin/env python3
"""Writes distinct scenario files of one to five changes each, the same for the same seed.

Usage: make_scenarios.py FOLDER COUNT [SEED]

Changes are drawn from what researchers ask: closed passages and places, slower or dearer modes
and corridors, other frequencies, longer dwell, carbon charges. They are for measuring, not for
reading: every number is assumed.
"""
import json
import pathlib
import random
import sys

PASSAGES = ["malacca", "suez", "panama", "taiwan_strait", "hormuz", "bab_el_mandeb", "sunda"]
PLACES = ["Qinzhou", "Duisburg", "Manzhouli", "Alashankou", "Khorgos", "Yangshan", "Singapore"]
CORRIDORS = ["nwlsc", "yangtze", "china_europe_railway_express", "middle_corridor"]
MODES = ["road", "rail", "sea", "inland_waterway"]
OPERATIONS = ["load", "unload", "dwell", "border", "gauge_change", "lock", "queue"]


def change(dice, corridors):
    kind = dice.randrange(8)
    if kind == 0:
        return {"close": "passage:" + dice.choice(PASSAGES)}
    if kind == 1:
        return {"close": "place:" + dice.choice(PLACES)}
    if kind == 2:
        return {"scale_time": round(dice.uniform(0.5, 2.0), 3), "of": {"mode": dice.choice(MODES)}}
    if kind == 3:
        return {"scale_money": round(dice.uniform(0.5, 2.0), 3),
                "of": {"corridor": dice.choice(corridors)}}
    if kind == 4:
        return {"scale_frequency": round(dice.uniform(0.3, 3.0), 3),
                "of": {"corridor": dice.choice(corridors)}}
    if kind == 5:
        return {"scale_time": round(dice.uniform(0.5, 4.0), 3),
                "of": {"operation": dice.choice(OPERATIONS)}}
    if kind == 6:
        return {"add_dwell_hours": round(dice.uniform(6, 240), 1),
                "of": {"place": dice.choice(["CNQZH", "SGSIN", "NLRTM"])}}
    return {"charge_carbon_usd_per_tonne_co2e": round(dice.uniform(10, 200), 1),
            "of": {"mode": dice.choice(MODES)}}


def main():
    folder = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2])
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(count):
        changes = []
        for _ in range(dice.randint(1, 5)):
            one = change(dice, CORRIDORS)
            if all({k: v for k, v in c.items() if k not in ("grade", "note")} != one
                   for c in changes):
                changes.append({**one, "grade": "assumed", "note": "drawn for measuring"})
        text = {"schema_version": 1, "name": {"en": f"drawn {i}", "zh": f"抽取 {i}"},
                "description": {"en": "Drawn for measuring.", "zh": "仅用于测速。"},
                "changes": changes}
        path = folder / f"drawn_{i:05d}.json"
        path.write_text(json.dumps(text, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


main()
