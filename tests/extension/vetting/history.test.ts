import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { createHistory } from '../../../extension/vetting/history';

function snapshot(handle: string, capturedAt: string, followers: number, id?: string): Snapshot {
  return { schema: 'plumb.snapshot/1', platform: 'x', capturedAt, profile: { handle, id, followers } };
}

function memory() {
  let kept: unknown;
  return {
    get: async () => kept,
    async set(list: unknown) {
      kept = structuredClone(list);
    },
    kept: () => kept,
  };
}

describe('the history of an account', () => {
  it('gives earlier visits, oldest first, and never the present one', async () => {
    const history = createHistory(memory());
    await history.remember(snapshot('ada', '2026-01-01T00:00:00Z', 100), 'one');
    await history.remember(snapshot('ada', '2026-02-01T00:00:00Z', 120), 'two');
    await history.remember(snapshot('ada', '2026-02-01T00:00:05Z', 121), 'two');
    const now = snapshot('Ada', '2026-03-01T00:00:00Z', 150);
    expect((await history.earlier(now, 'three')).map(({ followers }) => followers)).toEqual([100, 121]);
    expect(await history.earlier(now, 'two')).toHaveLength(1);
  });

  it('follows an account whose handle changed, by its id', async () => {
    const history = createHistory(memory());
    await history.remember(snapshot('old', '2026-01-01T00:00:00Z', 100, '7'), 'one');
    const [earlier] = await history.earlier(snapshot('new', '2026-02-01T00:00:00Z', 100, '7'), 'two');
    expect(earlier?.handle).toBe('old');
  });

  it('keeps accounts apart and forgets the oldest beyond its cap', async () => {
    const store = memory();
    const history = createHistory(store, 20);
    for (let index = 0; index < 23; index += 1)
      await history.remember(snapshot(`a${index}`, '2026-01-01T00:00:00Z', index), 'v');
    expect(await history.earlier(snapshot('a2', '2026-01-02T00:00:00Z', 1), 'w')).toEqual([]);
    expect(await history.earlier(snapshot('a3', '2026-01-02T00:00:00Z', 1), 'w')).toHaveLength(1);
    expect((store.kept() as unknown[]).length).toBe(20);
  });

  it('keeps counts only: no commenter, no text', async () => {
    const store = memory();
    const full = snapshot('ada', '2026-01-01T00:00:00Z', 5);
    full.comments = [{ author: 'somebody', text: 'hello' }];
    full.people = [{ handle: 'somebody' }];
    await createHistory(store).remember(full, 'one');
    expect(JSON.stringify(store.kept())).not.toContain('somebody');
  });

  it('is no more than missing where the disk fails', async () => {
    const fails = () => Promise.reject(new Error('disk'));
    const history = createHistory({ get: fails, set: fails });
    await history.remember(snapshot('ada', '2026-01-01T00:00:00Z', 5), 'one');
    expect(await history.earlier(snapshot('ada', '2026-02-01T00:00:00Z', 5), 'two')).toEqual([]);
  });

  it('writes over nothing that it could not read', async () => {
    const written: unknown[] = [];
    const get = () => Promise.reject(new Error('disk'));
    const history = createHistory({ get, set: async (list) => void written.push(list) });
    await history.remember(snapshot('ada', '2026-01-01T00:00:00Z', 5), 'one');
    expect(written).toEqual([]);
  });

  it('starts anew when what is stored is unreadable', async () => {
    const history = createHistory({ get: async () => 'broken', set: async () => {} });
    expect(await history.earlier(snapshot('ada', '2026-01-01T00:00:00Z', 5), 'one')).toEqual([]);
  });
});
