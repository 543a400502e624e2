// Who can use it: by keyboard, on a narrow screen, with other colours, with a screen reader.
import assert from "node:assert/strict";
import { closed, findings, opened, type, until, wait } from "./browser.mjs";

const DOOR = "outreach.door_fte";

/** Lets computing take for ever from a sample on. */
const stall = (page, from) => page.evaluate((from) => change((choice) => (choice.settings["fake.stall"] = from)), from);

/** Brings the page to each of its states in turn. */
const STATES = {
  empty: async (page) => until(page, "empty", 32),
  old: async (page) => {
    await stall(page, 0);
    await until(page, "old", 32);
  },
  first: async (page) => {
    await stall(page, 116);
    await type(page, DOOR, "2,25");
    await until(page, "first", 32);
  },
  settling: async (page) => {
    await page.click("#go");
    await wait(page, () => document.getElementById("outcome").dataset.samples === "16");
  },
  stopped: async (page) => {
    await page.click("#stop");
    await until(page, "stopped");
  },
  settled: async (page) => {
    await stall(page, 1000);
    await until(page, "first", 32);
    for (const samples of ["30", "60"]) {
      await page.click("#go");
      await wait(page, (n) => document.getElementById("outcome").dataset.samples === n, samples);
    }
    await until(page, "settled");
    await page.click("#add-variant");
  },
  "every tab": async (page) => {
    for (const tab of await page.locator("#tabs button").all()) {
      await tab.click();
      const make = page.locator("[role=tabpanel]:not([hidden]) button");
      if (await make.count()) await make.click();
      await page.locator("[role=tabpanel]:not([hidden]) section").waitFor();
    }
  },
  places: async (page) => {
    await page.click("#choose-place");
    await page.locator("#municipality option").first().waitFor();
  },
  sharing: async (page) => {
    await page.keyboard.press("Escape");
    await page.click("#share");
    await page.locator("#link").waitFor();
  },
  refused: async (page) => {
    await page.keyboard.press("Escape");
    await type(page, DOOR, "77");
    await until(page, "refused");
  },
  failed: async (page) => {
    await page.click("#undo");
    await page.click("#all-knobs summary");
    await page.check('[id="f-fake.fail"]');
    await until(page, "failed");
    await page.click("#what-happened summary");
  },
};

const tests = {
  async "the question is answered by keyboard alone in at most 12 actions"() {
    const page = await opened();
    await until(page, "empty", 32);
    let [actions, presses] = [0, 0];
    /** One action: going to a control and using it. */
    const use = async (id, ...keys) => {
      actions += 1;
      for (let i = 0; (await page.evaluate(() => document.activeElement.id)) !== id; i += 1) {
        assert.ok(i < 30, `${id} is too far away`);
        await page.keyboard.press("Tab");
        presses += 1;
      }
      for (const key of keys) await page.keyboard.press(key);
      presses += keys.length;
    };
    const skip = async (name) => {
      actions += 1;
      while ((await page.evaluate(() => document.activeElement.textContent)) !== name) {
        await page.keyboard.press("Tab");
        presses += 1;
      }
      await page.keyboard.press("Enter");
      presses += 1;
    };
    await skip("Ga naar de knoppen");
    assert.equal(await page.evaluate(() => document.activeElement.id), "knobs");
    // Two FTE more are eight steps of a quarter.
    await use(`f-${DOOR}`, "PageUp", "ArrowUp", "ArrowUp", "ArrowUp", "Control+Enter");
    assert.equal(await page.inputValue(`[id="f-${DOOR}"]`), "2,25");
    // The button itself is there as soon as the plan is checked.
    assert.ok(["go", "outcome"].includes(await page.evaluate(() => document.activeElement.id)));
    await until(page, "first", 32);
    await use("go", "Enter");
    await wait(page, () => document.getElementById("outcome").dataset.samples === "30");
    assert.equal(await page.locator("#cards .verdict").count(), 4);
    await use("tab-in-brief", ...Array(5).fill("ArrowRight"));
    await page.locator("#for-whom").waitFor();
    await use("tab-for-whom", "ArrowRight", "ArrowRight");
    await use("panel-certainty", "Tab", "Enter");
    await page.locator("#certainty").waitFor();
    assert.ok(actions <= 12, `${actions} actions`);
    assert.ok(presses <= 60, `${presses} presses`);
    await closed(page);
  },

  async "nothing scrolls sideways at 320 pixels, nor with text twice as large"() {
    for (const [width, text] of [
      [320, 100],
      [1280, 200],
      [360, 100],
      [768, 100],
    ]) {
      const page = await opened({ width });
      await until(page, "empty", 32);
      await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), text);
      await type(page, DOOR, "2,25");
      await until(page, "first", 32);
      await page.click("#add-variant");
      await page.click("#all-knobs summary");
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(wide, 0, `${width} px, text ${text} %`);
      await closed(page);
    }
  },

  async "every target is at least 32 pixels in both directions"() {
    for (const width of [1280, 320]) {
      const page = await opened({ width });
      await until(page, "empty", 32);
      await type(page, DOOR, "2,25");
      await until(page, "first", 32);
      await page.click("#add-variant");
      const small = await page.evaluate(() => {
        const targets = [
          ...document.querySelectorAll(
            "button, select, summary, label:has(input), input:not([type=radio], [type=checkbox], [type=range], [type=file])",
          ),
        ];
        const seen = targets.filter((target) => target.checkVisibility() && !target.closest("#cards, [role=tabpanel]"));
        const sizes = seen.map((target) => [target.outerHTML.slice(0, 90), target.getBoundingClientRect()]);
        return sizes
          .filter(([, { width, height }]) => width < 32 || height < 32)
          .map(([html, { width, height }]) => `${width} x ${height} ${html}`);
      });
      assert.deepEqual(small, []);
      await closed(page);
    }
  },

  async "on a narrow screen the outcome comes first, also for the keyboard"() {
    const page = await opened({ width: 360 });
    await until(page, "empty", 32);
    const first = () => page.evaluate(() => document.getElementById("main").firstElementChild.id);
    assert.equal(await first(), "outcome");
    await page.setViewportSize({ width: 1280, height: 900 });
    await wait(page, () => document.getElementById("main").firstElementChild.id === "knobs");
    await closed(page);
  },

  async "focus is always seen, and never covered"() {
    const page = await opened();
    await until(page, "empty", 32);
    await page.focus("#choose-place");
    for (let i = 0; i < 45; i += 1) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { left, top, width, height } = element.getBoundingClientRect();
        const at = document.elementFromPoint(left + Math.min(width, 20) / 2, top + Math.min(height, 20) / 2);
        const covered = !element.contains(at) && !at?.contains(element);
        return covered || outlineStyle === "none" || outlineWidth === "0px" ? element.outerHTML.slice(0, 120) : null;
      });
      assert.equal(hidden, null);
    }
    await closed(page);
  },
};

for (const width of [1280, 320]) {
  for (const colours of ["none", "active"]) {
    tests[`axe finds nothing in any state, ${width} pixels, forced colours ${colours}`] = async () => {
      const page = await opened({ width, colours });
      for (const [state, reach] of Object.entries(STATES)) {
        await reach(page);
        assert.deepEqual(await findings(page), [], state);
      }
      await closed(page);
    };
  }
}

export default tests;
