// What the page does, step by step.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { closed, happened, opened, stateOf, type, until, wait } from "./browser.mjs";

const DOOR = "outreach.door_fte";
const WEEKS = 3120000;
const textOf = (page, id) => page.locator(`#${id}`).textContent();

export default {
  async "the states come in their order, and the page says when figures settle, not with each world"() {
    const page = await opened();
    await until(page, "empty", 32);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
    await page.click("#go");
    await page.locator("#go").filter({ hasText: "meer werelden" }).waitFor();
    assert.equal(
      await textOf(page, "state"),
      "Het hele gebied is doorgerekend. Meer werelden kunnen een oordeel nog veranderen.",
    );
    assert.match(await textOf(page, "doubt"), /te weinig werelden/);
    await page.click("#go");
    await until(page, "settled", 60);
    const { states, said } = await happened(page);
    assert.deepEqual(states, ["empty", "old", "first", "settling", "settled"]);
    assert.deepEqual(
      said,
      [32, 32, 30, 60].map((n) => `Berekend met ${n} werelden.`),
    );
    assert.equal(await page.locator("#cards .verdict").count(), 4);
    await closed(page);
  },

  async "old figures are grey in the moment in which a knob is turned"() {
    const page = await opened({ fake: { delay: 30 } });
    await until(page, "empty", 8);
    const states = await page.evaluate((key) => {
      const field = document.getElementById(`f-${key}`);
      const seen = [];
      const look = () =>
        seen.push([document.getElementById("outcome").dataset.state, document.getElementById("figures").className]);
      field.focus();
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true }));
      look();
      field.dispatchEvent(new KeyboardEvent("keyup", { key: "ArrowUp", bubbles: true }));
      look();
      return seen;
    }, DOOR);
    assert.deepEqual(states, [
      ["old", "old"],
      ["old", "old"],
    ]);
    assert.equal(await page.locator("#old-tag").isVisible(), true);
    assert.equal(await textOf(page, "old-tag"), "hoort bij de vorige stand");
    await until(page, "first", 8);
    assert.equal(await page.locator("#old-tag").isVisible(), false);
    await closed(page);
  },

  async "a knob that is turned and turned back leaves the figures as they were"() {
    const page = await opened();
    await until(page, "empty", 32);
    const { cards, said } = await happened(page);
    await page.focus(`[id="f-${DOOR}"]`);
    await page.keyboard.down("ArrowUp");
    assert.equal(await stateOf(page), "old");
    await page.keyboard.press("Escape");
    await page.keyboard.up("ArrowUp");
    assert.equal(await stateOf(page), "empty");
    await page.keyboard.press("Tab");
    await until(page, "empty", 32);
    assert.equal((await happened(page)).cards.length, cards.length);
    assert.equal((await happened(page)).said.length, said.length);
    await closed(page);
  },

  async "a new setting ends what runs, and only that"() {
    const page = await opened({ fake: { delay: 0, wholeDelay: 60_000 } });
    await until(page, "empty", 32);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
    const before = (await happened(page)).workers;
    assert.equal(before, 1);
    await page.click("#go");
    await type(page, DOOR, "3,25");
    // The course of a minute is gone, else nothing else would come.
    await wait(page, () => document.getElementById("outcome").dataset.size === "small");
    await until(page, "first", 32);
    const { workers, ended } = await happened(page);
    assert.deepEqual([workers, ended], [before + 1, 1]);
    await closed(page);
  },

  async "stopping keeps what stands, and going on starts where it stopped"() {
    const page = await opened({ fake: { wholeDelay: 40 } });
    await until(page, "empty", 32);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
    await page.focus("#go");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "stop");
    await wait(page, () => document.getElementById("outcome").dataset.size === "whole");
    assert.match(await textOf(page, "worlds"), /^\d+ van 30 werelden$/);
    await page.keyboard.press("Enter");
    assert.equal(await stateOf(page), "stopped");
    assert.equal(await page.evaluate(() => document.activeElement.id), "go");
    assert.equal(await textOf(page, "go"), "Ga verder");
    const weeks = await page.locator("#outcome").getAttribute("data-weeks");
    await page.keyboard.press("Enter");
    await wait(page, () => document.getElementById("outcome").dataset.samples === "30");
    const { small, whole } = { small: WEEKS, whole: 26700000 };
    assert.ok(Number(weeks) < 32 * small + 66 * whole);
    const all = Number(await page.locator("#outcome").getAttribute("data-weeks"));
    // The course that was cut off ran twice, no other.
    assert.equal(all, 32 * small + 66 * whole);
    await closed(page);
  },

  async "a plan that is not possible is told at its knob, and focus moves only when asked"() {
    const page = await opened();
    await until(page, "empty", 32);
    await type(page, DOOR, "77");
    await until(page, "refused");
    const field = page.locator(`[id="f-${DOOR}"]`);
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    assert.match(
      await textOf(page, `e-f-${DOOR}`.replaceAll(".", "\\.")),
      /^Kan niet: 77 fte is te veel. Kan wel: 0 tot en met 50. Neem een lager getal./,
    );
    assert.ok((await field.getAttribute("aria-describedby")).includes(`e-f-${DOOR}`));
    assert.equal(await page.locator("#go").isVisible(), false);
    await page.focus("#undo");
    await page.click("#mistakes button");
    assert.equal(await page.evaluate(() => document.activeElement.id), `f-${DOOR}`);
    await type(page, DOOR, "twee");
    await until(page, "refused");
    assert.match(await textOf(page, `e-f-${DOOR}`.replaceAll(".", "\\.")), /geen getal/);
    await type(page, DOOR, "2");
    await until(page, "first", 32);
    assert.equal(await field.getAttribute("aria-invalid"), null);
    await closed(page);
  },

  async "when the engine goes wrong the plan stays, and trying again is offered"() {
    const page = await opened();
    await until(page, "empty", 32);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
    await page.click("#all-knobs summary");
    await page.check('[id="f-fake.fail"]');
    await until(page, "failed");
    assert.match(await textOf(page, "why-failed"), /panicked/);
    assert.equal(await page.inputValue(`[id="f-${DOOR}"]`), "2,25");
    assert.ok((await happened(page)).said.includes("Het rekenen ging mis. Uw plan staat er nog, er is niets kwijt."));
    await page.click("#go");
    await until(page, "failed");
    await page.click("#undo");
    await until(page, "first", 32);
    assert.equal(await page.inputValue(`[id="f-${DOOR}"]`), "2,25");
    await closed(page);
  },

  async "the first range costs no more than its courses, and those of now are computed once"() {
    for (const cores of [2, 5]) {
      // Courses take longer than readings by far, as they do outside tests.
      const page = await opened({ cores, fake: { delay: 60 } });
      await until(page, "empty", 32);
      const lanes = cores - 1;
      const first = async () => {
        const { cards } = await happened(page);
        const { weeks, samples } = cards.findLast(({ samples }) => samples === "8") ?? cards[0];
        assert.equal(samples, "8");
        return Number(weeks);
      };
      const empty = await first();
      assert.ok(empty <= (8 + 2 * lanes) * WEEKS, `${empty}`);
      assert.equal(Number(await page.locator("#outcome").getAttribute("data-weeks")), 32 * WEEKS);
      await type(page, DOOR, "2,25");
      await until(page, "first", 32);
      assert.ok((await first()) <= (8 + 2 * lanes) * WEEKS);
      assert.equal(Number(await page.locator("#outcome").getAttribute("data-weeks")), 32 * WEEKS);
      await closed(page);
    }
  },

  async "figures are those of the number of samples, in whatever order workers finish"() {
    const seen = [];
    for (const cores of [2, 3, 5]) {
      const page = await opened({ cores, fake: { delay: 5, uneven: true } });
      await until(page, "empty", 32);
      await type(page, DOOR, "2,25");
      await until(page, "first", 32);
      const { cards } = await happened(page);
      const own = cards.filter(({ html }) => html.includes("key-figure"));
      seen.push(Object.fromEntries(own.map(({ samples, html }) => [samples, html])));
      assert.ok("32" in seen.at(-1));
      await closed(page);
    }
    for (const other of seen.slice(1)) {
      for (const [samples, html] of Object.entries(other)) {
        if (seen[0][samples]) assert.equal(html, seen[0][samples]);
      }
    }
  },

  async "the language changes, the plan does not"() {
    const page = await opened();
    await until(page, "empty", 32);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
    await page.click("#add-variant");
    await page.click("#language");
    await wait(
      page,
      () => document.documentElement.lang === "en" && document.querySelector("#lead").textContent.startsWith("The"),
    );
    assert.equal(await page.inputValue(`[id="f-${DOOR}"]`), "2.25");
    assert.equal(await page.inputValue("#plan-name"), "My plan");
    assert.equal(await page.evaluate(() => document.activeElement.id), "language");
    // Nothing was computed again.
    assert.equal(await page.locator("#outcome").getAttribute("data-weeks"), "0");
    // What runs goes on.
    await page.evaluate(() => change((choice) => (choice.settings["fake.stall"] = 116)));
    await until(page, "first", 32);
    await page.click("#go");
    await wait(page, () => document.getElementById("outcome").dataset.samples === "16");
    await page.click("#language");
    await wait(
      page,
      () =>
        document.documentElement.lang === "nl" &&
        document.getElementById("worlds").textContent === "16 van 30 werelden",
    );
    assert.equal(await stateOf(page), "settling");
    // What was computed in part stands as stopped when one comes back to it.
    await page.click("#undo");
    await until(page, "first", 32);
    await page.evaluate(() => change((choice) => (choice.settings["fake.stall"] = 116)));
    await until(page, "stopped", 16);
    assert.equal(
      await page
        .locator("[data-word]:not([hidden])")
        .filter({ hasText: /^[a-z]+\.[a-z.]+$/ })
        .count(),
      0,
    );
    await closed(page);
  },

  async "undo goes back step by step"() {
    const page = await opened();
    await until(page, "empty", 32);
    assert.equal(await page.locator("#undo").isDisabled(), true);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
    await page.check("input[value=extra]");
    await wait(page, () => !document.getElementById("f-team.fte").readOnly);
    await type(page, "team.fte", "25");
    await page.click("#undo");
    assert.equal(await page.inputValue('[id="f-team.fte"]'), "20");
    await page.click("#undo");
    await wait(page, () => document.getElementById("f-team.fte").readOnly);
    assert.equal(await page.isChecked("input[value=hours]"), true);
    await page.click("#undo");
    await until(page, "empty", 32);
    assert.equal(await page.inputValue(`[id="f-${DOOR}"]`), "0,25");
    await closed(page);
  },

  async "numbers are read as they are written here, and turned by keys, buttons and slider"() {
    const page = await opened();
    await until(page, "empty", 32);
    const field = page.locator(`[id="f-${DOOR}"]`);
    const read = await page.evaluate(() => {
      const all = [];
      for (const lang of ["nl", "en"]) {
        page.lang = lang;
        all.push(
          ["2,25", "2.25", "1.500", "1,500", "-3", "1.234.567,8", "€ 400.000", "", "2e3", "1,2,3"].map((text) =>
            numberIn(text, 1e6).number,
          ),
        );
        all.push(["1.500", "1,500"].map((text) => numberIn(text, 999)).map(({ number, why }) => why ?? number));
      }
      page.lang = "nl";
      return JSON.stringify(all);
    });
    assert.deepEqual(JSON.parse(read), [
      [2.25, 2.25, 1500, 1.5, -3, 1234567.8, 400000, null, null, null],
      ["Bedoelt u 1500 of 1,5? Schrijf het zo.", 1.5],
      [2.25, 2.25, 1.5, 1500, -3, null, 400, null, null, null],
      [1.5, "Bedoelt u 1500 of 1.5? Schrijf het zo."],
    ]);
    await field.focus();
    for (const [key, value] of [
      ["ArrowUp", "0,5"],
      ["PageUp", "1,75"],
      ["PageDown", "0,5"],
      ["ArrowDown", "0,25"],
      ["PageDown", "0"],
    ]) {
      await page.keyboard.press(key);
      assert.equal(await field.inputValue(), value);
    }
    await page.getByRole("button", { name: "Meer: Huisbezoek" }).click();
    assert.equal(await field.inputValue(), "0,25");
    await page.evaluate((key) => {
      const slider = document.getElementById(`f-${key}`).closest(".dial").querySelector("[type=range]");
      slider.value = 3.1;
      slider.dispatchEvent(new Event("input"));
    }, DOOR);
    assert.deepEqual([await field.inputValue(), await stateOf(page)], ["3", "old"]);
    assert.equal(await field.getAttribute("aria-valuetext"), "3 fte");
    await closed(page);
  },

  async "what equal hours lock goes back to now, and says so"() {
    const page = await opened();
    await until(page, "empty", 32);
    const field = page.locator('[id="f-team.fte"]');
    assert.equal(await field.getAttribute("aria-readonly"), "true");
    assert.match(await textOf(page, "n-f-team\\.fte"), /Staat vast: de uren/);
    await page.check("input[value=extra]");
    await wait(page, () => !document.getElementById("f-team.fte").readOnly);
    await type(page, "team.fte", "25");
    await until(page, "first", 32);
    await page.check("input[value=hours]");
    await until(page, "empty", 32);
    assert.equal(await field.inputValue(), "20");
    assert.equal(await textOf(page, "notice-text"), "Omvang staat weer op de stand van nu.");
    await closed(page);
  },

  async "variants are added, renamed, copied, used and removed"() {
    const page = await opened();
    await until(page, "empty", 32);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
    await page.fill("#plan-name", "A <b>vet</b>");
    await page.keyboard.press("Tab");
    await until(page, "first", 32);
    await page.click("#add-variant");
    const rows = page.locator("#variants tbody tr");
    assert.equal(await rows.count(), 1);
    assert.match(await rows.first().textContent(), /minder.*snelle schatting/);
    assert.equal(await page.locator("#variants b b").count(), 0);
    await page.click("#go");
    await wait(page, () => document.getElementById("outcome").dataset.samples === "30");
    assert.match(await rows.first().textContent(), /▼ beter/);
    await rows
      .first()
      .getByRole("button", { name: /^Kopieer/ })
      .click();
    assert.equal(await rows.count(), 2);
    assert.equal(await rows.nth(1).locator("input").inputValue(), "A <b>vet</b> 2");
    await rows.nth(1).locator("input").fill("B");
    await page.keyboard.press("Enter");
    await page.locator("#variants").getByRole("button", { name: "Verwijder: B" }).waitFor();
    await page.click("#undo");
    await page.click("#undo");
    await until(page, "empty", 30);
    await page.getByRole("button", { name: "Gebruik: B" }).click();
    await wait(page, () => document.getElementById("outcome").dataset.size === "whole");
    assert.equal(await page.inputValue(`[id="f-${DOOR}"]`), "2,25");
    assert.equal(await page.inputValue("#plan-name"), "B");
    await page.getByRole("button", { name: "Verwijder: B" }).click();
    assert.equal(await rows.count(), 1);
    await closed(page);
  },

  async "plans of one area with as many worlds stand beside each other"() {
    const page = await opened();
    await until(page, "empty", 32);
    for (const [value, name] of [
      ["2", "Twee"],
      ["3", "<i>Drie</i>"],
    ]) {
      await type(page, DOOR, value);
      await until(page, "first", 32);
      await page.fill("#plan-name", name);
      await page.keyboard.press("Enter");
      await page.click("#add-variant");
    }
    await page.locator("#edge figcaption").waitFor();
    assert.equal(await textOf(page, "edge"), "Twee 32,<i>Drie</i> 32Dit zijn snelle schattingen.");
    // One of them is computed whole: they are no longer of the same kind.
    await page.click("#go");
    await wait(page, () => document.getElementById("outcome").dataset.samples === "30");
    await page.locator("#edge").filter({ hasText: "Zet twee plannen" }).waitFor();
    await closed(page);
  },

  async "own prices are of the plan and of now, and go along in a file"() {
    const page = await opened();
    await until(page, "empty", 32);
    await page.click("#own-prices summary");
    await page.fill("#o-prices-team", "81,5");
    await page.keyboard.press("Enter");
    await page.locator("#prices").waitFor();
    assert.equal(await page.evaluate(() => page.choice.prices.team), 81.5);
    await page.fill("#o-prices-team", "62.500");
    await page.keyboard.press("Tab");
    await page.locator("#e-o-prices-team").filter({ hasText: "Bedoelt u 62500 of 62,5?" }).waitFor();
    await page.fill("#o-prices-team", "");
    await page.keyboard.press("Enter");
    await wait(page, () => document.getElementById("prices").hidden);
    await closed(page);
  },

  async "an area is found by a part of its name"() {
    const page = await opened();
    await until(page, "empty", 32);
    await page.click("#choose-place");
    await page.fill("#place-filter", "sudwest");
    assert.equal(await page.locator("#municipality option").count(), 1);
    await page.selectOption("#wijk", "WK00072");
    await page.click("#places button[value=choose]");
    await wait(page, () => document.getElementById("place").textContent === "WK00072");
    await until(page, "empty", 32);
    await page.click("#choose-place");
    await page.fill("#place-filter", "Wijk 12-2");
    assert.equal(await page.inputValue("#wijk"), "WK00122");
    await page.fill("#place-filter", "nergens");
    assert.equal(await page.locator("#no-place").isVisible(), true);
    // The first empties the field, the second closes the dialog.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    assert.equal(await textOf(page, "place"), "WK00072");
    await page.click("#undo");
    await wait(page, () => document.getElementById("place").textContent === "Overvecht");
    await closed(page);
  },

  async "a part that takes computing waits for a button, others come with the tab"() {
    const page = await opened();
    await until(page, "empty", 32);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
    await page.click("#tab-why");
    assert.match(await textOf(page, "panel-why"), /Reken dat eerst door/);
    await page.click("#tab-over-time");
    await page.locator("#panel-over-time details summary").click();
    await page.focus("#panel-over-time summary");
    await page.click("#tab-for-whom");
    await page.locator("#panel-for-whom button").waitFor();
    await page.click("#tab-over-time");
    await page.focus("#panel-over-time summary");
    // The focus and what is open stay when a new reading comes.
    await page.evaluate(() => document.getElementById("go").click());
    await wait(page, () => document.getElementById("panel-over-time").textContent.includes("Na 30"));
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
    assert.equal(await page.locator("#panel-over-time details[open]").count(), 1);
    await page.click("#cards a[href='#certainty'] >> nth=0");
    assert.equal(await page.evaluate(() => document.activeElement.id), "panel-certainty");
    await page.click("#panel-certainty button");
    await page.locator("#certainty").waitFor();
    assert.ok((await happened(page)).said.includes("Dit deel is klaar."));
    // One that takes long keeps nothing else waiting, is still being made after another tab, and can be stopped.
    await page.evaluate(() => change((choice) => (choice.settings["fake.stall"] = 999)));
    await page.evaluate(() => document.getElementById("go").click());
    await wait(page, () => document.getElementById("outcome").dataset.samples === "30");
    await page.click("#tab-why");
    await page.click("#panel-why button");
    await page.click("#tab-who-pays");
    await page.locator("#who-pays").waitFor();
    await page.click("#tab-why");
    await page.click("#panel-why button:text('Stop')");
    await page.locator("#panel-why").getByRole("button", { name: "Reken dit deel uit" }).waitFor();
    assert.ok(!page.url().includes("#certainty"));
    await closed(page);
  },

  async "the plan, the report and the numbers are taken along, and a plan is opened"() {
    const page = await opened();
    await until(page, "empty", 32);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
    await page.click("#report");
    assert.match(await textOf(page, "notice-text"), /Reken eerst/);
    const taken = async (id) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(id)]);
      return [download.suggestedFilename(), readFileSync(await download.path(), "utf8"), await download.path()];
    };
    const [name, toml] = await taken("#save");
    assert.equal(name, "mijn-plan.toml");
    assert.match(toml, /"outreach.door_fte" = 2.25/);
    await page.click("#go");
    await wait(page, () => document.getElementById("outcome").dataset.samples === "30");
    assert.match((await taken("#report"))[0], /^report-mijn-plan-.*\.html$/);
    const [csv, rows] = await taken("#csv");
    assert.match(csv, /^comparison-mijn-plan-.*\.csv$/);
    assert.equal(rows, "base,variant\n");
    assert.match(await textOf(page, "command"), /^kantel compare/);
    await page.click("#undo");
    await until(page, "empty", 30);
    await page.setInputFiles("#file", { name: "plan.toml", mimeType: "text/plain", buffer: Buffer.from(toml) });
    await wait(page, () => document.getElementById("f-outreach.door_fte").value === "2,25");
    await page.setInputFiles("#file", { name: "plan.toml", mimeType: "text/plain", buffer: Buffer.from("<script>") });
    await page.locator("#notice").filter({ hasText: "Regel 1, teken 1: geen TOML." }).waitFor();
    assert.equal(await page.inputValue(`[id="f-${DOOR}"]`), "2,25");
    await closed(page);
  },
};
