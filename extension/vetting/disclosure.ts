/**
 * Whether a post says that it is advertising, how well it can be seen, and whether one that doesn't looks as if it might be.
 * A check to make: what a caption shows is never proof of a tie, nor of what was agreed.
 */
import type { Post } from '../.generated/snapshot';
import { disclosesPayment, disclosureTags } from '../reading/disclosure';
import {
  affiliateWords,
  type Cue,
  clearPhrases,
  codeWords,
  commonWords,
  discountWords,
  FEW_TAGS,
  FOLD,
  giftWords,
  openingMarks,
  shopWords,
  vagueTags,
} from './disclosure-rules';

export type Disclosure =
  /** By the site's own label, or clearly by words. */
  | { state: 'marked' }
  /** Marked, but easy to miss; in another language than the caption's; in words that say too little. */
  | { state: 'hidden' | 'foreign' | 'vague'; mark: string }
  /** Not marked, though the caption has this. */
  | { state: 'commercial'; cue: Cue; mark: string }
  | { state: 'plain' };

const LONGEST = 4096;

export function disclosureOf(post: Pick<Post, 'caption' | 'sponsored' | 'sponsors'>): Disclosure {
  const caption = (post.caption ?? '').slice(0, LONGEST).normalize('NFC');
  const mark = clearMark(caption);
  // What is paid and not by the caption's own word carries the site's label.
  if (post.sponsored && !disclosesPayment(post.caption)) return { state: 'marked' };
  if (mark) return judged(mark, caption);
  const tied = (post.sponsors?.length ?? 0) > 0 || MENTION.test(caption);
  const vague = tied ? tagsIn(caption).find(({ tag }) => vagueTags.includes(tag)) : undefined;
  if (vague) return { state: 'vague', mark: vague.text };
  const seen = cueIn(caption, tied);
  return seen ? { state: 'commercial', ...seen } : { state: 'plain' };
}

interface Mark {
  text: string;
  /** Where it stands in the caption, and after how many hashtags. */
  at: number;
  after: number;
  languages: readonly string[];
}

function judged(mark: Mark, caption: string): Disclosure {
  const { text } = mark;
  if (mark.at >= FOLD || mark.after >= FEW_TAGS) return { state: 'hidden', mark: text };
  const language = languageOf(caption);
  const foreign = language !== undefined && !mark.languages.includes(language) && mark.languages.includes('en');
  return foreign ? { state: 'foreign', mark: text } : { state: 'marked' };
}

/** The clear mark that can be seen best: in the right language first, then the earliest. */
function clearMark(caption: string): Mark | undefined {
  const text = folded(caption);
  const opening = openingMark(text);
  if (opening) return opening;
  const tags = tagsIn(caption).flatMap(({ tag, text: shown, at }, after): Mark[] => {
    const languages = Object.keys(disclosureTags).filter((one) =>
      disclosureTags[one]?.some((word) => folded(word) === tag),
    );
    return languages.length > 0 ? [{ text: shown, at, after, languages }] : [];
  });
  const phrases = clearPhrases.flatMap(([language, words]) =>
    words.flatMap((word): Mark[] => {
      const at = text.indexOf(word);
      return at < 0 ? [] : [{ text: word, at, after: 0, languages: [language] }];
    }),
  );
  const marks = [...phrases, ...tags].sort((a, b) => a.at - b.at);
  return marks.find((mark) => judged(mark, caption).state === 'marked') ?? marks[0];
}

const OPENING = /^[\s\p{P}\p{S}]{0,4}([\p{L}\p{M} ]{2,30}?)\s?(?:[|:.\-–—\]】)）·/]|\n)/u;

/** "Ad | …", "Werbung: …", "【PR】…"; no hashtag, which has its own place. */
function openingMark(text: string): Mark | undefined {
  const word = text.startsWith('#') ? undefined : OPENING.exec(text)?.[1]?.trim();
  const languages = openingMarks.filter(([, words]) => word !== undefined && words.includes(word)).map(([one]) => one);
  return languages.length > 0 ? { text: word as string, at: 0, after: 0, languages } : undefined;
}

const MENTION = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_]/u;
const HASHTAG = /[#＃]([\p{L}\p{M}\p{N}_]{1,60})/gu;

function tagsIn(caption: string): { tag: string; text: string; at: number }[] {
  return [...caption.matchAll(HASHTAG)].map((match) => ({
    tag: folded(match[1] as string),
    text: match[0],
    at: match.index,
  }));
}

/** Lower case, without the accents of Latin letters. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0));
}

function cueIn(caption: string, tied: boolean): { cue: Cue; mark: string } | undefined {
  const text = folded(caption);
  const first = (words: readonly string[]) => words.find((word) => hasPhrase(text, word));
  const code = codeIn(caption, text);
  if (code) return { cue: 'code', mark: code };
  const affiliate = first(affiliateWords);
  if (affiliate) return { cue: 'affiliate', mark: affiliate };
  if (!tied) return undefined;
  const gift = first(giftWords);
  if (gift) return { cue: 'gift', mark: gift };
  const shop = first(shopWords);
  return shop ? { cue: 'shop', mark: shop } : undefined;
}

const SPACED = /^\p{Script=Latin}/u;

/** The phrase from the beginning of a word on; anywhere in other scripts. */
function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (!SPACED.test(phrase) || at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] as string)) return true;
  return false;
}

/** Letters and digits in capitals, as shops give them out: MIA20. */
const CODE = /(?<![\p{L}\p{N}])(?:[A-Z][A-Z0-9]{2,}|\d{1,3}[A-Z]{3,})(?![\p{L}\p{N}])/gu;
const NEAR = 40;

/** A code to type beside its name, in a caption that speaks of a discount. */
function codeIn(caption: string, text: string): string | undefined {
  if (!discountWords.some((word) => hasPhrase(text, word))) return undefined;
  for (const match of caption.matchAll(CODE)) {
    const beside = text.slice(Math.max(0, match.index - NEAR), match.index + NEAR);
    if (codeWords.some((word) => hasPhrase(beside, word) && folded(match[0]) !== word)) return match[0];
  }
  return undefined;
}

/** The language of a caption, where script or common words tell it; hashtags and mentions say nothing. */
export function languageOf(caption: string): string | undefined {
  const text = folded(caption).replace(/[#＃@][\p{L}\p{M}\p{N}_.]+/gu, ' ');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Arabic}{3}/u.test(text)) return 'ar';
  const words = text.match(/\p{L}+/gu) ?? [];
  const known = Object.entries(commonWords)
    .map(([language, common]) => ({ language, hits: words.filter((word) => common.includes(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [first, second] = known;
  return first && second && first.hits >= 2 && first.hits > second.hits ? first.language : undefined;
}
