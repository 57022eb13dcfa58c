#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# start-snac.sh DIR PORT PROXY
# snac2, a small ActivityPub server, on this port of this machine, as nobody where root starts it. It calls itself
# snacPORT.example, as two of one name would share their memory, and reaches others, and itself, through a proxy on the port PROXY. The users are anna and shop; their
# passwords are in DIR/anna and DIR/shop.
# stop-snac.sh DIR ends it.
set -euo pipefail
dir=$(realpath -m "$1") port=$2 proxy=$3

if [[ $(id -u) == 0 ]]; then
    as=(setpriv --reuid=nobody --regid=nogroup --clear-groups --inh-caps=-all)
else
    as=(env)
fi
mkdir -p "$dir"
printf '127.0.0.1\n%s\nsnac%s.example\n\n\n' "$port" "$port" | snac init "$dir/data" >"$dir/log" 2>&1
sed -i 's/"protocol": *"https"/"protocol": "http"/' "$dir/data/server.json"
for user in anna shop; do
    printf '\n' | snac adduser "$dir/data" "$user" 2>&1 | sed -n 's/^User password is //p' >"$dir/$user"
done
if [[ $(id -u) == 0 ]]; then chown -R nobody:nogroup "$dir"; fi
http_proxy=http://127.0.0.1:$proxy "${as[@]}" snac httpd "$dir/data" >>"$dir/log" 2>&1 &
echo $! >"$dir/pid"

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
for _ in $(seq 100); do
    if answers "$port"; then exit 0; fi
    sleep .05
done
exit 1
