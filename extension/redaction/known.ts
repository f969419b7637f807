/** What is known of a page before its file is made: what the readers took from it, and who is named there. */
import type { Snapshot } from '../.generated/snapshot';
import type { Place } from '../reading/place';
import { cleanText } from '../reading/text';
import { TOKEN } from './tokens';

export interface Known {
  /** Names, ids and posts of the viewed account, in lower case: they stay, whole or as words. */
  own: ReadonlySet<string>;
  /** Words of the viewed account's own name, in lower case. */
  ownWords: ReadonlySet<string>;
  /** Texts that the readers took: the viewed account's own, and what others wrote under its posts. */
  ownTexts: ReadonlySet<string>;
  comments: ReadonlySet<string>;
  /** Names of other people that the readers took, in lower case. */
  people: ReadonlySet<string>;
  /** Words of their names, as they are written. */
  peopleWords: ReadonlySet<string>;
}

const tokensIn = (text: string) => text.match(TOKEN) ?? [];
/** Of 'c-51145594' and 'urn:li:activity:7100' the numbers, which stand alone elsewhere. */
const partsIn = (id: string) => (/\d{2}/.test(id) ? id.split(/[-_.:/]/).filter((part) => /^\d{2,}$/.test(part)) : []);
/** What platforms give as ids of posts. */
const ID = /^[\w.:/~-]{1,160}$/;
/** A shorter word of a name is more often no name. */
const SHORTEST_NAME = 3;
/** What a page shows as a longer one is no name. */
const LONGEST_NAME = 100;

/** @param read what was read of the page; null where nothing was, so that no text of it stays as it was */
export function knownOf(place: Place, read: Snapshot | null): Known {
  const { profile, posts = [], comments = [], people = [] } = read ?? {};
  const ids = [
    place.handle,
    place.id,
    place.alias,
    place.postId,
    profile?.handle,
    profile?.id,
    ...posts.map(({ id }) => id).filter((id) => id !== undefined && ID.test(id)),
  ];
  const own = ids.filter((id) => id !== undefined).flatMap((id) => [id, ...tokensIn(id), ...partsIn(id)]);
  const names = [
    ...people.flatMap(({ handle, displayName }) => [handle, displayName]),
    ...comments.map(({ author }) => author),
    ...posts.flatMap(({ collaborators = [], sponsors = [] }) => [...collaborators, ...sponsors]),
  ].filter((name) => name !== undefined);
  const ownSet = new Set(own.map((id) => id.toLowerCase()));
  const name = profile?.displayName;
  const displayName = name !== undefined && name.length <= LONGEST_NAME ? name : undefined;
  const ownWords = new Set(tokensIn(displayName ?? '').map((word) => word.toLowerCase()));
  const ownTexts = textsOf([
    displayName,
    profile?.bio,
    profile?.category,
    profile?.country,
    ...posts.map(({ caption }) => caption),
  ]);
  const others = names.filter((name) => !ownSet.has(name.toLowerCase()) && !ownTexts.has(name));
  return {
    own: ownSet,
    ownWords,
    ownTexts,
    comments: textsOf(comments.map(({ text }) => text)),
    people: new Set(others.map((name) => name.toLowerCase())),
    peopleWords: new Set(
      others
        .flatMap(tokensIn)
        .filter(
          (word) => word.length >= SHORTEST_NAME && !ownWords.has(word.toLowerCase()) && word !== word.toLowerCase(),
        ),
    ),
  };
}

function textsOf(texts: readonly (string | undefined)[]): Set<string> {
  return new Set(texts.map((text) => cleanText(text)).filter((text) => text !== undefined));
}
