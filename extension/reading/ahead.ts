/**
 * Answers that come ahead of the address: a page may ask for the next profile before its address changes. Such an answer
 * is read as the account's that it is about; the merge decides whose dossier it belongs to.
 */
import type { PageText, Place, ReadContext } from './place';
import type { Reading } from './reading';
import { type Json, parseDocuments } from './shape';

type Read = (text: PageText, context: ReadContext) => Reading[];

/**
 * @param read reads for the viewed place. @param about tells which account's page a document is, if that is another's.
 * @returns what `read` says of the viewed account; else what it says of the account that the answer is about.
 */
export function orAhead(read: Read, about: (document: Json, text: PageText) => Place | null): Read {
  return (text, context) => {
    const readings = read(text, context);
    if (readings.length > 0 || text.via !== 'response') return readings;
    return parseDocuments(text.text).flatMap((document) => {
      const place = about(document, text);
      return place ? read(text, { ...context, place }).map((reading) => ({ ...reading, ahead: true as const })) : [];
    });
  };
}

/** A name that most of a list carries: at least three entries and three in five. */
export function mostCommon(names: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 3 && best[1] >= 0.6 * names.length ? best[0] : undefined;
}
