/** A snapshot from counts that the person typed, for a page that can't be read. */
import type { Count, Post, Snapshot, Source } from '../.generated/snapshot';
import { siteNamed } from '../platforms/pages';
import { type Rounding, readCount } from '../reading/counts';
import type { PlatformName } from '../reading/reading';

/** What stands in the fields, as typed. */
export interface TypedForm {
  platform: PlatformName;
  handle: string;
  followers: string;
  posts: readonly TypedPost[];
}

export interface TypedPost {
  /** A date field's value: 2026-11-22, or nothing. */
  date: string;
  likes: string;
  comments: string;
  views: string;
}

export const emptyPost: TypedPost = { date: '', likes: '', comments: '', views: '' };

/** Names of fields that can't be read: 'handle', 'followers', 'posts.2.likes' … */
export type TypedResult = { snapshot: Snapshot } | { wrong: string[] };

const HANDLE = 200;
const DAY = 86_400;

/** @param now RFC 3339 UTC; @param locale of the person's words, in which numbers are typed */
export function typedSnapshot(form: TypedForm, now: string, locale: string): TypedResult {
  const rounding: Rounding = siteNamed(form.platform)?.cutsDigits ? 'truncated' : 'unknown';
  const wrong: string[] = [];
  const typed = new Map<string, Count>();
  const count = (text: string, field: string, name: string): Count | undefined => {
    if (text.trim() === '') return undefined;
    const value = readCount(text, { rounding, locale });
    if (value === null) wrong.push(name);
    else if (!typed.has(field)) typed.set(field, value);
    return value ?? undefined;
  };

  const handle = form.handle.trim().replace(/^@/, '').slice(0, HANDLE);
  if (handle === '') wrong.push('handle');
  const followers = count(form.followers, 'profile.followers', 'followers');
  if (form.followers.trim() === '') wrong.push('followers');
  const posts = form.posts.flatMap((one, index): Post[] => {
    const counts = {
      likes: count(one.likes, 'posts[].likes', `posts.${index}.likes`),
      comments: count(one.comments, 'posts[].comments', `posts.${index}.comments`),
      views: count(one.views, 'posts[].views', `posts.${index}.views`),
    };
    if (Object.values(counts).every((value) => value === undefined)) return [];
    const at = dateOf(one.date, now);
    if (at === null) wrong.push(`posts.${index}.date`);
    return [{ id: `typed-${index + 1}`, ...defined(counts), ...(at ? { at, atStep: DAY } : {}) }];
  });
  if (wrong.length > 0) return { wrong };
  const sources = [...typed].map(
    ([field, value]): Source => ({ field, via: 'typed', value: value as unknown as Source['value'], at: now }),
  );
  return {
    snapshot: {
      schema: 'plumb.snapshot/1',
      platform: form.platform,
      capturedAt: now,
      postsOrder: 'unknown',
      profile: { handle, followers },
      posts,
      sources,
    },
  };
}

/** Noon of the day, or now where that is still to come; undefined for none, null for one that can't be. */
function dateOf(date: string, now: string): string | undefined | null {
  if (date === '') return undefined;
  const noon = `${date}T12:00:00Z`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(noon)) || date > now.slice(0, 10)) return null;
  return noon < now ? noon : now;
}

function defined<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>;
}
