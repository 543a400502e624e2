// My variants: plans with their figures, kept as long as the page is open.

/** @typedef {{cost: number[], need: number[]}} Worlds differences from now, world by world */
/** @type {{choice: Choice, area: string, row: Figure[], worlds: Worlds | null, size: Size, samples: number}[]} */
const variants = [];

/** A name that no variant has yet. @param {string} name */
function freeName(name) {
  const taken = new Set(variants.map(({ choice }) => choice.name));
  let free = name;
  for (let i = 2; taken.has(free); i += 1) free = `${name} ${i}`;
  return free;
}

/** Keeps the plan of the knobs with the figures that stand there, if they are its own. */
function addVariant() {
  const choice = copyOf(page.choice);
  choice.name = freeName(choice.name || word("plan.name"));
  const own = shown && shown.own.key === keyOf(choice) ? shown : null;
  variants.push({
    choice,
    area: page.knobs.place.name,
    row: own?.reading.row ?? [],
    worlds: own?.reading.worlds ?? null,
    size: own?.size ?? "small",
    samples: own?.reading.samples ?? 0,
  });
  showVariants();
  notice(word("variants.added", { name: choice.name }));
}

/** A reading may be of a plan that is a variant: the variant takes its figures, unless it has those of more. */
function keepRow(own, size, { row, worlds, samples }) {
  let any = false;
  for (const variant of variants) {
    if (keyOf(variant.choice) === own.key && (size === "whole" || variant.size === "small")) {
      Object.assign(variant, { row, worlds, size, samples });
      any = true;
    }
  }
  if (any) showVariants();
}

function showVariants() {
  showEdge();
  const place = by("variants");
  if (variants.length === 0) {
    place.replaceChildren(make("p", { class: "note" }, word("variants.none")));
    return;
  }
  const heads = variants.find(({ row }) => row.length > 0)?.row.map(({ name }) => name) ?? [];
  const head = (text) => make("th", { scope: "col" }, text);
  const caption = word("variants.caption");
  const table = make(
    "table",
    { class: "variants", role: "table" },
    make("caption", {}, caption),
    make(
      "thead",
      {},
      make("tr", { role: "row" }, ...[word("variants.variant"), ...heads, word("variants.actions")].map(head)),
    ),
    make("tbody", {}, ...variants.map((variant, i) => rowOfVariant(variant, i, heads))),
  );
  const region = make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": caption }, table);
  place.replaceChildren(region, make("p", { class: "note" }, word("variants.memory")));
}

/** The plans of this area beside each other, of those with most worlds: which of them another one beats. */
async function showEdge() {
  const place = by("edge");
  const areaOf = (choice) => keyOf({ ...choice, settings: {}, closure: "" });
  const isHere = ({ choice }) => areaOf(choice) === areaOf(page.choice);
  const here = variants.filter((variant) => variant.worlds && isHere(variant));
  const size = here.some((variant) => variant.size === "whole") ? "whole" : "small";
  const ofSize = here.filter((variant) => variant.size === size);
  const samples = Math.max(0, ...ofSize.map((variant) => variant.samples));
  const plans = ofSize
    .filter((variant) => variant.samples === samples)
    .map(({ choice, worlds }) => ({ name: choice.name, ...worlds }));
  const names = variants.map(({ choice }) => choice.name).filter((name) => !plans.some((plan) => plan.name === name));
  const left = names.length > 0 && make("p", {}, word("edge.left", { names: names.join(", ") }));
  place.hidden = variants.length === 0;
  if (plans.length < 2) {
    place.dataset.of = "";
    fill(place, sentence("edge.none"), variants.length > 1 && left);
    return;
  }
  const asked = JSON.stringify([page.lang, plans, names]);
  if (place.dataset.of === asked) return;
  place.dataset.of = asked;
  try {
    const { html } = await ask({ ask: "rivals", plans });
    if (place.dataset.of !== asked) return;
    put(place, html);
    if (size === "small") place.append(sentence("edge.estimate"));
    if (left) place.append(left);
  } catch (error) {
    place.dataset.of = "";
    fill(place, sentence("part.failed"));
  }
}

function rowOfVariant(variant, i, heads) {
  const { choice, area, row, size } = variant;
  const isElsewhere = choice.place !== page.choice.place;
  const name = make("input", {
    type: "text",
    maxlength: "60",
    autocomplete: "off",
    "aria-label": word("variants.rename", { n: i + 1 }),
    change: () => {
      choice.name = name.value.trim() || choice.name;
      showVariants();
    },
  });
  name.value = choice.name;
  const figure = (head, j) => {
    const { text, range, verdict, word: chip } = row[j] ?? {};
    const small = size === "small" && make("span", { class: "note" }, ` ${word("variants.estimate")}`);
    const inside =
      text === undefined
        ? [word("variants.nothing")]
        : [
            make("b", {}, text),
            make("br"),
            range,
            make("br"),
            chip && make("span", { class: `verdict ${verdict}` }, chip),
            small,
          ];
    return make("td", { role: "cell", "data-head": head }, make("span", {}, ...inside));
  };
  const button = (key, click) =>
    make(
      "button",
      {
        type: "button",
        click,
        "aria-label": word("variants.of", { action: word(key), name: choice.name }),
      },
      word(key),
    );
  const actions = make(
    "td",
    { role: "cell", class: "actions", "data-head": word("variants.actions") },
    button("variants.use", () => change((next) => Object.assign(next, copyOf(choice)))),
    button("variants.copy", () => copyVariant(i)),
    button("variants.remove", () => removeVariant(i)),
  );
  return make(
    "tr",
    { role: "row" },
    make("th", { scope: "row", role: "rowheader" }, name, isElsewhere && make("span", { class: "note" }, area)),
    ...heads.map(figure),
    actions,
  );
}

function copyVariant(i) {
  const copy = { ...variants[i], choice: copyOf(variants[i].choice) };
  copy.choice.name = freeName(copy.choice.name);
  variants.splice(i + 1, 0, copy);
  showVariants();
  by("variants").querySelectorAll("tbody input")[i + 1].focus();
  notice(word("variants.copied", { name: copy.choice.name }));
}

function removeVariant(i) {
  const [{ choice }] = variants.splice(i, 1);
  showVariants();
  by("variants-title").focus();
  notice(word("variants.removed", { name: choice.name }));
}

/** Reads the figures of all variants again, in the language of now. */
async function rereadVariants() {
  for (const variant of variants) {
    if (variant.samples === 0) continue;
    try {
      const { choice, size, samples } = variant;
      const own = { choice, key: keyOf(choice), check: await ask({ ask: "check", choice }) };
      const { row, worlds } = await readingOf(/** @type {any} */ (own), size, samples, []);
      Object.assign(variant, { row, worlds });
    } catch {
      variant.row = [];
    }
  }
  showVariants();
}
