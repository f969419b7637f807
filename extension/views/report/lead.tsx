/** @jsxImportSource preact */
/** Whose report it is, and when it was read. */
import { Fragment } from 'preact';
import type { Count, Snapshot } from '../../.generated/snapshot';
import { followersText } from '../fact';
import { printedValue } from '../numbers';
import { pageText } from '../page-text';
import type { PartProps } from './panel';

/** The account as the page names it, and what the page shows of it. */
export function Who({ report, snapshot, words }: PartProps & { snapshot?: Snapshot | null }) {
  const { displayName, posts, following } = snapshot?.profile ?? {};
  // A community is named r/…, with no sign before it.
  const handle = `${report.handle.includes('/') ? '' : '@'}${pageText(report.handle)}`;
  const name = displayName === undefined ? '' : pageText(displayName);
  const rangeOf = (count: Count) => (typeof count === 'number' ? { low: count, high: count } : count);
  const facts = [
    name !== '' && handle,
    words.text(`platform_${report.platform}`),
    report.capturedAt && words.text('report_read_at', { moment: words.numbers.moment(report.capturedAt) }),
    report.followers && followersText('report_followers_shown', report.followers, words),
    posts !== undefined && words.count('unit_posts', Math.round(printedValue(rangeOf(posts)))),
    following !== undefined &&
      words.text('report_following_shown', { following: words.numbers.shown(rangeOf(following)) }),
  ].filter(Boolean);
  return (
    <div class="who">
      <h1>
        <bdi>{name || handle}</bdi>
      </h1>
      <p class="small numbers">
        {facts.map((fact, index) => (
          // Latin ends of one fact would take the next one's number to their side.
          <Fragment key={fact}>
            {index > 0 && ' · '}
            <bdi>{fact}</bdi>
          </Fragment>
        ))}
      </p>
    </div>
  );
}
