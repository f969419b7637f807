/** Real captures, from the platform's address to the overlay, against values typed by hand (tests/pages/expectations). */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from '../../extension/.generated/snapshot.ts';
import { siteAt } from '../../extension/platforms/pages.ts';
import { countsOf, partsOf } from '../extension/pages/parts.ts';
import { figure } from '../threats/figure.ts';
import type { Typed } from './har/expectations.ts';
import { readInBulk } from './har/in-bulk.ts';
import { CAPTURES, harOf, hasCaptures, REQUIRED, recipes } from './har/recipes.ts';
import {
  assertNoRequestOfOurs,
  assertValidReport,
  assertValidSnapshot,
  BROWSERS,
  open,
  snapshotOf,
} from './harness.ts';
import { withQuickLooks } from './hidden/looks.ts';
import { type Har, visitsOf } from './replay/har.ts';
import type { ReplaySession } from './replay/session.ts';
import { pageStates } from './replay/view.ts';

const required = (name: string) => (REQUIRED as readonly string[]).includes(name);

/** Compares the keys that were typed; null means that the key must be absent. */
function matches(seen: object | undefined, typed: Record<string, unknown>, where: string): void {
  assert.ok(seen, `${where} is there`);
  for (const [key, value] of Object.entries(typed)) {
    assert.deepEqual((seen as Record<string, unknown>)[key], value === null ? undefined : value, `${where}.${key}`);
  }
}

function compare(snapshot: Snapshot, typed: Typed): void {
  const { posts = [] } = snapshot;
  matches(snapshot.profile, typed.profile ?? {}, 'profile');
  if (typed.viewer) assert.deepEqual(snapshot.viewer, typed.viewer);
  if (typed.postsOrder) assert.equal(snapshot.postsOrder, typed.postsOrder);
  const parts = partsOf(snapshot, typed.post?.id);
  for (const [part, seen] of Object.entries(parts)) {
    const values = typed[part as keyof typeof parts];
    if (values) matches(seen, values, part);
  }
  const counts = countsOf(snapshot);
  for (const [list, count] of Object.entries(typed.counts ?? {}))
    assert.equal(counts[list], count, `number of ${list}`);
  for (const id of typed.absent ?? [])
    assert.ok(!posts.some((post) => post.id === id), `post ${id} is another account's`);
}

/**
 * On a host that is on no list the scripts run after the click on the toolbar button: what only the answers to earlier
 * requests hold is not known there. The keys of the profile that the rendered page doesn't print:
 */
const ONLY_IN_ANSWERS: readonly string[] = ['createdAt'];

function typedFor({ address, expect = {} }: (typeof recipes)[number]['wanted']): Typed {
  if (siteAt(address)) return expect;
  const profile = Object.entries(expect.profile ?? {}).filter(([key]) => !ONLY_IN_ANSWERS.includes(key));
  return { ...expect, profile: Object.fromEntries(profile) } as Typed;
}

/** Where `plumb-read` gives another snapshot than the browser: the parts of it, and why. All else is the same. */
const IN_BULK: Readonly<Record<string, { parts: readonly (keyof Snapshot)[]; why: string }>> = {
  'mastodon-halcy': {
    parts: ['profile', 'sources', 'missing'],
    why: 'on a host of no list the browser hears no answers from before the click; the HAR holds them',
  },
};

/** Where a page's own script draws what an answer said, the browser names the rendered page as one more source. */
function withoutRendered(sources: Snapshot['sources'], others: Snapshot['sources'] = []): Snapshot['sources'] {
  return sources?.filter((source) => source.via !== 'dom' || others.some((other) => isDeepStrictEqual(source, other)));
}

function compareInBulk(name: string, snapshot: Snapshot | null, har: Har): void {
  const [read, ...more] = readInBulk(har);
  assert.deepEqual(more, [], 'plumb-read gives one snapshot of one page');
  if (snapshot === null) {
    assert.equal(read, undefined, 'plumb-read gives no snapshot where the browser gives none');
    return;
  }
  assert.ok(read, 'plumb-read gives a snapshot');
  const compared = (whole: Snapshot) =>
    Object.fromEntries(Object.entries(whole).filter(([key]) => !IN_BULK[name]?.parts.includes(key as keyof Snapshot)));
  const drawn = { ...snapshot, sources: withoutRendered(snapshot.sources, read.sources) };
  assert.deepEqual(compared(read), compared(drawn), 'plumb-read gives the snapshot of the browser');
}

const here = recipes.filter(hasCaptures);
test('the captures of each way in are there, or their absence is said', (context) => {
  assert.deepEqual(
    REQUIRED.filter((name) => !recipes.some((recipe) => recipe.name === name)),
    [],
    'each has its expectations',
  );
  const missing = recipes.filter((recipe) => !hasCaptures(recipe)).map(({ name }) => name);
  if (missing.length > 0) context.diagnostic(`captures missing, so not replayed: ${missing.join(' ')}`);
  if (here.length === 0) {
    context.diagnostic(`CAPTURES MISSING: ${CAPTURES} is not there: NO REAL PAGE WAS REPLAYED in this run.`);
    process.stderr.write(`CAPTURES MISSING: ${CAPTURES} is not there: NO REAL PAGE WAS REPLAYED in this run.\n`);
  }
});

// Both browsers at once: a replay mostly waits for silence.
describe('captures', { concurrency: 2, skip: here.length === 0 }, () => {
  for (const browser of BROWSERS) {
    describe(browser, { concurrency: 1 }, () => {
      let session: ReplaySession;
      const folder = withQuickLooks(browser);
      let silent = 0;
      before(async () => {
        session = await open(browser, { extension: folder });
      });
      after(() => session?.close().finally(() => rmSync(folder, { recursive: true })));

      for (const recipe of here) {
        test(`T21: ${recipe.name}`, async () => {
          const { wanted, name } = recipe;
          const har = harOf(recipe);
          const result = await session.replay(visitsOf(har, name));
          const told = Object.values(await pageStates(session.browser)).map(({ unseen }) => unseen);
          await session.forget();
          assert.deepEqual(
            told,
            told.map(() => undefined),
            'the page is said to hide the answer',
          );
          assertNoRequestOfOurs(result);
          silent += 1;
          compareInBulk(name, result.snapshot === null ? null : snapshotOf(result), har);
          if (wanted.refusal) {
            assert.equal(result.snapshot, null);
            assert.equal(JSON.parse(result.report).error?.code, wanted.refusal);
            if (wanted.refusal === 'not_a_profile') assert.ok(!result.overlay, 'nothing is drawn');
            return;
          }
          const snapshot = snapshotOf(result);
          assert.equal(snapshot.capturedAt, wanted.now);
          assertValidSnapshot(result.snapshot ?? '');
          assertValidReport(result.report);
          compare(snapshot, typedFor(wanted));
          if (required(name)) assert.ok(result.overlay, 'the overlay is not drawn');
        });
      }

      test('T21: captured pages', () => {
        assert.equal(silent, here.length);
        figure('T21', `${browser}: requests of ours on ${silent} captured pages`, 0, 0);
      });
    });
  }
});
