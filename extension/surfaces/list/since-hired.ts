/** What has changed of a creator since they were hired, in the list's words: two kept readings, nothing estimated. */
import { changedSince, type Since } from '../../vetting/since';
import { printedValue } from '../../views/numbers';
import type { Words } from '../../views/words';
import type { Row } from './row';

/** Nothing where nobody is hired, or nothing was read since. */
export function changesSince({ creator, entry }: Row): Since | undefined {
  const { baseline } = entry;
  const { summary } = creator;
  return baseline && summary && summary.capturedAt > baseline.capturedAt ? changedSince(baseline, summary) : undefined;
}

/** Each change as a sentence; one sentence where nothing has changed. */
export function changeTexts({ followers, rate, checks }: Since, words: Words): string[] {
  const { percent } = words.numbers;
  const named = (name: string, value: string) => words.text('named_value', { name, value });
  const change = (from: string, to: string) => words.text('list_log_change', { from, to });
  const [was = 0, is = 0] = followers ? [printedValue(followers.from), printedValue(followers.to)] : [];
  const texts = [
    ...(was > 0 ? [named(words.text('check_followers'), words.numbers.change(Math.log(is / was)))] : []),
    ...(rate && percent(rate.from) !== percent(rate.to)
      ? [named(words.text('figure_rate'), change(percent(rate.from), percent(rate.to)))]
      : []),
    ...checks.map(({ id, from, to }) =>
      named(words.text(`check_${id}`), change(stateText(from, words), stateText(to, words))),
    ),
  ];
  return texts.length > 0 ? texts : [words.text('list_no_change')];
}

const stateText = (state: Since['checks'][number]['from'], words: Words) =>
  state === 'not_read' || state === 'not_shown' ? words.text('check_not_read') : words.text(`state_${state}`);
