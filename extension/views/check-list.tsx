/** @jsxImportSource preact */
/** The checks: what each saw, and whether it is unusual, a question, fine, or had little to go on. What found something comes first. */
import type { Report, Signal } from '../.generated/report';
import { Icon, type IconName } from './icons';
import { seenText, typicalText } from './signal-list';
import type { Check } from './standing';
import type { PluralKey, Words } from './words';

type Done = Exclude<Check['state'], 'not_read' | 'not_shown'>;
const order: readonly Done[] = ['unusual', 'question', 'fine', 'weak'];
const icons = {
  unusual: 'unusual',
  question: 'question',
  fine: 'fine',
  weak: 'weak',
  not_read: 'open',
  not_shown: 'open',
} as const satisfies Record<Check['state'], IconName>;

/** The mark of a state. */
export const stateIcon = (state: Check['state']) => icons[state];

/** Those that were done, what found something first; the report's order among alike. */
export function doneChecks({ checks }: Report): Check[] {
  return order.flatMap((state) => checks.filter((check) => check.state === state));
}

const isFinding = ({ state }: Check) => state === 'unusual' || state === 'question';

const speaking = (check: Check, report: Report) => report.signals.filter(({ id }) => check.signals.includes(id));

/** The signal that saw what the check says. */
const source = ({ seen }: Check, signals: readonly Signal[]) =>
  signals.find((one) => one.seen.value === seen?.value && one.seen.unit === seen.unit);

/** The signal that a finding is told by: the one that saw what the check says, else its first. */
function tellingSignal(check: Check, report: Report): Signal | undefined {
  if (!isFinding(check)) return undefined;
  const signals = speaking(check, report);
  return source(check, signals) ?? signals[0];
}

/** What a row tells of: a finding's signal; of who comes back all who did, not a signal's part of them; else the check itself. */
function toldOf(check: Check, report: Report): Pick<Check, 'typical'> & { seen?: Signal['seen'] } {
  const back = report.engagement?.returning;
  return (
    tellingSignal(check, report) ??
    (check.id === 'returning' && back ? { seen: { value: back.people, of: back.of, unit: 'people' } } : check)
  );
}

/** What is typical of what the check saw. */
function checkTypical(check: Check, report: Report, words: Words): string | undefined {
  const { seen, typical } = toldOf(check, report);
  return seen && typicalText({ seen, typical }, words);
}

/** What a check counts where its name says so: its row needs no noun. */
const named: Partial<Record<Check['id'], Signal['seen']['unit']>> = {
  comments: 'comments',
  returning: 'people',
  followers: 'people',
};

/** What a check saw: a finding in the words of its signal and with what that saw, else in the check's own. */
export function checkText(check: Check, report: Report, words: Words): string {
  const signal = tellingSignal(check, report);
  const { id } = check;
  const { seen, typical } = toldOf(check, report);
  if (!seen) return words.text('check_little');
  const text = seenText(seen, words, named[id] === seen.unit, typical);
  // The name of the list says nothing of what was found in it; the check's own words do.
  if (signal && id !== 'followers')
    return words.text('named_value', { name: words.text(`signal_${signal.id}_name`), value: text });
  const by = source(check, report.signals);
  if (id === 'likes' && seen.unit === 'ratio' && by)
    return words.text('named_value', { name: words.text(`signal_${by.id}_name`), value: text });
  if (id === 'likes' && seen.unit === 'correlation')
    return words.text('signal_like_comment_correlation_seen', { seen: text });
  return words.text(`check_${id}_seen`, { seen: text });
}

/** Rows that have room for one way each, so that what follows them stays in sight; the tip and the report name all. */
const ROOMY = 4;

/** "can't see: likes added in proportion": what half added could look like without being noticed. */
export function missesText({ state, misses }: Check, words: Words, most = misses.length): string | undefined {
  if (state !== 'weak') return undefined;
  const what = words.list(misses.slice(0, most).map((way) => words.text(`misses_${way}`)));
  return what ? words.text('power_misses', { what }) : undefined;
}

/** "open the followers list, ≈22 s"; visits on other days take these days, not the moment that each of them needs. */
export function stepText({ action, count, seconds }: NonNullable<Check['open']>, words: Words): string {
  const step = {
    open_followers: () => words.text('step_open_followers'),
    open_posts: () => words.count('step_open_posts' satisfies PluralKey, count),
    scroll_posts: () => words.count('step_scroll_posts' satisfies PluralKey, count),
    revisit: () => words.count('step_revisit' satisfies PluralKey, count),
  }[action]();
  return action === 'revisit' ? step : words.list([step, `≈${words.numbers.duration(seconds)}`]);
}

/** Leads from a check to its posts, comments and people, where these are on the page beside it. */
export interface Pointer {
  /** How many of them the page shows. */
  found(signal: Signal): number;
  /** Marks them; null marks nothing. */
  point(signal: Signal | null): void;
  /** Scrolls to the next one. */
  next(signal: Signal): void;
}

export interface CheckListProps {
  report: Report;
  words: Words;
  pointer?: Pointer;
}

/** What can be done now comes before what takes days. */
const waits = ({ action }: NonNullable<Check['open']>) => Number(action === 'revisit');

/** With this many findings what is fine or weak gives way to them. */
const MANY = 3;

export function CheckList({ report, words, pointer }: CheckListProps) {
  const done = doneChecks(report);
  const findings = done.filter(isFinding);
  const rows = findings.length >= MANY ? findings : done;
  const notRead = report.checks.filter(({ state }) => state === 'not_read');
  const rest = done.length - rows.length;
  const cheapest = notRead
    .flatMap(({ open }) => open ?? [])
    .sort((a, b) => waits(a) - waits(b) || a.seconds - b.seconds)
    .at(0);
  const folded = [
    rest > 0 && words.count('checks_rest', rest),
    done.length > 1 && notRead.length > 0 && words.count('checks_not_read', notRead.length),
    done.length > 1 && cheapest && stepText(cheapest, words),
  ].filter(Boolean);
  return (
    <ul class="checks">
      {rows.map((check) => (
        <CheckRow
          key={check.id}
          check={check}
          report={report}
          words={words}
          pointer={pointer}
          most={rows.length > ROOMY ? 0 : 1}
        />
      ))}
      {done.length <= 1 &&
        notRead.map((check) => (
          <li key={check.id} class="is-open">
            <Icon name="open" size={14} />
            <b>{words.text(`check_${check.id}`)}</b>
            <span>{check.open ? stepText(check.open, words) : words.text('check_not_read')}</span>
          </li>
        ))}
      {folded.length > 0 && (
        <li class="is-open">
          <Icon name="open" size={14} />
          <span class="folded">{folded.join(' · ')}</span>
        </li>
      )}
    </ul>
  );
}

function CheckRow({ check, report, words, pointer, most }: CheckListProps & { check: Check; most: number }) {
  const { id, state } = check;
  const typical = isFinding(check) && checkTypical(check, report, words);
  const misses = missesText(check, words, most);
  const said = [checkText(check, report, words), typical && words.text('typical_range', { typical }), misses];
  // What the row tells of is what it leads to, where that is on the page.
  const leads = [tellingSignal(check, report) ?? [], speaking(check, report)].flat();
  const signal = leads.find((one) => (pointer?.found(one) ?? 0) > 0);
  const reach = signal
    ? {
        onMouseEnter: () => pointer?.point(signal),
        onMouseLeave: () => pointer?.point(null),
        onFocusIn: () => pointer?.point(signal),
        onFocusOut: () => pointer?.point(null),
      }
    : {};
  return (
    <li class={`is-${icons[state]}`} title={powerText(check, words)} {...reach}>
      <Icon name={icons[state]} size={14} />
      <b>{words.text(`check_${id}`)}</b>
      <div>
        <em>{words.text(`state_${state as Done}`)}</em>
        <span>{words.list(said, 'list_semicolon')}</span>
        {signal && pointer && (isFinding(check) || signal.direction === 'lowers') && (
          <button type="button" class="show" onClick={() => pointer.next(signal)}>
            {words.count('show_on_page', pointer.found(signal))}
          </button>
        )}
      </div>
    </li>
  );
}

/** What a green mark means, and why there is none. */
export function powerText(check: Check, words: Words): string {
  const { state, power } = check;
  if (state === 'weak') return missesText(check, words) ?? words.text('power_little');
  return state === 'fine' ? words.text('power_fine', { n: words.numbers.count(Math.round(power * 10)) }) : '';
}

/** The rows of the checks that were done; without one there is nothing to head. */
function DoneTable({ report, words }: Omit<CheckListProps, 'pointer'>) {
  const done = doneChecks(report);
  if (done.length === 0) return null;
  return (
    <table class="check-table">
      <thead>
        <tr>
          <th scope="col">{words.text('column_check')}</th>
          <th scope="col">{words.text('column_seen')}</th>
          <th scope="col">{words.text('column_typical')}</th>
          <th scope="col">{words.text('column_result')}</th>
        </tr>
      </thead>
      <tbody>
        {done.map((check) => (
          <tr key={check.id} class={`is-${icons[check.state]}`}>
            <th scope="row">{words.text(`check_${check.id}`)}</th>
            <td>{checkText(check, report, words)}</td>
            <td class="quiet" data-name={words.text('column_typical')}>
              {checkTypical(check, report, words)}
            </td>
            <td class="result">
              <span>
                <Icon name={icons[check.state]} size={14} />
                {words.text(`state_${check.state as Done}`)}
              </span>
              {powerText(check, words) && <small>{powerText(check, words)}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The checks as a table: what was seen, what is typical, what half added would show. */
export function CheckTable({ report, words }: Omit<CheckListProps, 'pointer'>) {
  const open = report.checks.filter(({ state }) => state === 'not_read');
  const hidden = report.checks.filter(({ state }) => state === 'not_shown');
  const names = (checks: readonly Check[]) => words.list(checks.map(({ id }) => words.text(`check_${id}`)));
  return (
    <>
      <DoneTable report={report} words={words} />
      {open.map((check) => (
        <p key={check.id} class="note">
          {check.open
            ? words.text('check_open_note', {
                check: words.text(`check_${check.id}`),
                step: stepText(check.open, words),
              })
            : words.text('missing_item', {
                field: words.text(`check_${check.id}`),
                why: words.text('check_not_read'),
              })}
        </p>
      ))}
      {hidden.length > 0 && (
        <p class="note">
          {words.text('check_hidden_note', {
            checks: names(hidden),
            platform: words.text(`platform_${report.platform}`),
          })}
        </p>
      )}
    </>
  );
}
