/** Microdata (HTML, §5): schema.org written into elements, made into the same nodes that JSON-LD holds. */
import { all, textOf } from './dom';
import type { Json } from './shape';

const MOST = 400;
const DEEPEST = 8;

/** @returns the items of a document that stand in no other one */
export function microdata(document: Document): Json[] {
  return all(document, '[itemscope]', MOST)
    .filter((item) => !item.parentElement?.closest('[itemscope]'))
    .map((item) => nodeOf(item, 0));
}

function nodeOf(item: Element, depth: number): Json {
  const node = new Map<string, Json>();
  const type = item.getAttribute('itemtype')?.trim().split(/\s+/, 1)[0];
  if (type) node.set('@type', type.slice(0, 200));
  const id = item.getAttribute('itemid');
  if (id) node.set('@id', id.slice(0, 2000));
  for (const part of all(item, '[itemprop]', MOST)) {
    if (part.parentElement?.closest('[itemscope]') !== item) continue;
    const value = part.hasAttribute('itemscope') ? (depth < DEEPEST ? nodeOf(part, depth + 1) : null) : writtenIn(part);
    for (const name of (part.getAttribute('itemprop') ?? '').trim().split(/\s+/).slice(0, 4)) {
      const before = node.get(name);
      node.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
    }
  }
  return Object.fromEntries(node);
}

function writtenIn(part: Element): Json {
  const written = ['content', 'datetime', 'href', 'value']
    .map((name) => part.getAttribute(name))
    .find((value) => value !== null);
  return written?.slice(0, 4000) ?? textOf(part) ?? '';
}
