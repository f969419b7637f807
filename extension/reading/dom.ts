/** Reading a document without changing it: texts, meta tags, JSON-LD. */
import { type Json, type JsonObject, parseDocuments, walk } from './shape';

const SCRIPTS_MAX = 40;

/** The text of an element, spaces joined; undefined where there is none. */
export function textOf(element: Element | null | undefined): string | undefined {
  const text = element?.textContent?.slice(0, 20_000).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** Elements that match, at most `most`; none where the selector fails. */
export function all(root: ParentNode, selector: string, most = 1000): Element[] {
  return [...root.querySelectorAll(selector)].slice(0, most);
}

/** The content of the first meta tag with this property, name or itemprop. */
export function metaOf(document: Document, name: string): string | undefined {
  const tag = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
  return tag?.getAttribute('content')?.slice(0, 20_000).trim() || undefined;
}

/** The JSON-LD documents of a page. */
export function jsonLd(document: Document): Json[] {
  return all(document, 'script[type="application/ld+json"]', SCRIPTS_MAX).flatMap((script) => {
    const text = script.textContent ?? '';
    const documents = parseDocuments(text);
    // Some pages print line breaks inside the strings: outside of them a space means the same.
    return documents.length ? documents : parseDocuments(text.replace(/\p{Cc}/gu, ' '));
  });
}

/** 'https://schema.org/FollowAction', 'http://schema.org/FollowAction' and 'FollowAction' are one type. */
export function schemaType(value: Json | undefined): string | undefined {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' ? text.slice(0, 200).replace(/^https?:\/\/schema\.org\//, '') : undefined;
}

/**
 * schema.org interaction counters of one node: action type → number printed there.
 * @param key whose actions: `interactionStatistic`, others' with it; `agentInteractionStatistic`, its own
 */
export function interactionCounts(node: JsonObject, key = 'interactionStatistic'): Map<string, Json> {
  const counts = new Map<string, Json>();
  walk(node[key], (counter): undefined => {
    const kind = counter['interactionType'];
    const type =
      typeof kind === 'object' && kind !== null && !Array.isArray(kind) ? schemaType(kind['@type']) : schemaType(kind);
    const count = counter['userInteractionCount'];
    if (type !== undefined && count !== undefined && !counts.has(type)) counts.set(type, count);
  });
  return counts;
}

/** The path of a link, made absolute against the page; undefined for links that are none. */
export function linkOf(element: Element | null | undefined, base: string): URL | undefined {
  const target = element?.getAttribute('href');
  if (!target) return undefined;
  try {
    return new URL(target, base);
  } catch {
    return undefined;
  }
}
