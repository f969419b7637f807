/** Inline scripts as a file may hold them: JSON, or what a script assigns. One that can't be told apart is left out. */
import { endOfValue, type Json, parseDocuments } from '../reading/shape';
import type { Documents } from './json';
import type { Vocabulary } from './vocabulary';

const HEX = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/gs;
/** A document that is broken is read in pieces. */
const MOST_PIECES = 40;
const SHORTEST_NAME = 4;

const textIn = (documents: readonly Json[], keep: Documents) =>
  documents.map((document) => JSON.stringify(keep.document(document))).join('\n');

/** @returns JSON documents as a file may hold them, one a line; '' for a text that is no JSON */
export function jsonText(text: string, keep: Documents): string {
  return textIn(parseDocuments(text), keep);
}

export function scriptText(text: string, keep: Documents, { said }: Vocabulary): string {
  // Some pages print line breaks inside the strings of their JSON-LD.
  const whole = jsonText(text, keep) || jsonText(text.replace(/\p{Cc}/gu, ' '), keep);
  if (whole !== '') return whole;
  const made: string[] = [];
  let done = 0;
  for (const { at, from, name, sign, ofWindow } of givenIn(text, said)) {
    if (at < done || made.length >= MOST_PIECES) continue;
    const value = valueAt(text, from);
    if (!value) continue;
    done = value.end;
    const kept = textIn([value.document], keep);
    const written = value.quoted ? `JSON.parse(${JSON.stringify(kept)})` : kept;
    made.push(sign === ':' ? `"${name}":${kept}` : `${ofWindow ? 'window.' : 'var '}${name} = ${written};`);
  }
  return made.join('\n');
}

interface Given {
  at: number;
  /** Where the value begins. */
  from: number;
  name: string;
  sign: string;
  ofWindow: boolean;
}

/** Names that readers ask for, where a script gives them a value: `var name = {`, `window["name"] = {`, `"name": {`. */
function givenIn(text: string, said: ReadonlySet<string>): Given[] {
  const found: Given[] = [];
  for (const name of said) {
    if (name.length < SHORTEST_NAME) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (/[\w$]/.test(text.charAt(at - 1))) continue;
      const sign = /^["'\]]{0,3}\s{0,3}([=:])\s{0,3}(?=[{['J])/.exec(
        text.slice(at + name.length, at + name.length + 12),
      );
      if (!sign) continue;
      const before = text.slice(Math.max(0, at - 9), at);
      const ofWindow = /window(?:\.|\[["'])$/.test(before);
      found.push({ at, from: at + name.length + sign[0].length, name, sign: sign[1] as string, ofWindow });
    }
  }
  return found.sort((a, b) => a.at - b.at || b.name.length - a.name.length);
}

interface Value {
  document: Json;
  end: number;
  /** It stands as a text in a call. */
  quoted?: true;
}

function valueAt(text: string, at: number): Value | undefined {
  if (text.startsWith('JSON.parse(', at)) {
    const from = text.indexOf('"', at);
    const end = endOfString(text, from);
    const document = parseDocuments(textOf(text.slice(from, end)))[0];
    return document === undefined ? undefined : { document, end, quoted: true };
  }
  const end = text[at] === "'" ? endOfString(text, at) : endOfValue(text, at);
  if (end < 0) return undefined;
  const inner = text[at] === "'" ? unescaped(text.slice(at + 1, end - 1)) : text.slice(at, end);
  const document = parseDocuments(inner)[0];
  return document === undefined ? undefined : { document, end };
}

function textOf(quoted: string): string {
  try {
    const text: unknown = JSON.parse(quoted);
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}

/** Behind the quote that ends a string which begins at `from`. */
function endOfString(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  return -1;
}

/** `'\x7b\x22…'`, as scripts write text. */
function unescaped(text: string): string {
  return text.replace(HEX, (_, hex, unicode, sign) =>
    sign === undefined ? String.fromCharCode(Number.parseInt(hex ?? unicode, 16)) : sign === 'n' ? '\n' : sign,
  );
}
