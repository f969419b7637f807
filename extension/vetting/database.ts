/**
 * What is kept on disk. In IndexedDB, since only the extension's own origin can open it: local storage holds the settings
 * alone, which content scripts read too. One record an account, each write one transaction, so that two tabs lose nothing
 * of each other's. Opened for each use, so that nothing stands in the way when the person, or the browser, deletes it.
 */
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB } from 'idb';
import type { Snapshot } from '../.generated/snapshot';
import type { Entry, Shortlist } from './shortlist';
import { apart, type StoredCreator } from './stored-creator';
import { asVisitedAccount, type Key, type Namespace, type VisitedAccount } from './visited-account';

interface Stored {
  key: Key;
  handle: string;
  /** When the account was last visited, ms: the least recently visited goes first. */
  visited: number;
  account: VisitedAccount;
}

export interface Schema extends DBSchema {
  accounts: {
    key: Key;
    value: Stored;
    indexes: { named: [string, string, string]; visited: number; ofHost: [string, string, number] };
  };
  /** Records that could not be understood, as they were. */
  damaged: { key: number; value: unknown };
  creators: { key: string; value: StoredCreator; indexes: { account: Key; named: [string, string, string] } };
  lists: { key: string; value: Shortlist };
  entries: { key: [list: string, creator: string]; value: Entry; indexes: { creator: string } };
  /** What there is one of: the current list's id, and the salt of the sketches, base64. */
  single: { key: 'current' | 'salt'; value: string };
}

const VERSION = 4;
/** Accounts that are kept: of all, of one platform or of one host of anybody's. */
const CAPS = { all: 2000, platform: 1500, host: 50 };
/** Accounts among which peers are sought, at most. */
const MOST_LOOKED = 500;
/** Damaged records that are kept for a while. */
const DAMAGED = 20;
/** Longest time that anybody waits for the disk, ms. */
const PATIENCE = 1000;
/** The same where a person has asked for all that is kept and waits for it: a part that is missing would be lost, ms. */
const ASKED_PATIENCE = 20_000;
/** After that it is left alone for so long, ms. */
const REST = 30_000;

/** Until when it is left alone, and by whom: whoever waits no longer than somebody has waited in vain. */
let rest = { until: 0, patience: 0 };

/** Rejects after a while, and at once for some time after that: another part of the browser may hold the database. */
export async function opened<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>, patience = PATIENCE): Promise<T> {
  const rests = () => Date.now() < rest.until;
  if (rests() && patience <= rest.patience) throw new Error('The database is held by somebody else.');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      rest = { patience: rests() ? Math.max(patience, rest.patience) : patience, until: Date.now() + REST };
      reject(new Error('The database does not answer.'));
    }, patience);
  });
  const run = async () => {
    const database = await openDB<Schema>('plumb', VERSION, { upgrade });
    // Another version of the extension, or a deletion, must not wait for us.
    database.addEventListener('versionchange', () => database.close());
    try {
      return await work(database);
    } finally {
      database.close();
    }
  };
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}

type Stores = 'accounts' | 'damaged' | 'creators' | 'lists' | 'entries' | 'single';
type Upgrade = IDBPTransaction<Schema, Stores[], 'versionchange'>;

async function upgrade(database: IDBPDatabase<Schema>, old: number, _new: number | null, step: Upgrade): Promise<void> {
  if (old < 2) await withAccounts(database, step);
  if (old < 3) addLists(database);
  else if (old < 4) await withEarlierApart(step);
}

function addLists(database: IDBPDatabase<Schema>): void {
  const creators = database.createObjectStore('creators', { keyPath: 'key' });
  creators.createIndex('account', 'account');
  creators.createIndex('named', ['creator.platform', 'creator.host', 'handle']);
  database.createObjectStore('lists', { keyPath: 'id' });
  database.createObjectStore('entries', { keyPath: ['list', 'creator'] }).createIndex('creator', 'creator');
  database.createObjectStore('single');
}

/** The third version kept a creator's earlier answers as values, which had to be read with every look at a list. */
async function withEarlierApart(step: Upgrade): Promise<void> {
  for (let at = await step.objectStore('creators').openCursor(); at; at = await at.continue())
    await at.update(apart(at.value));
}

async function withAccounts(database: IDBPDatabase<Schema>, step: Upgrade): Promise<void> {
  const accounts = database.createObjectStore('accounts', { keyPath: 'key' });
  accounts.createIndex('named', ['account.platform', 'account.host', 'handle']);
  accounts.createIndex('visited', 'visited');
  accounts.createIndex('ofHost', ['account.platform', 'account.host', 'visited']);
  database.createObjectStore('damaged', { autoIncrement: true });
  const first = database as unknown as IDBPDatabase;
  if (!first.objectStoreNames.contains('kept')) return;
  // The first version kept one list, without hosts.
  const list: unknown = await (step as unknown as IDBPTransaction<unknown, string[], 'versionchange'>)
    .objectStore('kept')
    .get('history');
  first.deleteObjectStore('kept');
  for (const entry of Array.isArray(list) ? list : []) {
    const account = asVisitedAccount(withHost(entry));
    await (account ? step.objectStore('accounts').put(storedOf(account)) : step.objectStore('damaged').add(entry));
  }
}

/** A record of the first version: of the platforms of any host, Mastodon's handles name theirs. */
function withHost(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  const { platform, handle } = entry as Record<string, unknown>;
  const [, host] = /@([^@]+)$/.exec(String(handle)) ?? [];
  if (platform === 'generic' || (platform === 'mastodon' && host === undefined)) return null;
  return { ...entry, host: platform === 'mastodon' ? host?.toLowerCase() : '' };
}

export function keyOf({ platform, host, id, handle }: Namespace & { id?: string; handle: string }): Key {
  return id === undefined ? [platform, host, 'handle', handle.toLowerCase()] : [platform, host, 'id', id];
}

function storedOf(account: VisitedAccount): Stored {
  const times = account.readings.map(({ reading }) => Date.parse(reading.at ?? '') || 0);
  return { key: keyOf(account), handle: account.handle.toLowerCase(), visited: Math.max(0, ...times), account };
}

/** What was found of an account: undefined where nothing was, `damaged` where it can't be understood. */
export type Found = { account?: VisitedAccount; damaged?: Key };

type Accounts = Pick<IDBPTransaction<Schema, ('accounts' | 'damaged')[], 'readwrite' | 'readonly'>, 'objectStore'>;

/** By its id; by its handle where either has no id: another id is another account that took the name over. */
async function find(step: Accounts, namespace: Namespace, { id, handle }: Snapshot['profile']): Promise<Found> {
  const accounts = step.objectStore('accounts');
  const name = handle.toLowerCase();
  const own = await accounts.get(keyOf({ ...namespace, id, handle }));
  const named = own ? [own] : await accounts.index('named').getAll([namespace.platform, namespace.host, name]);
  const [newest] = named
    .filter((one) => own !== undefined || id === undefined || one.account?.id === undefined)
    .sort((a, b) => b.visited - a.visited);
  if (newest === undefined) return {};
  const account = asVisitedAccount(newest.account);
  return account ? { account } : { damaged: newest.key };
}

type Aside = {
  accounts: IDBPObjectStore<Schema, Stores[], 'accounts', 'readwrite'>;
  damaged: IDBPObjectStore<Schema, Stores[], 'damaged', 'readwrite'>;
};

const asideOf = (step: { objectStore(name: 'accounts' | 'damaged'): unknown }) =>
  ({ accounts: step.objectStore('accounts'), damaged: step.objectStore('damaged') }) as Aside;

async function putAside({ accounts, damaged }: Aside, key: Key): Promise<void> {
  const stored: unknown = await accounts.get(key);
  await accounts.delete(key);
  await addDamaged(damaged, stored);
}

/** Keeps what could not be understood for a while. */
export async function addDamaged(damaged: Aside['damaged'], stored: unknown): Promise<void> {
  await damaged.add(stored);
  const extra = (await damaged.count()) - DAMAGED;
  if (extra <= 0) return;
  for (const old of await damaged.getAllKeys(undefined, extra)) await damaged.delete(old);
}

/** The least recently visited beyond the caps go, but none who stands on a list. */
async function keepWithin(step: Keeping, { platform, host }: Namespace): Promise<void> {
  const accounts = step.objectStore('accounts');
  const here = IDBKeyRange.bound([platform, host], [platform, host, []]);
  const most = host === '' ? CAPS.platform : CAPS.host;
  const ofHost = (await accounts.index('ofHost').count(here)) - most;
  if (ofHost > 0) await dropOldest(step, await accounts.index('ofHost').getAllKeys(here), ofHost);
  const all = (await accounts.count()) - CAPS.all;
  if (all > 0) await dropOldest(step, await accounts.index('visited').getAllKeys(), all);
}

type Keeping = IDBPTransaction<Schema, ('accounts' | 'damaged' | 'creators')[], 'readwrite'>;

/** @param oldest all that could go, the first to go first */
async function dropOldest(step: Keeping, oldest: Key[], extra: number): Promise<void> {
  const creators = step.objectStore('creators');
  let left = extra;
  for (const key of oldest) {
    if (left === 0) return;
    const [platform, host] = key;
    const handle = (await step.objectStore('accounts').get(key))?.handle ?? '';
    const isListed =
      (await creators.index('account').count(key)) + (await creators.index('named').count([platform, host, handle])) >
      0;
    if (isListed) continue;
    await step.objectStore('accounts').delete(key);
    left -= 1;
  }
}

/** The accounts that the person has visited. All reject where the disk can't be read or written; none waits for long but who asks for all. */
export const visitedAccounts = {
  /** What is kept of the snapshot's account. A damaged record is put aside, so that it is told once. */
  async find(
    namespace: Namespace,
    profile: Snapshot['profile'],
  ): Promise<{ account?: VisitedAccount; damaged: boolean }> {
    return opened(async (database) => {
      const found = await find(database.transaction(['accounts', 'damaged']), namespace, profile);
      if (!found.damaged) return { account: found.account, damaged: false };
      const step = database.transaction(['accounts', 'damaged'], 'readwrite');
      await putAside(asideOf(step), found.damaged);
      await step.done;
      return { damaged: true };
    });
  },

  /** The other accounts of the platform, the newest visits of a host first, whose posts were read; damaged records are left alone. */
  async others({ platform, host }: Namespace, { id, handle }: Snapshot['profile']): Promise<VisitedAccount[]> {
    return opened(async (database) => {
      const found: VisitedAccount[] = [];
      const ofPlatform = IDBKeyRange.bound([platform], [platform, []]);
      let cursor = await database.transaction('accounts').store.index('ofHost').openCursor(ofPlatform, 'prev');
      for (let looked = 0; cursor && looked < MOST_LOOKED; looked += 1) {
        const account = asVisitedAccount(cursor.value.account);
        const itself =
          account?.host === host &&
          (account.id === undefined || id === undefined
            ? account.handle.toLowerCase() === handle.toLowerCase()
            : account.id === id);
        if (account?.shown && !itself) found.push(account);
        cursor = await cursor.continue();
      }
      return found;
    });
  },

  /** Changes what is kept of the account, in one transaction. */
  async update(
    namespace: Namespace,
    profile: Snapshot['profile'],
    change: (found: VisitedAccount | undefined) => VisitedAccount,
  ): Promise<void> {
    await opened(async (database) => {
      const step = database.transaction(['accounts', 'damaged', 'creators'], 'readwrite');
      const { account, damaged } = await find(step, namespace, profile);
      if (damaged) await putAside(asideOf(step), damaged);
      const next = storedOf(change(account));
      // It has an id now, and is known by it from here on.
      if (account) await step.objectStore('accounts').delete(keyOf(account));
      await step.objectStore('accounts').put(next);
      await keepWithin(step, namespace);
      await step.done;
    });
  },

  /** Every record as it is stored, damaged ones included. */
  all: (): Promise<unknown[]> =>
    opened(async (database) => (await database.getAll('accounts')).map(({ account }) => account), ASKED_PATIENCE),

  /** Puts these in place of all that is kept; what is no record is left out. */
  async replaceAll(records: readonly unknown[]): Promise<void> {
    await opened(async (database) => {
      const step = database.transaction(['accounts', 'damaged'], 'readwrite');
      await step.objectStore('accounts').clear();
      await step.objectStore('damaged').clear();
      for (const record of records.slice(0, CAPS.all)) {
        const account = asVisitedAccount(record);
        if (account) await step.objectStore('accounts').put(storedOf(account));
      }
      await step.done;
    }, ASKED_PATIENCE);
  },

  /** Forgets one account. */
  remove: (account: Namespace & { id?: string; handle: string }): Promise<void> =>
    opened((database) => database.delete('accounts', keyOf(account))),

  count: (): Promise<number> => opened((database) => database.transaction('accounts').store.count()),
};

export type VisitedAccounts = typeof visitedAccounts;
