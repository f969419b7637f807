/**
 * The lists of creators on disk: every transaction, two tabs, caps, damage, and databases of earlier versions. A long file, for all
 * of it is about one store, from the same few creators.
 */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { visitedAccounts } from '../../../extension/vetting/database';
import { type CreatorName, dueOf, MOST, newEntry } from '../../../extension/vetting/shortlist';
import { shortlists } from '../../../extension/vetting/shortlists';
import { asEarlierReading, asSummary, earlierOf, statesOf, summaryOf } from '../../../extension/vetting/summary';
import { figure } from '../../threats/figure';
import { eventually, nobodyGivesUp } from './patient';

nobodyGivesUp();

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../views/invented/${name}.json`, import.meta.url), 'utf8')) as Report;
const golden = readFileSync(new URL('../../golden/reports.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes('"plumb.report/2"'))
  .map((line) => JSON.parse(line) as Report);

const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().replace('.000', '');
const named = (handle: string, id?: string): CreatorName => ({
  platform: 'x',
  host: '',
  handle,
  url: `https://x.com/${handle}`,
  ...(id === undefined ? {} : { id }),
});
function snapshotOf(handle: string, capturedAt: string): Snapshot {
  const url = `https://x.com/${handle}`;
  return { schema: 'plumb.snapshot/1', platform: 'x', url, capturedAt, profile: { handle, following: 71 } };
}
const summary = (day: number, visit = `v${day}`, report = read('unusual')) =>
  summaryOf(report, snapshotOf('ada', at(day)), visit)!;
/** A list of this name, and the creator on it. */
async function starred(handle = 'ada', id?: string) {
  const { id: list } = await shortlists.addList('Winter');
  const { creator } = await shortlists.add(named(handle, id), { on: list, summary: summary(0) });
  return { list, creator };
}
const onlyRow = async (list: string) => {
  const { rows } = await shortlists.rows(list);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

/** Writes into the database as any program can. */
function put(store: string, value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('plumb');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const step = opening.result.transaction(store, 'readwrite');
      step.objectStore(store).put(value);
      step.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('a summary', () => {
  it('of every golden report is kept whole, reads back as it is, and is small', () => {
    expect(golden.length).toBeGreaterThan(50);
    for (const report of golden) {
      const made = summaryOf(report, snapshotOf('ada', at(0)), 'visit');
      expect(made, report.handle).toBeDefined();
      const text = JSON.stringify(made);
      expect(JSON.stringify(asSummary(JSON.parse(text)))).toBe(text);
      expect(text.length).toBeLessThan(5000);
      for (const part of ['checks', 'engagement', 'audience', 'position', 'views', 'fresh', 'followers'] as const)
        expect(made![part]).toEqual(report[part]);
      const earlier = JSON.stringify(earlierOf(made!));
      expect(earlier.length).toBeLessThan(350);
      expect(statesOf(asEarlierReading(JSON.parse(earlier))!)).toEqual(report.checks.map(({ state }) => state));
    }
  });

  it('holds nobody else: no commenter, no text of theirs', () => {
    const report = read('unusual');
    report.items.people = [{ handle: 'somebody', atypical: 0.5 }];
    report.comments!.groups = [
      { id: 'g', kind: 'template', size: 2, authors: 2, of: 9, share: 0.2, mark: 'hello', items: ['c'] },
    ];
    expect(JSON.stringify(summary(0, 'v', report))).not.toMatch(/somebody|hello|"c\d/);
  });
});

describe('a creator on a list', () => {
  it('stands there once, however often added, and is known by its id from then on', async () => {
    const { list, creator } = await starred();
    await shortlists.add(named('Ada'), { on: list });
    await shortlists.add(named('ada', '7'), { on: list });
    await shortlists.add(named('renamed', '7'), { on: list });
    expect((await shortlists.add(named('ada', '8'), { on: list })).creator).not.toBe(creator);
    expect((await shortlists.find(named('renamed', '7')))?.creator.key).toBe(creator);
    expect(await shortlists.count()).toEqual({ lists: 1, creators: 2, entries: 2 });
  });

  it('makes the first list where there is none, and stands on the current one else', async () => {
    const first = await shortlists.add(named('ada'), { called: 'My list' });
    const { lists, current } = await shortlists.lists();
    expect(lists.map(({ name }) => name)).toEqual(['My list']);
    expect(current).toBe(first.list);
    const second = await shortlists.addList('Summer');
    expect((await shortlists.add(named('bob'))).list).toBe(second.id);
    await shortlists.setCurrent(first.list);
    expect((await shortlists.add(named('cyd'))).list).toBe(first.list);
  });

  it('keeps what is written into it, and refuses what is not of its form without a change', async () => {
    const { list, creator } = await starred();
    const fee = { amount: 900.5, currency: 'EUR', unit: 'reel', count: 2 } as const;
    await shortlists.change(list, creator, { fee, tags: ['coffee'] });
    await shortlists.change(list, creator, { note: 'Wants 2 reels.' });
    await shortlists.change(list, creator, { status: 'hired', decisions: [], list: 'x' } as never);
    const wrong = [{ fee: { ...fee, amount: -1 } }, { fee: { ...fee, unit: 'song' } }, { note: 5 }, { due: 'soon' }];
    for (const change of wrong)
      await expect(shortlists.change(list, creator, change as never)).rejects.toMatchObject({
        code: 'not_of_its_form',
      });
    const { entry } = await onlyRow(list);
    expect(entry).toMatchObject({ status: 'new', fee, tags: ['coffee'], note: 'Wants 2 reels.' });
    await shortlists.change(list, creator, { fee: undefined });
    expect((await onlyRow(list)).entry.fee).toBeUndefined();
  });

  it('keeps every decision, the reading it rests on, and what the creator looked like when hired', async () => {
    const { list, creator } = await starred();
    await shortlists.decide(list, creator, { to: 'shortlisted', reason: 'Fits', by: 'Rui' });
    await shortlists.decide(list, creator, { to: 'hired', reason: 'Delivered twice', by: 'Ana' });
    await shortlists.renew(named('ada'), summary(40, 'later', read('consistent')));
    await shortlists.decide(list, creator, { to: 'hired', reason: 'Once more', by: 'Ana' });
    const { entry, creator: now } = await onlyRow(list);
    const [old, renewed] = [read('unusual').snapshotHash, read('consistent').snapshotHash];
    expect(entry.decisions.map(({ from, to, by, reading }) => [from, to, by, reading])).toEqual([
      ['new', 'shortlisted', 'Rui', old],
      ['shortlisted', 'hired', 'Ana', old],
      ['hired', 'hired', 'Ana', renewed],
    ]);
    expect(entry.baseline?.snapshotHash).toBe(old);
    expect(now.summary?.snapshotHash).toBe(renewed);
    expect(dueOf(entry, now)).toBe(at(70));
  });

  it('has one reading a visit, in order of time, and of too many those that span it', async () => {
    const { list } = await starred();
    for (let day = 0; day < 120; day += 1) {
      await shortlists.renew(named('ada'), summary(day));
      await shortlists.renew(named('ada'), summary(day));
    }
    const { creator: row } = await onlyRow(list);
    const { readings: earlier, damaged } = await shortlists.earlier(row.key);
    expect(damaged).toBe(false);
    expect(earlier).toHaveLength(MOST.earlier);
    expect(earlier[0]?.at).toBe(at(0));
    expect(earlier.at(-1)?.at).toBe(at(118));
    expect(new Set(earlier.map(({ visit }) => visit)).size).toBe(MOST.earlier);
  });

  it('is forgotten with the last list that holds it, and comes back whole', async () => {
    const { list, creator } = await starred();
    await shortlists.decide(list, creator, { to: 'rejected', reason: 'Far below', by: 'Ana' });
    const other = await shortlists.addList('Other');
    await shortlists.add(named('ada'), { on: other.id });
    await shortlists.remove(other.id, [creator]);
    const before = JSON.stringify(await shortlists.rows(list));
    const removed = await shortlists.remove(list, [creator]);
    expect(await shortlists.find(named('ada'))).toBeUndefined();
    await shortlists.putBack(removed);
    expect(JSON.stringify(await shortlists.rows(list))).toBe(before);
    // Twice is once.
    await shortlists.putBack(removed);
    expect(JSON.stringify(await shortlists.rows(list))).toBe(before);
    const gone = await shortlists.removeList(list);
    expect((await shortlists.lists()).current).toBe(other.id);
    await shortlists.putBack(gone);
    expect(JSON.stringify(await shortlists.rows(list))).toBe(before);
  });

  it('of nobody else a visit leaves nothing, and tells nobody', async () => {
    const heard = vi.fn();
    const end = shortlists.onChange(heard);
    await shortlists.renew(named('bob'), summary(0));
    expect(await shortlists.count()).toEqual({ lists: 0, creators: 0, entries: 0 });
    await shortlists.addList('Winter');
    await eventually(() => expect(heard).toHaveBeenCalledTimes(1));
    end();
  });
});

describe('two tabs at once', () => {
  it('lose nothing of each other’s: 500 races', async () => {
    const { list, creator } = await starred();
    for (let race = 0; race < 500; race += 1) {
      const pairs = [
        () => shortlists.change(list, creator, { note: `n${race}` }),
        () => shortlists.change(list, creator, { tags: [`t${race}`] }),
        () => shortlists.renew(named('ada'), summary(race + 1)),
        () => shortlists.add(named(`c${race}`, String(race)), { on: list }),
        () => shortlists.add(named(`c${race}`, String(race)), { on: list }),
      ];
      await Promise.all(pairs.map((one) => one()));
      const found = await shortlists.find(named('ada'));
      expect(found?.entries[0]).toMatchObject({ note: `n${race}`, tags: [`t${race}`] });
      expect(found?.creator.summary?.capturedAt).toBe(at(race + 1));
    }
    expect(await shortlists.count()).toEqual({ lists: 1, creators: 501, entries: 501 });
    for (let race = 0; race < MOST.decisions / 2; race += 1)
      await Promise.all(
        ['review', 'rejected'].map((to) =>
          shortlists.decide(list, creator, { to: to as 'review', reason: `${race}`, by: 'Ana' }),
        ),
      );
    const { entries } = (await shortlists.find(named('ada')))!;
    expect(entries[0]?.decisions).toHaveLength(MOST.decisions);
    for (const [index, { from }] of entries[0]!.decisions.entries())
      expect(from).toBe(index === 0 ? 'new' : entries[0]!.decisions[index - 1]?.to);
    await expect(shortlists.decide(list, creator, { to: 'new', reason: '', by: '' })).rejects.toMatchObject({
      code: 'full',
    });
  }, 300_000);
});

describe('caps', () => {
  it('push out no visited account of a creator on a list', async () => {
    const page = (handle: string, day: number): [never, never] => [
      { platform: 'mastodon', host: 'good.example' } as never,
      snapshotOf(handle, at(day)).profile as never,
    ];
    const visit = (handle: string, day: number) =>
      visitedAccounts.update(...page(handle, day), () => ({
        platform: 'mastodon',
        host: 'good.example',
        handle,
        readings: [{ visit: 'v', reading: { at: at(day), followers: day } }],
      }));
    const { id } = await shortlists.addList('Winter');
    await shortlists.add({ ...named('kept'), platform: 'mastodon', host: 'good.example' }, { on: id });
    await visit('kept', 0);
    for (let day = 1; day < 70; day += 1) await visit(`a${day}`, day);
    expect(await visitedAccounts.count()).toBe(50);
    expect((await visitedAccounts.find(...page('kept', 0))).account).toBeDefined();
    expect((await visitedAccounts.find(...page('a20', 0))).account).toBeUndefined();
    expect((await visitedAccounts.find(...page('a21', 0))).account).toBeDefined();
  });

  it('500 creators with 50 readings each stay below 10 MB', () => {
    const largest = golden
      .map((report) => summaryOf(report, snapshotOf('ada', at(0)), 'visit')!)
      .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
    const bytes = (value: unknown) => JSON.stringify(value).length;
    const one = bytes(largest[0]) + 50 * Math.max(...largest.map((made) => bytes(earlierOf(made)))) + 600;
    expect(one * 500).toBeLessThan(10e6);
  });
});

describe('damage', () => {
  it('T17: of a list is put aside and told once; of an answer it takes the answer alone', async () => {
    const { list, creator } = await starred();
    await shortlists.change(list, creator, { note: 'mine' });
    const { key, added } = (await onlyRow(list)).creator;
    const itself = { ...named('ada'), key, added, earlier: [] };
    for (const summary of [5, {}, { ...read('unusual') }]) {
      await put('creators', {
        key,
        account: ['x', '', 'handle', 'ada'],
        handle: 'ada',
        creator: { ...itself, summary },
      });
      const row = await onlyRow(list);
      expect(row).toMatchObject({ damaged: true, entry: { note: 'mine' }, creator: { handle: 'ada' } });
      expect(row.creator.summary).toBeUndefined();
    }
    await shortlists.add(named('bob'), { on: list });
    await put('entries', { list, creator, status: 'bribed' });
    expect(await shortlists.rows(list)).toMatchObject({ rows: [{ creator: { handle: 'bob' } }], damaged: 1 });
    expect(await shortlists.rows(list)).toMatchObject({ rows: [{ creator: { handle: 'bob' } }], damaged: 0 });
    figure('T17', 'damaged records of a list, put aside and told once', '4 of 4', 'all');
  });
});

describe('answers that another version made', () => {
  const { verdict, ...rest } = summary(3);
  const first = { ...rest, schema: 'plumb.report/1', answer: { verdict } };
  const later = { ...summary(3), schema: 'plumb.report/3', verdict: 'seen_in_dreams', extra: [1, 2] };

  /** The record of the one creator, and the entry, with these in place of their answers. */
  async function kept(answer: object): Promise<{ list: string; creator: string }> {
    const names = await starred();
    await shortlists.decide(names.list, names.creator, { to: 'hired', reason: 'Fits', by: 'Ana' });
    const { creator, entry } = await onlyRow(names.list);
    const itself = { ...creator, summary: answer };
    await put('creators', { key: creator.key, account: ['x', '', 'handle', 'ada'], handle: 'ada', creator: itself });
    await put('entries', { ...entry, baseline: answer });
    return names;
  }

  it('of the first are turned into those of this one', async () => {
    const { list } = await kept(first);
    const row = await onlyRow(list);
    expect(row.creator.summary).toEqual(summary(3));
    expect(row.entry.baseline).toEqual(summary(3));
    expect(row.damaged).toBe(false);
  });

  it('of a later one say nothing, take nothing else with them, and are there when they are understood', async () => {
    const { list, creator } = await kept(later);
    await shortlists.change(list, creator, { note: 'mine' });
    await shortlists.setSketch(creator, 'AAAA');
    const row = await onlyRow(list);
    expect(row.damaged).toBe(false);
    expect(row.creator.summary ?? row.entry.baseline).toBeUndefined();
    expect(row.entry).toMatchObject({ note: 'mine', status: 'hired' });
    expect(JSON.parse(row.creator.foreign ?? '')).toEqual(later);
    expect(JSON.parse(row.entry.foreign ?? '')).toEqual(later);

    // Out as a file and in again.
    const all = JSON.parse(JSON.stringify(await shortlists.all()));
    await shortlists.replaceAll(all);
    expect(JSON.parse(JSON.stringify(await shortlists.all()))).toEqual(all);

    // As the version finds them that understands them.
    const known = JSON.stringify(summary(3));
    await shortlists.replaceAll({
      ...all,
      creators: all.creators.map((one: object) => ({ ...one, foreign: known })),
      entries: all.entries.map((one: object) => ({ ...one, foreign: known })),
    });
    const then = await onlyRow(list);
    expect([then.creator.summary, then.entry.baseline]).toEqual([summary(3), summary(3)]);
    expect(then.creator.foreign ?? then.entry.foreign).toBeUndefined();
  });

  it('give way to a new answer, and to who is hired anew', async () => {
    const { list, creator } = await kept(later);
    await shortlists.renew(named('ada'), summary(9));
    await shortlists.decide(list, creator, { to: 'review', reason: 'Again', by: 'Ana' });
    await shortlists.decide(list, creator, { to: 'hired', reason: 'Fits', by: 'Ana' });
    const row = await onlyRow(list);
    expect([row.creator.summary, row.entry.baseline]).toEqual([summary(9), summary(9)]);
    expect(row.creator.foreign ?? row.entry.foreign).toBeUndefined();
  });

  it('of any length and kind cost the answer alone', async () => {
    for (const schema of ['plumb.report/0', 'plumb.report/99999', 'other']) {
      const { list } = await kept({ schema, text: 'x'.repeat(20_000) });
      const { rows } = await shortlists.rows(list);
      for (const row of rows) expect(row).toMatchObject({ damaged: true, creator: { handle: 'ada' } });
    }
  });
});

describe('1,000 random changes of what is stored', () => {
  it('T17: leave the list to be read each time; what can’t be is put aside, and the other creators stay', async () => {
    const { list, creator } = await starred();
    await shortlists.decide(list, creator, { to: 'hired', reason: 'Fits', by: 'Ana' });
    await shortlists.add(named('bob'), { on: list });
    const { creator: itself, entry } = (await shortlists.rows(list)).rows.find(
      ({ creator }) => creator.handle === 'ada',
    )!;
    const row = { key: itself.key, account: ['x', '', 'handle', 'ada'], handle: 'ada', creator: itself };
    let state = 20261126;
    const random = (below: number) => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const told = { whole: 0, damaged: 0, aside: 0 };
    for (let change = 0; change < 1000; change += 1) {
      const [store, stored] = change % 2 ? (['creators', row] as const) : (['entries', entry] as const);
      const text = JSON.stringify(stored);
      const place = random(text.length);
      let broken: unknown;
      try {
        broken = JSON.parse(text.slice(0, place) + String.fromCharCode(32 + random(95)) + text.slice(place + 1));
      } catch {
        // No value at all: the disk gives another.
        broken = change % 2 ? { ...row, creator: random(9) } : { list, creator: itself.key, status: random(9) };
      }
      // The keys are the database's own: it keeps none that does not fit.
      const kept = broken as Record<string, unknown>;
      await put(store, change % 2 ? { ...row, creator: kept.creator } : { ...kept, list, creator: itself.key });
      const { rows, damaged } = await shortlists.rows(list);
      expect(rows.map(({ creator }) => creator.handle)).toContain('bob');
      expect(rows.length + damaged).toBe(2);
      const found = rows.find(({ entry }) => entry.creator === itself.key);
      if (!found) told.aside += 1;
      else told[found.damaged ? 'damaged' : 'whole'] += 1;
      await put('creators', row);
      await put('entries', entry);
    }
    expect(told.aside).toBeGreaterThan(100);
    expect(told.damaged).toBeGreaterThan(100);
    figure('T17', 'random changes of a list on disk after which it is read', '1000 of 1000', 'all');
  });
});

describe('a database of the second version', () => {
  it('opens, and nothing of it is lost', async () => {
    const account = { platform: 'x', host: '', id: '7', handle: 'ada', readings: [] };
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('plumb', 2);
      opening.onupgradeneeded = () => {
        const accounts = opening.result.createObjectStore('accounts', { keyPath: 'key' });
        accounts.createIndex('named', ['account.platform', 'account.host', 'handle']);
        accounts.createIndex('visited', 'visited');
        accounts.createIndex('ofHost', ['account.platform', 'account.host', 'visited']);
        accounts.put({ key: ['x', '', 'id', '7'], handle: 'ada', visited: 1, account });
        opening.result.createObjectStore('damaged', { autoIncrement: true }).add('odd');
      };
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    expect(await visitedAccounts.all()).toEqual([account]);
    await starred();
    expect(await shortlists.count()).toEqual({ lists: 1, creators: 1, entries: 1 });
  });
});

function storedCreator(key: string): Promise<{ earlier?: unknown; creator: object }> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('plumb');
    opening.onsuccess = () => {
      const asked = opening.result.transaction('creators').objectStore('creators').get(key);
      asked.onsuccess = () => resolve(asked.result);
      opening.result.close();
    };
  });
}

/** Keeps everything as the third version did: a creator's earlier answers beside the newest. */
function asThird(factory: IDBFactory, kept: Awaited<ReturnType<typeof shortlists.all>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = factory.open('plumb', 3);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      const database = opening.result;
      const accounts = database.createObjectStore('accounts', { keyPath: 'key' });
      accounts.createIndex('named', ['account.platform', 'account.host', 'handle']);
      accounts.createIndex('visited', 'visited');
      accounts.createIndex('ofHost', ['account.platform', 'account.host', 'visited']);
      database.createObjectStore('damaged', { autoIncrement: true }).add('odd');
      const creators = database.createObjectStore('creators', { keyPath: 'key' });
      creators.createIndex('account', 'account');
      creators.createIndex('named', ['creator.platform', 'creator.host', 'handle']);
      const lists = database.createObjectStore('lists', { keyPath: 'id' });
      const entries = database.createObjectStore('entries', { keyPath: ['list', 'creator'] });
      entries.createIndex('creator', 'creator');
      const single = database.createObjectStore('single');
      for (const creator of kept.creators) {
        const { key, id, handle } = creator;
        creators.put({ key, account: ['x', '', id ? 'id' : 'handle', id ?? handle], handle, creator });
      }
      creators.put({ key: 'damaged', account: ['x', '', 'id', '99'], handle: 'odd', creator: 5 });
      for (const one of kept.lists) lists.put(one);
      for (const one of kept.entries) entries.put(one);
      single.put(kept.current, 'current');
      single.put(kept.salt, 'salt');
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

describe('a database of the third version', () => {
  it('opens after the step to the fourth, and gives every creator, decision and earlier answer, byte for byte', async () => {
    const { list, creator } = await starred('ada', '7');
    for (let day = 1; day <= 60; day += 1) await shortlists.renew(named('ada', '7'), summary(day));
    await shortlists.decide(list, creator, { to: 'hired', reason: 'Fits', by: 'Ana' });
    await shortlists.setSketch(creator, btoa('sketch'));
    await shortlists.add(named('bob'), { on: list });
    await shortlists.salt();
    const before = await shortlists.all();
    expect(before.creators.flatMap(({ earlier }) => earlier)).toHaveLength(MOST.earlier);
    const factory = new IDBFactory();
    await asThird(factory, before);
    vi.stubGlobal('indexedDB', factory);
    expect(JSON.stringify(await shortlists.all())).toBe(JSON.stringify(before));
    const { rows, damaged } = await shortlists.shown();
    expect([rows.length, damaged]).toEqual([2, 0]);
    expect((await shortlists.earlier(creator)).readings).toHaveLength(MOST.earlier);
    const stored = await storedCreator(creator);
    expect(typeof stored.earlier).toBe('string');
    expect(stored.creator).not.toHaveProperty('earlier');
    await shortlists.renew(named('ada', '7'), summary(90));
    expect((await shortlists.find(named('ada', '7')))?.creator.summary?.capturedAt).toBe(at(90));
  });
});

describe('a list of 500 creators with 50 readings each', () => {
  it('is read in one transaction of few questions, and none of the earlier answers is looked at', async () => {
    const { id: list } = await shortlists.addList('Long');
    const one = { ...named('ada'), added: at(0), summary: summary(60), earlier: [] as unknown[] };
    for (let day = 0; day < 50; day += 1) one.earlier.push(earlierOf(summary(day)));
    const key = (index: number) => `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`;
    const each = Array.from({ length: 500 }, (_, index) => index);
    await shortlists.replaceAll({
      current: list,
      lists: (await shortlists.lists()).lists,
      creators: each.map((index) => ({ ...one, key: key(index), handle: `c${index}` }) as never),
      entries: each.map((index) => newEntry(list, key(index), at(0))),
    });
    const spies = {
      transactions: vi.spyOn(IDBDatabase.prototype, 'transaction'),
      get: vi.spyOn(IDBObjectStore.prototype, 'get'),
      getAll: vi.spyOn(IDBObjectStore.prototype, 'getAll'),
      getAllKeys: vi.spyOn(IDBObjectStore.prototype, 'getAllKeys'),
      parsed: vi.spyOn(JSON, 'parse'),
    };
    const { rows } = await shortlists.shown();
    const calls = Object.fromEntries(Object.entries(spies).map(([name, spy]) => [name, spy.mock.calls.length]));
    vi.restoreAllMocks();
    expect(rows).toHaveLength(500);
    expect(calls).toEqual({ transactions: 1, get: 1, getAll: 3, getAllKeys: 1, parsed: 0 });
    expect((await shortlists.earlier(key(499))).readings).toHaveLength(50);
    await put('creators', {
      key: key(3),
      account: ['x', '', 'handle', 'c3'],
      handle: 'c3',
      creator: rows[3]!.creator,
      earlier: '[{',
    });
    expect((await shortlists.shown()).rows[3]).toMatchObject({ damaged: false });
    expect(await shortlists.earlier(key(3))).toEqual({ readings: [], damaged: true });
  });
});

describe('all lists', () => {
  it('can be taken out and put back, byte for byte, salt and choice with them', async () => {
    const { list, creator } = await starred('ada', '7');
    await shortlists.decide(list, creator, { to: 'hired', reason: 'Fits', by: 'Ana' });
    await shortlists.addList('Other');
    await shortlists.setCurrent(list);
    await shortlists.setSketch(creator, btoa('sketch'));
    expect(await shortlists.salt()).toBe(await shortlists.salt());
    const before = JSON.stringify(await shortlists.all());
    await shortlists.replaceAll({ lists: [], creators: [], entries: [] });
    expect(await shortlists.all()).toEqual({ lists: [], creators: [], entries: [] });
    await shortlists.replaceAll(JSON.parse(before));
    expect(JSON.stringify(await shortlists.all())).toBe(before);
    await expect(shortlists.replaceAll({ lists: [5] } as never)).rejects.toMatchObject({ code: 'not_of_its_form' });
    expect(JSON.stringify(await shortlists.all())).toBe(before);
  });
});
