/**
 * The columns of the list's files. Numbers with a point, dates by ISO 8601, handles without @. What is estimated stands there
 * only where what was read has moved it, as everywhere.
 */
import type { Report } from '../../.generated/report';
import type { Decision } from '../../vetting/shortlist';
import type { Cell } from '../../vetting/spreadsheet';
import { printedValue } from '../../views/numbers';
import { type Costs, costsOf, pieceFee } from './costs';
import { type Row, reportOf } from './row';

/** Changes when a column is renamed or means something else. */
const VERSION = 2;

/** Six significant digits: no more is known of any estimate or cost. */
const rounded = (value: number | undefined) => (value === undefined ? undefined : Number(value.toPrecision(6)));
const range = (count: Report['followers']) => count && Math.round(printedValue(count));
const names = (list: readonly string[]) => list.join(' ');

interface Of {
  row: Row;
  report: Report | undefined;
  costs: Costs | undefined;
  last: Decision | undefined;
}

type Column = readonly [name: string, value: (of: Of) => Cell];

const moved = ({ report }: Of) => (report?.audience.moved ? report.audience : undefined);
const genuine = ({ report }: Of) =>
  report?.engagement?.perPost?.moved ? report.engagement.perFollower?.real : undefined;
const perThousand = ({ row }: Of, people: number | undefined) => {
  const money = row.entry.fee && pieceFee(row.entry.fee);
  return money === undefined || !people ? undefined : rounded((1000 * money) / people);
};
/** As a month: the report's own span is another. */
function monthlyChange(report: Report | undefined): number | undefined {
  const { change, days } = report?.growth ?? {};
  return change === undefined || days === undefined || days < 20 || days > 40 ? undefined : rounded(change);
}

const who: readonly Column[] = [
  ['platform', ({ row }) => row.creator.platform],
  ['handle', ({ row }) => row.creator.handle],
  ['profile_url', ({ row }) => row.creator.url],
  ['display_name', ({ row }) => row.creator.name],
];

const money: readonly Column[] = [
  ['fee', ({ row }) => row.entry.fee?.amount],
  ['currency', ({ row }) => row.entry.fee?.currency],
  ['fee_unit', ({ row }) => row.entry.fee?.unit],
  ['fee_count', ({ row }) => row.entry.fee?.count],
];

const costs: readonly Column[] = [
  ['cost_per_engagement_shown', ({ costs: of }) => rounded(of?.engagement?.mid)],
  ['cost_per_engagement_shown_lo', ({ costs: of }) => rounded(of?.engagement?.range?.low)],
  ['cost_per_engagement_shown_hi', ({ costs: of }) => rounded(of?.engagement?.range?.high)],
  ['cost_per_1k_views', ({ costs: of }) => rounded(of?.views?.mid)],
  ['cost_per_1k_views_lo', ({ costs: of }) => rounded(of?.views?.range?.low)],
  ['cost_per_1k_views_hi', ({ costs: of }) => rounded(of?.views?.range?.high)],
];

/** Everything that the list has of a creator. */
export const allColumns: readonly Column[] = [
  ['schema_version', () => VERSION],
  ['captured_at', ({ row }) => row.creator.summary?.capturedAt],
  ...who,
  ['followers_shown', ({ report }) => range(report?.followers)],
  ['real_est', (of) => moved(of)?.people?.mid],
  ['real_lo90', (of) => moved(of)?.people?.low],
  ['real_hi90', (of) => moved(of)?.people?.high],
  ['real_share_est', (of) => rounded(moved(of)?.share.mid)],
  ['engagements_shown', ({ report }) => report?.engagement?.perPost?.shown.mid],
  ['views_shown', ({ report }) => report?.views?.perPost.mid],
  ['engagement_rate_shown', ({ report }) => rounded(report?.engagement?.perFollower?.shown)],
  ['engagement_rate_typical_lo', ({ report }) => rounded(report?.engagement?.perFollower?.typical?.low)],
  ['engagement_rate_typical_hi', ({ report }) => rounded(report?.engagement?.perFollower?.typical?.high)],
  ['engagement_genuine_est', (of) => rounded(genuine(of)?.mid)],
  ['engagement_genuine_lo90', (of) => rounded(genuine(of)?.low)],
  ['engagement_genuine_hi90', (of) => rounded(genuine(of)?.high)],
  ['peers_place', ({ report }) => report?.position?.place],
  ['peers_percentile', ({ report }) => rounded(report?.position?.percentile.mid)],
  ['posts_read', ({ report }) => report?.read.posts],
  ['comments_read', ({ report }) => report?.read.comments],
  ['returning_commenters', ({ report }) => report?.engagement?.returning?.people],
  ['returning_of', ({ report }) => report?.engagement?.returning?.of],
  [
    'comment_languages',
    ({ row }) => row.creator.summary && names(row.creator.summary.languages.map(({ lang }) => lang)),
  ],
  ['evidence', ({ report }) => report?.read.evidence],
  ['patterns', ({ report }) => report?.verdict],
  ['checks', ({ report }) => report && names(report.checks.map(({ id, state }) => `${id}:${state}`))],
  ['top_signals', ({ row }) => row.creator.summary && names(row.creator.summary.signals)],
  ['followers_30d_change', ({ report }) => monthlyChange(report)],
  ...money,
  ['cost_per_1k_shown', (of) => perThousand(of, range(of.report?.followers))],
  ['cost_per_1k_real', (of) => perThousand(of, moved(of)?.people?.mid)],
  ['cost_per_1k_real_lo', (of) => perThousand(of, moved(of)?.people?.high)],
  ['cost_per_1k_real_hi', (of) => perThousand(of, moved(of)?.people?.low)],
  ...costs,
  ['cost_per_genuine_engagement', ({ costs: of }) => rounded(of?.real?.mid)],
  ['status', ({ row }) => row.entry.status],
  ['reason', ({ row }) => row.entry.reason],
  ['decided_by', ({ row }) => row.entry.decidedBy],
  ['decided_at', ({ last }) => last?.at],
  ['decided_on_reading', ({ last }) => last?.reading],
  ['tags', ({ row }) => row.entry.tags.join(', ')],
  ['notes', ({ row }) => row.entry.note],
  ['model_version', ({ row }) => row.creator.summary?.model.version],
];

/** What a client gets: no notes, no tags, and two columns to fill. */
export const clientColumns: readonly Column[] = [
  ...who,
  ['followers_shown', ({ report }) => range(report?.followers)],
  ['engagements_shown', ({ report }) => report?.engagement?.perPost?.shown.mid],
  ['views_shown', ({ report }) => report?.views?.perPost.mid],
  ['engagement_rate_shown', ({ report }) => rounded(report?.engagement?.perFollower?.shown)],
  ['peers_place', ({ report }) => report?.position?.place],
  ['patterns', ({ report }) => report?.verdict],
  ...money,
  ...costs,
  ['captured_at', ({ row }) => row.creator.summary?.capturedAt],
  ['status', ({ row }) => row.entry.status],
  ['reason', ({ row }) => row.entry.reason],
  ['client_status', () => undefined],
  ['client_reason', () => undefined],
];

/** The names of the columns, and a row of cells for each creator. */
export function tableOf(rows: readonly Row[], columns: readonly Column[]): Cell[][] {
  const cells = rows.map((row) => {
    const of: Of = { row, report: reportOf(row), costs: costsOf(row), last: row.entry.decisions.at(-1) };
    return columns.map(([, value]) => value(of));
  });
  return [columns.map(([name]) => name), ...cells];
}
