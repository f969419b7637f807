/** @jsxImportSource preact */
/** Comments grouped by kind and by language, with their number. */
import type { Report } from '../../.generated/report';
import type { Words } from '../words';

const kinds = ['ordinary', 'generic', 'repeat', 'emoji_only', 'mention_only', 'spam'] as const;

export function CommentKinds({ report, words, direction }: { report: Report; words: Words; direction: 'ltr' | 'rtl' }) {
  const given = report.comments?.kinds;
  if (!given) return null;
  const rows = kinds
    .map((kind) => [words.text(`kind_${kind}`), Object.hasOwn(given, kind) ? (given[kind] ?? 0) : 0] as const)
    .filter(([, number]) => number > 0);
  const most = Math.max(1, ...rows.map(([, number]) => number));
  return <Bars rows={rows} most={most} words={words} direction={direction} />;
}

export function CommentLanguages({
  report,
  words,
  direction,
}: {
  report: Report;
  words: Words;
  direction: 'ltr' | 'rtl';
}) {
  const names = new Intl.DisplayNames(words.locale, { type: 'language', fallback: 'none' });
  const rows = Object.entries(report.comments?.languages ?? {})
    .map(([tag, number]) => [languageName(names, tag) ?? words.text('language_unknown'), number ?? 0] as const)
    .filter(([, number]) => number > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6);
  if (rows.length === 0) return null;
  return (
    <Bars rows={rows} most={Math.max(1, ...rows.map(([, number]) => number))} words={words} direction={direction} />
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

function Bars({
  rows,
  most,
  words,
  direction,
}: {
  rows: readonly (readonly [string, number])[];
  most: number;
  words: Words;
  direction: 'ltr' | 'rtl';
}) {
  return (
    <ul class="bars">
      {rows.map(([name, number]) => {
        const length = (number / most) * 120;
        return (
          <li key={name}>
            <span>{name}</span>
            <svg viewBox="0 0 120 8" width="120" height="8" aria-hidden="true">
              <rect class="rail" width="120" height="8" rx="4" />
              <rect class="weight" x={direction === 'rtl' ? 120 - length : 0} width={length} height="8" rx="4" />
            </svg>
            <span class="number">{words.numbers.count(number)}</span>
          </li>
        );
      })}
    </ul>
  );
}
