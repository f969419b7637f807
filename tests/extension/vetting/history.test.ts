import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { namespaceOf } from '../../../extension/platforms/namespace';
import { opened, visitedAccounts } from '../../../extension/vetting/database';
import { createHistory } from '../../../extension/vetting/history';
import { ACCOUNT_BYTES, bytesOf, type VisitedAccount } from '../../../extension/vetting/visited-account';
import { figure } from '../../threats/figure';
import { nobodyGivesUp } from './patient';

nobodyGivesUp();

interface Given {
  id?: string;
  url?: string;
  platform?: Snapshot['platform'];
}

function snapshot(handle: string, capturedAt: string, followers: number, given: Given = {}): Snapshot {
  const { id, platform = 'x', url = `https://x.com/${handle}` } = given;
  return { schema: 'plumb.snapshot/1', platform, url, capturedAt, profile: { handle, id, followers } };
}

/** Opens the database as any program can, and waits for what `work` asks. */
function raw(
  version: number | undefined,
  work: (database: IDBDatabase) => void,
  upgrade?: (database: IDBDatabase) => void,
) {
  return new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('plumb', version);
    opening.onupgradeneeded = () => upgrade?.(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      work(opening.result);
      opening.result.close();
      setImmediate(() => setImmediate(resolve));
    };
  });
}

let history: ReturnType<typeof createHistory>;
const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().replace('.000', '');
const followersOf = async (seen: Snapshot, visit = 'now') =>
  (await history.earlier(seen, visit)).readings.map(({ followers }) => followers);

/** Another part of the browser holds the database, long ago: what follows is not left alone by what was learnt then. */
async function whileHeld(work: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: Date.UTC(2020, 0, 1) + heldTimes++ * 3_600_000,
  });
  try {
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
    await work();
  } finally {
    vi.useRealTimers();
  }
}
let heldTimes = 0;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  history = createHistory(visitedAccounts, namespaceOf);
});

describe('the history of an account', () => {
  it('asks the disk once in a moment for one visit, and anew for another or where another has added to it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const find = vi.fn(visitedAccounts.find);
    history = createHistory({ ...visitedAccounts, find }, namespaceOf);
    const seen = snapshot('ada', at(1), 100);
    for (const _ of [1, 2]) expect(await followersOf(seen)).toEqual([]);
    await history.remember(seen, 'now');
    expect(await followersOf(seen)).toEqual([]);
    expect(find).toHaveBeenCalledTimes(1);
    expect(await followersOf(seen, 'later')).toEqual([100]);
    expect(find).toHaveBeenCalledTimes(2);
    await history.remember(snapshot('ada', at(2), 120), 'third');
    expect(await followersOf(seen, 'later')).toEqual([100, 120]);
    vi.advanceTimersByTime(3000);
    expect(await followersOf(seen, 'later')).toEqual([100, 120]);
    expect(find).toHaveBeenCalledTimes(4);
    vi.useRealTimers();
  });

  it('gives earlier visits, oldest first, and never the present one', async () => {
    await history.remember(snapshot('ada', at(0), 100), 'one');
    await history.remember(snapshot('ada', at(30), 120), 'two');
    await history.remember(snapshot('ada', at(31), 121), 'two');
    const now = snapshot('Ada', at(60), 150);
    expect(await followersOf(now)).toEqual([100, 121]);
    expect(await followersOf(now, 'two')).toEqual([100]);
  });

  it('follows an account whose handle changed, by its id, and says which handle it had', async () => {
    await history.remember(snapshot('old', at(0), 100, { id: '7' }), 'one');
    await history.remember(snapshot('new', at(1), 100, { id: '7' }), 'two');
    const { readings } = await history.earlier(snapshot('new', at(2), 100, { id: '7' }), 'three');
    expect(readings.map(({ handle }) => handle)).toEqual(['old', 'new']);
  });

  it('gives nothing of another account that took the name over', async () => {
    await history.remember(snapshot('ada', at(0), 100, { id: '7' }), 'one');
    expect(await followersOf(snapshot('ada', at(1), 5, { id: '8' }))).toEqual([]);
    expect(await followersOf(snapshot('ada', at(1), 5))).toEqual([100]);
  });

  it('knows an account by its id from the first visit that told it', async () => {
    await history.remember(snapshot('ada', at(0), 100), 'one');
    await history.remember(snapshot('ada', at(1), 101, { id: '7' }), 'two');
    expect(await visitedAccounts.count()).toBe(1);
    expect(await followersOf(snapshot('renamed', at(2), 5, { id: '7' }))).toEqual([100, 101]);
  });

  it('keeps counts only: no commenter, no text', async () => {
    const full = snapshot('ada', at(0), 5);
    full.comments = [{ author: 'somebody', text: 'hello' }];
    full.people = [{ handle: 'somebody' }];
    await history.remember(full, 'one');
    expect(JSON.stringify(await visitedAccounts.all())).not.toMatch(/somebody|hello/);
  });

  it('keeps nothing of a name that is nobody’s', async () => {
    await history.remember(snapshot('h'.repeat(3000), at(0), 5), 'one');
    await history.remember(snapshot('ada', at(0), 5, { id: 'i'.repeat(3000) }), 'one');
    expect(await visitedAccounts.count()).toBe(0);
  });
});

describe('whose memory it is', () => {
  const mastodon = (host: string, handle: string, followers: number, id?: string) =>
    snapshot(handle, at(followers * 0.01), followers, { id, platform: 'mastodon', url: `https://${host}/@${handle}` });

  it('is a host’s own where ids and handles are: 1,000 tries of other hosts write nothing of the account’s', async () => {
    await history.remember(mastodon('good.example', 'ada@good.example', 100, '1'), 'one');
    for (let index = 0; index < 1000; index += 1) {
      const host = `h${index % 7}.evil.example`;
      const tries = [
        mastodon(host, 'ada@good.example', index, '1'),
        mastodon(host, 'ada@good.example', index, String(index)),
        mastodon(host, `ada@${host}`, index, '1'),
        { ...mastodon(host, 'ada@good.example', index, '1'), platform: 'generic' as const },
      ];
      await history.remember(tries[index % 4] as Snapshot, `evil ${index}`);
    }
    expect(await followersOf(mastodon('good.example', 'ada@good.example', 101, '1'))).toEqual([100]);
  });

  it('takes nothing from a page of any host that does not show its own account', async () => {
    const page = snapshot('ada', at(0), 100, { platform: 'generic', url: 'https://blog.example/ada' });
    await history.remember(page, 'one');
    expect(await visitedAccounts.count()).toBe(0);
    page.profile.id = 'blog.example/ada';
    await history.remember(page, 'one');
    expect(await visitedAccounts.count()).toBe(1);
  });

  it('is not pushed out by a host that invents accounts', async () => {
    await history.remember(snapshot('ada', at(0), 100), 'one');
    await history.remember(mastodon('good.example', 'ada@good.example', 100, '1'), 'one');
    for (let index = 0; index < 120; index += 1)
      await history.remember(mastodon('evil.example', `a${index}@evil.example`, index, String(index)), 'v');
    expect(await visitedAccounts.count()).toBe(52);
    expect(await followersOf(snapshot('ada', at(1), 1))).toEqual([100]);
    expect(await followersOf(mastodon('good.example', 'ada@good.example', 1, '1'))).toEqual([100]);
    // Of the host's own the newest visits stay.
    expect(await followersOf(mastodon('evil.example', 'a119@evil.example', 1, '119'))).toHaveLength(1);
  });
});

describe('how much is kept', () => {
  it('is less than the cap for an account, whatever it is called, and spans all the time', async () => {
    const handle = 'h'.repeat(200);
    for (let visit = 0; visit < 300; visit += 1)
      await history.remember(snapshot(handle, at(visit), visit), `v${visit}`);
    const [account] = (await visitedAccounts.all()) as VisitedAccount[];
    expect(bytesOf(account!)).toBeLessThanOrEqual(ACCOUNT_BYTES);
    // 2,000 accounts stay below 10 MB.
    expect(ACCOUNT_BYTES * 2000).toBeLessThan(10e6);
    const kept = await followersOf(snapshot(handle, at(400), 0));
    expect(kept[0]).toBe(0);
    expect(kept.slice(-8)).toEqual([292, 293, 294, 295, 296, 297, 298, 299]);
    expect(kept.length).toBeGreaterThan(20);
  });
});

describe('two tabs at once', () => {
  it('lose nothing of each other’s: 500 races', async () => {
    for (let race = 0; race < 500; race += 1) {
      const [a, b] = race % 2 ? ['ada', 'ada'] : ['ada', 'bob'];
      await Promise.all([
        history.remember(snapshot(a!, at(race), race, { id: a }), `a${race}`),
        history.remember(snapshot(b!, at(race), race, { id: b }), `b${race}`),
      ]);
      const newest = await followersOf(snapshot(a!, at(race), 1, { id: a }));
      const other = await followersOf(snapshot(b!, at(race), 1, { id: b }));
      expect(newest.filter((followers) => followers === race)).toHaveLength(race % 2 ? 2 : 1);
      expect(other.at(-1)).toBe(race);
    }
  });
});

describe('damage', () => {
  const damages: unknown[] = [
    null,
    'x',
    5,
    [],
    {},
    { platform: 'x' },
    { platform: 'x', host: '', handle: 'ada', readings: null },
    { platform: 'x', host: '', handle: 'ada', readings: [null] },
    { platform: 'x', host: '', handle: 'ada', readings: [{ visit: 'v' }] },
    { platform: 'x', host: '', handle: 'ada', readings: [{ visit: 'v', reading: { at: 'garbage', followers: 1 } }] },
    { platform: 'x', host: '', handle: 'ada', readings: [{ visit: 'v', reading: { at: at(0), followers: -1 } }] },
    {
      platform: 'x',
      host: '',
      handle: 'ada',
      readings: [{ visit: 'v', reading: { at: at(0), followers: { low: 5, high: 1 } } }],
    },
    { platform: 'x', host: '', handle: 'ada', readings: [{ visit: 'v', reading: { at: at(0), handle: {} } }] },
  ];

  it('T17: is put aside, told once, and stops nothing', async () => {
    for (const account of damages) {
      vi.stubGlobal('indexedDB', new IDBFactory());
      await history.remember(snapshot('ada', at(0), 100, { id: '7' }), 'one');
      await raw(undefined, (database) => {
        const value = { key: ['x', '', 'id', '7'], handle: 'ada', visited: 1, account };
        database.transaction('accounts', 'readwrite').objectStore('accounts').put(value);
      });
      const seen = snapshot('ada', at(9), 5, { id: '7' });
      expect(await history.earlier(seen, 'two'), JSON.stringify(account)).toEqual({ readings: [], damaged: true });
      expect(await history.earlier(seen, 'two')).toEqual({ readings: [], damaged: false });
      await history.remember(seen, 'two');
      expect(await followersOf(seen)).toEqual([5]);
    }
    figure('T17', 'damaged records that are put aside and told once', `${damages.length} of ${damages.length}`, 'all');
  });

  it('of the whole database is no more than missing', async () => {
    await raw(99, () => {});
    await history.remember(snapshot('ada', at(0), 100), 'one');
    expect(await history.earlier(snapshot('ada', at(1), 100), 'two')).toEqual({ readings: [], damaged: false });
  });

  it('nobody waits for a database that is held', async () => {
    await whileHeld(async () => {
      let answered = 0;
      const waits = history.earlier(snapshot('ada', at(1), 100), 'one').finally(() => answered++);
      await vi.advanceTimersByTimeAsync(900);
      expect(answered).toBe(0);
      await vi.advanceTimersByTimeAsync(100);
      expect(await waits).toEqual({ readings: [], damaged: false });
      // The next one does not wait at all, and later it is tried again.
      expect(await history.earlier(snapshot('ada', at(1), 100), 'one')).toEqual({ readings: [], damaged: false });
    });
    vi.stubGlobal('indexedDB', new IDBFactory());
    await history.remember(snapshot('ada', at(0), 100), 'one');
    expect(await followersOf(snapshot('ada', at(1), 100))).toEqual([100]);
  });

  it('that is held but for a while is asked again by whoever has more patience than the one who gave up', async () => {
    const soon = () => opened(async () => 'there');
    const patiently = () => opened(async () => 'there', 20_000);
    await whileHeld(async () => {
      const gaveUp = expect(soon()).rejects.toThrow('does not answer');
      await vi.advanceTimersByTimeAsync(1000);
      await gaveUp;
      await expect(soon()).rejects.toThrow('held by somebody else');
      const waits = expect(patiently()).rejects.toThrow('does not answer');
      await vi.advanceTimersByTimeAsync(20_000);
      await waits;
      await expect(patiently()).rejects.toThrow('held by somebody else');
    });
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect(await patiently()).toBe('there');
  });
});

describe('a database of the first version', () => {
  it('opens, and nothing of it is lost', async () => {
    const readings = [{ visit: 'v', reading: { at: at(0), handle: 'ada', followers: 41 } }];
    const list = [
      { platform: 'x', handle: 'ada', readings },
      { platform: 'mastodon', id: '1', handle: 'ada@good.example', readings },
      { platform: 'x', handle: 'broken', readings: 'none' },
    ];
    await raw(
      1,
      (database) => void database.transaction('kept', 'readwrite').objectStore('kept').put(list, 'history'),
      (database) => void database.createObjectStore('kept'),
    );
    expect(await followersOf(snapshot('ada', at(1), 5))).toEqual([41]);
    const url = 'https://good.example/@ada';
    expect(await followersOf(snapshot('ada@good.example', at(1), 5, { id: '1', platform: 'mastodon', url }))).toEqual([
      41,
    ]);
    expect(await visitedAccounts.count()).toBe(2);
  });
});

describe('everything that is kept', () => {
  it('can be taken out and put back, byte for byte', async () => {
    await history.remember(snapshot('ada', at(0), 100, { id: '7' }), 'one');
    await history.remember(snapshot('bob', at(0), 100), 'one');
    const before = await visitedAccounts.all();
    await visitedAccounts.replaceAll([]);
    expect(await visitedAccounts.count()).toBe(0);
    await visitedAccounts.replaceAll([...before, null, { platform: 'x' }]);
    expect(JSON.stringify(await visitedAccounts.all())).toBe(JSON.stringify(before));
  });
});

describe('peers from the person’s own visits', () => {
  const reported = (perPost: number, change: Partial<Report> = {}) =>
    ({
      verdict: 'nothing_seen',
      cautions: [],
      engagement: { basis: 'likes', perPost: { shown: { low: perPost, mid: perPost, high: perPost } } },
      ...change,
    }) as unknown as Report;
  const visit = (handle: string, followers: number, report: Report, given: Given = {}) =>
    history.remember(snapshot(handle, at(0), followers, given), handle, report);
  const here = snapshot('me', at(1), 1000);

  it('are the counts of other accounts of the platform, without a name, those nearest in size first', async () => {
    await visit('big', 90_000, reported(700));
    await visit('near', 1200, reported(12.5));
    await visit('me', 1000, reported(9));
    await visit('elsewhere', 1000, reported(5), { platform: 'threads', url: 'https://www.threads.net/@elsewhere' });
    const peers = await history.peers(here);
    expect(peers).toEqual([
      { followers: 1200, perPost: { low: 12, high: 13 } },
      { followers: 90_000, perPost: { low: 700, high: 700 } },
    ]);
    expect(JSON.stringify(peers)).not.toMatch(/near|big/);
  });

  it('need enough posts, engagements or views, and followers', async () => {
    await visit('few', 1000, reported(9, { verdict: 'not_enough' }));
    await visit('fewer', 1000, reported(9, { cautions: ['few_posts'] }));
    await visit(
      'comments',
      1000,
      reported(9, { engagement: { ...reported(9).engagement, basis: 'comments' } as never }),
    );
    expect(await history.peers(here)).toEqual([]);
    const views = { perPost: { low: 50, mid: 50, high: 50 }, posts: 9, first: true };
    await visit('watched', 1000, reported(9, { engagement: undefined, views }));
    expect(await history.peers(here)).toEqual([{ followers: 1000, views: { low: 50, high: 50 } }]);
  });

  it('stay what they were when a later visit reads too little, are at most 200, and go with the visits', async () => {
    await visit('ada', 1000, reported(9));
    await history.remember(snapshot('ada', at(2), 1000), 'later');
    expect(await history.peers(here)).toHaveLength(1);
    for (let index = 0; index < 210; index += 1) await visit(`a${index}`, 1000 + index, reported(9));
    expect(await history.peers(here)).toHaveLength(200);
    await visitedAccounts.replaceAll([]);
    expect(await history.peers(here)).toEqual([]);
  });

  it('survive being saved and put back, and a damaged one is no peer', async () => {
    await visit('ada', 1000, reported(9));
    const [saved] = (await visitedAccounts.all()) as VisitedAccount[];
    await visitedAccounts.replaceAll([saved, { ...saved, handle: 'bad', shown: { followers: -1 } }]);
    expect(await history.peers(here)).toHaveLength(1);
  });
});
