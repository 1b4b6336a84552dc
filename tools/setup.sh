#!/bin/sh
# Makes .venv with .venv/bin/kiosk, and installs the system libraries that are missing.
# Does nothing when nothing changed. make setup calls it; so does every other make target.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:/usr/sbin:/sbin"

VENV=.venv
STAMP=$VENV/.made-from
LOG=${TMPDIR:-/tmp}/mot-cua-setup.$$.log
trap 'rm -f "$LOG"' EXIT

# Shared library -> Debian package. Without the first group no window opens, not even offscreen.
NEEDED='
libEGL.so.1:libegl1
libGL.so.1:libgl1
libdbus-1.so.3:libdbus-1-3
libfontconfig.so.1:libfontconfig1
libfreetype.so.6:libfreetype6
libgssapi_krb5.so.2:libgssapi-krb5-2
libgthread-2.0.so.0:libglib2.0-0
libX11.so.6:libx11-6
libxkbcommon.so.0:libxkbcommon0
'
# Without the second, none opens on a screen and no system printer is found.
FOR_SCREENS='
libX11-xcb.so.1:libx11-xcb1
libcups.so.2:libcups2
libwayland-client.so.0:libwayland-client0
libwayland-cursor.so.0:libwayland-cursor0
libwayland-egl.so.1:libwayland-egl1
libxcb-cursor.so.0:libxcb-cursor0
libxcb-glx.so.0:libxcb-glx0
libxcb-icccm.so.4:libxcb-icccm4
libxcb-image.so.0:libxcb-image0
libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-randr.so.0:libxcb-randr0
libxcb-render-util.so.0:libxcb-render-util0
libxcb-render.so.0:libxcb-render0
libxcb-shape.so.0:libxcb-shape0
libxcb-shm.so.0:libxcb-shm0
libxcb-sync.so.1:libxcb-sync1
libxcb-util.so.1:libxcb-util1
libxcb-xfixes.so.0:libxcb-xfixes0
libxcb-xkb.so.1:libxcb-xkb1
libxkbcommon-x11.so.0:libxkbcommon-x11-0
'

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }

# What this .venv was made from: the dependencies, this script, and where the tree lies.
key() {
    { cat pyproject.toml constraints.txt tools/setup.sh; pwd; } | cksum
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

can_be_root() {
    [ "$(id -u)" -eq 0 ] || { has sudo && sudo -n true 2>/dev/null; }
}

apt_updated=no
apt_install() {
    [ "$apt_updated" = yes ] || as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o DPkg::Lock::Timeout=120 update >"$LOG" 2>&1 || true
    apt_updated=yes
    if as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
        -o DPkg::Lock::Timeout=120 install "$@" >"$LOG" 2>&1; then
        return 0
    fi
    tail -n 5 "$LOG" >&2
    return 1
}

missing_packages() {
    libraries=$(ldconfig -p)
    for pair in $1; do
        case "$libraries" in
            *"${pair%%:*} "*) ;;
            *) printf '%s ' "${pair#*:}" ;;
        esac
    done
}

# Liberation before 2.0 lacks Vietnamese letters. Debian 12 calls the good one fonts-liberation2,
# Debian 13 and Ubuntu 24.04 call it fonts-liberation.
version_of() { dpkg-query -W -f '${db:Status-Abbrev}${Version}' "$1" 2>/dev/null | sed -n 's/^ii *\(.:\)\{0,1\}//p'; }
offered_of() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *\(.:\)\{0,1\}\([0-9]\)/\2/p'; }

fonts_present() {
    for package in fonts-liberation2 fonts-liberation; do
        case "$(version_of "$package")" in '' | 1.*) ;; *) return 0 ;; esac
    done
    return 1
}

fonts_package() {
    case "$(offered_of fonts-liberation)" in '' | 1.*) echo fonts-liberation2 ;; *) echo fonts-liberation ;; esac
}

system_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    if ! has ldconfig || ! has dpkg-query || ! has apt-get; then
        say "Máy không dùng gói Debian: xin tự cài các thư viện hệ thống của Qt 6 và phông Liberation 2."
        say "This system has no Debian packages: please install Qt 6's system libraries and Liberation 2 fonts yourself."
        return 0
    fi
    needed=$(missing_packages "$NEEDED")
    screens=$(missing_packages "$FOR_SCREENS")
    fonts=
    fonts_present || fonts=yes
    [ -n "$needed$screens$fonts" ] || return 0

    if can_be_root; then
        say "Đang cài thư viện hệ thống còn thiếu / installing missing system libraries ..."
        [ -z "$fonts" ] || {
            as_root apt-get -qq -o DPkg::Lock::Timeout=120 update >"$LOG" 2>&1 || true
            apt_updated=yes
            fonts=$(fonts_package)
        }
        # shellcheck disable=SC2086  # a list of names
        if apt_install $needed $screens $fonts; then return 0; fi
        say "Không cài được. Sau khi máy vào được kho gói Debian, xin chạy lại lệnh này."
        say "Could not install them. Run this again once the machine reaches its Debian packages."
    else
        [ -z "$fonts" ] || fonts=$(fonts_package)
        find_python usable >/dev/null || fonts="$fonts python3 python3-venv"
    fi
    say "Còn thiếu / missing: $needed$screens$fonts"
    say "Người quản trị máy xin chạy / an administrator of this machine runs:"
    say "  sudo apt-get update && sudo apt-get install $needed$screens$fonts"
    [ -z "$needed$fonts" ] || exit 1
    say "Vẫn chạy được không cần màn hình / headless runs still work."
}

usable() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

PYTHONS='python3 python3.11 python3.12 python3.13 python3.14 /usr/bin/python3'
find_python() {
    for candidate in $PYTHONS; do
        if has "$candidate" && "$1" "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

choose_python() {
    python=$(find_python usable) && return 0
    if has apt-get && can_be_root; then
        say "Đang cài Python / installing Python ..."
        packages='python3 python3-venv'
        if bare=$(find_python recent); then
            packages="$packages $("$bare" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        fi
        # shellcheck disable=SC2086  # a list of names
        apt_install $packages || apt_install python3 python3-venv || true
        python=$(find_python usable) && return 0
    fi
    say "Cần Python 3.11 trở lên, có mô-đun venv. Xin chạy: sudo apt-get install python3 python3-venv"
    say "Python 3.11 or newer with its venv module is needed: sudo apt-get install python3 python3-venv"
    exit 1
}

make_venv() {
    place=$(cat "$VENV/.place" 2>/dev/null || true)
    if [ "$place" != "$(pwd)" ] || ! "$VENV/bin/python" -c 'import pip' 2>/dev/null; then
        choose_python
        rm -rf "$VENV"
        "$python" -m venv "$VENV"
        pwd >"$VENV/.place"
    fi
    say "Đang cài các gói Python, xin chờ vài phút / installing Python packages, a few minutes ..."
    if ! "$VENV/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
        --retries 3 -c constraints.txt -e '.[dev]' >"$LOG" 2>&1; then
        tail -n 15 "$LOG" >&2
        say ""
        if grep -qiE 'connection|timed out|retrying|name resolution|no matching distribution' "$LOG"; then
            say "Chưa tải được gói Python nào đó vì máy không tới được kho gói. Những gì đã có vẫn giữ nguyên;"
            say "xin kiểm tra mạng (hoặc cấu hình pip) rồi chạy lại: make setup"
            say "pip could not reach its package index. Check the network or pip's configuration, then: make setup"
        else
            say "pip không cài được (lý do ở trên). Xin sửa rồi chạy lại: make setup"
            say "pip could not install (reason above). Then run again: make setup"
        fi
        exit 1
    fi
}

if [ -x "$VENV/bin/kiosk" ] && [ "$(cat "$STAMP" 2>/dev/null)" = "$(key)" ]; then
    exit 0
fi
system_libraries
make_venv
key >"$STAMP"
say "Đã sẵn sàng / ready: $VENV/bin/kiosk"
