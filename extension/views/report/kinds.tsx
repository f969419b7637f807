/** @jsxImportSource preact */
/** Comments grouped by kind, with examples, and by language. */
import type { ComponentChildren } from 'preact';
import type { Report } from '../../.generated/report';
import type { Snapshot } from '../../.generated/snapshot';
import type { Words } from '../words';
import { commentExamples, type Example, type QuotedGroup, quotedGroups } from './comment-groups';

const kinds = ['ordinary', 'generic', 'repeat', 'emoji_only', 'mention_only', 'spam'] as const;

interface Props {
  report: Report;
  words: Words;
  direction: 'ltr' | 'rtl';
}

/** @param snapshot that the report is of: without it there are numbers and no examples */
export function CommentKinds({ report, snapshot, words, direction }: Props & { snapshot?: Snapshot }) {
  const given = report.comments?.kinds;
  if (!given) return null;
  const rows = kinds
    .map((kind) => ({ kind, number: Object.hasOwn(given, kind) ? (given[kind] ?? 0) : 0 }))
    .filter(({ number }) => number > 0);
  const most = Math.max(1, ...rows.map(({ number }) => number));
  const examples = snapshot ? commentExamples(report, snapshot) : new Map();
  return (
    <>
      <ul class="bars">
        {rows.map(({ kind, number }) => (
          <Bar key={kind} name={words.text(`kind_${kind}`)} {...{ number, most, words, direction }}>
            <Examples examples={examples.get(kind) ?? []} words={words} />
          </Bar>
        ))}
      </ul>
      {examples.size > 0 && <p class="small">{words.text('comments_examples_note')}</p>}
    </>
  );
}

function Examples({ examples, words }: { examples: readonly Example[]; words: Words }) {
  if (examples.length === 0) return null;
  return (
    <ul class="examples">
      {examples.map(({ text, times }) => (
        <li key={text}>
          <q dir="auto">{text}</q>
          {times > 1 && <span class="small"> ×{words.numbers.count(times)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Comments that belong together, group beside group, with what they say. */
export function CommentGroups({ report, snapshot, words }: Omit<Props, 'direction'> & { snapshot?: Snapshot | null }) {
  const groups = quotedGroups(report, snapshot);
  if (groups.length === 0) return null;
  return (
    <section class="panel comment-groups">
      <h2>{words.text('comments_groups_title')}</h2>
      <div class="side-by-side">
        {groups.map((group) => (
          <div key={group.id}>
            <h3>{groupName(group, words)}</h3>
            <p class="small">{words.count('of_comments', group.of, { value: words.numbers.count(group.size) })}</p>
            <ul class="examples">
              {group.quotes.map((quote) => (
                <li key={quote}>
                  <q dir="auto">{quote}</q>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function groupName({ kind, mark }: QuotedGroup, words: Words): string {
  // Isolated: the mark has the direction of its own letters.
  return mark === ''
    ? words.text('comments_group_alike')
    : words.text(`comments_group_${kind}`, { mark: `\u2068${mark}\u2069` });
}

export function CommentLanguages({ report, words, direction }: Props) {
  const names = new Intl.DisplayNames(words.locale, { type: 'language', fallback: 'none' });
  const rows = Object.entries(report.comments?.languages ?? {})
    .map(([tag, number]) => [languageName(names, tag) ?? words.text('language_unknown'), number ?? 0] as const)
    .filter(([, number]) => number > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6);
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map(([, number]) => number));
  return (
    <ul class="bars">
      {rows.map(([name, number]) => (
        <Bar key={name} {...{ name, number, most, words, direction }} />
      ))}
    </ul>
  );
}

/** A malformed tag throws in Intl: it is an unknown language. */
function languageName(names: Intl.DisplayNames, tag: string): string | undefined {
  try {
    return names.of(tag);
  } catch {
    return undefined;
  }
}

interface BarProps {
  name: string;
  number: number;
  most: number;
  words: Words;
  direction: 'ltr' | 'rtl';
  children?: ComponentChildren;
}

function Bar({ name, number, most, words, direction, children }: BarProps) {
  const length = (number / most) * 120;
  return (
    <li>
      <span>{name}</span>
      <svg viewBox="0 0 120 8" width="120" height="8" aria-hidden="true">
        <rect class="rail" width="120" height="8" rx="4" />
        <rect class="weight" x={direction === 'rtl' ? 120 - length : 0} width={length} height="8" rx="4" />
      </svg>
      <span class="number">{words.numbers.count(number)}</span>
      {children}
    </li>
  );
}
