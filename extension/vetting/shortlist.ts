/**
 * What a person keeps of creators before hiring one: the creators, lists of them, and on each list what it would cost, what
 * was decided, why and by whom. All of it is checked when it is read: a file or a damaged disk may say anything. A new
 * optional member needs no step of the database's version.
 */
import type { Snapshot } from '../.generated/snapshot';
import { count, type Form, list, matching, number, oneOf, record, text, time } from './forms';
import {
  asEarlierReading,
  asForeign,
  asSummary,
  type EarlierReading,
  earlierOf,
  type Summary,
  withForeign,
} from './summary';
import { asSuppliedText, type SuppliedText } from './supplied';
import { isName, type Namespace } from './visited-account';

export const STATUSES = ['new', 'review', 'shortlisted', 'rejected', 'hired'] as const;
export type Status = (typeof STATUSES)[number];

export const FEE_UNITS = ['post', 'reel', 'story', 'video', 'package'] as const;

export interface Fee {
  /** Of the currency's main unit: 900 or 900.5. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  unit: (typeof FEE_UNITS)[number];
  /** How many of the unit the amount is for, 1 or more; of a package, the posts in it. */
  count: number;
}

/** An account as a page or a file names it. */
export interface CreatorName extends Namespace {
  id?: string;
  /** Without @. */
  handle: string;
  /** The profile's address, http or https. */
  url: string;
  /** The name that is displayed. */
  name?: string;
}

/** A creator who stands on a list. It goes when the last list lets it go. */
export interface Creator extends CreatorName {
  /** Names the creator in this database: by chance, so that nothing a page says is a key. */
  key: string;
  added: string;
  /** The newest answer; absent while the profile has not been read. */
  summary?: Summary;
  /** In place of `summary`: one that another version of Plumb made and this one does not understand, as JSON. */
  foreign?: string;
  /** Earlier answers, oldest first, one a visit, never the newest one's. */
  earlier: EarlierReading[];
  /** Salted sketch of the commenters, base64. */
  sketch?: string;
  /** What the creator has sent, as the person typed it. */
  supplied?: SuppliedText;
}

export interface Shortlist {
  id: string;
  name: string;
  created: string;
  budget?: { amount: number; currency: string };
  /** Names whose mention in posts is looked for. */
  rivals: string[];
  /** Words whose use in posts is looked for. */
  words: string[];
}

/** One change of status. Decisions are only ever added. */
export interface Decision {
  at: string;
  from: Status;
  to: Status;
  reason: string;
  by: string;
  /** Hash of the snapshot that the newest answer was made of; absent where none was read. */
  reading?: string;
}

/** A creator on one list. */
export interface Entry {
  /** The list's id and the creator's key. */
  list: string;
  creator: string;
  added: string;
  status: Status;
  /** Of the last decision, or as written since. */
  reason: string;
  decidedBy: string;
  fee?: Fee;
  tags: string[];
  note: string;
  /** When to look again, where the person has chosen a day; `dueOf` has the usual one. */
  due?: string;
  /** What the creator's summary was when last set to `hired`. */
  baseline?: Summary;
  /** In place of `baseline`, as `Creator.foreign`. */
  foreign?: string;
  /** Oldest first. */
  decisions: Decision[];
}

/** What may be written into an entry without a decision; undefined takes `fee` or `due` out. */
export type EntryChange = Partial<Pick<Entry, 'reason' | 'decidedBy' | 'fee' | 'tags' | 'note' | 'due'>>;
/** What may be written into a list. */
export type ListChange = Partial<Pick<Shortlist, 'name' | 'budget' | 'rivals' | 'words'>>;
/** A decision as a person makes it. */
export type NewDecision = Pick<Decision, 'reason' | 'by'> & { to: Status };

/** What is kept at most. Nothing on a list is ever pushed out: beyond these, adding is refused. */
export const MOST = { lists: 50, entries: 1000, creators: 1000, earlier: 50, decisions: 200, words: 200, tags: 20 };
/** Longest note or reason, UTF-16 code units. */
export const LONGEST_NOTE = 4000;
const DAY = 86_400_000;
/** Days after a reading until it is due again. */
export const DUE_AFTER = 30;

/** When the reading is to be done again, RFC 3339: the person's day, else 30 days after the reading; none without one. */
export function dueOf({ due }: Pick<Entry, 'due'>, { summary }: Pick<Creator, 'summary'>): string | undefined {
  if (due !== undefined || summary === undefined) return due;
  return timeText(Date.parse(summary.capturedAt) + DUE_AFTER * DAY);
}

export function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

const id = matching(/^[0-9a-f-]{36}$/);
const note = text(LONGEST_NOTE);
const name = text(200, 1);
const short = text(80, 1);
const currency = matching(/^[A-Z]{3}$/);
const amount: Form<number> = (value) => {
  const known = number(value);
  return known !== undefined && known >= 0 && known <= 1e12 ? known : undefined;
};
const atLeastOne: Form<number> = (value) => count(value) || undefined;

export const asFee: Form<Fee> = record({ amount, currency, unit: oneOf(...FEE_UNITS), count: atLeastOne });

const accountName: Form<string> = (value) => (isName(value) && value.isWellFormed() ? value : undefined);
const names = {
  platform: matching(/^[a-z]{1,32}$/) as Form<Snapshot['platform']>,
  host: text(),
  handle: accountName,
  url: matching(/^https?:\/\/[^\s]+$/, 2048),
};
const namesToo = { id: accountName, name };

export const asCreatorName: Form<CreatorName> = record(names, namesToo);

const creatorItself: Form<Creator> = record(
  { key: id, ...names, added: time, earlier: list(asEarlierReading, MOST.earlier) },
  {
    ...namesToo,
    summary: asSummary,
    foreign: asForeign,
    sketch: matching(/^[A-Za-z0-9+/]+=*$/, 5600),
    supplied: asSuppliedText,
  },
);

/**
 * A creator with a damaged answer is still a creator: what can't be read of the answers is left out.
 * @returns undefined where it can't be told who it is
 */
export function asCreator(value: unknown): { creator: Creator; damaged: boolean } | undefined {
  const stored = withForeign(value, 'summary');
  const whole = creatorItself(stored);
  if (whole) return { creator: whole, damaged: false };
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { summary, foreign, earlier, sketch: _, supplied, ...rest } = stored as Record<string, unknown>;
  const known = (Array.isArray(earlier) ? earlier : []).map(asEarlierReading).filter((one) => one !== undefined);
  const creator = creatorItself({
    ...rest,
    summary: asSummary(summary),
    foreign: asForeign(foreign),
    earlier: known.slice(-MOST.earlier),
    supplied: asSuppliedText(supplied),
  });
  return creator && { creator, damaged: true };
}

export const asShortlist: Form<Shortlist> = record(
  { id, name: short, created: time, rivals: list(short, MOST.words), words: list(short, MOST.words) },
  { budget: record({ amount, currency }) },
);

const status = oneOf(...STATUSES);

const entryItself: Form<Entry> = record(
  {
    list: id,
    creator: id,
    added: time,
    status,
    reason: note,
    decidedBy: text(),
    tags: list(short, MOST.tags),
    note,
    decisions: list(
      record({ at: time, from: status, to: status, reason: note, by: text() }, { reading: matching(/^[0-9a-f]{64}$/) }),
      MOST.decisions,
    ),
  },
  { fee: asFee, due: time, baseline: asSummary, foreign: asForeign },
);

export const asEntry: Form<Entry> = (value) => entryItself(withForeign(value, 'baseline'));

export function newEntry(list: string, creator: string, added: string): Entry {
  return { list, creator, added, status: 'new', reason: '', decidedBy: '', tags: [], note: '', decisions: [] };
}

/** The entry after a decision, which is written at its end. Who is hired now is kept as they look now. */
export function decided(entry: Entry, { to, reason, by }: NewDecision, at: string, summary?: Summary): Entry {
  const reading = summary && { reading: summary.snapshotHash };
  return {
    ...entry,
    status: to,
    reason,
    decidedBy: by,
    decisions: [...entry.decisions, { at, from: entry.status, to, reason, by, ...reading }],
    ...(to === 'hired' && entry.status !== 'hired' && { baseline: summary, foreign: undefined }),
  };
}

/** The creator with a new answer. A visit has one: a later answer of the same visit takes its place. */
export function withSummary(creator: Creator, named: CreatorName, summary: Summary): Creator {
  const before = creator.summary ? [...creator.earlier, earlierOf(creator.summary)] : creator.earlier;
  const others = before.filter(({ visit }) => visit !== summary.visit).sort((a, b) => a.at.localeCompare(b.at));
  return { ...creator, ...named, id: named.id ?? creator.id, summary, foreign: undefined, earlier: thinned(others) };
}

/** Of too many those go first that stand closest to another; the oldest and the newest stay. */
function thinned(readings: EarlierReading[]): EarlierReading[] {
  const kept = [...readings];
  const at = (index: number) => Date.parse(kept[index]?.at ?? '');
  while (kept.length > MOST.earlier) {
    let closest = 1;
    for (let index = 2; index < kept.length - 1; index += 1)
      if (at(index + 1) - at(index - 1) < at(closest + 1) - at(closest - 1)) closest = index;
    kept.splice(closest, 1);
  }
  return kept;
}
