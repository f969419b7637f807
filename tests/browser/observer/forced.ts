/** Layouts of the page that our scripts force, from a trace of Chromium. What has to be laid out is a count, and no time. */
import type { Page } from 'puppeteer-core';
import { isOurCall, type TraceEvent, traced } from './thread.ts';

/** One layout within a call of ours. */
export interface Forced {
  /** Boxes that had to be laid out anew. */
  dirty: number;
  /** The event that a script of ours was just hearing, where it was one of a person's or the page's. */
  during?: string;
}

export interface OurTasks {
  /** Tasks of the page's thread in which a script of ours ran. */
  count: number;
  forced: Forced[];
}

const within = (outer: TraceEvent, { pid, tid, ts }: TraceEvent) =>
  pid === outer.pid && tid === outer.tid && ts >= outer.ts && ts <= outer.ts + (outer.dur ?? 0);

export function forcedIn(events: readonly TraceEvent[]): OurTasks {
  const calls = events.filter(isOurCall);
  const tasks = events.filter((task) => task.name === 'RunTask' && calls.some((call) => within(task, call)));
  const heard = events.filter(({ name }) => name === 'EventDispatch');
  const forced = events
    .filter((event) => event.name === 'Layout' && calls.some((call) => within(call, event)))
    .map((event) => ({
      dirty: event.args.beginData?.dirtyObjects ?? Number.NaN,
      during: heard.find((each) => within(each, event))?.args.data?.type,
    }));
  return { count: tasks.length, forced };
}

/** What our scripts force while the work is done. Chromium only. */
export async function forcedLayouts(page: Page, work: () => Promise<unknown>): Promise<OurTasks> {
  return forcedIn(await traced(page, work));
}
