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
