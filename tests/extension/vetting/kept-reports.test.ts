import { describe, expect, it } from 'vitest';
import { type KeptReportsStore, keepReports } from '../../../extension/vetting/kept-reports';

/** Session memory that holds so many characters. */
function memory(room: number) {
  const items = new Map<string, unknown>();
  const size = () => JSON.stringify([...items]).length;
  const store: KeptReportsStore = {
    get: async (key) => items.get(key),
    set: async (key, value) => {
      const before = items.get(key);
      items.set(key, value);
      if (size() <= room) return;
      if (before === undefined) items.delete(key);
      else items.set(key, before);
      throw new Error('quota');
    },
    remove: async (key) => void items.delete(key),
  };
  return { items, store };
}
const kept = (text: string) => ({ snapshot: null, report: text });

describe('kept reports', () => {
  it('are found again, and nothing else is', async () => {
    const { items, store } = memory(10_000);
    const reports = keepReports(store);
    const id = await reports.keep(kept('{"a":1}'));
    expect(await reports.open(id as string)).toEqual(kept('{"a":1}'));
    expect(await reports.open('')).toBeNull();
    items.set('report:bad', { report: 1 });
    expect(await reports.open('bad')).toBeNull();
  });

  it('are at most eight, the oldest give way', async () => {
    const { items, store } = memory(100_000);
    const reports = keepReports(store);
    const ids: (string | null)[] = [];
    for (let index = 0; index < 10; index++) ids.push(await reports.keep(kept(String(index))));
    expect([...items.keys()].filter((key) => key.startsWith('report:'))).toHaveLength(8);
    expect(await reports.open(ids[1] as string)).toBeNull();
    expect(await reports.open(ids[9] as string)).toEqual(kept('9'));
  });

  it('give way where memory is full, and say when there is no room at all', async () => {
    const { store } = memory(1500);
    const reports = keepReports(store);
    const first = await reports.keep(kept('x'.repeat(600)));
    const second = await reports.keep(kept('y'.repeat(1000)));
    expect(await reports.open(first as string)).toBeNull();
    expect(await reports.open(second as string)).toEqual(kept('y'.repeat(1000)));
    expect(await reports.keep(kept('z'.repeat(5000)))).toBeNull();
  });
});
