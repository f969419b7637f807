/**
 * On which address a page asked for what it received. The observer hears of a response when it is there, and the address may
 * have changed since; the browser notes when each was asked for, and we when the address changed.
 */

/** A response may take so long, ms. */
const LONGEST = 60_000;
/** A response that is read to its end is noted by the browser at once, or never, ms. */
const PATIENCE = 2_000;

export interface Asking {
  /** To be told of each change of address, when it happens. */
  moved(): void;
  /**
   * To be called once for each response that was read to its end, in their order.
   * @returns the page's address when it asked; undefined where that can't be known
   */
  askedOn(url: string): Promise<string | undefined>;
  stop(): void;
}

interface Queue {
  /** When responses from this address were asked for, and who waits to know, whichever came first. */
  times: number[];
  waiting: ((time: number | undefined) => void)[];
}

/** @param isSaid whether responses from an address are ever said: the browser notes all */
export function watchAsking(location: Location, isSaid: (url: string) => boolean): Asking {
  const moves = [{ at: 0, address: location.href }];
  const queues = new Map<string, Queue>();
  const queueOf = (url: string): Queue => {
    const queue = queues.get(url) ?? { times: [], waiting: [] };
    queues.set(url, queue);
    return queue;
  };
  /** What was never said, a response that was not read to its end, is not to be taken for a later one's. */
  const forget = (before: number) => {
    for (const [url, queue] of queues) {
      queue.times = queue.times.filter((time) => time > before);
      if (queue.times.length + queue.waiting.length === 0) queues.delete(url);
    }
  };
  const note = ({ name, startTime, initiatorType, responseStatus }: PerformanceResourceTiming) => {
    // The observer says what was answered well; a browser that doesn't tell the status says 0.
    if (initiatorType !== 'fetch' || (responseStatus !== 0 && Math.trunc(responseStatus / 100) !== 2)) return;
    const [url = ''] = name.split('#', 1);
    if (!isSaid(url)) return;
    const queue = queueOf(url);
    const waits = queue.waiting.shift();
    if (waits) waits(startTime);
    else queue.times.push(startTime);
  };
  const timeOf = (url: string) => {
    const queue = queueOf(url);
    if (queue.times.length > 0) return Promise.resolve(queue.times.shift());
    return new Promise<number | undefined>((resolve) => {
      queue.waiting.push(resolve);
      setTimeout(() => {
        queue.waiting = queue.waiting.filter((one) => one !== resolve);
        resolve(undefined);
      }, PATIENCE);
    });
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) note(entry as PerformanceResourceTiming);
  });
  observer.observe({ type: 'resource' });
  return {
    moved() {
      moves.push({ at: performance.now(), address: location.href });
    },
    async askedOn(url) {
      const before = performance.now() - LONGEST;
      forget(before);
      const time = timeOf(url);
      while (moves.length > 1 && (moves[1]?.at ?? 0) < before) moves.shift();
      // Whenever it was asked for, the page was there.
      if (moves.length === 1) return moves[0]?.address;
      const asked = await time;
      return asked === undefined ? undefined : moves.findLast(({ at }) => at <= asked)?.address;
    },
    stop: () => observer.disconnect(),
  };
}
