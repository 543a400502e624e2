// The area: a municipality, and in it a wijk or all of it.

/** The answer to `places`, once it was asked for. @type {any} */
let places = null;

async function choosePlace() {
  try {
    places ??= await ask({ ask: "places", lang: undefined });
  } catch (error) {
    engineFailed(error);
    return;
  }
  by("place-filter").value = "";
  showMunicipalities();
  by("places").returnValue = "";
  by("places").showModal();
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const optionOf = ({ code, name, residents }) =>
  make("option", { value: code }, word("place.option", { name: nameOf({ code, name }), n: residents.toLocaleString(page.lang) }));
const nameOf = ({ code, name }) => (name && name !== code ? name : word("place.unnamed", { code }));

/** The code of the area that is shown. */
const placeNow = () => page.choice.place ?? page.knobs.place.code;

/** The municipalities whose name, or the name of one of whose wijken, holds what was looked for. */
function showMunicipalities() {
  const wanted = plain(by("place-filter").value.trim());
  const holds = (area) => plain(area.name).includes(wanted);
  const found = places.municipalities.filter((municipality) => holds(municipality) || municipality.wijken.some(holds));
  found.sort((a, b) => Number(!holds(a)) - Number(!holds(b)) || a.name.localeCompare(b.name, "nl"));
  const list = by("municipality");
  list.replaceChildren(...found.map(optionOf));
  by("no-place").hidden = found.length > 0;
  const here = found.findIndex(({ code, wijken }) => [code, ...wijken.map((w) => w.code)].includes(placeNow()));
  list.selectedIndex = found.length > 0 ? Math.max(0, wanted ? 0 : here) : -1;
  showWijken();
}

/** The wijken of the chosen municipality; those that were looked for first. */
function showWijken() {
  const wanted = plain(by("place-filter").value.trim());
  const list = by("wijk");
  const municipality = places.municipalities.find(({ code }) => code === by("municipality").value);
  if (!municipality) {
    list.replaceChildren();
    return;
  }
  const whole = make("option", { value: municipality.code }, word("place.whole"));
  const order = (a, b) => nameOf(a).localeCompare(nameOf(b), "nl", { numeric: true });
  const wijken = [...municipality.wijken].sort(order);
  list.replaceChildren(whole, ...wijken.map(optionOf));
  const named = wijken.findIndex(({ name }) => plain(name).includes(wanted));
  const isNamed = wanted && !plain(municipality.name).includes(wanted);
  list.value = isNamed ? wijken[named].code : placeNow();
  if (list.selectedIndex < 0) list.selectedIndex = 0;
}

/** Takes what was chosen when the dialog closes. */
function placeChosen() {
  const answer = by("places").returnValue;
  const place = answer === "choose" ? by("wijk").value : null;
  if (!answer || (!place && answer !== "builtin") || place === page.choice.place) return;
  change((choice) => Object.assign(choice, { place, own: {} }));
  if (!isNow(page.choice)) notice(word("place.moved"));
}
