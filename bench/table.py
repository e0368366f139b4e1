#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes README.md of a folder of results: the table of all rows, from <row>.json and bench/causes.json."""
import json
import pathlib
import sys

HEAD = """# Results

Written by `./dev bench` ([what is measured, and how to read it](../README.md)); do not edit. Ratios are medians over
interleaved rounds with the least and the largest in brackets; absolute figures belong to this machine alone.

| row | what | over | floor | aim | measured | floor | aim | cause |
|---|---|---|---|---|---|---|---|---|
"""

LEFT_OUT = "| 9 stock report | over DuckDB | – | 2 | 4 | not measured: the row is left out | – | – | – |\n"


def number(value):
    if value == 0:
        return "0"
    if abs(value) >= 1e5:
        return f"{value / 1e6:.3g} M"
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}"


def target(line, key):
    if "floor" not in line:
        return "–"
    sign = "≥" if line["sense"] == "at least" else "≤"
    unit = f" {line['unit']}" if not line["theirs"] else ""
    return f"{sign} {number(line[key])}{unit}"


def met(line, key):
    return "–" if "floor" not in line else "met" if line[key] else "**missed**"


def table_line(result, line, causes):
    value = line["value"]
    measured = f"{number(value['median'])} [{number(value['min'])}–{number(value['max'])}]"
    if not line["theirs"]:
        measured += f" {line['unit']}"
    cause = causes.get(f"{result['row']}: {line['ours']}" + (f" over {line['theirs']}" if line["theirs"] else ""), "–")
    if "floor" not in line or line["floor_met"] and line["aim_met"]:
        cause = "–"
    return (f"| {result['number']} {result['row']} | {line['ours']} | {line['theirs'] or '–'} | {target(line, 'floor')} "
            f"| {target(line, 'aim')} | {measured} | {met(line, 'floor_met')} | {met(line, 'aim_met')} | {cause} |\n")


def median(values):
    values = sorted(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def side(name, unit, rounds):
    cpu = median(rounds["cpu_seconds"])
    return f"  - {name}: {number(median(rounds['figures']))} {unit}" + (f", {cpu:.3g} s of processor a round" if cpu else "")


def details(result):
    out = [f"\n## {result['number']} {result['row']}: {result['title']}\n\n"]
    if result["scale"] != 1:
        out.append(f"At scale {result['scale']:g}: a smoke run, not a measurement.\n\n")
    out += [f"- {note}\n" for note in result["notes"]]
    sides = {}
    for line in result["lines"]:
        sides[line["ours"]] = side(line["ours"], line["unit"], line["our_rounds"])
        if line["theirs"]:
            sides[line["theirs"]] = side(line["theirs"], line["unit"], line["their_rounds"])
    out.append("- Medians on this machine:\n")
    out += [text + "\n" for text in sides.values()]
    facts = result["machine"]
    out.append("- " + "; ".join(f"{name} {value}" for name, value in facts.items() if value) + "\n")
    return "".join(out)


def main():
    folder = pathlib.Path(sys.argv[1])
    causes = json.loads((pathlib.Path(__file__).parent / "causes.json").read_text())
    results = sorted((json.loads(path.read_text()) for path in folder.glob("*.json")), key=lambda one: one["number"])
    text = HEAD
    for result in results:
        text += "".join(table_line(result, line, causes) for line in result["lines"])
    text += LEFT_OUT + "".join(details(result) for result in results)
    (folder / "README.md").write_text(text)
    print(f"table: {folder / 'README.md'}")


if __name__ == "__main__":
    main()
