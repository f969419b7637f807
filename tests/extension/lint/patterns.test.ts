import { describe, expect, it } from 'vitest';
import { figure } from '../../threats/figure';
import { judged, patternsIn, patternsOf, short } from './patterns';

const root = new URL('../../../extension/', import.meta.url).pathname;
const verdicts = async (code: string) =>
  (await judged(patternsIn('planted.tsx', code))).map(({ source, verdict }) => [source, verdict]);

describe('the patterns of the extension', () => {
  it('are found in code, in JSX and in types’ neighbourhood, and nowhere else', () => {
    const found = patternsIn(
      'planted.tsx',
      'const a: RegExp = /x+/g; const b = <p title="/y/">{/z/.test(s) ? 1 / 2 / 3 : 4}</p>;',
    );
    expect(found.map(({ source, flags }) => `/${source}/${flags}`)).toEqual(['/x+/g', '/z/']);
  });

  it('are found where they are put together, too: judged with a letter in each hole, or not to be judged', async () => {
    const code = 'new RegExp(`^(HOLE+)+$`, "u"); RegExp(`^HOLE+c`); new RegExp(given);'.replaceAll('HOLE', '$' + '{a}');
    expect(await verdicts(code)).toEqual(
      expect.arrayContaining([
        ['^(x+)+$', 'vulnerable'],
        ['^x+c', 'safe'],
        ['(', 'unknown'],
      ]),
    );
  });

  it('are told where a text can make them slow: twice as long, four times the time, or worse', async () => {
    expect(await verdicts('const a = /^(a+)+$/;')).toEqual([['^(a+)+$', 'vulnerable']]);
    expect(await verdicts('const a = /a+b/;')).toEqual([['a+b', 'vulnerable']]);
    expect(await verdicts('const a = /^a+b/;')).toEqual([['^a+b', 'safe']]);
  });

  it('T10: are linear, but for those that see short texts only', async () => {
    const all = await judged(patternsOf(root));
    const slow = all.filter(({ verdict, source }) => verdict !== 'safe' && !short.has(source));
    expect(all.length).toBeGreaterThan(200);
    expect(slow).toEqual([]);
    figure('T10', 'patterns worse than linear on a page’s text', `${slow.length} of ${all.length}`, 0);
  });

  it('that are listed as seeing short texts only are still there', () => {
    const sources = new Set(patternsOf(root).map(({ source }) => source));
    expect([...short.keys()].filter((source) => !sources.has(source))).toEqual([]);
  });
});
