/** What a page itself can tell of us: when the badge came, what moved, what is in its document. Functions run in the page. */
import type { Page } from 'puppeteer-core';
import type { ReplaySession } from '../replay/session.ts';
import type { Box } from '../replay/view.ts';

export interface Seen {
  /** When the follower count was first there, and when the frame with it was painted; ms of the page. */
  row: number;
  rowPainted: number;
  /** The same of our host. */
  host: number;
  hostPainted: number;
  /** Layout shifts, and when they were; Chromium alone tells. */
  shifts: { at: number; value: number }[];
}

/** Runs at the document's start. @param selector of the element that prints the count */
function watch(selector: string): void {
  const seen: Seen = { row: 0, rowPainted: 0, host: 0, hostPainted: 0, shifts: [] };
  Object.assign(globalThis, { plumbSeen: seen });
  // Asked for in each frame, between its layout and its painting: what stands on the page by then is painted by this very
  // frame, and the message comes after it.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<{ row: boolean; host: boolean }>) => {
    if (data.row) seen.rowPainted ||= performance.now();
    if (data.host) seen.hostPainted ||= performance.now();
  };
  const laidOut = new ResizeObserver((entries) => {
    for (const { target } of entries) laidOut.unobserve(target);
    port2.postMessage({ row: seen.row > 0, host: seen.host > 0 });
  });
  const eachFrame = () => {
    if (document.documentElement) laidOut.observe(document.documentElement);
    if (seen.hostPainted === 0) requestAnimationFrame(eachFrame);
  };
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
