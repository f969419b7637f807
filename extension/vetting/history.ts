/** What earlier visits read of an account, given to the core as its history, and what this visit adds to it. */
import type { HistoryReading, Snapshot } from '../.generated/snapshot';
import type { VisitedAccounts } from './database';
import { isName, type Namespace, readingsOf, withVisit } from './visited-account';

/** The earlier readings of an account, oldest first. */
export interface Earlier {
  readings: HistoryReading[];
  /** What was kept of it could not be understood, and was put aside. */
  damaged: boolean;
}

/**
 * @param namespaceOf where the snapshot's account lives; null where what its page says is bound to no address, so that
 *   any page could call itself by the name
 */
export function createHistory(
  store: Pick<VisitedAccounts, 'find' | 'update'>,
  namespaceOf: (snapshot: Snapshot) => Namespace | null,
) {
  const placeOf = (snapshot: Snapshot): Namespace | null => {
    const { id, handle } = snapshot.profile;
    return isName(handle) && (id === undefined || isName(id)) ? namespaceOf(snapshot) : null;
  };
  return {
    /** Readings of earlier visits to the snapshot's account. */
    async earlier(snapshot: Snapshot, visit: string): Promise<Earlier> {
      const namespace = placeOf(snapshot);
      if (!namespace) return { readings: [], damaged: false };
      // A disk that can't be read takes away the earlier visits, and nothing else.
      const { account, damaged } = await store
        .find(namespace, snapshot.profile)
        .catch(() => ({ account: undefined, damaged: false }));
      return { readings: account ? readingsOf(account, visit) : [], damaged };
    },

    /** Keeps this visit's counts, in place of what it kept before. */
    async remember(snapshot: Snapshot, visit: string): Promise<void> {
      const namespace = placeOf(snapshot);
      if (!namespace) return;
      await store
        .update(namespace, snapshot.profile, (found) => withVisit(found, namespace, snapshot, visit))
        .catch(() => {});
    },
  };
}
