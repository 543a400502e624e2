// Puts the page together with a stand-in for the engine, as the program does with the engine itself.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fakeWorker } from "./fake.mjs";

const root = new URL("../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
const pageText = (name) => text(`web/page/${name}`);

/** The script as it is sent: without its comments, which stand on lines of their own, and without indentation. */
export function bare(source) {
  const lines = source.split("\n").map((line) => line.trim());
  return lines.filter((line) => line && !/^(\/\/|\/\*|\*( |\/|$))/.test(line)).join("\n") + "\n";
}

export const script = () =>
  pageText("scripts.txt")
    .trim()
    .split("\n")
    .map((name) => bare(pageText(name)))
    .join("");

const hashOf = (source) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;

/** The page as one file. `wasm`: the engine; without it a fake answers. */
export function assemble({ wasm, ...fake } = {}) {
  const style = text("src/report/style.css") + pageText("page.css");
  const source = script();
  // A module that holds nothing.
  const engine = wasm ?? Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const words = JSON.stringify(JSON.stringify(JSON.parse(text("src/page/words.json"))));
  const worker = wasm ? bare(pageText("worker.js")) : fakeWorker(fake).replace('"{{words}}"', () => words);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(source)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts = {
    style,
    script: source,
    worker,
    engine: gzipSync(engine).toString("base64"),
    policy,
    version: "0.0.0",
  };
  return pageText("page.html").replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
}
