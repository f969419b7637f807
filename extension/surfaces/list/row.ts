/** A line of the list: a creator, and what this list says of them. */
import type { Report } from '../../.generated/report';
import type { Creator } from '../../vetting/shortlist';
import type { Row } from '../../vetting/shortlists';
import type { Summary } from '../../vetting/summary';
import { pageText } from '../../views/page-text';

export type { Row };

/** What is kept of an answer, in the form that the views draw: without signals and single items, which are not kept. */
export function asReport(summary: Summary, { platform, handle }: Pick<Creator, 'platform' | 'handle'>): Report {
  const { signals: _, explanations: __, ...kept } = summary;
  return {
    ...kept,
    platform,
    handle,
    read: { ...summary.read, narrow: [] },
    signals: [],
    explanations: [],
    items: {},
  };
}

/** Made once for each: a list asks again for every cell, order and sum. */
const reports = new WeakMap<Row['creator'], Report>();

export function reportOf({ creator }: Pick<Row, 'creator'>): Report | undefined {
  if (!creator.summary) return undefined;
  const report = reports.get(creator) ?? asReport(creator.summary, creator);
  reports.set(creator, report);
  return report;
}

/** The name as it is shown. */
export function nameOf({ name, handle }: Pick<Creator, 'name' | 'handle'>): string {
  return (name && pageText(name)) || pageText(handle);
}
