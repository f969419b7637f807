/** What is measured of each comment: the features of the scorecard, and what campaigns are looked for in. */
import { findNearCopies, signatureOf } from './near-copies.ts';
import { type Shape, shapeOf, type Token } from './shape.ts';
import { constantsOf, rowsOf } from './tables.ts';

export interface Comment {
  id?: string;
  postId?: string;
  author?: string;
  text?: string;
  byCreator?: boolean;
}

export interface Snapshot {
  profile: { handle: string };
  posts?: { id?: string; caption?: string }[];
  comments?: Comment[];
}

/** A comment as measured, before any model. */
export interface Measured {
  text: string;
  features: Record<string, number>;
  onlyEmoji: boolean;
  onlyMentions: boolean;
  onlyGeneric: boolean;
  words: readonly string[];
  tokens: readonly Token[];
  tail: readonly number[];
  closed: number;
  unclosed: number;
  disguised: number;
  author: string;
  /** Letters that the text tells by itself; and without the halves of what everybody says. */
  letters: number;
  allLetters: number;
  copies: number;
  copyGroup: string;
  /** Not the creator's. */
  counts: boolean;
}

const campaigns = constantsOf('campaigns');
const USES = [
  'promotion',
  'solicitation',
  'finance',
  'contact',
  'testimony',
  'broadcast',
  'conversation',
  'praise',
  'filler',
] as const;
type Use = (typeof USES)[number];
const OFFERING = USES.slice(0, 6);

/** The listed phrases, word by word. */
class Phrases {
  uses: Use[] = [];
  /** What it says of an occasion. */
  occasion?: 'occasion' | 'congratulation';
  readonly next = new Map<string, Phrases>();
}

const lexicon = new Phrases();
for (const [use, , term = ''] of rowsOf('comment_lexicon')) {
  let node = lexicon;
  for (const word of shapeOf(term).words) {
    if (!node.next.has(word)) node.next.set(word, new Phrases());
    node = node.next.get(word) as Phrases;
  }
  if (use === 'occasion' || use === 'congratulation') node.occasion = use;
  else if (node !== lexicon && !node.uses.includes(use as Use)) node.uses.push(use as Use);
}

interface Uses {
  found: Record<Use, number>;
  reacting: number;
  generic: number;
  praising: number;
  letters: number;
  /** A word for a birthday, a death, a feast, and one of congratulations. */
  occasion: boolean;
  congratulation: boolean;
  /** By words that don't congratulate. */
  praised: boolean;
}

/** For each word the longest listed phrase that begins there is taken; its words are not read again. */
function usesOf({ words, lengths }: Shape): Uses {
  const found = Object.fromEntries(USES.map((use) => [use, 0])) as Record<Use, number>;
  const all: Uses = {
    found,
    reacting: 0,
    generic: 0,
    praising: 0,
    letters: 0,
    occasion: false,
    congratulation: false,
    praised: false,
  };
  for (let i = 0; i < words.length; ) {
    let node: Phrases | undefined = lexicon;
    let uses: readonly Use[] = [];
    let congratulates = false;
    let length = 1;
    for (let n = 1; n <= 3 && i + n <= words.length; n += 1) {
      node = node.next.get(words[i + n - 1] as string);
      if (!node) break;
      if (node.occasion) all[node.occasion] = true;
      congratulates ||= node.occasion === 'congratulation';
      if (node.uses.length > 0) {
        uses = node.uses;
        length = n;
      }
    }
    for (const use of uses) found[use] += length > 1 ? 2 : 1;
    const praise = uses.includes('praise');
    const generic = praise || uses.includes('filler');
    const conversation = uses.includes('conversation');
    if (conversation) all.reacting += length;
    if (generic) all.generic += length;
    if (praise) all.praising += length;
    all.praised ||= praise && !congratulates;
    for (const end = i + length; i < end; i += 1)
      all.letters += (generic || conversation ? 0.5 : 1) * (lengths[i] as number);
  }
  return all;
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);

function featuresOf(shape: Shape, { found, reacting, praising }: Uses): Record<string, number> {
  const words = shape.words.length;
  const { links, mentions, hashtags, offeringNames, amounts, longNumbers, endorsedNames, moneyEmoji } = shape;
  const marks = [links, offeringNames, amounts, longNumbers, endorsedNames, moneyEmoji];
  const somewhere = mentions + hashtags + links + longNumbers > 0;
  const { finance, contact, promotion, testimony, solicitation, broadcast } = found;
  return {
    words,
    links,
    mentions,
    hashtags,
    offering_names: offeringNames,
    decorated_names: shape.decoratedNames,
    endorsed_names: endorsedNames,
    money_emoji: moneyEmoji,
    amounts,
    long_numbers: longNumbers,
    shout: shape.letters >= 8 ? share(shape.capitals, shape.letters) : 0,
    disguised: share(shape.disguised, shape.letters),
    emoji_share: share(shape.emoji, shape.characters),
    promotion,
    solicitation,
    finance,
    contact,
    testimony,
    broadcast,
    conversation_share: share(reacting, words),
    praise_share: share(praising, words),
    cues: OFFERING.filter((use) => found[use] > 0).length + marks.filter((count) => count > 0).length,
    offer: somewhere ? finance + contact + promotion + testimony + 2 * amounts + 2 * offeringNames : 0,
    copies: 1,
  };
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const bare = (handle: string) => handle.replace(/^@/, '').toLowerCase();

/** One for each comment with a text, in their order; and the words of all captions. */
export function measure({ profile, posts = [], comments = [] }: Snapshot): { all: Measured[]; topic: Set<string> } {
  const topics = new Map<string, Set<string>>();
  const topic = new Set<string>();
  for (const { id, caption } of posts) {
    if (caption === undefined) continue;
    const words = new Set(shapeOf(caption).words.filter((word) => !lexicon.next.get(word)?.uses.length));
    for (const word of words) topic.add(word);
    if (id !== undefined && !topics.has(id)) topics.set(id, words);
  }
  const self = profile.handle.toLowerCase();
  const all: Measured[] = [];
  const signed: { of: Measured; tells: boolean; plain: readonly number[] }[] = [];
  for (const [i, { postId, author, text, byCreator }] of comments.entries()) {
    if (text === undefined) continue;
    const shape = shapeOf(text, self);
    const uses = usesOf(shape);
    const features = featuresOf(shape, uses);
    const { words, lengths } = shape;
    const about = topics.get(postId ?? '');
    const common = about ? words.flatMap((word, k) => (about.has(word) ? [lengths[k] as number] : [])) : [];
    if (about) features.topic = share(common.length, words.length);
    const invited = campaigns('copies.invited') * sum(common);
    const noWords = words.length === 0 && shape.links + shape.hashtags === 0;
    const onlyGeneric = words.length > 0 && uses.generic >= words.length && shape.links + shape.hashtags === 0;
    const { testimony, broadcast } = uses.found;
    const offers = (features.cues as number) - Number(testimony > 0) - Number(broadcast > 0);
    const spokenOf = uses.occasion || (uses.congratulation && !uses.praised);
    const part = spokenOf && offers === 0 ? campaigns('copies.occasion') : 1;
    const letters = part * (uses.letters - invited);
    const allLetters = part * (sum(lengths) - invited);
    const measured: Measured = {
      text,
      features,
      onlyEmoji: noWords && shape.mentions === 0 && shape.emoji > 0,
      onlyMentions: noWords && shape.mentions > 0,
      onlyGeneric,
      words,
      tokens: shape.tokens,
      tail: shape.tail,
      closed: shape.closed,
      unclosed: shape.unclosed,
      disguised: shape.disguised,
      author: author ?? `\n${i}`,
      // What everybody says counts less only where a text says nothing else.
      letters: onlyGeneric ? 0.5 * (letters + allLetters) : allLetters,
      allLetters,
      copies: 1,
      copyGroup: '',
      counts: !(byCreator || (author !== undefined && bare(author) === bare(profile.handle))),
    };
    all.push(measured);
    if (words.length === 0 || !measured.counts) continue;
    // Short phrases meet by chance.
    signed.push({ of: measured, tells: letters > campaigns('copies.free'), plain: shape.plain });
  }
  for (const [k, { count, group }] of findNearCopies(signed.map(({ plain }) => signatureOf(plain))).entries()) {
    const { of, tells } = signed[k] as (typeof signed)[number];
    if (tells) of.features.copies = count;
    of.copies = count;
    of.copyGroup = group;
  }
  return { all, topic };
}
