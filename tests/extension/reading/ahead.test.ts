/** A tab that goes from page to page: answers come early, late and for others, and no page gets another one's. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emptyVisit, judge, take, type VisitDoors, type VisitState } from '../../../extension/dossier/visit';
import { placeAt, platformAt } from '../../../extension/platforms/registry';
import { type Expectation, pageOf } from '../pages/expectation';

const NOW = '2026-09-01T12:00:00Z';
const doors = {
  placeAt,
  platformAt,
  now: async () => NOW,
  score: async (snapshot: string) => {
    return JSON.stringify({ schema: 'plumb.report/2', signals: [], handle: JSON.parse(snapshot).profile.handle });
  },
  history: async () => ({ readings: [], damaged: false }),
  peers: async () => [],
  remember: async () => {},
} as unknown as VisitDoors;

const pages = new URL('../../pages/', import.meta.url);
const page = (name: string) => pageOf(JSON.parse(readFileSync(new URL(`${name}.json`, pages), 'utf8')) as Expectation);

let epoch = 0;
async function arrive(state: VisitState, address: string): Promise<void> {
  await take(state, { kind: 'arrive', epoch: ++epoch, address, fresh: false } as never, doors);
}

async function answer(state: VisitState, name: string, from: string): Promise<void> {
  for (const { url, body } of page(name).responses ?? []) {
    await take(state, { kind: 'text', epoch, text: { via: 'response', url, page: from, text: body } } as never, doors);
  }
}

async function snapshot(state: VisitState) {
  await judge(state, doors);
  return state.snapshot === null ? null : JSON.parse(state.snapshot);
}

describe('visits', () => {
  test.each([
    ['https://www.youtube.com/', 'youtube/videos-traps'],
    ['https://www.youtube.com/@somebody', 'youtube/videos-traps'],
    ['https://x.com/home', 'x/user-2026'],
    ['https://www.tiktok.com/foryou', 'tiktok/profile-responses'],
    ['https://www.instagram.com/', 'instagram/timeline-traps'],
  ])('from %s, the answer comes before the address changes', async (before, name) => {
    const state = emptyVisit();
    await arrive(state, before);
    await answer(state, name, before);
    expect(await snapshot(state)).toBeNull();
    const next = page(name).address;
    await arrive(state, next);
    const read = await snapshot(state);
    expect(read?.profile.handle.toLowerCase()).toBe(placeAt(next)?.place.handle?.toLowerCase());
  });

  test("a late answer of the page before is not the next one's", async () => {
    const state = emptyVisit();
    await arrive(state, 'https://x.com/ida_writes');
    await arrive(state, 'https://x.com/nobody_here');
    await answer(state, 'x/timeline-traps', 'https://x.com/ida_writes');
    expect(await snapshot(state)).toBeNull();
    await arrive(state, 'https://x.com/ida_writes');
    expect((await snapshot(state))?.posts.length).toBe(5);
  });

  test('from film to film of the same channel, each page has its own film', async () => {
    const state = emptyVisit();
    await arrive(state, 'https://www.youtube.com/watch?v=film0000002');
    await answer(state, 'youtube/watch-stale', 'https://www.youtube.com/watch?v=film0000002');
    expect((await snapshot(state))?.posts.map((post: { id: string }) => post.id)).toEqual(['film0000002']);
    await answer(state, 'youtube/watch-live', 'https://www.youtube.com/watch?v=film0000002');
    await arrive(state, 'https://www.youtube.com/watch?v=film0000001');
    expect((await snapshot(state))?.posts.some((post: { id: string }) => post.id === 'film0000001')).toBe(true);
  });
});
