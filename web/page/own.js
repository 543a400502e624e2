// The user's own figures of the place, which stand beside the model's and change none of them, and the user's own prices.

/** The fields, by the key of their mistakes. @type {Map<string, any>} */
const ownFields = new Map();

/**
 * Builds the fields of own figures or prices in the words of the language.
 * @param {"own" | "prices"} kind
 * @param {{key: string, name: string, now?: string}[]} rows
 */
function buildOwn(kind, rows) {
  for (const known of [...ownFields.keys()].filter((known) => known.startsWith(`${kind}.`))) ownFields.delete(known);
  const rowOfOwn = ({ key, name, now }) => {
    const [id, errorId, nowId] = [`o-${kind}-${key}`, `e-o-${kind}-${key}`, `n-o-${kind}-${key}`];
    const field = make("input", {
      id,
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      "aria-describedby": now ? `${nowId} ${errorId}` : errorId,
      change: () => setOwn(kind, key, field),
    });
    const error = make("p", { class: "error", id: errorId, hidden: true });
    ownFields.set(`${kind}.${key}`, { kind, key, field, error, control: { key: `${kind}.${key}` } });
    const hint = now && make("p", { class: "hint", id: nowId }, now);
    return make("div", { class: "row" }, make("label", { for: id }, name), " ", field, hint, error);
  };
  by(`${kind}-fields`).replaceChildren(...rows.map(rowOfOwn));
}

/** Takes a figure over; an empty field has none. */
function setOwn(kind, key, field) {
  const text = field.value.trim();
  const { number, why } = text ? numberIn(text, kind === "prices" ? 999 : Infinity) : { number: null };
  if (Number.isNaN(number)) {
    notANumber({ key: `${kind}.${key}` }, why);
    return;
  }
  change((choice) => {
    choice[kind] = { ...choice[kind] };
    delete choice[kind][key];
    if (number !== null) choice[kind][key] = number;
  });
}

/** Shows the figures and prices of the choice; own prices in sight, because they change figures. */
function showOwn() {
  if (Object.keys(page.choice.prices ?? {}).length > 0) by("own-prices").open = true;
  for (const { kind, key, field } of ownFields.values()) {
    const value = page.choice[kind]?.[key];
    field.value = value === undefined ? "" : value.toLocaleString(page.lang, { useGrouping: false, maximumFractionDigits: 6 });
    field.removeAttribute("aria-invalid");
  }
}
