import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asKeptFile, erase, keptFile, restore } from '../../../extension/settings/erase';
import { languageName, languages } from '../../../extension/settings/languages';
import { anyMark, marks } from '../../../extension/settings/marks';
import {
  accessSettings,
  asSettings,
  defaultSettings,
  type Settings,
  type SettingsStore,
} from '../../../extension/settings/settings';
import type { AllLists } from '../../../extension/vetting/shortlists';

/** Storage as a plain variable, each step of it a little later. */
function variable(first?: unknown): SettingsStore & { now(): unknown; put(value: unknown): void } {
  let value = first;
  const heard = new Set<(stored: unknown) => void>();
  const put = (next: unknown) => {
    value = next;
    for (const one of heard) one(next);
  };
  const later = () => new Promise((done) => setTimeout(done, 1));
  return {
    now: () => value,
    put,
    get: async () => {
      await later();
      return value;
    },
    set: async (settings) => {
      await later();
      put(settings);
    },
    observe: (changed) => {
      heard.add(changed);
      return () => heard.delete(changed);
    },
  };
}

describe('settings', () => {
  it('are the defaults where nothing or nonsense is stored', () => {
    for (const stored of [undefined, null, 1, 'x', [], { off: 'x', badgeOnly: 1, language: 'xx', currency: 'euro' }])
      expect(asSettings(stored)).toEqual(defaultSettings);
  });

  it('keep what is of the right form and drop unknown platforms and keys', () => {
    const stored = { off: ['x', 'myspace', 'bluesky', 1], badgeOnly: true, language: 'en', currency: 'USD', more: 1 };
    expect(asSettings(stored)).toEqual({
      off: ['x', 'bluesky'],
      badgeOnly: true,
      language: 'en',
      currency: 'USD',
      firstRunSeen: false,
      decidedBy: '',
      letterKeys: true,
      mark: '',
    });
    expect(asSettings({ decidedBy: 'I'.repeat(300), letterKeys: false })).toMatchObject({
      decidedBy: 'I'.repeat(200),
      letterKeys: false,
    });
  });

  it('keep a mark of the list, and nothing that is more than one sign', () => {
    expect(new Set(marks).size).toBe(64);
    for (const mark of marks) expect(asSettings({ mark }).mark).toBe(mark);
    for (const mark of ['', 'a', '7', '🦊🦊', '🦊 ', '<b>', 7, ['🦊'], null])
      expect(asSettings({ mark }).mark).toBe('');
  });

  it('have each mark by chance, and another where another is asked for', () => {
    const drawn = new Set(Array.from({ length: 2000 }, () => anyMark()));
    expect([...drawn].sort()).toEqual([...marks].sort());
    for (const mark of marks) for (let turn = 0; turn < 50; turn += 1) expect(anyMark(mark)).not.toBe(mark);
  });

  it('lose nothing when two parts are changed at once', async () => {
    const store = variable();
    const settings = accessSettings(store);
    await Promise.all([settings.change({ badgeOnly: true }), settings.change({ currency: 'SEK' })]);
    expect(await settings.read()).toEqual({ ...defaultSettings, badgeOnly: true, currency: 'SEK' });
  });

  it('go on after a change that storage refused', async () => {
    const store = variable();
    const settings = accessSettings({
      ...store,
      set: (value) => (value.badgeOnly ? Promise.reject(1) : store.set(value)),
    });
    await expect(settings.change({ badgeOnly: true })).rejects.toBe(1);
    expect((await settings.change({ currency: 'NOK' })).currency).toBe('NOK');
  });

  it('read as the defaults where storage can not be read', async () => {
    const settings = accessSettings({ ...variable(), get: () => Promise.reject(new Error('corrupt')) });
    expect(await settings.read()).toEqual(defaultSettings);
  });

  it('tell of changes, and only of those that make a difference', async () => {
    const store = variable();
    const settings = accessSettings(store);
    const heard: Settings[] = [];
    const stop = settings.observe((now) => heard.push(now));
    const settle = () => new Promise((done) => setTimeout(done, 5));
    await settle();
    store.put({ ...defaultSettings, firstRunSeen: false });
    await settle();
    expect(heard).toEqual([]);
    store.put({ ...defaultSettings, badgeOnly: true });
    store.put({ ...defaultSettings, badgeOnly: true, junk: 1 });
    await settle();
    expect(heard).toEqual([{ ...defaultSettings, badgeOnly: true }]);
    // Deleted settings are the defaults again.
    store.put(undefined);
    await settle();
    expect(heard).toHaveLength(2);
    stop();
    store.put({ ...defaultSettings, currency: 'JPY' });
    await settle();
    expect(heard).toHaveLength(2);
  });
});

describe('languages', () => {
  it('are exactly those that there are message files for', () => {
    const folder = join(import.meta.dirname, '../../../extension/public/_locales');
    const folders = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'messages.json')));
    expect([...languages].sort()).toEqual(folders.sort());
  });

  it('are named in themselves', () => {
    expect(languageName('en')).toBe('English');
  });
});

describe('deleting everything', () => {
  const area = (items: Record<string, unknown>) => ({
    items,
    get: async () => ({ ...items }),
    set: async (more: Record<string, unknown>) => void Object.assign(items, more),
    clear: async () => {
      for (const key of Object.keys(items)) delete items[key];
    },
  });

  const list = (items: readonly unknown[]) => ({
    items: () => items,
    all: async () => items,
    replaceAll: async (next: readonly unknown[]) => {
      items = next;
    },
  });
  const none: AllLists = { lists: [], creators: [], entries: [] };
  const listsOf = (all: AllLists) => ({
    now: () => all,
    all: async () => all,
    replaceAll: async (next: AllLists) => {
      if (!Array.isArray(next.lists)) throw new Error('of another form');
      all = next;
    },
  });
  const some: AllLists = { ...none, current: 'c', salt: 'AA==' };

  it('empties both storages and gives back what was on disk', async () => {
    const local = area({ settings: { badgeOnly: true }, other: 1 });
    const [earlier, lists] = [list([{ handle: 'a' }]), listsOf(some)];
    const session = area({ 'page:1': {}, 'report:a': {} });
    const kept = await erase({ local, session }, { earlier, lists });
    expect(local.items).toEqual({});
    expect(earlier.items()).toEqual([]);
    expect(lists.now()).toEqual(none);
    expect(session.items).toEqual({});
    expect(kept).toEqual({ settings: { badgeOnly: true }, history: [{ handle: 'a' }], lists: some });
    await restore(local, { earlier, lists }, kept);
    expect(local.items).toEqual({ settings: asSettings({ badgeOnly: true }) });
    expect(earlier.items()).toEqual([{ handle: 'a' }]);
    expect(lists.now()).toEqual(some);
  });

  it('empties the rest where one can’t be reached, and says that it failed', async () => {
    const fails = { all: () => Promise.reject(new Error('disk')), replaceAll: () => Promise.reject(new Error('disk')) };
    const local = area({ settings: { badgeOnly: true } });
    const session = area({ 'page:1': {} });
    const lists = listsOf(some);
    await expect(erase({ local, session }, { earlier: fails, lists })).rejects.toThrow('disk');
    expect([local.items, session.items, lists.now()]).toEqual([{}, {}, none]);
    const earlier = list([{ handle: 'a' }]);
    await expect(erase({ local, session }, { earlier, lists: fails })).rejects.toThrow('disk');
    expect(earlier.items()).toEqual([]);
  });

  it('puts back nothing that it did not give, and all or nothing', async () => {
    const local = area({});
    const disk = { earlier: list([]), lists: listsOf(some) };
    await restore(local, disk, { settings: undefined, history: 'no list', more: 1 } as never);
    const wrong = { settings: {}, history: [{ handle: 'a' }], lists: { lists: 5 } };
    await expect(restore(local, disk, wrong)).rejects.toThrow('another form');
    expect(local.items).toEqual({});
    expect(disk.earlier.items()).toEqual([]);
    expect(disk.lists.now()).toEqual(some);
  });

  it('is one file that can be read again, and no other is', () => {
    const kept = { settings: { badgeOnly: true }, history: [], lists: some };
    expect(asKeptFile(keptFile(kept))).toEqual(kept);
    for (const text of ['', '{}', '[]', 'null', '{"format":"plumb.kept/2"}', keptFile(kept).slice(0, -3)])
      expect(asKeptFile(text)).toBeNull();
  });
});
