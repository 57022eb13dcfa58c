# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Read by ./dev: installs what is missing. The names of the packages are in packages-*.txt beside this file.

os_release=${ASIDE_OS_RELEASE:-/etc/os-release}
apt_etc=${ASIDE_APT_ETC:-/etc/apt}
trixie_source=$apt_etc/sources.list.d/aside-trixie.sources
trixie_pin=$apt_etc/preferences.d/aside-trixie
apart=${ASIDE_APART:-/usr/local/lib/aside-apart}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        die "installing needs root or sudo; to be run: $*"
    fi
}

# Asks once where somebody can answer; everywhere else the answer is yes.
confirm() {
    local answer
    [[ -t 0 && -t 2 ]] || return 0
    read -r -p "$1 [Y/n] " answer
    [[ -z $answer || $answer == [yY]* ]]
}

# listed FILE GROUP… prints "name [oldest version]" of the packages of these groups.
listed() {
    local file=packaging/dev/packages-$1.txt
    shift
    awk -v groups=" $* " '$1 ~ /^[a-z]+$/ && index(groups, " " $1 " ") { print $2, $3 }' "$file"
}

names() { listed "$@" | cut -d' ' -f1; }

# debian_missing GROUP… prints the packages that are absent or too old.
debian_missing() {
    local -A present=()
    # shellcheck disable=SC2016 # dpkg-query fills these in
    local status name version oldest format='${db:Status-Status} ${Package} ${Version}\n'
    while read -r status name version; do
        if [[ $status == installed ]]; then present[$name]=$version; fi
    done < <(names debian "$@" |
        xargs -r dpkg-query -W -f "$format" 2>/dev/null || true)
    while read -r name oldest; do
        version=${present[$name]:-}
        if [[ -z $version ]] || { [[ -n $oldest ]] && dpkg --compare-versions "$version" lt "$oldest"; }; then
            echo "$name"
        fi
    done < <(listed debian "$@")
}

# debian_origin prints the address and the keyring (or "-") of the machine's own Debian source.
debian_origin() {
    local file
    for file in "$apt_etc"/sources.list.d/*.sources; do
        [[ -e $file && $file != "$trixie_source" ]] || continue
        awk '
            function finish() {
                if (types ~ /(^| )deb( |$)/ && suites ~ /(^| )(bookworm|stable|oldstable)( |$)/ &&
                    components ~ /(^| )main( |$)/ && off != "no" && uri != "" && uri !~ /^cdrom:/)
                    print uri, (key == "" ? "-" : key)
                types = suites = components = off = uri = key = ""
            }
            /^[ \t]*$/ { finish(); next }
            /^#/ { next }
            { value = $0; sub(/^[^:]*:[ \t]*/, "", value); field = tolower($1) }
            field == "types:" { types = value }
            field == "suites:" { suites = value }
            field == "components:" { components = value }
            field == "enabled:" { off = tolower(value) }
            field == "uris:" { uri = $2 }
            field == "signed-by:" { key = $2 }
            END { finish() }' "$file"
    done
    for file in "$apt_etc"/sources.list "$apt_etc"/sources.list.d/*.list; do
        [[ -e $file ]] || continue
        awk '$1 == "deb" {
                line = $0; key = "-"
                if (match(line, /signed-by=[^] ]+/)) key = substr(line, RSTART + 10, RLENGTH - 10)
                sub(/^deb[ \t]+(\[[^]]*\][ \t]*)?/, "", line)
                n = split(line, part, /[ \t]+/)
                main = 0
                for (i = 3; i <= n; i++) if (part[i] == "main") main = 1
                if (main && part[2] ~ /^(bookworm|stable|oldstable)$/ && part[1] !~ /^cdrom:/) print part[1], key
            }' "$file"
    done
}

# Debian 12 has Qt 6.4 and GCC 12. Debian 13's packages go beside them, pinned so low that nothing comes from
# there unless it is asked for.
add_trixie() {
    local uri key
    read -r uri key < <(debian_origin) || die "no Debian source found in $apt_etc; add Debian 13 (trixie) by hand"
    say "Adding Debian 13 (trixie) with low priority: $trixie_source"
    {
        printf 'Types: deb\nURIs: %s\nSuites: trixie\nComponents: main\n' "$uri"
        if [[ $key != - ]]; then printf 'Signed-By: %s\n' "$key"; fi
    } | as_root tee "$trixie_source" >/dev/null
    printf 'Package: *\nPin: release n=trixie\nPin-Priority: 100\n' | as_root tee "$trixie_pin" >/dev/null
}

# Packages that may not be installed beside the others are unpacked where the tests look for them.
setup_apart() {
    local folder target=() packages
    [[ " $* " == *" test "* && ! -e $apart/usr/bin/imapd ]] || return 0
    mapfile -t packages < <(names debian apart)
    say "To be unpacked in $apart: ${packages[*]}"
    confirm "Unpack them?" || return 0
    folder=$(mktemp -d)
    chmod 755 "$folder"
    if [[ -e $trixie_source ]]; then target=(-t trixie); fi
    if (cd "$folder" && apt-get download -q "${target[@]}" "${packages[@]}"); then
        as_root mkdir -p "$apart"
        find "$folder" -name '*.deb' | while read -r package; do as_root dpkg -x "$package" "$apart"; done
    else
        say "Not there: the tests with a second IMAP server will be skipped."
    fi
    rm -rf "$folder"
}

candidate() { apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" { print $2 }'; }

setup_debian() {
    local missing version target=() packages
    missing=$(debian_missing "$@")
    [[ -n $missing ]] || return 0
    say "Missing or too old: ${missing//$'\n'/ }"
    confirm "Install with apt?" || die "not installed"
    as_root apt-get update -q
    if [[ ! -e $trixie_source ]]; then
        version=$(candidate qt6-base-dev)
        if ! dpkg --compare-versions "${version/(none)/0}" ge 6.8; then
            [[ $ID == debian && $VERSION_ID == 1[23] ]] ||
                die "Aside needs Qt 6.8 and GCC 14: Debian 12 or newer, Ubuntu 25.10 or newer"
            add_trixie
            as_root apt-get update -q
        fi
    fi
    if [[ -e $trixie_source ]]; then target=(-t trixie); fi
    mapfile -t packages < <(names debian "$@")
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y "${target[@]}" --no-install-recommends \
        "${packages[@]}"
}

# setup_other TITLE LIST CHECK INSTALL GROUP…: CHECK and INSTALL are commands that take package names.
setup_other() {
    local title=$1 list=$2 check=$3 install=$4 packages command
    shift 4
    mapfile -t packages < <(names "$list" "$@")
    read -r -a command <<<"$check"
    if [[ ${#packages[@]} -eq 0 ]] || "${command[@]}" "${packages[@]}" >/dev/null 2>&1; then return 0; fi
    say "$title needs: ${packages[*]}"
    confirm "Install with '$install'?" || die "not installed"
    read -r -a command <<<"$install"
    if [[ ${command[0]} == brew ]]; then "${command[@]}" "${packages[@]}"; else as_root "${command[@]}" "${packages[@]}"; fi
}

# Into build/tools, for this checkout alone. Without npm, or with no network, the tests that need these say that
# they were skipped.
setup_npm() {
    local name version all=() missing=
    [[ $(uname -s)-$(uname -m) == Linux-x86_64 ]] && have npm || return 0
    while read -r name version; do
        all+=("$name@$version")
        if [[ ! -e build/tools/node_modules/$name/package.json ]]; then missing=yes; fi
    done < <(listed npm "$@")
    [[ -n $missing ]] || return 0
    # All at once: npm takes away what it was not asked for.
    say "Fetching ${all[*]} into build/tools"
    npm install --prefix build/tools --no-save --no-audit --no-fund --loglevel=error --ignore-scripts \
        "${all[@]}" >/dev/null || say "npm failed: the tests that ask these tools will be skipped"
}

setup() {
    if [[ $# -eq 0 ]]; then set -- build run test; fi
    local ID='' ID_LIKE='' VERSION_ID=''
    # shellcheck source=/dev/null
    if [[ -r $os_release ]]; then . "$os_release"; fi
    if [[ $(uname -s) == Darwin ]]; then
        setup_other macOS brew "brew list --versions" "brew install" "$@"
        return
    fi
    case " $ID $ID_LIKE " in
    *" debian "* | *" ubuntu "*)
        setup_debian "$@"
        setup_apart "$@"
        ;;
    *" fedora "*) setup_other Fedora fedora "rpm -q" "dnf install -y" "$@" ;;
    *" arch "*) setup_other Arch arch "pacman -Q" "pacman -S --needed --noconfirm" "$@" ;;
    *)
        say "This system is unknown to ./dev. Aside needs what Debian 13 calls:"
        names debian "$@" | sed 's/^/  /' >&2
        say "Going on with what is there."
        ;;
    esac
    setup_npm "$@"
}
