#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the window: start, memory, scrolling, opening conversations, typing, long threads, arrivals.

Called by `./dev bench window [--messages N]…`; needs a display. The profiles are those that `./dev bench` filled
(build/bench/work-N/profile). Prints tables and writes build/bench/window.json. Nothing passes or fails here: the goals
are printed beside the numbers.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

BENCH = pathlib.Path(__file__).resolve().parents[2] / "build" / "bench"
BIN = BENCH / "bin"
ENV = {**os.environ, "ASIDE_KEYCHAIN": "off", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def run(program, *arguments):
    command = [BIN / f"aside_{program}bench", *map(str, arguments)]
    done = subprocess.run(command, env=ENV, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, arguments))} ended with {done.returncode}: {done.stderr[-500:]}")
    return json.loads(done.stdout)


def starts(mode, *arguments, repeats):
    """The median of several starts, by the time of the first paint."""
    found = [run("window", mode, time.clock_gettime_ns(time.CLOCK_MONOTONIC), *arguments) for _ in range(repeats)]
    return sorted(found, key=lambda one: one["painted_ms"])[len(found) // 2]


def measure(messages, args):
    profile = BENCH / f"work-{messages}" / "profile"
    if not profile.exists():
        raise RuntimeError(f"{profile} is not there: run ./dev bench --messages {messages} first")
    run("window", "start", 0, profile)  # migrates, and warms the disk
    result = {"messages": messages, "empty": starts("empty", repeats=args.repeats),
              "start": starts("start", profile, repeats=args.repeats), "scroll": run("window", "scroll", profile),
              "open": run("window", "open", profile), "typing": run("typing", profile)}
    copy = BENCH / "work-window"
    shutil.rmtree(copy, ignore_errors=True)
    if messages <= args.copy_up_to:
        shutil.copytree(profile, copy)
        result["arrive"] = run("window", "arrive", copy, args.seconds)
        shutil.rmtree(copy)
    return result


def show(result):
    over = result["start"]["painted_ms"] - result["empty"]["painted_ms"]
    rows = [("first paint over an empty window, ms", over, "<= 150"),
            ("empty window, ms", result["empty"]["painted_ms"], ""),
            ("memory (PSS) with the inbox shown, MB", result["start"]["pss_mb"], "< 120"),
            ("memory (PSS) after scrolling it all, MB", result["scroll"]["pss_mb"], "< 120"),
            ("scrolling: frame p99, ms", result["scroll"]["p99"], "<= 16"),
            ("scrolling: longest frame, ms", result["scroll"]["max"], "<= 16"),
            ("opening a conversation: p95, ms", result["open"]["p95"], "< 50")]
    rows += [(f"a key in a draft, characters {draft}: p99, ms", keys["p99"], "< 8")
             for draft, keys in result["typing"].items()]
    if "arrive" in result:
        rows += [(f"{result['arrive']['messages']:,} arrivals, 100 a second: longest stall, ms",
                  result["arrive"]["max"], "<= 50"),
                 ("   of that, longest work of the window's thread, ms",
                  result["arrive"]["worked"]["max"], "<= 50")]
    print(f"\n{result['messages']:,} messages, {result['start']['rows']:,} conversations in the inbox")
    for name, value, goal in rows:
        print(f"  {name:<58} {value:>9.1f}  {goal}")


def show_threads(threads):
    print("\nLong conversations, from the store")
    for count, found in threads.items():
        goal = {1000: "< 50", 50000: "< 200"}.get(int(count), "")
        for name, value, wanted in [("first paint: median, ms", found["open"]["p50"], goal),
                                    ("first paint: longest, ms", found["open"]["max"], goal),
                                    ("scrolling: frame p99, ms", found["scroll"]["p99"], "<= 16"),
                                    ("scrolling: longest frame, ms", found["scroll"]["max"], "<= 16"),
                                    ("to its first message, ms", found["first_ms"], ""),
                                    ("words found in all of it, ms", found["find_ms"], ""),
                                    ("memory (PSS) after all that, MB", found["pss_after"], "< 120")]:
            print(f"  {int(count):>6,} messages: {name:<40} {value:>9.1f}  {wanted}")


def main():
    parser = argparse.ArgumentParser(prog="./dev bench window", description="Measures the window.")
    parser.add_argument("--messages", type=int, action="append", help="a profile of ./dev bench (default: 100000)")
    parser.add_argument("--repeats", type=int, default=7, help="how often it starts (default: 7)")
    parser.add_argument("--seconds", type=int, default=60, help="how long messages arrive (default: 60)")
    parser.add_argument("--copy-up-to", type=int, default=200_000,
                        help="arrivals are measured on a copy, for profiles up to so many messages (default: 200000)")
    args = parser.parse_args()
    results = []
    for messages in args.messages or [100_000]:
        results.append(measure(messages, args))
        show(results[-1])
    threads = run("thread", BENCH / "threads-profile")
    show_threads(threads)
    file = BENCH / "window.json"
    found = {"cores": os.cpu_count(), "load": os.getloadavg(), "runs": results, "threads": threads}
    file.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"\nNumbers: {file}")


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as failure:
        sys.exit(f"bench: {failure}")
