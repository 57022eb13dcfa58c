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
        state=$(ps -o stat= -p "$pid" || true)
        if [[ -z $state || $state == Z* ]]; then break; fi # gone, whether or not somebody was told
        sleep .05
    done
done
