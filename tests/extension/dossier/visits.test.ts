import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import type { VisitDoors, VisitState } from '../../../extension/dossier/visit';
import { Visits } from '../../../extension/dossier/visits';
import type { Answer } from '../../../extension/messages/messages';
import { placeAt, platformAt } from '../../../extension/platforms/registry';
import type { Reading } from '../../../extension/reading/reading';

const TAB = 7;
const address = 'https://x.com/ada_tests';
const at = '2026-11-22T10:00:00Z';

let stored: Map<number, string>;
let scoredAt: number[];
let scored: Snapshot[];
let told: Answer[];
/** The score of a dead background never comes. */
let scoring: Promise<void>;
/** What the visits did, in its order. */
let done: string[];
let whenTold: () => unknown;
/** What is written takes so long. */
let writing: () => Promise<void>;

const doors: VisitDoors = {
  placeAt,
  platformAt,
  now: async () => at,
  async score(text) {
    scoredAt.push(Date.now());
    scored.push(JSON.parse(text));
    await scoring;
    return JSON.stringify({ signals: [], handle: JSON.parse(text).profile.handle });
  },
  history: async () => ({ readings: [], damaged: false }),
  peers: async () => [],
  remember: async () => {
    await writing();
    done.push('remembered');
  },
};

/** A background that starts: it knows what is stored and nothing else. */
const start = () =>
  new Visits(
    doors,
    {
      load: async (tab) => (stored.has(tab) ? (JSON.parse(stored.get(tab) as string) as VisitState) : undefined),
      save: async (tab, state) => {
        const written = JSON.stringify(state);
        await writing();
        stored.set(tab, written);
        done.push('saved');
      },
      remove: async (tab) => {
        stored.delete(tab);
        done.push('removed');
      },
    },
    async (_tab, answer) => {
      told.push(answer);
      done.push('told');
      whenTold();
    },
  );

const readings = (...posts: string[]): { kind: 'readings'; epoch: number; readings: Reading[] } => ({
  kind: 'readings',
  epoch: 1,
  readings: [
    {
      platform: 'x',
      subject: { handle: 'ada_tests' },
      via: 'response',
      at,
      profile: { followers: 1000 },
      posts: posts.map((id) => ({ id, likes: 1 })),
    },
  ],
});

beforeEach(() => {
  vi.useFakeTimers();
  stored = new Map();
  scoredAt = [];
  scored = [];
  told = [];
  scoring = Promise.resolve();
  done = [];
  whenTold = () => {};
  writing = async () => {};
});
afterEach(() => vi.useRealTimers());

describe('the visits', () => {
  it('are scored four times a second, six scores ahead at most, however much a page says, and the last word counts', async () => {
    const visits = start();
    void visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    for (let i = 0; i < 200; i += 1) {
      void visits.hear(TAB, readings(String(i)));
      await vi.advanceTimersByTimeAsync(25);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(scoredAt.length).toBeGreaterThan(15);
    for (const [index, time] of scoredAt.entries())
      for (let more = 7; index + more < scoredAt.length; more += 1)
        expect((scoredAt[index + more] as number) - time).toBeGreaterThanOrEqual((more - 6) * 250);
    expect(scored.at(-1)?.posts).toHaveLength(200);
    expect(told).toHaveLength(scoredAt.length);
  });

  it('answer the first responses of a page as they come, and those after a rest again', async () => {
    const visits = start();
    void visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    for (const from of [0, 5000]) {
      scoredAt = [];
      for (let i = 0; i < 7; i += 1) {
        void visits.hear(TAB, readings(String(from + i)));
        await vi.advanceTimersByTimeAsync(20);
      }
      expect(scoredAt).toHaveLength(7);
      void visits.hear(TAB, readings(String(from + 7)));
      await vi.advanceTimersByTimeAsync(50);
      expect(scoredAt).toHaveLength(7);
      await vi.advanceTimersByTimeAsync(5000);
      expect(scoredAt).toHaveLength(8);
    }
  });

  it('score a page of megabytes seldom, and the page of another tab as often as ever', async () => {
    const visits = start();
    const OTHER = 8;
    const long = (i: number) => {
      const message = readings(String(i));
      message.readings[0]!.posts![0]!.caption = 'x'.repeat(4000);
      return message;
    };
    for (const tab of [TAB, OTHER]) void visits.hear(tab, { kind: 'arrive', epoch: 1, address, fresh: true });
    for (let i = 0; i < 1000; i += 1) void visits.hear(TAB, long(i));
    await vi.advanceTimersByTimeAsync(5000);
    scoredAt = [];
    scored = [];
    for (let i = 0; i < 400; i += 1) {
      void visits.hear(TAB, long(1000 + i));
      void visits.hear(OTHER, readings(String(i)));
      await vi.advanceTimersByTimeAsync(25);
    }
    const ofLong = scored.filter(({ posts }) => (posts?.[0]?.caption?.length ?? 0) > 1).length;
    // Four megabytes are scored every four seconds, in these ten.
    expect(ofLong).toBeGreaterThanOrEqual(2);
    expect(ofLong).toBeLessThanOrEqual(3);
    expect(scored.length - ofLong).toBeGreaterThan(35);
  });

  it('keep that pace when one score takes long', async () => {
    const visits = start();
    void visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    let finish = () => {};
    scoring = new Promise((resolve) => {
      finish = resolve;
    });
    for (let i = 0; i < 40; i += 1) {
      void visits.hear(TAB, readings(String(i)));
      await vi.advanceTimersByTimeAsync(25);
    }
    expect(scoredAt).toHaveLength(1);
    finish();
    await vi.advanceTimersByTimeAsync(1000);
    expect(scoredAt).toHaveLength(2);
    expect(scored.at(-1)?.posts).toHaveLength(40);
  });

  it('answer only when what was said is stored', async () => {
    const visits = start();
    await visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    expect(JSON.parse(stored.get(TAB) ?? '{}')).toMatchObject({ address, epoch: 1 });
    let kept = false;
    void visits.hear(TAB, readings('1')).then(() => {
      kept = true;
    });
    await vi.advanceTimersByTimeAsync(3);
    expect(kept).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    expect(kept).toBe(true);
    expect(JSON.parse(stored.get(TAB) ?? '{}').dossier.posts).toHaveLength(1);
  });

  it('go on where a background that died has left them', async () => {
    const first = start();
    await first.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    void first.hear(TAB, readings('1'));
    await vi.advanceTimersByTimeAsync(300);
    const second = start();
    void second.hear(TAB, readings('2'));
    await vi.advanceTimersByTimeAsync(300);
    expect(scored.at(-1)?.posts?.map(({ id }) => id)).toEqual(['1', '2']);
    expect(told.at(-1)?.epoch).toBe(1);
  });

  it('forget a tab whose score is still to come', async () => {
    const visits = start();
    await visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    const heard = visits.hear(TAB, readings('1'));
    await vi.advanceTimersByTimeAsync(5);
    await visits.forgetAll();
    await vi.advanceTimersByTimeAsync(1000);
    await heard;
    expect([stored.size, told.length]).toEqual([0, 0]);
  });

  it('wait for the rest of a burst, as long as it comes, and no longer', async () => {
    const visits = start();
    await visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    for (let i = 0; i < 12; i += 1) {
      void visits.hear(TAB, readings(String(i)));
      await vi.advanceTimersByTimeAsync(3);
    }
    expect(scored).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(5);
    expect(scored.map(({ posts }) => posts?.length)).toEqual([12]);
    for (let i = 0; i < 40; i += 1) {
      void visits.hear(TAB, readings(`more${i}`));
      await vi.advanceTimersByTimeAsync(3);
    }
    expect(scored.length).toBeGreaterThanOrEqual(2);
    expect(scored.length).toBeLessThanOrEqual(3);
  });

  it('score what was heard with what is still to be taken in', async () => {
    const visits = start();
    await visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    let read = () => {};
    const bytes = { text: () => new Promise<string>((resolve) => (read = () => resolve('{}'))) } as Blob;
    void visits.hear(TAB, readings('1'));
    const url = 'https://x.com/i/api/graphql/a/UserByScreenName';
    void visits.hear(TAB, { kind: 'text', epoch: 1, text: { via: 'response', url, page: address, bytes } });
    void visits.hear(TAB, readings('2'));
    await vi.advanceTimersByTimeAsync(30);
    expect(scored).toHaveLength(0);
    read();
    await vi.advanceTimersByTimeAsync(10);
    expect(scored.map(({ posts }) => posts?.length)).toEqual([2]);
  });

  it('tell the page before anything is written, and take in what it says meanwhile', async () => {
    const visits = start();
    await visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    void visits.hear(TAB, readings('1'));
    await vi.advanceTimersByTimeAsync(50);
    done = [];
    writing = () => new Promise((resolve) => setTimeout(resolve, 500));
    void visits.hear(TAB, { kind: 'looked', epoch: 1 });
    await vi.advanceTimersByTimeAsync(50);
    expect(done).toEqual(['told']);
    const kept = visits.hear(TAB, readings('2')).then(() => done.push('kept'));
    await vi.advanceTimersByTimeAsync(50);
    expect([done, scored.at(-1)?.posts?.length]).toEqual([['told', 'told'], 2]);
    await vi.advanceTimersByTimeAsync(3000);
    await kept;
    expect([done.at(-1), done.filter((what) => what === 'remembered').length]).toEqual(['kept', 2]);
  });

  it('forget a tab after what is being written of it, and begin it anew', async () => {
    const visits = start();
    writing = () => new Promise((resolve) => setTimeout(resolve, 500));
    void visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    void visits.hear(TAB, readings('1'));
    await vi.advanceTimersByTimeAsync(100);
    const forgotten = visits.forgetAll();
    void visits.hear(TAB, { kind: 'arrive', epoch: 2, address: `${address}2`, fresh: true });
    await vi.advanceTimersByTimeAsync(5000);
    await forgotten;
    expect(done.lastIndexOf('removed')).toBe(done.indexOf('removed'));
    expect(JSON.parse(stored.get(TAB) ?? '{}')).toMatchObject({ epoch: 2, address: `${address}2` });
  });

  it('write nothing of a tab that is forgotten as the page gets its answer', async () => {
    const visits = start();
    await visits.hear(TAB, { kind: 'arrive', epoch: 1, address, fresh: true });
    void visits.hear(TAB, { kind: 'looked', epoch: 1 });
    let forgotten: Promise<void> | undefined;
    whenTold = () => {
      forgotten = visits.forgetAll();
    };
    const heard = visits.hear(TAB, readings('1'));
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all([forgotten, heard]);
    expect([told.length, done.at(-1), stored.size]).toEqual([1, 'removed', 0]);
    expect(done).not.toContain('remembered');
  });
});
