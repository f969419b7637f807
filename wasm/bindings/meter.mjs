/**
 * Counts the turns of a WebAssembly module's loops, so that none runs without end: each takes one from the global `turns` at
 * every turn, and traps where nothing is left. A browser can't end what runs in its background, and a service worker may
 * start no worker that could be ended.
 *
 * The module begins with more than can ever be used; who wants a limit sets the global before each call. A count and no clock:
 * what is refused on one machine is refused on all. It costs the core 9 % of its time. Turns that a function counts in a local and
 * takes from the global by 63 cost more, 13 %: most loops here make few turns, and each return then has to take as well.
 *
 *     node meter.mjs FILE.wasm      changes the file
 *
 * Format: WebAssembly core specification 2.0, chapter 5. What the compiler makes is read, no more: of anything else
 * (exceptions, threads) it says where it stands and changes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const GLOBALS = 6;
const EXPORTS = 7;
const CODE = 10;
const HEADER = 8;

const BLOCK = 0x02;
const LOOP = 0x03;
const IF = 0x04;
const END = 0x0b;
/** Opcode: what follows it. `u` a number in LEB128, a number of bytes, `v` a list of numbers in LEB128. */
const IMMEDIATES = new Map([
  [BLOCK, ['u']],
  [LOOP, ['u']],
  [IF, ['u']],
  [0x0c, ['u']], // br
  [0x0d, ['u']], // br_if
  [0x0e, ['v', 'u']], // br_table
  [0x10, ['u']], // call
  [0x11, ['u', 'u']], // call_indirect
  ...range(0x20, 0x24).map((opcode) => [opcode, ['u']]), // locals, globals
  ...range(0x28, 0x3e).map((opcode) => [opcode, ['u', 'u']]), // loads, stores
  [0x3f, ['u']], // memory.size
  [0x40, ['u']], // memory.grow
  [0x41, ['u']], // i32.const
  [0x42, ['u']], // i64.const
  [0x43, [4]], // f32.const
  [0x44, [8]], // f64.const
  ...[0x00, 0x01, 0x05, END, 0x0f, 0x1a, 0x1b].map((opcode) => [opcode, []]),
  ...range(0x45, 0xc4).map((opcode) => [opcode, []]), // numbers
]);
/** After 0xfc: conversions, and what copies and fills memory. */
const PREFIX = 0xfc;
const PREFIXED = new Map([...range(0, 7).map((opcode) => [opcode, []]), [10, ['u', 'u']], [11, ['u']]]);
/** After 0xfd: several numbers at a time. */
const VECTOR = 0xfd;
const VECTORS = new Map([
  ...range(0, 255).map((opcode) => [opcode, []]),
  ...range(0, 11).map((opcode) => [opcode, ['u', 'u']]), // loads, stores
  [12, [16]], // a constant
  [13, [16]], // shuffle
  ...range(21, 34).map((opcode) => [opcode, [1]]), // one of the numbers
  ...range(84, 91).map((opcode) => [opcode, ['u', 'u', 1]]), // loads and stores of one
  ...range(92, 93).map((opcode) => [opcode, ['u', 'u']]),
]);
const AFTER_PREFIX = new Map([
  [PREFIX, PREFIXED],
  [VECTOR, VECTORS],
]);

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A number in LEB128, unsigned. */
function unsigned(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

/** Reads on from a place. */
class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }
  byte() {
    if (this.at >= this.end) throw new Error(`the module ends at ${this.at}`);
    return this.bytes[this.at++];
  }
  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }
  skip(immediate) {
    if (typeof immediate === 'number') this.at += immediate;
    else for (let left = immediate === 'v' ? this.number() : 1; left > 0; left -= 1) this.number();
  }
  /** @returns the opcode of the instruction that was passed */
  instruction() {
    const began = this.at;
    const opcode = this.byte();
    const prefixed = AFTER_PREFIX.get(opcode);
    const immediates = prefixed ? prefixed.get(this.number()) : IMMEDIATES.get(opcode);
    if (!immediates) throw new Error(`an instruction that is not known here, at ${began}: 0x${opcode.toString(16)}`);
    for (const each of immediates) this.skip(each);
    return opcode;
  }
}

function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @returns the sections in their order: `id`, and where their contents begin and end */
function sectionsOf(bytes) {
  const read = new Reader(bytes, HEADER);
  const sections = [];
  while (read.at < bytes.length) {
    const id = read.byte();
    const size = read.number();
    sections.push({ id, begins: read.at, ends: read.at + size });
    read.at += size;
  }
  return sections;
}

/** @returns where the functions' bodies (locals, then instructions) begin and end */
function functionsOf(bytes) {
  const { begins } = sectionsOf(bytes).find(({ id }) => id === CODE);
  const read = new Reader(bytes, begins);
  return Array.from({ length: read.number() }, () => {
    const size = read.number();
    read.at += size;
    return { begins: read.at - size, ends: read.at };
  });
}

/**
 * @param bytes  a module
 * @returns of each loop where its first instruction stands, and the one that ends it
 * @throws where an instruction is not known here
 */
export function loopsOf(bytes) {
  const loops = [];
  for (const { begins, ends } of functionsOf(bytes)) {
    const read = new Reader(bytes, begins, ends);
    for (let groups = read.number(); groups > 0; groups -= 1) {
      read.number();
      read.byte();
    }
    const open = [];
    while (read.at < ends) {
      const from = read.at;
      const opcode = read.instruction();
      if (opcode === LOOP) open.push(loops[loops.push({ begins: read.at, ends: 0 }) - 1]);
      else if (opcode === BLOCK || opcode === IF) open.push({});
      else if (opcode === END && open.length > 0) open.pop().ends = from;
    }
  }
  return loops;
}

/** Other contents for the sections that a map names by their ids. */
function withSections(bytes, contents) {
  const parts = [bytes.subarray(0, HEADER)];
  for (const { id, begins, ends } of sectionsOf(bytes)) {
    const content = contents.get(id) ?? bytes.subarray(begins, ends);
    parts.push([id, ...unsigned(content.length)], content);
  }
  return joined(parts);
}

/** @returns the module with instructions put in: each of `places` is where, and the bytes */
export function withInstructions(bytes, places) {
  const inOrder = [...places].sort(([a], [b]) => a - b);
  const functions = functionsOf(bytes);
  const code = [unsigned(functions.length)];
  let next = 0;
  for (const { begins, ends } of functions) {
    const body = [];
    let at = begins;
    for (; next < inOrder.length && inOrder[next][0] <= ends; next += 1) {
      const [place, instructions] = inOrder[next];
      body.push(bytes.subarray(at, place), instructions);
      at = place;
    }
    body.push(bytes.subarray(at, ends));
    code.push(unsigned(body.reduce((sum, { length }) => sum + length, 0)), ...body);
  }
  return withSections(bytes, new Map([[CODE, joined(code)]]));
}

/**
 * @param bytes  a module without imported globals
 * @param name   under which the count, a mutable i64, is exported
 * @returns the module with the count
 * @throws where an instruction is not known here
 */
export function metered(bytes, name = 'turns') {
  const section = (wanted) => sectionsOf(bytes).find(({ id }) => id === wanted);
  const listOf = ({ begins, ends }) => {
    const read = new Reader(bytes, begins, ends);
    return { count: read.number(), entries: bytes.subarray(read.at, ends) };
  };
  const globals = listOf(section(GLOBALS));
  const exported = listOf(section(EXPORTS));
  const index = unsigned(globals.count);
  // if (turns < 0) trap; turns -= 1
  const check = [0x23, ...index, 0x42, 0, 0x53, IF, 0x40, 0x00, END];
  const charge = [...check, 0x23, ...index, 0x42, 1, 0x7d, 0x24, ...index];
  const most = [...Array(9).fill(0xff), 0]; // 2^63 - 1
  const named = new TextEncoder().encode(name);
  const places = loopsOf(bytes).map(({ begins }) => [begins, charge]);
  const mutable = [0x7e, 1, 0x42, ...most, END];
  const door = [...unsigned(named.length), ...named, 3, ...index];
  const added = [
    [GLOBALS, joined([unsigned(globals.count + 1), globals.entries, mutable])],
    [EXPORTS, joined([unsigned(exported.count + 1), exported.entries, door])],
  ];
  return withSections(withInstructions(bytes, places), new Map(added));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , file] = process.argv;
  writeFileSync(file, metered(readFileSync(file)));
}
