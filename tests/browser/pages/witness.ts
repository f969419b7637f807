/** What a page itself can tell of us: in which frame the badge came, what moved, what is in its document. Functions run in the page. */
import type { Page } from 'puppeteer-core';
import type { ReplaySession } from '../replay/session.ts';
import type { Box } from '../replay/view.ts';

export interface Seen {
  /** When the follower count was first there, ms of the page; 0: never. */
  row: number;
  /** Number of the first frame that was painted with it, from 1; 0: none was. */
  rowFrame: number;
  /** The same of our host. */
  host: number;
  hostFrame: number;
  /** The last frame before the content script learnt what the person has chosen: see `HELD_ANSWER`. -1: it never has. */
  knownFrame: number;
  /** When these two frames were laid out, ms of the page: for `./dev bench`. */
  rowPainted: number;
  hostPainted: number;
  /** Layout shifts, and when they were; Chromium alone tells. */
  shifts: { at: number; value: number }[];
}

/** Runs at the document's start. @param selector of the element that prints the count */
function watch(selector: string): void {
  const seen: Seen = {
    row: 0,
    rowFrame: 0,
    host: 0,
    hostFrame: 0,
    knownFrame: 0,
    rowPainted: 0,
    hostPainted: 0,
    shifts: [],
  };
  Object.assign(globalThis, { plumbSeen: seen });
  let frame = 0;
  // Told in each frame between its layout and its painting: what stands on the page by then is painted by this very frame.
  const laidOut = new ResizeObserver((entries) => {
    for (const { target } of entries) laidOut.unobserve(target);
    if (seen.row > 0) seen.rowFrame ||= frame;
    if (seen.host > 0) seen.hostFrame ||= frame;
    if (seen.row > 0) seen.rowPainted ||= performance.now();
    if (seen.host > 0) seen.hostPainted ||= performance.now();
  });
  const eachFrame = () => {
    frame += 1;
    if (document.documentElement) laidOut.observe(document.documentElement);
    if (seen.hostFrame === 0) requestAnimationFrame(eachFrame);
  };
  document.addEventListener('plumb-witness:known', () => {
    seen.knownFrame = frame;
  });
  requestAnimationFrame(eachFrame);
  const look = () => {
    if (seen.row === 0 && document.querySelector(selector)) seen.row = performance.now();
    const host = [...(document.documentElement?.children ?? [])].some(({ localName }) => localName.includes('-'));
    if (seen.host === 0 && host) seen.host = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.shifts.push({ at: entry.startTime, value: entry.value });
    }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Planted before the content script: what the background answers to an arrival is held back until our host stands, or for
 * longer than anybody waits, so that a skeleton that waits for the background is seen to; and the page is told when the
 * stored choices are read.
 */
export const HELD_ANSWER = `(() => {
  const { browser, chrome } = globalThis;
  const hostStands = () => new Promise((done) => {
    const stands = () => [...(document.documentElement?.children ?? [])].some(({ localName }) => localName.includes('-'));
    const watch = new MutationObserver(() => stands() && done());
    watch.observe(document, { childList: true, subtree: true });
    if (stands()) done();
    setTimeout(done, 5000);
  });
  for (const api of new Set([browser, chrome])) {
    if (!api?.runtime) continue;
    const { runtime, storage: { local } } = api;
    const { sendMessage } = runtime;
    const { get } = local;
    runtime.sendMessage = async (message, ...rest) => {
      const answer = await Reflect.apply(sendMessage, runtime, [message, ...rest]);
      if (message.kind === 'arrive') await hostStands();
      return answer;
    };
    local.get = async (...given) => {
      const kept = await Reflect.apply(get, local, given);
      document.dispatchEvent(new CustomEvent('plumb-witness:known'));
      return kept;
    };
  }
})();
`;

/** Watches the documents that are opened from now on. @returns a function that ends it */
export async function witness(page: Page, selector: string): Promise<() => Promise<void>> {
  const { identifier } = await page.evaluateOnNewDocument(watch, selector);
  return () => page.removeScriptToEvaluateOnNewDocument(identifier);
}

export const seenBy = (page: Page): Promise<Seen> =>
  page.evaluate(() => (globalThis as never as { plumbSeen: Seen }).plumbSeen);

/** Layout shift after a time, ms of the page. */
export async function shiftSince(page: Page, when: (seen: Seen) => number): Promise<number> {
  const seen = await seenBy(page);
  return seen.shifts.filter(({ at }) => at >= when(seen)).reduce((sum, { value }) => sum + value, 0);
}

/** The page's own document: all but a host of ours. */
export const ownDocument = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { documentElement: html } = document;
    const attributes = [...html.attributes].map(({ name, value }) => `${name}="${value}"`).join(' ');
    const children = [...html.children].filter(({ localName }) => localName === 'head' || localName === 'body');
    return `<html ${attributes}>${children.map(({ outerHTML }) => outerHTML).join('\n')}`;
  });

/** Names of the elements beside head and body. */
export const besides = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.documentElement.children]
      .map(({ localName }) => localName)
      .filter((name) => name !== 'head' && name !== 'body'),
  );

/**
 * Takes the host out and measures the page's elements before and after, at one moment: what differs is our doing.
 * The host comes back by itself. @returns how many elements moved or changed size, of how many
 */
export function movedByUs({ browser }: ReplaySession): Promise<{ moved: number; of: number } | null> {
  return browser.inOverlay(`(root) => {
    const { document } = root.ownerDocument.defaultView;
    const { host } = root;
    const boxes = () => [document.documentElement, ...document.body.querySelectorAll('*')].slice(0, 6000).map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height, element.scrollWidth, element.scrollHeight].join();
    });
    const before = boxes();
    host.remove();
    const after = boxes();
    return { moved: before.filter((box, index) => box !== after[index]).length, of: before.length };
  }`);
}

/** The boxes of the page's texts around a place: what the badge must not cover. */
export const textsAround = (page: Page, around: Box): Promise<(Box & { text: string })[]> =>
  page.evaluate(({ left, top, width, height }) => {
    const found: (Box & { text: string })[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement as HTMLElement;
      if (!node.nodeValue?.trim() || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        if (box.right > left && box.left < left + width && box.bottom > top && box.top < top + height)
          found.push({
            left: box.left,
            top: box.top,
            width: box.width,
            height: box.height,
            text: node.nodeValue.trim(),
          });
    }
    return found;
  }, around);

/** Where the page prints the count. */
export const countBox = (page: Page, selector: string): Promise<Box | null> =>
  page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (!element) return null;
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { left, top, width, height };
  }, selector);
