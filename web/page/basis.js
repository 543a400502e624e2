// What all parts of the page share: the state of the page, words, and elements.
"use strict";

/**
 * @typedef {{name: string, place: string | null, closure: string,
 *   settings: Record<string, number | string | boolean>, own: Record<string, number>,
 *   prices: Record<string, number>}} Choice own: what the user knows of the place; it changes no course
 * @typedef {{key: string, text: string, allowed?: string, help?: string, line?: number, column?: number}} Mistake
 * @typedef {{name: string, text: string, range: string, verdict: string, word: string}} Figure
 * @typedef {{samples: number, cards: string, lead: string, live: string, settled: boolean,
 *   sections: Record<string, string>, row: Figure[], worlds: any, doubt: string}} Reading
 * @typedef {"small" | "whole"} Size
 */

/** What the page knows. */
const page = {
  lang: "nl",
  /** The answer to `about`: words, closures, tabs, steps. @type {any} */
  about: null,
  /** What the user has set. @type {Choice} */
  choice: { name: "", place: null, closure: "hours", settings: {}, own: {}, prices: {} },
  /** What was set before, the latest last. @type {Choice[]} */
  before: [],
  /** The answer to `knobs`. @type {any} */
  knobs: null,
  /** The engine, in workers or behind a server. @type {Pool | Server} */
  engine: null,
};

/**
 * An element that the page is built with.
 * @param {string} id
 * @returns {any}
 */
const by = (id) => document.getElementById(id);

/**
 * A new element. Children that are text become text, never markup; an attribute that is a function hears its event.
 * @param {string} tag
 * @param {Record<string, any>} attributes
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value != null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * A word of the catalogue, its gaps filled.
 * @param {string} key
 * @param {Record<string, string | number>} gaps
 */
function word(key, gaps = {}) {
  return (page.about.words[key] ?? key).replace(/\{(\w+)\}/g, (_, gap) => gaps[gap] ?? "");
}

/** A paragraph that says a word. @param {string} key */
const sentence = (key) => make("p", {}, word(key));

/** A button that says a word. @param {string} key @param {() => void} click */
const button = (key, click, attributes = {}) => make("button", { type: "button", click, ...attributes }, word(key));

/** Writes text in an element of the page; without any it is not shown. @param {string} id @param {string} text */
function write(id, text) {
  by(id).textContent = text;
  by(id).hidden = !text;
}

/** Writes the words of the elements that name them. */
function writeWords() {
  const all = (selector) => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));
  for (const element of all("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of all("[data-label]")) element.ariaLabel = word(element.dataset.label);
}

/**
 * Says something to who listens.
 * @param {string} text
 */
function say(text) {
  by("live").textContent = text;
}

/** What had the focus when the notice came. @type {any} */
let beforeNotice = null;

/**
 * Shows a sentence at the foot of the window, and says it. Without one, what stood there goes.
 * @param {string} text
 */
function notice(text = "") {
  beforeNotice = document.activeElement;
  write("notice-text", text);
  by("notice").hidden = !text;
  if (text) say(text);
}

/**
 * What decides the courses of a choice: all but its name and the user's own figures.
 * @param {Choice} choice
 */
function keyOf({ place, closure, settings, prices }) {
  const sorted = (table) => Object.entries(table ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([place, closure, sorted(settings), sorted(prices)]);
}

/** Whether a plan changes nothing. @param {Choice} choice */
const isNow = (choice) => Object.keys(choice.settings).length === 0;

/** A choice that can be changed without changing the other. @param {Choice} choice @returns {Choice} */
const copyOf = (choice) => structuredClone(choice);
