// The engine of the page and the native program give the same bytes for every question.
//
// `node same.mjs ENGINE.wasm KANTEL`: the engine for WebAssembly, and the program, which is asked by `kantel serve`.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const [enginePath, program] = process.argv.slice(2);

/** Parts behind each other, each after its length. */
function framed(parts) {
  return Buffer.concat(parts.flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(part.length);
    return [length, part];
  }));
}

function unframed(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32LE(at);
    parts.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return parts;
}

/** What the worker of the page says next. */
let said;
new Function("postMessage", readFileSync(new URL("../page/worker.js", import.meta.url), "utf8"))((message) => (said = message));
globalThis.onmessage({ data: new WebAssembly.Module(readFileSync(enginePath)) });

/** What the engine answers: its exit code, and the bytes. */
function inWebAssembly(message) {
  globalThis.onmessage({ data: new Uint8Array(message) });
  if (said.code < 0) throw new Error(said.why);
  return { code: said.code, bytes: Buffer.from(said.answer) };
}

const server = spawn(program, ["serve", "--lang", "en"], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((resolve, reject) => {
  server.stdout.once("data", (text) => resolve(String(text).split("\n")[0]));
  server.once("exit", (code) => reject(new Error(`kantel serve ended with ${code}`)));
});
const [origin, token] = address.split("/#t=");

async function natively(body) {
  const headers = { "X-Kantel-Token": token, Origin: origin };
  const answer = await fetch(`${origin}/ask`, { method: "POST", body, headers });
  return { code: { 200: 0, 422: 2 }[answer.status] ?? answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

let compared = 0;
/** Asks both, and ends where they differ. */
async function both(question, courses = []) {
  const message = framed([Buffer.from(JSON.stringify(question)), ...courses]);
  const [one, other] = [inWebAssembly(message), await natively(message)];
  if (one.code !== other.code || !one.bytes.equals(other.bytes)) {
    throw new Error(`${JSON.stringify(question)}\nengine ${one.code}, ${one.bytes.length} bytes; program ${other.code}, ${other.bytes.length} bytes`);
  }
  compared += 1;
  return one;
}

const small = "WK000901";
const plan = (name, closure, settings, place = small) => ({ name, place, closure, settings });
const plans = [
  plan("Niets", "hours", {}),
  plan("Erop af", "extra", { "outreach.door_fte": 0.3, "outreach.targeting": "signal" }),
  plan("Evenveel geld", "budget", { "outreach.door_fte": 0.3, "outreach.place_fte": 0.2, "outreach.protected": true }),
  plan("Streng", "hours", { "gate.strictness": 0.4, "own_strength.assumed": 0.5 }, null),
  plan("Voorkomen", "extra", { "prevention.facility_euros": 30000, "reciprocity.help": "expected" }),
  plan("Fout", "hours", { "team.fte": 99, "outreach.targeting": "signals" }),
];
const sections = ["in-brief", "key-figures", "local-check", "over-time", "why", "who-pays", "for-whom", "first-second",
  "certainty", "two-lives", "changes", "not-for", "assumptions", "reproduce"];
try {
  for (const lang of ["nl", "en"]) {
    await both({ ask: "about", lang });
    await both({ ask: "places", lang });
    await both({ ask: "open", lang, text: "schema_version = 1\nbas = 2\n" });
  }
  for (const choice of plans) {
    const lang = plans.indexOf(choice) % 2 === 0 ? "nl" : "en";
    await both({ ask: "knobs", lang, choice });
    const checked = JSON.parse((await both({ ask: "check", lang, choice })).bytes);
    if (checked.mistakes.length > 0) continue;
    const scenarios = Object.keys(choice.settings).length > 0 ? [0, 1] : [0];
    const computed = async (size, samples, replicates) => {
      const courses = [];
      for (let sample = 0; sample < samples; sample += 1) {
        for (let replicate = 0; replicate < replicates; replicate += 1) {
          const question = { ask: "courses", choice, size, sample, replicate, scenarios };
          courses.push(...unframed((await both(question)).bytes));
        }
      }
      return courses;
    };
    await both({ ask: "read", lang, choice, size: "small", samples: 2, sections: [] }, await computed("small", 2, 1));
    if (choice.place !== small) continue;
    const whole = await computed("whole", 1, checked.replicates);
    await both({ ask: "read", lang, choice, size: "whole", samples: 1, sections }, whole);
    for (const what of ["report", "comparison", "scenario"]) await both({ ask: "take", lang, choice, samples: 1, what }, whole);
  }
  console.log(`page: ${compared} answers of the engine are those of the program, to the byte`);
} finally {
  server.removeAllListeners("exit");
  server.kill();
}
