/** What has changed in what a page shows of a creator since they were hired. */
import type { Report } from '../.generated/report';
import type { MessageKey, Words } from '../views/words';
import type { Summary } from './summary';

type Check = Report['checks'][number];

export interface Since {
  /** When the creator was read before the hiring. */
  at: string;
  followers?: { from: NonNullable<Report['followers']>; to: NonNullable<Report['followers']> };
  /** Engagements of a typical post per follower, as shown. */
  rate?: { from: number; to: number };
  /** Checks that have come to another finding. One that had less to go on has not. */
  checks: { id: Check['id']; from: Check['state']; to: Check['state'] }[];
}

const isFound = ({ state }: Check) => state === 'unusual' || state === 'question';
const isTold = ({ state }: Check) => isFound({ state } as Check) || state === 'fine';

export function changedSince(baseline: Summary, now: Summary): Since {
  const [from, to] = [baseline.followers, now.followers];
  const [rateBefore, rate] = [baseline.engagement?.perFollower?.shown, now.engagement?.perFollower?.shown];
  const checks = now.checks.flatMap((check, index) => {
    const before = baseline.checks[index];
    if (!before || before.state === check.state) return [];
    return isFound(check) || (isFound(before) && isTold(check))
      ? [{ id: check.id, from: before.state, to: check.state }]
      : [];
  });
  return {
    at: baseline.capturedAt,
    ...(from && to && { followers: { from, to } }),
    ...(rateBefore !== undefined && rate !== undefined && { rate: { from: rateBefore, to: rate } }),
    checks,
  };
}

/** "Since hired (as read on 3 May 2026): followers 48.2K → 51K, engagement 2.3% → 1.1%, Comments: question". */
export function sinceText({ at, followers, rate, checks }: Since, words: Words): string {
  const { shown, percent, date } = words.numbers;
  const pair = (key: MessageKey, from: string, to: string) => (from === to ? [] : [words.text(key, { from, to })]);
  const changes = [
    ...(followers ? pair('since_followers', shown(followers.from), shown(followers.to)) : []),
    ...(rate ? pair('since_rate', percent(rate.from), percent(rate.to)) : []),
    ...checks.map(({ id, to }) =>
      words.text('named_value', { name: words.text(`check_${id}`), value: words.text(`state_${to as 'fine'}`) }),
    ),
  ];
  const day = date(at, true);
  return changes.length === 0
    ? words.text('since_nothing', { date: day })
    : words.text('since_changes', { date: day, changes: words.list(changes) });
}
