#!/bin/sh
# Finds a Chromium for the browser tests, installs one if there is none, and prints its path.
# Order: the one named in CHROMIUM, the system's own, the one Playwright fetched before,
# the system package (as root, where there is apt-get), Playwright's installer.
# Where none works, one line says what to do.
set -eu
cd "${0%/*}/.."

stop() {
    printf 'Set-up stopped: %s\n' "$1" >&2
    exit 1
}

# A package may be an empty shell (Ubuntu's leads to snap), so a browser counts only if it starts.
use_if_it_starts() {
    if [ -n "$1" ] && "$1" --version >/dev/null 2>&1; then
        echo "$1"
        exit 0
    fi
}

# The shell without windows is the same browser, and a third quicker to test with.
use_system() {
    for name in chromium-headless-shell chromium chromium-browser google-chrome; do
        use_if_it_starts "$(command -v $name || true)"
    done
}

use_playwright() {
    use_if_it_starts "$(.venv/bin/python scripts/playwright_chromium.py 2>/dev/null || true)"
}

if [ -n "${CHROMIUM:-}" ]; then
    use_if_it_starts "$CHROMIUM"
    stop "CHROMIUM=$CHROMIUM does not start: name another with make test CHROMIUM=/path/to/chromium, or leave it out"
fi
use_system
use_playwright

log=.venv/chromium.log
echo "Set-up: no Chromium here yet, installing one for the browser tests" >&2
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update >"$log" 2>&1 </dev/null || true
    for package in chromium-headless-shell chromium; do
        apt-get install -y --no-install-recommends $package >>"$log" 2>&1 </dev/null || true
        use_system
    done
fi
.venv/bin/python -m playwright install chromium >>"$log" 2>&1 </dev/null || true
use_playwright

stop "no Chromium for the browser tests: install one, for example with apt-get install chromium, or name yours with make test CHROMIUM=/path/to/chromium (details in $log)"
