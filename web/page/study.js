// What is computed, in which order, and what is known of it. Samples run in a fixed order, so that the figures after 8,
// 16 or 32 samples are the same on every machine, whoever computed them first.

/**
 * Courses of choices, by what decides them; each by size, sample and replicate.
 * @type {Map<string, Map<string, Uint8Array>>}
 */
const store = new Map();

/** So many choices keep their courses; plans that were computed first make room, never what they start from. */
const KEPT = 40;

/** How fast one lane computes, in resident-weeks and milliseconds, by size. */
const pace = { small: { weeks: 0, ms: 0 }, whole: { weeks: 0, ms: 0 } };

/**
 * A study of one choice: what the engine said of it, and what cancels its work.
 * @typedef {{choice: Choice, key: string, check: any, work: AbortController, side: AbortController,
 *   size: Size, done: number, all: number, busy: boolean, weeks: number}} Study
 */

/** @type {Study | null} */
let study = null;

/** Cancels all that runs. */
function stopStudy() {
  study?.work.abort();
  study?.side.abort();
}

/** Studies the choice as it is now: checks it, then estimates it, unless the whole area was computed before. */
async function startStudy(wholeAtOnce = false) {
  stopStudy();
  const [work, side] = [new AbortController(), new AbortController()];
  const choice = copyOf(page.choice);
  /** @type {Study} */
  const own = {
    choice,
    key: keyOf(choice),
    check: null,
    work,
    side,
    size: "small",
    done: 0,
    all: 0,
    busy: true,
    weeks: 0,
  };
  study = own;
  began();
  try {
    const check = await ask({ ask: "check", choice }, { signal: work.signal, ahead: true });
    if (study !== own) return;
    if (check.mistakes.length > 0) throw new Refused(check.mistakes);
    own.check = check;
    checked(own);
    const { whole, more, small } = page.about.steps;
    const known = [...whole, ...more].filter((samples) => has(own, "whole", samples)).pop();
    if (wholeAtOnce && stepsOfWhole(own).length > 0) {
      await compute(own, "whole", stepsOfWhole(own));
    } else if (known) {
      await read(own, "whole", known);
      ended(own, known < whole.at(-1) ? "stopped" : "ended");
    } else {
      await compute(own, "small", small);
    }
  } catch (error) {
    caught(own, error);
  }
}

/** What an error means: nothing if the work was cancelled. */
function caught(own, error) {
  if (study !== own || error instanceof Cancelled) return;
  own.work.abort();
  own.busy = false;
  if (error instanceof Refused) {
    refused(error.mistakes);
  } else {
    engineFailed(error);
  }
}

/** Computes the whole area as far as the first steps, or if those are done the next. */
async function computeWhole() {
  const own = study;
  own.work.abort();
  own.work = new AbortController();
  try {
    await compute(own, "whole", stepsOfWhole(own));
  } catch (error) {
    caught(own, error);
  }
}

/** What comes next of the whole area: the first steps together, then one by one; nothing if all was computed. */
function stepsOfWhole(own) {
  const { whole, more } = page.about.steps;
  return [whole, ...more.map((samples) => [samples])].find((steps) => !has(own, "whole", steps.at(-1))) ?? [];
}

/**
 * Computes courses sample by sample, and reads them after each step.
 * @param {Study} own
 * @param {Size} size
 * @param {number[]} steps
 */
async function compute(own, size, steps) {
  const { signal } = own.work;
  const all = steps.at(-1);
  const draws = drawsOf(own, size, all);
  Object.assign(own, { size, all, busy: true, done: 0 });
  let step = 0;
  const lane = async () => {
    while (draws.length > 0) {
      await computeDraw(own, draws.shift(), signal);
      while (own.done < all && has(own, size, own.done + 1, own.done)) own.done += 1;
      progressed(own);
      const reached = steps.findLastIndex((samples) => samples <= own.done);
      if (reached >= step) {
        step = reached + 1;
        await read(own, size, steps[reached], signal);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: page.engine.lanes }, lane));
  } finally {
    if (own.work.signal === signal) own.busy = false;
  }
  ended(own);
}

/** How often a sample is drawn: some of the whole area's once more than the others, to tell chance from knowledge. */
function replicatesOf(own, size, sample) {
  const { replicates, extra } = own.check;
  return size === "small" ? 1 : replicates + (sample < extra ? 1 : 0);
}

/** The draws of the samples from one up to another, in their order, each as size, sample and replicate. */
function drawsOf(own, size, to, from = 0) {
  const draws = [];
  for (let sample = from; sample < to; sample += 1) {
    for (let replicate = 0; replicate < replicatesOf(own, size, sample); replicate += 1)
      draws.push({ size, sample, replicate });
  }
  return draws;
}

/** The scenarios of a choice: as now, and the plan if it changes something. */
const scenariosOf = (own) => (isNow(own.choice) ? [0] : [0, 1]);

/** The courses that belong to a scenario of a study. Those of now are shared by all plans that start there. */
function coursesOf(own, scenario) {
  const key = scenario === 0 ? `now ${own.check.base}` : own.key;
  if (!store.has(key)) {
    store.set(key, new Map());
    const oldest = [...store.keys()].find((known) => !known.startsWith("now"));
    if (store.size > KEPT) store.delete(oldest);
  }
  return store.get(key);
}

const placeOf = ({ size, sample, replicate }) => `${size} ${sample} ${replicate}`;

/** Whether all courses are there of so many samples. */
function has(own, size, samples, from = 0) {
  const draws = drawsOf(own, size, samples, from);
  return scenariosOf(own).every((scenario) => draws.every((draw) => coursesOf(own, scenario).has(placeOf(draw))));
}

/** Computes the courses of a draw that are not there yet. */
async function computeDraw(own, draw, signal) {
  if (signal.aborted) throw new Cancelled();
  const place = placeOf(draw);
  const scenarios = scenariosOf(own).filter((scenario) => !coursesOf(own, scenario).has(place));
  if (scenarios.length === 0) return;
  const { bytes, ms } = await page.engine.ask({ ask: "courses", choice: own.choice, ...draw, scenarios }, { signal });
  unframed(bytes).forEach((course, i) => coursesOf(own, scenarios[i]).set(place, course));
  const weeks = scenarios.length * own.check.weeks[draw.size];
  pace[draw.size].weeks += weeks;
  pace[draw.size].ms += ms;
  own.weeks += weeks;
}

/** All courses of so many samples. */
function gathered(own, size, samples) {
  const draws = drawsOf(own, size, samples);
  return scenariosOf(own).flatMap((scenario) => draws.map((draw) => coursesOf(own, scenario).get(placeOf(draw))));
}

/** Reads so many samples, and shows what they say. */
async function read(own, size, samples, signal = own.work.signal) {
  const sections = ["key-figures", ...(LONG.includes(shownTab()) ? [] : [shownTab()])];
  const reading = await readingOf(own, size, samples, sections, signal);
  if (study === own) show(own, size, reading);
}

/** What the engine reads in so many samples. @returns {Promise<Reading>} */
function readingOf(own, size, samples, sections, signal) {
  const question = { ask: "read", choice: own.choice, size, samples, sections };
  return ask(question, { courses: gathered(own, size, samples), signal, ahead: true });
}

/** How long the whole area takes up to the last of some steps; `null` as long as nothing was measured. */
function timeOfWhole(own, steps) {
  const measured = [pace.whole, pace.small].find(({ weeks }) => weeks > 0);
  if (!measured) return null;
  const draws = drawsOf(own, "whole", steps.at(-1) ?? 0);
  const isMissing = (scenario) => draws.filter((draw) => !coursesOf(own, scenario).has(placeOf(draw))).length;
  const missing = scenariosOf(own).reduce((sum, scenario) => sum + isMissing(scenario), 0);
  return (missing * own.check.weeks.whole * measured.ms) / measured.weeks / page.engine.lanes;
}
