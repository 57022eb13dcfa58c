#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the messages of an mbox whose own plain text holds a phrase.

  count_phrases.py MBOX PHRASE...

Prints {"phrase": count} as JSON. Quoted lines do not count, HTML is not read, so the counts are lower bounds.
"""
import json
import mailbox
import sys


def plain_text(message):
    for part in message.walk():
        if part.get_content_type() == "text/plain" and not part.get_filename():
            charset = part.get_content_charset() or "utf-8"
            return part.get_payload(decode=True).decode(charset, "replace")
    return ""


def own_words(text):
    lines = [line for line in text.splitlines() if not line.startswith(">")]
    return " ".join(" ".join(lines).lower().split())


def main():
    phrases = sys.argv[2:]
    counts = dict.fromkeys(phrases, 0)
    for message in mailbox.mbox(sys.argv[1], create=False):
        words = own_words(plain_text(message))
        for phrase in phrases:
            counts[phrase] += phrase in words
    print(json.dumps(counts))


main()
