#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Begins a new kind of document, product group or room from one that is there, in every place that has to know it.

  new.py kind NAME --like withdraw --about "Takes goods for an expert's examination"
  new.py group COUNTRY ID --like water --ru "..." --uz "..." --en "..." [--from 2027-03-01] [--tn-ved 0409]
  new.py room NAME --about "What it is for" --uses base,sql --before api

What it makes builds at once and behaves like its model until it is changed.
"""
import argparse
import datetime
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


class Refused(Exception):
    """Why nothing was made."""


def name_of(text):
    if not NAME.fullmatch(text):
        raise Refused(f"{text}: small Latin letters, digits and single underscores, beginning with a letter")
    return text


def camel(name):
    return "".join(part.capitalize() for part in name.split("_"))


class Changes:
    """Collects every file to write, so that a refusal in the middle leaves nothing half done."""

    def __init__(self):
        self.files = {}

    def text(self, path):
        return self.files.get(path) or (ROOT / path).read_text()

    def create(self, path, text):
        if (ROOT / path).exists():
            raise Refused(f"{path} is there already")
        self.files[path] = text

    def edit(self, path, pattern, put):
        text, count = re.subn(pattern, put, self.text(path), count=1, flags=re.S | re.M)
        if count != 1:
            raise Refused(f"{path}: the place to write to was not found ({pattern})")
        self.files[path] = text

    def write(self):
        for path, text in self.files.items():
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(text)
            print(path)


def sorted_lines(block, line):
    return "".join(sorted([*block.splitlines(keepends=True), line + "\n"]))


def new_kind(asked, changes):
    name, like = name_of(asked.name), asked.like
    folder = "src/documents/kinds/"
    if not (ROOT / folder / f"{like}.hpp").is_file() or like == "all":
        raise Refused(f"{like} is no kind in {folder}")
    header, source = changes.text(f"{folder}{like}.hpp"), changes.text(f"{folder}{like}.cpp")
    old = re.search(r"extern template struct KindOf<(\w+)>;", header)[1]
    schema = re.search(r'shape::object\(\s*"(\w+)"', header)[1]
    every = "".join(path.read_text() for path in (ROOT / folder).glob("*.hpp"))
    number = 1 + max(int(n) for n in re.findall(r"\.number = DocumentKind\((\d+)\)", every))
    if f'.name = "{name}"' in every:
        raise Refused(f"there is a kind {name}")

    def renamed(text):
        text = text.replace(f"documents/kinds/{like}.hpp", f"documents/kinds/{name}.hpp")
        return re.sub(rf"(?<!::)\b{old}\b(?!\s*\()", camel(name), text)

    header = renamed(header)
    header = re.sub(r"\.number = DocumentKind\(\d+\)", f".number = DocumentKind({number})", header)
    header = re.sub(r'(\.name = )"\w+"', rf'\1"{name}"', header, count=1)
    header = re.sub(rf'shape::object\(\s*"(?:{schema}|{camel(name)})",\s*"[^"]*"',
                    f'shape::object("{camel(name)}", "{asked.about}"', header)
    header = re.sub(rf"(?:^///[^\n]*\n)+(?=struct {camel(name)}\b)", f"/// {asked.about}.\n", header, flags=re.M)
    changes.create(f"{folder}{name}.hpp", header)
    changes.create(f"{folder}{name}.cpp", renamed(source))

    line = f'#include "documents/kinds/{name}.hpp"'
    changes.edit(f"{folder}all.cpp", r'((?:^#include "documents/kinds/(?!all)\w+\.hpp"\n)+)', lambda m: sorted_lines(m[1], line))
    changes.edit(f"{folder}all.cpp", r"(KindList<[^>;]*?)>;", rf"\1, {camel(name)}>;")
    changes.edit("src/documents/CMakeLists.txt", r"kinds/write_off\.cpp", f"kinds/write_off.cpp kinds/{name}.cpp")
    changes.edit("src/documents/kinds_test.cpp", r'("\w+")\}\)\);', rf'\1, "{name}"}}));')
    return [f"{folder}{name}.hpp", f"{folder}{name}.cpp", f"{folder}all.cpp", "src/documents/kinds_test.cpp"], \
        "docs/adding-a-document-kind.md goes on from here: body, check, apply, a story, a line in random_documents_test.cpp."


def sections(text):
    """The head of a group's file, and its tables of rows with their names, in order."""
    parts = re.split(r"(?m)^(?=\[\[\w+\]\])", text)
    return parts[0], [(re.match(r"\[\[(\w+)\]\]", part)[1], part) for part in parts[1:]]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def new_group(asked, changes):
    country, group = asked.country, name_of(asked.id)
    folder = ROOT / "spec" / country / "groups"
    model = folder / f"{asked.like}.toml"
    if not model.is_file():
        raise Refused(f"{asked.like} is no product group of {country}")
    try:
        datetime.date.fromisoformat(asked.since)
    except ValueError as error:
        raise Refused(f"--from {asked.since}: {error}") from error
    used = {int(n) for path in folder.glob("*.toml") for n in re.findall(r"(?m)^id = (\d+)$", path.read_text())}
    free = max(used, default=0)
    _, rows = sections(model.read_text())
    # Of each table of the model the row in force; of its templates those by which codes are issued.
    latest = {table: part for table, part in rows if table != "templates"}
    kept = [part for table, part in rows if latest.get(table) is part]
    for table, part in rows:
        if table == "templates" and "effective_to" not in part and "retired" not in part:
            free += 1
            kept.append(re.sub(r"(?m)^notes = .*\n", "", re.sub(r"(?m)^id = \d+$", f"id = {free}", part)))
    body = "".join(re.sub(r"(?m)^effective_from = .*$", f"effective_from = {asked.since}", part) for part in kept)
    heads = ", ".join(quoted(word) for word in asked.tn_ved)
    changes.create(
        f"spec/{country}/groups/{group}.toml",
        f"id = {quoted(group)}\ntn_ved = [{heads}]\n\n[names]\nru = {quoted(asked.ru)}\nuz = {quoted(asked.uz)}\n"
        f'en = {quoted(asked.en)}\n\n[source]\ncertainty = "low"\nnotes = "Begun from {asked.like}: name the act here."\n\n'
        + body.rstrip() + "\n")
    return [], f"docs/adding-a-product-group.md says what each line means; then: tamga spec check {country}"


def new_room(asked, changes):
    name = name_of(asked.name)
    uses = [word for word in asked.uses.split(",") if word]
    rooms = re.search(r"set\(TAMGA_ALL_ROOMS ([^)]*)\)", changes.text("cmake/rooms.cmake"))[1].split()
    if name in rooms:
        raise Refused(f"there is a room {name}")
    for room in [*uses, asked.before]:
        if room not in rooms:
            raise Refused(f"there is no room {room}; there are: {' '.join(rooms)}")
    later = [room for room in uses if rooms.index(room) >= rooms.index(asked.before)]
    if later:
        raise Refused(f"{', '.join(later)} is built after {asked.before}, so {name} cannot use it")
    title = name.replace("_", " ").capitalize()
    changes.create(f"src/{name}/README.md", f"# {title}\n\n{asked.about}.\n\n| file | what |\n|---|---|\n")
    changes.create(f"src/{name}/CMakeLists.txt", f"tamga_room({name}\n  DEPS {' '.join(uses)})\n")
    changes.edit("cmake/rooms.cmake", rf"(set\(TAMGA_ALL_ROOMS [^)]*?)\b{asked.before}\b", rf"\1{name} {asked.before}")
    listed = ", ".join(f'"{room}"' for room in uses)
    changes.edit("tools/tidy.py", rf'^(    "{asked.before}": )', rf'    "{name}": {{{listed}}},\n\1')
    return [], f"Sources go into src/{name}/CMakeLists.txt, its line into docs/architecture.md."


def main():
    parser = argparse.ArgumentParser(prog="./dev new", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_subparsers(dest="what", required=True)
    kind = what.add_parser("kind", help="a kind of document")
    kind.add_argument("name")
    kind.add_argument("--like", required=True, help="the file of the kind to begin from")
    kind.add_argument("--about", required=True, help="one sentence, without the full stop")
    kind.set_defaults(make=new_kind)
    group = what.add_parser("group", help="a product group")
    group.add_argument("country")
    group.add_argument("id")
    group.add_argument("--like", required=True, help="the group to begin from")
    for language in ("ru", "uz", "en"):
        group.add_argument(f"--{language}", required=True, help="its name")
    group.add_argument("--from", dest="since", default=datetime.date.today().isoformat(), help="first day of its rules")
    group.add_argument("--tn-ved", nargs="*", default=[], help="beginnings of its customs codes")
    group.set_defaults(make=new_group)
    room = what.add_parser("room", help="a room of src/")
    room.add_argument("name")
    room.add_argument("--about", required=True, help="one sentence, without the full stop")
    room.add_argument("--uses", default="base", help="rooms it may include, with commas")
    room.add_argument("--before", required=True, help="the room that is built after it")
    room.set_defaults(make=new_room)
    asked = parser.parse_args()
    changes = Changes()
    try:
        to_format, next_step = asked.make(asked, changes)
    except Refused as refused:
        print(f"nothing was made: {refused}", file=sys.stderr)
        return 1
    changes.write()
    if to_format:
        subprocess.run(["clang-format", "-i", *to_format], cwd=ROOT, check=True)
    print(next_step)
    return 0


if __name__ == "__main__":
    sys.exit(main())
