/** What earlier visits read of an account, given to the core as its history, and what this visit adds to it. */
import type { Report } from '../.generated/report';
import type { HistoryReading, Peer, Snapshot } from '../.generated/snapshot';
import type { VisitedAccounts } from './database';
import { isName, type Namespace, peerOf, readingsOf, withVisit } from './visited-account';

/** The earlier readings of an account, oldest first. */
export interface Earlier {
  readings: HistoryReading[];
  /** What was kept of it could not be understood, and was put aside. */
  damaged: boolean;
}

/** A page that loads is scored several times: the disk is asked once in so long, ms. */
const MOMENT = 3000;
/** The contract's cap. */
const MOST_PEERS = 200;

const middleOf = (count: Peer['followers']) =>
  typeof count === 'object' ? (count.low + count.high) / 2 : (count ?? Number.NaN);

/**
 * @param namespaceOf where the snapshot's account lives; null where what its page says is bound to no address, so that
 *   any page could call itself by the name
 */
export function createHistory(
  store: Pick<VisitedAccounts, 'find' | 'update' | 'others'>,
  namespaceOf: (snapshot: Snapshot) => Namespace | null,
) {
  const placeOf = (snapshot: Snapshot): Namespace | null => {
    const { id, handle } = snapshot.profile;
    return isName(handle) && (id === undefined || isName(id)) ? namespaceOf(snapshot) : null;
  };
  const read = async (namespace: Namespace, snapshot: Snapshot, visit: string): Promise<Earlier> => {
    // A disk that can't be read takes away the earlier visits, and nothing else.
    const { account, damaged } = await store
      .find(namespace, snapshot.profile)
      .catch(() => ({ account: undefined, damaged: false }));
    return { readings: account ? readingsOf(account, visit) : [], damaged };
  };
  /** What was last asked for. */
  let last: { visit: string; account: string; earlier: Promise<Earlier> } | undefined;
  const forget = (asked: typeof last) => {
    if (last === asked) last = undefined;
  };

  return {
    /** Readings of earlier visits to the snapshot's account. */
    async earlier(snapshot: Snapshot, visit: string): Promise<Earlier> {
      const namespace = placeOf(snapshot);
      if (!namespace) return { readings: [], damaged: false };
      const { id, handle } = snapshot.profile;
      const account = JSON.stringify([namespace.platform, namespace.host, id ?? null, handle]);
      if (last?.visit === visit && last.account === account) return last.earlier;
      const asked = { visit, account, earlier: read(namespace, snapshot, visit) };
      last = asked;
      setTimeout(() => forget(asked), MOMENT);
      const earlier = await asked.earlier;
      // Damage is told once.
      if (earlier.damaged) forget(asked);
      return earlier;
    },

    /** What other visited accounts of the platform showed, those nearest in size; nobody's name. */
    async peers(snapshot: Snapshot): Promise<Peer[]> {
      const namespace = placeOf(snapshot);
      const size = middleOf(snapshot.profile.followers);
      if (!namespace || !(size > 0)) return [];
      const others = await store.others(namespace, snapshot.profile).catch(() => []);
      const distance = ({ shown }: { shown?: Peer }) => Math.abs(Math.log(middleOf(shown?.followers) / size));
      return others
        .filter((one) => Number.isFinite(distance(one)))
        .sort((a, b) => distance(a) - distance(b))
        .slice(0, MOST_PEERS)
        .map(({ shown }) => shown as Peer);
    },

    /** Keeps this visit's counts, in place of what it kept before. */
    async remember(snapshot: Snapshot, visit: string, report?: Report): Promise<void> {
      const namespace = placeOf(snapshot);
      if (!namespace) return;
      // A visit's own readings are none of its earlier ones.
      if (last?.visit !== visit) last = undefined;
      const shown = report && peerOf(snapshot, report);
      await store
        .update(namespace, snapshot.profile, (found) => withVisit(found, namespace, snapshot, visit, shown))
        .catch(() => {});
    },
  };
}
