/** Which rows are shown in which order, which are selected, and on which one the keys act. */
import { useMemo, useState } from 'preact/hooks';
import { arranged, noFilter, type Order, type OrderBy } from './arrange';
import type { Row } from './row';

/** Puts the focus on a part of a row: at once, so that the next key is the part's, or as soon as the row is drawn. */
export function focusRow(key: string | undefined, part: string, patience = 5): void {
  if (key === undefined) return;
  const found = document.querySelector<HTMLElement>(`[data-key="${key}"] ${part}`);
  if (found) found.focus();
  else if (patience > 0) requestAnimationFrame(() => focusRow(key, part, patience - 1));
}

/** What the row's cells and the keys act on. */
export function useRows(rows: readonly Row[]) {
  const [order, setOrder] = useState<Order>({ by: 'added', descending: false });
  const [filter, setFilter] = useState(noFilter);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [hereKey, setHere] = useState<string>();
  const shown = useMemo(() => arranged(rows, order, filter), [rows, order, filter]);
  const here = shown.some(({ creator }) => creator.key === hereKey) ? hereKey : shown[0]?.creator.key;
  const picked = useMemo(() => rows.filter(({ creator }) => selected.has(creator.key)), [rows, selected]);
  return {
    order,
    filter,
    setFilter,
    shown,
    here,
    setHere,
    picked,
    selected,
    orderBy: (by: OrderBy) => setOrder((now) => ({ by, descending: now.by === by && !now.descending })),
    select(keys: readonly string[], on: boolean) {
      const next = new Set(selected);
      for (const key of keys) on ? next.add(key) : next.delete(key);
      setSelected(next);
    },
    rowHere: () => shown.find(({ creator }) => creator.key === here),
    /** Goes so many rows on. @returns the row there */
    go(by: number): Row | undefined {
      const place = shown.findIndex(({ creator }) => creator.key === here);
      const row = shown[Math.min(Math.max(place + by, 0), shown.length - 1)];
      setHere(row?.creator.key);
      focusRow(row?.creator.key, '.pick-row');
      return row;
    },
  };
}

export type Rows = ReturnType<typeof useRows>;
