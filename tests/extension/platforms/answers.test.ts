/** Every answer that the observer may hear (responses in each site.ts) is one that a reader reads: a hand-written page shows it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { platforms } from '../../../extension/platforms/registry';
import type { Responses } from '../../../extension/platforms/site';
import { readingsOf } from '../pages/capture';
import { type Expectation, pageOf, verify } from '../pages/expectation';

const pages = new URL('../../pages/', import.meta.url);
const load = (path: string): Expectation => JSON.parse(readFileSync(new URL(path, pages), 'utf8'));

/** Answers of one shape under several addresses: the first is that of the page, which reads the same under the second. */
const SAME: readonly [page: string, path: string, other: string][] = [
  ['tiktok/profile-responses.json', '/api/post/item_list/', '/api/creator/item_list/'],
  ['x/user-2026.json', '/UserByScreenName', '/UserByRestId'],
  ['x/timeline-top.json', '/UserTweets', '/UserArticlesTweets'],
  ['x/followers-foreign.json', '/Followers', '/BlueVerifiedFollowers'],
  ['reddit/overview-comments.json', '/submitted.json', '/overview.json'],
  ['reddit/hot.json', '/hot.json', '/top.json'],
  ['pinterest/user-and-pins.json', '/resource/UserPinsResource/', '/resource/UserActivityPinsResource/'],
];
/** What the scripts of an opened document hold comes as an answer where the page was reached within the app. */
const INLINE: readonly [page: string, path: string][] = [
  ['youtube/short-page.json', '/youtubei/v1/reel'],
  ['threads/profile.json', '/graphql/query'],
  ['threads/profile.json', '/api/graphql'],
  ['facebook/profile-header.json', '/api/graphql'],
];

/** Mastodon's accounts and posts have a number where the others have a word. */
const shapeOf = (path: string) => path.replace(/\/[1-9]\d*(?=\/|$)/, '/1');

async function pathsOf(platform: string): Promise<readonly string[]> {
  const file = (await import(`../../../extension/platforms/${platform}/site.ts`)) as { responses?: Responses };
  return [...new Set((file.responses?.paths ?? []).map(shapeOf))];
}

/** Addresses of answers on a platform's pages that say something by themselves. */
function readOn(platform: string): string[] {
  return readdirSync(new URL(`${platform}/`, pages)).flatMap((file) => {
    const { html: _, ...page } = pageOf(load(`${platform}/${file}`));
    const responses = page.responses ?? [];
    return responses.filter((one) => readingsOf({ ...page, responses: [one] }).length > 0).map(({ url }) => url);
  });
}

test.each(platforms.map(({ site }) => site.platform))('%s', async (platform) => {
  const read = [
    ...readOn(platform).map((url) => shapeOf(new URL(url).pathname)),
    ...SAME.filter(([page]) => page.startsWith(`${platform}/`)).map(([, , other]) => other),
    ...INLINE.filter(([page]) => page.startsWith(`${platform}/`)).map(([, path]) => path),
  ];
  const paths = await pathsOf(platform);
  expect(paths.filter((path) => !read.some((one) => one.includes(path)))).toEqual([]);
});

test.each(SAME)('%s: %s reads the same as %s', (page, path, other) => {
  const wanted = load(page);
  const responses = wanted.responses?.map((one) => ({ ...one, url: one.url.replace(path, other) }));
  expect(responses?.some(({ url }) => url.includes(other))).toBe(true);
  verify({ ...wanted, ...(responses && { responses }) });
});

test.each(INLINE)('%s reads the same as an answer of %s', (page, path) => {
  const { document = [], ...wanted } = load(page);
  const scripts = document
    .join('\n')
    .matchAll(/(?:var ytInitialData = |<script type="application\/json"[^>]*>)(\{.*?\});?<\/script>/gs);
  const responses = [...scripts].map(([, body]) => ({ url: new URL(path, wanted.address).href, body }));
  expect(responses.length).toBeGreaterThan(0);
  verify({ ...wanted, responses });
});
