// The user's own figures of the place: they stand beside the model's, and change none of them.

/** The fields, by the key of their mistakes. @type {Map<string, any>} */
const ownFields = new Map();

/** Builds the fields in the words of the language. */
function buildOwn() {
  ownFields.clear();
  by("own-fields").replaceChildren(...page.about.own.map(({ key, name }) => {
    const [id, errorId] = [`o-${key}`, `e-o-${key}`];
    const field = make("input", { id, type: "text", inputmode: "decimal", autocomplete: "off", "aria-describedby": errorId, change: () => setOwn(key, field) });
    const error = make("p", { class: "error", id: errorId, hidden: true });
    ownFields.set(`own.${key}`, { field, error, control: { key: `own.${key}` } });
    return make("div", { class: "row" }, make("label", { for: id }, name), " ", field, error);
  }));
}

/** Takes a figure over; an empty field has none. @param {string} key */
function setOwn(key, field) {
  const text = field.value.trim();
  const number = text ? numberIn(text, 1e12) : null;
  if (Number.isNaN(number)) {
    notANumber({ key: `own.${key}` });
    return;
  }
  change((choice) => {
    choice.own = { ...choice.own };
    delete choice.own[key];
    if (number !== null) choice.own[key] = number;
  });
}

/** Shows the figures of the choice. */
function showOwn() {
  for (const [key, { field }] of ownFields) {
    const value = page.choice.own?.[key.slice(4)];
    field.value = value === undefined ? "" : value.toLocaleString(page.lang, { maximumFractionDigits: 6 });
    field.removeAttribute("aria-invalid");
  }
}
