#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do with Aside, done over AT-SPI as a screen reader does it, and with real keys.

    journeys.py PROGRAM [CASE...]

Ends with 77 where the machine has no display server, bus or AT-SPI to play on.
"""

import os
import subprocess
import sys
import unittest

import session

MAIL = """From anna@example.org Mon Nov 16 10:00:00 2026
From: Anna Berg <anna@example.org>
To: shop@example.com
Subject: Late parcel
Date: Mon, 16 Nov 2026 10:00:00 +0000
Message-ID: <1@example.org>

Where is my blue parcel?
"""


class Journeys(unittest.TestCase):
    program = ""
    profile = ""

    def setUp(self):
        from desk import Desk
        self.desk = Desk(self.program, self.profile)
        self.addCleanup(self.leave)

    def leave(self):
        words = self.desk.leave()
        self.assertNotIn("QObject::", words)

    def until(self, what, look):
        from desk import until
        return until(what, look)

    def open_row(self, index):
        listing = self.desk.conversations()
        self.desk.choose(listing, index)
        return self.until("messages", self.desk.messages)

    def type_reply(self, words):
        self.desk.write(self.desk.reply(), words)
        self.desk.words("Draft saved")

    def send(self):
        """The button says who will read it, so its name is not always the same."""
        from desk import BUTTONS, Atspi
        button = self.until("a button that sends", lambda: self.desk.find(
            BUTTONS, showing=True, fits=lambda node: node.get_name().startswith(("Reply", "Message "))
            and node.get_state_set().contains(Atspi.StateType.ENABLED)))
        Atspi.Action.do_action(button, 0)

    def test_a_row_says_who_where_and_for_whom_and_opens_its_messages(self):
        listing = self.desk.conversations()
        row = self.until("a row with words", lambda: next(
            (name for name in self.desk.rows(listing) if "unread message" in name), None))
        self.assertRegex(row, r"Public|Private")

        messages = self.open_row(self.desk.rows(listing).index(row))

        self.assertTrue(any(text.strip() for text in messages))

    def test_a_search_narrows_the_list_and_clearing_it_brings_all_back(self):
        from desk import FIELDS
        listing = self.desk.conversations()
        before = listing.get_child_count()
        field = self.desk.get(FIELDS, "Search")

        self.desk.write(field, "from:solberg")

        self.until("fewer rows", lambda: 0 < listing.get_child_count() < before)
        self.until("her row", lambda: "Ingrid Solberg" in (self.desk.rows(listing) or [""])[0])
        self.desk.write(field, "")
        self.until("all rows", lambda: listing.get_child_count() == before)

    def test_a_reply_is_saved_as_it_is_written(self):
        self.open_row(0)

        self.desk.write(self.desk.reply(), "Your lamp is on its way.")

        self.desk.words("Draft saved")

    def test_what_was_sent_can_be_taken_back(self):
        self.open_row(0)
        self.type_reply("It left today.")

        self.send()

        self.desk.words("Held for")
        self.until("an empty field", lambda: self.desk.text(self.desk.reply()) == "")
        self.desk.press("Undo sending")
        self.until("the text again",
                   lambda: self.desk.text(self.desk.reply()) == "It left today.")

    def test_what_was_sent_is_in_the_outbox_and_can_be_taken_back_there(self):
        self.open_row(0)
        self.type_reply("It left today.")
        self.send()
        self.desk.words("Held for")
        self.choose_view("Outbox")
        outbox = self.desk.get(("list",), "Outbox")

        row = self.until("the reply", lambda: self.row_with(outbox, "It left today."))
        before = outbox.get_child_count()
        self.desk.choose(outbox, row - 1)
        self.desk.press("Take back")

        self.until("one row less", lambda: outbox.get_child_count() == before - 1)
        self.assertFalse(self.row_with(outbox, "It left today."))

    def test_a_view_shows_what_its_name_says(self):
        self.choose_view("Drafts")

        listing = self.desk.conversations()
        self.until("only drafts", lambda: all("has a draft" in name for name in self.desk.rows(listing))
                   and self.desk.rows(listing))

    def test_the_palette_runs_what_was_typed(self):
        from desk import FIELDS
        self.desk.keys("ctrl+k")
        self.desk.focused(FIELDS, "Command, view or conversation")
        entries = self.desk.get(("list",), "What fits")

        self.desk.type("closed")
        self.until("the view", lambda: "Closed" in (self.desk.rows(entries) or [""])[0])
        self.desk.keys("Return")

        listing = self.desk.conversations()
        self.until("only closed ones", lambda: self.desk.rows(listing)
                   and all("closed" in name.lower() for name in self.desk.rows(listing)))

    def test_keys_alone_go_through_the_conversations(self):
        self.desk.keys("alt+Down")
        listing = self.desk.conversations()
        first = self.until("the first row", lambda: self.desk.chosen(listing))
        self.until("its messages", self.desk.messages)

        self.desk.keys("alt+Down")

        second = self.until("the next row", lambda: self.other_than(first, self.desk.chosen(listing)))
        self.desk.keys("alt+Up")
        self.until("the first row again", lambda: self.desk.chosen(listing) == first)
        self.assertNotEqual(first, second)

    def test_keys_alone_write_and_send_a_reply(self):
        from desk import FIELDS
        self.desk.keys("alt+Down")
        self.until("messages", self.desk.messages)
        self.desk.keys("ctrl+r")
        self.desk.focused(FIELDS, "Reply text")

        self.desk.type("On its way")
        self.desk.words("Draft saved")
        self.desk.keys("ctrl+Return")

        self.desk.words("Held for")

    def test_a_menu_is_worked_by_its_letters(self):
        self.desk.keys("alt+g")
        self.until("the menu", lambda: self.desk.find(("menu item",), "Next conversation", showing=True))

        self.desk.keys("n")

        self.until("messages", self.desk.messages)

    def test_a_note_is_added_and_taken_back(self):
        from desk import FIELDS
        self.open_row(0)
        self.desk.keys("ctrl+shift+n")
        note = self.desk.focused(FIELDS, "Note text")
        self.desk.type("The workshop has it")
        self.desk.words("Draft saved")

        self.desk.press("Add note (team only)")

        self.desk.words("The note is added.")
        self.until("the note among the messages", lambda: "The workshop has it" in self.desk.messages())
        self.until("an empty field", lambda: self.desk.text(note) == "")
        self.desk.press("Take the note back")
        self.until("the text again", lambda: self.desk.text(note) == "The workshop has it")
        self.until("no note any more", lambda: "The workshop has it" not in self.desk.messages())

    def test_a_tag_and_a_closing_can_be_undone(self):
        from desk import FIELDS
        self.open_row(0)
        listing = self.desk.conversations()
        who = self.desk.rows(listing)[0].split(",")[0]  # the rest changes when it is read
        before = listing.get_child_count()
        self.desk.keys("ctrl+t")
        self.desk.focused(FIELDS, "New tag or first letters")

        self.desk.type("journey")
        self.desk.keys("Return")
        self.desk.words("tagged “journey”")
        self.desk.keys("Escape")
        self.until("no dialog any more", lambda: not self.desk.find(
            FIELDS, "New tag or first letters", showing=True))
        self.desk.keys("ctrl+e")

        self.desk.words("1 conversation closed.")
        self.until("one row less", lambda: listing.get_child_count() == before - 1)
        self.assertFalse(self.desk.rows(listing)[0].startswith(who))
        self.desk.keys("ctrl+alt+z")
        self.until("the row again", lambda: listing.get_child_count() == before
                   and self.desk.rows(listing)[0].startswith(who))
        self.assertTrue(self.find_by_search("tag:journey"))
        self.desk.keys("ctrl+alt+z")
        self.until("nothing with the tag", lambda: not self.desk.rows(listing))

    def test_tab_leaves_the_reply(self):
        from desk import FIELDS, Atspi
        self.open_row(0)
        self.desk.keys("ctrl+r")
        reply = self.desk.focused(FIELDS, "Reply text")
        before = self.desk.text(reply)

        self.desk.keys("Tab")

        self.until("the keyboard elsewhere",
                   lambda: not reply.get_state_set().contains(Atspi.StateType.FOCUSED))
        self.assertEqual(self.desk.text(reply), before)

    def test_an_import_says_how_it_went(self):
        from desk import FIELDS
        path = os.path.join(self.desk.folder, "box.mbox")
        with open(path, "w", encoding="utf-8") as box:
            box.write(MAIL)
        self.desk.keys("ctrl+i")
        self.until("a field for the file", lambda: self.desk.find(FIELDS, "File name:", showing=True))

        self.desk.type(path)
        self.desk.keys("Return")

        self.desk.words("Done. 1 message imported")
        listing = self.desk.conversations()
        self.until("the new conversation", lambda: any(
            "Late parcel" in name for name in self.desk.rows(listing)) or self.find_by_search("parcel blue"))

    # helpers

    def find_by_search(self, words):
        from desk import FIELDS
        self.desk.write(self.desk.get(FIELDS, "Search"), words)
        return self.until("a row", lambda: self.desk.rows(self.desk.conversations()))

    def choose_view(self, name):
        views = self.desk.get(("list",), "Views")
        row = self.until(f"the view {name}", lambda: self.row_with(views, name + ","))
        self.desk.choose(views, row - 1)

    def row_with(self, listing, words):
        """The number of the row, counted from one; 0 where there is none."""
        names = self.desk.rows(listing)
        return next((i + 1 for i, name in enumerate(names) if words in name), 0)

    @staticmethod
    def other_than(old, new):
        return new if new and new != old else None


def inside(program, cases):
    launcher = subprocess.Popen([session.launcher(), "--launch-immediately"], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)
    Journeys.program = program
    Journeys.profile = os.path.join(os.environ["HOME"], "profile")
    picture = os.path.join(os.environ["HOME"], "first.png")
    subprocess.run([program, "--demo", "--profile", Journeys.profile, "--language", "en", "--screenshot",
                    picture], check=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    try:
        from gi.repository import Atspi  # noqa: F401  (after the bus is there)
        chosen = unittest.defaultTestLoader.loadTestsFromTestCase(Journeys)
        if cases:
            chosen = unittest.TestSuite(Journeys(case) for case in cases)
        result = unittest.TextTestRunner(verbosity=2).run(chosen)
        return 0 if result.wasSuccessful() and result.testsRun > 0 else 1
    finally:
        launcher.terminate()
        launcher.wait()


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        sys.exit(inside(sys.argv[2], sys.argv[3:]))
    sys.exit(session.start(os.path.abspath(__file__), sys.argv[1:]))
