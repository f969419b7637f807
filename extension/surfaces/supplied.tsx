/** @jsxImportSource preact */
/** What the creator has sent, typed by the person, beside what this page shows; kept with who stands on a list. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Report } from '../.generated/report';
import type { Snapshot } from '../.generated/snapshot';
import { namespaceOf } from '../platforms/namespace';
import { shortlists } from '../vetting/shortlists';
import {
  type Contradiction,
  contradictions,
  LONGEST_SUPPLIED,
  nothingSupplied,
  type Range,
  type Supplied as Read,
  readSupplied,
  type Share,
  type SuppliedText,
  suppliedFields,
  tonguesOf,
  usualOf,
} from '../vetting/supplied';
import { followersText } from '../views/fact';
import { pageText } from '../views/page-text';
import { Panel } from '../views/report/panel';
import type { Words } from '../views/words';
import type { ReportState } from './tab-state';

export function Supplied({ state, words }: { state: ReportState; words: Words }) {
  const { report, snapshot } = state;
  const { typed, onList, type, keep } = useSupplied(snapshot, words.locale);
  const read = useMemo(() => readSupplied(typed), [typed]);
  if (!snapshot) return null;
  const some = read.reach || read.stories || read.places.length > 0 || read.ages.length > 0;
  return (
    <Panel
      title={words.text('supplied_title')}
      kind={some ? 'supplied' : 'supplied live'}
      aside={some && aboutText(typed, words)}
    >
      <div class="live">
        <p class="note">{words.text('supplied_note')}</p>
        <div class="fields">
          {suppliedFields.map((name) => (
            <Field key={name} {...{ name, typed, read, words, type, keep }} />
          ))}
          <div>
            <label for="supplied-day">{words.text('supplied_day')}</label>
            <input
              id="supplied-day"
              type="date"
              value={typed.day}
              onInput={(event) => type('day', event.currentTarget.value)}
              onChange={(event) => keep('day', event.currentTarget.value)}
            />
          </div>
        </div>
        <p class="note">{words.text(onList ? 'supplied_kept' : 'supplied_not_kept')}</p>
      </div>
      <div aria-live="polite">{some && <Beside {...{ read, report, snapshot, words }} />}</div>
    </Panel>
  );
}

/** "screenshot by mail · Nov 20, 2026" */
function aboutText({ source, day }: SuppliedText, words: Words): string {
  return [pageText(source, 80), day && words.numbers.date(`${day}T12:00:00Z`, true)].filter(Boolean).join(' · ');
}

/** What is typed, and what was kept of it with the creator. */
function useSupplied(snapshot: Snapshot | null, locale: string) {
  const [typed, setTyped] = useState(() => nothingSupplied(locale));
  const [creator, setCreator] = useState<string>();
  useEffect(() => {
    const space = snapshot && namespaceOf(snapshot);
    if (!space) return;
    const { id, handle } = snapshot.profile;
    const load = async () => {
      const found = await shortlists.find({
        ...space,
        ...(id !== undefined && { id }),
        handle,
        url: snapshot.url ?? '',
      });
      if (!found) return;
      setCreator(found.creator.key);
      if (found.creator.supplied) setTyped(found.creator.supplied);
    };
    // Where the disk can't be read, what is typed serves all the same.
    load().catch(() => undefined);
  }, [snapshot]);
  const changed = (name: keyof SuppliedText, text: string) => ({ ...typed, locale, [name]: text });
  return {
    typed,
    onList: creator !== undefined,
    type: (name: keyof SuppliedText, text: string) => setTyped(changed(name, text)),
    keep: (name: keyof SuppliedText, text: string) => {
      if (creator) void shortlists.setSupplied(creator, changed(name, text)).catch(() => setCreator(undefined));
    },
  };
}

interface FieldProps {
  name: (typeof suppliedFields)[number];
  typed: SuppliedText;
  read: Read;
  words: Words;
  type(name: keyof SuppliedText, text: string): void;
  keep(name: keyof SuppliedText, text: string): void;
}

function Field({ name, typed, read, words, type, keep }: FieldProps) {
  const id = `supplied-${name}`;
  const wrong = (read.wrong as readonly string[]).includes(name);
  const hint = name === 'places' || name === 'ages' ? words.text(`supplied_${name}_hint`) : '';
  return (
    <div>
      <label for={id}>{words.text(`supplied_${name}`)}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={LONGEST_SUPPLIED}
        value={typed[name]}
        aria-invalid={wrong}
        aria-describedby={wrong || hint ? `${id}-hint` : undefined}
        onInput={(event) => type(name, event.currentTarget.value)}
        onChange={(event) => keep(name, event.currentTarget.value)}
      />
      {(wrong || hint) && (
        <p class="small" id={`${id}-hint`}>
          {wrong && words.text('supplied_wrong')} {hint}
        </p>
      )}
    </div>
  );
}

interface BesideProps {
  read: Read;
  report: Report;
  snapshot: Snapshot;
  words: Words;
}

function Beside({ read, report, snapshot, words }: BesideProps) {
  const asked = contradictions(read, report, snapshot);
  return (
    <>
      <table class="supplied-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.text('supplied_given')}</th>
            <th scope="col">{words.text('supplied_shown')}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(read, report, snapshot, words).map(([name, given, shown]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{given}</td>
              <td>{shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked.length > 0 && (
        <>
          <h3>{words.text('supplied_ask')}</h3>
          <ul class="dotted">
            {asked.map((one) => (
              <li key={contradictionText(one, words)}>{contradictionText(one, words)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function rowsOf(
  read: Read,
  report: Report,
  { posts = [], comments = [] }: Snapshot,
  words: Words,
): [string, string, string][] {
  const views = usualOf('views', posts);
  const no = words.text('supplied_no');
  const shares = (all: readonly Share[]) =>
    words.list(all.map(({ name, share }) => `${pageText(name, 40)} ${words.numbers.percent(share)}`));
  const rows: (false | undefined | [string, string, string])[] = [
    read.reach && [
      words.text('supplied_reach'),
      words.numbers.shown(read.reach),
      views ? words.text('supplied_views', { value: rangeText(views, words) }) : no,
    ],
    read.stories && [
      words.text('supplied_stories'),
      words.numbers.shown(read.stories),
      report.followers ? followersText('report_followers_shown', report.followers, words) : no,
    ],
    read.places.length > 0 && [words.text('supplied_places'), shares(read.places), tonguesText(comments, words) || no],
    read.ages.length > 0 && [words.text('supplied_ages'), shares(read.ages), no],
  ];
  return rows.filter((row) => row !== undefined && row !== false);
}

/** "languages of the comments: English 40, German 2" */
function tonguesText(comments: NonNullable<Snapshot['comments']>, words: Words): string {
  const names = new Intl.DisplayNames(words.locale, { type: 'language', fallback: 'none' });
  const tongues = [...tonguesOf(comments)].sort((a, b) => b[1] - a[1]).slice(0, 5);
  const texts = tongues.map(
    ([tag, number]) => `${nameOf(names, tag) ?? words.text('language_unknown')} ${words.numbers.count(number)}`,
  );
  return texts.length > 0 ? words.text('supplied_tongues', { languages: words.list(texts) }) : '';
}

function nameOf(names: Intl.DisplayNames, tag: string): string | undefined {
  try {
    return names.of(tag);
  } catch {
    // What a page calls a language need not be one.
    return undefined;
  }
}

function rangeText({ low, high }: Range, words: Words): string {
  const { count, range } = words.numbers;
  return range(count(Math.round(low)), count(Math.round(high)));
}

/** What to ask about one of them. */
function contradictionText(one: Contradiction, words: Words): string {
  const { percent, count } = words.numbers;
  if (one.id === 'place_language') {
    const { place, share, comments } = one;
    return words.text('supplied_place_language', {
      place: pageText(place, 40),
      share: percent(share),
      number: count(comments),
    });
  }
  if ('share' in one) return words.text(`supplied_${one.id}`, { share: percent(one.share) });
  return words.text(`supplied_${one.id}`, {
    given: words.numbers.shown(one.given),
    shown: rangeText(one.shown, words),
  });
}
