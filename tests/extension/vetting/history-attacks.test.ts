/** Visits, forged pages and damage in any order and at once: what is an account's stays its own, and there is always an answer. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { namespaceOf } from '../../../extension/platforms/namespace';
import { visitedAccounts } from '../../../extension/vetting/database';
import { createHistory } from '../../../extension/vetting/history';
import { figure } from '../../threats/figure';
import { cases } from '../cases';
import { nobodyGivesUp } from './patient';

nobodyGivesUp();

const history = createHistory(visitedAccounts, namespaceOf);
const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().replace('.000', '');

/** Accounts that the person visits; each has a name space of its own. */
const OWN: Pick<Snapshot, 'platform' | 'url' | 'profile'>[] = [
  { platform: 'x', url: 'https://x.com/ada', profile: { handle: 'ada', id: '7' } },
  { platform: 'x', url: 'https://x.com/bob', profile: { handle: 'bob' } },
  { platform: 'instagram', url: 'https://www.instagram.com/ada/', profile: { handle: 'ada', id: '7' } },
  { platform: 'mastodon', url: 'https://good.example/@ada', profile: { handle: 'ada@good.example', id: '7' } },
  { platform: 'generic', url: 'https://blog.example/ada', profile: { handle: 'ada', id: 'blog.example/ada' } },
];
const ids = OWN.map(({ profile }) => profile.id ?? 'none');
const handles = OWN.map(({ profile }) => profile.handle);

/** A page of a host that is nobody's, which says whatever it likes of itself. */
const forged = fc
  .record({
    platform: fc.constantFrom<Snapshot['platform']>('mastodon', 'generic', 'x', 'instagram'),
    host: fc.constantFrom('evil.example', 'good.example.evil.example', 'xn--good.example', 'good.example@evil.example'),
    path: fc.constantFrom('@ada', 'ada', '//x.com/ada', '?https://x.com/ada', '#@good.example', 'x.com/ada'),
    handle: fc.oneof(fc.constantFrom(...handles, '__proto__', 'ADA'), fc.string({ minLength: 1, maxLength: 30 })),
    id: fc.option(fc.oneof(fc.constantFrom(...ids, 'constructor'), fc.string({ minLength: 1, maxLength: 30 })), {
      nil: undefined,
    }),
  })
  .map(({ platform, host, path, handle, id }) => ({
    platform,
    url: `https://${host}/${path}`,
    profile: { handle, ...(id === undefined ? {} : { id }) },
  }));

type Act = { own: number } | { page: (typeof OWN)[number] };
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.nat({ max: OWN.length - 1 }).map((own) => ({ own })),
  forged.map((page) => ({ page })),
);
/** What happens at once, and what after it. */
const acts = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 8 });

it('T17: no forged page and no race writes what is another account’s, or loses it', async () => {
  let attacks = 0;
  let races = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (rounds) => {
      vi.stubGlobal('indexedDB', new IDBFactory());
      const seen = OWN.map((): number[] => []);
      let visit = 0;
      for (const round of rounds) {
        races += round.length > 1 ? 1 : 0;
        await Promise.all(
          round.map((one) => {
            visit += 1;
            if ('own' in one) seen[one.own]?.push(visit);
            else attacks += 1;
            const page = 'own' in one ? (OWN[one.own] as (typeof OWN)[number]) : one.page;
            const followers = 'own' in one ? visit : 1_000_000 + visit;
            return history.remember(
              { schema: 'plumb.snapshot/1', ...page, capturedAt: at(visit), profile: { ...page.profile, followers } },
              `visit ${visit}`,
            );
          }),
        );
      }
      for (const [index, page] of OWN.entries()) {
        const now: Snapshot = { schema: 'plumb.snapshot/1', ...page, capturedAt: at(400) };
        const { readings, damaged } = await history.earlier(now, 'now');
        expect({ kept: readings.map(({ followers }) => followers), damaged }).toEqual({
          kept: seen[index],
          damaged: false,
        });
      }
    }),
    { numRuns: cases(150), seed: 20261126 },
  );
  figure('T17', `foreign or lost readings, ${attacks} forged pages, ${races} races`, 0, 0);
});

/** One byte of a record's text, or one part of its shape, is another. */
function harmed(record: unknown, random: (below: number) => number): unknown {
  if (random(2) === 0) {
    const bytes = Buffer.from(JSON.stringify(record));
    const place = random(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << random(8));
    try {
      return JSON.parse(bytes.toString());
    } catch {
      return bytes.toString();
    }
  }
  const copy = structuredClone(record);
  const places: [object, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const [node, key] = places[random(places.length)] as [Record<string, unknown>, string];
  const others = [
    undefined,
    null,
    '',
    0,
    -1,
    1e13,
    1.5,
    Number.NaN,
    [],
    {},
    'x'.repeat(10_000),
    new Date(0),
    true,
    [null],
    { low: 5, high: 1 },
  ];
  if (random(4) === 0) delete node[key];
  else node[key] = others[random(others.length)];
  return copy;
}

/** Puts a value in place of what is kept of the account. */
async function put(account: unknown): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('plumb');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const step = opening.result.transaction('accounts', 'readwrite');
      step.objectStore('accounts').put({ key: ['x', '', 'id', '7'], handle: 'ada', visited: 1, account });
      step.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

it('T17: whatever is damaged, there is an answer, and it is told once', async () => {
  const now = (followers: number): Snapshot => ({
    schema: 'plumb.snapshot/1',
    platform: 'x',
    url: 'https://x.com/ada',
    capturedAt: at(300),
    profile: { handle: 'ada', id: '7', followers },
  });
  let told = 0;
  let tried = 0;
  vi.stubGlobal('indexedDB', new IDBFactory());
  for (let visit = 1; visit <= 4; visit += 1)
    await history.remember({ ...now(100 + visit), capturedAt: at(visit) }, `visit ${visit}`);
  const [record] = await visitedAccounts.all();
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 2 ** 30 })), async (numbers) => {
      const account = harmed(record, (below) => Number(numbers.next().value) % below);
      await put(account);
      tried += 1;
      const visit = `visit of ${tried}`;
      const first = await history.earlier(now(5), visit);
      // What is given is of its form, whatever was kept.
      for (const { at: time, followers } of first.readings) {
        expect(time).toMatch(TIME);
        expect(followers === undefined || typeof followers === 'object' || Number.isSafeInteger(followers)).toBe(true);
      }
      if (first.damaged) {
        told += 1;
        expect(first.readings).toEqual([]);
        expect(await history.earlier(now(5), visit)).toEqual({ readings: [], damaged: false });
      }
      await history.remember(now(tried), 'after');
      const after = await history.earlier(now(5), visit);
      expect(after.damaged).toBe(false);
      expect(after.readings.map(({ followers }) => followers)).toContain(tried);
    }),
    { numRuns: cases(1000), seed: 20261126 },
  );
  expect(told).toBeGreaterThan(tried / 4);
  figure('T17', `damaged records without an answer or told twice, ${tried} tried, ${told} told`, 0, 0);
});
