// A plan in a link: `#k1=` and the text of the plan, packed. It never reaches a server, since it stands behind the #.

/** The longest link that is given or read. */
const LONGEST = 2000;
const MARK = "#k1=";

/** A link that cannot be read; the message is the key of a word. */
class BadLink extends Error {}

/**
 * Bytes through a packer.
 * @param {Uint8Array} bytes
 * @param {any} packer
 */
async function through(bytes, packer) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(packer)).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  const plain = btoa(String.fromCharCode(...bytes));
  return plain.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/**
 * The fragment that holds a text; `null` where it would be too long. The packing carries a sum of the text, so that
 * damage is seen.
 * @param {string} text
 */
async function pack(text) {
  const packed = await through(new TextEncoder().encode(text), new CompressionStream("deflate"));
  const length = MARK.length + Math.ceil((packed.length * 4) / 3);
  return length > LONGEST ? null : MARK + base64url(packed);
}

/**
 * The text that a fragment holds.
 * @param {string} fragment
 */
async function unpack(fragment) {
  if (/^#k([2-9]|\d\d+)=/.test(fragment)) throw new BadLink("link.newer");
  const signs = fragment.slice(MARK.length);
  if (!fragment.startsWith(MARK) || fragment.length > LONGEST || !/^[\w-]+$/.test(signs)) {
    throw new BadLink("link.damaged");
  }
  try {
    const bytes = Uint8Array.from(atob(signs.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream("deflate"));
    // Signs that mean the same bytes are no link of ours.
    if (base64url(bytes) !== signs) throw new Error();
    return new TextDecoder("utf-8", { fatal: true }).decode(text);
  } catch {
    throw new BadLink("link.damaged");
  }
}
