/**
 * Which capture becomes which page: one entry for each replay. Captures lie beside the project (../shared/captures)
 * and never in it; what must be read from them stands in tests/pages/expectations/<name>.json.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Har } from '../replay/har.ts';
import { instagramLook, xLook, youtubeLook } from './looks.ts';
import { type Ask, inScript, makeHar, type PageParts, STRICT_POLICY, X_POLICY } from './make.ts';
import {
  instagramHeaderScript,
  instagramNode,
  instagramTimeline,
  instagramUser,
  type Json,
  xGraphql,
  youtubeBrowse,
} from './shapes.ts';
import { shell } from './shells.ts';

export const CAPTURES = resolve(process.env.PLUMB_CAPTURES ?? join(import.meta.dirname, '../../../../shared/captures'));

interface Common {
  name: string;
  url: string;
  /** Time of the visit: that of the capture. */
  at: string;
  /** Whether the overlay must stand on the page. */
  overlay: boolean;
}

export type Recipe =
  /** The captured HTML is the document, byte for byte. */
  | (Common & { kind: 'document'; file: string; policy?: string })
  /** YouTube: a tab of a channel, asked for by the page (`response`) or in its document (`inline`). */
  | (Common & { kind: 'youtube'; file: string; way: 'response' | 'inline' })
  /** Instagram since 2026-07: the header in the document, the posts asked for. */
  | (Common & { kind: 'instagram'; header: string; posts: string })
  /** X: every datum asked for. */
  | (Common & { kind: 'x'; user: string; tweets: string });

export const recipes: readonly Recipe[] = [
  {
    name: 'youtube-kurzgesagt-response',
    kind: 'youtube',
    way: 'response',
    file: 'youtube/kurzgesagt__videos__2026-01.json',
    url: 'https://www.youtube.com/@kurzgesagt/videos',
    at: '2026-01-26T12:00:00Z',
    overlay: true,
  },
  {
    name: 'youtube-kurzgesagt-inline',
    kind: 'youtube',
    way: 'inline',
    file: 'youtube/kurzgesagt__videos__2026-01.json',
    url: 'https://www.youtube.com/@kurzgesagt/videos',
    at: '2026-01-26T12:00:00Z',
    overlay: true,
  },
  {
    name: 'tiktok-illojuan',
    kind: 'document',
    file: 'tiktok/illojuan__profile_loggedout__2025-12.html',
    url: 'https://www.tiktok.com/@illojuan',
    at: '2025-12-30T12:00:00Z',
    overlay: true,
  },
  {
    name: 'tiktok-missing',
    kind: 'document',
    file: 'tiktok/account_not_found_ja__2025-04.html',
    url: 'https://www.tiktok.com/@buzzmagicianshin',
    at: '2025-04-17T12:00:00Z',
    overlay: false,
  },
  {
    name: 'instagram-google',
    kind: 'instagram',
    header: 'instagram/google__profile__2026-07-31.json',
    posts: 'instagram/google__feed_36_posts__2026-06-11.json',
    url: 'https://www.instagram.com/google/',
    at: '2026-07-31T12:00:00Z',
    overlay: true,
  },
  {
    name: 'instagram-hiteshhahaha',
    kind: 'document',
    file: 'instagram/hiteshhahaha__profile_dom_loggedin__2025-10.html',
    url: 'https://www.instagram.com/hiteshhahaha/reels/',
    at: '2025-09-09T12:00:00Z',
    overlay: true,
  },
  {
    name: 'x-xdevelopers',
    kind: 'x',
    user: 'x/xdevelopers__raw_user_by_login__2026-08.json',
    tweets: 'x/xdevelopers__raw_user_tweets__2026-08.json',
    url: 'https://x.com/XDevelopers',
    at: '2026-08-07T12:00:00Z',
    overlay: true,
  },
  {
    name: 'x-kikobeats',
    kind: 'document',
    file: 'x/Kikobeats__profile_dom_loggedout__2025-12.html',
    policy: X_POLICY,
    url: 'https://x.com/Kikobeats',
    at: '2025-12-23T12:00:00Z',
    overlay: true,
  },
];

const text = (file: string) => readFileSync(join(CAPTURES, file), 'utf8');
const json = (file: string): Json => JSON.parse(text(file));

function filesOf(recipe: Recipe): string[] {
  if (recipe.kind === 'instagram') return [recipe.header, recipe.posts];
  return recipe.kind === 'x' ? [recipe.user, recipe.tweets] : [recipe.file];
}

/** True where the captures that a recipe needs are there. */
export function hasCaptures(recipe: Recipe): boolean {
  return filesOf(recipe).every((file) => existsSync(join(CAPTURES, file)));
}

function youtubePage(recipe: Recipe & { kind: 'youtube' }): PageParts {
  const browse = json(recipe.file);
  const look = youtubeLook(browse);
  const channel = browse.metadata?.channelMetadataRenderer?.externalId ?? '';
  const asks: Ask[] =
    recipe.way === 'response' ? [youtubeBrowse(channel, 'EgZ2aWRlb3PyBgQKAjoA', JSON.stringify(browse))] : [];
  const inline = recipe.way === 'inline' ? [{ js: `var ytInitialData = ${inScript(browse)};` }] : [];
  return {
    url: recipe.url,
    at: recipe.at,
    document: shell({ look, title: `${look.name} - YouTube`, lang: 'en-GB', asks, inline }),
    policy: STRICT_POLICY,
    asks,
  };
}

function instagramPage(recipe: Recipe & { kind: 'instagram' }): PageParts {
  const user = instagramUser(json(recipe.header));
  const nodes = (json(recipe.posts) as Json[]).map((node) => instagramNode(node, user));
  const asks = instagramTimeline(nodes, user);
  const look = instagramLook(user, nodes);
  const inline = [{ json: instagramHeaderScript(user), attributes: 'data-content-len="4096" data-sjs' }];
  return {
    url: recipe.url,
    at: recipe.at,
    document: shell({
      look,
      title: `${look.name} (@${look.handle}) • Instagram photos and videos`,
      lang: 'en',
      asks,
      inline,
    }),
    policy: STRICT_POLICY,
    asks,
  };
}

function xPage(recipe: Recipe & { kind: 'x' }): PageParts {
  const [user, tweets] = [json(recipe.user), json(recipe.tweets)];
  const look = xLook(user, tweets);
  const asks = [
    xGraphql(
      'UserByScreenName',
      'xWw45l6nX7DP2FKRyePXSw',
      { screen_name: look.handle, withGrokTranslatedBio: false },
      JSON.stringify(user),
    ),
    xGraphql(
      'UserTweets',
      'E8Wq-_jFSaU7hxVcuOPR9g',
      { userId: user.data.user.result.rest_id, count: 20, includePromotedContent: true },
      JSON.stringify(tweets),
    ),
  ];
  return {
    url: recipe.url,
    at: recipe.at,
    document: shell({ look, title: `${look.name} (@${look.handle}) / X`, lang: 'en', asks }),
    policy: STRICT_POLICY,
    asks,
  };
}

function pageOf(recipe: Recipe): PageParts {
  switch (recipe.kind) {
    case 'document':
      return {
        url: recipe.url,
        at: recipe.at,
        document: text(recipe.file),
        ...(recipe.policy ? { policy: recipe.policy } : {}),
      };
    case 'youtube':
      return youtubePage(recipe);
    case 'instagram':
      return instagramPage(recipe);
    case 'x':
      return xPage(recipe);
  }
}

/** The HAR of a recipe. @throws where a capture is missing */
export function harOf(recipe: Recipe): Har {
  return makeHar([pageOf(recipe)]);
}
