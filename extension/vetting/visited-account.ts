/**
 * What is kept of one account that the person has visited: counts and times only, never a commenter's name. A record is
 * small whatever a page says, and one of another form than this is damaged: it says nothing.
 */
import type { Report } from '../.generated/report';
import type { HistoryReading, Peer, Snapshot } from '../.generated/snapshot';

type PlatformName = Snapshot['platform'];
type Count = NonNullable<HistoryReading['followers']>;

/** Where an account lives. `host` is '' where the platform has one name space for all, else the host whose own it is. */
export interface Namespace {
  platform: PlatformName;
  host: string;
}

/** A record's name: platform, host, and the id, or where none is known the handle in lower case. */
export type Key = [platform: string, host: string, kind: 'id' | 'handle', name: string];

export interface VisitedAccount extends Namespace {
  id?: string;
  handle: string;
  /** Oldest first. A reading holds the handle only where it was another than the account's. */
  readings: { visit: string; reading: HistoryReading }[];
  /** What a post of it showed when it was last visited: it is then a peer of other accounts. */
  shown?: Peer;
}

/** The contract's caps on a number and on what is kept of one account: 2,000 of them stay below 10 MB. */
const MOST_COUNT = 1e12;
export const ACCOUNT_BYTES = 4800;
/** Longest name or id, UTF-16 code units: a longer one is nobody's, and is not kept. */
const NAME = 200;
/** Newest readings that are never thinned out. */
const KEPT = 8;

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= NAME;
}

function asCount(value: unknown): Count | undefined {
  const isNumber = (one: unknown): one is number =>
    Number.isSafeInteger(one) && Number(one) >= 0 && Number(one) <= MOST_COUNT;
  if (isNumber(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { low, high } = value as Record<string, unknown>;
  return isNumber(low) && isNumber(high) && low <= high ? { low, high } : undefined;
}

/** A reading as it may be given to the core; null where any part of it is not of its form. */
function asReading(stored: unknown): HistoryReading | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { at, handle, ...counts } = stored as Record<string, unknown>;
  if (typeof at !== 'string' || !TIME.test(at) || Number.isNaN(Date.parse(at))) return null;
  if (handle !== undefined && !isName(handle)) return null;
  const reading: HistoryReading = { at, ...(handle === undefined ? {} : { handle }) };
  for (const field of ['followers', 'following', 'posts'] as const) {
    if (counts[field] === undefined) continue;
    const count = asCount(counts[field]);
    if (count === undefined) return null;
    reading[field] = count;
  }
  return reading;
}

function asPeer(stored: unknown): Peer | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const counts = stored as Record<string, unknown>;
  const peer: Peer = {};
  for (const field of ['followers', 'perPost', 'views'] as const) {
    if (counts[field] === undefined) continue;
    const count = asCount(counts[field]);
    if (count === undefined) return null;
    peer[field] = count;
  }
  return peer;
}

/** What makes an account a peer of others; nothing where too few of its posts were read, or no ratio can be told. */
export function peerOf({ profile: { followers } }: Snapshot, report: Report): Peer | undefined {
  const { verdict, cautions, engagement, views } = report;
  if (followers === undefined || verdict === 'not_enough' || cautions.includes('few_posts')) return undefined;
  const rounded = ({ low, high }: { low: number; high: number }) => ({ low: Math.floor(low), high: Math.ceil(high) });
  const isEngagement = engagement?.basis === 'likes+comments' || engagement?.basis === 'likes';
  const perPost = isEngagement && engagement.perPost ? { perPost: rounded(engagement.perPost.shown) } : {};
  const peer = { followers, ...perPost, ...(views ? { views: rounded(views.perPost) } : {}) };
  return peer.perPost || peer.views ? peer : undefined;
}

/** The stored record, or null where it is damaged in any part. */
export function asVisitedAccount(stored: unknown): VisitedAccount | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { platform, host, id, handle, readings, shown } = stored as Record<string, unknown>;
  if (!isName(platform) || typeof host !== 'string' || !isName(handle) || (id !== undefined && !isName(id)))
    return null;
  if (!Array.isArray(readings)) return null;
  const peer = shown === undefined ? undefined : asPeer(shown);
  if (peer === null) return null;
  const checked: VisitedAccount['readings'] = [];
  for (const entry of readings) {
    const { visit, reading } = (entry ?? {}) as Record<string, unknown>;
    const known = asReading(reading);
    if (typeof visit !== 'string' || !known) return null;
    checked.push({ visit, reading: known });
  }
  const named = id === undefined ? { handle } : { id, handle };
  return { platform: platform as PlatformName, host, ...named, readings: checked, ...(peer && { shown: peer }) };
}

/** The readings as the core takes them, each with the handle that the account had. */
export function readingsOf({ handle, readings }: VisitedAccount, except: string): HistoryReading[] {
  return readings
    .filter(({ visit }) => visit !== except)
    .map(({ reading }) => ({ handle, ...reading }))
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
}

/** The record with this visit's counts, in place of what the visit said before. */
export function withVisit(
  found: VisitedAccount | undefined,
  { platform, host }: Namespace,
  { profile, capturedAt }: Snapshot,
  visit: string,
  shown = found?.shown,
): VisitedAccount {
  const { handle, followers, following, posts } = profile;
  const id = profile.id ?? found?.id;
  const before = (found?.readings ?? [])
    .filter((one) => one.visit !== visit)
    .map((one) =>
      found && found.handle !== handle ? { ...one, reading: { handle: found.handle, ...one.reading } } : one,
    );
  const reading = Object.fromEntries(
    Object.entries({ at: capturedAt, followers, following, posts }).filter(([, value]) => value !== undefined),
  ) as HistoryReading;
  const named = id === undefined ? { handle } : { id, handle };
  return thinned({ platform, host, ...named, readings: [...before, { visit, reading }], ...(shown && { shown }) });
}

/** Below the cap in bytes: of the older readings those go first that stand closest to another. */
function thinned(account: VisitedAccount): VisitedAccount {
  const readings = [...account.readings];
  const at = (index: number) => Date.parse(readings[index]?.reading.at ?? '');
  while (readings.length > KEPT + 1 && bytesOf({ ...account, readings }) > ACCOUNT_BYTES) {
    let closest = 1;
    for (let index = 2; index < readings.length - KEPT; index += 1)
      if (at(index + 1) - at(index - 1) < at(closest + 1) - at(closest - 1)) closest = index;
    readings.splice(closest, 1);
  }
  return { ...account, readings };
}

export function bytesOf(account: VisitedAccount): number {
  return new TextEncoder().encode(JSON.stringify(account)).length;
}
