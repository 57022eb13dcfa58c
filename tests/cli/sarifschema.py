#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what `asidectl check --format sarif` writes against the schema of SARIF 2.1.0.

sarifschema.py ASIDECTL TOOL: TOOL is the folder of the SARIF multitool, which brings the schema and a validator of
its own that knows more of the standard than a schema can say. Ends with 77 where the schema or Python's validator
of schemas is missing; `./dev setup test` gets both.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
CLUTTERED = "Доводим до вашего сведения, что заказ приедет завтра, 2 декабря.\nООО «Лавка Север»\n"
STANDING = (
    '+++\ntitle = "Поздно"\nlanguage = "ru"\nwhy = "а"\nfeeling = "б"\nhow = "в"\n[reasons]\n'
    '"clutter.legal-name" = "требование регулятора"\n+++\nАнна, заказ приедет завтра, 2 декабря.\nООО «Лавка Север»\n'
)
FILES = {
    "reply 1.txt": CLUTTERED,
    "с пробелом #2.txt": "🙂🙂 " + CLUTTERED,
    "stop.txt": "Позвоним вам на +7 915 000-11-09 завтра.\n",
    "standing.md": STANDING,
    "clean.txt": "Анна, заказ приедет завтра, 2 декабря.\n",
    "broken.md": "+++\ntitle\n+++\n",
}
#: name, what is checked, the exit code, and how many results and notifications are there at least
RUNS = [
    ("several files", ["reply 1.txt", "с пробелом #2.txt", "stop.txt", "standing.md", "broken.md"], 2, 5, 1),
    ("no findings", ["clean.txt"], 0, 0, 0),
    ("errors alone", ["broken.md", "missing.txt"], 2, 0, 2),
    ("a folder", ["."], 2, 5, 1),
]


def written(asidectl, folder, files, code):
    """The log that the program writes of these files."""
    command = [asidectl, "check", "--channel", "vk", "--audience", "public", "--format", "sarif", *files]
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", ASIDE_KEYCHAIN="off", LC_ALL="C.UTF-8")
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=60, check=False)
    assert run.returncode == code, f"{files}: ended with {run.returncode}: {run.stderr.decode()}"
    return json.loads(run.stdout)


def broken(log):
    """The log with one fault at a time, each of which the schema forbids."""

    def copy(change):
        other = json.loads(json.dumps(log))
        change(other)
        return other

    def result(other):
        return other["runs"][0]["results"][0]

    return {
        "a property of nobody": copy(lambda other: other.update(extra=1)),
        "no version": copy(lambda other: other.pop("version")),
        "another level": copy(lambda other: result(other).update(level="ask")),
        "no message": copy(lambda other: result(other).pop("message")),
        "line 0": copy(
            lambda other: result(other)["locations"][0]["physicalLocation"]["region"].update(startLine=0)
        ),
        "no driver": copy(lambda other: other["runs"][0]["tool"].pop("driver")),
    }


def errors_of_tool(tool, home, logs):
    """What the multitool calls an error, log by log."""
    program = tool / "Sarif.Multitool"
    program.chmod(0o755)
    paths = []
    for number, log in enumerate(logs):
        paths.append(home / f"log-{number}.sarif")
        paths[-1].write_text(json.dumps(log, ensure_ascii=False), encoding="utf-8")
    environment = dict(os.environ, HOME=str(home), DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1")
    command = [program, "validate", "--json-schema", tool / "sarif-2.1.0.json", *paths]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert "Done." in run.stdout, f"the multitool ended with {run.returncode}: {run.stdout} {run.stderr}"
    errors = [line for line in run.stdout.splitlines() if ": error " in line]
    return [[line for line in errors if line.startswith(f"{path}(")] for path in paths]


def main():
    asidectl, tool = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
    try:
        import jsonschema
    except ImportError:
        print("skipped, Python has no jsonschema here")
        return SKIPPED
    if not (tool / "sarif-2.1.0.json").exists():
        print("skipped, the schema of SARIF is not here; ./dev setup test gets it where npm is")
        return SKIPPED
    schema = json.loads((tool / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    validator = jsonschema.validators.validator_for(schema)(schema)

    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        logs = []
        for name, files, code, results, notifications in RUNS:
            log = written(asidectl, folder, files, code)
            faults = [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(log)]
            assert not faults, f"{name}: {faults}"
            run = log["runs"][0]
            told = run["invocations"][0]["toolExecutionNotifications"]
            assert len(run["results"]) >= results and bool(run["results"]) == bool(results), name
            assert len(told) == notifications, name
            logs.append(log)
            print(f"{name}: {len(run['results'])} results, {len(told)} notifications, valid")

        for name, log in broken(logs[0]).items():
            assert any(validator.iter_errors(log)), f"{name} should have been found"
            print(f"{name}: found")

        with tempfile.TemporaryDirectory() as home:
            *errors, planted = errors_of_tool(tool, Path(home), [*logs, broken(logs[0])["no version"]])
            assert not any(errors), errors
            assert planted, "the multitool should have found that the version is missing"
            print("the multitool finds no error, and finds the planted one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
