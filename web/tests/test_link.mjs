// Links, names that hold markup, and what leaves the page.
import assert from "node:assert/strict";
import { closed, opened, type, until } from "./browser.mjs";

/** The same draws each time. */
function draws(state) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const NAMES = [
  "Plan",
  "É één ☂",
  "<img src=x onerror=alert(1)>",
  '"; drop',
  "a".repeat(60),
  "日本",
  "\u202eomgekeerd",
];
const KEYS = [
  "outreach.door_fte",
  "outreach.collective_fte",
  "aftercare.share",
  "purchase.saving",
  "extra.k1",
  "extra.k2",
];

function plan(next) {
  const settings = {};
  for (const key of KEYS) if (next() < 0.5) settings[key] = Math.round(next() * 5000) / 100;
  const lines = [
    `title = ${JSON.stringify(NAMES[Math.floor(next() * NAMES.length)])}`,
    `closure = "hours"`,
    "[levers]",
  ];
  return [...lines, ...Object.entries(settings).map(([k, v]) => `${JSON.stringify(k)} = ${v}`)].join("\n") + "\n";
}

export default {
  async "200 plans go into a link and come back"() {
    const page = await opened();
    await until(page, "empty", 8);
    const next = draws(20);
    const plans = Array.from({ length: 200 }, () => plan(next));
    const back = await page.evaluate(async (plans) => {
      const back = [];
      for (const text of plans) {
        const fragment = await pack(text);
        back.push([fragment.length, /^#k1=[\w-]+$/.test(fragment), await unpack(fragment)]);
      }
      return back;
    }, plans);
    assert.deepEqual(
      back.map(([, , text]) => text),
      plans,
    );
    assert.ok(back.every(([length, form]) => length <= 2000 && form));
    await closed(page);
  },

  async "200 damaged links are refused with a sentence"() {
    const page = await opened();
    await until(page, "empty", 8);
    const next = draws(7);
    const plans = Array.from({ length: 200 }, () => [plan(next), next(), next(), next()]);
    const said = await page.evaluate(async (plans) => {
      const said = [];
      for (const [text, how, where, what] of plans) {
        const fragment = await pack(text);
        const at = 4 + Math.floor(where * (fragment.length - 4));
        const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ %é<";
        const sign = signs[(signs.indexOf(fragment[at]) + 1 + Math.floor(what * (signs.length - 1))) % signs.length];
        const damaged =
          how < 0.4
            ? fragment.slice(0, at) + sign + fragment.slice(at + 1)
            : how < 0.6
              ? fragment.slice(0, at)
              : how < 0.8
                ? fragment + sign
                : fragment.slice(0, at) + fragment.slice(at + 1);
        // The last sign has bits that mean nothing, where it does not end three bytes.
        const last = fragment.slice(0, -1) + signs[signs.indexOf(fragment.at(-1)) ^ 1];
        for (const link of (fragment.length - 4) % 4 ? [damaged, last] : [damaged]) {
          try {
            said.push(`read: ${await unpack(link)}`);
          } catch (error) {
            said.push(error.message);
          }
        }
      }
      return said;
    }, plans);
    assert.deepEqual(
      said.filter((text) => text !== "link.damaged"),
      [],
    );
    // And the page says so, and stands as it was.
    await page.evaluate(() => (location.hash = "#k1=eJwrSazMz0nRLy3OSCxK1S8GAC"));
    await page.locator("#notice").filter({ hasText: "beschadigd" }).waitFor();
    await page.evaluate(() => (location.hash = "#k2=abc"));
    await page.locator("#notice").filter({ hasText: "nieuwere kantel" }).waitFor();
    await closed(page);
  },

  async "a link opens its plan, and loading the page again loses nothing"() {
    const page = await opened();
    await until(page, "empty", 32);
    await type(page, "outreach.door_fte", "2,25");
    await until(page, "first", 32);
    await page.click("#share");
    const link = await page.inputValue("#link");
    assert.match(link, /^#k1=/);
    const other = await opened({ hash: link });
    await until(other, "first", 32);
    assert.equal(await other.inputValue('[id="f-outreach.door_fte"]'), "2,25");
    await closed(other);
    await page.reload();
    await until(page, "first", 32);
    assert.equal(await page.inputValue('[id="f-outreach.door_fte"]'), "2,25");
    await closed(page);
  },

  async "a plan that is too long for a link says what to do"() {
    const page = await opened();
    await until(page, "empty", 32);
    await page.evaluate(() => {
      const next = (x) => (Math.imul(x, 1664525) + 1013904223) >>> 0;
      let x = 1;
      change((choice) => {
        for (let i = 0; i < 400; i += 1) choice.settings[`extra.k${i}`] = x = next(x);
      });
    });
    await until(page, "first", 32);
    await page.click("#share");
    assert.match(await page.locator("#notice").textContent(), /te lang voor een link. Kies Bewaar/);
    await closed(page);
  },

  async "markup in a name is text, wherever it comes"() {
    const page = await opened();
    await until(page, "empty", 32);
    const name = `<img src=x onerror="document.title='x'"><script>document.title='x'</script>`;
    await page.evaluate(
      (name) => openPlan(`title = ${JSON.stringify(name)}\nclosure = "hours"\n[levers]\n"outreach.door_fte" = 3\n`),
      name,
    );
    await until(page, "first", 32);
    await page.click("#add-variant");
    assert.equal(await page.locator("img").count(), 0);
    assert.ok((await page.locator("#notice").textContent()).includes("<img"));
    assert.equal(await page.inputValue("#variants tbody input"), name);
    assert.ok(!(await page.title()).startsWith("x"));
    await closed(page);
  },

  async "opened from a file without a network, no request leaves"() {
    // `opened` is offline in all tests and keeps every request; here the whole way is gone once.
    const page = await opened();
    await until(page, "empty", 32);
    await type(page, "outreach.door_fte", "2,25");
    await until(page, "first", 32);
    const blocked = await page.evaluate(async () => {
      const tries = [fetch("https://example.org"), fetch("file:///etc/hostname")];
      return (await Promise.allSettled(tries)).map(({ status }) => status);
    });
    assert.deepEqual(blocked, ["rejected", "rejected"]);
    await closed(page, (text) => /Content Security Policy|Fetch API|fetch/i.test(text));
  },
};
