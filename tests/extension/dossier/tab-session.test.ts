import { beforeEach, describe, expect, it } from 'vitest';
import { tabSession } from '../../../extension/dossier/tab-session';
import { emptyVisit } from '../../../extension/dossier/visit';

let stored: Record<string, unknown>;
const area = {
  get: async (key: string) => (key in stored ? { [key]: stored[key] } : {}),
  set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
  remove: async (key: string) => void delete stored[key],
};

beforeEach(() => {
  stored = {};
});

describe('the session of a tab', () => {
  it('keeps the visits of two tabs apart', async () => {
    const session = tabSession(area);
    const visit = { ...emptyVisit(), address: 'https://x.com/a', epoch: 3 };
    await session.save(1, visit);
    expect(await session.load(1)).toEqual(visit);
    expect(await session.load(2)).toBeUndefined();
    await session.remove(1);
    expect(await session.load(1)).toBeUndefined();
  });

  it('takes what is no visit for none', async () => {
    const session = tabSession(area);
    await session.save(1, emptyVisit());
    const [key] = Object.keys(stored);
    for (const wrong of [null, 5, 'page', [], {}, { address: 'https://x.com/a' }, { ...emptyVisit(), waiting: {} }]) {
      stored[key!] = wrong;
      expect(await session.load(1), JSON.stringify(wrong)).toBeUndefined();
    }
  });

  it('tells once, and only the tab that was asked about, that it is to be recorded', async () => {
    const session = tabSession(area);
    await session.askToRecord(7);
    expect(await session.takeRecording(8)).toBeUndefined();
    expect(await session.takeRecording(7)).toBe(true);
    expect(await session.takeRecording(7)).toBeUndefined();
  });

  it('tells the clock only where one is set', async () => {
    const session = tabSession(area);
    expect(await session.clock()).toBeUndefined();
    stored['now'] = 5;
    expect(await session.clock()).toBeUndefined();
    stored['now'] = '2026-08-07T12:00:00Z';
    expect(await session.clock()).toBe('2026-08-07T12:00:00Z');
  });
});
