// The knobs: what the user sets. A number field is the control; buttons and slider beside it are its shadow.

/** The controls that stand on the page, by key. @type {Map<string, any>} */
const controls = new Map();

/** Whether a field holds what is no number. */
let unread = false;

/** The value of a control in the choice, as it is shown. */
const valueOf = (control) => asShown(control, page.choice.settings[control.key]) ?? control.now;

/** Without the tail of a number that was multiplied. */
const tidy = (number) => Number(number.toFixed(10));

/** A value as the user sees it: shares as percentages. */
const asShown = (control, value) => (control.percent && value !== undefined ? tidy(value * 100) : value);

/** A number of a control as the user writes it; that of now in as many figures as anybody reads. */
function written(control, number) {
  const short =
    number !== control.now || Math.abs(number) >= 1000 ? { maximumFractionDigits: 6 } : { maximumSignificantDigits: 4 };
  // Without signs between thousands: one that is left behind when a figure goes would make another number of it.
  return number.toLocaleString(page.lang, { useGrouping: false, ...short });
}

/**
 * The number that a user wrote; `NaN` if it is none. Comma and point both divide; the sign of the language that sets
 * thousands apart does so before each three figures. Where that makes more than anybody would set, it is asked which of
 * the two was meant.
 * @param {string} text
 * @param {number} usual the most that somebody would set
 * @returns {{number: number, why?: string}}
 */
function numberIn(text, usual = Infinity) {
  const bare = text
    .trim()
    .replace(/[\s\u00a0\u202f€]/g, "")
    .replace("−", "-");
  const [thousands, decimals] = page.lang === "nl" ? [".", ","] : [",", "."];
  const asNumber = (plain) => (/^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN);
  const part = asNumber(bare.replace(",", "."));
  const [whole, ...rest] = bare.split(decimals);
  if (rest.length > 1 || !/^-?\d{1,3}([.,]\d{3})+$/.test(whole) || whole.includes(decimals)) return { number: part };
  const number = asNumber([whole.replaceAll(thousands, ""), ...rest].join("."));
  if (Number.isNaN(part) || Math.abs(number) <= usual) return { number };
  const why = word("mistake.ambiguous", { whole: String(number), part: part.toLocaleString(page.lang) });
  return { number: NaN, why };
}

/** Asks for the knobs of the choice and builds them. Settings that are locked now go back. */
async function loadKnobs() {
  const { place, groups, prices } = (page.knobs = await ask({ ask: "knobs", choice: page.choice }));
  write("place", place.name);
  write("place-line", place.line);
  document.title = `${place.name} – ${word("title")}`;
  controls.clear();
  const group = ({ name, knobs }) => make("fieldset", {}, make("legend", {}, name), ...knobs.map(knobOf));
  by("main-knobs").replaceChildren(...groups.filter((g) => g.main).map(group));
  by("more-knobs").replaceChildren(...groups.filter((g) => !g.main).map(group));
  filterKnobs();
  buildOwn("prices", prices);
  showVariants();
  const { settings } = page.choice;
  const released = [...controls.values()].filter(({ control: { locked, key } }) => locked && key in settings);
  for (const { control } of released) delete settings[control.key];
  showChoice();
  return released.map(({ control: { label } }) => word("knob.released", { label })).join(" ");
}

/** The radio buttons of the first question. */
function buildSource() {
  const radio = ({ key, name, hint }) => {
    const choose = () => change((choice) => (choice.closure = key));
    const input = make("input", {
      type: "radio",
      name: "closure",
      value: key,
      "aria-describedby": `c-${key}`,
      change: choose,
    });
    const hintText = hint && make("span", { id: `c-${key}`, class: "hint" }, hint);
    return make("p", { class: "option" }, make("label", {}, input, " ", name), hintText);
  };
  const legend = by("source").querySelector("legend");
  by("source").replaceChildren(legend, ...page.about.closures.map(radio));
}

/** A knob: its name, who decides, its controls, and what it costs. */
function knobOf(knob) {
  const name = make("h3", { id: `k-${knob.id}` }, knob.name);
  const decides = knob.decides && make("span", { class: "tag" }, word("knob.decides", { who: knob.decides }));
  const hint = knob.hint && make("p", { class: "hint", id: `h-${knob.id}` }, knob.hint);
  const rows = knob.controls.map((control) => rowOf(knob, control));
  const label = `k-${knob.id}`;
  return make("div", { class: "knob", role: "group", "aria-labelledby": label }, name, decides, ...rows, hint);
}

/** A control with its label, now-value and marks. The only control of a knob is labelled by the knob's name. */
function rowOf(knob, { ...control }) {
  if (control.percent) {
    for (const name of ["min", "max", "step", "now"]) control[name] = tidy(control[name] * 100);
    control.slide = control.slide.map((end) => tidy(end * 100));
  }
  control.alone = knob.controls.length === 1 && control.kind !== "flag";
  if (control.alone) control.label = knob.name;
  const id = `f-${control.key}`;
  const described = [`n-${id}`, knob.hint && `h-${knob.id}`, `e-${id}`].filter(Boolean).join(" ");
  const kinds = { number: numberField, choice: choiceField, flag: flagField };
  const labelled = control.alone ? `k-${knob.id}` : null;
  const built = kinds[control.kind](control, { id, "aria-describedby": described, "aria-labelledby": labelled });
  const toNow = { class: "plain", "aria-label": word("knob.reset.of", control) };
  const reset = button("knob.reset", () => set(control, control.now, true), toNow);
  const changed = make("span", { class: "changed", hidden: true }, make("b", {}, word("knob.changed")), " ", reset);
  const locked = control.locked && `${word("knob.locked")} ${control.locked}`;
  const now = make("p", { class: "hint", id: `n-${id}` }, control.now_text, " ", locked);
  const error = make("p", { class: "error", id: `e-${id}`, hidden: true });
  const row = make("div", { class: "row" }, built.element, now, changed, error);
  controls.set(control.key, { control, row, changed, error, ...built });
  return row;
}

function flagField(control, attributes) {
  const field = make("input", {
    ...attributes,
    type: "checkbox",
    disabled: !!control.locked,
    change: () => set(control, field.checked),
  });
  const element = make("label", { class: "flag" }, field, " ", control.label);
  return { element, field, show: (value) => (field.checked = value) };
}

function choiceField(control, attributes) {
  const options = control.options.map(([value, name]) => make("option", { value }, name));
  const field = make(
    "select",
    {
      ...attributes,
      disabled: !!control.locked,
      change: () => set(control, field.value),
    },
    ...options,
  );
  const label = !control.alone && make("label", { for: attributes.id }, control.label);
  return { element: make("div", { class: "line" }, label, field), field, show: (value) => (field.value = value) };
}

/** The field of a number, its slider, and a button on either side. */
function numberField(control, attributes) {
  const { min, max, slide, unit, locked } = control;
  const field = make("input", {
    ...attributes,
    type: "text",
    role: "spinbutton",
    inputmode: "decimal",
    autocomplete: "off",
    readonly: !!locked,
    "aria-readonly": locked ? "true" : null,
    "aria-valuemin": min,
    "aria-valuemax": max,
  });
  const slider = make("input", {
    type: "range",
    tabindex: "-1",
    "aria-hidden": "true",
    min: slide[0],
    max: slide[1],
    step: "any",
    disabled: !!locked,
  });
  const show = (value) => {
    const text = written(control, value);
    if (field.value !== text) field.value = text;
    slider.value = value;
    field.setAttribute("aria-valuenow", value);
    field.setAttribute("aria-valuetext", `${text} ${unit}`);
  };
  const move = turning(control, field, slider, show);
  const stepper = (key, steps) => {
    const attributes = { tabindex: "-1", "aria-label": word(`${key}.of`, control), disabled: !!locked, class: "step" };
    return button(key, () => set(control, move(steps)), attributes);
  };
  const line = make("span", { class: "number" }, stepper("knob.less", -1), field, stepper("knob.more", 1), " ");
  line.append(make("span", { class: unit.length > 14 ? "long" : "" }, unit));
  const name = !control.alone && make("label", { for: attributes.id }, control.label);
  return { element: make("div", { class: "dial" }, name, slider, line), field, show };
}

/**
 * Lets keys and slider turn a number. It is set in the choice when the key or the slider is let go.
 * @returns {(steps: number) => number} where so many steps from here lead
 */
function turning(control, field, slider, show) {
  const { min, max, step, slide, locked } = control;
  const digits = 2 + (String(step).split(".")[1]?.length ?? 0);
  const round = (number) => Number(Math.min(max, Math.max(min, number)).toFixed(digits));
  const turn = (value) => {
    show(value);
    touch();
  };
  /** What the field holds; as long as it was not touched, the very value that it shows. */
  const held = () => {
    const same = [valueOf(control), control.now].find((value) => field.value === written(control, value));
    return same === undefined ? numberIn(field.value, Math.max(slide[1], 999)) : { number: same };
  };
  const move = (steps) => {
    const { number } = held();
    return round((Number.isNaN(number) ? valueOf(control) : number) + steps * step);
  };
  const commit = () => {
    const { number, why } = held();
    if (Number.isNaN(number)) notANumber(control, why);
    else set(control, number);
  };
  const keys = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 };
  field.addEventListener("focus", () => field.select());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      commit();
      if (event.ctrlKey) toOutcome();
    } else if (event.key in keys && !locked) {
      event.preventDefault();
      turn(move(keys[event.key]));
    } else if (event.key === "Escape") {
      turn(valueOf(control));
    }
  });
  field.addEventListener("keyup", (event) => event.key in keys && commit());
  field.addEventListener("input", touch);
  for (const end of ["change", "blur"]) field.addEventListener(end, commit);
  slider.addEventListener("input", () => turn(round(Math.round(slider.valueAsNumber / step) * step)));
  slider.addEventListener("change", commit);
  return move;
}

/**
 * Sets a control in the choice; at the value of now the choice does not name it.
 * @param {any} control
 * @param {number | string | boolean} value
 * @param {boolean} focus whether the field has the focus afterwards
 */
function set(control, value, focus = false) {
  change((choice) => {
    delete choice.settings[control.key];
    if (value !== control.now) choice.settings[control.key] = control.percent ? tidy(value / 100) : value;
  });
  if (focus) controls.get(control.key).field.focus();
}

/** Shows the choice in all controls. */
function showChoice() {
  for (const { control, row, changed, field, show } of controls.values()) {
    const isChanged = control.key in page.choice.settings;
    show(valueOf(control));
    row.classList.toggle("is-changed", isChanged);
    changed.hidden = !isChanged;
    field.removeAttribute("aria-invalid");
  }
  for (const radio of by("source").querySelectorAll("input")) radio.checked = radio.value === page.choice.closure;
  showOwn();
  by("undo").disabled = page.before.length === 0;
  by("plan-name").value = page.choice.name;
}

/** A number field that holds something else: nothing is computed until it is mended. */
function notANumber(control, why = word("mistake.number")) {
  unread = true;
  stopStudy();
  refused([{ key: control.key, text: why }]);
}

/**
 * Shows mistakes, each at its control, and tells which of them have none.
 * @param {Mistake[]} mistakes
 */
function showMistakes(mistakes) {
  for (const { error, field, control } of [...controls.values(), ...ownFields.values()]) {
    const own = mistakes.filter((mistake) => mistake.key === control.key);
    error.hidden = own.length === 0;
    error.replaceChildren();
    if (own.length > 0) {
      error.append(make("b", {}, word("mistake")), " ", own.map(told).join(" "));
      field.setAttribute("aria-invalid", "true");
      error.closest("details")?.setAttribute("open", "");
    } else {
      field.removeAttribute("aria-invalid");
    }
  }
  return mistakes.filter(({ key }) => !controls.has(key) && !ownFields.has(key));
}

/** A mistake in a line: what is wrong, what may stand there, what helps. @param {Mistake} mistake */
function told({ text, allowed, help }) {
  const parts = [text, allowed && word("mistake.allowed", { allowed }), help].filter(Boolean);
  return parts.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(" ");
}

/** Shows those of all knobs whose text holds what was looked for. */
function filterKnobs() {
  const wanted = by("knob-filter").value.trim().toLowerCase();
  let found = 0;
  for (const knob of by("more-knobs").querySelectorAll(".knob")) {
    knob.hidden = !knob.textContent.toLowerCase().includes(wanted);
    found += knob.hidden ? 0 : 1;
  }
  for (const group of by("more-knobs").children) group.hidden = !group.querySelector(".knob:not([hidden])");
  by("no-knob").hidden = found > 0;
}
