/** Texts, names and links of pages, at the edges of what they may be. */
import { describe, expect, test } from 'vitest';
import { cleanText, firstSentence, readLink, readName, sameName, TEXT_BYTES } from '../../../extension/reading/text';

const bytesOf = (text: string | undefined) => new TextEncoder().encode(text).length;

describe('a text', () => {
  test.each([
    [' bread \n', 'bread'],
    ['a\tb\nc', 'a\tb\nc'],
    ['a\u0000b\u0007c\u009fd', 'abcd'],
    ['\ud800bread', '\ufffdbread'],
    ['', undefined],
    [' \u0001 ', undefined],
    [5, undefined],
    [null, undefined],
    [{ toString: () => 'bread' }, undefined],
  ])('%j is %j', (value, text) => expect(cleanText(value)).toBe(text));

  test.each([
    ['a', 4096],
    ['é', 2048],
    ['€', 1365],
    ['😀', 1024],
  ])('%s: is cut at a whole sign, in 4096 bytes', (sign, most) => {
    expect(TEXT_BYTES).toBe(4096);
    expect(cleanText(sign.repeat(most))).toBe(sign.repeat(most));
    expect(cleanText(sign.repeat(most + 1))).toBe(sign.repeat(most));
    expect(cleanText(sign.repeat(3000))).toBe(sign.repeat(Math.min(3000, most)));
  });

  test('the first of each length of sign counts as long as it is', () => {
    for (const [sign, bytes] of [
      ['\u007f', 0],
      ['\u0080', 0],
      ['\u07ff', 2],
      ['\u0800', 3],
      ['\uffff', 3],
      ['\u{10000}', 4],
    ] as const) {
      const text = cleanText(`${sign}${'a'.repeat(5000)}`);
      expect(bytesOf(text), sign).toBe(4096);
      expect(text?.length, sign).toBe(4096 - bytes + (bytes ? sign.length : 0));
    }
  });
});

describe('a name', () => {
  test.each([
    ['mara', 'mara'],
    [' @mara ', 'mara'],
    ['@@mara', '@mara'],
    ['ma@ra', 'ma@ra'],
    ['\u2068@mara\u2069\u200e\u202a', 'mara'],
    [17841, '17841'],
    [0, undefined],
    [-5, undefined],
    [1.5, undefined],
    [2 ** 53, undefined],
    ['@', undefined],
    ['', undefined],
    [null, undefined],
    [true, undefined],
    ['a'.repeat(300), 'a'.repeat(300)],
    ['a'.repeat(301), undefined],
  ])('%j is %j', (value, name) => expect(readName(value)).toBe(name));

  test.each([
    ['Mara', 'mara', true],
    ['@mara', 'MARA', true],
    ['mara', '@Mara', true],
    ['mara', 'mara_', false],
    ['ma@ra', 'mara', false],
    [undefined, 'mara', false],
    ['mara', undefined, false],
    [undefined, undefined, false],
  ])('%j and %j are one: %s', (a, b, same) => expect(sameName(a, b)).toBe(same));
});

test.each([
  ['https://a.example/b', undefined, 'https://a.example/b'],
  ['http://a.example', undefined, 'http://a.example/'],
  ['a.example', undefined, 'https://a.example/'],
  ['a-b.c.example/d', undefined, 'https://a-b.c.example/d'],
  ['see a.example', undefined, undefined],
  ['a.example:x', undefined, undefined],
  ['localhost', undefined, undefined],
  ['/b', 'https://a.example/c/d', 'https://a.example/b'],
  ['/b', undefined, undefined],
  ['javascript:alert(1)', undefined, undefined],
  ['ftp://a.example/', undefined, undefined],
  ['mailto:a@b.example', undefined, undefined],
  [`https://a.example/${'b'.repeat(1982)}`, undefined, `https://a.example/${'b'.repeat(1982)}`],
  [`https://a.example/${'b'.repeat(1983)}`, undefined, undefined],
  [5, undefined, undefined],
])('the link %j from %j is %j', (value, base, link) => expect(readLink(value, base)).toBe(link));

test.each([
  ['1,234 Followers. I bake bread.', '1,234 Followers'],
  ['888 Tsd. Follower. Brot!', '888 Tsd. Follower'],
  ['888Tsd. Follower. Brot!', '888Tsd. Follower'],
  ['12+. More', '12+'],
  ['Hello! World', 'Hello'],
  ['Really? Yes', 'Really'],
  ['a.b stays. Not this', 'a.b stays'],
  ['粉丝123人。你好', '粉丝123人'],
  ['本当！はい', '本当'],
  ['本当？はい', '本当'],
  ['no stop at all', 'no stop at all'],
  ['at the end.', 'at the end'],
  [' . dot alone', ' . dot alone'],
])('the first sentence of %j is %j', (text, first) => expect(firstSentence(text)).toBe(first));
