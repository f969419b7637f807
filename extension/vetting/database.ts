/**
 * What is kept on disk. In IndexedDB, since only the extension's own origin can open it: local storage holds the settings
 * alone, which content scripts read too. One record an account, each write one transaction, so that two tabs lose nothing
 * of each other's. Opened for each use, so that nothing stands in the way when the person, or the browser, deletes it.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Snapshot } from '../.generated/snapshot';
import { asVisitedAccount, type Namespace, type VisitedAccount } from './visited-account';

/** A record's name: platform, host, and the id, or where none is known the handle in lower case. */
type Key = [platform: string, host: string, kind: 'id' | 'handle', name: string];

interface Stored {
  key: Key;
  handle: string;
  /** When the account was last visited, ms: the least recently visited goes first. */
  visited: number;
  account: VisitedAccount;
}

interface Schema extends DBSchema {
  accounts: {
    key: Key;
    value: Stored;
    indexes: { named: [string, string, string]; visited: number; ofHost: [string, string, number] };
  };
  /** Records that could not be understood, as they were. */
  damaged: { key: number; value: unknown };
}

const VERSION = 2;
/** Accounts that are kept: of all, of one platform or of one host of anybody's. */
const CAPS = { all: 2000, platform: 1500, host: 50 };
/** Damaged records that are kept for a while. */
const DAMAGED = 20;
/** Longest time that anybody waits for the disk, ms. */
const PATIENCE = 1000;
/** After that it is left alone for so long, ms. */
const REST = 30_000;

let restUntil = 0;

/** Rejects after a while, and at once for some time after that: another part of the browser may hold the database. */
async function opened<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  if (Date.now() < restUntil) throw new Error('The database is held by somebody else.');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      restUntil = Date.now() + REST;
      reject(new Error('The database does not answer.'));
    }, PATIENCE);
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

type Upgrade = IDBPTransaction<Schema, ('accounts' | 'damaged')[], 'versionchange'>;

async function upgrade(
  database: IDBPDatabase<Schema>,
  _old: number,
  _new: number | null,
  step: Upgrade,
): Promise<void> {
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

function keyOf({ platform, host, id, handle }: Namespace & { id?: string; handle: string }): Key {
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

async function putAside(
  step: IDBPTransaction<Schema, ('accounts' | 'damaged')[], 'readwrite'>,
  key: Key,
): Promise<void> {
  const stored: unknown = await step.objectStore('accounts').get(key);
  await step.objectStore('accounts').delete(key);
  await step.objectStore('damaged').add(stored);
  const extra = (await step.objectStore('damaged').count()) - DAMAGED;
  if (extra <= 0) return;
  for (const old of await step.objectStore('damaged').getAllKeys(undefined, extra))
    await step.objectStore('damaged').delete(old);
}

/** The least recently visited beyond the caps go. */
async function keepWithin(
  step: IDBPTransaction<Schema, ('accounts' | 'damaged')[], 'readwrite'>,
  { platform, host }: Namespace,
) {
  const accounts = step.objectStore('accounts');
  const here = IDBKeyRange.bound([platform, host], [platform, host, []]);
  const ofHost = accounts.index('ofHost');
  const most = host === '' ? CAPS.platform : CAPS.host;
  for (let extra = (await ofHost.count(here)) - most; extra > 0; extra -= 1)
    await accounts.delete((await ofHost.getKey(here)) as Key);
  for (let extra = (await accounts.count()) - CAPS.all; extra > 0; extra -= 1)
    await accounts.delete((await accounts.index('visited').getKey(IDBKeyRange.lowerBound(-1))) as Key);
}

/** The accounts that the person has visited. All reject where the disk can't be read or written, none waits for long. */
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
      await putAside(step, found.damaged);
      await step.done;
      return { damaged: true };
    });
  },

  /** Changes what is kept of the account, in one transaction. */
  async update(
    namespace: Namespace,
    profile: Snapshot['profile'],
    change: (found: VisitedAccount | undefined) => VisitedAccount,
  ): Promise<void> {
    await opened(async (database) => {
      const step = database.transaction(['accounts', 'damaged'], 'readwrite');
      const { account, damaged } = await find(step, namespace, profile);
      if (damaged) await putAside(step, damaged);
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
    opened(async (database) => (await database.getAll('accounts')).map(({ account }) => account)),

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
    });
  },

  count: (): Promise<number> => opened((database) => database.transaction('accounts').store.count()),
};

export type VisitedAccounts = typeof visitedAccounts;
