// The worker: one engine that answers one question at a time.
//
// The engine is a WASI command. Each question gets an instance of its own: it reads the question from its standard
// input, writes the answer to its standard output, and ends. Nothing is kept between two questions.

/** @type {WebAssembly.Module} */
let engine;

/** Ends an instance by its own wish. */
class Ended {
  constructor(code) {
    this.code = code;
  }
}

/** What is told to who asks for a file that is not there; and of all that the engine does not need. */
const NO_SUCH_FILE = 8;

/**
 * Puts one question to a new instance.
 * @param {Uint8Array} question
 * @returns {{code: number, answer: Uint8Array, why: string}}
 */
function run(question) {
  let read = 0;
  /** What was written to the standard output and to the standard error. @type {Uint8Array[][]} */
  const written = [[], [], []];
  let memory;
  const view = () => new DataView(memory.buffer);

  /** Goes along the pieces of memory that a call names. */
  const pieces = (at, count, use) => {
    let total = 0;
    for (let i = 0; i < count; i += 1) {
      const [start, length] = [view().getUint32(at + 8 * i, true), view().getUint32(at + 8 * i + 4, true)];
      total += use(new Uint8Array(memory.buffer, start, length));
    }
    return total;
  };
  const store = (at, number) => {
    view().setUint32(at, number, true);
    return 0;
  };
  const calls = {
    // There are no variables, arguments or folders.
    environ_sizes_get: (count, size) => store(count, 0) + store(size, 0),
    environ_get: () => 0,
    fd_close: () => 0,
    fd_read(_file, at, count, size) {
      const total = pieces(at, count, (room) => {
        const part = question.subarray(read, read + room.length);
        room.set(part);
        read += part.length;
        return part.length;
      });
      return store(size, total);
    },
    fd_write(file, at, count, size) {
      const total = pieces(at, count, (part) => {
        written[file].push(part.slice());
        return part.length;
      });
      return store(size, total);
    },
    fd_fdstat_get(file, at) {
      if (file > 2) return NO_SUCH_FILE;
      // A character device with all rights.
      new Uint8Array(memory.buffer, at, 24).fill(0);
      view().setUint8(at, 2);
      view().setBigUint64(at + 8, 0xffff_ffffn, true);
      return 0;
    },
    // Draws of the model are keyed; nothing else may depend on chance.
    random_get(at, length) {
      new Uint8Array(memory.buffer, at, length).fill(0);
      return 0;
    },
    proc_exit(code) {
      throw new Ended(code);
    },
  };
  /** @type {Record<string, any>} */
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(engine)) {
    (imports[module] ??= {})[name] = calls[name] ?? (() => NO_SUCH_FILE);
  }
  const exports = /** @type {any} */ (new WebAssembly.Instance(engine, imports).exports);
  memory = exports.memory;
  let code = 0;
  try {
    exports._start();
  } catch (end) {
    if (!(end instanceof Ended)) {
      throw new Error([end, text(written[2])].join("\n"));
    }
    code = end.code;
  }
  return { code, answer: joined(written[1]), why: text(written[2]) };
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array[]} parts */
function text(parts) {
  return new TextDecoder().decode(joined(parts));
}

onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    engine = data;
    return;
  }
  const start = performance.now();
  try {
    const { code, answer, why } = run(data);
    postMessage({ code, answer, why, ms: performance.now() - start }, { transfer: [answer.buffer] });
  } catch (error) {
    postMessage({ code: -1, why: String(error) });
  }
};
