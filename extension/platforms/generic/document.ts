/** Any other page with schema.org accounts that have counters, or a microformats h-card that says whose page it is. */
import type { Post } from '../../.generated/snapshot';
import { all, jsonLd, metaOf, textOf } from '../../reading/dom';
import { microdata } from '../../reading/microdata';
import type { Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { accountsIn, postsIn, type SchemaAccount } from '../../reading/schema-org';
import { readingOf } from '../../reading/subject';
import { cleanText, readName, sameName } from '../../reading/text';
import { nameOfPage } from './address';

/** The one account of the page: the only one, or the one whose address is the page's. */
export function readDocument(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  const data = [...jsonLd(document), ...microdata(document)];
  const accounts = accountsIn(data);
  const here = accounts.filter((account) => isHere(account.url, place));
  const chosen = here[0] ?? (accounts.length === 1 ? accounts[0] : undefined);
  if (!chosen) return [];
  const handle = handleOf(chosen, document, place);
  if (handle === undefined) return [];
  const items = postsIn(data).filter(
    (item) =>
      item.names.some((name) => chosen.names.some((own) => sameName(own, name))) ||
      (item.authorUrl !== undefined && item.authorUrl === chosen.url),
  );
  const posts = items
    .map(({ url, post }): Post => ({ ...post, ...(url === undefined ? {} : { id: url }) }))
    .filter((post) => post.id !== undefined);
  const comments = items.flatMap(({ url, comments: list }) =>
    list.map((comment) => ({ ...comment, ...(url === undefined ? {} : { postId: url }) })),
  );
  return readingOf({ handle }, 'jsonld', context, {
    // Only an account whose address is this page's is known by it: any page can call an account by any name.
    profile: isHere(chosen.url, place) ? { ...chosen.profile, id: place.alias } : chosen.profile,
    posts,
    comments,
    postsOrder: posts.length ? 'unknown' : undefined,
  });
}

function isHere(address: string | undefined, place: Place): boolean {
  if (address === undefined) return false;
  return nameOfPage(new URL(address)).toLowerCase() === place.alias?.toLowerCase();
}

/** A printed name without spaces, Open Graph's user name, the h-card's nickname, or the last part of the address. */
function handleOf(account: SchemaAccount, document: Document, place: Place): string | undefined {
  const printed = [
    ...account.names,
    readName(metaOf(document, 'profile:username')),
    readName(textOf(document.querySelector('.h-card .p-nickname'))),
  ].find((name) => name !== undefined && !/\s/.test(name));
  return cleanText(printed ?? place.alias?.split('/').pop());
}

export function anchor(document: Document): Element | null {
  return all(document, 'main h1, h1', 1)[0] ?? null;
}
