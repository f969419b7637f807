/**
 * Reports that are open in tabs of our own: copies in session memory, so that a report stays what it was when the
 * page it came from goes on. The browser drops them when it closes.
 */

/** One kept report, as texts: exactly what was given to the core and what came from it. */
export interface KeptReport {
  /** Null where there was none: then `report` is a refusal. */
  snapshot: string | null;
  report: string;
}

export interface KeptReportsStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Snapshots can be megabytes and session memory holds ten. */
const MOST = 8;
const INDEX = 'reports';

const keyOf = (id: string) => `report:${id}`;

function asKept(value: unknown): KeptReport | null {
  if (typeof value !== 'object' || value === null) return null;
  const { snapshot, report } = value as Record<string, unknown>;
  return typeof report === 'string' && (snapshot === null || typeof snapshot === 'string')
    ? { snapshot, report }
    : null;
}

export function keepReports(store: KeptReportsStore) {
  const ids = async (): Promise<string[]> => {
    const list = await store.get(INDEX);
    return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
  };
  return {
    /** @returns the id under which `open` finds it, or null where memory has no room even for it alone */
    async keep(kept: KeptReport): Promise<string | null> {
      const id = crypto.randomUUID();
      let others = await ids();
      for (;;) {
        while (others.length >= MOST) await store.remove(keyOf(others.shift() as string));
        try {
          await store.set(keyOf(id), kept);
          await store.set(INDEX, [...others, id]);
          return id;
        } catch {
          const oldest = others[0];
          if (oldest === undefined) return null;
          await store.remove(keyOf(oldest));
          others = others.slice(1);
        }
      }
    },
    async open(id: string): Promise<KeptReport | null> {
      return asKept(await store.get(keyOf(id)));
    },
  };
}
