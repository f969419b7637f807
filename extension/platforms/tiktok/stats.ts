/** TikTok's numbers: which are exact, and what a rounded one can stand for. */
import type { Count } from '../../.generated/snapshot';
import { exactCount, interval } from '../../reading/counts';
import type { Json, JsonObject } from '../../reading/shape';

/** One number of `stats` (integers) and `statsV2` (strings): exact where they differ or where it can't be a rounded one. */
export function tally(tallies: readonly JsonObject[], key: string): Count | undefined {
  const strings = tallies.map((node) => node[key]).filter((value) => typeof value === 'string');
  const numbers = tallies.map((node) => node[key]).filter((value) => typeof value === 'number');
  const exact = strings.map(exactCount).find((count) => count !== undefined);
  const rounded = numbers[0];
  if (exact !== undefined && rounded !== undefined && exact !== rounded) return exact;
  return perhapsRounded(exact ?? rounded);
}

/** TikTok rounds to 0.1 K from 10,000 on, to 0.1 M from a million, to 0.1 B from a billion. */
export function perhapsRounded(value: Json | undefined): Count | undefined {
  const count = exactCount(value);
  if (count === undefined) return undefined;
  const unit = count >= 1e9 ? 1e8 : count >= 1e6 ? 1e5 : count >= 1e4 ? 100 : 1;
  return count % unit === 0 ? (interval(count, unit, 'unknown') ?? undefined) : count;
}
