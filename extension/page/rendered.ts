/** The rendered page: watched for changes, read at a steady pace while it changes, and told where it says something new. */
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { Reading } from '../reading/reading';
import type { Here } from './drawing';
import { createElsewhere } from './elsewhere';

/** Time between two readings of the rendered page while it changes, ms. */
const PACE = 500;

export interface Rendered {
  /** Reads what is shown, and says it where it is new. */
  read(): void;
  /** Before the next account is shown: what stands on the page and was not read yet is known as this one's. */
  leave(): void;
  stop(): void;
}

export interface Shown {
  here: Here;
  /** Time of the visit, RFC 3339. */
  now: string;
  epoch: number;
}

export interface RenderedDoors {
  /** What may be read now; null where nothing may. */
  shown(): Shown | null;
  say(readings: Reading[], epoch: number): void;
  /** The page has changed, before the next frame. */
  onChange(): void;
  /** The page was read. */
  onRead(): void;
}

export function watchRendered(ctx: ContentScriptContext, { shown, say, onChange, onRead }: RenderedDoors): Rendered {
  const ofThisPage = createElsewhere();
  const readingsOf = (page: Shown | null) => (page ? ofThisPage(page.here.place, readDocument(page)) : []);
  let changed = false;
  /** The rendered page changes often without saying anything new. */
  let lastSaid = '';

  const read = () => {
    changed = false;
    const page = shown();
    const found = readingsOf(page);
    const said = `${page?.epoch} ${JSON.stringify(found)}`;
    if (page && found.length > 0 && said !== lastSaid) say(found, page.epoch);
    lastSaid = said;
    onRead();
  };
  const readSoon = paced(ctx, read);
  const observer = new MutationObserver(() => {
    changed = true;
    onChange();
    readSoon();
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-label', 'title', 'href'],
  });
  ctx.addEventListener(document, 'DOMContentLoaded', read, { once: true });
  return {
    read,
    leave() {
      if (changed) readingsOf(shown());
    },
    stop: () => observer.disconnect(),
  };
}

function readDocument({ here: { place, platform }, now }: Shown): Reading[] {
  if (document.readyState === 'loading') return [];
  return platform.readDocument(document, { place, now, locale: document.documentElement.lang || undefined });
}

/** Calls once in each stretch of `PACE`, at its end. */
function paced(ctx: ContentScriptContext, act: () => void): () => void {
  let pending = false;
  return () => {
    if (pending) return;
    pending = true;
    ctx.setTimeout(() => {
      pending = false;
      act();
    }, PACE);
  };
}
