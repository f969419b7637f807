/** Binding data to the viewed account: what names another one is not ours. */
import type { Comment, Missing, Person } from '../.generated/snapshot';
import { definedMembers, makePerson } from './factories';
import type { ReadContext } from './place';
import type { Reading, Subject, Via } from './reading';
import { find, isObject, type Json, type JsonObject, listsNothing } from './shape';
import { sameName } from './text';

/** An account as far as it is named: by its handle, its id, both or neither. */
export interface Named {
  handle?: string | undefined;
  id?: string | undefined;
}

/** Whether an account named in the data is the viewed one; where both have a handle, the handles decide. */
export function isViewed(viewed: Named, account: Named): boolean {
  if (viewed.handle !== undefined && account.handle !== undefined) return sameName(viewed.handle, account.handle);
  return viewed.id !== undefined && viewed.id === account.id;
}

/** Of several tellings of one account the one that says most of it; the first of those that say the same. */
export function fullestOf<Told extends { profile: object }>(told: readonly Told[]): Told | undefined {
  return told.reduce<Told | undefined>(
    (best, one) => (best && Object.keys(best.profile).length >= Object.keys(one.profile).length ? best : one),
    undefined,
  );
}

/** A subject of what is known; null where nothing is. */
export function subjectOf(account: { [name in keyof Subject]?: string | undefined }): Subject | null {
  const subject: Subject = definedMembers<Subject>(account);
  return subject.handle === undefined && subject.id === undefined && subject.postId === undefined ? null : subject;
}

type Parts = { [name in keyof Omit<Reading, 'platform' | 'subject' | 'via' | 'at'>]?: Reading[name] | undefined };

/** A reading of the parts that say something; [] where none does. */
export function readingOf(subject: Subject | null, via: Via, context: ReadContext, parts: Parts): Reading[] {
  const said = definedMembers<Partial<Reading>>(parts);
  for (const list of ['posts', 'comments', 'people', 'missing'] as const)
    if (said[list]?.length === 0) delete said[list];
  if (said.profile && Object.keys(said.profile).length === 0) delete said.profile;
  if (!subject || Object.keys(said).filter((part) => part !== 'postsOrder' && part !== 'peopleOrder').length === 0)
    return [];
  return [{ platform: context.place.platform, subject, via, at: context.now, ...said }];
}

const EMPTY: readonly Missing[] = [{ field: 'posts', why: 'not_on_page' }];
const UNFOUND: readonly Missing[] = [{ field: 'posts', why: 'not_read' }];

/** What a reader says of a list of posts that it was given: it is empty, or nothing in it is of a post's form. */
export const NO_POSTS = EMPTY;
export const UNKNOWN_POSTS = UNFOUND;

/**
 * What a reader says of an answer that lists posts: nothing is in it, or much and none of it of a post's form. A list of others'
 * posts has posts.
 */
export function postsMissing(documents: readonly Json[], isPost: (node: JsonObject) => boolean): Missing[] | undefined {
  if (listsNothing(documents)) return [...EMPTY];
  const lists = find([...documents], (node) => Object.values(node).some((value) => listsObjects(value)));
  const isList = lists !== undefined || documents.some((document) => listsObjects(document));
  return isList && !find([...documents], isPost) ? [...UNFOUND] : undefined;
}

function listsObjects(value: Json): boolean {
  return Array.isArray(value) && value.some(isObject);
}

/** Who wrote the comments under a post, once each, without its creator. */
export function commentersOf(comments: readonly Comment[], postId: string | undefined): Person[] {
  const people = new Map<string, Person>();
  for (const { author, byCreator, authorVerified } of comments)
    if (author !== undefined && !byCreator)
      people.set(
        author.toLowerCase(),
        makePerson({ handle: author, relation: 'commenter', postId, verified: authorVerified }),
      );
  return [...people.values()];
}
