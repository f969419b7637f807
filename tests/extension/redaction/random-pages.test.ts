/** Pages of any shape: the file about one is made, can be read, and holds nothing that the page says in a place nobody reads. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { responses } from '../../../extension/.generated/platforms/responses';
import { platforms } from '../../../extension/platforms/registry';
import { figure } from '../../threats/figure';
import { cases } from '../cases';
import type { CapturedPage } from '../pages/capture';
import { reported } from './reported';

/** A word that no reader knows, so long that no two are alike by chance. */
const secret = fc.nat({ max: 2 ** 31 }).map((number) => `zq${number.toString(36).padStart(7, 'x')}vk`);
const key = fc.oneof(
  secret,
  fc.constantFrom(
    'data',
    'user',
    'edges',
    'node',
    'items',
    'text',
    'id',
    'viewer',
    '__proto__',
    'legacy',
    'token',
    'result',
  ),
);

/** JSON whose texts and keys are secrets. */
const json = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    secret,
    fc.constantFrom<unknown>(null, true, 12, 1.5, ''),
    fc.array(tie('node'), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie('node')), { maxLength: 5 })
      .map((entries) => Object.fromEntries(entries.map(([name, value]) => [`${name}_`, value]))),
    secret.map((word) => JSON.stringify({ [word]: word })),
  ),
})).node;

/** Markup of elements and attributes that hold secrets. */
const markup = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    secret,
    secret.map((word) => `<!-- ${word} -->`),
    secret.map((word) => `<script>var ${word} = "${word}"</script>`),
    secret.map((word) => `<input value="${word}"><img src="/${word}" alt="${word}" onerror="${word}">`),
    fc
      .tuple(
        fc.constantFrom('div', 'span', 'a', 'nav', 'article', 'h2', 'custom-el', 'template', 'svg'),
        secret,
        fc.array(tie('node'), { maxLength: 3 }),
      )
      .map(
        ([name, word, inner]) =>
          `<${name} data-${word}="${word}" title="${word}" class="${word}">${inner.join('')}</${name}>`,
      ),
  ),
})).node;

let pages = 0;

/** An address whose answers are kept. */
function listedAt(address: string): string {
  const { hostname, origin } = new URL(address);
  const own = responses.find(({ hosts }) => hosts !== 'any' && hosts.some((host) => hostname.endsWith(host)));
  const [path] = (own ?? responses.find(({ hosts }) => hosts === 'any'))?.paths ?? [];
  return `${origin}${path}`;
}

describe.each(platforms.map(({ site }) => [site.platform, site.example] as const))('%s', (platform, address) => {
  test('T32: a page of any shape', () => {
    let answersKept = 0;
    fc.assert(
      fc.property(
        fc.array(json, { maxLength: 3 }),
        fc.array(markup, { maxLength: 4 }),
        secret,
        (answers, parts, word) => {
          const page: CapturedPage = {
            address: `${address}?${word}=${word}#${word}`,
            now: '2026-09-01T12:00:00Z',
            html: `<!DOCTYPE html><html lang="en"><head><title>${word}</title></head><body>${parts.join('')}</body></html>`,
            responses: answers.map((answer, index) => ({
              url: `${listedAt(address)}/${word}?after=${word}&n=${index}`,
              body: JSON.stringify(answer),
            })),
          };
          const { text, entries } = reported(page);
          answersKept += entries.length - 1;
          expect([...text.matchAll(/zq[0-9a-z]+vk/g)].map(([found]) => found)).toEqual([]);
        },
      ),
      { numRuns: cases(25), seed: 20261126 },
    );
    // Else nothing would be tried but markup.
    expect(answersKept).toBeGreaterThan(cases(25) / 4);
    pages += cases(25);
    if (platform === platforms.at(-1)?.site.platform)
      figure('T32', `words of ${pages} pages of any shape that are left in files, where nobody reads`, 0, 0);
  });
});
