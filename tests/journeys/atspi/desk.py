# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person with a screen reader has: names, roles, texts and actions over AT-SPI, and real keys."""

import os
import shutil
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 15.0
PAUSE = 0.05
BUTTONS = ("button", "push button")  # at-spi 2.56 renamed it
FIELDS = ("text", "entry")
LABELS = ("label", "static")


def until(what, look):
    """Looks again and again until there is something to see, and returns it."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = look()
        except GLib.Error:  # it went away while we looked
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError("never came: " + what)
        time.sleep(PAUSE)


class Desk:
    """The program on a profile of its own, and the hands and ears of the person who uses it."""

    def __init__(self, program, profile):
        self.folder = tempfile.mkdtemp(prefix="aside-journey-")
        self.profile = os.path.join(self.folder, "profile")
        shutil.copytree(profile, self.profile)
        self.process = subprocess.Popen([program, "--profile", self.profile, "--language", "en"],
                                        stderr=subprocess.PIPE)
        self.app = until("the program on the accessibility bus", self._own_app)
        self.window = until("a window", lambda: self.find(("frame",), showing=True))
        until("the conversations", lambda: self.conversations().get_child_count() > 0)
        self.take_keyboard()

    def leave(self):
        self.process.terminate()
        words = self.process.communicate(timeout=PATIENCE)[1].decode(errors="replace")
        shutil.rmtree(self.folder, ignore_errors=True)
        return words

    def _own_app(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid:
                return app
        return None

    def take_keyboard(self):
        found = until("the window on the display", lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Aside"],
            capture_output=True, text=True, check=False).stdout.split())
        subprocess.run(["xdotool", "windowactivate", "--sync", found[0]], check=False,
                       stderr=subprocess.DEVNULL)
        until("an active window", lambda: self.window.get_state_set().contains(Atspi.StateType.ACTIVE))

    # what there is

    def nodes(self, root=None):
        waiting = [root or self.app]
        while waiting:
            node = waiting.pop(0)
            if node is None:
                continue
            yield node
            try:
                manages = node.get_state_set().contains(Atspi.StateType.MANAGES_DESCENDANTS)
                count = min(node.get_child_count(), 400) if not manages else 0
                waiting.extend(node.get_child_at_index(i) for i in range(count))
            except GLib.Error:
                pass  # gone

    def find(self, roles, name=None, *, showing=False, fits=lambda node: True):
        for node in self.nodes():
            try:
                if (node.get_role_name() in roles and (name is None or node.get_name() == name) and fits(node)
                        and (not showing or node.get_state_set().contains(Atspi.StateType.SHOWING))):
                    return node
            except GLib.Error:
                pass  # gone
        return None

    def get(self, roles, name):
        """The visible thing of this role and name, as soon as it is there."""
        return until(f"{roles[0]} {name!r}", lambda: self.find(roles, name, showing=True))

    def words(self, part):
        """A visible label that has these words in it."""
        return until(f"the words {part!r}", lambda: self.find(
            LABELS, showing=True, fits=lambda node: part in node.get_name())).get_name()

    def conversations(self):
        return self.get(("list",), "Conversations")

    def rows(self, listing):
        """The names of the rows, up to a screenful."""
        names = []
        for i in range(min(listing.get_child_count(), 12)):
            child = listing.get_child_at_index(i)
            if child is not None:
                names.append(child.get_name())
        return names

    def messages(self):
        """The texts of the messages in sight."""
        return [Atspi.Text.get_text(node, 0, -1) for node in self.nodes()
                if node.get_role_name() in LABELS and node.get_name().startswith("Message: ")
                and node.get_state_set().contains(Atspi.StateType.SHOWING)]

    def reply(self):
        return self.get(FIELDS, "Reply text")

    def text(self, node):
        return Atspi.Text.get_text(node, 0, -1)

    def chosen(self, listing):
        child = Atspi.Selection.get_selected_child(listing, 0)
        return child.get_name() if child is not None else None

    # what can be done

    def choose(self, listing, index):
        assert Atspi.Selection.select_child(listing, index)

    def write(self, field, words):
        assert Atspi.EditableText.set_text_contents(field, words)

    def press(self, name):
        """Presses a button by its name."""
        assert Atspi.Action.do_action(self.get(BUTTONS, name), 0)

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, words):
        subprocess.run(["xdotool", "type", "--delay", "5", words], check=True)

    def focused(self, roles, name):
        return until(f"the keyboard on {name!r}", lambda: self.find(
            roles, name, fits=lambda node: node.get_state_set().contains(Atspi.StateType.FOCUSED)))
