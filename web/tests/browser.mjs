// Pages to test, in a Chromium that is installed.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { assemble } from "./assemble.mjs";

export const say = (text) => process.stdout.write(`${text}\n`);

const CHROMIUM = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));
let browser = null;

/** Ends with a word where there is no Chromium, or the packages of the lock file were not installed. */
export async function skipWithout() {
  const packages = await import("playwright-core").catch(() => null);
  if (!CHROMIUM || !packages) {
    say(`page: not tested: it takes ${CHROMIUM ? "npm ci in web/tests" : "Chromium (apt-get install chromium)"}`);
    process.exit(0);
  }
  browser = await packages.chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
}

export const closeBrowser = () => browser.close();

const out = new URL("out/", import.meta.url);
const made = new Map();

/** The address of a page with the stand-in, made once for each set of its options. */
function addressOf(fake) {
  const key = JSON.stringify(fake);
  if (!made.has(key)) {
    mkdirSync(out, { recursive: true });
    const file = new URL(`fake-${made.size}.html`, out);
    writeFileSync(file, assemble(fake));
    made.set(key, file.href);
  }
  return made.get(key);
}

/**
 * Opens the page. Errors, messages of the console and requests that leave it are kept in `page.trouble`.
 * @param {{fake?: object, file?: string, served?: string, cores?: number, width?: number, height?: number, colours?: "active" | "none", hash?: string}} options
 */
export async function opened({
  fake = {},
  file,
  served,
  cores = 2,
  width = 1280,
  height = 900,
  colours = "none",
  hash = "",
} = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    forcedColors: colours,
    offline: !served,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const address = served ?? (file ? pathToFileURL(file).href : addressOf(fake));
  page.trouble = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.trouble.push(message.text()));
  page.on("pageerror", (error) => page.trouble.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("blob:") && url.split("#")[0] !== address.split("#")[0]) page.trouble.push(`request: ${url}`);
  });
  // What happened, in order: states, and how many workers were started and ended.
  await page.addInitScript((count) => {
    Object.defineProperty(navigator, "hardwareConcurrency", { get: () => count });
    window.happened = { states: [], workers: 0, ended: 0, said: [], cards: [] };
    const Old = window.Worker;
    window.Worker = class extends Old {
      constructor(...given) {
        super(...given);
        window.happened.workers += 1;
      }
      terminate() {
        super.terminate();
        window.happened.ended += 1;
      }
    };
    document.addEventListener("DOMContentLoaded", () => {
      const outcome = document.getElementById("outcome");
      // Other pages of the program have no outcome.
      if (!outcome) return;
      const live = document.getElementById("live");
      new MutationObserver(() => {
        const { state } = outcome.dataset;
        if (window.happened.states.at(-1) !== state) window.happened.states.push(state);
      }).observe(outcome, { attributes: true, attributeFilter: ["data-state"] });
      new MutationObserver(() => window.happened.said.push(live.textContent)).observe(live, { childList: true });
      new MutationObserver(() => {
        const { samples, size, weeks } = outcome.dataset;
        window.happened.cards.push({ samples, size, weeks, html: document.getElementById("cards").innerHTML });
      }).observe(document.getElementById("cards"), { childList: true });
    });
  }, cores);
  await page.goto(address + hash);
  return page;
}

/** Closes a page in which nothing went wrong. */
export async function closed(page, but = () => false) {
  const trouble = page.trouble.filter((text) => !but(text));
  await page.context().close();
  assert.deepEqual(trouble, []);
}

/** Waits until something holds in the page, whose policy lets no text become script. */
export async function wait(page, holds, given, timeout = 20_000) {
  for (const end = Date.now() + timeout; !(await page.evaluate(holds, given)); ) {
    assert.ok(Date.now() < end, `waited in vain for ${holds} ${given}, state ${await stateOf(page)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Waits until the outcome is in a state, with so many samples or more. */
export async function until(page, state, samples = 0, timeout = undefined) {
  await wait(
    page,
    ([state, samples]) => {
      const { dataset } = document.getElementById("outcome");
      return dataset.state === state && Number(dataset.samples ?? 0) >= samples;
    },
    [state, samples],
    timeout,
  );
}

/** Sets a number field, as somebody types it. */
export async function type(page, key, text) {
  await page.locator(`[id="f-${key}"]`).fill(text);
  await page.keyboard.press("Enter");
}

export const stateOf = (page) => page.evaluate(() => document.getElementById("outcome")?.dataset.state);
export const happened = (page) => page.evaluate(() => window.happened);

/** The findings of axe, each in a line. */
export async function findings(page) {
  await page.evaluate(readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  });
}
