/** Meta's short codes (Instagram, Threads): a media id in base 64, whose upper bits are the time of the upload. */
import { type Age, fromSeconds } from '../reading/times';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Milliseconds since 1970 at which the ids begin to count. */
const EPOCH = 1_314_220_021_721n;
const DAY = 86_400;

/** The media id of a short code; a private one has a key after the first 11 characters. */
export function idOfShortCode(code: string): bigint | undefined {
  if (!/^[\w-]{9,40}$/.test(code)) return undefined;
  return [...code.slice(0, 11)].reduce((id, char) => id * 64n + BigInt(BASE64.indexOf(char)), 0n);
}

/** The short code of a media id. */
export function shortCodeOf(id: string): string | undefined {
  if (!/^\d{15,20}$/.test(id)) return undefined;
  let code = '';
  for (let rest = BigInt(id); rest > 0n; rest /= 64n) code = BASE64.charAt(Number(rest % 64n)) + code;
  return code;
}

/**
 * The time inside a short code. It is when the upload began, so it is used only where the page prints no time, with a
 * day's uncertainty (in captures: at most 2.5 hours before the post).
 */
export function ageOfShortCode(code: string): Age | undefined {
  const id = idOfShortCode(code);
  const at = id === undefined ? undefined : fromSeconds(Number(((id >> 23n) + EPOCH) / 1000n));
  return at === undefined ? undefined : { at, atStep: DAY };
}
