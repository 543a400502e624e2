// The engine, seen from the page: a question goes in, an answer comes out. Two ways lead there: workers that hold the
// engine themselves, and a server. Both take the same bytes.

/** What is asked is not possible; says why. */
class Refused extends Error {
  /** @param {Mistake[]} mistakes */
  constructor(mistakes) {
    super("refused");
    this.mistakes = mistakes;
  }
}

/** Nobody waits for the answer any longer. */
class Cancelled extends Error {}

/** The engine itself went wrong. */
class Failed extends Error {}

const DONE = 0;
const REFUSED = 2;

/**
 * @typedef {{courses?: Uint8Array[], signal?: AbortSignal, ahead?: boolean, apart?: boolean}} Needs
 *   the courses that the question is about, what cancels it, whether it goes before those that wait, and whether it
 *   takes so long that it gets a worker of its own
 * @typedef {{bytes: Uint8Array, ms: number}} Answer the answer and how long it took
 */

/**
 * A question as bytes: the words, then the courses, each behind its length.
 * @param {object} question
 * @param {Uint8Array[]} courses
 */
function framed(question, courses = []) {
  const parts = [new TextEncoder().encode(JSON.stringify(question)), ...courses];
  const bytes = new Uint8Array(parts.reduce((length, part) => length + 4 + part.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length, true);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

/**
 * The parts of an answer, each behind its length.
 * @param {Uint8Array} bytes
 */
function unframed(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + view.getUint32(at, true);
    parts.push(bytes.slice(at + 4, end));
    at = end;
  }
  return parts;
}

/** @param {Uint8Array} bytes */
const textOf = (bytes) => new TextDecoder().decode(bytes);

/** Workers that each hold the compiled engine. A question goes to the first that is free. */
class Pool {
  /**
   * @param {WebAssembly.Module} module
   * @param {string} source what a worker runs
   * @param {number} count
   */
  constructor(module, source, count) {
    this.module = module;
    this.url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    this.lanes = count;
    /** @type {Worker[]} */
    this.free = Array.from({ length: count }, () => this.start());
    /** @type {any[]} */
    this.waiting = [];
  }

  start() {
    const worker = new Worker(this.url);
    worker.postMessage(this.module);
    return worker;
  }

  /**
   * @param {object} question
   * @param {Needs} needs
   * @returns {Promise<Answer>}
   */
  ask(question, { courses, signal, ahead, apart } = {}) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new Cancelled());
        return;
      }
      const job = { bytes: framed(question, courses), resolve, reject, worker: null, apart };
      signal?.addEventListener("abort", () => this.drop(job));
      if (apart) {
        this.give(job, this.start());
      } else {
        this.waiting[ahead ? "unshift" : "push"](job);
        this.next();
      }
    });
  }

  /** Gives what waits to who is free. */
  next() {
    while (this.waiting.length > 0 && this.free.length > 0) this.give(this.waiting.shift(), this.free.pop());
  }

  /** @param {any} job @param {Worker} worker */
  give(job, worker) {
    job.worker = worker;
    worker.onmessage = ({ data }) => this.settle(job, worker, data);
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      this.settle(job, this.start(), { code: -1, why: event.message });
    };
    worker.postMessage(job.bytes, [job.bytes.buffer]);
  }

  /**
   * @param {any} job
   * @param {Worker} worker
   * @param {{code: number, answer?: Uint8Array, why: string, ms?: number}} said
   */
  settle(job, worker, { code, answer, why, ms }) {
    job.worker = null;
    if (job.apart) worker.terminate();
    else this.free.push(worker);
    outcome(job, code, answer, why, ms);
    this.next();
  }

  /** Ends a job that nobody waits for: its worker makes room for a new one. */
  drop(job) {
    const place = this.waiting.indexOf(job);
    if (place >= 0) {
      this.waiting.splice(place, 1);
    } else if (job.worker) {
      job.worker.terminate();
      job.worker = null;
      if (!job.apart) this.free.push(this.start());
      // Only when all that is cancelled with it is gone.
      queueMicrotask(() => this.next());
    }
    job.reject(new Cancelled());
  }
}

/** An engine behind the server that the page came from. */
class Server {
  /** @param {string} token */
  constructor(token) {
    this.token = token;
    this.lanes = Math.min(16, navigator.hardwareConcurrency || 2);
  }

  /**
   * @param {object} question
   * @param {Needs} needs
   * @returns {Promise<Answer>}
   */
  async ask(question, { courses, signal } = {}) {
    const start = performance.now();
    try {
      const body = framed(question, courses);
      const answer = await fetch("/ask", { method: "POST", body, signal, headers: { "X-Kantel-Token": this.token } });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const code = { 200: DONE, 422: REFUSED }[answer.status] ?? -1;
      const why = code < 0 ? `${answer.status} ${textOf(bytes)}` : "";
      return await new Promise((resolve, reject) => {
        outcome({ resolve, reject }, code, bytes, why, performance.now() - start);
      });
    } catch (error) {
      if (signal?.aborted) throw new Cancelled();
      throw error instanceof Refused || error instanceof Failed ? error : new Failed(String(error));
    }
  }
}

/** Tells who waits what came out. */
function outcome({ resolve, reject }, code, bytes, why, ms) {
  if (code === DONE) {
    resolve({ bytes, ms });
  } else if (code === REFUSED) {
    reject(new Refused(JSON.parse(textOf(bytes)).mistakes));
  } else {
    reject(new Failed(why || `code ${code}`));
  }
}

/**
 * The engine that came with the page; where none did, that of the server.
 * @returns {Promise<Pool | Server>}
 */
async function startEngine() {
  const packed = by("engine").textContent.trim();
  if (!packed) {
    const token = new URLSearchParams(location.hash.slice(1)).get("t") ?? "";
    history.replaceState(null, "", location.pathname);
    return new Server(token);
  }
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const opened = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const module = await WebAssembly.compile(await new Response(opened).arrayBuffer());
  by("engine").remove();
  const count = Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));
  return new Pool(module, by("worker").textContent, count);
}

/**
 * Asks for an answer in JSON, in the language of the page.
 * @param {object} question
 * @param {Needs} needs
 * @returns {Promise<any>}
 */
async function ask(question, needs = {}) {
  const { bytes } = await page.engine.ask({ lang: page.lang, ...question }, needs);
  return JSON.parse(textOf(bytes));
}
