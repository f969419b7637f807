/** The answers that a page got, for a report of a page that was not read right. Nothing is kept unless the person has asked for it. */

import type { SeenResponse, SeenText } from '../messages/channel';

/** Most characters or bytes of responses that are held, and most of them. */
const HELD = 6 * 1024 * 1024;
const MOST = 80;

type Seen = Required<SeenResponse>;

export interface Recorder {
  add(seen: Seen): void;
  /** Whether the person has asked for it is known only after the first responses: then they are kept, or dropped for good. */
  decide(wanted: boolean): void;
  /** The texts; one that can't be read any more is left out. */
  held(): Promise<readonly SeenText[]>;
}

const sizeOf = ({ text }: Seen) => (typeof text === 'string' ? text.length : text.size);

async function textOf(seen: Seen): Promise<SeenText[]> {
  try {
    return [{ ...seen, text: typeof seen.text === 'string' ? seen.text : await seen.text.text() }];
  } catch {
    return [];
  }
}

export function createRecorder(): Recorder {
  let list: Seen[] = [];
  let size = 0;
  let ended = false;
  return {
    add(seen) {
      if (ended || list.length >= MOST || size + sizeOf(seen) > HELD) return;
      list.push(seen);
      size += sizeOf(seen);
    },
    decide(wanted) {
      if (wanted) return;
      ended = true;
      list = [];
    },
    held: async () => (await Promise.all(list.map(textOf))).flat(),
  };
}
