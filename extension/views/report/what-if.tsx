/** @jsxImportSource preact */
/**
 * What if a post, a signal or a benchmark is left out? The estimate with and without it, side by side on one rail. The
 * rest of the report stays as it was read. What needs a script to work carries the class `live`: it is neither printed
 * nor saved.
 */
import type { ComponentChildren } from 'preact';
import type { Report } from '../../.generated/report';
import { placeText } from '../fact';
import { drawnPosts } from '../posts-chart';
import { RangeBar } from '../range-bar';
import { strongest } from '../signal-list';
import { standingText } from '../standing';
import type { Words } from '../words';
import { rowsOf, rowText } from './benchmarks';
import {
  countLeftOut,
  engagementText,
  followersText,
  type LeftOut,
  leftOutTexts,
  nothingLeftOut,
  postText,
  toggled,
} from './left-out';
import { Panel } from './panel';

export interface WhatIfProps {
  /** The estimate as it was read. */
  base: Report;
  leftOut: LeftOut;
  /** The estimate without what is left out, once the core has given it. */
  answer?: Report;
  busy: boolean;
  failed: boolean;
  canUndo: boolean;
  words: Words;
  onChange(leftOut: LeftOut): void;
  onUndo(): void;
}

export function WhatIf(props: WhatIfProps) {
  const { base, leftOut, answer, busy, failed, canUndo, words, onChange, onUndo } = props;
  const some = countLeftOut(leftOut) > 0;
  return (
    <Panel title={words.text('what_if_title')} kind={some ? 'what-if' : 'what-if live'}>
      <p class="note live">{words.text('what_if_note')}</p>
      {some && (
        <>
          <h3>{words.text('what_if_left_out')}</h3>
          <ul class="dotted">
            {leftOutTexts(base, leftOut, words).map((text, index) => (
              <li key={`${index} ${text}`}>{text}</li>
            ))}
          </ul>
          {answer && <Comparison base={base} answer={answer} busy={busy} words={words} />}
        </>
      )}
      <p class="visually-hidden live" aria-live="polite">
        {busy ? '' : failed ? words.text('what_if_failed') : said(props)}
      </p>
      {failed && <p class="note live">{words.text('what_if_failed')}</p>}
      <div class="buttons live" aria-busy={busy}>
        <button type="button" disabled={!canUndo} onClick={onUndo}>
          {words.text('erase_undo')}
        </button>
        <button type="button" disabled={!some} onClick={() => onChange(nothingLeftOut)}>
          {words.text('what_if_reset')}
        </button>
      </div>
      <Choices {...props} />
    </Panel>
  );
}

/** "Without 2 things: ≈1,200 of 1,530 (900–1,500). As read: ≈1,100 of 1,530 (840–1,400)." */
function said({ base, answer, leftOut, words }: WhatIfProps): string {
  const number = countLeftOut(leftOut);
  if (number === 0 || !answer) return '';
  const text = (report: Report) => engagementText(report, words) ?? followersText(report, words);
  return words.count('what_if_said', number, { now: text(answer), before: text(base) });
}

function Comparison({ base, answer, busy, words }: Pick<WhatIfProps, 'base' | 'busy' | 'words'> & { answer: Report }) {
  const columns = [base, answer] as const;
  /** The figure in words, over its range on a rail that both columns share; words alone where nothing has moved. */
  const engagementOf = (report: Report) => {
    const perPost = report.engagement?.perPost;
    return (
      <>
        <b>{engagementText(report, words)}</b>
        {perPost?.moved && (
          <RangeBar
            id={`what-if-${report === base ? 'base' : 'answer'}`}
            size="card"
            rail={commonRail(columns)}
            interval={perPost.real}
            direction={words.direction}
          />
        )}
      </>
    );
  };
  const rows: [string, readonly ComponentChildren[]][] = [
    [words.text('column_verdict'), columns.map((one) => standingText(one, words))],
    [
      words.text('what_if_place'),
      columns.map((one) => (one.position ? placeText(one, one.position, words) : words.text('list_no_peers'))),
    ],
    [words.text('what_if_audience'), columns.map((one) => followersText(one, words))],
  ];
  if (base.engagement?.perPost) rows.unshift([words.text('what_if_engagement'), columns.map(engagementOf)]);
  return (
    <table class="compared" aria-busy={busy}>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.text('what_if_as_read')}</th>
          <th scope="col">{words.text('what_if_without')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The most that either column shows or could be: only on one scale does a move mean something. */
function commonRail(reports: readonly Report[]): number {
  const ends = reports.flatMap((report) => {
    const perPost = report.engagement?.perPost;
    return perPost ? [perPost.shown.mid, perPost.real.high] : [];
  });
  return Math.max(1e-9, ...ends);
}

interface Choice {
  key: string;
  text: string;
  on: boolean;
  toggle(): void;
}

/** What can be left out: each ticked while it is used. */
function Choices({ base, answer, leftOut, words, onChange }: WhatIfProps) {
  const posts = base.items.posts ?? [];
  const places = new Map(posts.map((post, index) => [post, index]));
  // Newest first: that is how a page shows them.
  const order = drawnPosts(posts)
    .flatMap((post) => places.get(post) ?? [])
    .reverse();
  const flip = <K extends keyof LeftOut>(kind: K, one: LeftOut[K][number]) => ({
    on: !(leftOut[kind] as readonly unknown[]).includes(one),
    toggle: () => onChange(toggled(leftOut, kind, one)),
  });
  const rows = [...new Set([...rowsOf(base), ...leftOut.benchmarks, ...(answer ? rowsOf(answer) : [])])];
  return (
    <div class="choices live">
      <Group
        title={words.text('what_if_signals')}
        open
        choices={strongest(base.signals).map(({ id }) => ({
          key: id,
          text: words.text(`signal_${id}_name`),
          ...flip('signals', id),
        }))}
      />
      <Group
        title={words.text('what_if_posts')}
        choices={order.map((index) => ({
          key: `post-${index}`,
          text: `${postText(base, index, words)}${posts[index]?.excluded ? ` · ${words.text(`excluded_${posts[index].excluded}`)}` : ''}`,
          ...flip('posts', index),
        }))}
      />
      <Group
        title={words.text('what_if_benchmarks')}
        choices={rows.map((id) => ({ key: id, text: rowText(id, words), ...flip('benchmarks', id) }))}
      />
    </div>
  );
}

function Group({ title, choices, open }: { title: string; choices: Choice[]; open?: boolean }) {
  if (choices.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul>
        {choices.map(({ key, text, on, toggle }) => (
          <li key={key}>
            <label>
              <input type="checkbox" checked={on} onChange={toggle} />
              <span>{text}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
