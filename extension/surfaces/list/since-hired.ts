/** What has changed of a creator since they were hired: two kept readings side by side, nothing estimated. */
import type { Report } from '../../.generated/report';
import { printedValue } from '../../views/numbers';
import type { Words } from '../../views/words';
import type { Row } from './row';

type CheckId = Report['checks'][number]['id'];
type CheckState = Report['checks'][number]['state'];

export interface Changes {
  /** When the reading was made that was frozen, RFC 3339. */
  since: string;
  /** As a share of what it was. */
  followers?: number;
  rate?: { before: number; after: number };
  checks: { id: CheckId; before: CheckState; after: CheckState }[];
}

/** Nothing where nobody is hired, or nothing was read since. */
export function changesSince({ creator, entry }: Row): Changes | undefined {
  const { baseline } = entry;
  const { summary } = creator;
  if (!baseline || !summary || summary.capturedAt <= baseline.capturedAt) return undefined;
  const [was, is] = [baseline, summary].map(({ followers }) => followers && printedValue(followers));
  const [before, after] = [baseline, summary].map(({ engagement }) => engagement?.perFollower?.shown);
  return {
    since: baseline.capturedAt,
    ...(was !== undefined && is !== undefined && was > 0 && { followers: is / was - 1 }),
    ...(before !== undefined && after !== undefined && { rate: { before, after } }),
    checks: summary.checks.flatMap(({ id, state }) => {
      const earlier = baseline.checks.find((one) => one.id === id)?.state;
      return earlier !== undefined && earlier !== state ? [{ id, before: earlier, after: state }] : [];
    }),
  };
}

const stateText = (state: CheckState, words: Words) =>
  state === 'not_read' || state === 'not_shown' ? words.text('check_not_read') : words.text(`state_${state}`);

/** Each change as a sentence; one sentence where nothing has changed. */
export function changeTexts({ followers, rate, checks }: Changes, words: Words): string[] {
  const { percent } = words.numbers;
  const texts = [
    followers !== undefined && `${words.text('check_followers')}: ${words.numbers.change(Math.log1p(followers))}`,
    rate &&
      percent(rate.before) !== percent(rate.after) &&
      `${words.text('figure_rate')}: ${words.text('list_log_change', { from: percent(rate.before), to: percent(rate.after) })}`,
    ...checks.map(
      ({ id, before, after }) =>
        `${words.text(`check_${id}`)}: ${words.text('list_log_change', { from: stateText(before, words), to: stateText(after, words) })}`,
    ),
  ].filter((text) => text !== false && text !== undefined);
  return texts.length > 0 ? texts : [words.text('list_no_change')];
}
