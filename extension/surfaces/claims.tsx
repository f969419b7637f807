/** @jsxImportSource preact */
/** What the media kit says, beside what this page gives: typed or pasted by the person, compared claim by claim. */
import { useMemo, useState } from 'preact/hooks';
import { type CheckedClaim, checkClaims, type Way } from '../vetting/claims';
import { pageText } from '../views/page-text';
import { Panel } from '../views/report/panel';
import type { Words } from '../views/words';
import type { ReportState } from './tab-state';

const LONGEST = 4000;

export function Claims({ state, words }: { state: ReportState; words: Words }) {
  const [text, setText] = useState('');
  const { report, snapshot } = state;
  const checked = useMemo(
    () => (snapshot ? checkClaims(text, report, snapshot, words.locale) : []),
    [text, report, snapshot, words],
  );
  if (!snapshot) return null;
  return (
    <Panel title={words.text('claims_title')} kind={checked.length > 0 ? 'claims' : 'claims live'}>
      <div class="live">
        <label for="claims">{words.text('claims_label')}</label>
        <textarea
          id="claims"
          rows={3}
          maxLength={LONGEST}
          autoComplete="off"
          spellcheck={false}
          aria-describedby="claims-hint"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="note" id="claims-hint">
          {words.text('claims_hint')}
        </p>
      </div>
      <div aria-live="polite">{checked.length > 0 && <ClaimTable checked={checked} words={words} />}</div>
    </Panel>
  );
}

/** On a sheet of what a list keeps: why nothing can be compared there, and where it can. */
export function NoClaims({ words }: { words: Words }) {
  return (
    <Panel title={words.text('claims_title')} kind="claims live">
      <p class="note">{words.text('claims_no_posts')}</p>
    </Panel>
  );
}

function ClaimTable({ checked, words }: { checked: readonly CheckedClaim[]; words: Words }) {
  return (
    <>
      <table class="claim-table">
        <thead>
          <tr>
            <th scope="col">{words.text('claims_said')}</th>
            <th scope="col">{words.text('claims_from')}</th>
            <th scope="col">{words.text('claims_usual')}</th>
          </tr>
        </thead>
        <tbody>
          {checked.map((one, index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{pageText(one.claim.text, 160)}</bdi>
              </th>
              <td>
                {answerTexts(one, words).map((line) => (
                  <span key={line} class="line">
                    {line}
                  </span>
                ))}
              </td>
              <td>{one.usual ? wayText(one.usual, words) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{words.text('claims_note')}</p>
    </>
  );
}

/** What is told of one claim, line by line. */
export function answerTexts({ outcome, ways, nearest, tried }: CheckedClaim, words: Words): string[] {
  const number = (value: number) => words.numbers.count(value);
  const [first] = ways;
  if (outcome === 'given' && first) {
    const others = ways.length - 1;
    return [wayText(first, words), ...(others > 0 ? [words.text('claims_others', { number: number(others) })] : [])];
  }
  const near = nearest && words.text('claims_nearest', { way: wayText(nearest, words) });
  if (outcome === 'none') return [words.text('claims_none', { number: number(tried) }), ...(near ? [near] : [])];
  return [words.text(`claims_${outcome === 'given' ? 'none' : outcome}`), ...(near ? [near] : [])];
}

/** "likes + comments ÷ followers · mean · the latest: 12 posts: 3.6%" */
export function wayText(way: Way, words: Words): string {
  const { parts, by, average, chosen, used } = way;
  const value = valueText(way, words);
  const named = (name: string) => words.text('named_value', { name, value });
  if (typeof parts === 'string') return named(words.text(`claims_of_${parts}`));
  const sum = parts.map((part) => words.text(`claims_of_${part}`)).join(' + ');
  const formula = by ? `${parts.length > 1 ? `(${sum})` : sum} ÷ ${words.text(`claims_of_${by}`)}` : sum;
  const single = used === 1;
  const how = average && !single ? words.text(by && average === 'total' ? 'claims_totals' : `claims_${average}`) : '';
  return named([formula, how, chosen ? postsText(chosen, used ?? 0, words) : ''].filter(Boolean).join(' · '));
}

function postsText(chosen: NonNullable<Way['chosen']>, used: number, words: Words): string {
  const posts = words.count('unit_posts', used);
  switch (chosen.posts) {
    case 'kind':
      return words.text('claims_posts_kind', { kind: words.text(`claims_kind_${chosen.kind}`), posts });
    case 'days':
      return words.text('claims_posts_days', { days: words.count('unit_days', chosen.number), posts });
    default:
      return words.text(`claims_posts_${chosen.posts}`, { posts });
  }
}

function valueText({ parts, by, value }: Way, words: Words): string {
  const { percent, count, range } = words.numbers;
  const show = by || parts === 'audience_share' ? percent : (one: number) => count(Math.round(one));
  return range(show(value.low), show(value.high));
}
