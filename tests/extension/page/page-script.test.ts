// @vitest-environment happy-dom
/** What runs on a page, from its arrival to its end. A long file: one script with one life, and every step needs those before it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../../../extension/messages/channel';
import type { Answer, Arrived, FromPage } from '../../../extension/messages/messages';
import { followPage } from '../../../extension/page/page-script';
import { report } from '../views/reports';
import { background, browser, contentScript, moveQuietly, moveTo } from './fake-extension';
import { mounted, standing } from './fake-overlay';
import { hereOf } from './fake-platform';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-extension')).browser }));
vi.mock('../../../extension/overlay/overlay', async () => ({
  mountOverlay: (await import('./fake-overlay')).mountOverlay,
}));

const ORIGIN = 'https://www.instagram.com';
const now = '2026-11-20T09:00:00Z';
let script: ReturnType<typeof contentScript>;
/** What the background says of each arrival in turn; the last one again and again. */
let arrivals: (Partial<Arrived> | undefined)[];

beforeEach(() => {
  vi.useFakeTimers();
  background.reset();
  ended.mockReset();
  mounted.length = 0;
  arrivals = [{ now }];
  background.answer = (message: FromPage) => {
    if (message.kind === 'arrive') return arrivals.length > 1 ? arrivals.shift() : arrivals[0];
    return ['text', 'readings', 'looked'].includes(message.kind) ? { kept: true } : undefined;
  };
  moveTo(`${ORIGIN}/hollow.oven/`);
  document.body.innerHTML = '<b>12K</b><article id="1"></article><script type="application/json">{"a":1}</script>';
  script = contentScript();
});
afterEach(() => {
  script.invalidate();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Called when the observer takes itself out of the page. */
const ended = vi.fn();
/** A request of the page's that has its answer. */
const answered = (text: string) => Object.defineProperty(new XMLHttpRequest(), 'responseText', { value: text });

const pass = (ms = 30) => vi.advanceTimersByTimeAsync(ms);
/** Accounts are the first part of the path; a path of two is no account's. */
const start = async (ms?: number) => {
  followPage(script.ctx, (address) => {
    const handle = /^\/([\w.]+)\/$/.exec(new URL(address).pathname)?.[1];
    return handle === undefined ? null : hereOf(handle);
  });
  await pass(ms);
};
const go = async (path: string, ms?: number) => {
  moveTo(`${ORIGIN}${path}`);
  await pass(ms);
};
const kinds = () => background.heard.map(({ kind }) => kind);
const epoch = () => background.said('arrive').at(-1)!.epoch;
const answer = (more: Partial<Answer> = {}): Answer => ({ kind: 'answer', epoch: epoch(), ...more });
const reported = () => answer({ report: report('unusual') });

describe('at rest', () => {
  it('the script looks at its page a few times a minute, where nobody touches it and it changes nothing', async () => {
    await start();
    await background.say(reported());
    await pass(60_000);
    const begun = vi.spyOn(window, 'setTimeout');
    await pass(60_000);
    expect([standing().length, vi.getTimerCount()]).toEqual([1, 1]);
    expect(begun.mock.calls.length).toBeLessThanOrEqual(6);
  });

  it('finds an address that a page has changed without a word, with its next change before that is painted', async () => {
    await start();
    await pass(60_000);
    moveQuietly(`${ORIGIN}/other/`);
    document.body.append('words of the other');
    await pass(0);
    expect(background.said('arrive')).toHaveLength(2);
    await pass(60_000);
    moveQuietly(`${ORIGIN}/third/`);
    await pass(20_000);
    expect(background.said('arrive')).toHaveLength(3);
  });
});

describe('arriving', () => {
  it('tells the address, and once it is answered what stands in the document and on the page', async () => {
    document.documentElement.lang = 'pt';
    await start();
    expect(kinds()).toEqual(['arrive', 'text', 'readings']);
    expect(background.said('arrive')[0]).toMatchObject({
      address: `${ORIGIN}/hollow.oven/`,
      fresh: true,
      locale: 'pt',
    });
    expect(background.said('text')[0]!.text).toMatchObject({
      via: 'inline',
      url: `${ORIGIN}/hollow.oven/`,
      text: '{"a":1}',
    });
    expect(background.said('readings')[0]!.readings).toMatchObject([{ at: now, posts: [{ id: '1' }] }]);
    expect(new Set(background.heard.map((message) => message.epoch)).size).toBe(1);
  });

  it('asks a few times where nobody answers, then draws and says nothing', async () => {
    arrivals = [undefined];
    await start();
    expect(kinds()).toEqual(['arrive']);
    expect(standing()).toHaveLength(1);
    await pass(400);
    expect(kinds()).toEqual(['arrive', 'arrive']);
    await pass(800 + 1600);
    const asked = kinds().filter((kind) => kind === 'arrive');
    expect(asked).toHaveLength(4);
    expect(standing()).toHaveLength(0);
    await pass(10_000);
    expect(kinds().filter((kind) => kind !== 'looked')).toEqual(asked);
  });

  it('takes a background that dies for one that does not answer', async () => {
    arrivals = [{ now }];
    const live = background.answer;
    background.answer = () => Promise.reject(new Error('the port closed'));
    await start();
    background.answer = live;
    await pass(400);
    expect(kinds()).toEqual(['arrive', 'arrive', 'text', 'readings']);
  });

  it('is overtaken by the next address, which sends the document’s scripts under the address they speak of', async () => {
    arrivals = [undefined, { now }];
    await start();
    await go('/other/');
    await pass(1000);
    expect(background.said('arrive').map(({ address, fresh }) => [address, fresh])).toEqual([
      [`${ORIGIN}/hollow.oven/`, true],
      [`${ORIGIN}/other/`, false],
    ]);
    const [{ text, epoch: of }] = background.said('text') as [Extract<FromPage, { kind: 'text' }>];
    expect([text.url, of]).toEqual([`${ORIGIN}/hollow.oven/`, epoch()]);
  });

  it('holds what comes before its own answer, which alone counts, and reads the page only then', async () => {
    const { sayRequest, isWanted } = speak(document, ended);
    await start();
    const waiting: ((answer: Partial<Arrived>) => void)[] = [];
    const live = background.answer;
    background.answer = (message) =>
      message.kind === 'arrive' ? new Promise((resolve) => waiting.push(resolve)) : live(message);
    await go('/other/');
    await go('/third/');
    background.heard.length = 0;
    sayRequest(`${ORIGIN}/graphql/query`, `${ORIGIN}/third/`, answered('{}'));
    document.body.append(Object.assign(document.createElement('article'), { id: '9' }));
    await pass(600);
    waiting[0]!({ now: 'other', off: true });
    await pass();
    expect([background.heard, isWanted(`${ORIGIN}/graphql/query`)]).toEqual([[], true]);
    waiting[1]!({ now: 'third' });
    await pass();
    expect(kinds()).toEqual(['text', 'readings']);
    expect(background.said('readings')[0]!.readings).toMatchObject([{ at: 'third' }]);
  });

  it('at an address that is no account’s reads and draws nothing', async () => {
    await start();
    await go('/hollow.oven/p/1');
    background.heard.length = 0;
    await pass(7000);
    expect(kinds()).toEqual([]);
    expect(standing()).toHaveLength(0);
  });

  it('says after six seconds that nothing more has come, not of a page that was left', async () => {
    await start();
    await pass(5900);
    expect(kinds()).not.toContain('quiet');
    await pass(200);
    expect(background.said('quiet')).toEqual([{ kind: 'quiet', epoch: epoch() }]);
    await go('/other/');
    await pass(3000);
    await go('/third/');
    await pass(3100);
    expect(background.said('quiet')).toHaveLength(1);
  });

  it('tells that the person has looked at it, not at an account that was left before', async () => {
    await start();
    await pass(2100);
    expect(background.said('looked')).toEqual([{ kind: 'looked', epoch: epoch() }]);
    await go('/other/');
    await pass(1000);
    await go('/other/p/1');
    await pass(5000);
    expect(background.said('looked')).toHaveLength(1);
  });

  it('tells of the look once the background knows the page, however late that is', async () => {
    arrivals = [undefined, undefined, undefined, { now }];
    await start(100);
    await pass(60_000);
    expect(
      kinds()
        .filter((kind) => kind !== 'arrive')
        .slice(0, 3),
    ).toContain('looked');
    expect(kinds().lastIndexOf('arrive')).toBeLessThan(kinds().indexOf('looked'));
  });

  it('waits where the page is loaded ahead, until it is shown', async () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    await start(2000);
    expect(kinds()).toEqual([]);
    document.dispatchEvent(new Event('prerenderingchange'));
    await pass();
    expect(background.said('arrive')[0]!.fresh).toBe(true);
    Reflect.deleteProperty(document, 'prerendering');
  });
});

describe('a background that never answers', () => {
  const refused = { kind: 'refusal', refusal: { error: { code: 'internal', message: 'no answer' } } };

  it('is told of in the skeleton’s place after half a minute, until it answers', async () => {
    background.answer = () => new Promise(() => {});
    await start(29_000);
    expect(standing().map(({ states }) => states.at(-1)?.kind)).toEqual(['reading']);
    await pass(2000);
    expect(standing().map(({ states }) => states.at(-1))).toEqual([refused]);
    await background.say(reported());
    expect(standing()[0]!.states.at(-1)?.kind).toBe('report');
  });

  it('is told of where the header comes later than that, too', async () => {
    background.answer = () => new Promise(() => {});
    document.body.innerHTML = '';
    await start(31_000);
    expect(standing()).toEqual([]);
    document.body.innerHTML = '<b>12K</b>';
    await pass(1000);
    expect(standing().map(({ states }) => states.at(-1))).toEqual([refused]);
    await go('/other/', 1000);
    expect(standing().map(({ states }) => states.at(-1)?.kind)).toEqual(['reading']);
  });

  it('takes back no answer that stands, and says nothing of an address that was left', async () => {
    await start();
    await background.say(reported());
    await pass(31_000);
    expect(standing()[0]!.states.map(({ kind }) => kind)).not.toContain('refusal');
    background.answer = () => new Promise(() => {});
    await go('/other/', 29_000);
    await go('/another/', 5000);
    expect(standing().flatMap(({ states }) => states)).not.toContainEqual(refused);
  });
});

describe('reading the page', () => {
  it('says what is new, at a steady pace', async () => {
    await start();
    for (let id = 2; id < 12; id++) {
      document.body.append(Object.assign(document.createElement('article'), { id: String(id) }));
      await pass(100);
    }
    await pass(500);
    const counts = background.said('readings').map(({ readings }) => readings[0]!.posts!.length);
    expect(counts.length).toBeLessThanOrEqual(4);
    expect(counts.at(-1)).toBe(11);
    document.body.append(document.createElement('i'));
    await pass(600);
    expect(background.said('readings')).toHaveLength(counts.length);
  });

  it('draws the skeleton in the frame in which the count appears', async () => {
    document.body.innerHTML = '';
    await start();
    expect(standing()).toHaveLength(0);
    await pass(1000);
    document.body.innerHTML = '<b>12K</b>';
    await pass(5);
    expect(standing()).toHaveLength(1);
  });

  it('does not say once more what was not kept of an account that was left', async () => {
    const live = background.answer;
    background.answer = (message) => (message.kind === 'readings' ? { kept: false } : live(message));
    await start();
    const of = epoch();
    await go('/other/');
    await pass(1000);
    expect(background.said('readings').filter((said) => said.epoch === of)).toHaveLength(1);
  });

  it('does not tell the next account the posts that were left standing', async () => {
    await start();
    await go('/other/');
    document.body.append(Object.assign(document.createElement('article'), { id: '7' }));
    await pass(600);
    const last = background.said('readings').at(-1)!;
    expect([last.epoch, last.readings[0]!.posts]).toEqual([epoch(), [{ id: '7' }]]);
    // The document's scripts are sent once.
    expect(background.said('text')).toHaveLength(1);
  });

  it('knows as the last account’s also what appeared just before it was left', async () => {
    await start();
    document.body.append(Object.assign(document.createElement('article'), { id: '2' }));
    await pass(10);
    await go('/other/');
    await pass(600);
    const ofOther = background.said('readings').filter((said) => said.epoch === epoch());
    expect(ofOther.flatMap(({ readings }) => readings).flatMap(({ posts }) => posts ?? [])).toEqual([]);
  });

  it('waits for the document to be there', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    await start();
    expect(kinds()).toEqual(['arrive']);
    state.mockReturnValue('interactive');
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await pass();
    expect(kinds().sort()).toEqual(['arrive', 'readings', 'text']);
  });
});

describe('what the page received', () => {
  const response = (path = '/graphql/query') => ({
    url: `${ORIGIN}${path}`,
    page: `${ORIGIN}/hollow.oven/`,
    text: '{}',
  });
  const responses = () => background.said('text').filter(({ text }) => text.via === 'response');

  it('goes out with its addresses, what came before the answer too; not what no reader reads', async () => {
    const { say, sayRequest, isWanted } = speak(document, ended);
    const { url, page, text } = response();
    const starting = start(0);
    expect([isWanted(url), isWanted(`${ORIGIN}/logging`)]).toEqual([true, false]);
    sayRequest(url, page, answered(text));
    await starting;
    say(`${url}?second`, text);
    say(`${ORIGIN}/logging`, text);
    await pass();
    expect(responses().map(({ text }) => text)).toEqual([
      { via: 'response', ...response() },
      { via: 'response', ...response('/graphql/query?second') },
    ]);
  });

  it('is neither heard nor read where the site is switched off, and read again when it is on', async () => {
    arrivals = [{ now, off: true }, { now }];
    const { say, isWanted } = speak(document, ended);
    const { url, text } = response();
    await start();
    say(url, text);
    await pass(7000);
    expect([kinds(), standing(), isWanted(url)]).toEqual([['arrive'], [], false]);
    await background.say({ kind: 'again' });
    await pass();
    expect(isWanted(url)).toBe(true);
    expect(ended).not.toHaveBeenCalled();
    // The page is read anew, its inline scripts too.
    expect(kinds()).toEqual(['arrive', 'arrive', 'text', 'readings']);
    await background.say({ kind: 'again' });
    await pass();
    expect(background.said('arrive').map(({ fresh }) => fresh)).toEqual([true, true, false]);
  });
});

describe('an answer', () => {
  it('is shown, and told how long it took since the last datum', async () => {
    await start();
    await pass(200);
    await background.say(reported());
    expect(standing()[0]!.states.at(-1)).toMatchObject({ kind: 'report' });
    await pass(20);
    const [{ took }] = background.said('drawn') as [Extract<FromPage, { kind: 'drawn' }>];
    expect(took).toBeGreaterThan(150);
    expect(took).toBeLessThan(300);
  });

  it.each([
    ['of an address that was left', { epoch: 1 }, 'plumb'],
    ['of another extension', {}, 'other'],
  ])('%s is not shown', async (_, more, sender) => {
    await start();
    await background.say({ ...reported(), ...more }, sender);
    expect(standing()[0]!.states).toEqual([{ kind: 'reading' }]);
  });

  it('that the page is no account’s takes everything back', async () => {
    await start();
    await background.say(answer({ refusal: { error: { code: 'not_a_profile', message: '' } } }));
    await pass();
    expect(standing()).toHaveLength(0);
    expect(kinds()).not.toContain('drawn');
  });
});

describe('what it is asked', () => {
  it('where it is', async () => {
    await start();
    expect(await background.say({ kind: 'where' })).toEqual({
      epoch: epoch(),
      off: false,
      unseen: undefined,
      platform: 'instagram',
    });
    standing()[0]!.options.onGone!();
    expect(await background.say({ kind: 'where' })).toMatchObject({ unseen: 'removed' });
    expect(await background.say({ kind: 'where' }, 'other')).toBeUndefined();
  });

  it('to open the card', async () => {
    await start();
    await background.say({ kind: 'toggle_card' });
    expect(standing()[0]!.toggles).toBe(1);
  });

  it('what stands on the page, and what it got, where the person has asked for it', async () => {
    arrivals = [{ now, record: true }];
    const { sayRequest } = speak(document, ended);
    await start();
    sayRequest(`${ORIGIN}/graphql/query`, `${ORIGIN}/hollow.oven/`, answered('{"b":2}'));
    const parts = JSON.parse((await background.say({ kind: 'report_page' })) as string);
    expect(parts).toMatchObject({
      address: `${ORIGIN}/hollow.oven/`,
      now,
      version: '9.8.7',
      place: { kind: 'profile' },
    });
    expect(parts.tree[0]).toBe('html');
    expect(parts.responses.map(({ url }: { url: string }) => url)).toEqual([`${ORIGIN}/graphql/query`]);
    await go('/hollow.oven/p/1');
    expect(await background.say({ kind: 'report_page' })).toBeUndefined();
  });

  it('to stop: what was deleted is not told again, until the page goes elsewhere', async () => {
    await start();
    background.heard.length = 0;
    await background.say({ kind: 'stop' });
    await background.say({ kind: 'again' });
    document.body.append(Object.assign(document.createElement('article'), { id: '2' }));
    await pass(7000);
    expect([kinds(), standing()]).toEqual([[], []]);
    await go('/other/');
    await background.say({ kind: 'again' });
    await pass();
    expect(background.said('arrive')).toHaveLength(2);
  });

  it('by the overlay: the report, the way to report the page, and that the page has removed it', async () => {
    await start();
    const { onOpenReport, onReportPage, onGone } = standing()[0]!.options;
    background.heard.length = 0;
    onOpenReport!();
    onReportPage!();
    onGone!();
    expect(background.heard).toEqual([
      { kind: 'open_report', epoch: expect.any(Number) },
      { kind: 'open_page_report', epoch: expect.any(Number) },
      { kind: 'unseen', epoch: expect.any(Number), how: 'removed' },
    ]);
  });
});

describe('the page’s life', () => {
  const shown = (persisted: boolean) =>
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }) as PageTransitionEvent);

  it('taken back from the store of left pages, arrives anew and keeps what stands until the next answer', async () => {
    await start();
    await background.say(reported());
    shown(false);
    await pass();
    expect(background.said('arrive')).toHaveLength(1);
    shown(true);
    await pass();
    expect(background.said('arrive').map(({ fresh }) => fresh)).toEqual([true, true]);
    expect(mounted).toHaveLength(1);
    expect(mounted[0]!.removed).toBe(false);
  });

  it('finds within a second that the extension is gone: nothing tells it', async () => {
    speak(document, ended);
    await start();
    await background.say(reported());
    browser.runtime.id = undefined as never;
    await pass(1100);
    expect(ended).toHaveBeenCalledOnce();
    expect(standing()).toEqual([]);
  });

  it('falls silent when the extension is gone, and leaves nothing', async () => {
    const { sayRequest } = speak(document, ended);
    await start();
    expect(ended).not.toHaveBeenCalled();
    script.invalidate();
    expect(ended).toHaveBeenCalledOnce();
    expect(standing()).toEqual([]);
    background.heard.length = 0;
    sayRequest(`${ORIGIN}/graphql/query`, `${ORIGIN}/hollow.oven/`, answered('{}'));
    document.body.append(Object.assign(document.createElement('article'), { id: '2' }));
    await go('/other/');
    expect(standing()).toEqual([]);
    shown(true);
    await pass(7000);
    expect([background.heard, standing()]).toEqual([[], []]);
  });
});
