import { expect, test } from 'vitest';
import { ageOfShortCode, idOfShortCode, shortCodeOf } from '../../../extension/platforms/short-codes';
import { ageOfId } from '../../../extension/platforms/tiktok/ids';

test('identifiers hold the time of the upload', () => {
  expect(ageOfId('7571863205253778710')).toEqual({ at: '2025-11-12T15:36:23Z', atStep: 86_400 });
  expect(ageOfShortCode('DZc5TenzF7h')).toEqual({ at: '2026-06-11T15:59:01Z', atStep: 86_400 });
  expect(idOfShortCode('DZc5TenzF7h')).toBe(3917257803106639585n);
  expect(shortCodeOf('3917257803106639585')).toBe('DZc5TenzF7h');
  for (const bad of ['', '12', 'abc!', 'x'.repeat(50)])
    expect([ageOfId(bad), ageOfShortCode(bad)]).toEqual([undefined, undefined]);
});
