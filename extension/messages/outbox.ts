/**
 * What a page said, on its way to the background: held back until the background knows the page, and said again where the
 * background died before it had put it away. Bounded in number, size and tries, for a page can say as much as it likes:
 * what is dropped is told once.
 */
import type { FromPage } from './messages';

export type Said = Extract<FromPage, { kind: 'text' | 'readings' | 'looked' | 'dropped' }>;

/** Things that wait, and things on their way at once: the background answers when it has scored, on long pages seldom. */
const MOST_HELD = 2048;
const MOST_SENT = 64;
/** The texts of both together, in UTF-16 code units or bytes. */
const MOST_LENGTH = 32 * 1024 * 1024;
/** Enough for a browser that ends the background again and again while a machine has no time for it. */
export const MOST_TRIES = 4;

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
  let dropped: number | undefined;
  let told: number | undefined;

  async function deliver(said: Said): Promise<void> {
    sent += 1;
    let isThere = await send(said);
    for (let tries = 1; !isThere && tries < MOST_TRIES; tries += 1) {
      await pause(tries);
      isThere = await send(said);
    }
    sent -= 1;
    length -= lengthOf(said);
    if (!isThere) drop(said);
    flush();
  }

  function drop(said: Said): void {
    if (said.kind === 'text' || said.kind === 'readings') dropped = said.epoch;
  }

  function flush(): void {
    while (isOpen && sent < MOST_SENT) {
      const next = held.shift();
      if (!next) break;
      void deliver(next);
    }
    if (!isOpen || dropped === undefined || dropped === told) return;
    told = dropped;
    void deliver({ kind: 'dropped', epoch: dropped });
  }

  return {
    put(said) {
      if (held.length >= MOST_HELD || length + lengthOf(said) > MOST_LENGTH) {
        drop(said);
      } else {
        held.push(said);
        length += lengthOf(said);
      }
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
      for (const said of held) length -= lengthOf(said);
      held = [];
    },
  };
}
