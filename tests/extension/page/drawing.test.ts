// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Arrived } from '../../../extension/messages/messages';
import { type Drawing, makeDrawing } from '../../../extension/page/drawing';
import { defaultSettings } from '../../../extension/settings/settings';
import { messages, report } from '../views/reports';
import { moveTo } from './fake-extension';
import { mounted, standing } from './fake-overlay';
import { anchor, hereOf } from './fake-platform';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-extension')).browser }));
vi.mock('../../../extension/overlay/overlay', async () => ({
  mountOverlay: (await import('./fake-overlay')).mountOverlay,
}));

let drawing: Drawing;
let tasks: (() => unknown)[];
const onUnseen = vi.fn();
const now = '2026-11-20T09:00:00Z';
const arrived = (more: Partial<Arrived> = {}): Arrived => ({ now, ...more });
const answer = (more: Partial<Answer> = {}): Answer => ({ kind: 'answer', epoch: 1, ...more });

beforeEach(() => {
  vi.useFakeTimers();
  anchor.mockClear();
  onUnseen.mockClear();
  mounted.length = 0;
  tasks = [];
  moveTo('https://www.instagram.com/hollow.oven/');
  document.body.innerHTML = '<b>12K</b>';
  drawing = makeDrawing({
    later: (task) => tasks.push(task),
    onOpenReport() {},
    onReportPage() {},
    onStar: async (on) => ({ on, turn: 3, note: 'pressed' }),
    onHost() {},
    onUnseen,
  });
});
afterEach(() => {
  drawing.move(null, false);
  vi.useRealTimers();
});

const aFrame = () => vi.advanceTimersByTimeAsync(20);
/** Runs the tasks that get the words ready, and the frame that waits for them. */
const ready = async () => {
  for (const task of tasks.splice(0)) task();
  await aFrame();
};
/** A page whose skeleton stands. */
const drawn = async () => {
  drawing.prepare(defaultSettings);
  drawing.move(hereOf('hollow.oven'), false);
  await ready();
  return standing()[0]!;
};

describe('the skeleton', () => {
  it('stands as soon as the person’s choice, the words and the count are known, whichever comes last', async () => {
    drawing.move(hereOf(), false);
    await ready();
    expect(mounted).toHaveLength(0);
    drawing.prepare(defaultSettings);
    expect(standing().map(({ states }) => states)).toEqual([[{ kind: 'reading' }]]);

    drawing.move(null, false);
    document.body.innerHTML = '';
    drawing.move(hereOf(), false);
    await aFrame();
    expect(standing()).toHaveLength(0);
    document.body.innerHTML = '<b>12K</b>';
    drawing.look();
    expect(standing()).toHaveLength(1);
  });

  it('has its words made ahead of it, each step in a task of its own', async () => {
    drawing.prepare(defaultSettings);
    drawing.move(hereOf(), false);
    expect(tasks).toHaveLength(5);
    const [last] = tasks.splice(4);
    await ready();
    expect(mounted).toHaveLength(0);
    last!();
    expect(mounted).toHaveLength(1);
    drawing.move(hereOf(), false);
    expect(tasks).toHaveLength(0);
  });

  it('looks for the count at most twice a frame, however often the page changes', async () => {
    document.body.innerHTML = '';
    drawing.prepare(defaultSettings);
    drawing.move(hereOf(), false);
    await ready();
    await aFrame();
    anchor.mockClear();
    for (let change = 0; change < 30; change++) drawing.look();
    expect(anchor).toHaveBeenCalledTimes(1);
    await aFrame();
    expect(anchor).toHaveBeenCalledTimes(2);
    drawing.lookNextFrame();
    expect(anchor).toHaveBeenCalledTimes(2);
    document.body.innerHTML = '<b>12K</b>';
    await aFrame();
    expect(standing()).toHaveLength(1);
  });

  it.each([
    ['the site is switched off', { off: ['instagram' as const] }],
    ['a language was chosen, whose words are not there yet', { language: 'de' as const }],
  ])('waits for the background where %s', async (_, chosen) => {
    drawing.prepare({ ...defaultSettings, ...chosen });
    drawing.move(hereOf(), false);
    await ready();
    expect(mounted).toHaveLength(0);
    drawing.settle(arrived());
    drawing.look();
    expect(mounted).toHaveLength(1);
  });

  it('heeds what is stored only until the background has told', async () => {
    drawing.settle(arrived({ off: true }));
    drawing.prepare(defaultSettings);
    drawing.move(hereOf(), false);
    await ready();
    expect(mounted).toHaveLength(0);
  });

  it('goes where nobody answers, and comes not back by itself', async () => {
    const skeleton = await drawn();
    drawing.wait();
    drawing.look();
    expect(skeleton.removed).toBe(true);
    expect(mounted).toHaveLength(1);
  });
});

describe('what the person has chosen', () => {
  it('draws anew what would stand otherwise, and leaves what would not', async () => {
    const skeleton = await drawn();
    drawing.settle(arrived());
    expect(skeleton.removed).toBe(false);
    expect(skeleton.options.badgeOnly).toBe(false);
    drawing.settle(arrived({ badgeOnly: true }));
    drawing.look();
    expect(skeleton.removed).toBe(true);
    expect(standing()[0]!.options.badgeOnly).toBe(true);
    drawing.settle(arrived({ badgeOnly: true, messages: messages('de') }));
    drawing.look();
    expect(standing()[0]!.options.words.locale).toBe('de');
    expect(mounted).toHaveLength(3);
  });
});

describe('the person’s own mark', () => {
  it('comes with what is stored, then with what the background tells, and draws nothing anew', async () => {
    drawing.prepare({ ...defaultSettings, mark: '🐢' });
    drawing.move(hereOf(), false);
    await ready();
    const [skeleton] = standing();
    expect(skeleton!.options.mark?.()).toBe('🐢');
    drawing.settle(arrived({ mark: '🦊' }));
    expect(skeleton!.removed).toBe(false);
    expect(skeleton!.options.mark?.()).toBe('🦊');
  });
});

describe('an answer', () => {
  it('is shown in what stands, or drawn where the page shows no count', async () => {
    const skeleton = await drawn();
    drawing.show(answer({ report: report('unusual'), missing: [{ field: 'people', why: 'login' }] as never }));
    expect(skeleton.states.at(-1)).toEqual({
      kind: 'report',
      report: report('unusual'),
      missing: [{ field: 'people', why: 'login' }],
    });
    drawing.move(null, false);
    document.body.innerHTML = '';
    drawing.move(hereOf(), false);
    const refusal = { error: { code: 'not_readable' as const, message: '' } };
    drawing.show(answer({ refusal }));
    expect(standing()[0]!.states).toEqual([{ kind: 'reading' }, { kind: 'refusal', refusal }]);
  });

  it('is not shown where no account is', () => {
    drawing.show(answer({ report: report('unusual') }));
    expect(mounted).toHaveLength(0);
  });

  it('stays where nobody answers any more', async () => {
    const skeleton = await drawn();
    drawing.show(answer({ report: report('unusual') }));
    drawing.wait();
    expect(skeleton.removed).toBe(false);
  });

  it('tells the anchor whose header it is, where the address did not', async () => {
    drawing.prepare(defaultSettings);
    drawing.move(hereOf(), false);
    await ready();
    const { options } = standing()[0]!;
    options.anchor();
    expect(anchor.mock.lastCall![1].handle).toBeUndefined();
    drawing.show(answer({ report: { ...report('unusual'), handle: 'hollow.oven' } }));
    options.anchor();
    expect(anchor.mock.lastCall![1].handle).toBe('hollow.oven');
  });
});

describe('going on', () => {
  it('removes what stands at another address, not what is kept', async () => {
    const first = await drawn();
    drawing.move(hereOf('other'), true);
    expect(first.removed).toBe(false);
    drawing.move(hereOf('other'), false);
    expect(first.removed).toBe(true);
    expect(standing()).toHaveLength(1);
  });

  it('opens and closes the card of what stands', async () => {
    drawing.toggle();
    const skeleton = await drawn();
    drawing.toggle();
    expect(skeleton.toggles).toBe(1);
  });

  it('knows that the page has removed it for good, until the next address', async () => {
    (await drawn()).options.onGone!();
    expect(onUnseen.mock.calls).toEqual([['removed']]);
    expect(drawing.unseen).toBe('removed');
    drawing.look();
    expect(mounted).toHaveLength(1);
    drawing.move(hereOf('other'), false);
    expect(drawing.unseen).toBeUndefined();
  });

  it('gives up on a document that removes it at each address, and says so at the next ones', async () => {
    const first = await drawn();
    first.options.onGone!();
    for (const handle of ['b', 'c']) {
      drawing.move(hereOf(handle), false);
      await aFrame();
      standing().at(-1)!.options.onGone!();
    }
    onUnseen.mockClear();
    const before = mounted.length;
    drawing.move(hereOf('d'), false);
    await aFrame();
    drawing.show(answer({ report: report('unusual') }));
    expect(mounted).toHaveLength(before);
    expect([drawing.unseen, onUnseen.mock.calls]).toEqual(['removed', [['removed']]]);
  });

  it('knows while the page hides it', async () => {
    const { onHidden } = (await drawn()).options;
    onHidden!(true);
    expect(drawing.unseen).toBe('hidden');
    onHidden!(false);
    expect(drawing.unseen).toBeUndefined();
    expect(onUnseen.mock.calls).toEqual([['hidden'], [undefined]]);
  });
});

describe('the star', () => {
  it('stands as the newest look at the list found it, in whatever order looks and presses are heard of', async () => {
    const overlay = await drawn();
    drawing.star({ on: false, turn: 1, note: 'Hired' });
    expect(await overlay.options.onStar?.(true)).toMatchObject({ on: true, note: 'pressed' });
    drawing.star({ on: false, turn: 2 });
    expect(overlay.stars.at(-1)).toEqual({ on: true, turn: 3, note: 'Hired' });
    drawing.star({ on: false, turn: 4 });
    expect(overlay.stars.at(-1)).toEqual({ on: false, turn: 4 });
  });
});
