/** A document as plain data, for our own page that makes a file of it: nothing in the data runs or loads. */
import type { Tree } from '../redaction/page-parts';

const DEEPEST = 400;
/** Most characters of texts and attributes. */
const LONGEST = 12 * 1024 * 1024;
const SCHEMA = 'application/ld+json';

/** @param scripts texts of the inline scripts that are read: of the others nothing is taken */
export function treeOf(document: Document, scripts: readonly string[]): Tree {
  const wanted = new Set(scripts);
  let left = LONGEST;
  const take = (text: string) => {
    left -= text.length;
    return left < 0 ? '' : text;
  };
  const element = (one: Element, depth: number): Tree => {
    const attributes = [...one.attributes].flatMap(({ name, value }) => [name, take(value)]);
    if (one.localName === 'script') {
      const text = one.textContent ?? '';
      const isRead = wanted.has(text) || one.getAttribute('type') === SCHEMA;
      return ['script', attributes, isRead ? [take(text)] : []];
    }
    const inside: Tree[] = [];
    for (const node of depth < DEEPEST ? one.childNodes : []) {
      if (node.nodeType === 1 /* element */) inside.push(element(node as Element, depth + 1));
      else if (node.nodeType === 3 /* text */) inside.push(take(node.nodeValue ?? ''));
    }
    return [one.localName, attributes, inside];
  };
  return element(document.documentElement, 0);
}
