#!/usr/bin/env bash
# A small comparison by the library alone gives the same bytes natively and in WebAssembly, its report with all figures
# included (`rustup target add wasm32-wasip1`, and Node as the machine that runs it). Where either is missing, it says so
# and checks nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v node >/dev/null || ! rustup target list --installed 2>/dev/null | grep -qx wasm32-wasip1; then
  echo "wasm: not checked: it takes Node and rustup target add wasm32-wasip1"
  exit 0
fi
example=(--locked --no-default-features --features charts --example two_scenarios)
place=${CARGO_TARGET_DIR:-target}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cargo build "${example[@]}" --target wasm32-wasip1
cargo run --quiet "${example[@]}" >"$out/native"
cat >"$out/run.mjs" <<'END'
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";
const wasi = new WASI({ version: "preview1" });
const module = await WebAssembly.compile(await readFile(process.argv[2]));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
END
node --no-warnings "$out/run.mjs" "$place/wasm32-wasip1/debug/examples/two_scenarios.wasm" >"$out/wasm"
cmp "$out/native" "$out/wasm"
# It fails where there is none.
figures=$(grep -c "<svg" "$out/wasm")
echo "wasm: the same $(wc -l <"$out/wasm") lines, $figures of them with figures"
