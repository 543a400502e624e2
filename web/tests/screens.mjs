// The screens of the game as `kantel game serve` shows them: `node screens.mjs KANTEL [FOLDER FOR SCREENSHOTS]`. One person
// plays a session of six rounds at them; axe and the keyboard go along.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeBrowser, findings, opened, say, skipWithout, wait } from "./browser.mjs";

const [, , kantel, shots] = process.argv;
await skipWithout();
const folder = mkdtempSync(join(tmpdir(), "kantel-screens-"));
const session = join(folder, "session");
const size = (process.env.SIZE ?? "--residents 800 --samples 4").split(" ");
execFileSync(kantel, ["game", "new", "--groups", "4", "--number", "12", ...size, "--out", session, "--quiet"]);

async function start() {
  const server = spawn(kantel, ["game", "serve", session, "--lang", "nl"], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    server.stdout.once("data", (text) => resolve(String(text).split("\n")[0]));
    server.once("exit", (code) => reject(new Error(`kantel game serve ended with ${code}`)));
  });
  server.removeAllListeners("exit");
  return { server, address };
}

let { server, address } = await start();
const shot = async (page, name) => shots && (await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true }));
const clean = async (page, where) => assert.deepEqual(await findings(page), [], where);
const idle = (page) => wait(page, () => state?.work === null && state.whole, null, 300_000);
const settled = (page) => wait(page, () => state?.whole, null, 300_000);

try {
  let trainer = await opened({ served: address });
  await idle(trainer);
  assert.ok(!trainer.url().includes("#"), "the token does not stay in the address");
  const room = await opened({ served: await trainer.evaluate(() => document.getElementById("room").href), width: 1920, height: 1080 });
  await wait(room, () => state !== null);
  await clean(trainer, "trainer, before round 1");
  await clean(room, "room, before round 1");
  await shot(trainer, "trainer-0");
  await shot(room, "room-0");

  // The clock and the blank room, by keyboard.
  await trainer.locator("body").press("Space");
  await wait(trainer, () => state.clock.runs);
  await trainer.locator("body").press("z");
  await wait(room, () => state.blank && document.getElementById("event").textContent === "");
  await trainer.locator("body").press("z");
  await wait(room, () => !state.blank);

  // A code that is mistyped is refused, and told.
  await trainer.fill("#code-0", "1A-0KZM-S2F8-HD9");
  await trainer.press("#code-0", "Enter");
  await trainer.locator("#read-0 .wrong").waitFor();
  assert.ok(await trainer.locator("#play").isDisabled());
  await clean(trainer, "a code that is refused");
  await shot(trainer, "trainer-refused");

  const choose = { out: ["2", "0", "0", "0"], scaling: ["0", "1", "0", "2"], learning: ["0", "1", "0", "0"], intake: ["0", "0", "1", "0"] };
  const box = (key) => trainer.locator(`[data-box="${{ out: 1, learning: 6, scaling: 11, intake: 17, expected: 20, sure: 21 }[key]}"]`);
  for (let round = 1; round <= 6; round += 1) {
    if (round > 1) await trainer.locator(`#events input`).nth(1).check();
    for (let group = 0; group < 4; group += 1) {
      await trainer.click(`#hand-${group}`);
      if (round === 1) for (const [key, by] of Object.entries(choose)) await box(key).selectOption(by[group]);
      await box("expected").selectOption(String((round + group) % 3));
      await box("sure").selectOption(String((round * 2 + group) % 5));
      if (round === 1 && group === 0) {
        await clean(trainer, "by hand");
        await shot(trainer, "trainer-hand");
      }
      await trainer.click("#fill");
      await trainer.locator(`#read-${group} .ok`).waitFor();
    }
    if (round === 3) {
      await clean(trainer, "all are read");
      await shot(trainer, "trainer-read");
      await shot(room, "room-event");
    }
    const began = Date.now();
    await trainer.click("#play");
    await wait(trainer, (played) => state.played === played, round);
    await settled(trainer);
    say(`screens: round ${round} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    if (round === 2) {
      await wait(room, () => state.played === 2 && document.querySelectorAll("#bars svg").length === 3);
      await clean(trainer, "after a round");
      await clean(room, "after a round");
      await shot(trainer, "trainer-2");
      await shot(room, "room-2");
      await trainer.click("#lang");
      await shot(trainer, "trainer-2-en");
      await trainer.click("#lang");
    }
    if (round === 4) {
      // Killed, and back at the same standing.
      const before = await trainer.evaluate(() => JSON.stringify([state.standing, state.apart, state.hidden]));
      server.kill("SIGKILL");
      await trainer.context().close();
      const began = Date.now();
      ({ server, address } = await start());
      trainer = await opened({ served: address });
      await wait(trainer, () => state?.standing.axes.length === 3, null, 300_000);
      say(`screens: back with this world in ${((Date.now() - began) / 1000).toFixed(1)} s`);
      await settled(trainer);
      say(`screens: back with every world in ${((Date.now() - began) / 1000).toFixed(1)} s`);
      assert.equal(await trainer.evaluate(() => JSON.stringify([state.standing, state.apart, state.hidden])), before);
    }
  }
  const began = Date.now();
  await wait(trainer, () => state.debrief !== null, null, 900_000);
  say(`screens: debrief ${((Date.now() - began) / 1000).toFixed(1)} s after round 6`);
  const last = await opened({ served: await trainer.evaluate(() => document.getElementById("room").href), width: 1920, height: 1080 });
  await wait(last, () => state !== null && state.revealed === null);
  await trainer.click("#reveal");
  await wait(last, () => document.querySelectorAll("#debrief svg").length === 12);
  await clean(trainer, "debrief");
  await clean(last, "debrief in the room");
  await shot(trainer, "trainer-debrief");
  await shot(last, "room-debrief");
  await last.click("#lang");
  await shot(last, "room-debrief-en");
  assert.match(readFileSync(join(session, "log.toml"), "utf8"), /# 6/);
  const ours = (text) => /^request: .*\/(room\/)?ask$/.test(text);
  assert.deepEqual(trainer.trouble.filter((text) => !ours(text)), []);
  assert.deepEqual(last.trouble.filter((text) => !ours(text)), []);
  say("screens: a session of six rounds was played at them");
} finally {
  server.kill();
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
}
