import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { namespaceOf } from '../../../extension/platforms/namespace';
import { shortlists } from '../../../extension/vetting/shortlists';
import { changedSince, sinceText } from '../../../extension/vetting/since';
import { unpacked } from '../../../extension/vetting/sketch';
import { createStarring, type Visited } from '../../../extension/vetting/starring';
import { summaryOf } from '../../../extension/vetting/summary';
import { english, report } from '../views/reports';
import { nobodyGivesUp } from './patient';

nobodyGivesUp();

const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  schema: 'plumb.snapshot/1',
  platform: 'instagram',
  url: 'https://www.instagram.com/mara.moves/',
  capturedAt: '2026-05-03T10:00:00Z',
  profile: { id: '7', handle: 'mara.moves', displayName: 'Mara' },
  ...more,
});
const visited = (seen = snapshot(), answer: unknown = report('unusual'), visit = 'visit-one'): Visited => ({
  snapshot: JSON.stringify(seen),
  report: JSON.stringify(answer),
  visit,
});

let starring: ReturnType<typeof createStarring>;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const items: Record<string, unknown> = {};
  const memory = {
    get: async () => structuredClone(items),
    set: async (more: object) => void Object.assign(items, structuredClone(more)),
  };
  starring = createStarring(shortlists, namespaceOf, memory, async () => 'Shortlist');
});

describe('the star', () => {
  it('puts on the list with what was read, takes off, and gives back whole', async () => {
    expect(await starring.look(visited())).toEqual({ on: false });
    expect(await starring.set(visited(), true)).toEqual({ on: true });
    const { lists, current } = await shortlists.lists();
    expect(lists.map(({ name }) => name)).toEqual(['Shortlist']);
    const [row] = (await shortlists.rows(current!)).rows;
    expect(row?.creator).toMatchObject({
      platform: 'instagram',
      host: '',
      id: '7',
      handle: 'mara.moves',
      name: 'Mara',
    });
    expect(row?.creator.summary?.snapshotHash).toBe(report('unusual').snapshotHash);
    await shortlists.change(current!, row!.creator.key, { note: 'mine' });
    const before = (await shortlists.rows(current!)).rows[0]?.entry;
    expect(await starring.set(visited(), false)).toEqual({ on: false });
    expect(await starring.set(visited(), true)).toEqual({ on: true });
    expect((await shortlists.rows(current!)).rows[0]?.entry).toEqual(before);
    // Pressed twice on, it stands there once.
    await starring.set(visited(), true);
    expect((await shortlists.count()).entries).toBe(1);
  });

  it('gives back only whom it took off', async () => {
    await starring.set(visited(), true);
    await starring.set(visited(), false);
    const other = snapshot({ url: 'https://www.instagram.com/bob/', profile: { id: '8', handle: 'bob' } });
    await starring.set(visited(other), true);
    const { rows } = await shortlists.rows((await shortlists.lists()).current!);
    expect(rows.map(({ creator }) => creator.handle)).toEqual(['bob']);
  });

  it('is nobody’s where the page is bound to no account, was not read, or is of no form', async () => {
    const anywhere = snapshot({ platform: 'generic', url: 'https://blog.example/', profile: { handle: 'mara.moves' } });
    const long = snapshot({ profile: { handle: 'h'.repeat(3000) } });
    for (const one of [
      visited(anywhere),
      visited(long),
      visited(snapshot(), { error: { code: 'internal', message: '' } }),
      { snapshot: null, report: null, visit: '' },
      { snapshot: '{', report: '{', visit: '' },
    ]) {
      expect(await starring.look(one)).toBeUndefined();
      expect(await starring.set(one, true)).toBeUndefined();
    }
    expect(await shortlists.count()).toEqual({ lists: 0, creators: 0, entries: 0 });
  });

  it('renews who is on a list at a later visit, and nobody else', async () => {
    await starring.renew(snapshot(), report('unusual'), 'one');
    expect((await shortlists.count()).creators).toBe(0);
    await starring.set(visited(), true);
    const later = snapshot({ capturedAt: '2026-06-20T10:00:00Z' });
    await starring.renew(later, report('consistent'), 'visit-two');
    const { rows } = await shortlists.rows((await shortlists.lists()).current!);
    expect(rows[0]?.creator.summary?.capturedAt).toBe('2026-06-20T10:00:00Z');
    expect((await shortlists.earlier(rows[0]!.creator.key)).readings).toMatchObject([
      { at: '2026-05-03T10:00:00Z', verdict: 'unusual' },
    ]);
  });

  it('tells what has changed since the hiring', async () => {
    await starring.set(visited(), true);
    const { current } = await shortlists.lists();
    const [row] = (await shortlists.rows(current!)).rows;
    await shortlists.decide(current!, row!.creator.key, { to: 'hired', reason: 'Fits', by: 'Ana' });
    const later = visited(snapshot({ capturedAt: '2026-06-20T10:00:00Z' }), report('consistent'), 'visit-two');
    const { since } = (await starring.look(later))!;
    expect(since?.at).toBe('2026-05-03T10:00:00Z');
    expect(sinceText(since!, english)).toMatch(/^Hired; since May 3, 2026: followers 128K → /);
  });
});

describe('what has changed', () => {
  const of = (answer: Report) => summaryOf(answer, snapshot(), 'v')!;
  const withCheck = (state: Report['checks'][number]['state']) => {
    const changed = structuredClone(report('consistent'));
    changed.checks[1].state = state;
    return of(changed);
  };

  it('is nothing where all reads the same', () => {
    const now = of(report('unusual'));
    expect(sinceText(changedSince(now, now), english)).toBe(
      'Hired; since May 3, 2026 followers, engagement and checks read the same',
    );
  });

  it('is a finding that is new or gone, and never that less was read', () => {
    const changes = (from: Parameters<typeof withCheck>[0], to: Parameters<typeof withCheck>[0]) =>
      changedSince(withCheck(from), withCheck(to)).checks.map((check) => `${check.id} ${check.from} ${check.to}`);
    expect(changes('fine', 'question')).toEqual(['likes fine question']);
    expect(changes('not_read', 'unusual')).toEqual(['likes not_read unusual']);
    expect(changes('unusual', 'fine')).toEqual(['likes unusual fine']);
    for (const to of ['weak', 'not_read', 'not_shown'] as const)
      expect([changes('unusual', to), changes('fine', to)]).toEqual([[], []]);
  });
});

describe('everything in one file', () => {
  it('gives the same bytes after it was deleted and put back', async () => {
    const { erase, keptFile, keptOnDisk, restore, asKeptFile } = await import('../../../extension/settings/erase');
    const { visitedAccounts } = await import('../../../extension/vetting/database');
    const { createHistory } = await import('../../../extension/vetting/history');
    await createHistory(visitedAccounts, namespaceOf).remember(snapshot(), 'one');
    await starring.set(visited(), true);
    const { current } = await shortlists.lists();
    const [row] = (await shortlists.rows(current!)).rows;
    await shortlists.decide(current!, row!.creator.key, { to: 'hired', reason: 'Fits', by: 'Ana' });
    await shortlists.setSketch(row!.creator.key, btoa('sketch'));
    await shortlists.salt();
    let items: Record<string, unknown> = { settings: { badgeOnly: true } };
    const local = {
      get: async () => items,
      set: async (more: object) => void Object.assign(items, more),
      clear: async () => {
        items = {};
      },
    };
    const disk = { earlier: visitedAccounts, lists: shortlists };
    // Settings are completed when they are first put back; from then on they are the same.
    await restore(local, disk, await keptOnDisk(local, disk));
    const file = keptFile(await keptOnDisk(local, disk));
    expect(file).toMatch(/mara\.moves.*Fits/s);
    await erase({ local, session: local }, disk);
    expect(await keptOnDisk(local, disk)).toEqual({ history: [], lists: { lists: [], creators: [], entries: [] } });
    await restore(local, disk, asKeptFile(file)!);
    expect(keptFile(await keptOnDisk(local, disk))).toBe(file);
  });
});

describe('the commenters of a starred creator', () => {
  const read = (people: number): Snapshot =>
    snapshot({
      posts: [{ id: 'p', comments: 500 }],
      comments: Array.from({ length: people }, (_, at) => ({ postId: 'p', author: `ann${at}`, text: 'hi' })),
    });
  const kept = async () => (await shortlists.all()).creators.map(({ sketch }) => sketch && unpacked(sketch)?.people);

  it('are kept as a sketch without a name, when starred and when read again', async () => {
    await starring.renew(read(70), report('unusual'), 'visit-one');
    expect(await kept()).toEqual([]);
    await starring.set(visited(read(70)), true);
    expect(await kept()).toEqual([70]);
    await starring.renew(read(90), report('unusual'), 'visit-two');
    // A short look later takes nothing away.
    await starring.renew(read(20), report('unusual'), 'visit-three');
    await starring.renew(snapshot(), report('unusual'), 'visit-four');
    expect(await kept()).toEqual([90]);
    expect(JSON.stringify(await shortlists.all())).not.toContain('ann');
  });

  it('go with all the rest, and so does what they were salted with', async () => {
    await starring.set(visited(read(70)), true);
    const before = await shortlists.salt();
    await shortlists.replaceAll({ lists: [], creators: [], entries: [] });
    expect(await kept()).toEqual([]);
    expect(await shortlists.salt()).not.toBe(before);
  });
});
