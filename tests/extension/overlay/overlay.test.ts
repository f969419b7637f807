import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountOverlay, type Overlay, type OverlayOptions } from '../../../extension/overlay/overlay';
import { eventually } from '../vetting/patient';
import { coreReports, english, report, reportNames } from '../views/reports';
import { add, FrameObserver, layOut, frame as settled } from './layout';

/** The closed root, which no page sees: caught where it is made. */
let root: ShadowRoot;
let mode: string;
let overlay: Overlay | undefined;

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', FrameObserver);
  document.body.replaceChildren();
  const count = document.createElement('span');
  count.textContent = '128K followers';
  document.body.append(count);
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    mode = init.mode;
    root = attach.call(this, init);
    return root;
  });
  HTMLElement.prototype.showPopover = vi.fn();
  HTMLElement.prototype.hidePopover = vi.fn();
});
afterEach(() => {
  overlay?.remove();
  overlay = undefined;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const mount = (options: Partial<OverlayOptions> = {}) => {
  overlay = mountOverlay({ document, anchor: () => document.querySelector('span'), words: english, ...options });
  return overlay;
};
const ours = () =>
  [...document.documentElement.children].filter((element) => element !== document.head && element !== document.body);
const part = <T extends HTMLElement = HTMLElement>(selector: string) => root.querySelector<T>(selector)!;
const trusted = (event: Event) => Object.defineProperty(event, 'isTrusted', { value: true });

describe('what the page sees', () => {
  it('is one nameless node beside the body, closed, without attributes, and nothing of its own changed', () => {
    const before = document.body.outerHTML + document.head.outerHTML;
    mount().show({ kind: 'report', report: report('unusual') });
    overlay!.toggle();
    expect(ours()).toHaveLength(1);
    const [host] = ours();
    expect(host!.attributes).toHaveLength(0);
    expect(host!.shadowRoot).toBeNull();
    expect(mode).toBe('closed');
    expect(host!.tagName).toMatch(/^[A-Z]{5}-[A-Z]{7}$/);
    expect(document.body.outerHTML + document.head.outerHTML).toBe(before);
  });

  it('has another name each time', () => {
    const names = new Set(
      [0, 1, 2].map(() => {
        mount();
        const name = ours()[0]!.tagName;
        overlay!.remove();
        return name;
      }),
    );
    expect(names.size).toBe(3);
  });

  it('comes back three times when removed, then stays away', async () => {
    mount();
    for (const back of [1, 1, 1, 0]) {
      ours()[0]!.remove();
      await settled();
      expect(ours()).toHaveLength(back);
    }
    expect(() => overlay!.show({ kind: 'report', report: report('unusual') })).not.toThrow();
  });

  it('is gone after removal', async () => {
    mount();
    overlay!.remove();
    await settled();
    expect(ours()).toHaveLength(0);
    overlay!.toggle();
    overlay!.show({ kind: 'reading' });
    expect(ours()).toHaveLength(0);
    expect(root.querySelector('.badge')).toBeNull();
  });

  it('hears no key and no click from inside', () => {
    mount();
    const heard = vi.fn();
    for (const name of ['keydown', 'keyup', 'keypress', 'click', 'pointerdown']) document.addEventListener(name, heard);
    part('.badge').dispatchEvent(new KeyboardEvent('keydown', { key: 'l', bubbles: true, composed: true }));
    part('.badge').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    part('.badge').dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('what is drawn', () => {
  it('a skeleton at once, as wide as any answer will be, and the answer without its emptiness', () => {
    mount();
    expect(part('.badge-ghost').textContent).toContain('far below');
    expect(part('.bone')).not.toBeNull();
    overlay!.show({ kind: 'report', report: report('unusual') });
    expect(part('.badge-ghost')).toBeNull();
    expect(part('.badge-line').textContent).toBe(
      'Plumb: 1 unusual, 3 questions. 1,530/post 1.2% 1 unusual  Below the lowest tenth of peers. Open the estimate',
    );
  });

  it('the fact alone and what to open next, where too little was read', () => {
    mount().show({ kind: 'report', report: report('not-enough') });
    expect(part('.badge-line').textContent).toBe('Plumb: Not enough data. 412/post only 3 posts   Open the estimate');
    overlay!.toggle();
    const text = part('.card').textContent!;
    expect(text).toContain('Scroll to 9 more posts: then there may be enough posts to judge');
    expect(text).toContain('Too few posts for a place among peers');
    expect(text).toContain('Too little was read to say anything about the 412 shown.');
    expect(text).not.toMatch(/≈[\d,.]+ of|genuine|reachable/);
    expect(root.querySelector('.range-bar')).toBeNull();
  });

  it.each(reportNames)('%s: the whole card, without a hole or a raw key', (name) => {
    mount().show({ kind: 'report', report: report(name) });
    overlay!.toggle();
    const text = part('.card').textContent!;
    expect(text).not.toMatch(/undefined|NaN|\{\w+\}|\b\w+_\w+_\w+\b/);
    expect(text).toContain('Nothing leaves this device.');
    expect(text).toContain('it does not show who or what caused a pattern');
    expect(text).not.toContain('Full report');
    expect(root.innerHTML).not.toContain('style=');
  });

  it('the whole card of every report that the core gives to the golden snapshots', () => {
    mount();
    overlay!.toggle();
    for (const given of coreReports) {
      overlay!.show({ kind: 'report', report: given });
      expect(part('.card').textContent).not.toMatch(/undefined|NaN|\{\w+\}/);
      expect(part('.badge-line').textContent).not.toMatch(/undefined|NaN|\{\w+\}/);
      expect(root.innerHTML).not.toMatch(/NaN|Infinity/);
    }
  });

  it('no estimate without ≈ and a range beside it', () => {
    mount().show({ kind: 'report', report: report('unusual') });
    overlay!.toggle();
    expect(part('.fact').textContent).toBe(
      '1,530 engagements a post1.2% of 128K followerslast post yesterday · 1.9 a week · median of 22 posts',
    );
    expect(part('.real').textContent).toContain('≈1,100 of 1,530 a post');
    expect(part('.real').textContent).toContain('range 840–\u20601,400 (90%)');
    expect(part('.card footer').textContent).toContain('From 24 posts, 60 comments, and 30 people read.');
    expect(part('.audience').textContent).toContain('≈38–\u206056% of the followers look reachable, from 30 people');
  });

  it('no estimate that what was read has not moved, and one sentence in its place', () => {
    mount().show({ kind: 'report', report: report('consistent') });
    overlay!.toggle();
    const text = part('.card').textContent!;
    expect(text).not.toContain('reachable');
    expect(text).toContain('Nothing read speaks against the 4,210 shown.');
    expect(text).not.toMatch(/≈[\d,.]+ of/);
    expect(root.querySelectorAll('.range-bar')).toHaveLength(0);
  });

  it('views first where most posts show them', () => {
    mount().show({ kind: 'report', report: report('consistent') });
    overlay!.toggle();
    expect(part('.badge-line').textContent).toContain('46K views  usual');
    expect(part('.fact').textContent).toMatch(
      /^46K views a post0\.48 per follower · 96\.\d+K followers4,210 engagements a post · 9\.2% of views/,
    );
  });

  it('what could not be read, and no number', () => {
    mount().show({
      kind: 'refusal',
      refusal: { error: { code: 'not_readable', message: 'raw', at: '<b>posts[3]</b>' } },
    });
    overlay!.toggle();
    expect(part('.card').textContent).toContain('This page changed: the profile could not be read.');
    expect(part('.card').textContent).toContain('<b>posts[3]</b>');
    expect(root.querySelector('.place b')).toBeNull();
    expect(part('.card').textContent).not.toContain('raw');
  });

  it('hostile names as text', () => {
    mount().show({ kind: 'report', report: { ...report('mixed'), handle: '<img src=x onerror=alert(1)>\u202e' } });
    overlay!.toggle();
    expect(root.querySelector('img')).toBeNull();
    expect(part('.card').textContent).toContain('@<img src=x onerror=alert(1)>');
    expect(part('.card').textContent).not.toContain('\u202e');
  });
});

describe('on a page that is laid out', () => {
  let tile: HTMLElement;
  const frames = () => [...root.querySelectorAll('svg.highlights rect')].map((frame) => frame.getAttribute('y'));
  const locate = vi.fn<NonNullable<OverlayOptions['locate']>>((items) => items.map(() => tile));
  beforeEach(() => {
    vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([] as unknown as DOMRectList);
    vi.stubGlobal('innerHeight', 900);
    layOut(document.querySelector('span')!, 100, 100, 80, 20);
    tile = layOut(add(), 0, 300, 200, 200);
    tile.scrollIntoView = vi.fn();
    document.elementFromPoint = () => document.querySelector('span');
  });
  const opened = async (options: Partial<OverlayOptions> = {}) => {
    mount(options).show({ kind: 'report', report: report('unusual') });
    await settled();
    // The sizes of what is watched are told once, and heard a frame later.
    await settled();
    await settled();
    overlay!.toggle();
  };

  it('the card hangs on the badge until the page scrolls under it', async () => {
    await opened();
    expect(part('.card .arrow')).not.toBeNull();
    document.dispatchEvent(new Event('scroll'));
    await settled();
    expect(part('.card .arrow')).toBeNull();
    expect(part('.badge').getAttribute('aria-expanded')).toBe('true');
  });

  it('a signal leads to its posts, whose marks go with the page and with the card', async () => {
    await opened({ locate });
    part('.card .show').click();
    expect(tile.scrollIntoView).toHaveBeenCalledOnce();
    expect(part('[aria-live=polite]').textContent).toBe(english.text('pointed_turn', { turn: '1', of: '1' }));
    expect(frames()).toEqual(['297']);
    layOut(tile, 0, 250, 200, 200);
    document.dispatchEvent(new Event('scroll'));
    await settled();
    expect(frames()).toEqual(['247']);
    overlay!.toggle();
    expect(frames()).toEqual([]);
    expect(part('[aria-live=polite]').textContent).toMatch(/^Estimate ready/);
  });

  it('its posts are looked for anew when the document has changed', async () => {
    await opened({ locate });
    const before = locate.mock.calls.length;
    add();
    await eventually(() => expect(locate.mock.calls.length).toBeGreaterThan(before));
  });

  it('the overlay is drawn in the direction of the page', async () => {
    document.querySelector('span')!.style.direction = 'rtl';
    await opened();
    expect(root.querySelector('[dir]')!.getAttribute('dir')).toBe('rtl');
  });
});

describe('what a person can do', () => {
  it('see that the sentence is copied, until another answer stands', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: async () => {} } });
    mount().show({ kind: 'report', report: report('unusual') });
    overlay!.toggle();
    const label = () => part('.card .copy').getAttribute('aria-label');
    expect(label()).toBe(english.text('card_copy'));
    part('.card .copy').click();
    await settled();
    expect(label()).toBe(english.text('card_copied'));
    overlay!.show({ kind: 'report', report: report('mixed') });
    expect(label()).toBe(english.text('card_copy'));
  });

  it('open the report by a true click on the badge, where that was chosen', () => {
    const opened = vi.fn();
    mount({ onOpenReport: opened, badgeOnly: true }).show({ kind: 'report', report: report('unusual') });
    part('.badge').dispatchEvent(
      Object.defineProperty(new MouseEvent('click', { bubbles: true }), 'isTrusted', { value: false }),
    );
    expect(opened).not.toHaveBeenCalled();
    part('.badge').dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    expect(opened).toHaveBeenCalledOnce();
    expect(root.querySelector('.card header')).toBeNull();
  });

  it('report by a true click a page that is not read right', () => {
    const asked = vi.fn();
    const refusal = { error: { code: 'not_readable' as const, message: '' } };
    mount({ onReportPage: asked }).show({ kind: 'refusal', refusal });
    overlay!.toggle();
    const forged = Object.defineProperty(new MouseEvent('click', { bubbles: true }), 'isTrusted', { value: false });
    part('.scroll button').dispatchEvent(forged);
    expect(asked).not.toHaveBeenCalled();
    part('.scroll button').dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    expect(asked).toHaveBeenCalledOnce();
  });

  it('open and close by the badge, the button, Escape and the command', () => {
    mount().show({ kind: 'report', report: report('unusual') });
    const open = () => part('.badge').getAttribute('aria-expanded') === 'true';
    part('.badge').click();
    expect(open()).toBe(true);
    part('.card header button:last-of-type').click();
    expect(open()).toBe(false);
    overlay!.toggle();
    part('.card').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(open()).toBe(false);
    overlay!.toggle();
    document.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 'Escape' })));
    expect(open()).toBe(false);
  });

  it('leave a forged Escape of the page without effect', () => {
    mount();
    overlay!.toggle();
    document.dispatchEvent(
      Object.defineProperty(new KeyboardEvent('keydown', { key: 'Escape' }), 'isTrusted', { value: false }),
    );
    expect(part('.badge').getAttribute('aria-expanded')).toBe('true');
  });

  it('open the report only by a true click', () => {
    const opened = vi.fn();
    mount({ onOpenReport: opened }).show({ kind: 'report', report: report('unusual') });
    overlay!.toggle();
    part('.actions button').dispatchEvent(
      Object.defineProperty(new MouseEvent('click', { bubbles: true }), 'isTrusted', { value: false }),
    );
    expect(opened).not.toHaveBeenCalled();
    part('.actions button').dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    expect(opened).toHaveBeenCalledOnce();
  });

  it('hear one polite message when the estimate is there', () => {
    mount();
    expect(part('[aria-live=polite]').textContent).toBe('');
    overlay!.show({ kind: 'report', report: report('unusual') });
    expect(part('[aria-live=polite]').textContent).toBe(
      'Estimate ready. 1,530 engagements a post · 1.2% of 128K followers · last post yesterday · 1.9 a week · median of 22 posts · Below the lowest tenth of peers · engagement a post: ≈1,100 of 1,530 look genuine (840–\u20601,400)',
    );
    expect(root.querySelectorAll('[aria-live]')).toHaveLength(1);
  });

  it('copy no figure without its range and basis', () => {
    mount().show({ kind: 'report', report: report('unusual') });
    overlay!.toggle();
    const written = new Map<string, string>();
    const event = new Event('copy', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', {
      value: { setData: (type: string, text: string) => written.set(type, text) },
    });
    part('.card').dispatchEvent(event);
    expect(written.get('text/plain')).toMatch(
      /≈1,100 of 1,530 .*\(840–1,400\).*From 24 posts, 60 comments, and 30 people read/,
    );
    expect(event.defaultPrevented).toBe(true);
  });

  it('tell in the corner what was found out on a page that shows no count', async () => {
    mount({ anchor: () => null }).show({ kind: 'report', report: report('unusual') });
    await settled();
    expect(part('.badge').classList.contains('unplaced')).toBe(false);
  });

  it('never show a score, not even before the next frame, beside a header that turns out to be another account’s', async () => {
    const [left, arrived] = [document.createElement('b'), document.createElement('b')];
    document.body.append(left, arrived);
    let header = left;
    mount({ anchor: () => header });
    await settled();
    const measured = vi.spyOn(arrived, 'getBoundingClientRect');
    header = arrived;
    overlay!.show({ kind: 'report', report: report('unusual') });
    expect(measured).toHaveBeenCalled();
  });

  it('open the card though the page shows no count', async () => {
    mount({ anchor: () => null });
    expect(part('.badge').classList.contains('unplaced')).toBe(true);
    // Cards of the tests before may still be on their way.
    await new Promise((done) => setTimeout(done));
    vi.mocked(HTMLElement.prototype.showPopover).mockClear();
    overlay!.toggle();
    await new Promise((done) => setTimeout(done));
    expect(HTMLElement.prototype.showPopover).toHaveBeenCalledOnce();
  });
});
