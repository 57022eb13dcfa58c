#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures an account of mail beside mbsync and notmuch, all on one Dovecot of this machine.

Called by `./dev bench mail`. A first fetch until everything is listed, threaded and searchable; one with nothing new;
memory with a large message; the time from the server's notice to the painted list. Prints tables and writes
build/bench/mail.json. Nothing passes or fails here: the goals are printed beside the numbers. Both sides read the same
mailbox, which was read whole once before.
"""
import argparse
import imaplib
import json
import os
import pathlib
import shutil
import smtplib
import socket
import subprocess
import sys
import time

import run as bench

SERVERS = bench.ROOT / "tests" / "servers"
WORK = bench.BENCH / "work-mail"
USERS = {"op1": "secret1", "op2": "secret2", "customer": "secret3"}
ENV = {"ASIDE_KEYCHAIN": "off", "TZ": "UTC", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
       "QT_LOGGING_RULES": "aside.*=false"}


def free_ports(count):
    holders = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [holder.getsockname()[1] for holder in holders]
    for holder in holders:
        holder.close()
    return ports


class Server:
    """Dovecot and Exim, with a generated mailbox for each user."""

    def __init__(self, sizes, seed):
        shutil.rmtree(WORK, ignore_errors=True)
        self.folder = WORK / "servers"
        self.counts = dict(zip(USERS, sizes))
        for user, size in self.counts.items():
            maildir, _ = bench.corpus(size, seed)
            print(f"Filling a mailbox of {size:,} …", flush=True)
            shutil.copytree(maildir, self.folder / "mail" / user / "Maildir")
        certificates = WORK / "certificates"
        certificates.mkdir(parents=True)
        subprocess.run([SERVERS / "mail-certificates.sh", certificates], check=True)
        self.authority = certificates / "ca.pem"
        self.imap, self.imaps, lmtp, self.smtp, oauth = free_ports(5)
        subprocess.run([SERVERS / "start-mail.sh", self.folder, certificates / "good", *map(str, (
            self.imap, self.imaps, lmtp, self.smtp, oauth))], check=True)
        self.environment()

    def environment(self):
        for user in self.counts:
            self.read_whole(user)

    def session(self, user):
        session = imaplib.IMAP4("127.0.0.1", self.imap)
        session.login(user, USERS[user])
        session.select("INBOX")
        return session

    def read_whole(self, user):
        """So that files, index and cache are as warm for the first that comes as for the second."""
        session = self.session(user)
        count = self.counts[user]
        for first in range(1, count + 1, 1000):
            session.fetch(f"{first}:{min(count, first + 999)}",
                          "(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER] BODY.PEEK[])")
        session.logout()

    def append(self, user, message):
        session = self.session(user)
        session.append("INBOX", None, None, message)
        session.logout()

    def deliver(self, user, number):
        with smtplib.SMTP("127.0.0.1", self.smtp) as smtp:
            smtp.sendmail("customer@localhost", [f"{user}@localhost"],
                          f"From: Customer {number} <customer{number}@localhost>\r\nTo: {user}@localhost\r\n"
                          f"Subject: Where is order {number}?\r\n"
                          f"Message-ID: <arrival{number}.{time.time_ns()}@localhost>\r\n\r\nI am waiting.\r\n")

    def stop(self):
        subprocess.run([SERVERS / "stop-mail.sh", self.folder], check=False)


class Aside:
    def __init__(self, server, user, profile):
        self.profile = WORK / profile
        self.arguments = [self.profile, server.imaps, server.authority, user, USERS[user]]

    def command(self, mode, *more):
        return [bench.BIN / "aside_mailbench", mode, *self.arguments, *more]

    def sync(self):
        measured = bench.run(self.command("sync"), ENV)
        answer = json.loads(measured["out"].splitlines()[-1])
        return {**answer, "process_s": measured["seconds"]}

    def first(self):
        shutil.rmtree(self.profile, ignore_errors=True)
        return self.sync()

    def arrivals(self, server, user, count):
        child = subprocess.Popen([str(part) for part in self.command("idle", count)], stdout=subprocess.PIPE,
                                 env={**os.environ, **ENV}, text=True)
        number = 0
        for line in child.stdout:
            answer = json.loads(line)
            if "listening" not in answer:
                break
            number += 1
            server.deliver(user, number)
        if child.wait() != 0:
            raise RuntimeError("aside_mailbench idle failed")
        return answer


class Pair:
    """mbsync into a Maildir, notmuch over it."""

    def __init__(self, server, user):
        self.folder = WORK / f"mbsync-{user}"
        self.settings = WORK / f"mbsync-{user}.rc"
        self.notmuch = bench.Notmuch(self.folder)
        self.settings.write_text(
            "FSync no\n\nIMAPAccount a\nHost localhost\n"
            f"Port {server.imaps}\nUser {user}\nPass {USERS[user]}\nTLSType IMAPS\n"
            f"CertificateFile {server.authority}\nAuthMechs PLAIN\n\nIMAPStore far\nAccount a\n\nMaildirStore near\n"
            f"Path {self.folder}/mail/\nInbox {self.folder}/mail/INBOX\nSubFolders Verbatim\n\n"
            "Channel c\nFar :far:\nNear :near:\nPattern INBOX\nCreate Near\nSyncState *\nSync Pull\n",
            encoding="utf-8")

    def sync(self):
        return bench.run(["mbsync", "-q", "-c", self.settings, "c"])

    def first(self, messages):
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "mail").mkdir(parents=True)
        fetched = self.sync()
        indexed = self.notmuch.load(self.folder / "mail", messages)
        return {"mbsync_s": fetched["seconds"], "notmuch_s": indexed["seconds"],
                "seconds": fetched["seconds"] + indexed["seconds"]}


def best(runs, key="seconds"):
    return min(runs, key=lambda one: one[key])


def letter(megabytes):
    """A message with one large attachment."""
    line = b"QUFB" * 18 + b"\r\n"
    head = (b"From: customer@localhost\r\nTo: op1@localhost\r\nSubject: A large one of %d\r\n"
            b"Message-ID: <large%d.%d@localhost>\r\nMIME-Version: 1.0\r\n"
            b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n"
            b"--b\r\nContent-Type: application/octet-stream; name=x.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            % (megabytes, megabytes, time.time_ns()))
    return head + line * (megabytes * 1_000_000 // len(line)) + b"--b--\r\n"


def measure_first(server, user, args):
    count = server.counts[user]
    ours, theirs = Aside(server, user, f"profile-{user}"), Pair(server, user)
    result = {"messages": count, "aside": [], "pair": []}
    for turn in range(args.repeats):
        print(f"{count:,} messages: first fetch {turn + 1} …", flush=True)
        result["aside"].append(ours.first())
        if not args.alone:
            result["pair"].append(theirs.first(count))
    result["again"] = [ours.sync() for _ in range(args.again)]
    result["again_mbsync"] = [] if args.alone else [theirs.sync()["seconds"] for _ in range(args.again)]
    return result


def measure(args):
    server = Server(args.messages, args.seed)
    try:
        users = list(server.counts)
        result = {"cores": os.cpu_count(), "first": [measure_first(server, user, args) for user in users]}
        if args.arrivals:
            result["arrivals"] = Aside(server, "op1", "profile-op1").arrivals(server, "op1", args.arrivals)
        result["large"] = []
        for megabytes in args.large:
            server.append("op1", letter(megabytes))
            result["large"].append({"megabytes": megabytes, **Aside(server, "op1", "profile-op1").sync()})
        return result
    finally:
        server.stop()


def rate(one, count):
    return f"{count / one['seconds']:,.0f}"


def show(result):
    rows = [["first fetch", "Aside msg/s", "mbsync msg/s", "with notmuch", "over the pair", "over mbsync", "peak MB"]]
    goals = []
    for one in result["first"]:
        count, ours = one["messages"], best(one["aside"])
        row = [f"{count:,}", rate(ours, count)]
        if one["pair"]:
            pair = best(one["pair"])
            against = pair["seconds"] / ours["seconds"]
            alone = best(one["pair"], "mbsync_s")["mbsync_s"] / ours["seconds"]
            row += [f"{count / (alone * ours['seconds']):,.0f}", rate(pair, count), f"{against:.1f} x", f"{alone:.1f} x"]
            goals.append((f"first fetch of {count:,} against mbsync and notmuch", against, against >= 5, ">= 5 x"))
            goals.append((f"first fetch of {count:,} against mbsync alone", alone, alone >= 1, ">= 1 x"))
        rows.append(row + ["-"] * (6 - len(row)) + [f"{ours['peak_mb']:.0f}"])
    bench.table(rows)
    rows = [["nothing new", "Aside s", "whole process s", "mbsync s"]]
    for one in result["first"]:
        if not one["again"]:
            continue
        again = best(one["again"])
        theirs = one["again_mbsync"]
        rows.append([f"{one['messages']:,}", f"{again['seconds']:.3f}", f"{again['process_s']:.3f}",
                     f"{min(theirs):.3f}" if theirs else "-"])
        goals.append((f"nothing new of {one['messages']:,}, s", again["seconds"], again["seconds"] < 0.1, "< 0.1"))
    bench.table(rows)
    for one in result["large"]:
        over = one["peak_mb"] - one["idle_mb"]
        goals.append((f"memory above idle with {one['megabytes']} MB, MB", over, over < 80, "< 80"))
    if "arrivals" in result:
        goals.append(("notice to painted, p95 ms", result["arrivals"]["p95"], result["arrivals"]["p95"] < 200, "< 200"))
    bench.table([["goal", "want", "is", ""]] + [[name, want, f"{value:.2f}", "met" if met else "SHORT"]
                                                 for name, value, met, want in goals])


def main():
    parser = argparse.ArgumentParser(prog="./dev bench mail", description="Measures mail beside mbsync and notmuch.")
    parser.add_argument("--messages", type=int, nargs="+", default=[5_000, 50_000, 100_000],
                        help="sizes of up to three mailboxes (default: 5000 50000 100000)")
    parser.add_argument("--repeats", type=int, default=2, help="first fetches of each (default: 2)")
    parser.add_argument("--again", type=int, default=5, help="fetches with nothing new (default: 5)")
    parser.add_argument("--arrivals", type=int, default=20, help="messages that come in by IDLE (default: 20)")
    parser.add_argument("--large", type=int, nargs="*", default=[40, 100], help="large messages, MB (default: 40 100)")
    parser.add_argument("--alone", action="store_true", help="without mbsync and notmuch")
    parser.add_argument("--seed", type=int, default=1, help="seed of the mailboxes (default: 1)")
    args = parser.parse_args()
    args.messages = args.messages[:len(USERS)]
    args.alone = args.alone or not (shutil.which("mbsync") and shutil.which("notmuch"))
    result = measure(args)
    file = bench.BENCH / "mail.json"
    file.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    show(result)
    print(f"Numbers: {file}")


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as failure:
        sys.exit(f"bench: {failure}")
