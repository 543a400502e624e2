"use strict";
// What both screens do: words, asking, and drawing without any markup from text.
const words = JSON.parse(document.getElementById("words").textContent);
const kit = JSON.parse(document.getElementById("kit").textContent);
let lang = document.documentElement.lang;
const token = location.hash.slice(3);
history.replaceState(null, "", location.pathname);

/** A word in the language of the screen, with its gaps filled. */
const word = (key, ...given) =>
  given.reduce((said, value, i) => said.replace(`{${"abcde"[i]}}`, value), words[key][lang]);
/** A text of the program in the language of the screen. */
const said = (text) => (text ? text[lang] : "");
const $ = (id) => document.getElementById(id);

/** Makes an element: its name, attributes, and what is inside. */
function make(name, given = {}, ...inside) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...inside.filter((part) => part !== null));
  return node;
}

/** Puts something into a place, unless it is there already: what somebody uses is left alone. */
const drawn = new Map();
function draw(id, from, how) {
  const key = JSON.stringify([lang, from]);
  if (drawn.get(id) === key) return;
  drawn.set(id, key);
  $(id).replaceChildren(...how());
}

/** Speaks a language. */
function speak(tag) {
  lang = tag;
  document.documentElement.lang = tag;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  document.title = word(document.documentElement.dataset.title);
}

/** Asks the program. */
async function ask(path, what) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "x-kantel-token": token },
    body: JSON.stringify(what),
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** Minutes and seconds. */
function minutes(left) {
  const seconds = Math.ceil(left / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

const SVG = "http://www.w3.org/2000/svg";
function shape(name, given, ...inside) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) node.setAttribute(key, value);
  node.append(...inside);
  return node;
}

/** An axis as bars, a group to a line: `[ours, lowest, highest]` each. */
function bars(axis, names) {
  const height = names.length * 40 + 26;
  const x = (points) => 40 + points * 4;
  const label = names.map((name, i) => `${name} ${axis.groups[i] ? `${axis.groups[i][0]} (${axis.groups[i].slice(1).join("–")})` : "–"}`);
  const svg = shape("svg", { viewBox: `0 0 500 ${height}`, role: "img", "aria-label": `${said(axis.name)}: ${label.join(", ")}` });
  names.forEach((name, i) => {
    const y = 20 + i * 40;
    svg.append(shape("text", { x: 4, y: y + 22, class: "name" }, name));
    if (!axis.groups[i]) return;
    const [here, low, high] = axis.groups[i];
    svg.append(
      shape("rect", { x: x(0), y, width: here * 4, height: 30, class: `bar g${i}` }),
      shape("line", { x1: x(low), x2: x(high), y1: y + 15, y2: y + 15, class: "luck" }),
      shape("line", { x1: x(low), x2: x(low), y1: y + 8, y2: y + 22, class: "luck" }),
      shape("line", { x1: x(high), x2: x(high), y1: y + 8, y2: y + 22, class: "luck" }),
      shape("text", { x: 448, y: y + 22, class: "value" }, String(here)),
    );
  });
  svg.append(
    shape("line", { x1: x(50), x2: x(50), y1: 14, y2: height, class: "now" }),
    shape("text", { x: x(50), y: 12, class: "fifty" }, "50"),
  );
  return svg;
}

/** A group on an axis as dots, a world to a dot, ours filled. */
function dots(name, points) {
  const x = (at) => 12 + at * 3.76;
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const svg = shape("svg", {
    viewBox: "0 0 400 40",
    role: "img",
    "aria-label": word("dots.of", name, points.length, points[0], low, high),
  });
  svg.append(
    shape("line", { x1: x(0), x2: x(100), y1: 36, y2: 36, class: "base" }),
    shape("line", { x1: x(50), x2: x(50), y1: 2, y2: 38, class: "now" }),
  );
  const at = new Map();
  points
    .map((point, i) => [point, i])
    .reverse()
    .forEach(([point, i]) => {
      const bin = Math.round(point / 3);
      const up = at.get(bin) ?? 0;
      at.set(bin, up + 1);
      svg.append(shape("circle", { cx: x(point), cy: 29 - (up % 4) * 8, r: i ? 4 : 6, class: i ? "other" : "ours" }));
    });
  return svg;
}

/** The debrief: dots, the decisive decision, and what was expected. */
function debriefed(found, names) {
  const cell = (part) => make("td", {}, part);
  const luck = make(
    "table",
    { class: "luck-table" },
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, word("group")), ...found.axes.map((axis) => make("th", { scope: "col" }, said(axis))))),
    make(
      "tbody",
      {},
      ...found.groups.map((group, i) =>
        make("tr", {}, make("th", { scope: "row" }, names[i]), ...group.points.map((points, axis) => cell(points.length ? dots(said(found.axes[axis]), points) : "–"))),
      ),
    ),
  );
  const decisive = make("ul", { class: "decisive" }, ...found.groups.map((group, i) => make("li", {}, make("b", {}, `${word("group")} ${names[i]}: `), said(group.decisive))));
  const hits = make(
    "table",
    { class: "hits" },
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, word("group")), ...[1, 2, 3, 4, 5].map((sure) => make("th", { scope: "col" }, word("hits.sure", sure))))),
    make(
      "tbody",
      {},
      ...found.groups.map((group, i) =>
        make("tr", {}, make("th", { scope: "row" }, names[i]), ...group.sure.map(([all, right]) => cell(all ? word("hits.cell", right, all) : "–"))),
      ),
    ),
  );
  return [
    make("h3", {}, word("true")),
    make("p", {}, word("true.note")),
    luck,
    make("h3", {}, word("decisive")),
    decisive,
    make("h3", {}, word("hits")),
    hits,
  ];
}
