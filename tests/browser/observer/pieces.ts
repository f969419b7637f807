/**
 * What a script asks of a page's document in one piece, that is between two moments when it gives the thread back: how
 * often it measures, makes a node, looks into the document, asks for a frame. Planted before the script, in its own world.
 * Counts are the same on every machine; what takes long is made of them.
 */
import type { Page } from 'puppeteer-core';

export interface Counts {
  /** Calls that need the layout or the styles of the page. */
  measured: number;
  /** Elements and texts that were made. */
  made: number;
  /** Queries, steps of a walk, attributes and texts read. */
  read: number;
  /** Frames asked for. */
  frames: number;
}

export interface Pieces {
  /** The most of each in one piece. */
  most: Counts;
  sum: Counts;
}

const asks = (world: string) => `plumb-pieces:${world}`;

/** Runs in the world that is watched, before the script of ours. */
function watch(ask: string): void {
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { stringify } = JSON;
  const { then } = Promise.prototype;
  const { addEventListener, dispatchEvent } = EventTarget.prototype;
  const Told = CustomEvent;
  const resolved = Promise.resolve();
  const none = (): Counts => ({ measured: 0, made: 0, read: 0, frames: 0 });
  let [piece, most, sum] = [none(), none(), none()];
  let isOpen = false;
  const note = (kind: keyof Counts) => {
    piece[kind] += 1;
    sum[kind] += 1;
    if (piece[kind] > most[kind]) most[kind] = piece[kind];
    if (isOpen) return;
    isOpen = true;
    apply(then, resolved, [
      () => {
        isOpen = false;
        piece = none();
      },
    ]);
  };
  const follow = (kind: keyof Counts, owner: object, ...names: string[]) => {
    for (const name of names) {
      const flags = getOwnPropertyDescriptor(owner, name);
      if (!flags) throw new Error(`There is no ${name}.`);
      const part = flags.get ? 'get' : 'value';
      const counted = new Proxy(flags[part] as (...given: unknown[]) => unknown, {
        apply(target, self, given) {
          note(kind);
          return apply(target, self, given);
        },
      });
      defineProperty(owner, name, { ...flags, [part]: counted });
    }
  };
  follow('measured', Element.prototype, 'getBoundingClientRect', 'getClientRects', 'checkVisibility');
  follow('measured', Element.prototype, 'clientWidth', 'clientHeight', 'clientTop', 'clientLeft');
  follow('measured', Element.prototype, 'scrollWidth', 'scrollHeight', 'scrollTop', 'scrollLeft');
  follow('measured', HTMLElement.prototype, 'offsetWidth', 'offsetHeight', 'offsetTop', 'offsetLeft', 'innerText');
  follow('measured', Range.prototype, 'getBoundingClientRect', 'getClientRects');
  follow('measured', window, 'getComputedStyle');
  follow('measured', Document.prototype, 'elementFromPoint', 'elementsFromPoint');
  follow('made', Document.prototype, 'createElement', 'createElementNS', 'createTextNode', 'importNode');
  follow('made', Node.prototype, 'cloneNode');
  follow('read', Document.prototype, 'querySelector', 'querySelectorAll');
  follow('read', Element.prototype, 'querySelector', 'querySelectorAll', 'matches', 'closest', 'getAttribute');
  follow('read', Node.prototype, 'textContent', 'nodeValue');
  follow('read', TreeWalker.prototype, 'nextNode');
  follow('frames', window, 'requestAnimationFrame');
  apply(addEventListener, document, [
    ask,
    () => {
      const told = stringify({ most, sum });
      [most, sum] = [none(), none()];
      apply(dispatchEvent, document, [new Told(`${ask}!`, { detail: told })]);
    },
  ]);
}

/** The text to plant before a script. @param world names it among several */
export const watchPieces = (world: string): string => `(${watch.toString()})(${JSON.stringify(asks(world))});\n`;

/** Runs in the page's world, which shares its document with the others. */
function take(ask: string): string {
  let heard = '';
  const hear = (event: Event) => {
    heard = (event as CustomEvent<string>).detail;
  };
  document.addEventListener(`${ask}!`, hear, { once: true });
  document.dispatchEvent(new CustomEvent(ask));
  return heard;
}

/** The text of an expression of the page's: what was counted in a world since it was asked last, as JSON; '' without the plant. */
export const taken = (world: string): string => `(${take.toString()})(${JSON.stringify(asks(world))})`;

/** What was counted in a world since it was asked last. @throws where nothing was planted in it */
export async function takePieces(page: Page, world: string): Promise<Pieces> {
  const told = await page.evaluate(take, asks(world));
  if (told === '') throw new Error(`Nothing is planted in ${world}.`);
  return JSON.parse(told);
}
