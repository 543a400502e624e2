#!/usr/bin/env bash
# The page from what is in the repository: built anew, with the same answers as the native program, and tried in a
# browser. Without the target for WebAssembly, Node or a browser it says what was not checked.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v node >/dev/null || ! rustup target list --installed 2>/dev/null | grep -qx wasm32-wasip1; then
  echo "page: not checked: it takes Node and rustup target add wasm32-wasip1"
  exit 0
fi
place=${CARGO_TARGET_DIR:-target}
page=$(realpath "$place")/kantel.html
program=$(realpath "$place")/release/kantel
cargo run --quiet --locked -p kantel-web -- "$page"
node web/tests/same.mjs "$place/wasm32-wasip1/web/kantel-engine.wasm" "$program"
cd web/tests
if ! npm ci --silent --no-audit --no-fund; then
  echo "page: not tried in a browser: npm cannot be had"
  exit 0
fi
node run.mjs
node run.mjs "$page"
node served.mjs "$program"
node screens.mjs "$program"
