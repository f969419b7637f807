/** @jsxImportSource preact */
/** What to know of the posts before hiring: disclosure, who is named, rivals, words to look at; the lists are the person's. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  contentOf,
  type Found,
  type Content as Known,
  type LookedAt,
  type PointedAt,
  type Quote,
} from '../vetting/content';
import { type Rule, rules, rulesOn } from '../vetting/disclosure-rules';
import { shortlists } from '../vetting/shortlists';
import { pageText } from '../views/page-text';
import { Panel } from '../views/report/panel';
import type { Words } from '../views/words';
import type { ReportState } from './tab-state';

const QUOTE = 160;
const MOST_ROWS = 12;

export function Content({ state, words }: { state: ReportState; words: Words }) {
  const { snapshot } = state;
  const lists = useOwnWords();
  const known = useMemo(
    () => snapshot && contentOf(snapshot, separate(lists.rivals), separate(lists.words)),
    [snapshot, lists.rivals, lists.words],
  );
  if (!known || known.posts === 0) return null;
  return (
    <Panel title={words.text('content_title')} kind="content">
      <Marks known={known} words={words} />
      <Named known={known} words={words} />
      <div class="live">
        {(['rivals', 'words'] as const).map((name) => (
          <div key={name}>
            <label for={`content-${name}`}>{words.text(`content_${name}_label`)}</label>
            <input
              id={`content-${name}`}
              type="text"
              autoComplete="off"
              maxLength={2000}
              value={lists[name]}
              onInput={(event) => lists.type(name, event.currentTarget.value)}
              onChange={(event) => void lists.keep(name, event.currentTarget.value)}
            />
          </div>
        ))}
      </div>
      <div aria-live="polite">
        <FoundWords title={words.text('content_rivals')} found={known.rivals} words={words} />
        <FoundWords title={words.text('content_words')} found={known.words} words={words} />
      </div>
    </Panel>
  );
}

/** Names and words as typed, parted by commas or lines. */
export function separate(text: string): string[] {
  const all = text.split(/[,;、،\n]/).map((word) => word.trim().replace(/^@/, '').slice(0, 80));
  return [...new Set(all.filter((word) => word !== ''))].slice(0, 50);
}

/** The current list's own names and words; without a list they stay on this page. */
function useOwnWords() {
  const [typed, setTyped] = useState({ rivals: '', words: '' });
  const [list, setList] = useState<string>();
  useEffect(() => {
    const load = async () => {
      const { lists, current } = await shortlists.lists();
      const own = lists.find(({ id }) => id === current);
      if (!own) return;
      setList(own.id);
      setTyped({ rivals: own.rivals.join(', '), words: own.words.join(', ') });
    };
    // Where the disk can't be read, what is typed serves all the same.
    load().catch(() => undefined);
  }, []);
  return {
    ...typed,
    type: (name: 'rivals' | 'words', text: string) => setTyped((before) => ({ ...before, [name]: text })),
    keep: async (name: 'rivals' | 'words', text: string) => {
      if (list) await shortlists.changeList(list, { [name]: separate(text) }).catch(() => undefined);
    },
  };
}

function Marks({ known, words }: { known: Known; words: Words }) {
  const { posts, marked, toCheck } = known;
  const named = [...new Set(toCheck.flatMap(({ disclosure }): readonly Rule[] => rulesOn[disclosure.state]))];
  return (
    <>
      <h3>{words.text('content_marks')}</h3>
      <p>
        {words.text('content_marked', { marked: words.numbers.count(marked), posts: words.count('unit_posts', posts) })}{' '}
        {toCheck.length === 0 && words.text('content_nothing')}
      </p>
      {toCheck.length > 0 && (
        <>
          <ul class="dotted">
            {toCheck.slice(0, MOST_ROWS).map((one, index) => (
              <li key={index}>
                <Where of={one} words={words} /> {reasonText(one, words)} <q dir="auto">{pageText(one.text, QUOTE)}</q>
              </li>
            ))}
          </ul>
          {toCheck.length > MOST_ROWS && (
            <p class="small">
              {words.text('content_more', { number: words.numbers.count(toCheck.length - MOST_ROWS) })}
            </p>
          )}
          <p class="note">{words.text('content_note')}</p>
          <p class="small">
            {words.text('content_rules')}{' '}
            {named.map((rule) => `${rules[rule].name} (${rules[rule].place})`).join(' · ')}
          </p>
        </>
      )}
    </>
  );
}

/** Why a post is listed. */
function reasonText({ disclosure }: LookedAt, words: Words): string {
  const { state } = disclosure;
  const mark = pageText(disclosure.mark, 40);
  return state === 'commercial'
    ? words.text(`content_cue_${disclosure.cue}`, { mark })
    : words.text(`content_mark_${state}`, { mark });
}

/** The day of a post, as a link to it where its address is the site's own. */
function Where({ of: { at, url }, words }: { of: PointedAt; words: Words }) {
  const day = at ? words.numbers.date(at, true) : words.text('content_undated');
  return url ? (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {day}
    </a>
  ) : (
    <span>{day}</span>
  );
}

function Named({ known, words }: { known: Known; words: Words }) {
  if (known.sponsors.length === 0) return null;
  return (
    <>
      <h3>{words.text('content_sponsors')}</h3>
      <ul class="dotted">
        {known.sponsors.slice(0, MOST_ROWS).map(({ name, posts }) => (
          <li key={name}>
            <bdi>@{pageText(name)}</bdi>{' '}
            {posts.slice(0, 4).map((post, index) => (
              <span key={index}>
                {index > 0 && ', '}
                <Where of={post} words={words} />
              </span>
            ))}
            {posts.length > 4 && ` (${words.count('unit_posts', posts.length)})`}
          </li>
        ))}
      </ul>
    </>
  );
}

function FoundWords({ title, found, words }: { title: string; found: readonly Found[]; words: Words }) {
  if (found.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="dotted">
        {found.map(({ word, quotes }) => (
          <li key={word}>
            <b>
              <bdi>{pageText(word)}</bdi>
            </b>
            {': '}
            {quotes.length === 0 ? words.text('content_not_found') : words.numbers.count(quotes.length)}
            {quotes.length > 0 && <Quotes quotes={quotes} words={words} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Quotes({ quotes, words }: { quotes: readonly Quote[]; words: Words }) {
  return (
    <ul class="quotes">
      {quotes.map((quote, index) => (
        <li key={index}>
          <Where of={quote} words={words} /> {quote.of === 'comment' && words.text('content_in_comment')}{' '}
          <q dir="auto">{pageText(quote.text, QUOTE)}</q>
        </li>
      ))}
    </ul>
  );
}
