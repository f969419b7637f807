/** What a report was compared with: rows of published tables, each with its source. */
import { benchmarkRows } from '../../.generated/benchmarks';
import type { Report } from '../../.generated/report';
import { pageText } from '../page-text';
import type { Words } from '../words';

const byId = new Map(benchmarkRows.map((row) => [row.id, row]));

/** Ids of the rows that the report names, each once, in its order. */
export function rowsOf(report: Report): string[] {
  const { perFollower, perView, viewsPerFollower } = report.engagement ?? {};
  return [
    ...new Set(
      [perFollower, perView, viewsPerFollower]
        .flatMap((rate) => rate?.typical?.rows ?? [])
        .concat(report.signals.flatMap((signal) => signal.typical?.rows ?? [])),
    ),
  ];
}

/** "Engagement per follower, 10K–50K followers: Modash …, 2025"; a row of another version's table is its id. */
export function rowText(id: string, words: Words): string {
  const row = byId.get(id);
  if (!row) return pageText(id);
  const { count, range } = words.numbers;
  const { followersMin: low = 0, followersMax: high } = row;
  const size =
    high !== undefined
      ? words.text('benchmark_size', { range: range(count(low), count(high)) })
      : low > 0
        ? words.text('benchmark_size_from', { low: count(low) })
        : words.text('benchmark_size_any');
  return words.text('benchmark_row', {
    ratio: words.text(`signal_${row.ratio}_name`),
    size,
    source: row.year ? words.list([row.source, String(row.year)]) : row.source,
  });
}
