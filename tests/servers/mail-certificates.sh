#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# mail-certificates.sh DIR: an authority, and certificates for this machine: a good one, and one for each way
# in which a certificate does not hold.
set -euo pipefail
cd "$1"
curve=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes)
here=DNS:localhost,IP:127.0.0.1

openssl req -x509 "${curve[@]}" -days 2 -subj '/CN=Authority of a test' -keyout ca.key -out ca.pem 2>/dev/null

# signed NAME ALTERNATIVES DATES…
signed() {
    local name=$1 alternatives=$2
    shift 2
    openssl req "${curve[@]}" -subj '/CN=localhost' -keyout "$name.key" -out "$name.csr" 2>/dev/null
    printf 'subjectAltName=%s\n' "$alternatives" >"$name.ext"
    openssl x509 -req -in "$name.csr" -CA ca.pem -CAkey ca.key -extfile "$name.ext" "$@" -out "$name.pem" 2>/dev/null
}
signed good "$here" -days 2
signed wronghost DNS:mail.example -days 2
signed expired "$here" -not_before 20200101000000Z -not_after 20200201000000Z
# Keys and signatures that were good enough once.
openssl req -newkey rsa:1024 -nodes -subj '/CN=localhost' -keyout weakkey.key -out weakkey.csr 2>/dev/null
printf 'subjectAltName=%s\n' "$here" >weakkey.ext
openssl x509 -req -in weakkey.csr -CA ca.pem -CAkey ca.key -extfile weakkey.ext -days 2 -out weakkey.pem 2>/dev/null
openssl req "${curve[@]}" -subj '/CN=localhost' -keyout sha1.key -out sha1.csr 2>/dev/null
openssl x509 -req -in sha1.csr -CA ca.pem -CAkey ca.key -extfile weakkey.ext -days 2 -sha1 -out sha1.pem 2>/dev/null
signed notyet "$here" -not_before 20900101000000Z -not_after 20900201000000Z
signed noname email:somebody@mail.example -days 2
openssl req -x509 "${curve[@]}" -days 2 -subj '/CN=localhost' -addext "subjectAltName=$here" \
    -keyout selfsigned.key -out selfsigned.pem 2>/dev/null

openssl req -x509 "${curve[@]}" -days 2 -subj '/CN=Nobody' -keyout stranger-ca.key -out stranger-ca.pem 2>/dev/null
openssl req "${curve[@]}" -subj '/CN=localhost' -keyout stranger.key -out stranger.csr 2>/dev/null
openssl x509 -req -in stranger.csr -CA stranger-ca.pem -CAkey stranger-ca.key -extfile good.ext -days 2 \
    -out stranger.pem 2>/dev/null
