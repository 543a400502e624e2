// What can be seen without opening the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { bare, script } from "./assemble.mjs";

const text = (name) => readFileSync(new URL(`../page/${name}`, import.meta.url), "utf8");
const rust = ["choice", "knobs", "mistakes", "prices", "reading", "words"].map((name) => readFileSync(new URL(`../../src/page/${name}.rs`, import.meta.url), "utf8")).join("\n");
const words = JSON.parse(readFileSync(new URL("../../src/page/words.json", import.meta.url), "utf8"));
const scripts = text("scripts.txt").trim().split("\n");
const sources = [...scripts, "page.html"].map(text).join("\n");

export default {
  async "the scripts stay small: 54 kB as they are sent, 17 kB packed"() {
    const sent = script() + bare(text("worker.js"));
    assert.ok(Buffer.byteLength(sent) < 54_000, `${Buffer.byteLength(sent)} bytes`);
    assert.ok(gzipSync(sent).length < 17_000, `${gzipSync(sent).length} bytes`);
  },

  async "every word that is used is there in both languages, and every word that is there is used"() {
    const used = new Set([...(sources + rust).matchAll(/["'`]([a-z]+(?:[.-][a-z-]+)*)["'`]/g)].map(([, key]) => key));
    const missing = [...sources.matchAll(/(?:word\(|data-word=|data-label=)"([^"$]+)"/g)]
      .map(([, key]) => key)
      .filter((key) => !words[key]);
    assert.deepEqual(missing, []);
    const made = /^(closure|tab|state|group|mechanism)\./;
    const ofKnob = (key) => key.startsWith("knob.") && rust.includes(`"${key.slice(5)}"`);
    const isUsed = (key) => used.has(key) || used.has(key.replace(/\.of$/, "")) || made.test(key) || ofKnob(key);
    assert.deepEqual(
      Object.keys(words).filter((key) => !isUsed(key)),
      [],
    );
    for (const [key, { en, nl }] of Object.entries(words)) {
      assert.ok(en && nl, key);
      const gaps = (said) => (said.match(/\{\w+\}/g) ?? []).sort().join();
      assert.equal(gaps(en), gaps(nl), key);
    }
  },

  async "sentences have 15 words at most, and no word that the report avoids"() {
    for (const [key, said] of Object.entries(words)) {
      for (const sentence of Object.values(said).flatMap((all) => all.split(/(?<=[.!?])\s/))) {
        assert.ok(sentence.split(/\s+/).length <= 15, `${key}: ${sentence}`);
      }
      assert.doesNotMatch(said.nl, /significant|bewezen|mediaan|interval|\bseed\b|besparing/i, key);
      assert.doesNotMatch(said.en, /significant|proven|median|interval|\bseed\b|savings/i, key);
    }
  },

  async "text of users never becomes markup"() {
    const markup = scripts
      .filter((name) => name !== "fragments.js")
      .map(text)
      .join("\n");
    assert.doesNotMatch(markup, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b/);
  },
};
