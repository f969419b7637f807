/**
 * What is kept on disk of earlier visits. In IndexedDB, since only the extension's own origin can open it: local storage
 * holds the settings alone, which content scripts read too. Opened for each use, so that nothing stands in the way when
 * the person, or the browser, deletes it.
 */
import { type IDBPDatabase, openDB } from 'idb';

const STORE = 'kept';
const HISTORY = 'history';

async function opened<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB('plumb', 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE) });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** The list of history.ts as it is stored; undefined where there is none. Rejects where the disk can't be read or written. */
export const keptHistory = {
  get: (): Promise<unknown> => opened((database) => database.get(STORE, HISTORY)),
  set: async (list: unknown): Promise<void> => {
    await opened((database) => database.put(STORE, list, HISTORY));
  },
};
