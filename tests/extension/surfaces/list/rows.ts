/** Rows of a list, from the golden reports. */
import type { Report } from '../../../../extension/.generated/report';
import type { PlatformName } from '../../../../extension/reading/reading';
import { type Fee, newEntry } from '../../../../extension/vetting/shortlist';
import type { Row } from '../../../../extension/vetting/shortlists';
import { summaryOf } from '../../../../extension/vetting/summary';
import { report as golden } from '../../views/reports';

let made = 0;
const AT = '2026-11-20T10:00:00Z';

export function summaryFrom(report: Report, capturedAt = AT) {
  const profile = { handle: report.handle };
  const summary = summaryOf(
    { ...report, snapshotHash: 'ab'.repeat(32) },
    { schema: 'plumb.snapshot/1', platform: report.platform, profile, capturedAt },
    'visit-1',
  );
  if (!summary) throw new Error(`${report.handle} has no summary`);
  return summary;
}

export interface RowParts {
  fee?: Fee;
  /** Members of the report that are to be others. */
  change?: Partial<Report>;
  entry?: Partial<Row['entry']>;
  name?: string;
}

/** @param of a golden report's name */
export function rowOf(of: string, { fee, change, entry, name }: RowParts = {}): Row {
  const report = { ...golden(of), ...change };
  made += 1;
  const key = `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`;
  const added = `2026-11-20T10:00:${String(made % 60).padStart(2, '0')}Z`;
  const { handle } = report;
  return {
    creator: {
      key,
      platform: report.platform as PlatformName,
      host: '',
      handle,
      url: `https://a.example/${handle}`,
      ...(name && { name }),
      added,
      summary: summaryFrom(report),
    },
    entry: { ...newEntry('00000000-0000-4000-8000-000000000001', key, added), ...(fee && { fee }), ...entry },
    damaged: false,
  };
}

export const eur = (amount: number, unit: Fee['unit'] = 'post', count = 1): Fee => ({
  amount,
  currency: 'EUR',
  unit,
  count,
});
