#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# stop-snac.sh DIR: ends what start-snac.sh started there, and waits until it is gone.
set -euo pipefail
pid=$(<"$1/pid")
kill "$pid" 2>/dev/null || exit 0
for _ in $(seq 100); do
    state=$(ps -o stat= -p "$pid" || true)
    if [[ -z $state || $state == Z* ]]; then exit 0; fi # gone, whether or not somebody was told
    sleep .05
done
kill -KILL "$pid" 2>/dev/null || true # it waits for what it still sends
