/** Facebook pages: likes in a meta sentence. Page likes are `likesTotal`, they are no followers. */
import type { Count } from '../../.generated/snapshot';
import { countNamed } from '../../reading/counted';
import { type NumberStyle, readCounts } from '../../reading/counts';
import { all, linkOf, metaOf, textOf } from '../../reading/dom';
import { makeProfile } from '../../reading/factories';
import type { Counted } from '../../reading/number-words';
import type { PageText, Place, ReadContext } from '../../reading/place';
import type { Reading } from '../../reading/reading';
import { readingOf, subjectOf } from '../../reading/subject';
import { cleanText, firstSentence, sameName } from '../../reading/text';
import { metaScripts } from '../meta-scripts';

const BASE = 'https://www.facebook.com/';
const TELLING = /"(?:reaction_count|follower_count|profile_social_context)"/;

export function inlineTexts(document: Document): PageText[] {
  return metaScripts(document, TELLING);
}

export function readDocument(document: Document, context: ReadContext): Reading[] {
  return [...fromMeta(document, context), ...fromHeader(document, context)];
}

/** The header's links to the page's own lists: '1.2M followers', '31 following'. Their nouns tell; another page's lead elsewhere. */
function fromHeader(document: Document, context: ReadContext): Reading[] {
  const { place, locale } = context;
  const printed = (list: 'followers' | 'following') =>
    all(document, `a[href*="/${list}"], a[href*="sk=${list}"]`, 20)
      .filter((link) => isListOf(linkOf(link, BASE), list, place))
      .map((link) => countNamed(textOf(link), [list], { rounding: 'unknown', locale, compact: true }))
      .find((count) => count !== undefined);
  const profile = makeProfile({ followers: printed('followers'), following: printed('following') });
  const subject = subjectOf({ handle: place.handle, id: place.id });
  return place.kind === 'profile' ? readingOf(subject, 'dom', context, { profile }) : [];
}

function isListOf(link: URL | undefined, list: string, { handle, id }: Place): boolean {
  if (!link || !/(?:^|\.)facebook\.com$/.test(link.hostname)) return false;
  const [name = '', tab, ...rest] = link.pathname.split('/').filter(Boolean);
  if (name === 'profile.php')
    return id !== undefined && link.searchParams.get('id') === id && link.searchParams.get('sk') === list;
  return handle !== undefined && sameName(name, handle) && tab === list && rest.length === 0;
}

/** 'BBC News. 61,828,042 likes · 1,649,246 talking about this. …' */
function fromMeta(document: Document, context: ReadContext): Reading[] {
  const { place } = context;
  const address = metaOf(document, 'og:url');
  const text = metaOf(document, 'og:description') ?? metaOf(document, 'description');
  const named = address === undefined ? undefined : /facebook\.com\/([A-Za-z0-9.]{2,80})\/?(?:$|\?)/.exec(address)?.[1];
  if (place.kind !== 'profile' || text === undefined || !sameName(named, place.handle)) return [];
  const title = metaOf(document, 'og:title');
  const rest = title !== undefined && text.startsWith(title) ? text.slice(title.length) : text;
  const style: NumberStyle = { rounding: 'unknown', locale: context.locale };
  // The page's own words come after the platform's sentence; they may hold any number.
  const [head = '', ...more] = rest.split(/[·•]/, 4);
  const parts = [head, ...more.map(firstSentence)].map((part) => part.replace(/(?<=\d) Mal\b/u, ''));
  const first = (kind: Counted) =>
    parts.map((part) => countNamed(part, [kind], style)).find((count) => count !== undefined);
  const liked = () => parts.map((part) => likedIn(part, style)).find((count) => count !== undefined);
  return readingOf({ handle: named as string }, 'meta', context, {
    profile: makeProfile({
      displayName: cleanText(title),
      likesTotal: first('likes') ?? liked(),
      followers: first('followers'),
    }),
  });
}

/** Where the language has a phrase for the button, not a noun: 'Synes godt om', '「いいね！」'. */
const LIKES =
  /synes godt om|to se mi líbí|páči sa mi to|všeč mi je|sviđa mi se|свиђа ми се|нравится|подобається|харесва|αρέσει(?: σε)?|personnes aiment|いいね[!！]?|좋아하는 사람|좋아합니다/giu;

function likedIn(part: string, style: NumberStyle): Count | undefined {
  const rest = part.replace(LIKES, ' · ');
  const counts = rest === part ? [] : readCounts(rest.replace(/["„“”«»「」]/g, ''), style);
  return counts.length === 1 ? (counts[0] ?? undefined) : undefined;
}

export function anchor(document: Document): Element | null {
  return (
    all(document, 'a[href*="/followers"], a[href*="sk=followers"]', 20).find((link) =>
      /\p{N}/u.test(link.textContent ?? ''),
    ) ?? null
  );
}
