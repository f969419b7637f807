import { beforeEach, describe, expect, it } from 'vitest';
import type { Peer, Snapshot } from '../../../extension/.generated/snapshot';
import { emptyVisit, judge, take, type VisitDoors, type VisitState } from '../../../extension/dossier/visit';
import { placeAt, platformAt } from '../../../extension/platforms/registry';
import type { Reading } from '../../../extension/reading/reading';

const profile = 'https://x.com/ada_tests';
const status = 'https://x.com/ada_tests/status/1900000000000000001';

let now: string;
let scored: Snapshot[];
let remembered: Snapshot[];
let visit: VisitState;

const doors: VisitDoors = {
  placeAt,
  platformAt,
  now: async () => now,
  async score(text) {
    scored.push(JSON.parse(text));
    return JSON.stringify({ signals: [] });
  },
  history: async () => ({ readings: [], damaged: false }),
  peers: async () => [],
  remember: async (snapshot) => void remembered.push(snapshot),
};

const header = (handle: string, followers: number): Reading => ({
  platform: 'x',
  subject: { handle, id: `id-${handle}` },
  via: 'response',
  at: now,
  profile: { followers },
});

const thread: Reading = {
  platform: 'x',
  subject: { handle: 'ada_tests', id: 'id-ada_tests' },
  via: 'response',
  at: '2026-11-22T10:00:00Z',
  posts: [{ id: '1900000000000000001', likes: 40 }],
  comments: [{ id: 'c1', postId: '1900000000000000001', author: 'bob', text: 'where was this taken?' }],
};

async function arrive(address: string, fresh = false): Promise<void> {
  await take(visit, { kind: 'arrive', epoch: visit.epoch + 1, address, fresh }, doors);
}

async function read(...readings: Reading[]): Promise<void> {
  await take(visit, { kind: 'readings', epoch: visit.epoch, readings }, doors);
  await judge(visit, doors);
}

describe('a visit', () => {
  beforeEach(() => {
    now = '2026-11-22T10:00:00Z';
    scored = [];
    remembered = [];
    visit = emptyVisit();
  });

  it('brings what an opened post showed to the profile around it', async () => {
    await arrive(profile, true);
    await read(header('ada_tests', 1000));
    await arrive(status);
    await read(thread);
    expect(scored.at(-1)?.comments).toHaveLength(1);
    await arrive(profile);
    await read(header('ada_tests', 1000));
    const last = scored.at(-1);
    expect(last?.profile.followers).toBe(1000);
    expect(last?.comments?.map(({ id }) => id)).toEqual(['c1']);
    expect(last?.posts?.map(({ likes }) => likes)).toEqual([40]);
  });

  it('lets a page of one post stand for itself', async () => {
    await arrive(profile, true);
    await read(header('ada_tests', 1000), { ...thread, comments: [], posts: [{ id: '7', likes: 1 }] });
    await arrive(status);
    await read(thread);
    expect(scored.at(-1)?.posts?.map(({ id }) => id)).toEqual(['1900000000000000001']);
  });

  it('takes nothing from another account, nor from long ago', async () => {
    await arrive(status, true);
    await read(thread);
    await arrive('https://x.com/somebody_else');
    await read(header('somebody_else', 5));
    expect(scored.at(-1)?.comments ?? []).toEqual([]);
    now = '2026-11-22T11:00:00Z';
    await arrive(profile);
    await read(header('ada_tests', 1000));
    expect(scored.at(-1)?.comments ?? []).toEqual([]);
  });

  it('keeps what was heard of the next profile before the address changed', async () => {
    await arrive(profile, true);
    await read(header('ada_tests', 1000));
    const early = header('somebody_else', 5);
    await read(early);
    expect(scored.at(-1)?.profile.handle).toBe('ada_tests');
    await arrive('https://x.com/somebody_else');
    await judge(visit, doors);
    expect(scored.at(-1)?.profile).toMatchObject({ handle: 'somebody_else', followers: 5 });
  });

  it('refuses a page that says nothing only after it was waited for', async () => {
    await arrive(profile, true);
    expect(await judge(visit, doors)).toBeNull();
    expect(visit.report).toBeNull();
    await take(visit, { kind: 'quiet', epoch: visit.epoch - 1 }, doors);
    expect(await judge(visit, doors)).toBeNull();
    expect(await take(visit, { kind: 'quiet', epoch: visit.epoch }, doors)).toBe(true);
    expect((await judge(visit, doors))?.refusal?.error.code).toBe('not_readable');
    await arrive('https://x.com/someone_else', true);
    expect(await judge(visit, doors)).toBeNull();
  });

  it('says that a reader found nothing only once the page has been quiet for a while', async () => {
    await arrive(profile, true);
    await take(visit, { kind: 'readings', epoch: visit.epoch, readings: [header('ada_tests', 1000)] }, doors);
    const lacks = async () => (await judge(visit, doors))?.missing?.find(({ field }) => field === 'posts')?.why;
    expect(await lacks()).toBeUndefined();
    expect(await take(visit, { kind: 'quiet', epoch: visit.epoch }, doors)).toBe(true);
    expect(await lacks()).toBe('not_read');
    // Told once: the page's silence is no news a second time.
    expect(await take(visit, { kind: 'quiet', epoch: visit.epoch }, doors)).toBe(false);
  });

  it('says that its lists were cut where the page said more than could be passed on', async () => {
    await arrive(profile, true);
    await read({ ...header('ada_tests', 1000), posts: [{ id: '1' }] });
    const cut = async () => {
      await judge(visit, doors);
      return scored
        .at(-1)
        ?.missing?.filter(({ why }) => why === 'cut')
        .map(({ field }) => field);
    };
    expect(await cut()).toEqual([]);
    expect(await take(visit, { kind: 'dropped', epoch: visit.epoch - 1 }, doors)).toBe(false);
    expect(await take(visit, { kind: 'dropped', epoch: visit.epoch }, doors)).toBe(true);
    expect(await cut()).toEqual(['posts']);
    expect(await take(visit, { kind: 'dropped', epoch: visit.epoch }, doors)).toBe(false);
    // Another account's page begins anew.
    await arrive('https://x.com/someone_else', true);
    await read(header('someone_else', 5));
    expect(await cut()).toEqual([]);
  });

  it('refuses a page that shows no account, and remembers nothing of it', async () => {
    await arrive('https://x.com/explore', true);
    const answer = await judge(visit, doors);
    expect(answer?.refusal?.error.code).toBe('not_a_profile');
    expect([scored, remembered]).toEqual([[], []]);
  });

  it('is remembered only when the person has looked at it for a while, and each address anew', async () => {
    const look = () => take(visit, { kind: 'looked', epoch: visit.epoch }, doors);
    await arrive(profile, true);
    await read(header('ada_tests', 1000));
    expect(remembered).toEqual([]);
    expect(await look()).toBe(true);
    await judge(visit, doors);
    expect(remembered).toHaveLength(1);
    // Told again, or by an address that was left, it is nothing new.
    expect(await look()).toBe(false);
    expect(await take(visit, { kind: 'looked', epoch: visit.epoch - 1 }, doors)).toBe(false);
    await arrive('https://x.com/bob_tests');
    await read(header('bob_tests', 5));
    expect(remembered).toHaveLength(1);
  });

  it('says for its whole length that what was kept of earlier visits was damaged', async () => {
    const answers = [true];
    const once = { ...doors, history: async () => ({ readings: [], damaged: answers.pop() === true }) };
    await arrive(profile, true);
    await take(visit, { kind: 'readings', epoch: visit.epoch, readings: [header('ada_tests', 1000)] }, once);
    const told = { field: 'history', why: 'not_read' };
    for (let score = 0; score < 2; score += 1) {
      await judge(visit, once);
      expect(scored.at(-1)?.missing).toContainEqual(told);
    }
    await arrive(`${profile}/media`, true);
    await take(visit, { kind: 'readings', epoch: visit.epoch, readings: [header('ada_tests', 1000)] }, once);
    await judge(visit, once);
    expect(scored.at(-1)?.missing).not.toContainEqual(told);
  });

  it('leaves out a reading of another form, and goes on', async () => {
    await arrive(profile, true);
    await read({ platform: 'x', subject: null, profile: 3 } as unknown as Reading, header('ada_tests', 1000));
    expect(scored.at(-1)?.profile.followers).toBe(1000);
  });

  it('hears nothing from an epoch that is over', async () => {
    await arrive(profile, true);
    expect(
      await take(visit, { kind: 'readings', epoch: visit.epoch - 1, readings: [header('ada_tests', 1)] }, doors),
    ).toBe(false);
  });

  it('takes nothing from another channel where the address names none', async () => {
    const channel = (letter: string) => `UC${letter.repeat(22)}`;
    const youtube = (letter: string, followers: number): Reading => ({
      platform: 'youtube',
      subject: { id: channel(letter), handle: `channel${letter}` },
      via: 'response',
      at: now,
      profile: { followers },
      posts: [{ id: `video_____${letter}`, views: followers }],
    });
    await arrive(`https://www.youtube.com/channel/${channel('a')}`, true);
    await read(youtube('a', 1), youtube('b', 2));
    expect(scored.at(-1)?.profile.followers).toBe(1);
    await arrive('https://www.youtube.com/c/gamma');
    await judge(visit, doors);
    expect(visit.snapshot).toBeNull();
    await read(youtube('c', 3));
    expect(scored.at(-1)?.profile).toMatchObject({ handle: 'channelc', followers: 3 });
    expect(scored.at(-1)?.posts).toHaveLength(1);
    await arrive('https://www.youtube.com/c/delta');
    await judge(visit, doors);
    expect(visit.snapshot).toBeNull();
  });

  it('takes nothing from a host that calls its account the same', async () => {
    const said = (followers: number): Reading => ({
      platform: 'mastodon',
      subject: { handle: 'ada@social.example' },
      via: 'response',
      at: now,
      profile: { followers },
      posts: [{ id: `11000000000000${followers}`, likes: followers }],
    });
    await arrive('https://hostile.example/@ada@social.example', true);
    await read(said(1_000_000));
    await arrive('https://social.example/@ada', true);
    await read(said(5));
    expect(scored.at(-1)?.profile.followers).toBe(5);
    expect(scored.at(-1)?.posts).toHaveLength(1);
  });

  it('takes nothing that another document has asked for', async () => {
    await arrive('https://x.com/home', true);
    await read(header('ada_tests', 1000));
    await arrive(profile, true);
    expect(await judge(visit, doors)).toBeNull();
  });
});

describe('peers from other visits', () => {
  const answer = (more: object) =>
    JSON.stringify({ signals: [], followers: 1000, engagement: { perPost: {} }, ...more });
  const judged = async (first: object, peers: Peer[]) => {
    const texts: string[] = [];
    const score = async (text: string) => {
      texts.push(text);
      return answer(first);
    };
    await arrive(profile, true);
    await take(visit, { kind: 'readings', epoch: visit.epoch, readings: [header('ada_tests', 1000)] }, doors);
    await judge(visit, { ...doors, peers: async () => peers, score });
    return { texts, kept: visit.snapshot };
  };

  it('are asked for where nobody published figures, and then stand in what is judged and kept', async () => {
    const peers = [{ followers: 900, perPost: 10 }];
    const { texts, kept } = await judged({}, peers);
    expect(texts.map((text) => JSON.parse(text).peers)).toEqual([undefined, peers]);
    expect(kept).toBe(texts[1]);
  });

  it('are left out where a place is told already, where there is nothing to compare, and where there are none', async () => {
    const peers = [{ followers: 900, perPost: 10 }];
    for (const first of [{ position: { whose: 'published' } }, { followers: undefined }, { engagement: undefined }])
      expect((await judged(first, peers)).texts).toHaveLength(1);
    expect((await judged({}, [])).texts).toHaveLength(1);
  });
});
