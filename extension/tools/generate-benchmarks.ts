/** Makes the sources of the benchmark rows, for the report page, from wasm/data/benchmarks.tsv: extension/.generated/benchmarks.ts */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const table = readFileSync(new URL('../../wasm/data/benchmarks.tsv', import.meta.url), 'utf8');
const target = new URL('../.generated/', import.meta.url);
const [header = '', ...lines] = table.split('\n').filter(Boolean);
const columns = header.split('\t');
const rows = lines.map((line) => {
  const cells = line.split('\t');
  const cell = (name: string) => {
    const at = columns.indexOf(name);
    if (at < 0) throw new Error(`benchmarks.tsv has no column ${name}`);
    return cells[at] ?? '';
  };
  const number = (name: string) => (cell(name) === '' ? undefined : Number(cell(name)));
  return {
    id: cell('id'),
    ratio: cell('ratio'),
    followersMin: number('followers_min'),
    followersMax: number('followers_max'),
    n: number('n'),
    year: /^\d{4}$/.test(cell('year')) ? cell('year') : undefined,
    source: cell('source'),
  };
});
mkdirSync(target, { recursive: true });
writeFileSync(
  new URL('benchmarks.ts', target),
  `/* Generated from wasm/data/benchmarks.tsv: do not edit. */
export interface BenchmarkRow {
  id: string;
  /** The ratio, which is the id of a signal too. */
  ratio: 'engagement_per_follower' | 'engagement_per_view' | 'views_per_follower' | 'likes_per_view' | 'comments_per_like';
  followersMin?: number;
  /** Without it the class is open above. */
  followersMax?: number;
  /** Accounts or videos behind the row. */
  n?: number;
  year?: string;
  source: string;
}
export const benchmarkRows: readonly BenchmarkRow[] = ${JSON.stringify(rows, null, 2)};
`,
);
