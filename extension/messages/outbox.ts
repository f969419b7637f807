/**
 * What a page said, on its way to the background: held back until the background knows the page, and said again where the
 * background died before it had put it away. Bounded in number, size and tries: a page can say as much as it likes.
 */
import type { FromPage } from './messages';

export type Said = Extract<FromPage, { kind: 'text' | 'readings' }>;

/** Things that wait, their texts together in UTF-16 code units or bytes, and things on their way at once. */
const MOST_HELD = 64;
const MOST_LENGTH = 32 * 1024 * 1024;
const MOST_SENT = 16;
/** Enough for a browser that ends the background again and again while a machine has no time for it. */
const MOST_TRIES = 4;

export interface Outbox {
  /** What finds no room is dropped: what was said first matters most. */
  put(said: Said): void;
  /** The background knows the page: what is held goes out, in order. */
  open(): void;
  /** From now on everything is held back. */
  close(): void;
  /** Drops what is held. */
  clear(): void;
}

function lengthOf(said: Said): number {
  if (said.kind !== 'text') return 0;
  return 'bytes' in said.text ? said.text.bytes.size : said.text.text.length;
}

/**
 * @param send true when the background has put it away
 * @param pause waits before another try; told how many have failed, so that it can wait longer each time
 */
export function createOutbox(send: (said: Said) => Promise<boolean>, pause: (failed: number) => Promise<void>): Outbox {
  let held: Said[] = [];
  let length = 0;
  let sent = 0;
  let isOpen = false;

  async function deliver(said: Said): Promise<void> {
    sent += 1;
    for (let tries = 1; !(await send(said)) && tries < MOST_TRIES; tries += 1) await pause(tries);
    sent -= 1;
    flush();
  }

  function flush(): void {
    while (isOpen && sent < MOST_SENT) {
      const next = held.shift();
      if (!next) return;
      length -= lengthOf(next);
      void deliver(next);
    }
  }

  return {
    put(said) {
      if (held.length >= MOST_HELD || length + lengthOf(said) > MOST_LENGTH) return;
      held.push(said);
      length += lengthOf(said);
      flush();
    },
    open() {
      isOpen = true;
      flush();
    },
    close() {
      isOpen = false;
    },
    clear() {
      held = [];
      length = 0;
    },
  };
}
