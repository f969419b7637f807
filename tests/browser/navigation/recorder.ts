/**
 * Planted before the shipped content script, in its world, where the closed root can be opened: looks at every frame, and at
 * every change of what is drawn, at the address and at the overlay.
 */

export interface Look {
  /** The address bar. */
  address: string;
  /** The badge's words without those that only a screen reader says; null where none is drawn. */
  badge: string | null;
  /** The open card's title. */
  card: string | null;
  /** Whose name the page's own header prints. */
  printed: string | null;
  /** True where the badge stands beside the page's numbers, false where it waits in the corner. */
  beside: boolean;
  /** Frames in which all this was so; 0 where it did not last for one. */
  frames: number;
}

/** Runs as text in the content script's world. */
function record(): void {
  // biome-ignore lint/suspicious/noExplicitAny: the extension interface of either browser
  const api = (globalThis as any).browser ?? (globalThis as any).chrome;
  const log: Look[] = [];
  const rootOf = (): ShadowRoot | null => {
    const host = [...document.documentElement.children].find((element) => element.localName.includes('-'));
    if (!host) return null;
    // Firefox has it on the element, Chromium among the extension's interfaces.
    const { openOrClosedShadowRoot: root } = host as Element & { openOrClosedShadowRoot?: ShadowRoot };
    return root ?? api.dom.openOrClosedShadowRoot(host);
  };
  const textOf = (element: Element | null | undefined) => {
    const copy = element?.cloneNode(true) as Element | undefined;
    for (const hidden of copy?.querySelectorAll('.visually-hidden') ?? []) hidden.remove();
    return copy?.textContent?.trim() ?? null;
  };
  const HEADERS =
    'header h2, [data-e2e="user-title"], yt-content-metadata-view-model span, [data-testid="UserName"] .dim';
  let watched: ShadowRoot | null = null;
  let opened: Element | null = null;
  let turn = 0;

  function look(frame: boolean): void {
    const root = rootOf();
    if (root && root !== watched) {
      watched = root;
      new MutationObserver(() => look(false)).observe(root, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
    }
    const badge = root?.querySelector<HTMLElement>('.badge:not(.unplaced)');
    const seen = {
      address: location.href,
      badge: badge ? textOf(badge.querySelector('.badge-line')) : null,
      card: root?.querySelector('#card-title')?.textContent ?? null,
      printed: document.querySelector(HEADERS)?.textContent?.trim().replace('@', '') ?? null,
      beside: badge ? badge.getBoundingClientRect().bottom < innerHeight - 24 : false,
    };
    const last = log.at(-1);
    const same = last && (Object.keys(seen) as (keyof typeof seen)[]).every((key) => seen[key] === last[key]);
    if (same && frame) last.frames += 1;
    else if (!same) log.push({ ...seen, frames: frame ? 1 : 0 });
    // Every other badge is opened: its card says the name.
    if (frame && badge && badge !== opened && /\d/.test(seen.badge ?? '')) {
      opened = badge;
      turn += 1;
      if (turn % 2) badge.click();
    }
  }
  const each = () => {
    look(true);
    requestAnimationFrame(each);
  };
  requestAnimationFrame(each);
  new MutationObserver(() => look(false)).observe(document, { childList: true, subtree: true });
  document.addEventListener('recorder:take', () =>
    document.dispatchEvent(new CustomEvent('recorder:log', { detail: JSON.stringify(log.splice(0)) })),
  );
}

export const RECORDER = `(${record.toString()})();\n`;

/** Runs in the page: asks the recorder for what it has seen since the last time. */
export const TAKE = `new Promise((resolve) => {
  document.addEventListener('recorder:log', (event) => resolve(event.detail), { once: true });
  document.dispatchEvent(new CustomEvent('recorder:take'));
})`;
