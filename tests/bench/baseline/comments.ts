/**
 * The comments' analysis of the core written as JavaScript is written: strings and maps where the core has hashes and
 * arrays. It is what `./dev bench` compares the core with, and follows the core's rules one by one: that both find the same
 * (tests/extension/bench) shows a slip of either language, and no fault of the rules.
 */
import { Buffer } from 'node:buffer';
import { campaignProbability, type Evidence, findCampaigns } from './campaigns.ts';
import { type Measured, measure, type Snapshot } from './measure.ts';
import { shapeOf } from './shape.ts';
import { constantsOf, logistic, rowsOf } from './tables.ts';

const key = constantsOf('comments');
const MOST_GROUPS = 20;
const MOST_MARK = 120;
const GROUP_KINDS = ['token', 'template', 'shape'] as const;

export type CommentKind = 'ordinary' | 'generic' | 'repeat' | 'spam' | 'mention_only' | 'emoji_only';

export interface Group {
  kind: (typeof GROUP_KINDS)[number];
  size: number;
  authors: number;
  of: number;
  mark: string;
  items: string[];
}

/** Steps of each feature, ascending. */
const card = Map.groupBy(
  rowsOf('comment_scorecard').map(([, feature = '', from, points]) => ({
    feature,
    from: Number(from),
    points: Number(points),
  })),
  ({ feature }) => feature,
);

/** Probability of spam by the scorecard. */
function spamOf(features: Record<string, number>): number {
  let odds = key('spam.intercept');
  for (const [feature, steps] of card) {
    const value = features[feature];
    if (value === undefined) continue;
    odds += (steps.findLast(({ from }) => value >= from) ?? steps[0])?.points ?? 0;
  }
  return logistic(odds);
}

function kindOf(measured: Measured, evidence: Evidence, spam: number): CommentKind {
  if (measured.onlyMentions) return 'mention_only';
  if (measured.onlyEmoji) return 'emoji_only';
  if (spam >= key('spam.from')) return 'spam';
  if (evidence.repetition >= 1) return 'repeat';
  if (campaignProbability(evidence.own) >= key('spam.from'))
    return evidence.disguise + evidence.token > evidence.tail + evidence.copies ? 'spam' : 'repeat';
  return measured.onlyGeneric ? 'generic' : 'ordinary';
}

const BASE: Partial<Record<CommentKind, string>> = { mention_only: 'mention', emoji_only: 'emoji', generic: 'generic' };

interface Judged {
  id: string | undefined;
  measured: Measured;
  evidence: Evidence;
  kind: CommentKind;
  atypical: number;
}

function judge(snapshot: Snapshot): Judged[] {
  const texts = (snapshot.comments ?? []).filter(({ text }) => text !== undefined);
  const { all, topic } = measure(snapshot);
  const found = findCampaigns(all, topic, snapshot.comments?.length ?? 0);
  return all.map((measured, i) => {
    const evidence = found[i] as Evidence;
    const spam = spamOf(measured.features);
    const { repetition } = evidence;
    const repeated = repetition < 1 ? 0 : 1 - 1 / (1 + key('repeat.odds') * repetition ** 2);
    const campaign = Math.max(campaignProbability(evidence.total), repeated);
    const kind = kindOf(measured, evidence, spam);
    const base = BASE[kind];
    const atypical = Math.max(1 - (1 - spam) * (1 - campaign), base ? key(base) : 0);
    return { id: texts[i]?.id, measured, evidence, kind, atypical };
  });
}

function cut(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MOST_MARK) return text;
  let end = MOST_MARK;
  while (end > 0 && ((bytes[end] as number) & 0xc0) === 0x80) end -= 1;
  return `${bytes.toString('utf8', 0, end)}…`;
}

/** The first in the order of their characters; empty where there is none. */
const least = (texts: readonly string[]) => texts.toSorted()[0] ?? '';

/** The token as one of them prints it. */
const tokenMark = (members: readonly Judged[], token: string) =>
  cut(
    least(
      members.flatMap(({ measured: { text, tokens } }) =>
        tokens.filter(({ word }) => word === token).map(({ begin, end }) => text.slice(begin, end)),
      ),
    ),
  );

/** The words of the first text that three of four members have; "…" for the others. */
function templateMark(members: readonly Judged[]): string {
  const having = new Map<string, number>();
  for (const { measured } of members)
    for (const word of new Set(measured.words)) having.set(word, (having.get(word) ?? 0) + 1);
  const parts: string[] = [];
  for (const chunk of least(members.map(({ measured }) => measured.text)).split(/[ \n\t]/)) {
    if (!chunk) continue;
    const { words } = shapeOf(chunk);
    const common = words.length > 0 && words.every((word) => 4 * (having.get(word) ?? 0) >= 3 * members.length);
    if (common || parts.at(-1) !== '…') parts.push(common ? chunk : '…');
  }
  return cut(parts.join(' '));
}

/** The emoji that most end with; nothing where they end with none. */
function shapeMark(members: readonly Judged[]): string {
  const ends = Map.groupBy(
    members.flatMap(({ measured }) => measured.tail),
    (emoji) => emoji,
  );
  const [best] = [...ends].sort(([a, { length: x }], [b, { length: y }]) => y - x || a - b);
  return best ? String.fromCodePoint(best[0]) : '';
}

/** Where a comment belongs; undefined where nowhere. */
function placeOf({ measured, evidence, atypical }: Judged): string | undefined {
  if (!measured.counts || atypical < 0.5) return undefined;
  if (evidence.sharedToken) return `token ${evidence.sharedToken}`;
  if (evidence.repetition >= 1) return `template ${measured.copyGroup}`;
  return campaignProbability(evidence.total) >= 0.5 ? 'shape ' : undefined;
}

function groupsOf(judged: readonly Judged[], of: number): Group[] {
  const groups: Group[] = [];
  for (const [place, members] of Map.groupBy(judged, placeOf)) {
    if (place === undefined) continue;
    const kind = place.slice(0, place.indexOf(' ')) as Group['kind'];
    if (members.length < (kind === 'token' ? 2 : 3)) continue;
    const mark =
      kind === 'token'
        ? tokenMark(members, place.slice('token '.length))
        : kind === 'template'
          ? templateMark(members)
          : shapeMark(members);
    const authors = new Set(members.map(({ measured }) => measured.author)).size;
    const items = members.flatMap(({ id }) => id ?? []);
    groups.push({ kind, size: members.length, authors, of, mark, items });
  }
  const byRank = (a: Group, b: Group) =>
    b.size - a.size || GROUP_KINDS.indexOf(a.kind) - GROUP_KINDS.indexOf(b.kind) || (a.mark < b.mark ? -1 : 1);
  return groups.sort(byRank).slice(0, MOST_GROUPS);
}

/** Kinds of the comments that have a text and are not the creator's, and the groups of those that belong together. */
export function analyse(text: string): { kinds: Record<CommentKind, number>; groups: Group[] } {
  const snapshot: Snapshot = JSON.parse(text);
  const judged = judge(snapshot);
  const others = judged.filter(({ measured }) => measured.counts);
  const kinds = { emoji_only: 0, generic: 0, mention_only: 0, ordinary: 0, repeat: 0, spam: 0 };
  for (const { kind } of others) kinds[kind] += 1;
  return { kinds, groups: groupsOf(judged, others.length) };
}
