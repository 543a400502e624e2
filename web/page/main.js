// The start, and what happens on each event.

/**
 * Changes the choice. Nothing else does, but undo and opening a plan.
 * @param {(choice: Choice) => void} alter
 */
function change(alter) {
  const next = copyOf(page.choice);
  alter(next);
  const rest = ({ name, own, prices }) => JSON.stringify([name, own ?? {}, prices ?? {}]);
  const isSame = keyOf(next) === keyOf(page.choice) && rest(next) === rest(page.choice);
  touched = false;
  if (isSame && !unread) {
    showChoice();
    render();
    return;
  }
  if (!isSame) page.before.push(page.choice);
  notice();
  adopt(next);
}

/**
 * Takes a choice over: what runs is cancelled, old figures turn grey, and the new ones are computed.
 * @param {Choice} choice
 * @param {boolean} rebuild whether the knobs are built again whatever changed
 * @param {boolean} whole whether the whole area is computed at once
 */
async function adopt(choice, rebuild = false, whole = false) {
  const rests = ({ place, closure, prices }) => JSON.stringify([place, closure, prices ?? {}]);
  const moved = rests(choice) !== rests(page.choice);
  page.choice = choice;
  touched = false;
  unread = false;
  stopStudy();
  phase = "running";
  showChoice();
  render();
  if (moved || rebuild || !page.knobs) {
    try {
      const released = await loadKnobs();
      if (page.choice !== choice) return;
      if (released) notice(released);
    } catch (error) {
      if (page.choice === choice) engineFailed(error);
      return;
    }
  }
  await startStudy(whole);
}

function undo() {
  const choice = page.before.pop();
  if (!choice) return;
  adopt(choice);
  notice(word("undo.done"));
}

/** Takes the words of a language, and all that holds words. @param {string} lang */
async function speak(lang) {
  const standard = page.about && word("plan.name");
  page.lang = lang;
  page.about = await ask({ ask: "about" });
  if (!page.choice.name || page.choice.name === standard) page.choice.name = word("plan.name");
  document.documentElement.lang = lang;
  writeWords();
  const other = lang === "nl" ? "en" : "nl";
  by("language").textContent = { nl: "Nederlands", en: "English" }[other];
  by("language").lang = other;
  write("version", word("about.version", page.about));
  places = null;
  buildSource();
  buildOwn("own", page.about.own);
  buildTabs();
}

async function otherLanguage() {
  try {
    notice();
    const goesOn = study?.busy && study.size === "whole";
    stopStudy();
    await speak(page.lang === "nl" ? "en" : "nl");
    showVariants();
    say("");
    await adopt(page.choice, true, goesOn);
    await rereadVariants();
  } catch (error) {
    engineFailed(error);
  }
}

/** On a narrow screen the outcome comes first, in sight and for the keyboard. */
function arrange(narrow) {
  const held = document.activeElement;
  const [first, second] = narrow ? ["outcome", "knobs"] : ["knobs", "outcome"];
  by("main").prepend(by(first));
  by("main").append(by(second));
  by(narrow ? "main" : "outcome").append(by("rest"));
  if (held !== document.activeElement) /** @type {HTMLElement} */ (held).focus();
}

/** Links within the page open the tab that they name, or go where it stands. @param {MouseEvent} event */
function followLink(event) {
  const anchor = /** @type {Element} */ (event.target).closest?.("a[href^='#']");
  if (!anchor) return;
  event.preventDefault();
  const id = anchor.getAttribute("href").slice(1);
  if (by(`tab-${id}`)) openTab(id);
  const target = by(`panel-${id}`) ?? by(id);
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}

function listen() {
  const onClick = {
    "choose-place": choosePlace,
    undo,
    save: savePlan,
    open: () => by("file").click(),
    share: sharePlan,
    report: () => takeAlong("report", "report.html", "text/html"),
    csv: () => takeAlong("comparison", "comparison.csv", "text/csv"),
    excel: () => takeAlong("dutch", "comparison-nl.csv", "text/csv"),
    prices: () => takePrices(),
    language: otherLanguage,
    go: goOn,
    stop: stopped,
    "add-variant": addVariant,
    "close-notice": () => (by("notice").hidden = true) && beforeNotice?.focus(),
    "copy-command": async () => notice(await copyText(by("command").textContent, by("command"))),
    "copy-link": async () => (by("link-copied").textContent = await copyText(by("link").value, by("link"))),
  };
  for (const [id, react] of Object.entries(onClick)) by(id).addEventListener("click", react);
  by("file").addEventListener("change", openFile);
  by("knobs").addEventListener("submit", (event) => event.preventDefault());
  by("knob-filter").addEventListener("input", filterKnobs);
  by("plan-name").addEventListener("change", () => {
    change((choice) => (choice.name = by("plan-name").value.trim() || word("plan.name")));
  });
  by("tabs").addEventListener("keydown", keyOnTabs);
  by("place-filter").addEventListener("input", showMunicipalities);
  // Once is enough, though the field would first empty itself.
  by("places").addEventListener("keydown", (event) => event.key === "Escape" && by("places").close());
  by("municipality").addEventListener("change", showWijken);
  by("places").addEventListener("close", placeChosen);
  document.addEventListener("click", followLink);
  addEventListener("hashchange", openLink);
  const narrow = matchMedia("(max-width: 56rem)");
  narrow.addEventListener("change", () => arrange(narrow.matches));
  arrange(narrow.matches);
}

async function start() {
  try {
    page.engine = await startEngine();
    await speak("nl");
  } catch (error) {
    by("not-started").hidden = false;
    by("not-started-why").textContent = String(error);
    return;
  }
  page.choice.closure = page.about.closures[0].key;
  listen();
  showVariants();
  by("starting").hidden = true;
  by("main").hidden = false;
  if (!(await openLink())) await adopt(page.choice, true);
}

start();
