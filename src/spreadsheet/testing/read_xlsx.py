#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the cells of a file of Excel: [sheet], then a line for each row, tabs between. For tests."""
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def text_of(node):
    return unescaped("".join(part.text or "" for part in node.iter(MAIN + "t")))


def main():
    with zipfile.ZipFile(sys.argv[1]) as book:
        names = [sheet.get("name") for sheet in ET.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            shared = [text_of(item) for item in ET.fromstring(book.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
        for number, name in enumerate(names, 1):
            print(f"[{name}]")
            for row in ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(MAIN + "row"):
                cells = []
                for cell in row.iter(MAIN + "c"):
                    value = cell.find(MAIN + "v")
                    if cell.get("t") == "inlineStr":
                        cells.append(text_of(cell))
                    elif cell.get("t") == "s":
                        cells.append(shared[int(value.text)])
                    else:
                        cells.append(value.text if value is not None else "")
                print("\t".join(cells))


main()
