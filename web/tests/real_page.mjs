// What must hold of a page with the engine in it: `node run.mjs ../../page/kantel.html`. The whole area is computed for
// the smallest municipality alone.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { closed, findings, happened, opened, stateOf, type, until, wait } from "./browser.mjs";

const DOOR = "outreach.door_fte";
const LONG = 120_000;
const textOf = (page, id) => page.locator(`#${id}`).textContent();

export default {
  async "the file is one, of at most 4 MB, and asks for nothing"(file) {
    assert.ok(statSync(file).size <= 4_000_000, `${statSync(file).size} bytes`);
    const text = readFileSync(file, "utf8");
    for (const mark of ["{{style}}", "{{script}}", "{{policy}}", " src=", "@import", " url("])
      assert.ok(!text.includes(mark), mark);
    const page = await opened({ file });
    await until(page, "empty", 8, LONG);
    await closed(page);
  },

  async "a plan is estimated in the small model, with ranges and without a verdict"(file) {
    const page = await opened({ file, cores: 3 });
    await until(page, "empty", 32, LONG);
    const unnamed = await page.evaluate(() =>
      [...document.querySelectorAll("[data-word]")]
        .filter(({ textContent }) => !textContent || /^[a-z]+\.[a-z.]+$/.test(textContent))
        .map(({ dataset }) => dataset.word),
    );
    assert.deepEqual(unnamed, []);
    assert.deepEqual(await findings(page), [], "empty");
    await type(page, DOOR, "2,25");
    await until(page, "first", 32, LONG);
    assert.equal(await page.locator("#cards .key-figure").count(), 4);
    assert.equal(await page.locator("#cards .verdict").count(), 0);
    assert.deepEqual(await findings(page), [], "first");
    assert.match(await textOf(page, "takes"), /^Duurt /);
    assert.deepEqual((await happened(page)).states, ["empty", "old", "first"]);
    await page.click("#language");
    await wait(
      page,
      () => document.documentElement.lang === "en" && document.getElementById("cards").textContent.includes("Cost"),
      null,
      LONG,
    );
    assert.equal(await page.inputValue(`[id="f-${DOOR}"]`), "2.25");
    assert.deepEqual(await findings(page), [], "English");
    await closed(page);
  },

  async "the same figures come from one worker and from three"(file) {
    const seen = [];
    for (const cores of [2, 4]) {
      const page = await opened({ file, cores });
      await until(page, "empty", 16, LONG);
      const { cards } = await happened(page);
      seen.push(cards.find(({ samples }) => samples === "8")?.html);
      await closed(page);
    }
    assert.ok(seen[0]);
    assert.equal(seen[0], seen[1]);
  },

  async "a value that cannot be is refused at its knob, by the engine's own reason"(file) {
    const page = await opened({ file });
    await until(page, "empty", 8, LONG);
    await type(page, "gate.strictness", "700");
    await until(page, "refused", 0, LONG);
    assert.match(await textOf(page, "e-f-gate\\.strictness"), /^Kan niet: ./);
    await page.click("#undo");
    await until(page, "empty", 8, LONG);
    await closed(page);
  },

  async "plans go into links and files, and come back"(file) {
    const page = await opened({ file });
    await until(page, "empty", 8, LONG);
    const back = await page.evaluate(async () => {
      const choices = [
        {
          name: "É <b>één</b>",
          place: null,
          closure: "extra",
          settings: { "outreach.door_fte": 2.25, "outreach.targeting": "signal" },
          own: { wmo_clients: 81 },
          prices: { team: 81.5, guidance: 70 },
        },
        {
          name: "\"' \\ plan",
          place: places?.municipalities[0].code ?? "GM0344",
          closure: "budget",
          settings: { "outreach.protected": true },
          own: {},
          prices: {},
        },
        { name: "niets", place: null, closure: "hours", settings: {}, own: {}, prices: {} },
      ];
      const back = [];
      for (const choice of choices) {
        const { text, mistakes } = await ask({ ask: "check", choice });
        const opened = await ask({ ask: "open", text: await unpack(await pack(text)) });
        back.push([choice, opened.choice, mistakes]);
      }
      return back;
    });
    for (const [given, found, mistakes] of back) {
      assert.deepEqual(mistakes, []);
      assert.deepEqual(found, given);
    }
    await page.setInputFiles("#file", {
      name: "plan.toml",
      mimeType: "text/plain",
      buffer: Buffer.from("schema_version = 1\n[levers]\noutreach.dor_fte = 3\n"),
    });
    await page.locator("#notice").filter({ hasText: "dor_fte" }).waitFor();
    assert.equal(await stateOf(page), "empty");
    await closed(page);
  },

  async "own figures go into the file and not into the link, and change no figure"(file) {
    const page = await opened({ file });
    await until(page, "empty", 32, LONG);
    const before = await page.locator("#cards").innerHTML();
    await page.click("#own-figures summary");
    await page.fill("#o-own-wmo_clients", "2.345");
    await page.press("#o-own-wmo_clients", "Tab");
    await wait(page, () => study?.check?.text.includes("wmo_clients = 2345"), null, LONG);
    await until(page, "empty", 32, LONG);
    assert.equal(await page.locator("#cards").innerHTML(), before);
    assert.ok(!(await page.evaluate(() => study.check.shared)).includes("2345"));
    assert.deepEqual(await findings(page), [], "own figures");
    await page.fill("#o-own-wmo_clients", "veel");
    await page.press("#o-own-wmo_clients", "Tab");
    await until(page, "refused", 0, LONG);
    assert.match(await textOf(page, "e-o-own-wmo_clients"), /^Kan niet: ./);
    await closed(page);
  },

  async "the whole of a small municipality is computed, with verdicts, parts, report and numbers"(file) {
    const page = await opened({ file, cores: 3 });
    await until(page, "empty", 8, LONG);
    // Schiermonnikoog has 930 residents.
    await page.evaluate(() => change((choice) => Object.assign(choice, { place: "GM0088", closure: "extra" })));
    await until(page, "empty", 32, LONG);
    await type(page, DOOR, "1");
    await until(page, "first", 32, LONG);
    await page.click("#go");
    await wait(page, () => document.getElementById("outcome").dataset.samples === "30", null, 3 * LONG);
    assert.equal(await page.locator("#cards .key-figure").count(), 4);
    assert.equal(await page.locator("#cards .key-figure .verdict").count(), 4);
    // With the bounds the cards say more than the report that is taken along.
    const cards = await page.locator("#cards .key-figure").allTextContents();
    for (const tab of await page.locator("#tabs button").all()) {
      await tab.click();
      const make = page.locator("[role=tabpanel]:not([hidden]) > button");
      if (await make.count()) await make.click();
      const part = (await tab.getAttribute("id")).slice("tab-".length);
      await wait(page, (part) => !!document.querySelector(`#panel-${part} > section`), part, 3 * LONG);
      assert.deepEqual(await findings(page), [], part);
    }
    const taken = async (id) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(id)]);
      return readFileSync(await download.path(), "utf8");
    };
    const text = (html) =>
      html
        .replace(/<[^>]*>/g, "")
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, "&")
        .replace(/\s+/g, " ");
    const report = text(await taken("#report"));
    for (const card of cards) assert.ok(report.includes(card.replace(/\s+/g, " ").trim()), card);
    assert.match(await taken("#csv"), /^base,variant,closure,/);
    await closed(page);
  },

  async "each area of the country can be chosen"(file) {
    const page = await opened({ file });
    await until(page, "empty", 8, LONG);
    await page.click("#choose-place");
    await page.locator("#municipality option").first().waitFor();
    assert.ok((await page.locator("#municipality option").count()) > 300);
    await page.fill("#place-filter", "Overvecht");
    const name = await page.locator("#wijk option:checked").textContent();
    assert.match(name, /Overvecht/);
    await page.fill("#place-filter", "Schiermonnikoog");
    await page.click("#places button[value=choose]");
    await wait(page, () => document.getElementById("place").textContent.includes("Schiermonnikoog"), null, LONG);
    await until(page, "empty", 8, LONG);
    await closed(page);
  },
};
