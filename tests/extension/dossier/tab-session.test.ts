import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDossier } from '../../../extension/dossier/dossier';
import { tabSession } from '../../../extension/dossier/tab-session';
import { emptyVisit } from '../../../extension/dossier/visit';

let stored: Record<string, unknown>;
let writes: string[];
let hearers: ((changes: Record<string, object>) => void)[];
const area = {
  get: async (keys: string | string[]) =>
    structuredClone(Object.fromEntries([keys].flat().flatMap((key) => (key in stored ? [[key, stored[key]]] : [])))),
  set: async (items: Record<string, unknown>) => {
    writes.push(...Object.keys(items));
    Object.assign(stored, structuredClone(items));
  },
  remove: async (keys: string | string[]) => {
    for (const key of [keys].flat()) delete stored[key];
  },
  onChanged: { addListener: (hear: (changes: Record<string, object>) => void) => void hearers.push(hear) },
};

beforeEach(() => {
  stored = {};
  writes = [];
  hearers = [];
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
    expect(stored).toEqual({});
  });

  it('writes what was heard only where it is new, and after a death of the background', async () => {
    const visit = {
      ...emptyVisit(),
      address: 'https://x.com/a',
      dossier: emptyDossier({ platform: 'x', kind: 'profile' }),
    };
    const session = tabSession(area);
    await session.save(1, visit);
    await session.save(1, { ...visit, took: 5 });
    expect(writes.filter((key) => key.startsWith('heard'))).toHaveLength(1);
    expect(await session.load(1)).toEqual({ ...visit, took: 5 });
    visit.waiting.push({ platform: 'x', subject: {}, via: 'response', at: '2026-11-22T10:00:00Z' });
    await session.save(1, visit);
    expect(writes.filter((key) => key.startsWith('heard'))).toHaveLength(2);
    await tabSession(area).save(1, visit);
    expect(writes.filter((key) => key.startsWith('heard'))).toHaveLength(3);
    expect(await session.load(1)).toEqual(visit);
  });

  it('writes it once more where the storage had refused it', async () => {
    let full = true;
    const session = tabSession({
      ...area,
      set: (items) => (full ? Promise.reject(new Error('quota')) : area.set(items)),
    });
    await expect(session.save(1, emptyVisit())).rejects.toThrow('quota');
    full = false;
    await session.save(1, emptyVisit());
    expect(Object.keys(stored)).toHaveLength(2);
  });

  it('takes what is no visit for none', async () => {
    const session = tabSession(area);
    await session.save(1, emptyVisit());
    const key = Object.keys(stored).find((name) => name.startsWith('page'));
    for (const wrong of [null, 5, 'page', [], {}, { address: 'https://x.com/a' }, { ...emptyVisit(), seq: 'x' }]) {
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

  it('tells the clock only where one is set, asks for it once, and hears of another', async () => {
    let asked = 0;
    const session = tabSession({ ...area, get: (keys) => area.get(keys).finally(() => (asked += 1)) });
    const set = (newValue: unknown) => {
      stored['now'] = newValue;
      for (const hear of hearers) hear({ now: { newValue } });
    };
    for (const _ of [1, 2]) expect(await session.clock()).toBeUndefined();
    expect(asked).toBe(1);
    set(5);
    expect(await session.clock()).toBeUndefined();
    set('2026-08-07T12:00:00Z');
    for (const _ of [1, 2]) expect(await session.clock()).toBe('2026-08-07T12:00:00Z');
    expect(asked).toBe(3);
  });

  it('asks for the clock once more where the storage had not answered', async () => {
    let broken = true;
    const session = tabSession({
      ...area,
      get: (keys) => (broken ? Promise.reject(new Error('storage')) : area.get(keys)),
    });
    await expect(session.clock()).rejects.toThrow('storage');
    broken = false;
    expect(await session.clock()).toBeUndefined();
  });
});
