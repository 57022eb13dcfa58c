#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Aside on a Wayland compositor without a screen and looks whether a window with contents came.

    wayland.py PROGRAM

Ends with 77 where the machine has no weston or Qt has no plug-in for Wayland.
"""

import glob
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib

SKIPPED = 77
PATIENCE = 20.0
SOCKET = "wl-aside"


def has_plugin():
    folders = ["/usr/lib/*/qt6/plugins", "/usr/lib/qt6/plugins", "/usr/lib64/qt6/plugins",
               os.environ.get("QT_PLUGIN_PATH", "/nowhere")]
    return any(glob.glob(folder + "/platforms/libqwayland*.so") for folder in folders)


def png_rows(data):
    """The scan lines of an 8-bit PNG as they are stored (filtered): enough to see that there is something."""
    at, packed, size = 8, b"", (0, 0)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            size = struct.unpack(">II", body[:8])
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    return size, zlib.decompress(packed)


def wait_for(path, process):
    end = time.monotonic() + PATIENCE
    while not os.path.exists(path):
        if process.poll() is not None or time.monotonic() > end:
            sys.exit("the compositor did not start")
        time.sleep(0.05)


def run(program, home):
    runtime = os.path.join(home, "runtime")
    os.mkdir(runtime, mode=0o700)
    env = os.environ | {"XDG_RUNTIME_DIR": runtime, "HOME": home, "ASIDE_KEYCHAIN": "off", "TZ": "UTC",
                        "LC_ALL": "C.UTF-8", "ASIDE_NO_DIALOG": "1"}
    env.pop("DISPLAY", None)
    compositor = subprocess.Popen(["weston", "--backend=headless", "--renderer=pixman", "--socket=" + SOCKET,
                                   "--width=1600", "--height=1000", "--idle-time=0"],
                                  env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(os.path.join(runtime, SOCKET), compositor)
        picture = os.path.join(home, "window.png")
        subprocess.run([program, "--demo", "--profile", os.path.join(home, "profile"), "--screenshot", picture],
                       env=env | {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": SOCKET},
                       check=True, timeout=4 * PATIENCE)
        with open(picture, "rb") as file:
            (width, height), rows = png_rows(file.read())
        print(f"{width} x {height}, {len(set(rows))} different bytes, {len(rows)} bytes")
        return 0 if width >= 900 and height >= 600 and len(set(rows)) > 100 else 1
    finally:
        compositor.terminate()
        compositor.wait()


if __name__ == "__main__":
    if not shutil.which("weston"):
        print("skipped, this machine has no weston")
        sys.exit(SKIPPED)
    if not has_plugin():
        print("skipped, Qt has no plug-in for Wayland here")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory(prefix="aside-wayland-") as folder:
        sys.exit(run(sys.argv[1], folder))
