#!/bin/sh
# Makes .venv ready. `make` calls it; nobody needs to call it by hand.
#   scripts/setup.sh run   what the product needs (requirements.txt)
#   scripts/setup.sh dev   that and the developers' tools (requirements-dev.txt)
# Nothing happens when the lock is the one that is installed already. When the machine
# lacks something, one line says what is wrong and what to do.
set -eu
cd "${0%/*}/.."

stop() {
    printf 'Set-up stopped: %s\n' "$1" >&2
    exit 1
}

must_be_writable() {
    [ -w "$1" ] ||
        stop "this folder cannot be written by $(id -un): give yourself the right to write to $PWD, or copy the project to a folder of your own"
}

version() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || echo "missing or broken"
}

venv_is_sound() {
    [ "$(version .venv/bin/python)" = 3.11 ] && .venv/bin/python -c 'import pip' >/dev/null 2>/dev/null
}

find_python() {
    for python in python3.11 python3; do
        [ "$(version "$python")" = 3.11 ] && return
    done
    stop "Python 3.11 was not found (python3 is $(version python3)): install it, for example with apt-get install python3.11 python3.11-venv, or name yours with make run PYTHON=/path/to/python3.11"
}

make_venv() {
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
        stop "$python has no venv module: install it, for example with apt-get install python3.11-venv"
    "$python" -m venv --clear .venv >/dev/null 2>&1 ||
        stop "$python could not make a virtual environment in .venv: is the disk full? $python -m venv .venv shows the reason"
}

install_lock() {
    .venv/bin/python -m pip install --disable-pip-version-check --require-hashes -r scripts/uv.txt &&
        .venv/bin/uv pip sync --python .venv/bin/python --compile-bytecode --require-hashes "$lock" &&
        return
    echo "uv could not do it; the same with pip:"
    .venv/bin/python -m pip install --disable-pip-version-check --require-hashes -r "$lock"
}

# A Python that was named must be the right one, even when .venv is ready.
python=${PYTHON:-}
if [ -n "$python" ] && [ "$(version "$python")" != 3.11 ]; then
    stop "PYTHON=$python is not Python 3.11 (it is $(version "$python")): name another with make run PYTHON=/path/to/python3.11"
fi

# The tools stay once they are there: `make run` after `make test` takes nothing away.
lock=requirements.txt
if [ "${1:-run}" = dev ] || [ -e .venv/bin/pytest ]; then lock=requirements-dev.txt; fi

# Checks write their caches here, so a checkout that cannot be written is of no use to them.
if [ "${1:-run}" = dev ]; then must_be_writable .; fi

sound=no
if venv_is_sound; then sound=yes; fi
if [ $sound = yes ] && cmp -s "$lock" .venv/installed.txt; then exit 0; fi

if [ $sound = no ] && [ -z "$python" ]; then find_python; fi
must_be_writable .
if [ -e .venv ]; then must_be_writable .venv; fi
if [ $sound = no ]; then make_venv; fi

echo "Set-up: installing $lock into .venv (only when it changed; a minute at most, usually less)"
export UV_PYTHON_DOWNLOADS=never
rm -f .venv/installed.txt
install_lock >.venv/setup.log 2>&1 ||
    stop "the libraries of $lock could not be installed: check the network and the disk, then run make again (details in .venv/setup.log)"
cp "$lock" .venv/installed.txt
