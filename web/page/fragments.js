// Markup of the engine put in the place of older markup. Only the engine's own renderer writes it, which escapes names.

/** What was put where. @type {WeakMap<Element, string>} */
const standing = new WeakMap();

/** What can have the focus inside a fragment. */
const FOCUSABLE = "a[href], button, summary, [tabindex]";

/**
 * Puts markup in an element. The same markup is left alone; else the focus, open `details` and the places to which
 * tables were scrolled are kept.
 * @param {Element} element
 * @param {string} html
 */
function put(element, html) {
  if (standing.get(element) === html) return;
  standing.set(element, html);
  const all = (selector) => [...element.querySelectorAll(selector)];
  const name = (details) => details.querySelector("summary")?.textContent;
  const open = new Set(all("details[open]").map(name));
  const known = new Set(all("details").map(name));
  const scrolled = all(".scroll").map((region) => region.scrollLeft);
  const focus = element.contains(document.activeElement) ? all(FOCUSABLE).indexOf(document.activeElement) : -1;

  const template = document.createElement("template");
  template.innerHTML = html;
  element.replaceChildren(template.content);

  for (const details of all("details")) {
    if (known.has(name(details))) details.open = open.has(name(details));
  }
  all(".scroll").forEach((region, i) => {
    region.scrollLeft = scrolled[i] ?? 0;
  });
  if (focus >= 0) {
    const focusable = all(FOCUSABLE);
    focusable[Math.min(focus, focusable.length - 1)]?.focus({ preventScroll: true });
  }
}

/** Puts text of the page's own in an element. @param {Element} element @param {...(Node | string)} children */
function fill(element, ...children) {
  standing.delete(element);
  element.replaceChildren(...children);
}
