// The page as `kantel serve` shows it: `node served.mjs KANTEL`. The same page, answered by the program.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeBrowser, opened, say, skipWithout, type, until } from "./browser.mjs";

await skipWithout();
const server = spawn(process.argv[2], ["serve", "--lang", "en"], { stdio: ["ignore", "pipe", "inherit"] });
try {
  const address = await new Promise((resolve, reject) => {
    server.stdout.once("data", (text) => resolve(String(text).split("\n")[0]));
    server.once("exit", (code) => reject(new Error(`kantel serve ended with ${code}`)));
  });
  const page = await opened({ served: address });
  await until(page, "empty", 8, 60_000);
  assert.ok(!page.url().includes(address.split("#t=")[1]), "the token does not stay in the address");
  await type(page, "outreach.door_fte", "2,25");
  await until(page, "first", 32, 120_000);
  assert.equal(await page.locator("#cards .key-figure").count(), 4);
  const asked = (url) => url === `request: ${address.split("/#")[0]}/ask`;
  assert.deepEqual(page.trouble.filter((trouble) => !asked(trouble)), []);
  say("page: served by the program, and answered by it");
} finally {
  server.removeAllListeners("exit");
  server.kill();
  await closeBrowser();
}
