#!/usr/bin/env python3
"""The rules of the repository, as a test. Prints each broken rule with file and line; exit status 1 if any."""
import pathlib
import re
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Which rooms a room may include, beside itself. The order is the order of the picture in docs/architecture.md.
ROOMS = {
    "base": set(),
    "shape": {"base"},
    "gs1": {"base"},
    "crypto": {"base"},
    "identifiers": {"base"},
    "country": {"base", "gs1", "identifiers"},
    "sql": {"base"},
    "outward": {"base"},
    "verification": {"base", "crypto", "outward"},
    "evidence": {"base", "shape", "crypto", "country", "sql"},
    "identity": {"base", "shape", "crypto", "country", "sql", "ledger", "outward"},
    "business_register": {"base", "shape", "identifiers", "country", "sql", "outward"},
    "journal": {"base", "sql", "crypto"},
    "ledger": {"base", "sql"},
    "emission": {"billing", "base", "gs1", "crypto", "country", "sql", "ledger"},
    "registry": {"base", "shape", "gs1", "crypto", "country", "sql", "ledger"},
    "standing": {"base", "shape", "country", "sql", "ledger", "business_register", "registry", "mail"},
    "announcements": {"base", "sql"},
    "notices": {"base", "sql", "ledger"},
    "request_log": {"base", "sql", "ledger"},
    "preferences": {"base", "sql", "ledger"},
    "drafts": {"base", "shape", "sql", "ledger"},
    "channels": {"base", "country", "sql", "ledger"},
    "catalogue": {"base", "shape", "gs1", "crypto", "identifiers", "country", "sql", "ledger", "registry", "mail"},
    "paper": {"base"},
    "billing": {"base", "gs1", "crypto", "country", "sql", "ledger", "paper"},
    "contracts": {"base", "shape", "crypto", "country", "sql", "ledger", "paper"},
    "admission": {"base", "gs1", "crypto", "country", "sql", "ledger", "registry", "contracts", "standing", "channels"},
    "registrars": {"base", "country", "sql", "ledger"},
    "labels": {"base", "gs1", "country"},
    "spreadsheet": {"base"},
    "packets": {"base", "shape", "gs1", "crypto", "country", "sql", "ledger", "emission", "labels", "spreadsheet"},
    "documents": {"registrars", "notices", "billing", "catalogue", "base", "shape", "gs1", "crypto", "identifiers", "country", "sql", "journal", "ledger", "emission", "registry", "contracts", "admission", "channels", "mail", "evidence", "packets"},
    "support": {"base", "gs1", "identifiers", "country", "sql", "ledger", "registry", "mail", "catalogue"},
    "mail": {"base", "shape", "crypto", "country", "sql"},
    "onboarding": {"base", "shape", "gs1", "crypto", "identifiers", "country", "sql", "ledger", "business_register", "registry", "mail", "evidence"},
    "contract_office": {"base", "shape", "crypto", "identifiers", "country", "sql", "ledger", "business_register", "registry", "mail", "contracts", "admission", "evidence"},
    "http": {"base"},
    "tasks": {"base", "sql", "ledger"},
    "code_search": {"base", "shape", "gs1", "country", "sql", "ledger", "emission", "documents", "packets", "spreadsheet"},
    "audit": {"base", "shape", "crypto", "sql", "journal", "ledger", "emission", "billing", "documents"},
    "api": {"audit", "support", "registrars", "notices", "request_log", "preferences", "catalogue", "spreadsheet", "billing", "base", "shape", "gs1", "crypto", "country", "sql", "journal", "ledger", "emission", "registry", "documents", "business_register", "mail", "standing", "announcements", "drafts", "channels", "onboarding", "contracts", "admission", "contract_office", "http", "evidence", "identity", "labels", "tasks", "packets", "code_search"},
    "cabinet": {"base", "crypto", "http"},
    "server": {"audit", "support", "registrars", "notices", "request_log", "preferences", "catalogue", "spreadsheet", "billing", "base", "contracts", "admission", "contract_office", "identifiers", "business_register", "shape", "gs1", "crypto", "country", "sql", "journal", "ledger", "emission", "registry", "documents", "mail", "standing", "announcements", "drafts", "channels", "onboarding", "http", "api", "evidence", "identity", "verification", "outward", "labels", "tasks", "cabinet", "packets"},
}

MAX_LINES = 400  # of a source file; the aim is a median near 130 and nine of ten under 300
BANNED_NAMES = re.compile(r"(^|_)(utils?|helpers?|manager|misc|common|impl)(_|$)")
BANNED_CALLS = {
    r"\bstrcpy\(|\bsprintf\(|\bstrcat\(": "std::string or fmt::format",
    r"\brand\(\)": "the Rng given to you",
    r"\bstd::regex\b": "a hand-written parser or a table",
    r"\busing namespace std;": "names with std::",
    r"\bmemcmp\([^)]*(tail|token|mac)": "a constant-time comparison",
}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
SOURCE = {".cpp", ".hpp"}

problems = []


def report(path, line, text):
    problems.append(f"{path.relative_to(ROOT)}:{line}: {text}")


def tracked():
    out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [ROOT / name for name in out.stdout.splitlines() if (ROOT / name).is_file()]


def group_names():
    return {path.stem for path in ROOT.glob("spec/*/groups/*.toml")} - {"books", "fire", "bio", "water", "meat"}


def check_source(path, groups):
    text = path.read_bytes()
    room = path.relative_to(ROOT / "src").parts[0] if path.is_relative_to(ROOT / "src") else None
    if not text.isascii():
        line = next(i for i, row in enumerate(text.split(b"\n"), 1) if not row.isascii())
        report(path, line, "C++ sources are ASCII; Russian and Uzbek live in spec/")
    lines = text.decode("utf-8", "replace").splitlines()
    if not lines or "SPDX-License-Identifier" not in lines[0]:
        report(path, 1, "the first line names the licence (SPDX)")
    if len(lines) > MAX_LINES:
        report(path, len(lines), f"more than {MAX_LINES} lines: split by concept")
    if path.suffix == ".hpp" and "#pragma once" not in lines[:4]:
        report(path, 2, "a header says #pragma once")
    test = path.stem.endswith("_test") or "testing" in path.parts or not room
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            report(path, number, "unfinished marks are not committed")
        for pattern, instead in BANNED_CALLS.items():
            if re.search(pattern, line):
                report(path, number, f"banned call; use {instead}")
        if room:
            include = re.match(r'#include "([a-z0-9_]+)/', line)
            if include and include[1] in ROOMS and include[1] != room and include[1] not in ROOMS[room]:
                report(path, number, f"room {room} may not include {include[1]}")
            if not test:
                for word in re.findall(r'"([a-z]+)"', line):
                    if word in groups:
                        report(path, number, f'a product group ("{word}") is data, not code')


def check_errors():
    kinds = {}
    numbers = {}
    pattern = re.compile(r'ErrorKind\s+k\w+\s*\{\s*(\d+),\s*"([A-Z0-9_]+)"')
    for path in sorted(ROOT.glob("src/*/errors.hpp")):
        for number, name in pattern.findall(path.read_text()):
            if number in numbers:
                report(path, 1, f"error number {number} is used by {numbers[number]} and {name}")
            numbers[number] = name
            kinds[name] = path
    rows = {}
    for path in sorted(ROOT.glob("spec/errors/*.toml")):
        for name, row in tomllib.loads(path.read_text()).items():
            if name in rows:
                report(path, 1, f"{name} has texts in {rows[name].name} too")
            rows[name] = path
            for language in ("en", "ru", "uz"):
                if not row.get(language, {}).get("title") or not row.get(language, {}).get("remedy"):
                    report(path, 1, f"{name} has no title or remedy in {language}")
    for name, path in kinds.items():
        if name not in rows:
            report(path, 1, f"{name} has no texts in spec/errors/{path.parent.name}.toml")
    for name, path in rows.items():
        if name not in kinds:
            report(path, 1, f"{name} is in no errors.hpp")


def check_error_page():
    generator = ROOT / "tools/error_catalogue.py"
    if subprocess.run([sys.executable, generator, "--check"], cwd=ROOT, check=False).returncode != 0:
        report(ROOT / "docs/api/errors.md", 1, "not up to date: run tools/error_catalogue.py")


def check_rooms():
    for folder in sorted((ROOT / "src").iterdir()):
        if not folder.is_dir():
            continue
        if folder.name not in ROOMS:
            report(folder, 1, "a room that the table in tools/tidy.py does not know")
        if not (folder / "README.md").is_file():
            report(folder, 1, "a room has a README.md")


def check_links(path):
    text = path.read_text()
    for number, line in enumerate(text.splitlines(), 1):
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", line):
            if "://" in target or target.startswith(("mailto:", "{")):
                continue
            # Articles of the help link to pages of the site: web/src/features/help/help.test.ts.
            if target.startswith("/") and path.is_relative_to(ROOT / "web/content"):
                continue
            if not (path.parent / target).exists():
                report(path, number, f"link to {target}, which is not there")


def main():
    groups = group_names()
    for path in tracked():
        relative = path.relative_to(ROOT)
        if BANNED_NAMES.search(path.stem.replace("-", "_")):
            report(path, 1, "a name that says nothing; name the concept")
        if path.suffix in SOURCE:
            check_source(path, groups)
        if path.suffix == ".md":
            check_links(path)
        if path.stat().st_size > 1_000_000 and relative.parts[0] != "spec":
            report(path, 1, "larger than a megabyte")
    check_rooms()
    check_errors()
    check_error_page()
    for problem in problems:
        print(problem)
    print(f"tidy: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
