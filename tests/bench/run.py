#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Aside beside notmuch and mu on one generated Maildir: import, memory, size, search.

Called by `./dev bench`. Prints tables and writes build/bench/results.json. Nothing passes or fails here: the goals
are printed beside the numbers. Every file is read once before it is measured, so that all start equally warm.
"""
import argparse
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BENCH = ROOT / "build" / "bench"
BIN = BENCH / "bin"
MIB = 1 << 20


def run(command, env=None, accept=(0,)):
    """Runs a command; answers with its output, wall and CPU seconds and its own peak of resident memory."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                 env={**os.environ, **(env or {})})
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if child.returncode not in accept:
            tail = err.read()[-2000:].decode(errors="replace")
            raise RuntimeError(f"{command[0]} {command[1]} ended with {child.returncode}: {tail}")
        unit = 1 if sys.platform == "darwin" else 1024
        return {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss * unit,
                "out": out.read().decode(errors="replace")}


def percentile(values, share):
    """The smallest value that is not below the share of all."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else None


def bytes_of(path):
    path = pathlib.Path(path)
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def corpus(messages, seed):
    """The generated mail, made once for each size and seed."""
    folder = BENCH / f"corpus-{messages}-{seed}"
    manifest = folder / "manifest.json"
    if not manifest.exists():
        shutil.rmtree(folder, ignore_errors=True)
        needed = messages * 16_000
        folder.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(folder.parent).free < needed:
            raise RuntimeError(f"the corpus and its indexes need about {needed // MIB:,} MiB of disk")
        print(f"Making {messages:,} messages in {folder} …", flush=True)
        run([sys.executable, HERE / "gen_corpus.py", "--messages", messages, "--seed", seed, "--out", folder])
    return folder / "Maildir", json.loads(manifest.read_text(encoding="utf-8"))


def warm(maildir):
    for folder in ("cur", "new"):
        for file in os.scandir(maildir / folder):
            with open(file.path, "rb", buffering=0) as stream:
                while stream.read(MIB):
                    pass


def queries(manifest):
    """Classes of queries, in words that all three programs understand the same way."""
    terms = manifest["terms"]
    return {
        "rare": list(terms["en"]["rare"]),
        "common": list(terms["en"]["common"]),
        "prefix": [f"{start}*" for start in terms["en_prefix"]],
        "phrase": [f'"{words}"' for words in terms["en_phrase"]],
        "cyrillic rare": list(terms["ru"]["rare"]),
        "cyrillic common": list(terms["ru"]["common"]),
        "cyrillic prefix": [f"{start}*" for start in terms["ru_prefix"]],
        "cyrillic phrase": [f'"{words}"' for words in terms["ru_phrase"]],
    }


def time_searches(classes, repeats, command, env=None, accept=(0,)):
    """Times whole processes, start and end included."""
    answer = {}
    for name, words in classes.items():
        times = []
        for query in words:
            for _ in range(repeats):
                times.append(run(command(query), env, accept)["seconds"] * 1000)
        answer[name] = {"p50": percentile(times, 0.5), "p95": percentile(times, 0.95), "runs": len(times)}
    return answer


def imported(measured, messages):
    return {"seconds": measured["seconds"], "rate": messages / measured["seconds"], "cpu": measured["cpu"],
            "rss": measured["rss"]}


class Aside:
    name = "Aside"

    def __init__(self, work):
        self.profile = work / "profile"
        self.control = [BIN / "asidectl", "--json", "--profile", self.profile]
        self.env = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}

    def available(self):
        return (BIN / "asidectl").exists()

    def load(self, maildir, messages):
        shutil.rmtree(self.profile, ignore_errors=True)
        measured = run([*self.control, "import", maildir], self.env)
        answer = imported(measured, messages)
        report = json.loads(measured["out"].strip().splitlines()[-1])
        answer["imported"] = report.get("imported")
        return answer

    def size(self):
        return sum(bytes_of(file) for file in self.profile.glob("aside.db*"))

    def search(self, classes, repeats):
        return time_searches(classes, repeats,
                             lambda query: [*self.control, "search", "--limit", "50", "--", query], self.env)

    def search_inside(self, classes, repeats):
        """The search alone, in a process that is already up: what the window does."""
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(classes, file, ensure_ascii=False)
            file.flush()
            out = run([BIN / "aside_searchbench", self.profile, file.name, repeats], self.env)["out"]
        answer = {}
        for name, found in json.loads(out).items():
            answer[name] = {"p50": percentile(found["ms"], 0.5), "p95": percentile(found["ms"], 0.95),
                            "runs": len(found["ms"]), "hits": found["hits"]}
        return answer


class Notmuch:
    name = "notmuch"

    def __init__(self, work):
        self.store = work / "notmuch"
        self.env = {"NOTMUCH_CONFIG": str(work / "notmuch-config"), "LC_ALL": "C.UTF-8"}

    def available(self):
        return shutil.which("notmuch") is not None

    def load(self, maildir, messages):
        shutil.rmtree(self.store, ignore_errors=True)
        self.store.mkdir(parents=True)
        pathlib.Path(self.env["NOTMUCH_CONFIG"]).write_text(
            f"[database]\npath={self.store}\nmail_root={maildir}\n"
            "[user]\nname=Bench\nprimary_email=support@support.test\n"
            "[new]\ntags=inbox\n[maildir]\nsynchronize_flags=false\n", encoding="utf-8")
        return imported(run(["notmuch", "new", "--quiet"], self.env), messages)

    def size(self):
        return bytes_of(self.store)

    def search(self, classes, repeats):
        return time_searches(classes, repeats,
                             lambda query: ["notmuch", "search", "--output=summary", "--limit=50", query], self.env)


class Mu:
    name = "mu"

    def __init__(self, work):
        self.home = work / "mu"
        self.env = {"LC_ALL": "C.UTF-8"}

    def available(self):
        return shutil.which("mu") is not None

    def load(self, maildir, messages):
        shutil.rmtree(self.home, ignore_errors=True)
        run(["mu", "init", f"--muhome={self.home}", f"--maildir={maildir}", "--quiet"], self.env)
        return imported(run(["mu", "index", f"--muhome={self.home}", "--quiet"], self.env), messages)

    def size(self):
        return bytes_of(self.home)

    def search(self, classes, repeats):
        # mu ends with 2 (4 before 1.12) where nothing matches.
        return time_searches(classes, repeats,
                             lambda query: ["mu", "find", f"--muhome={self.home}", "--maxnum=50",
                                            "--sortfield=date", "--reverse", query], self.env, accept=(0, 2, 4))


def measure(messages, args):
    maildir, manifest = corpus(messages, args.seed)
    classes = queries(manifest)
    work = BENCH / f"work-{messages}"
    work.mkdir(parents=True, exist_ok=True)
    text = manifest["text_utf8_bytes"]
    markup = manifest["html_utf8_bytes"]
    result = {"messages": manifest["messages"], "mail_bytes": manifest["bytes"], "text_bytes": text,
              "html_bytes": markup, "programs": {}}
    for program in (Aside(work), Notmuch(work), Mu(work)):
        if program.name.lower() not in args.only or not program.available():
            print(f"{program.name}: left out", flush=True)
            continue
        print(f"{program.name}: reading {messages:,} messages …", flush=True)
        warm(maildir)
        numbers = {"import": program.load(maildir, manifest["messages"]), "bytes": program.size()}
        print(f"{program.name}: searching …", flush=True)
        numbers["search"] = program.search(classes, args.repeats)
        if isinstance(program, Aside):
            numbers["search_inside"] = program.search_inside(classes, args.repeats * 10)
        result["programs"][program.name] = numbers
    result["goals"] = goals(result)
    return result


def goals(result):
    """What we want, what it is, and whether that is enough (None: not measured)."""
    programs = result["programs"]
    ours = programs.get("Aside")
    found = []

    def goal(name, value, enough, want):
        found.append({"goal": name, "want": want, "value": value,
                      "met": None if value is None else bool(enough(value))})

    def faster_than(other):
        if not ours or other not in programs:
            return None
        return ours["import"]["rate"] / programs[other]["import"]["rate"]

    def worst(numbers, kind):
        return max(entry["p95"] for entry in numbers[kind].values()) if numbers else None

    goal("import against notmuch new", faster_than("notmuch"), lambda v: v >= 5, ">= 5 x")
    goal("import against mu index", faster_than("mu"), lambda v: v >= 4, ">= 4 x")
    goal("memory of the import, MB", ours and ours["import"]["rss"] / 1e6, lambda v: v < 200, "< 200")
    held = result["text_bytes"] + result["html_bytes"]
    goal("database against text held (plain and HTML)", ours and ours["bytes"] / held, lambda v: v < 1.5, "< 1.5 x")
    found.append({"goal": "database against plain text alone", "want": "(to know)", "met": None,
                  "value": ours and ours["bytes"] / result["text_bytes"]})
    inside = worst(ours, "search_inside")
    title = "search p95, worst class, ms" + ("" if result["messages"] >= 1_000_000 else " (meant for 1 M)")
    goal(title, inside, lambda v: v < 30, "< 30")
    theirs = worst(programs.get("notmuch"), "search")
    outside = worst(ours, "search")
    goal("asidectl search p95 against notmuch search", outside / theirs if outside and theirs else None,
         lambda v: v <= 1, "<= 1 x")
    return found


def table(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                        for i, (cell, width) in enumerate(zip(row, widths))).rstrip())
    print()


def show(result):
    programs = result["programs"]
    print(f"\n{result['messages']:,} messages, {result['mail_bytes'] / MIB:,.0f} MiB of mail, "
          f"{result['text_bytes'] / MIB:,.1f} MiB plain text, {result['html_bytes'] / MIB:,.1f} MiB HTML\n")
    rows = [["import", "msg/s", "seconds", "CPU s", "peak MB", "index MB"]]
    for name, numbers in programs.items():
        load = numbers["import"]
        rows.append([name, f"{load['rate']:,.0f}", f"{load['seconds']:.1f}", f"{load['cpu']:.1f}",
                     f"{load['rss'] / 1e6:.0f}", f"{numbers['bytes'] / 1e6:,.1f}"])
    table(rows)
    columns = [(name, numbers["search"]) for name, numbers in programs.items()]
    if "Aside" in programs:
        columns.insert(0, ("Aside, inside", programs["Aside"]["search_inside"]))
    if columns:
        rows = [["search, ms p50 / p95"] + [name for name, _ in columns]]
        for kind in columns[0][1]:
            rows.append([kind] + [f"{numbers[kind]['p50']:.1f} / {numbers[kind]['p95']:.1f}"
                                  for _, numbers in columns])
        table(rows)
    rows = [["goal", "want", "is", ""]]
    for entry in result["goals"]:
        value = "-" if entry["value"] is None else f"{entry['value']:.2f}"
        rows.append([entry["goal"], entry["want"], value, {True: "met", False: "SHORT", None: ""}[entry["met"]]])
    table(rows)


def main():
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measures Aside beside notmuch and mu.")
    parser.add_argument("--messages", type=int, default=100_000, help="size of the corpus (default: 100000)")
    parser.add_argument("--big", type=int, nargs="?", const=1_000_000, default=0,
                        help="a second, bigger corpus (1000000 where no number is given)")
    parser.add_argument("--only", default="aside,notmuch,mu", help="programs, with commas between")
    parser.add_argument("--repeats", type=int, default=5, help="how often each query runs as a process (default: 5)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the corpus (default: 1)")
    args = parser.parse_args()
    args.only = args.only.lower().split(",")
    results = []
    for messages in (args.messages, args.big):
        if messages:
            results.append(measure(messages, args))
            show(results[-1])
            file = BENCH / "results.json"
            file.write_text(json.dumps({"cores": os.cpu_count(), "runs": results}, ensure_ascii=False, indent=1) + "\n",
                            encoding="utf-8")
    print(f"Numbers: {file}")


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as failure:
        sys.exit(f"bench: {failure}")
