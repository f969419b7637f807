/** How long our scripts hold the page's main thread, from a trace of Chromium with its sampling profiler. */
import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  id?: string;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: ProfileData; name?: string };
}
interface ProfileData {
  startTime?: number;
  cpuProfile?: {
    nodes?: { id: number; parent?: number; callFrame: { url?: string } }[];
    samples?: number[];
  };
  timeDeltas?: number[];
}

export interface Task {
  /** Processor time of our scripts in one task, with the layout and styles that they asked for, ms. */
  ours: number;
  /** Of the whole task, ms. */
  whole: number;
  /** From the task's begin to the end of the trace, ms. */
  before: number;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-v8.cpu_profiler', '__metadata'];

/** Traces until the returned function is called, which gives the tasks in which a script of ours ran. Chromium only. */
export async function traceTasks(page: Page): Promise<() => Promise<Task[]>> {
  await page.tracing.start({ categories: CATEGORIES });
  return async () => {
    const bytes = await page.tracing.stop();
    const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: TraceEvent[] };
    return tasksOf(traceEvents);
  };
}

const key = ({ pid, tid }: TraceEvent) => `${pid}.${tid}`;

export function tasksOf(events: readonly TraceEvent[]): Task[] {
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(key),
  );
  const ours = samplesOfOurs(events);
  const end = events.reduce((latest, { ts, dur = 0 }) => Math.max(latest, ts + dur), 0);
  return events
    .filter((event) => event.ph === 'X' && /RunTask$/.test(event.name) && mains.has(key(event)))
    .flatMap((event) => {
      const { pid, ts, dur = 0, tdur = dur } = event;
      const inTask = ours.filter((sample) => sample.pid === pid && sample.at >= ts && sample.at <= ts + dur);
      // The samples tell wall time; other work of the machine is taken out by the task's own processor time.
      const took = inTask.reduce((sum, { delta }) => sum + delta, 0) * (dur > 0 ? tdur / dur : 1);
      return inTask.length > 0 ? [{ ours: took / 1000, whole: tdur / 1000, before: (end - ts) / 1000 }] : [];
    });
}

interface Sample {
  pid: number;
  /** µs of the trace. */
  at: number;
  delta: number;
}

/** The samples with a frame of ours anywhere in their stack. */
function samplesOfOurs(events: readonly TraceEvent[]): Sample[] {
  const found: Sample[] = [];
  const profiles = new Map<string, { at: number; ours: Map<number, boolean> }>();
  for (const event of events) {
    const id = `${event.pid}.${event.id}`;
    if (event.name === 'Profile') profiles.set(id, { at: event.args.data?.startTime ?? event.ts, ours: new Map() });
    const profile = profiles.get(id);
    const { cpuProfile, timeDeltas = [] } = event.args.data ?? {};
    if (event.name !== 'ProfileChunk' || !profile) continue;
    for (const { id: node, parent, callFrame } of cpuProfile?.nodes ?? [])
      profile.ours.set(
        node,
        (callFrame.url ?? '').startsWith('chrome-extension://') ||
          (parent !== undefined && profile.ours.get(parent) === true),
      );
    for (const [index, node] of (cpuProfile?.samples ?? []).entries()) {
      const delta = timeDeltas[index] ?? 0;
      profile.at += delta;
      if (profile.ours.get(node)) found.push({ pid: event.pid, at: profile.at, delta: Math.max(delta, 0) });
    }
  }
  return found;
}
