/** @jsxImportSource preact */
/** The visits to one creator as curves: followers and rate over time, and in words what happened between them. */
import { useEffect, useState } from 'preact/hooks';
import { type Course, type CoursePoint, courseOf } from '../../vetting/course';
import { visitedAccounts } from '../../vetting/database';
import { shortlists } from '../../vetting/shortlists';
import { printedValue } from '../../views/numbers';
import { pageText } from '../../views/page-text';
import type { Words } from '../../views/words';
import type { Row } from './row';

const WIDTH = 420;
const HEIGHT = 84;
/** Room for a dot at each edge, px. */
const INSET = 7;

/** The course, once it is read; `damaged` where some earlier answers could not be. */
export function useCourse(row: Row): { course: Course; damaged: boolean } | undefined {
  const [found, setFound] = useState<{ course: Course; damaged: boolean }>();
  const { creator, entry } = row;
  useEffect(() => {
    let ended = false;
    const look = async () => {
      const { platform, host, id, handle, summary } = creator;
      const { readings, damaged } = await shortlists.earlier(creator.key);
      // Where visits can't be read the kept answers are shown all the same.
      const { account } = await visitedAccounts
        .find({ platform, host }, { handle, ...(id !== undefined && { id }) })
        .catch(() => ({ account: undefined }));
      const course = courseOf({ newest: summary, earlier: readings, account, baseline: entry.baseline });
      if (!ended) setFound({ course, damaged });
    };
    look().catch(() => undefined);
    return () => {
      ended = true;
    };
  }, [creator, entry.baseline]);
  return found;
}

export function CourseOf({ row, words }: { row: Row; words: Words }) {
  const found = useCourse(row);
  if (!found) return null;
  return <CourseView {...found} words={words} />;
}

interface Mark {
  at: number;
  low: number;
  high: number;
  mid: number;
  text: string;
}

export function CourseView({ course, damaged, words }: { course: Course; damaged: boolean; words: Words }) {
  const { points, steps } = course;
  if (points.length === 0 && !damaged) return null;
  const followers = points.flatMap(({ at, followers: count }): Mark[] =>
    count ? [{ at: Date.parse(at), ...count, mid: printedValue(count), text: words.numbers.shown(count) }] : [],
  );
  const rates = points.flatMap(({ at, rate }): Mark[] =>
    rate === undefined
      ? []
      : [{ at: Date.parse(at), low: rate, high: rate, mid: rate, text: words.numbers.percent(rate) }],
  );
  const told = eventTexts(course, words);
  return (
    <section class="course">
      <h3>{words.text('course_title')}</h3>
      {damaged && <p class="wrong">{words.text('course_damaged')}</p>}
      {points.length === 1 && <p class="note">{words.text('course_single', { date: dateOf(points[0], words) })}</p>}
      <Curve name={words.text('check_followers')} marks={followers} steps={steps} words={words} />
      <Curve name={words.text('figure_rate')} marks={rates} steps={[]} words={words} />
      {told.length > 0 && (
        <ul class="dotted">
          {told.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

const dateOf = (point: CoursePoint | undefined, words: Words) => words.numbers.date(point?.at ?? '', true);

/** Each thing that happened between two visits, as a sentence. */
export function eventTexts({ steps, fewer, renamed, expected }: Course, words: Words): string[] {
  const { count, date, estimate, percent, range } = words.numbers;
  return [
    ...steps.map(({ kind, change, to }) => {
      const said = `${change > 0 ? '+' : ''}${percent(change)}`;
      const value = words.text(`figure_step_${kind}`, { change: said, date: date(to, true) });
      return words.text('named_value', { name: words.text('check_followers'), value });
    }),
    ...fewer.map(({ from, to, posts }) =>
      words.text('course_fewer', { n: count(posts), from: date(from, true), to: date(to, true) }),
    ),
    ...renamed.map(({ from, to, at }) =>
      words.text('course_renamed', { from: `@${pageText(from)}`, to: `@${pageText(to)}`, date: date(at, true) }),
    ),
    ...(expected
      ? [
          words.text('course_expected', {
            range: range(estimate(expected.low), estimate(expected.high)),
            value: count(expected.came),
          }),
        ]
      : []),
  ];
}

interface CurveProps {
  name: string;
  marks: readonly Mark[];
  steps: Course['steps'];
  words: Words;
}

/** A line through the readings in their order of time; a rounded count is a stroke from the least it may be to the most. */
function Curve({ name, marks, steps, words }: CurveProps) {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || marks.length < 2) return null;
  const day = ({ at }: Mark) => words.numbers.date(new Date(at).toISOString(), true);
  const [low, high] = [Math.min(...marks.map((one) => one.low)), Math.max(...marks.map((one) => one.high))];
  const lowest = marks.find((one) => one.low === low) ?? first;
  const highest = marks.find((one) => one.high === high) ?? last;
  const across = (at: number) => {
    const along = INSET + ((at - first.at) / Math.max(last.at - first.at, 1)) * (WIDTH - 2 * INSET);
    return rounded(words.direction === 'rtl' ? WIDTH - along : along);
  };
  const up = (value: number) =>
    rounded(HEIGHT - INSET - (high > low ? (value - low) / (high - low) : 0.5) * (HEIGHT - 2 * INSET));
  const label = words.text('course_label', {
    name,
    from: first.text,
    first: day(first),
    to: last.text,
    last: day(last),
    n: words.numbers.count(marks.length),
  });
  return (
    <figure class="curve">
      <figcaption>
        <span>{name}</span>
        {/* Numbers alone have no direction: the words' own, or the arrow would point the other way. */}
        <b dir={words.direction}>{words.text('list_log_change', { from: first.text, to: last.text })}</b>
      </figcaption>
      <div class="plot">
        <span class="ends small" aria-hidden="true">
          <bdi>{highest.text}</bdi>
          {high > low && <bdi>{lowest.text}</bdi>}
        </span>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" aria-label={label}>
          <path class="floor" d={`M0 ${INSET}H${WIDTH}M0 ${HEIGHT - INSET}H${WIDTH}`} />
          {steps
            .map(({ to }) => Date.parse(to))
            .filter((at) => at >= first.at && at <= last.at)
            .map((at) => (
              <path key={at} class="step" d={`M${across(at)} 0V${HEIGHT}`} />
            ))}
          <path class="course-line" d={`M${marks.map(({ at, mid }) => `${across(at)} ${up(mid)}`).join('L')}`} />
          {marks.map(({ at, low: least, high: most, mid }) => (
            <g key={at}>
              {up(least) - up(most) > 3 && <path class="may" d={`M${across(at)} ${up(least)}V${up(most)}`} />}
              <circle cx={across(at)} cy={up(mid)} r={marks.length > 30 ? 2 : 3.2} />
            </g>
          ))}
        </svg>
      </div>
      <div class="days small" aria-hidden="true">
        <bdi>{day(first)}</bdi>
        <bdi>{day(last)}</bdi>
      </div>
    </figure>
  );
}

const rounded = (value: number) => Math.round(value * 10) / 10;
