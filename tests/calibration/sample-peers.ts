/**
 * Benchmark rows of trust B, from a convenience sample of posts (shared/data/posts-2024 beside the project): what a place among
 * peers is told by where nobody published figures.
 *
 *   node tests/calibration/sample-peers.ts [FOLDER]           prints the rows as they stand in wasm/data/benchmarks.tsv
 *   node tests/calibration/sample-peers.ts --check [FOLDER]   says whether they are those; 77 where the sample is not there
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Row = Record<string, string>;
/** What one account shows of a typical post. */
interface Shown {
  followers: number;
  ratio: number;
}
interface Peers {
  id: string;
  platform: string;
  ratio: string;
  numerator: string;
  denominator: string;
  format: string;
  year: string;
  /** Least and most followers of each class; without the most it is open above. */
  classes: readonly (readonly [number, number?])[];
  note: string;
  shown: Shown[];
}

const LEAST_ACCOUNTS = 20;
/** A mean over a channel's videos is turned into a median by this, as for the TIDES rows: exp(-0.91²/2). */
const MEDIAN_OF_MEAN = 0.661;

const check = process.argv.includes('--check');
const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const folder = given ?? path.join(import.meta.dirname, '../../../shared/data/posts-2024');
const table = path.join(import.meta.dirname, '../../wasm/data/benchmarks.tsv');

function read(name: string): Row[] {
  const [header = '', ...lines] = readFileSync(path.join(folder, name), 'utf8').trimEnd().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i] ?? '', cell])));
}

const number = (row: Row, column: string) => (row[column] ? Number(row[column]) : undefined);

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = part * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}
const median = (values: readonly number[]) => quantile(values, 0.5);

/** For each account the median of `above` over its posts, divided by the median of `below`. */
function byAccount(rows: readonly Row[], above: readonly string[], below: string): Shown[] {
  const accounts = Map.groupBy(rows, (row) => row.account ?? '');
  return [...accounts.values()].flatMap((posts) => {
    const sums = posts.map((row) => above.reduce((sum, column) => sum + (number(row, column) ?? Number.NaN), 0));
    const whole = sums.filter((sum) => !Number.isNaN(sum));
    const under = posts.map((row) => number(row, below)).filter((n) => n !== undefined);
    const followers = posts.map((row) => number(row, 'followers')).filter((n) => n !== undefined);
    if (whole.length === 0 || under.length === 0 || followers.length === 0 || median(under) <= 0) return [];
    return [{ followers: median(followers), ratio: median(whole) / median(under) }];
  });
}

const LARGE = [[100_000, 1_000_000], [1_000_000]] as const;
const SOURCE =
  'Bright Data samples (luminati-io/Social-media-dataset-samples), a convenience sample, aggregated for this project';

const IN_2024 = { format: 'all', year: '2024' };
const OF_FOLLOWERS = {
  ...IN_2024,
  ratio: 'engagement_per_follower',
  numerator: 'likes+comments',
  denominator: 'followers',
};

function ofX(): Peers[] {
  const posts = read('x.csv');
  const x = {
    platform: 'x',
    classes: LARGE,
    note: 'one to ten posts of each account, half of them one',
  };
  return [
    { ...OF_FOLLOWERS, ...x, id: 'x-epf', shown: byAccount(posts, ['likes', 'replies'], 'followers') },
    {
      ...IN_2024,
      ...x,
      id: 'x-epv',
      ratio: 'engagement_per_view',
      numerator: 'likes+comments',
      denominator: 'views',
      shown: byAccount(posts, ['likes', 'replies'], 'views'),
    },
    {
      ...IN_2024,
      ...x,
      id: 'x-vpf',
      ratio: 'views_per_follower',
      numerator: 'views',
      denominator: 'followers',
      shown: byAccount(posts, ['views'], 'followers'),
    },
  ];
}

function ofTikTokProfiles(): Peers {
  const shown = read('tiktok-profiles.csv').flatMap((row): Shown[] => {
    const [followers, likes, videos] = [number(row, 'followers'), number(row, 'likes_total'), number(row, 'videos')];
    if (!followers || likes === undefined || !videos) return [];
    return [{ followers, ratio: (MEDIAN_OF_MEAN * likes) / videos / followers }];
  });
  return {
    ...OF_FOLLOWERS,
    id: 'tt-epf-profiles',
    platform: 'tiktok',
    numerator: 'likes',
    format: 'video',
    classes: [[100, 1000]],
    note: 'all likes of a profile over its videos; means turned into medians as for the larger classes',
    shown,
  };
}

function peers(): Peers[] {
  return [
    ...ofX(),
    {
      ...OF_FOLLOWERS,
      id: 'fb-epf',
      platform: 'facebook',
      classes: [[10_000, 1_000_000]],
      note: 'one post of each page: wider than pages differ',
      shown: byAccount(read('facebook.csv'), ['likes', 'comments'], 'followers'),
    },
    {
      ...OF_FOLLOWERS,
      id: 'pin-epf',
      platform: 'pinterest',
      classes: [
        [100, 1000],
        [1000, 10_000],
        [10_000, 50_000],
      ],
      // Above these a pin has five reactions whatever the followers: their ratio tells nothing of an account.
      note: 'one pin of most accounts, none without a reaction: wider and higher than accounts are',
      shown: byAccount(read('pinterest.csv'), ['likes', 'comments'], 'followers'),
    },
    ofTikTokProfiles(),
  ];
}

const size = (n: number) => (n >= 1_000_000 ? `${n / 1_000_000}m` : n >= 1000 ? `${n / 1000}k` : `${n}`);

function rowsOf(one: Peers): string[] {
  return one.classes.flatMap(([least, most]) => {
    const ratios = one.shown
      .filter(({ followers }) => followers >= least && (most === undefined || followers < most))
      .map(({ ratio }) => ratio);
    if (ratios.length < LEAST_ACCOUNTS) return [];
    const [low, mid, high] = [0.1, 0.5, 0.9].map((part) => Number(quantile(ratios, part).toPrecision(4)).toString());
    const id = `${one.id}-${most === undefined ? `${size(least)}+` : `${size(least)}-${size(most)}`}`;
    return [
      [
        id,
        one.platform,
        one.ratio,
        one.numerator,
        one.denominator,
        one.format,
        least,
        most ?? '',
        low,
        mid,
        high,
        '0.8',
        'counted',
        ratios.length,
        one.year,
        'B',
        SOURCE,
        '',
        one.note,
      ].join('\t'),
    ];
  });
}

function main(): number {
  if (!existsSync(folder)) {
    console.error(`The sample is not there: ${folder}`);
    return 77;
  }
  const rows = peers().flatMap(rowsOf);
  if (!check) {
    console.log(rows.join('\n'));
    return 0;
  }
  const standing = new Set(readFileSync(table, 'utf8').split('\n'));
  const missing = rows.filter((row) => !standing.has(row));
  console.log(`${rows.length} rows of the sample, ${missing.length} not as they stand in wasm/data/benchmarks.tsv`);
  return missing.length === 0 && rows.length > 0 ? 0 : 1;
}

process.exitCode = main();
