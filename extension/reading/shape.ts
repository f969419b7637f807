/**
 * Finding nodes of a page's JSON by what they are made of, not by where they lie: wrappers are renamed and moved often,
 * the nodes themselves seldom. Walks are iterative and capped; no name from a page becomes a key of ours.
 */

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export const TEXT_MAX = 24 * 1024 * 1024;
const NODES_MAX = 600_000;
const DEPTH_MAX = 160;

/** Lines that platforms put before their JSON so that it can't be run as a script. */
const PREFIX = /^(?:\uFEFF|\s|for\s*\(;;\);|while\s*\(1\);|\)\]\}',?)+/;

/**
 * Parses a response or an inline script.
 * @returns the documents in it (several where the platform streams one a line); [] where nothing parses.
 */
export function parseDocuments(text: string): Json[] {
  if (text.length > TEXT_MAX) return [];
  const body = text.replace(PREFIX, '');
  const whole = parse(body);
  if (whole !== undefined) return [whole];
  if (!body.startsWith('{')) return [];
  return body
    .split('\n', 200)
    .map((line) => parse(line.replace(PREFIX, '')))
    .filter((document) => document !== undefined);
}

function parse(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The JSON value that starts after `marker` in a script ('ytInitialData = {…};') or a damaged document. */
export function valueAfter(text: string, marker: string): Json | undefined {
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
    const from =
      at +
      marker.length +
      (/^\s*[:=]?\s*/.exec(text.slice(at + marker.length, at + marker.length + 20))?.[0].length ?? 0);
    const end = endOfValue(text, from);
    const value = end > from ? parse(text.slice(from, end)) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Where the object or array that starts at `from` ends; -1 where none starts or it never ends. */
export function endOfValue(text: string, from: number): number {
  if (text[from] !== '{' && text[from] !== '[') return -1;
  let depth = 0;
  for (let at = from; at < text.length && at - from < TEXT_MAX; at++) {
    const char = text[at];
    if (char === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    } else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return at + 1;
  }
  return -1;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows own keys; undefined where the path breaks. */
export function get(value: Json | undefined, ...path: (string | number)[]): Json | undefined {
  let here = value;
  for (const step of path) {
    if (Array.isArray(here) && typeof step === 'number') here = here[step];
    else if (isObject(here) && Object.hasOwn(here, step)) here = here[step];
    else return undefined;
  }
  return here;
}

export function has(node: JsonObject, ...keys: string[]): boolean {
  return keys.every((key) => Object.hasOwn(node, key));
}

/** A text, or '' for anything else: page objects may have a `toString` of their own, so they are never converted. */
export function stringOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** True or false as it stands there; anything else is unknown. */
export function booleanOf(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The first child object that has all the keys: finds `legacy` or `relationship_counts` under any name. */
export function childWith(node: JsonObject, ...keys: string[]): JsonObject | undefined {
  for (const key of Object.keys(node)) {
    const child = node[key];
    if (isObject(child) && has(child, ...keys)) return child;
  }
  return undefined;
}

/**
 * Visits every object in document order. `visit` may answer 'skip' to leave out what is inside, 'stop' to end the walk.
 * @returns false where a cap cut the walk short.
 */
export function walk(root: Json | undefined, visit: (node: JsonObject) => 'skip' | 'stop' | undefined): boolean {
  const stack: [Json, number][] = root === undefined ? [] : [[root, 0]];
  let nodes = 0;
  let whole = true;
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [value, depth] = top;
    if (typeof value !== 'object' || value === null) continue;
    if (++nodes > NODES_MAX) return false;
    if (!Array.isArray(value)) {
      const answer = visit(value);
      if (answer === 'stop') return whole;
      if (answer === 'skip') continue;
    }
    if (depth >= DEPTH_MAX) {
      whole = false;
      continue;
    }
    const children: Json[] = Array.isArray(value) ? value : Object.values(value);
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (typeof child === 'object' && child !== null) stack.push([child, depth + 1]);
    }
  }
  return whole;
}

/** The first object, root included, that passes. */
export function find(root: Json | undefined, passes: (node: JsonObject) => boolean): JsonObject | undefined {
  let found: JsonObject | undefined;
  walk(root, (node) => {
    if (!passes(node)) return undefined;
    found = node;
    return 'stop';
  });
  return found;
}

/** A list's answer that says that there is nothing in it: it holds an empty list, and nowhere one of objects. */
export function listsNothing(documents: readonly Json[]): boolean {
  let empty = false;
  let filled = false;
  const [first, ...more] = documents;
  if (first === undefined || more.length > 0) return false;
  walk({ first }, (node) => {
    for (const value of Object.values(node)) {
      if (!Array.isArray(value)) continue;
      if (value.length === 0) empty = true;
      else if (value.some(isObject)) filled = true;
    }
    return filled ? 'stop' : undefined;
  });
  return empty && !filled;
}

/**
 * A document without the parts that are about somebody else. Some nodes tell whose a part is: where a node of ours and
 * another's stand in one document, each branch that holds only the other's is left out.
 * @param whose 'own' or 'other' for a node that tells, undefined for all the rest
 * @returns the document itself where nothing in it is another's, or nothing is ours
 */
export function ownPart(root: Json, whose: (node: JsonObject) => 'own' | 'other' | undefined): Json {
  const marks = new Map<Json[] | JsonObject, { own: boolean; other: boolean }>();
  let nodes = 0;
  const look = (value: Json, depth: number): { own: boolean; other: boolean } => {
    const mark = { own: false, other: false };
    if (typeof value !== 'object' || value === null || depth > DEPTH_MAX || ++nodes > NODES_MAX) return mark;
    const told = Array.isArray(value) ? undefined : whose(value);
    if (told) mark[told] = true;
    for (const child of Object.values(value)) {
      const inner = look(child, depth + 1);
      mark.own ||= inner.own;
      mark.other ||= inner.other;
    }
    if (mark.own || mark.other) marks.set(value, mark);
    return mark;
  };
  const cut = (value: Json): Json => {
    const mark = typeof value === 'object' && value !== null ? marks.get(value) : undefined;
    if (!mark?.other || typeof value !== 'object' || value === null) return value;
    const stays = (child: Json) => {
      const inner = typeof child === 'object' && child !== null ? marks.get(child) : undefined;
      return !inner?.other || inner.own;
    };
    return Array.isArray(value)
      ? value.filter(stays).map(cut)
      : Object.fromEntries(
          Object.entries(value)
            .filter(([, child]) => stays(child))
            .map(([name, child]) => [name, cut(child)]),
        );
  };
  const { own, other } = look(root, 0);
  return own && other ? cut(root) : root;
}
