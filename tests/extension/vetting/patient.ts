/**
 * Whoever asks the disk gives up after a second; on a machine that stalls a test's own step takes longer. Where a test is not about
 * giving up, the clock for it stands still.
 */
import { afterEach, beforeEach, vi } from 'vitest';

export function nobodyGivesUp(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** After so long something will not come any more, ms: far above what a busy machine takes, and Vitest's own second. */
const NEVER_MS = 60_000;

/** Looks until it holds. @throws the last complaint where it never does */
export const eventually = (holds: () => unknown) => vi.waitFor(holds, { timeout: NEVER_MS });

/** The same as {@link nobodyGivesUp} where short timers have work to do: only those of a second and more stand still. */
export function nobodyGivesUpWhileDrawing(): void {
  const { setTimeout: start } = globalThis;
  const held = (task: () => void, time = 0, ...more: []) => (time < 1000 ? start(task, time, ...more) : 0);
  beforeEach(() => {
    vi.stubGlobal('setTimeout', held);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
}
