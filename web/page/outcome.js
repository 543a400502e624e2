// The outcome: in which state it is, what stands there, and its parts in tabs.

/** Parts that take computing of their own. */
const LONG = ["why", "certainty", "two-lives"];

/**
 * The reading that stands there.
 * @typedef {{own: Study, size: Size, reading: Reading, parts: Map<string, string>,
 *   making: Map<string, AbortController>}} Shown with its parts, and what stops those that are being made
 * @type {Shown | null}
 */
let shown = null;

/** What became of the work. @type {"running" | "ended" | "stopped" | "refused" | "failed"} */
let phase = "running";

/** Whether a knob stands elsewhere than in the choice: it is being turned. */
let touched = false;

/** The part that is open. */
let tab = "";

const shownTab = () => tab;

/** A knob is being turned: what stands there is old from now on. */
function touch() {
  touched = true;
  render();
}

/** Whether the figures belong to another setting than that of the knobs. */
const isOld = () => !!shown && (touched || shown.own.key !== keyOf(page.choice));

/** The state of the outcome, and the key of its sentence. @returns {[string, string]} */
function stateNow() {
  if (phase === "refused" || phase === "failed") return [phase, `state.${phase}`];
  if (phase === "stopped" && !touched) return ["stopped", isOld() ? "state.stopped.old" : "state.stopped"];
  if (isOld()) return ["old", "state.old"];
  if (isNow(page.choice)) return ["empty", "state.empty"];
  if (!shown) return ["first", "state.waiting"];
  if (shown.size === "small") {
    const { small, whole } = shown.own.check.weeks;
    return ["first", small < whole ? "state.first" : "state.first.few"];
  }
  if (study.busy) return ["settling", "state.settling"];
  return shown.reading.settled ? ["settled", "state.settled"] : ["settling", "state.unsettled"];
}

/** Shows the state: its sentence, how far the work is, and what can be done now. */
function render() {
  const [state, key] = stateNow();
  by("outcome").dataset.state = state;
  write("state", word(key));
  by("figures").hidden = !shown;
  by("figures").classList.toggle("old", isOld());
  by("old-tag").hidden = !isOld();
  const busy = !!study?.busy && study.all > 0;
  by("progress").hidden = !busy;
  by("mistakes").hidden = phase !== "refused";
  by("what-happened").hidden = phase !== "failed";
  write("doubt", shown && !isOld() ? shown.reading.doubt : "");
  // Focus stays in the row of buttons when one of them goes.
  const buttons = [by("go"), by("stop")];
  const held = buttons.find((button) => button === document.activeElement);
  renderButtons(busy);
  if (held?.hidden) (buttons.find((button) => !button.hidden) ?? by("outcome")).focus();
}

/** Which buttons there are, what they are called, and how long it takes. */
function renderButtons(busy) {
  by("stop").hidden = !busy;
  const ready = study?.check && !["refused", "failed"].includes(phase) && !touched;
  const steps = ready ? stepsOfWhole(study) : [];
  const ms = ready ? timeOfWhole(study, steps) : null;
  const time = ms === null ? "" : timeInWords(ms);
  const computing = busy && study.size === "whole";
  const offered = time && !computing && steps.length > 0;
  const key =
    offered &&
    (steps[0] > page.about.steps.whole.at(-1) ? "run.more" : has(study, "whole", 1) ? "run.on" : "run.whole");
  write("go", phase === "failed" ? word("failed.retry") : key ? word(key) : "");
  write("takes", time && (offered || computing) ? word(offered ? "run.takes" : "run.left", { time }) : "");
}

/** A time ahead, rounded as far as it is known. @param {number} ms */
function timeInWords(ms) {
  const seconds = ms / 1000;
  if (seconds < 10) return word("time.short");
  if (seconds < 100) return word("time.seconds", { n: Math.ceil(seconds / 10) * 10 });
  return word("time.minutes", { n: Math.ceil(seconds / 60) });
}

/** A study began: what stands there is old unless it is of the same choice. */
function began() {
  phase = "running";
  fill(by("mistakes"));
  fill(by("notes"));
  showMistakes([]);
  render();
}

/** The engine has looked at the choice. */
function checked(own) {
  const { notes, command } = own.check;
  by("notes").replaceChildren(...notes.map((note) => make("li", {}, note)));
  by("command").textContent = command;
  by("prices").hidden = Object.keys(own.choice.prices ?? {}).length === 0;
  showAddress(own);
  render();
}

function progressed(own) {
  if (study !== own) return;
  by("bar").max = own.all;
  by("bar").value = own.done;
  write("worlds", word("run.worlds", own));
  by("outcome").dataset.weeks = own.weeks;
  render();
}

/** Shows a reading, unless one of more samples of the same study stands there already. */
function show(own, size, reading) {
  const same = shown?.own === own && shown.size === size;
  if (same && shown.reading.samples > reading.samples) return;
  for (const stop of shown?.making.values() ?? []) stop.abort();
  shown = { own, size, reading, parts: new Map(Object.entries(reading.sections)), making: new Map() };
  by("outcome").dataset.samples = reading.samples;
  by("outcome").dataset.size = size;
  write("lead", reading.lead);
  put(by("cards"), reading.cards || reading.sections["key-figures"]);
  keepRow(own, size, reading);
  showPart();
  render();
}

/** All that was asked for is computed and read, or as much of it as was computed before. */
function ended(own, as = /** @type {typeof phase} */ ("ended")) {
  if (study !== own) return;
  own.busy = false;
  phase = as;
  if (shown?.own === own) say(shown.reading.live);
  render();
}

function stopped() {
  if (!study?.busy) return;
  study.work.abort();
  study.busy = false;
  phase = "stopped";
  render();
  say(by("state").textContent);
}

/** The plan is not possible: says what is wrong, at the knob where it has one. @param {Mistake[]} mistakes */
function refused(mistakes) {
  phase = "refused";
  const others = showMistakes(mistakes).map((mistake) => make("li", {}, told(mistake)));
  const atKnob = mistakes.map(({ key }) => controls.get(key) ?? ownFields.get(key)).find((control) => control);
  const go = atKnob && button("mistake.go", () => atKnob.field.focus());
  fill(by("mistakes"), make("ul", {}, ...others), go || "");
  render();
  say(`${word("state.refused")} ${mistakes.map(told).join(" ")}`);
}

/** The engine went wrong. The choice stands as it was; what runs ends. @param {any} error */
function engineFailed(error) {
  if (error instanceof Cancelled) return;
  stopStudy();
  if (study) study.busy = false;
  phase = "failed";
  write("why-failed", error.message);
  render();
  say(word("state.failed"));
}

/** The button of the whole area, or after a failure that which tries again. */
function goOn() {
  if (phase === "failed") {
    adopt(page.choice, true);
    return;
  }
  phase = "running";
  computeWhole();
  render();
}

/** Builds the tabs and their panels. */
function buildTabs() {
  const tabs = page.about.tabs.filter(({ id }) => id !== "key-figures");
  if (!tabs.some(({ id }) => id === tab)) tab = tabs[0].id;
  const tabOf = ({ id, name }) =>
    make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${id}`,
        "aria-controls": `panel-${id}`,
        click: () => openTab(id),
      },
      name,
    );
  const panelOf = ({ id }) =>
    make("div", { role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}`, tabindex: "0" });
  by("tabs").replaceChildren(...tabs.map(tabOf));
  by("panels").replaceChildren(...tabs.map(panelOf));
  openTab(tab);
}

/** Opens a tab. @param {string} id */
function openTab(id) {
  tab = id;
  for (const button of by("tabs").children) {
    const selected = button.id === `tab-${id}`;
    button.setAttribute("aria-selected", selected);
    button.tabIndex = selected ? 0 : -1;
  }
  for (const panel of by("panels").children) panel.hidden = panel.id !== `panel-${id}`;
  showPart();
}

/** Arrow keys, Home and End go along the tabs. @param {KeyboardEvent} event */
function keyOnTabs(event) {
  const tabs = [...by("tabs").children];
  const at = tabs.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const button = tabs.at(to % tabs.length);
  openTab(button.id.slice("tab-".length));
  button.focus();
}

/** Fills the open panel with its part of the reading; asks for it where it is not there. */
async function showPart() {
  const at = shown;
  const id = tab;
  if (!at) return;
  const panel = by(`panel-${id}`);
  const html = at.parts.get(id);
  if (html) {
    put(panel, html);
  } else if (html === "") {
    fill(panel, ...sentenceAndGo("part.whole"));
  } else if (LONG.includes(id)) {
    fill(panel, ...longPart(at, id));
  } else if (!panel.firstChild || panel.dataset.waits) {
    fill(panel, sentence("part.wait"));
  }
  panel.dataset.waits = html ? "" : "yes";
  if (html !== undefined || LONG.includes(id)) return;
  try {
    const { sections } = await readingOf(at.own, at.size, at.reading.samples, [id], at.own.side.signal);
    at.parts.set(id, sections[id] ?? "");
    if (shown === at && tab === id) showPart();
  } catch (error) {
    if (shown === at && !(error instanceof Cancelled)) fill(panel, sentence("part.failed"));
  }
}

/** A sentence, and the button for the whole area where there is one. */
function sentenceAndGo(key) {
  return [sentence(key), by("go").hidden ? "" : button("run.whole", () => by("go").click())];
}

/** What stands in the place of a part that takes computing of its own. */
function longPart(at, id) {
  if (isNow(at.own.choice)) return [sentence("part.plan")];
  if (at.size === "small") return sentenceAndGo("part.whole");
  const stop = at.making.get(id);
  if (stop) {
    const bar = make("progress", { "aria-label": word("part.wait") });
    return [sentence("part.wait"), bar, " ", button("run.stop", () => stop.abort())];
  }
  return [sentence("part.long"), button("part.make", () => makePart(at, id), { class: "first" })];
}

/** Computes such a part of the reading that stands there, beside all else. */
async function makePart(at, id) {
  const {
    own,
    reading: { samples },
  } = at;
  const stop = new AbortController();
  own.side.signal.addEventListener("abort", () => stop.abort());
  at.making.set(id, stop);
  showPart();
  by(`panel-${id}`).focus();
  try {
    const question = { ask: "section", choice: own.choice, samples, section: id };
    const { html, cards, sections } = await ask(question, {
      courses: gathered(own, "whole", samples),
      signal: stop.signal,
      apart: true,
    });
    for (const [part, text] of Object.entries({ ...sections, [id]: html })) at.parts.set(part, text);
    if (cards) at.reading.cards = cards;
    if (shown === at) {
      if (cards) put(by("cards"), cards);
      say(word("part.done"));
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) notice(word("part.failed"));
  }
  at.making.delete(id);
  if (shown === at && tab === id) showPart();
}

/** Takes the keyboard to the outcome: to what can be computed next, if anything can. */
function toOutcome() {
  (by("go").hidden ? by("outcome") : by("go")).focus();
}
