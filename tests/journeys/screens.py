#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a screen away while Aside and a dialog lie on it, makes one smaller, and looks where they are then.

    screens.py PROGRAM

Once with a window manager and once without: some fetch windows back by themselves. Ends with 77 where the
machine has no display server that can do this.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "atspi"))
from session import environment  # noqa: E402

SKIPPED = 77
PATIENCE = 20.0
SCREEN = (1600, 1000)
LEFT = (0, 0, 1400, 1000)
SMALL = (0, 0, 1200, 700)
SHEET = "Shortcuts at a glance"


def until(what, look):
    """Looks again and again until there is something to see, and returns it."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError("never came: " + what)
        time.sleep(0.05)
    return found


def inside(frame, screen):
    x, y, width, height = frame
    left, top, screen_width, screen_height = screen
    return x >= left and y >= top and x + width <= left + screen_width and y + height <= top + screen_height


class Desk:
    """A display of two screens, and the program on it."""

    def __init__(self, program, home, manager):
        self.processes = []
        self.env = environment(home)
        self.env["DISPLAY"] = self.begin_display()
        if manager:
            self.begin([manager])
            until("the window manager", lambda: "window id" in self.run("xprop", "-root",
                                                                        "_NET_SUPPORTING_WM_CHECK"))
        self.run("xrandr", "--newmode", "small", "0", str(SMALL[2]), "0", "0", "0", str(SMALL[3]), "0", "0", "0")
        self.run("xrandr", "--addmode", "screen", "small")
        self.run("xrandr", "--setmonitor", "left", "1400/350x1000/250+0+0", "screen")
        self.run("xrandr", "--setmonitor", "right", "200/50x1000/250+1400+0", "none")
        self.program = self.begin([program, "--demo", "--profile", os.path.join(home, "profile"),
                                   "--language", "en"])
        self.main = until("the window", lambda: self.find("Aside$"))

    def begin_display(self):
        reading, writing = os.pipe()
        self.begin(["Xvfb", "-displayfd", str(writing), "-screen", "0", "%dx%dx24" % SCREEN, "-nolisten", "tcp",
                    "-noreset"], pass_fds=[writing])  # else it forgets its screens with each xrandr
        os.close(writing)
        with os.fdopen(reading) as pipe:
            return ":" + pipe.readline().strip()

    def begin(self, command, **more):
        self.processes.append(subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL,
                                               stderr=subprocess.DEVNULL, **more))
        return self.processes[-1]

    def leave(self):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()

    def run(self, *command):
        return subprocess.run(command, env=self.env, capture_output=True, text=True, check=False).stdout

    def monitors(self):
        return int(re.search(r"Monitors: (\d+)", self.run("xrandr", "--listmonitors")).group(1))

    def find(self, name):
        found = self.run("xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.program.pid), "--name",
                         "^" + name).split()
        return found[0] if found else None

    def frame(self, window):
        """Where the window is with what the window manager put around it."""
        facts = self.run("xwininfo", "-id", window)
        x, y, width, height = (int(re.search(words + r":\s*(-?\d+)", facts).group(1)) for words in
                               ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))
        border = re.search(r"= (\d+), (\d+), (\d+), (\d+)", self.run("xprop", "-id", window,
                                                                     "_NET_FRAME_EXTENTS"))
        left, right, top, bottom = (int(one) for one in border.groups()) if border else (0, 0, 0, 0)
        return x - left, y - top, width + left + right, height + top + bottom

    def put(self, window, x, y):
        self.run("xdotool", "windowmove", window, str(x), str(y))
        until("the window where it was put", lambda: abs(self.frame(window)[0] - x) < 60)

    def key(self, window, keys):
        """To this window, whoever has the keyboard."""
        self.run("xdotool", "windowfocus", "--sync", window)
        self.run("xdotool", "key", keys)

    def sheet(self):
        """Opens the sheet of the shortcuts."""
        self.key(self.main, "F1")
        return until("the sheet", lambda: self.find(SHEET))

    def close_sheet(self):
        self.key(self.find(SHEET), "Escape")
        until("the sheet closed", lambda: not self.find(SHEET))

    def expect_inside(self, screen, when):
        for window in (self.main, self.find(SHEET)):
            try:
                until("", lambda: inside(self.frame(window), screen))
            except AssertionError:
                raise AssertionError(f"{when}: {self.frame(window)} is not inside of {screen}") from None
            print(f"  {when}: {self.frame(window)} is inside of {screen}")


def play(program, manager):
    with tempfile.TemporaryDirectory(prefix="aside-screens-") as home:
        desk = Desk(program, home, manager)
        try:
            if desk.monitors() != 2:
                print("skipped, this display server cannot have two screens")
                return SKIPPED
            sheet = desk.sheet()
            desk.put(desk.main, 1000, 150)
            desk.put(sheet, 1420, 200)

            desk.run("xrandr", "--delmonitor", "right")

            desk.expect_inside(LEFT, "the second screen is gone")
            desk.close_sheet()
            sheet = desk.sheet()

            desk.run("xrandr", "--delmonitor", "left")
            desk.put(sheet, 900, 550)
            desk.run("xrandr", "--output", "screen", "--mode", "small")

            desk.expect_inside(SMALL, "the screen is smaller")
            desk.close_sheet()
            desk.sheet()
            desk.expect_inside(SMALL, "opened again")
            return 0
        finally:
            desk.leave()


if __name__ == "__main__":
    tools = ("Xvfb", "openbox", "xdotool", "xrandr", "xprop", "xwininfo")
    lacks = [tool for tool in tools if not shutil.which(tool)]
    if lacks:
        print("skipped, this machine has no " + ", ".join(lacks))
        sys.exit(SKIPPED)
    for chosen in ("openbox", None):
        print(chosen or "no window manager", flush=True)
        code = play(sys.argv[1], chosen)
        if code != 0:
            sys.exit(code)
