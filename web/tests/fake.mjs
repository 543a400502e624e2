// An engine that is none: it answers every question of the page with invented figures, at once, so that the page can be
// tested without the model. It keeps to the same questions and answers, and its courses know what they are of, so that a
// reading of courses that do not belong together fails.

/**
 * The source of a worker that answers in the place of the engine. `delay`: milliseconds that a course takes; `uneven`:
 * some take longer.
 */
export function fakeWorker({ delay = 0, wholeDelay = delay, uneven = false } = {}) {
  return `const [DELAY, UNEVEN] = [{ small: ${delay}, whole: ${wholeDelay} }, ${uneven}];\n(${worker})();`;
}

function worker() {
  const words = JSON.parse("{{words}}");
  const SECTIONS = [
    "in-brief",
    "key-figures",
    "local-check",
    "over-time",
    "why",
    "who-pays",
    "for-whom",
    "first-second",
    "certainty",
    "two-lives",
    "changes",
    "not-for",
    "assumptions",
    "reproduce",
  ];
  const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const hash = (text) => [...text].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 16777619) >>> 0, 2166136261);
  const key = ({ place, closure, settings }) => JSON.stringify([place, closure, Object.entries(settings).sort()]);
  const number = (k, label, unit, now, step, max, more = {}) => ({
    key: k,
    label,
    unit,
    kind: "number",
    min: 0,
    max,
    slide: [0, max / 2],
    step,
    now,
    now_text: `Nu ${String(now).replace(".", ",")} ${unit}`,
    locked: null,
    ...more,
  });

  function knobs({ closure, place }) {
    const locked = closure === "hours" ? "de uren van het team blijven gelijk." : null;
    const knob = (id, name, decides, hint, ...controls) => ({ id, name, decides, hint, controls });
    const more = Array.from({ length: 30 }, (_, i) =>
      knob(
        `extra-${i}`,
        `Andere knop ${i}`,
        "Rijk",
        "",
        number(`extra.k${i}`, `Andere knop ${i}`, "uur per week", i, 1, 900000),
      ),
    );
    return {
      place: { name: place ?? "Overvecht", line: "34.255 inwoners, Utrecht" },
      groups: [
        {
          id: "team",
          name: "Het wijkteam",
          main: true,
          knobs: [
            knob(
              "size",
              "Omvang",
              "gemeente",
              "Eén fte kost € 105.600 per jaar.",
              number("team.fte", "Omvang van het team", "fte", 20, 0.5, 200, { locked }),
            ),
            knob(
              "door",
              "Erop af",
              "gemeente",
              "Eén fte kost € 105.600 per jaar.",
              number("outreach.door_fte", "Huisbezoek", "fte", 0.25, 0.25, 50),
              {
                key: "outreach.targeting",
                label: "Wie bezoeken?",
                kind: "choice",
                options: [
                  ["random", "willekeurig"],
                  ["signal", "na een signaal"],
                ],
                now: "random",
                now_text: "Nu willekeurig",
              },
            ),
            knob(
              "time",
              "Tijd voor de wijk",
              "gemeente",
              "",
              number("outreach.collective_fte", "Collectief", "fte", 1, 0.5, 50),
              {
                key: "outreach.protected",
                label: "beschermd als het druk is",
                kind: "flag",
                now: false,
                now_text: "Nu niet beschermd",
              },
            ),
            knob(
              "after",
              "Nazorg",
              "gemeente",
              "",
              number("aftercare.share", "Van de 100 afgesloten zaken", "zaken", 0, 5, 100),
            ),
          ],
        },
        {
          id: "money",
          name: "Geld en spelregels",
          main: true,
          knobs: [
            knob(
              "saving",
              "Minder inkoop",
              "gemeente",
              "",
              number("purchase.saving", "Minder inkoop", "euro per jaar", 0, 10000, 2000000),
            ),
            knob(
              "gate",
              "Doorsturen naar zware hulp",
              "gemeente",
              "",
              number("gate.strictness", "Strengheid", "deel van 1", 0.3, 0.05, 1),
            ),
          ],
        },
        { id: "rest", name: "Overige", main: false, knobs: more },
        {
          id: "test",
          name: "Proef",
          main: false,
          knobs: [
            knob("fail", "Laat het rekenen misgaan", "niemand", "", {
              key: "fake.fail",
              label: "mis",
              kind: "flag",
              now: false,
              now_text: "",
            }),
            // From this sample on a course takes a minute; above 100 in the whole area, from 100 less.
            knob(
              "stall",
              "Laat het rekenen duren",
              "niemand",
              "",
              number("fake.stall", "Laat het rekenen duren", "monsters", 1000, 1, 1000),
            ),
          ],
        },
      ],
    };
  }

  const refuse = (key, text) => ({
    mistakes: [{ key, text, allowed: "0 tot en met 50", help: "Neem een lager getal" }],
  });

  function toml({ name, place, closure, settings }) {
    const lines = ["schema_version = 1", `title = ${JSON.stringify(name)}`, `closure = ${JSON.stringify(closure)}`];
    if (place) lines.push(`place = ${JSON.stringify(place)}`);
    lines.push(
      "[levers]",
      ...Object.entries(settings)
        .sort()
        .map(([k, v]) => `${JSON.stringify(k)} = ${JSON.stringify(v)}`),
    );
    return `${lines.join("\n")}\n`;
  }

  function open(text) {
    const choice = { name: "", place: null, closure: "hours", settings: {} };
    let inside = choice;
    for (const [i, line] of text.split("\n").entries()) {
      if (!line) continue;
      if (line === "[levers]") {
        inside = choice.settings;
        continue;
      }
      const found = /^("(?:[^"\\]|\\.)*"|\w+) = (.+)$/.exec(line);
      try {
        const name = found[1].startsWith('"') ? JSON.parse(found[1]) : found[1];
        inside[name === "title" ? "name" : name] = JSON.parse(found[2]);
      } catch {
        return { mistakes: [{ key: "", text: "geen TOML", allowed: "", help: "", line: i + 1, column: 1 }] };
      }
    }
    delete choice.schema_version;
    return { choice, notes: [] };
  }

  function check(choice) {
    const door = choice.settings["outreach.door_fte"] ?? 0;
    const mistakes = door > 50 ? refuse("outreach.door_fte", `${door} fte is te veel.`).mistakes : [];
    if (mistakes.length > 0) return { mistakes };
    return {
      mistakes,
      notes: Object.keys(choice.settings).length > 0 ? ["Wat het plan kost, gaat af van het bureau."] : [],
      stands:
        Object.keys(choice.settings).length > 0 ? `${Object.keys(choice.settings).length} knoppen veranderd.` : "",
      text: toml(choice),
      shared: toml(choice),
      file: "mijn-plan.toml",
      command: "kantel compare reactive mijn-plan.toml --closure hours",
      base: `${choice.place}`,
      replicates: 1,
      extra: 3,
      weeks: { small: 3120000, whole: 26700000 },
    };
  }

  function card(name, k, samples, small, i) {
    const value = hash(`${k}${i}${samples}`) % 100;
    const chips =
      small || samples < 30
        ? ""
        : `<p><span class="verdict ${["better", "worse", "undecided", "same"][i]}">${["▼ beter", "▲ slechter", "? onbeslist", "= geen verschil"][i]}</span> <a href="#certainty">Wat beslist</a></p>`;
    return `<article class="key-figure" data-value="${value}"><h3>${name}</h3><p class="big">${value} minder</p><p class="range">(van ${value - 9} tot ${value + 9})</p>${chips}<p class="note">Zoals nu: 301.</p></article>`;
  }

  function section(id, k, samples) {
    return (
      `<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${id}</h2><p>Na ${samples} werelden.</p>` +
      `<details><summary>Tabel bij figuur 1</summary><div class="scroll" role="region" tabindex="0" aria-label="Tabel"><table><caption>Tabel</caption><thead><tr><th scope="col">Jaar</th><th scope="col" class="n">Verschil</th></tr></thead><tbody><tr><th scope="row">2027</th><td class="n">${hash(k + id) % 99}</td></tr></tbody></table></div></details></section>`
    );
  }

  function read({ lang, choice, size, samples, sections }, courses) {
    const plan = Object.keys(choice.settings).length > 0;
    const scenarios = plan ? ["now", key(choice)] : ["now"];
    const found = new Set(courses.map((bytes) => new TextDecoder().decode(bytes)));
    const draws = Array.from({ length: samples }, (_, s) =>
      size === "whole" && s < 3 ? [`${s}|0`, `${s}|1`] : [`${s}|0`],
    ).flat();
    const wanted = scenarios.flatMap((k) =>
      draws.map((draw) => `${k === "now" ? `now ${choice.place}` : k}|${size}|${draw}`),
    );
    if (found.size !== wanted.length || wanted.some((w) => !found.has(w)))
      throw new Error(`courses: ${[...found].sort()} for ${wanted}`);
    const k = key(choice);
    const names = ["Kosten voor de gemeente", "Mensen in zware hulp", "Ernstige nood zonder hulp", "Terugverdiend"];
    const small = size === "small";
    const cards = plan
      ? `<p class="note">${escape(choice.name)} naast zoals nu, ${samples} werelden.</p><div class="cards">${names.map((n, i) => card(n, k, samples, small, i)).join("")}</div>`
      : `<div class="scroll" role="region" tabindex="0" aria-label="Zoals nu"><table class="whole"><caption>Zoals nu</caption><thead><tr><th scope="col">Cijfer</th><th scope="col" class="n">Gemiddeld</th></tr></thead><tbody>${names.map((n) => `<tr><th scope="row">${n}</th><td class="n">${hash(k + n) % 500}</td></tr>`).join("")}</tbody></table></div>`;
    return {
      samples,
      cards,
      lead: plan
        ? lang === "nl"
          ? "Het plan vindt meer mensen in nood."
          : "The plan finds more people in need."
        : "Zo is het nu.",
      live: lang === "nl" ? `Berekend met ${samples} werelden.` : `Computed with ${samples} worlds.`,
      settled: !small && samples >= 60,
      sections: Object.fromEntries(
        sections.map((id) => [id, small && id === "for-whom" ? undefined : section(id, k, samples)]),
      ),
      row: plan
        ? names.slice(0, 3).map((name, i) => ({
            name,
            text: `${hash(k + i) % 90} minder`,
            range: "van 3 tot 19",
            verdict: small ? "" : ["better", "worse", "undecided"][i],
            word: small ? "" : ["▼ beter", "▲ slechter", "? onbeslist"][i],
          }))
        : [],
      worlds: plan ? { cost: Array(samples).fill(1), need: Array(samples).fill(1) } : null,
      doubt: plan && !small && samples < 60 ? "Mensen in zware hulp: nog te weinig werelden." : "",
    };
  }

  const answers = {
    about: ({ lang }) => {
      const said = Object.fromEntries(Object.entries(words).map(([k, both]) => [k, both[lang]]));
      return {
        version: "0.0.0",
        model_version: 0,
        words: said,
        closures: ["hours", "budget", "extra"].map((k) => ({
          key: k,
          name: said[`closure.${k}`],
          hint: said[`closure.${k}.hint`],
        })),
        own: [{ key: "wmo_clients", name: "Wmo" }],
        tabs: SECTIONS.map((id) => ({ id, name: said[`tab.${id}`] })),
        steps: { small: [8, 16, 32], whole: [8, 16, 30], more: [60, 100] },
      };
    },
    places: () => ({
      municipalities: Array.from({ length: 342 }, (_, i) => ({
        code: `GM${String(i).padStart(4, "0")}`,
        name: i === 7 ? "Súdwest-Fryslân" : `Gemeente ${i}`,
        residents: 1000 * i + 900,
        wijken: Array.from({ length: 1 + (i % 10) }, (_, j) => ({
          code: `WK${String(i).padStart(4, "0")}${j}`,
          name: `Wijk ${i}-${j}`,
          residents: 4100,
        })),
      })),
    }),
    knobs: ({ choice }) => ({ ...knobs(choice), prices: [{ key: "team", name: "Uur", now: "Nu: € 75,00." }] }),
    rivals: ({ plans }) => ({
      html: `<figure><figcaption>${plans.map(({ name, cost }) => `${escape(name)} ${cost.length}`).join()}</figcaption></figure>`,
    }),
    check: ({ choice }) => check(choice),
    open: ({ text }) => open(text),
    read,
    section: ({ section: id, choice, samples }) => {
      const until = performance.now() + (choice.settings["fake.stall"] === 999 ? 60_000 : 0);
      while (performance.now() < until);
      return { html: section(id, key(choice), samples) };
    },
  };

  const framed = (parts) => {
    const bytes = new Uint8Array(parts.reduce((n, p) => n + 4 + p.length, 0));
    let at = 0;
    for (const part of parts) {
      new DataView(bytes.buffer).setUint32(at, part.length, true);
      bytes.set(part, at + 4);
      at += 4 + part.length;
    }
    return bytes;
  };

  function answer(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const parts = [];
    for (let at = 0; at < bytes.length; at += 4 + view.getUint32(at, true))
      parts.push(bytes.slice(at + 4, at + 4 + view.getUint32(at, true)));
    const question = JSON.parse(new TextDecoder().decode(parts[0]));
    if (question.choice?.settings["fake.fail"] && question.ask !== "knobs" && question.ask !== "check")
      throw new Error("panicked at fake.rs:1");
    if (question.ask === "courses") {
      const { choice, size, sample, replicate, scenarios } = question;
      const stall = choice.settings["fake.stall"] ?? 1000;
      const stalls =
        sample >= (size === "small" ? stall : Math.max(stall - 100, 0)) && (size === "small") === stall < 100;
      const until = performance.now() + (stalls ? 60_000 : DELAY[size] * (UNEVEN ? (sample * 7) % 5 : 1));
      while (performance.now() < until);
      return framed(
        scenarios.map((s) =>
          new TextEncoder().encode(`${s === 0 ? `now ${choice.place}` : key(choice)}|${size}|${sample}|${replicate}`),
        ),
      );
    }
    if (question.ask === "take") {
      return new TextEncoder().encode(
        question.what === "comparison" ? "base,variant\n" : "<!doctype html><title>Verslag</title>",
      );
    }
    const found = answers[question.ask](question, parts.slice(1));
    const said = new TextEncoder().encode(JSON.stringify(found));
    said.refused = question.ask === "open" && found.mistakes;
    return said;
  }

  onmessage = ({ data }) => {
    if (data instanceof WebAssembly.Module) return;
    const start = performance.now();
    try {
      const bytes = answer(data);
      const refused = bytes[0] === 123 && bytes.refused;
      postMessage({ code: refused ? 2 : 0, answer: bytes, why: "", ms: performance.now() - start });
    } catch (error) {
      postMessage({ code: -1, why: String(error) });
    }
  };
}
