/**
 * What readers make of a page: posts, comments, people and the account's own fields. A reader gives what it found, with
 * undefined or null for what it did not find; an absent field of the result means unknown. A field that the contract does
 * not have, or one misspelt, does not compile.
 */
import type { Comment, Person, Post, Profile } from '../.generated/snapshot';

/** What is read of an account itself. Its handle stands in the reading's subject. */
export type ProfileFields = Omit<Profile, 'handle'>;

type Found<Fields> = { [name in keyof Fields]?: Fields[name] | undefined | null };
/** What was given, with `never` for every name that the fields do not have: also for those that come from a spread. */
type Only<Fields, Given> = Given & { [name in Exclude<keyof Given, keyof Fields>]: never };

/**
 * A post. What somebody has liked or answered was seen: platforms write 0 where they count no views (photos, partial
 * nodes), and such a 0 is left out.
 */
export function makePost<Given extends Found<Post>>(fields: Only<Post, Given>): Post {
  const post: Post = definedMembers<Post>(fields);
  if (post.views === 0 && [post.likes, post.comments].some((count) => count !== undefined && count !== 0))
    delete post.views;
  return post;
}

export function makeComment<Given extends Found<Comment>>(fields: Only<Comment, Given>): Comment {
  return definedMembers<Comment>(fields);
}

/** A reply that is a post of its own, as a comment under the post `under`; its answers stand under it in turn. */
export function makeReply(
  reply: Post,
  under: string | undefined,
  by: { author: string | undefined; byCreator: boolean; parent: string | undefined },
): Comment {
  return makeComment({
    id: reply.id,
    postId: under,
    at: reply.at,
    author: by.author,
    text: reply.caption,
    lang: reply.lang,
    likes: reply.likes,
    byCreator: by.byCreator,
    replyTo: by.parent === under ? undefined : by.parent,
  });
}

export function makePerson<Given extends Found<Person>>(fields: Only<Person, Given>): Person {
  return definedMembers<Person>(fields);
}

export function makeProfile<Given extends Found<ProfileFields>>(fields: Only<ProfileFields, Given>): ProfileFields {
  return definedMembers<ProfileFields>(fields);
}

/** An object without its undefined and null members. */
export function definedMembers<Members extends object>(value: Found<Members>): Partial<Members> {
  const result: Partial<Members> = {};
  for (const name of Object.keys(value) as (keyof Members)[]) {
    const member = value[name];
    if (member !== undefined && member !== null) result[name] = member as Members[keyof Members];
  }
  return result;
}
