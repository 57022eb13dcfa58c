# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk of its own for a journey: X server, window manager, session bus and accessibility bus, all new.

start() runs this same program again inside of dbus-run-session. Nothing of the machine's own session is
touched: home, runtime folder, display and bus are temporary.
"""

import os
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77  # what ctest takes for "skipped"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def launcher():
    return next((path for path in LAUNCHERS if os.path.exists(path)), None)


def missing():
    """What this machine lacks for a journey, in words; empty where it has all."""
    lacks = [tool for tool in ("Xvfb", "openbox", "xdotool", "dbus-run-session") if not shutil.which(tool)]
    if launcher() is None:
        lacks.append("at-spi-bus-launcher")
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        lacks.append("python3-gi with Atspi 2.0")
    return lacks


def begin_display(processes):
    """Starts an X server on a free display and returns its name."""
    reading, writing = os.pipe()
    processes.append(subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return ":" + pipe.readline().strip()


def environment(home):
    runtime = os.path.join(home, "runtime")
    os.makedirs(runtime, mode=0o700)
    kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS") if key in os.environ}
    return kept | {
        "HOME": home, "XDG_RUNTIME_DIR": runtime, "TZ": "UTC", "LC_ALL": "C.UTF-8", "ASIDE_KEYCHAIN": "off",
        "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "ASIDE_NO_DIALOG": "1",
        "QT_LOGGING_RULES": "aside.*.info=false",
    }


def start(script, arguments):
    """Runs the script with these arguments at a desk of its own; answers with its exit code."""
    lacks = missing()
    if lacks:
        print("skipped, this machine has no " + ", ".join(lacks))
        return SKIPPED
    processes = []
    with tempfile.TemporaryDirectory(prefix="aside-desk-") as home:
        env = environment(home)
        try:
            env["DISPLAY"] = begin_display(processes)
            processes.append(subprocess.Popen(["openbox"], env=env, stdout=subprocess.DEVNULL,
                                              stderr=subprocess.DEVNULL))
            return subprocess.call(["dbus-run-session", "--", sys.executable, script, "--inside", *arguments],
                                   env=env)
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait()
