/** Order and choice of a list's rows. */
import type { PlatformName } from '../../reading/reading';
import { STATUSES, type Status } from '../../vetting/shortlist';
import { mainCost } from './costs';
import type { Row } from './row';

export const orders = ['added', 'name', 'platform', 'rate', 'peers', 'fee', 'cost', 'status', 'read'] as const;
export type OrderBy = (typeof orders)[number];

export interface Order {
  by: OrderBy;
  descending: boolean;
}

export interface Filter {
  /** In the name, the handle, the reason, the tags or the note. */
  text: string;
  status?: Status;
  platform?: PlatformName;
}

export const noFilter: Filter = { text: '' };

const plain = (text: string) => text.normalize('NFKC').toLocaleLowerCase();

export function passes({ creator, entry }: Row, { text, status, platform }: Filter): boolean {
  if (status !== undefined && entry.status !== status) return false;
  if (platform !== undefined && creator.platform !== platform) return false;
  const wanted = plain(text.trim());
  if (wanted === '') return true;
  const { reason, note, decidedBy, tags } = entry;
  return [creator.name ?? '', creator.handle, reason, note, decidedBy, ...tags].some((one) =>
    plain(one).includes(wanted),
  );
}

type Value = number | string | undefined;

/** What a row is put in order by. Costs stand inside their unit and currency: first those of one unit, then of the next. */
function valuesOf(row: Row, by: OrderBy): Value[] {
  const { creator, entry } = row;
  const { summary } = creator;
  const { fee } = entry;
  switch (by) {
    case 'added':
      return [entry.added];
    case 'name':
      return [plain(creator.name ?? creator.handle)];
    case 'platform':
      return [creator.platform];
    case 'rate':
      return [summary?.views?.first ? summary.views.perPost.mid : summary?.engagement?.perPost?.shown.mid];
    case 'peers':
      return [summary?.position?.percentile.mid];
    case 'fee':
      return fee ? [fee.currency, fee.amount] : [undefined];
    case 'cost': {
      const cost = mainCost(row);
      return cost ? [cost.unit, cost.currency, cost.mid] : [undefined];
    }
    case 'status':
      return [STATUSES.indexOf(entry.status)];
    case 'read':
      return [summary?.capturedAt];
  }
}

function compare(a: Value[], b: Value[], descending: boolean): number {
  for (let part = 0; part < Math.max(a.length, b.length); part += 1) {
    const [one, other] = [a[part], b[part]];
    if (one === other) continue;
    // What is not known stands last in either direction, and what names a unit goes up in either.
    if (one === undefined) return 1;
    if (other === undefined) return -1;
    const unit = part < a.length - 1;
    return (one < other ? -1 : 1) * (descending && !unit ? -1 : 1);
  }
  return 0;
}

/** The rows that pass the filter, in order; among alike those that were added first come first. */
export function arranged(rows: readonly Row[], { by, descending }: Order, filter: Filter): Row[] {
  return rows
    .filter((row) => passes(row, filter))
    .map((row) => ({ row, values: valuesOf(row, by) }))
    .sort((a, b) => compare(a.values, b.values, descending) || compare([a.row.entry.added], [b.row.entry.added], false))
    .map(({ row }) => row);
}
