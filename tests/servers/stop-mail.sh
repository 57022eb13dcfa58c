#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# stop-mail.sh DIR: ends what start-mail.sh started there, and waits until it is gone.
set -euo pipefail
for file in "$1/run/master.pid" "$1/exim.pid"; do
    [[ -e $file ]] || continue
    pid=$(<"$file")
    kill "$pid" 2>/dev/null || continue
    for _ in $(seq 100); do
        kill -0 "$pid" 2>/dev/null || break
        sleep .05
    done
done
