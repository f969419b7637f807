/** The place among peers in words. */
import type { Report } from '../.generated/report';
import type { Words } from './words';

/** "Higher than ≈8–9 in 10 peers"; beyond the published edges only that it is beyond. */
export function peersText({ percentile }: NonNullable<Report['position']>, words: Words): string {
  const { low, high } = percentile;
  if (high <= 0.05) return words.text('peers_far_below');
  if (high <= 0.1) return words.text('peers_lowest');
  if (low >= 0.95) return words.text('peers_far_above');
  if (low >= 0.9) return words.text('peers_highest');
  const tenths = (share: number) => words.numbers.count(Math.round(share * 10));
  return words.text('peers_higher', { n: words.numbers.range(tenths(low), tenths(high)) });
}
