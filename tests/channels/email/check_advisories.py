#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_advisories.py TESTS: every test and every row that advisories.md names is in the sources."""
import pathlib
import re
import sys


def main():
    tests = pathlib.Path(sys.argv[1])
    page = (tests / "channels" / "email" / "advisories.md").read_text(encoding="utf-8")
    sources = {file.stem: file.read_text(encoding="utf-8") for file in tests.rglob("tst_*.cpp")}
    missing, found = [], 0
    for line in page.splitlines():
        if not line.startswith("| ") or "::" not in line:
            continue
        cell = line.rstrip("| ").rsplit(" | ", 1)[1]
        for program, function, rows in re.findall(r"`(tst_\w+)::(\w+)`((?: ?,? ?\"[^\"]+\")*)", cell):
            found += 1
            source = sources.get(program)
            if source is None or not re.search(rf"\bvoid (?:\w+::)?{function}\(\)", source):
                missing.append(f"{program}::{function}")
                continue
            missing += [f"{program}::{function} {row}" for row in re.findall(r"\"([^\"]+)\"", rows)
                        if f'"{row}' not in source]
    for name in missing:
        print(f"not there: {name}")
    print(f"{found} tests are named")
    return 1 if missing or found < 20 else 0


sys.exit(main())
