# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Read by ./dev: installs the package where nothing else is, starts it there, and looks what it leaves behind.

clean_room=$here/build/clean-room

# The address and the keyring of Debian 13 as this machine's own apt has them.
trixie_origin() {
    # shellcheck disable=SC2016 # apt fills these in
    apt-get indextargets --format '$(REPO_URI) $(SIGNED_BY)' \
        'Identifier: Packages' 'Codename: trixie' 'Component: main' | head -n 1
}

leave_clean_room() {
    as_root umount "$clean_room/proc" 2>/dev/null || true
    as_root rm -rf --one-file-system "$clean_room"
}

in_room() { as_root env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive \
    chroot "$clean_room" "$@"; }

# As a person without rights, with no display and no session.
as_person() { in_room su --login person --command "LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen ASIDE_NO_DIALOG=1 $1"; }

enter_clean_room() {
    local uri key
    read -r uri key < <(trixie_origin) || die "apt knows no Debian 13 (trixie): see ./dev setup"
    say "== a clean Debian 13 in $clean_room"
    leave_clean_room
    trap leave_clean_room EXIT
    as_root debootstrap --variant=minbase ${key:+--keyring="$key"} trixie "$clean_room" "$uri" >/dev/null
    as_root mount -t proc proc "$clean_room/proc"
    in_room useradd --create-home person
}

# What has our name after the package is gone; what apt keeps of every package does not count.
left_behind() {
    in_room find / -xdev \( -path /proc -o -path /home -o -path /tmp -o -path /var/cache -o -path /var/log \) -prune \
        -o -iname '*aside*' -print
}

try_package() {
    local deb=$1 picture=$here/build/package/first-start.png rest
    enter_clean_room
    as_root cp "$deb" "$clean_room/tmp/aside.deb"
    say "== install"
    in_room apt-get -q update >/dev/null
    in_room apt-get -q -o Dpkg::Use-Pty=0 install -y --no-install-recommends /tmp/aside.deb >/dev/null 2>&1
    say "== start"
    as_person "aside --version"
    as_person "aside --demo --profile ~/demo --screenshot ~/first-start.png 2>&1" | sort -u
    as_person "asidectl --profile ~/demo inbox --limit 3"
    as_person "asidectl --profile ~/demo doctor"
    as_root cat "$clean_room/home/person/first-start.png" >"$picture"
    file "$picture" | grep -q 'PNG image data, 1280 x 800' || die "the window did not come: $picture"
    say "== remove"
    in_room apt-get -q -o Dpkg::Use-Pty=0 purge -y aside >/dev/null
    rest=$(left_behind)
    [[ -z $rest ]] || die "left behind: $rest"
    say "Nothing is left behind. The window of the clean system: $picture"
    leave_clean_room
    trap - EXIT
}
