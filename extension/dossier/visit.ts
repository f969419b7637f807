/**
 * One tab's visit to pages of accounts: gathers readings, keeps the dossier, asks for the score.
 * Lives in the background; its state is plain data, kept in session storage, so that it survives the background's death.
 */
import type { Report } from '../.generated/report';
import type { HistoryReading, Peer, Refusal, Snapshot } from '../.generated/snapshot';
import type { Answer, CommentTrace, FromPage, PageBytes, Unseen } from '../messages/messages';
import type { Platform } from '../platforms/platform';
import type { PageText, Place } from '../reading/place';
import type { Reading } from '../reading/reading';
import { absorb, addReading, type Dossier, emptyDossier } from './dossier';
import { tellable } from './missing';
import { toSnapshot } from './snapshot';

/** Everything of a visit that is kept. `seq` grows with each new datum, address or result. */
export interface VisitState {
  address: string;
  epoch: number;
  locale?: string;
  seq: number;
  /** Names this visit among the readings that are remembered of the account. */
  visit: string;
  dossier?: Dossier;
  /** What other pages said in this tab, newest last: an opened post or list belongs to the profile around it. */
  others?: { left: string; host: string; dossier: Dossier }[];
  /** Readings of accounts that are not (yet) the viewed one: a page asks for the next profile before its address changes. */
  waiting: Reading[];
  /** The person has looked at this address for a while: it counts as a visit, and is remembered. */
  looked?: boolean;
  /** What was kept of earlier visits was damaged. */
  historyDamaged?: boolean;
  /** The page has waited long enough: what is not known by now is refused. */
  quiet?: boolean;
  /** Some reader has found nothing where the platform always has it: told once the page is quiet. */
  unfound?: boolean;
  /** Why the person does not see what we drew at this address. */
  unseen?: Unseen;
  /** Time from the last datum in hand to the overlay drawn, ms. */
  took?: number;
  /** The texts given to and got from the core, as they were. */
  snapshot: string | null;
  report: string | null;
}

export interface VisitDoors {
  placeAt(address: string): { platform: Platform; place: Place } | null;
  /** The platform of a page that shows no account: it may already ask for the next profile. */
  platformAt(address: string): Platform | null;
  now(): Promise<string>;
  score(snapshot: string): Promise<string>;
  /** Readings of earlier visits; `damaged` where what was kept of them could not be understood. */
  history(snapshot: Snapshot, visit: string): Promise<{ readings: HistoryReading[]; damaged: boolean }>;
  /** Other accounts of the platform that the person has visited. */
  peers(snapshot: Snapshot): Promise<Peer[]>;
  remember(snapshot: Snapshot, visit: string, report: Report): Promise<void>;
}

/** What reading asks of the world around it. */
type ReadingDoors = Pick<VisitDoors, 'placeAt' | 'platformAt' | 'now'>;

/** Readings kept for a profile that may come next. */
const WAITING_CAP = 24;
/** Other pages kept, and how long one counts as seen together with the profile, ms. */
const OTHERS_CAP = 12;
export const TOGETHER = 30 * 60_000;

export function emptyVisit(): VisitState {
  return { address: '', epoch: -1, seq: 0, visit: '', waiting: [], snapshot: null, report: null };
}

export function samePlace(a: Place, b: Place): boolean {
  return (
    a.platform === b.platform &&
    a.kind === b.kind &&
    a.postId === b.postId &&
    a.id === b.id &&
    a.alias === b.alias &&
    a.handle?.toLowerCase() === b.handle?.toLowerCase()
  );
}

const notAProfile: Refusal = { error: { code: 'not_a_profile', message: 'This page does not show one account.' } };

/** Takes a message of the page into the visit; true where something new was learnt. */
export async function take(state: VisitState, message: FromPage, doors: ReadingDoors): Promise<boolean> {
  switch (message.kind) {
    case 'arrive':
      return arrive(state, message, doors, await doors.now());
    case 'text': {
      const at = doors.placeAt(state.address);
      const platform = at?.platform ?? doors.platformAt(state.address);
      if (!platform) return false;
      const place = at?.place ?? { platform: platform.site.platform, kind: 'profile' };
      const context = { place, now: await doors.now(), locale: state.locale };
      return gather(state, platform.readPageText(await decoded(message.text), context));
    }
    case 'readings':
      return message.epoch === state.epoch && gather(state, message.readings);
    case 'dropped':
      if (message.epoch !== state.epoch || !state.dossier || state.dossier.cut) return false;
      state.dossier = { ...state.dossier, cut: true };
      return true;
    case 'quiet':
      if (message.epoch !== state.epoch) return false;
      state.quiet = true;
      return state.report === null || state.unfound === true;
    case 'looked':
      if (message.epoch !== state.epoch || state.looked) return false;
      state.looked = true;
      return state.snapshot !== null;
    case 'drawn':
      if (message.epoch === state.epoch) state.took = message.took;
      return false;
    case 'unseen':
      if (message.epoch === state.epoch) state.unseen = message.how;
      return false;
    case 'open_report':
    case 'open_page_report':
    case 'star':
      return false;
  }
}

async function decoded(text: PageText | PageBytes): Promise<PageText> {
  if (!('bytes' in text)) return text;
  const { bytes, ...rest } = text;
  return { ...rest, text: await bytes.text() };
}

function arrive(state: VisitState, message: FromPage & { kind: 'arrive' }, doors: ReadingDoors, now: string): boolean {
  // The page asks once more when no answer came: what was heard since stays.
  if (message.epoch === state.epoch && message.address === state.address) return true;
  const at = doors.placeAt(message.address);
  const stays =
    !message.fresh && at !== null && state.dossier !== undefined && samePlace(state.dossier.place, at.place);
  if (!stays) putAside(state, now);
  state.address = message.address;
  state.epoch = message.epoch;
  state.locale = message.locale;
  state.unseen = undefined;
  state.seq += 1;
  // What a document asked for ahead of its next address says nothing of another document's.
  if (message.fresh) state.waiting = [];
  if (stays) return true;
  if (!at) {
    state.dossier = undefined;
    state.snapshot = null;
    state.report = JSON.stringify(notAProfile);
    return true;
  }
  state.dossier = { ...emptyDossier(at.place), ...(message.late && { late: message.late }) };
  state.visit = crypto.randomUUID();
  state.quiet = false;
  state.unfound = false;
  state.looked = false;
  state.historyDamaged = false;
  state.snapshot = null;
  state.report = null;
  const waiting = state.waiting.splice(0);
  gather(state, waiting);
  return true;
}

/** Keeps what the page that is left has said, in place of what it said before. */
function putAside(state: VisitState, now: string): void {
  const { dossier } = state;
  if (!dossier || state.snapshot === null) return;
  const host = hostOf(state.address);
  const others = (state.others ?? []).filter(
    (one) => one.host !== host || !samePlace(one.dossier.place, dossier.place),
  );
  state.others = [...others, { left: now, host, dossier }].slice(-OTHERS_CAP);
}

/**
 * The profile's dossier with what was seen around it; a page of one post or list stands for itself. Only pages of the
 * same host count: on hosts of anybody's any page can call its account by any name.
 */
export function withOthers(state: Pick<VisitState, 'address' | 'others'>, dossier: Dossier, now: string): Dossier {
  if (dossier.place.kind !== 'profile' || !state.others) return dossier;
  const here = hostOf(state.address);
  return state.others
    .filter(({ left, host }) => host === here && Math.abs(Date.parse(now) - Date.parse(left)) <= TOGETHER)
    .reduce((sum, { dossier: other }) => absorb(sum, other), dossier);
}

export function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(address)?.[1]?.toLowerCase() ?? '';
}

/** Adds each reading to the dossier; what is about another account waits. */
function gather(state: VisitState, readings: Reading[]): boolean {
  let learnt = false;
  for (const reading of readings) {
    const { dossier } = state;
    const next = dossier && tryAdd(dossier, reading);
    if (next && next !== dossier) {
      state.dossier = next;
      learnt = true;
    }
    // What the dossier could not place, and another post of the same account, may be the next page's.
    const placed = next && next !== dossier && next.waiting === dossier.waiting && !isOfOtherPost(dossier, reading);
    if (!placed && (reading.via === 'response' || reading.via === 'inline')) {
      state.waiting.push({ ...reading, ahead: true });
    }
  }
  state.waiting.splice(0, Math.max(0, state.waiting.length - WAITING_CAP));
  if (learnt) state.seq += 1;
  return learnt;
}

function isOfOtherPost({ place }: Dossier, { subject }: Reading): boolean {
  return subject.postId !== undefined && subject.postId !== place.postId;
}

/** A reading of a form that the merge doesn't expect can only come from a page's process: it is left out. */
function tryAdd(dossier: Dossier, reading: Reading): Dossier | undefined {
  try {
    return addReading(dossier, reading);
  } catch {
    return undefined;
  }
}

/**
 * Scores what the visit has learnt so far; the answer is for the epoch that the visit is in.
 * @returns null while it is too early to refuse a page that has not said anything yet
 */
export async function judge(state: VisitState, doors: VisitDoors): Promise<Answer | null> {
  const { epoch, dossier, address } = state;
  if (!dossier) return { kind: 'answer', epoch, refusal: notAProfile };
  const now = await doors.now();
  const result = toSnapshot(withOthers(state, dossier, now), now, address, state.locale);
  if ('refusal' in result) {
    if (!state.quiet && !dossier.gone && state.report === null) return null;
    conclude(state, null, JSON.stringify(result.refusal));
    return { kind: 'answer', epoch, refusal: result.refusal };
  }
  const { snapshot } = result;
  const { readings, damaged } = await doors.history(snapshot, state.visit);
  if (readings.length > 0) snapshot.history = readings;
  // Told for the whole visit: what was put aside is not found a second time.
  state.historyDamaged ||= damaged;
  if (state.historyDamaged) snapshot.missing = [...(snapshot.missing ?? []), { field: 'history', why: 'not_read' }];
  const { text, report, parsed } = await scored(snapshot, doors);
  conclude(state, text, report);
  if ('error' in parsed) return { kind: 'answer', epoch, refusal: parsed };
  if (state.looked) await doors.remember(snapshot, state.visit, parsed);
  const { missing = [] } = snapshot;
  const told = tellable(missing, state.quiet === true);
  state.unfound = told.length < missing.length;
  return { kind: 'answer', epoch, report: parsed, missing: told, comments: tracesOf(parsed, snapshot) };
}

/** The core's answer; with what the person's other visits showed where nobody has published figures to compare with. */
async function scored(
  snapshot: Snapshot,
  doors: VisitDoors,
): Promise<{ text: string; report: string; parsed: Report | Refusal }> {
  const answer = async () => {
    const text = JSON.stringify(snapshot);
    const report = await doors.score(text);
    return { text, report, parsed: JSON.parse(report) as Report | Refusal };
  };
  const first = await answer();
  const { position, engagement, views, followers } = first.parsed as Partial<Report>;
  if (position || !followers || !(engagement?.perPost || views)) return first;
  const peers = await doors.peers(snapshot);
  if (peers.length === 0) return first;
  snapshot.peers = peers;
  return answer();
}

/** Comments sent along for highlighting, and characters of each. */
const TRACES = 200;
const TRACE_LENGTH = 60;

/** What the comments that the report's signals point at say. */
function tracesOf(report: Report, snapshot: Snapshot): CommentTrace[] {
  const pointedAt = new Set<string>();
  for (const { items } of report.signals) for (const { kind, id } of items) if (kind === 'comment') pointedAt.add(id);
  if (pointedAt.size === 0) return [];
  const found = (snapshot.comments ?? []).filter(({ id }) => id !== undefined && pointedAt.has(id));
  return found
    .slice(0, TRACES)
    .map(({ id, author, text }) => ({ id: id as string, author, text: text?.slice(0, TRACE_LENGTH) }));
}

function conclude(state: VisitState, snapshot: string | null, report: string): void {
  if (state.snapshot === snapshot && state.report === report) return;
  state.snapshot = snapshot;
  state.report = report;
  state.seq += 1;
}
