/** @jsxImportSource preact */
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Row } from '../../../../extension/surfaces/list/row';
import { Table, type TableProps } from '../../../../extension/surfaces/list/table';
import { eventually } from '../../vetting/patient';
import { english } from '../../views/reports';
import { drawnAt } from '../drawn';
import { eur, rowOf } from './rows';

/** The table of these rows in the document, where things can have the focus. */
async function drawn(rows: readonly Row[], more: Partial<TableProps> = {}): Promise<HTMLElement> {
  const nothing = () => {};
  const place = await drawnAt(
    <Table
      {...{ rows, words: english, now: Date.parse('2026-11-27T10:00:00Z'), selected: new Set() }}
      order={{ by: 'added', descending: false }}
      here={rows[0]?.creator.key}
      usualFee={{ currency: 'EUR', unit: 'post', count: 1 }}
      onOrder={nothing}
      onHere={nothing}
      onSelect={nothing}
      onSelectAll={nothing}
      onFee={nothing}
      onTerms={nothing}
      onStatus={nothing}
      onDetails={nothing}
      onProfile={nothing}
      onReport={nothing}
      {...more}
    />,
  );
  document.body.append(place);
  return place;
}
afterEach(() => document.body.replaceChildren());

const withoutAnswer = (more: Partial<Row> = {}, foreign?: string): Row => {
  const row = rowOf('consistent');
  const { summary: _, ...creator } = row.creator;
  return { ...row, creator: { ...creator, ...(foreign && { foreign }) }, ...more };
};
const texts = (place: HTMLElement) => [...place.querySelectorAll('tbody tr')].map((row) => row.textContent);

describe('the table of a list', () => {
  it('tells who was not read from whose answer is damaged or another version’s', async () => {
    const baseline = { ...rowOf('mixed').entry, foreign: '{"schema":"plumb.report/3"}' };
    const rows = [
      withoutAnswer(),
      withoutAnswer({ damaged: true }),
      withoutAnswer({}, '{"schema":"plumb.report/3"}'),
      { ...rowOf('mixed'), entry: baseline },
    ];
    const [unread, damaged, later, hired] = texts(await drawn(rows));
    const notUnderstood = english.text('list_not_understood');
    expect(unread).toContain(english.text('list_not_read'));
    expect(unread).not.toContain(notUnderstood);
    for (const text of [damaged, later, hired]) expect(text).toContain(notUnderstood);
  });

  it('draws of a long list at first what a window has room for', async () => {
    vi.stubGlobal('innerHeight', 540);
    const place = await drawn(Array.from({ length: 500 }, () => rowOf('consistent')));
    expect(place.querySelectorAll('tr[data-key]').length).toBeLessThanOrEqual(10 + 8);
    vi.unstubAllGlobals();
  });

  it.each(['Escape', 'Enter'])('leads from the last fee by %s back to its row', async (key) => {
    const onFee = vi.fn();
    const place = await drawn([rowOf('consistent', { fee: eur(900) })], { onFee });
    const [fee, pick] = [
      place.querySelector<HTMLInputElement>('.fee')!,
      place.querySelector<HTMLInputElement>('.pick-row')!,
    ];
    await act(() => {
      fee.focus();
      fee.value = '950';
      fee.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(() => void fee.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
    await eventually(() => expect(document.activeElement).toBe(pick));
    expect(fee.value).toBe(key === 'Escape' ? '900' : '950');
    // What was given up is not written when the focus goes.
    expect(onFee.mock.calls.map(([, one]) => one)).toEqual(key === 'Escape' ? [] : [eur(950)]);
  });
});
