/** Which of two values for the same thing tells more. */
import type { Count } from '../.generated/snapshot';
import { highOf, lowOf } from '../reading/counts';

function isCount(value: unknown): value is Count {
  return (
    typeof value === 'number' || (typeof value === 'object' && value !== null && 'low' in value && 'high' in value)
  );
}

/**
 * A value tells more if it is the narrower one and lies within what the other can mean: an exact number beside a rounded
 * one. One that lies outside contradicts it, so that trust and time decide.
 */
export function moreTelling(value: unknown, other: unknown): boolean {
  if (!isCount(value) || !isCount(other)) return false;
  return widthOf(value) < widthOf(other) && lowOf(value) <= highOf(other) && lowOf(other) <= highOf(value);
}

function widthOf(count: Count): number {
  return highOf(count) - lowOf(count);
}

/**
 * One post, comment or person from two readings. More telling values win; where both tell as much, the later one if
 * `wins` says so for that field.
 */
export function newerOf<T extends object>(before: T, after: T, wins: (field: keyof T) => boolean): T {
  const merged = { ...before } as Record<string, unknown>;
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined || key === 'at' || key === 'atStep') continue;
    const old = merged[key];
    if (old === undefined || moreTelling(value, old) || (wins(key as keyof T) && !moreTelling(old, value)))
      merged[key] = value;
  }
  const { at, atStep } = timeOf(before, after, wins('at' as keyof T));
  for (const [key, value] of [
    ['at', at],
    ['atStep', atStep],
  ] as const) {
    if (value === undefined) delete merged[key];
    else merged[key] = value;
  }
  if (merged['likesHidden'] === true && merged['likes'] !== undefined) delete merged['likesHidden'];
  return merged as T;
}

interface Timed {
  at?: string;
  atStep?: number;
}

/** A time goes with its uncertainty; the more certain one stays. */
function timeOf(before: Timed, after: Timed, later: boolean): Timed {
  const width = (timed: Timed) => (timed.at === undefined ? Number.POSITIVE_INFINITY : (timed.atStep ?? 0));
  return width(after) < width(before) || (width(after) === width(before) && later) ? after : before;
}
