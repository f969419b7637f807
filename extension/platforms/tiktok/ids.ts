/** TikTok's ids: their upper bits count the seconds since 1970 at which the upload began. */
import { type Age, fromSeconds } from '../../reading/times';

const DAY = 86_400;

/**
 * The time inside an id, used only where the page prints no time, with a day's uncertainty (in captures: at most 2.5 hours
 * before the post).
 */
export function ageOfId(id: string): Age | undefined {
  const at = /^\d{17,20}$/.test(id) ? fromSeconds(Number(BigInt(id) >> 32n)) : undefined;
  return at === undefined ? undefined : { at, atStep: DAY };
}
