/** Which of two values for the same thing tells more. */
import type { Count } from '../.generated/snapshot';
import { highOf, lowOf } from './counts';

function isCount(value: unknown): value is Count {
  return typeof value === 'number' || (typeof value === 'object' && value !== null && 'low' in value && 'high' in value);
}

/** Anything but an interval is exact. */
export function isExact(value: unknown): boolean {
  return !(typeof value === 'object' && value !== null && 'low' in value);
}

/** A value tells more if it is exact where the other is an interval, or by far the narrower interval. */
export function moreTelling(value: unknown, other: unknown): boolean {
  if (!isCount(value) || !isCount(other)) return false;
  return widthOf(value) < widthOf(other) && !(isExact(value) && isExact(other));
}

function widthOf(count: Count): number {
  return highOf(count) - lowOf(count);
}

/** Counts, times and words of one post, comment or person from two readings; `trusted`: the later one wins where both are as telling. */
export function newerOf<T extends object>(before: T, after: T, trusted: boolean): T {
  const merged = { ...before } as Record<string, unknown>;
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined || key === 'at' || key === 'atStep') continue;
    const old = merged[key];
    if (old === undefined || moreTelling(value, old)) merged[key] = value;
    else if (trusted && !moreTelling(old, value)) merged[key] = value;
  }
  Object.assign(merged, timeOf(before, after, trusted));
  if (merged['likesHidden'] === true && merged['likes'] !== undefined) delete merged['likesHidden'];
  return merged as T;
}

interface Timed {
  at?: string;
  atStep?: number;
}

/** A time goes with its uncertainty; the more certain one stays. */
function timeOf(before: Timed, after: Timed, trusted: boolean): Timed {
  const [a, b] = [before.at === undefined ? Number.POSITIVE_INFINITY : before.atStep ?? 0, after.at === undefined ? Number.POSITIVE_INFINITY : after.atStep ?? 0];
  const best = b < a || (b === a && trusted) ? after : before;
  return best.at === undefined ? {} : { at: best.at, ...(best.atStep === undefined ? {} : { atStep: best.atStep }) };
}
