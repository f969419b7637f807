/**
 * Lists of invented creators, put where the extension keeps its lists. Their reports are invented, too (those of the unit
 * tests): what a list adds up and compares is held against figures that no change of the model moves.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

const LIST = '00000000-0000-4000-8000-000000000001';
const DAY = 86_400_000;
const invented = (name: string) =>
  readFileSync(new URL(`../../extension/views/invented/${name}.json`, import.meta.url), 'utf8');
const timeText = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** What of a report is kept with a creator. */
const KEPT =
  'schema model snapshotHash followers position fresh views verdict checks engagement audience growth cautions questions explanations'.split(
    ' ',
  );

function summary(name: string, at: number, visit = 'aaaaaaaa', change: object = {}): object {
  const report = { ...JSON.parse(invented(name)), ...change };
  const { narrow: _, ...read } = report.read;
  return {
    ...Object.fromEntries(KEPT.filter((key) => key in report).map((key) => [key, report[key]])),
    explanations: report.explanations.map(({ id }: { id: string }) => id).slice(0, 5),
    questions: report.questions.slice(0, 5),
    snapshotHash: /^[0-9a-f]{64}$/.test(report.snapshotHash)
      ? report.snapshotHash
      : visit.charCodeAt(0).toString(16).padStart(2, '0').repeat(32),
    capturedAt: timeText(at),
    visit,
    read,
    signals: [],
    languages: [],
  };
}

export interface ListFixture {
  lists: object[];
  creators: { key: string; platform: string; host: string; handle: string; earlier: object[] }[];
  entries: { list: string; creator: string }[];
  current: string;
}

interface Person {
  report?: string;
  platform: string;
  handle: string;
  name?: string;
  days?: number;
  entry?: object;
  /** The report of the time when they were hired. */
  hiredAs?: object;
}

const eur = (amount: number, unit = 'post', count = 1) => ({ fee: { amount, currency: 'EUR', unit, count } });

const people: readonly Person[] = [
  {
    report: 'consistent',
    platform: 'tiktok',
    handle: 'noorhaddad',
    name: 'Noor Haddad',
    days: 2,
    entry: {
      ...eur(1400, 'video'),
      status: 'shortlisted',
      reason: 'Our only short-video pick.',
      decidedBy: 'Ines Okafor',
      tags: ['winter'],
    },
  },
  {
    report: 'mixed',
    platform: 'x',
    handle: 'marlovance',
    name: 'Marlo Vance',
    days: 4,
    entry: { ...eur(300), status: 'review', note: 'Asked on 20 Nov, no answer yet; manager is Rui.' },
  },
  {
    report: 'unusual',
    platform: 'instagram',
    handle: 'talia.brews',
    name: 'Talia Brandt',
    days: 0,
    entry: { ...eur(1800, 'reel'), status: 'review', reason: 'Comments need an answer.', decidedBy: 'Ines Okafor' },
  },
  {
    report: 'views-only',
    platform: 'youtube',
    handle: 'kettleandclay',
    name: 'Kettle & Clay',
    days: 40,
    entry: { ...eur(65_000, 'video'), status: 'rejected', reason: 'Far above the budget.', decidedBy: 'Jonas' },
  },
  {
    report: 'not-enough',
    platform: 'instagram',
    handle: 'studio.halde',
    name: 'Studio Halde',
    days: 3,
    entry: { ...eur(120), note: 'Local, friend of the house.' },
  },
  { report: 'consistent', platform: 'tiktok', handle: 'joonbakes', name: 'جون بارك', days: 6 },
  { platform: 'instagram', handle: 'miro.bakes' },
];

const uuid = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;

/** @param now ms: the ages of the readings are counted from it */
export function winterRoast(now: number): ListFixture {
  return {
    lists: [
      {
        id: LIST,
        name: 'Winter roast',
        created: timeText(now - 9 * DAY),
        rivals: [],
        words: [],
        budget: { amount: 8000, currency: 'EUR' },
      },
    ],
    current: LIST,
    creators: people.map(({ report, platform, handle, name, days = 0 }, index) => ({
      key: uuid(index),
      platform,
      host: '',
      handle,
      url: `https://${platform}.example/${handle}`,
      ...(name && { name }),
      added: timeText(now - 9 * DAY + index * 1000),
      earlier: [],
      ...(report && { summary: summary(report, now - days * DAY) }),
    })),
    entries: people.map(({ entry }, index) => ({
      list: LIST,
      creator: uuid(index),
      added: timeText(now - 9 * DAY + index * 1000),
      status: 'new',
      reason: '',
      decidedBy: '',
      tags: [],
      note: '',
      decisions: [],
      ...entry,
    })),
  };
}

/** So many creators, each with so many earlier readings. */
export function longList(now: number, creators: number, readings: number): ListFixture {
  const list = winterRoast(now);
  const [first, entry] = [list.creators[0], list.entries[0]];
  const earlier = Array.from({ length: readings }, (_, index) => ({
    at: timeText(now - (readings - index + 1) * DAY),
    visit: String(index).padStart(8, '0'),
    hash: '0'.repeat(16),
    verdict: 'clear',
    checks: 'ffwnn-',
    followers: { low: 96_000 + index, high: 96_099 + index },
    rate: 0.0437,
    engagements: 4210,
    views: 46_200,
  }));
  const each = Array.from({ length: creators }, (_, index) => index);
  return {
    ...list,
    creators: each.map((index) => ({
      ...first,
      key: uuid(index),
      handle: `creator${index}`,
      name: `Creator ${index}`,
      earlier,
    })) as ListFixture['creators'],
    entries: each.map((index) => ({
      ...entry,
      creator: uuid(index),
      ...eur(100 + ((index * 7919) % 5000)),
    })) as ListFixture['entries'],
  };
}

/** Puts the lists in place of all that is kept. @param page one of our own that has opened the database */
export async function putLists(page: Page, fixture: ListFixture): Promise<void> {
  await page.evaluate(async (text) => {
    const { lists, creators, entries, current } = JSON.parse(text) as ListFixture;
    const waited = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await waited(indexedDB.open('plumb'));
    const step = database.transaction(['lists', 'creators', 'entries', 'single'], 'readwrite');
    for (const name of ['lists', 'creators', 'entries', 'single']) step.objectStore(name).clear();
    for (const one of lists) step.objectStore('lists').put(one);
    for (const creator of creators) {
      const { earlier, ...itself } = creator;
      const { key, platform, host } = creator;
      const handle = creator.handle.toLowerCase();
      const account = [platform, host, 'handle', handle];
      step.objectStore('creators').put({ key, account, handle, creator: itself, earlier: JSON.stringify(earlier) });
    }
    for (const one of entries) step.objectStore('entries').put(one);
    step.objectStore('single').put(current, 'current');
    await new Promise((resolve, reject) => {
      step.oncomplete = resolve;
      step.onabort = () => reject(step.error);
    });
    database.close();
    // As the extension tells its pages.
    new BroadcastChannel('shortlists').postMessage(null);
  }, JSON.stringify(fixture));
}
