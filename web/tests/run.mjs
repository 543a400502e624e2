// The tests of the page in headless Chromium (`npm ci` first). Without an argument they run on a page with a stand-in for
// the engine; with the path of a page (`node run.mjs ../../page/kantel.html`) those of that page with its engine run
// instead. Any other argument is a part of the names of the tests that are wanted.
import { readdirSync, existsSync } from "node:fs";
import { closeBrowser, say, skipWithout } from "./browser.mjs";

const wanted = process.argv.slice(2).filter((name) => !existsSync(name) || name.endsWith(".mjs"));
const given = process.argv.slice(2).find((name) => existsSync(name) && name.endsWith(".html"));
await skipWithout();

let [passed, failed] = [0, 0];
const files = readdirSync(new URL(".", import.meta.url)).filter(
  (name) => name.startsWith("test_") || (given && name.startsWith("real_")),
);
for (const file of files.sort()) {
  if (given && file.startsWith("test_")) continue;
  const { default: tests } = await import(`./${file}`);
  for (const [name, test] of Object.entries(tests)) {
    if (wanted.length > 0 && !wanted.some((part) => `${file} ${name}`.includes(part))) continue;
    const start = Date.now();
    try {
      await test(given);
      passed += 1;
      say(`ok   ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      say(`FAIL ${name}\n${error.stack}`);
    }
  }
}
await closeBrowser();
say(`page: ${passed} tests passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
