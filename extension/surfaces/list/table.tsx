/** @jsxImportSource preact */
/** The list's table. Only rows that can be seen are drawn of a long list. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Fee } from '../../vetting/shortlist';
import { Icon } from '../../views/icons';
import { pageText } from '../../views/page-text';
import type { MessageKey, Words } from '../../views/words';
import type { Order, OrderBy } from './arrange';
import { AudienceCell, ChecksCell, CostCell, FactCell, PeersCell, ReadCell } from './cells';
import { statusNames } from './decide';
import { FeeCell } from './fee-cell';
import { nameOf, type Row, reportOf } from './row';
import { changesSince, changeTexts } from './since-hired';
import { focusRow } from './use-rows';

/** px; the styles hold every row to it. */
const ROW = 54;
/** Lists that are drawn whole, and rows beyond the window's edge of longer ones. */
const WHOLE = 60;
const BEYOND = 8;

export interface TableProps {
  rows: readonly Row[];
  words: Words;
  /** ms */
  now: number;
  order: Order;
  /** Keys of the creators that are selected. */
  selected: ReadonlySet<string>;
  /** Key of the row that the keys act on. */
  here: string | undefined;
  usualFee: Omit<Fee, 'amount'>;
  onOrder(by: OrderBy): void;
  onHere(key: string): void;
  onSelect(key: string, on: boolean): void;
  onSelectAll(on: boolean): void;
  onFee(row: Row, fee: Fee | undefined): void;
  onTerms(row: Row): void;
  onStatus(row: Row): void;
  onDetails(row: Row): void;
  onProfile(row: Row): void;
  onReport(row: Row): void;
}

const columns: readonly { by: OrderBy; name: MessageKey; number?: true }[] = [
  { by: 'name', name: 'list_column_creator' },
  { by: 'platform', name: 'list_column_platform' },
  { by: 'rate', name: 'list_column_post', number: true },
  { by: 'peers', name: 'list_column_peers' },
];
const later: typeof columns = [
  { by: 'fee', name: 'list_column_fee', number: true },
  { by: 'cost', name: 'list_column_cost', number: true },
  { by: 'status', name: 'list_status' },
];

/** Which rows are to be drawn. */
function useWindow(count: number, place: number): [ref: { current: HTMLDivElement | null }, from: number, to: number] {
  const ref = useRef<HTMLDivElement>(null);
  // More than the frame has room for, so that the first drawing is the last one, too.
  const [span, setSpan] = useState(() => ({ from: 0, to: Math.ceil(innerHeight / ROW) }));
  useLayoutEffect(() => {
    const frame = ref.current;
    if (!frame || count <= WHOLE) return;
    const look = () => {
      const first = Math.floor(frame.scrollTop / ROW);
      const last = Math.ceil((frame.scrollTop + frame.clientHeight) / ROW);
      const fits = ({ from, to }: typeof span) =>
        from <= first && to >= Math.min(last, count) && to - from <= last - first + 3 * BEYOND;
      setSpan((before) => (fits(before) ? before : { from: Math.max(0, first - BEYOND), to: last + BEYOND }));
    };
    look();
    frame.addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      frame.removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [count]);
  // The row of the keys comes into sight, drawn or not.
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box || place < 0 || count <= WHOLE) return;
    if (place * ROW < box.scrollTop) box.scrollTop = place * ROW;
    else if ((place + 2) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (place + 2) * ROW - box.clientHeight;
  }, [place]);
  return count <= WHOLE ? [ref, 0, count] : [ref, span.from, Math.min(span.to, count)];
}

export function Table(props: TableProps) {
  const { rows, words, here, selected, onSelectAll } = props;
  const place = rows.findIndex(({ creator }) => creator.key === here);
  const [frame, from, to] = useWindow(rows.length, place);
  const all = rows.length > 0 && rows.every(({ creator }) => selected.has(creator.key));
  return (
    <div class="list-frame" ref={frame}>
      <table class="list" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col">
              <label class="tick">
                <input
                  type="checkbox"
                  aria-label={words.text('list_select_all')}
                  checked={all}
                  onChange={(event) => onSelectAll(event.currentTarget.checked)}
                />
              </label>
            </th>
            {columns.map((column) => (
              <Heading key={column.by} {...column} {...props} />
            ))}
            <th scope="col">{words.text('report_checked_title')}</th>
            <th scope="col">{words.text('audience_title')}</th>
            {later.map((column) => (
              <Heading key={column.by} {...column} {...props} />
            ))}
            <th scope="col" class="words">
              {words.text('list_column_reason')}
            </th>
            <Heading by="read" name="list_column_read" {...props} />
          </tr>
        </thead>
        <tbody>
          {from > 0 && <Space rows={from} />}
          {rows.slice(from, to).map((row, index) => (
            <Line key={row.creator.key} row={row} index={from + index} isHere={here === row.creator.key} {...props} />
          ))}
          {to < rows.length && <Space rows={rows.length - to} />}
        </tbody>
      </table>
    </div>
  );
}

function Space({ rows }: { rows: number }) {
  return (
    <tr>
      <td colSpan={12} class="space" style={{ height: `${rows * ROW}px` }} />
    </tr>
  );
}

type HeadingProps = Pick<TableProps, 'order' | 'words' | 'onOrder'> & { by: OrderBy; name: MessageKey; number?: true };

function Heading({ by, name, number, order, words, onOrder }: HeadingProps) {
  const mine = order.by === by;
  return (
    <th
      scope="col"
      class={number && 'num'}
      aria-sort={mine ? (order.descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" class="sort" onClick={() => onOrder(by)}>
        {words.text(name)}
        <span aria-hidden="true">{mine ? (order.descending ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  );
}

function Line(props: TableProps & { row: Row; index: number; isHere: boolean }) {
  const { row, index, isHere, words, selected, onSelect, onHere, onProfile, onReport } = props;
  const { creator } = row;
  const { key } = creator;
  const report = reportOf(row);
  const tabIndex = isHere ? 0 : -1;
  const picked = selected.has(key);
  const marks = [picked && 'picked', isHere && 'here'].filter(Boolean).join(' ');
  return (
    <tr class={marks || undefined} data-key={key} aria-rowindex={index + 2} onFocusIn={() => onHere(key)}>
      <td>
        <label class="tick">
          <input
            type="checkbox"
            class="pick-row"
            tabIndex={tabIndex}
            aria-label={words.text('list_select', { name: nameOf(creator) })}
            checked={picked}
            onChange={(event) => onSelect(key, event.currentTarget.checked)}
          />
        </label>
      </td>
      <th scope="row">
        <button
          type="button"
          class="linklike name"
          tabIndex={tabIndex}
          onClick={() => (report ? onReport(row) : onProfile(row))}
        >
          <bdi>{nameOf(creator)}</bdi>
        </button>
        <span class="sub">
          <bdi>@{pageText(creator.handle)}</bdi>
        </span>
      </th>
      <td>
        {words.text(`platform_${creator.platform}`)}
        {report?.followers && <span class="sub">{words.numbers.shown(report.followers)}</span>}
      </td>
      {report ? (
        <>
          <td class="num">
            <FactCell report={report} words={words} />
          </td>
          <td>
            <PeersCell report={report} words={words} />
          </td>
          <td>
            <ChecksCell report={report} words={words} />
          </td>
          <td>
            <AudienceCell report={report} words={words} />
          </td>
        </>
      ) : (
        <td colSpan={4} class="hush">
          {words.text(row.damaged || creator.foreign ? 'list_not_understood' : 'list_not_read')}
        </td>
      )}
      <Decided {...props} tabIndex={tabIndex} report={report} />
    </tr>
  );
}

type DecidedProps = TableProps & { row: Row; tabIndex: number; report: ReturnType<typeof reportOf> };

function Decided({ row, rows, tabIndex, report, words, now, usualFee, ...props }: DecidedProps) {
  const { entry } = row;
  const leave = () => focusRow(row.creator.key, '.pick-row');
  const next = () => {
    const place = rows.findIndex(({ creator }) => creator.key === row.creator.key);
    const key = rows[place + 1]?.creator.key;
    // After the last fee letters are keys again.
    if (key === undefined) return leave();
    props.onHere(key);
    focusRow(key, '.fee');
  };
  const changes = changesSince(row);
  const thin = report && report.verdict === 'not_enough';
  return (
    <>
      <td class="num">
        <FeeCell
          row={row}
          usual={usualFee}
          words={words}
          tabIndex={tabIndex}
          onFee={(fee) => props.onFee(row, fee)}
          onTerms={() => props.onTerms(row)}
          onNext={next}
          onLeave={leave}
        />
      </td>
      <td class={thin ? 'num thin-cell' : 'num'}>
        <CostCell row={row} report={report} words={words} />
      </td>
      <td>
        <button
          type="button"
          class={`pick status-${entry.status}`}
          tabIndex={tabIndex}
          onClick={() => props.onStatus(row)}
        >
          {words.text(statusNames[entry.status])}
          <Icon name="down" size={12} />
        </button>
      </td>
      <td class="words">
        <button type="button" class="linklike said" tabIndex={tabIndex} onClick={() => props.onDetails(row)}>
          <span class="clip">
            {changes && <b class="changed">{words.list(changeTexts(changes, words), 'list_semicolon')} </b>}
            {entry.foreign && <b class="changed">{words.text('list_not_understood')} </b>}
            <bdi>{entry.reason}</bdi>{' '}
            {entry.decidedBy && (
              <span class="hush">
                – <bdi>{entry.decidedBy}</bdi>
              </span>
            )}{' '}
            <span class="hush">
              <bdi>{entry.note}</bdi>
            </span>{' '}
            {entry.tags.map((tag) => (
              <i key={tag} class="tag">
                {tag}
              </i>
            ))}
            {!entry.reason && !entry.note && entry.tags.length === 0 && !changes && (
              <span class="hush">{words.text('list_add_note')}</span>
            )}
          </span>
        </button>
      </td>
      <td class="nowrap">
        <ReadCell row={row} now={now} words={words} onOpen={() => props.onProfile(row)} />
      </td>
    </>
  );
}
