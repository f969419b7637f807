/** The parts of a snapshot that an expectation names. Node's tests import it, too. */
import type { Snapshot } from '../../../extension/.generated/snapshot';

/** @param post the id of the post that the expectation names by it */
export function partsOf({ posts = [], comments = [], people = [] }: Snapshot, post: unknown) {
  return {
    first: posts[0],
    last: posts.at(-1),
    post: posts.find(({ id }) => id === post),
    firstComment: comments[0],
    lastComment: comments.at(-1),
    firstPerson: people[0],
    lastPerson: people.at(-1),
  };
}

/** How many there are of what. */
export function countsOf({ posts = [], comments = [], people = [] }: Snapshot): Record<string, number> {
  return {
    posts: posts.length,
    comments: comments.length,
    people: people.length,
    pinned: posts.filter(({ pinned }) => pinned).length,
    sponsored: posts.filter(({ sponsored }) => sponsored).length,
    byCreator: comments.filter(({ byCreator }) => byCreator).length,
    likedByCreator: comments.filter(({ likedByCreator }) => likedByCreator).length,
    authorVerified: comments.filter(({ authorVerified }) => authorVerified).length,
  };
}
