/** @jsxImportSource preact */
/** How many commenters two to four creators share, pair by pair, so that the same people are not counted twice. */
import { LEAST_PART, LEAST_PEOPLE, overlapOf } from '../vetting/overlap';
import { unpacked } from '../vetting/sketch';
import { pageText } from '../views/page-text';
import type { Words } from '../views/words';

/** What of a kept creator is needed (vetting/shortlist: Creator). */
export interface Compared {
  platform: string;
  host: string;
  handle: string;
  name?: string;
  /** As it is kept, base64. */
  sketch?: string;
}

interface Pair {
  first: Compared;
  second: Compared;
}

/** Nothing for fewer than two creators, nor where no comments are kept of any. */
export function OverlapTable({ creators, words }: { creators: readonly Compared[]; words: Words }) {
  const pairs = creators.flatMap((first, at) => creators.slice(at + 1).map((second): Pair => ({ first, second })));
  if (pairs.length === 0 || creators.every(({ sketch }) => sketch === undefined)) return null;
  return (
    <section class="overlap">
      <h3>{words.text('overlap_title')}</h3>
      <table>
        <tbody>
          {pairs.map((pair, index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{nameOf(pair.first)}</bdi> · <bdi>{nameOf(pair.second)}</bdi>
              </th>
              <td>
                {overlapTexts(pair, words).map((line) => (
                  <span key={line} class="line">
                    {line}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{words.text('overlap_note', { level: words.numbers.percent(0.9) })}</p>
    </section>
  );
}

/** The share of each one's commenters, with its range; or why it can't be told. */
export function overlapTexts({ first, second }: Pair, words: Words): string[] {
  const { percent, range, count } = words.numbers;
  if (first.platform !== second.platform || first.host !== second.host) return [words.text('overlap_sites')];
  const [one, two] = [first, second].map(({ sketch }) => (sketch === undefined ? undefined : unpacked(sketch)));
  if (!one || !two) return [words.text('overlap_unread', { name: nameOf(one ? second : first) })];
  const told = overlapOf(one, two);
  if (told === 'few') return [words.text('overlap_little', { number: count(LEAST_PEOPLE) })];
  if (told === 'part') return [words.text('overlap_part', { share: percent(LEAST_PART) })];
  return (
    [
      [first, told.first],
      [second, told.second],
    ] as const
  ).map(([creator, { low, high }]) =>
    words.text('overlap_share', { range: range(percent(low), percent(high)), name: nameOf(creator) }),
  );
}

function nameOf({ handle, name }: Compared): string {
  return pageText(name || handle, 40) || handle;
}
