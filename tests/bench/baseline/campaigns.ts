/** Traces that a campaign leaves in any language: one token under many names, one template, rare emoji, one shape. */
import type { Measured } from './measure.ts';
import type { TokenKind } from './shape.ts';
import { clamp, constantsOf, logistic, rowsOf } from './tables.ts';

const key = constantsOf('campaigns');

const emojiBits = new Map<number, number>();
let mostBits = 0;
for (const [bits, list = ''] of rowsOf('emoji_bits')) {
  mostBits = Math.max(mostBits, Number(bits));
  for (const emoji of list.split(' ')) emojiBits.set(emoji.codePointAt(0) as number, Number(bits));
}

/** What speaks for a campaign in one comment, nats. */
export class Evidence {
  disguise = 0;
  token = 0;
  tail = 0;
  copies = 0;
  form = 0;
  learned = 0;
  /** From 1 on a repetition. */
  repetition = 0;
  sharedToken = '';
  tokenAuthors = 0;

  get hard(): number {
    return this.disguise + this.token + this.tail + this.copies;
  }
  get total(): number {
    const sum = this.hard + this.form + this.learned;
    return this.hard < key('hard.least') ? Math.min(sum, key('soft.most')) : sum;
  }
  get own(): number {
    return this.hard < key('hard.least') ? 0 : this.hard + this.form;
  }
}

export const campaignProbability = (nats: number) => logistic(key('campaign.slope') * (nats - key('campaign.from')));

const STRENGTH: readonly TokenKind[] = ['disguised', 'spaced', 'numbered', 'account'];

/** A token that stands out, over all comments. */
class SharedToken {
  kind: TokenKind = 'account';
  readonly marked = new Set<string>();
  readonly plain = new Set<string>();
  readonly markedIn = new Set<number>();
  readonly plainIn = new Set<number>();

  /** Who wrote it as a word alone. */
  get #words(): number {
    let count = 0;
    for (const author of this.plain) if (!this.marked.has(author)) count += 1;
    return count;
  }
  get isWord(): boolean {
    return this.#words > this.marked.size;
  }
  get authors(): number {
    const words = this.#words;
    return words > this.marked.size ? this.marked.size : this.marked.size + words;
  }
}

function readTokens(all: readonly Measured[], topic: ReadonlySet<string>, evidence: readonly Evidence[]): void {
  const tokens = new Map<string, SharedToken>();
  for (const [i, { counts, tokens: own, author }] of all.entries()) {
    if (!counts) continue;
    for (const { word, kind } of own) {
      if (topic.has(word)) continue;
      const token = tokens.get(word) ?? new SharedToken();
      tokens.set(word, token);
      if (STRENGTH.indexOf(kind) < STRENGTH.indexOf(token.kind)) token.kind = kind;
      token.marked.add(author);
      token.markedIn.add(i);
    }
  }
  if (tokens.size === 0) return;
  for (const [i, { counts, words, copyGroup, author }] of all.entries()) {
    if (!counts) continue;
    for (const word of words) {
      const token = tokens.get(word);
      // Copies of one text say no more than one that it is a word.
      token?.plain.add(copyGroup || author);
      token?.plainIn.add(i);
    }
  }
  const authors = new Map<string, number>();
  for (const [word, token] of tokens) {
    const count = token.authors;
    authors.set(word, count);
    if (count < (token.kind === 'account' ? 3 : 2)) continue;
    const shared = key(`token.${token.kind}`) * Math.log(count);
    for (const i of token.isWord ? token.markedIn : new Set([...token.markedIn, ...token.plainIn])) {
      const e = evidence[i] as Evidence;
      if (shared > e.token || (shared === e.token && count > e.tokenAuthors)) {
        e.token = shared;
        e.tokenAuthors = count;
      }
    }
  }
  for (const [i, { counts, words, tokens: own }] of all.entries()) {
    const e = evidence[i] as Evidence;
    if (!counts || e.token === 0) continue;
    for (const word of [...words, ...own.map((token) => token.word)])
      if (authors.get(word) === e.tokenAuthors && word > e.sharedToken) e.sharedToken = word;
    e.token = Math.min(e.token, key('token.most'));
  }
}

function disguiseOf({ tokens, disguised }: Measured, topic: ReadonlySet<string>): number {
  if (disguised >= 3) return key('disguise.many');
  if (disguised === 2 || tokens.some(({ kind }) => kind === 'spaced')) return key('disguise.few');
  return tokens.some(({ kind, word }) => kind === 'numbered' && !topic.has(word)) ? key('disguise.numbered') : 0;
}

/** Emoji at the end that people hardly use, two kinds or more. */
function tailOf({ tail }: Measured): number {
  if (tail.length < 2) return 0;
  const bits = tail.reduce((sum, emoji) => sum + (emojiBits.get(emoji) ?? mostBits), 0) / tail.length;
  return (clamp((bits - key('tail.usual')) / key('tail.scale'), 0, key('tail.most')) * tail.length) / 3;
}

function formOf({ unclosed, closed, letters, tail }: Measured): number {
  if (unclosed > 0 || closed === 0 || letters < key('form.letters')) return 0;
  return key(closed >= 2 ? 'form.sentences' : 'form.sentence') + (tail.length >= 2 ? key('form.tail') : 0);
}

/** What copies of a text tell, nats: people write short phrases alike by chance, and of a page of one text every letter tells. */
function toldBy({ letters, allLetters }: Measured, copies: number, others: number, stock: number): number {
  const sure =
    clamp((copies - key('filling.from')) / key('filling.from'), 0, 1) *
    clamp((copies / (copies + others) - key('copies.part')) / (1 - key('copies.part')), 0, 1);
  const usual = key('copies.free') - (key('copies.free') - key('copies.free_stock')) * stock;
  const free = usual - (usual - key('copies.free_least')) * sure;
  const tells = letters + (allLetters - letters) * sure;
  return Math.max((tells - free) / key('copies.letters'), 0) * Math.log(1 + copies);
}

/** Near-copies count by their authors, and by what the text tells. */
function readCopies(all: readonly Measured[], evidence: readonly Evidence[]): void {
  const counted = all.map((each, at) => ({ each, at })).filter(({ each }) => each.counts);
  const long = counted.filter(({ each }) => each.letters >= key('copies.free'));
  const single = long.filter(({ each }) => each.copies === 1).length;
  const pairs = long.filter(({ each }) => each.copies > 1 && each.copies < key('repeat.copies')).length;
  const copied = counted.filter(({ each }) => each.copies >= key('repeat.copies'));
  const others = single + 0.5 * pairs;
  const several = copied.length - copied.reduce((most, { each }) => Math.max(most, each.copies), 0);
  const stock =
    several <= 0
      ? 0
      : clamp((several / Math.max(several + others, 1) - key('stock.from')) / key('stock.from'), 0, 1) *
        clamp((several - key('stock.few')) / key('stock.few'), 0, 1);
  const groups = Map.groupBy(
    counted.filter(({ each }) => each.copyGroup),
    ({ each }) => each.copyGroup,
  );
  for (const members of groups.values()) {
    const again = members.length - new Set(members.map(({ each }) => each.author)).size;
    for (const { each, at } of members) {
      // Who writes one text again and again is one person.
      const copies = Math.max(1, each.copies - 0.5 * again);
      const value = toldBy(each, copies, others, stock);
      const e = evidence[at] as Evidence;
      if (copies >= 2)
        e.copies = Math.min(value, key(copies < key('repeat.copies') ? 'copies.most_of_two' : 'copies.most'));
      if (copies >= key('repeat.copies')) e.repetition = value / key('repeat.value');
    }
  }
}

/** How far the others are learned from what stands out: naive Bayes on words, emoji at the end and shape. */
class Likeness {
  readonly #all: readonly Measured[];
  readonly #features: Uint32Array[] = [];
  readonly #count: number[] = [];

  constructor(all: readonly Measured[]) {
    this.#all = all;
    const numbers = new Map<string, number>();
    for (const { counts, words, tail, closed, unclosed } of all) {
      const names = counts
        ? [
            ...words,
            ...tail.map((emoji) => `\n${emoji}`),
            `\nsentences ${Math.min(closed, 3)} ${Math.min(unclosed, 3)}`,
            `\nlength ${Math.min(words.length >> 2, 6)}`,
            `\ntail ${tail.length}`,
          ]
        : [];
      this.#features.push(
        Uint32Array.from(names, (name) => {
          let number = numbers.get(name);
          if (number === undefined) {
            number = numbers.size;
            numbers.set(name, number);
          }
          this.#count[number] = (this.#count[number] ?? 0) + 1;
          return number;
        }),
      );
    }
  }

  learn(evidence: readonly Evidence[]): void {
    for (let round = 0; round < 2; round += 1) {
      const found = partFound(this.#all, evidence);
      if (found.part === 0) return;
      this.#judge(evidence, found);
    }
  }

  #judge(evidence: readonly Evidence[], { suspicion, all, of, part }: Found): void {
    const sums = new Float64Array(this.#count.length);
    for (const [i, features] of this.#features.entries())
      for (const feature of features) sums[feature] = (sums[feature] as number) + (suspicion[i] as number);
    const prior = key('learn.prior');
    const most = key('learn.word');
    for (const [i, features] of this.#features.entries()) {
      const own = suspicion[i] as number;
      let sum = 0;
      for (const feature of features) {
        const count = this.#count[feature] as number;
        if (count < 2) continue;
        const [mine, once] = count >= MANY ? [0, 0] : [own, 1];
        const rest = (sums[feature] as number) - mine;
        const usual = (prior * count) / of;
        const here = (rest + usual) / (all - mine + prior);
        const there = (count - once - rest + usual) / (of - once - all + mine + prior);
        sum += clamp(Math.log(here / there), -most, most);
      }
      const size = Math.max(1, features.length / key('learn.words'));
      const learned = clamp((key('learn.weight') * sum) / Math.sqrt(size), -key('learn.least'), key('learn.most'));
      (evidence[i] as Evidence).learned = part * learned;
    }
  }
}

/** From here on, one comment more or less does not show. */
const MANY = 64;

interface Found {
  suspicion: readonly number[];
  all: number;
  of: number;
  part: number;
}

/** How much of the page stands out. */
function partFound(all: readonly Measured[], evidence: readonly Evidence[]): Found {
  const suspicion = evidence.map((e, i) => (all[i]?.counts ? logistic(e.total - key('learn.from')) : 0));
  const sum = suspicion.reduce((whole, one) => whole + one, 0);
  const of = all.filter(({ counts }) => counts).length;
  // A campaign is a part of the page; a few odd ones among many are no model for the rest.
  const part = of > 0 ? clamp((sum / of - key('learn.part')) / key('learn.part'), 0, 1) * clamp(sum - 1, 0, 1) : 0;
  return { suspicion, all: sum, of, part };
}

/** Evidence of each comment, in order. @param comments  how many the page has, those without a text counted */
export function findCampaigns(all: readonly Measured[], topic: ReadonlySet<string>, comments: number): Evidence[] {
  const evidence = all.map((measured) => {
    const e = new Evidence();
    if (!measured.counts) return e;
    e.disguise = disguiseOf(measured, topic);
    e.tail = tailOf(measured);
    e.form = formOf(measured);
    return e;
  });
  readTokens(all, topic, evidence);
  readCopies(all, evidence);
  if (comments >= key('learn.comments') && partFound(all, evidence).part > 0) new Likeness(all).learn(evidence);
  return evidence;
}
