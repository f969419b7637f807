/**
 * Captures become pages: one recipe for each file in tests/pages/expectations. Captures lie beside the project
 * (../shared/captures, or PLUMB_CAPTURES) and never in it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  facebookDocument,
  linkedinDocument,
  RESTORE,
  redditDocument,
  threadsDocument,
} from '../../extension/pages/shapes.ts';
import type { Har } from '../replay/har.ts';
import { type Expectation, expectation, expectationNames } from './expectations.ts';
import { instagramLook, xLook, youtubeLook } from './looks.ts';
import { type Ask, escapeHtml, inScript, makeHar, type PageParts, STRICT_POLICY, X_POLICY } from './make.ts';
import { instagramHeaderScript, instagramNode, instagramTimeline, instagramUser, type Json } from './shapes.ts';
import { type Look, shell } from './shells.ts';

export const CAPTURES = resolve(process.env.PLUMB_CAPTURES ?? join(import.meta.dirname, '../../../../shared/captures'));

/** Each way in on each of the four platforms: these run in both browsers, come what may. */
export const REQUIRED = [
  'youtube-kurzgesagt-response',
  'youtube-kurzgesagt-inline',
  'tiktok-illojuan',
  'tiktok-missing-account',
  'instagram-google',
  'instagram-hiteshhahaha',
  'x-xdevelopers',
  'x-kikobeats',
] as const;

/** Policies under which captured documents are served; the others carry none. */
const POLICIES: Record<string, string> = { 'x-kikobeats': X_POLICY };

export interface Recipe {
  name: string;
  wanted: Expectation;
}

export const recipes: readonly Recipe[] = expectationNames().map((name) => ({ name, wanted: expectation(name) }));

const text = (file: string) => readFileSync(join(CAPTURES, file), 'utf8');
const json = (file: string): Json => JSON.parse(text(file));

/** True where the captures that a recipe needs are there. */
export function hasCaptures({ wanted }: Recipe): boolean {
  const files = [
    wanted.html,
    wanted.capture,
    wanted.header,
    wanted.feed,
    ...(wanted.responses ?? []).map(({ capture }) => capture),
  ];
  return files.every((file) => file === undefined || existsSync(join(CAPTURES, file)));
}

/** How the platform's page asks for an address. */
function asks({ responses = [] }: Expectation): Ask[] {
  return responses.map(({ url, capture }) => {
    const { host, pathname } = new URL(url);
    const youtube = host.endsWith('youtube.com');
    const posted = youtube && pathname.startsWith('/youtubei/');
    const post = {
      type: 'application/json',
      text: JSON.stringify({ context: { client: { clientName: 'WEB', hl: 'en-GB' } } }),
    };
    return {
      via: youtube || host.endsWith('tiktok.com') ? 'fetch' : 'xhr',
      method: posted ? 'POST' : 'GET',
      url,
      ...(posted ? { post } : {}),
      body: text(capture),
    };
  });
}

/** What the platform's page would show of the responses; a page without a header where they hold none. */
function lookOf(wanted: Expectation): Look | undefined {
  const captured = (part: string) => wanted.responses?.find(({ url }) => url.includes(part))?.capture;
  const browse = captured('/youtubei/v1/browse') ?? (wanted.shape === 'youtube-inline' ? wanted.capture : undefined);
  if (browse) {
    const look = youtubeLook(json(browse));
    return look.followers.text ? look : undefined;
  }
  const [user, tweets] = [captured('/UserByScreenName'), captured('/UserTweets')];
  return user ? xLook(json(user), tweets ? json(tweets) : undefined) : undefined;
}

function instagramProfile(wanted: Expectation): PageParts {
  const user = instagramUser(json(wanted.header ?? ''));
  const nodes = (json(wanted.feed ?? '') as Json[]).map((node) => instagramNode(node, user));
  const timeline = instagramTimeline(nodes, user);
  const look = instagramLook(user, nodes);
  const inline = [{ json: instagramHeaderScript(user), attributes: 'data-content-len="4096" data-sjs' }];
  const title = `${look.name} (@${look.handle}) • Instagram photos and videos`;
  const document = shell({ look, title, lang: wanted.locale ?? 'en', asks: timeline, inline });
  return { url: wanted.address, at: wanted.now, document, policy: STRICT_POLICY, asks: timeline };
}

/** Documents of reduced captures, in their platform's own shape. */
const DOCUMENTS: Partial<Record<string, (scraped: never) => string>> = {
  threads: threadsDocument,
  linkedin: linkedinDocument,
  reddit: redditDocument,
  facebook: facebookDocument,
};

/** The header that Mastodon's page shows of the account's answer: links whose titles hold the exact numbers. */
function mastodonHeader(account: Json): string {
  const path = `/@${escapeHtml(String(account.acct))}`;
  const link = (list: string, count: unknown, words: string) =>
    `<a href="${path}${list}" title="${Number(count).toLocaleString('en')}"><strong>${escapeHtml(String(count))}</strong> ${words}</a>`;
  return `<div id="mastodon"><div class="account__header"><h1>${escapeHtml(String(account.display_name))}</h1>${[
    link('', account.statuses_count, 'posts'),
    link('/following', account.following_count, 'following'),
    link('/followers', account.followers_count, 'followers'),
  ].join('')}</div></div>`;
}

function pageOf({ name, wanted }: Recipe): PageParts {
  const { address: url, now: at } = wanted;
  if (wanted.html) {
    const policy = POLICIES[name];
    return { url, at, document: text(wanted.html), ...(policy ? { policy } : {}) };
  }
  const document = DOCUMENTS[wanted.shape ?? ''];
  if (document) return { url, at, document: document(json(wanted.capture ?? '') as never) };
  const restore = RESTORE[wanted.shape as keyof typeof RESTORE];
  if (restore) {
    const { answers = [], document: restored } = restore(text(wanted.capture ?? ''));
    const made = answers.map((answer): Ask => ({ via: 'xhr', method: 'GET', ...answer }));
    return {
      url,
      at,
      document: restored ?? shell({ title: name, lang: wanted.locale ?? 'en', asks: made, inline: [] }),
      ...(restored ? {} : { policy: STRICT_POLICY, asks: made }),
    };
  }
  if (wanted.shape === 'instagram-profile') return instagramProfile(wanted);
  const inline =
    wanted.shape === 'youtube-inline' ? [{ js: `var ytInitialData = ${inScript(json(wanted.capture ?? ''))};` }] : [];
  const list = asks(wanted);
  const account = wanted.responses?.find(({ url }) => /\/api\/v1\/accounts\/\d+$/.test(url))?.capture;
  const rendered = account ? mastodonHeader(json(account)[0]?.body) : undefined;
  return {
    url,
    at,
    document: shell({ look: lookOf(wanted), rendered, title: name, lang: wanted.locale ?? 'en', asks: list, inline }),
    policy: STRICT_POLICY,
    asks: list,
  };
}

/** The HAR of a recipe. @throws where a capture is missing */
export function harOf(recipe: Recipe): Har {
  return makeHar([pageOf(recipe)]);
}
