// What the user takes along or brings in: the plan as a file or a link, the report, the numbers.

/** The largest file that is opened; a plan is a few lines. */
const LARGEST = 1 << 20;

/** The link of the plan that is checked; `null` where it would be too long. @type {string | null} */
let link = null;

/** Gives the user a file. @param {string} name @param {string | Uint8Array} content @param {string} type */
function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  notice(word("take.done", { file: name }));
}

/** The name of a file, with the plan and the area in it: `comparison-my-plan-GM0344.csv`. */
function named(own, name) {
  const [stem, end] = name.split(".");
  return [stem, own.check.file.replace(".toml", ""), page.knobs.place.code].join("-") + `.${end}`;
}

/** Puts the plan in the address, so that loading the page again loses nothing. */
async function showAddress(own) {
  const made = await pack(own.check.shared);
  if (study !== own) return;
  link = made;
  const { place, closure, settings } = own.choice;
  const untouched = place === null && closure === page.about.closures[0].key && Object.keys(settings).length === 0;
  try {
    history.replaceState(null, "", untouched || !made ? location.pathname + location.search : made);
  } catch {
    // Some browsers refuse this for a file. The link is in `Deel` all the same.
  }
}

function savePlan() {
  if (!study?.check) notice(word("plan.wrong"));
  else download(study.check.file, study.check.text, "application/toml");
}

/** The own prices: the program takes them beside the plan. */
async function takePrices() {
  if (!study?.check) return;
  const question = { ask: "take", lang: page.lang, choice: study.choice, samples: 1, what: "prices" };
  try {
    const { bytes } = await page.engine.ask(question);
    download(study.check.prices, bytes, "application/toml");
  } catch (error) {
    engineFailed(error);
  }
}

function sharePlan() {
  if (!study?.check || !link) {
    notice(word(study?.check ? "share.long" : "plan.wrong"));
    return;
  }
  const isFile = location.protocol === "file:";
  by("share-file").hidden = !isFile;
  by("link").value = isFile ? link : location.origin + location.pathname + link;
  by("link-copied").textContent = "";
  by("sharing").showModal();
}

/** Copies a text; where that is not allowed it is selected. @returns {Promise<string>} what to say of it */
async function copyText(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return word("copied");
  } catch {
    if (field.select) field.select();
    else getSelection().selectAllChildren(field);
    return word("copied.not");
  }
}

/** Opens the plan that a text holds. @param {string} text @returns {Promise<boolean>} whether it could be read */
async function openPlan(text) {
  try {
    const { choice } = await ask({ ask: "open", text });
    page.before.push(page.choice);
    adopt({ ...choice, name: choice.name || word("plan.name") });
    notice(word("open.done", { name: page.choice.name }));
    return true;
  } catch (error) {
    if (error instanceof Refused) {
      const at = (mistake) => (mistake.line ? `${word("mistake.at", mistake)} ${told(mistake)}` : told(mistake));
      notice([word("open.refused"), ...error.mistakes.map(at)].join(" "));
    } else {
      engineFailed(error);
    }
    return false;
  }
}

async function openFile() {
  const [file] = by("file").files;
  by("file").value = "";
  if (!file) return;
  if (file.size > LARGEST) notice(word("open.large"));
  else await openPlan(await file.text());
}

/** Opens the plan in the address. @returns {Promise<boolean>} whether there was one, and it could be read */
async function openLink() {
  const fragment = location.hash;
  if (!/^#k\d+=/.test(fragment) || fragment === link) return false;
  try {
    return await openPlan(await unpack(fragment));
  } catch (error) {
    notice(word(error instanceof BadLink ? error.message : "link.damaged"));
    return false;
  }
}

/** Makes a file of the whole area's courses. @param {string} what @param {string} name @param {string} type */
async function takeAlong(what, name, type) {
  const at = shown;
  if (!at || at.size !== "whole" || isOld()) {
    notice(word("take.whole"));
    return;
  }
  notice(word("take.busy"));
  const {
    own,
    reading: { samples },
  } = at;
  try {
    const question = { ask: "take", lang: page.lang, choice: own.choice, samples, what };
    const needs = { courses: gathered(own, "whole", samples), signal: own.side.signal, apart: true };
    const { bytes } = await page.engine.ask(question, needs);
    download(named(own, name), bytes, type);
  } catch (error) {
    notice(error instanceof Cancelled ? "" : word("take.failed"));
  }
}
