/**
 * What session storage holds of the open tabs, in memory only: each tab's visit, the one tab that is to be recorded, and
 * the clock of a replay. Nothing else reads or writes these entries, so their names and forms stand here alone.
 */
import type { VisitState } from './visit';

/** The part of `storage.session` that is needed. */
interface SessionArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  onChanged: { addListener(hear: (changes: Record<string, { newValue?: unknown }>) => void): void };
}

const visitKey = (tab: number) => `page:${tab}`;
/** What was heard of a long page is megabytes: it stands apart, and is written only where it is new. */
const heardKey = (tab: number) => `heard:${tab}`;
const RECORD = 'record';
const NOW = 'now';

/** A visit that an earlier version has left may lack what this one reads: it is none. */
function asVisit(stored: unknown): VisitState | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { address, epoch, seq, waiting } = stored as Partial<VisitState>;
  const isVisit =
    typeof address === 'string' && Number.isFinite(epoch) && Number.isFinite(seq) && Array.isArray(waiting);
  return isVisit ? (stored as VisitState) : undefined;
}

type Heard = Pick<VisitState, 'dossier' | 'others' | 'waiting'>;

function isSame(a: Heard | undefined, b: Heard): boolean {
  return (
    a?.dossier === b.dossier &&
    a?.others === b.others &&
    a?.waiting.length === b.waiting.length &&
    a.waiting.every((reading, index) => reading === b.waiting[index])
  );
}

export function tabSession(area: SessionArea) {
  /** What this life of the background has written of each tab. */
  const written = new Map<number, Heard>();
  /** Asked with every message: read once, then kept in step. */
  let clock: Promise<string | undefined> | undefined;
  area.onChanged.addListener((changes) => {
    if (NOW in changes) clock = undefined;
  });
  return {
    /** What the visit of a tab has come to; undefined where there is none. */
    async load(tab: number): Promise<VisitState | undefined> {
      const items = await area.get([visitKey(tab), heardKey(tab)]);
      const state = items[visitKey(tab)];
      const heard = items[heardKey(tab)];
      return asVisit(typeof state === 'object' && state !== null ? { waiting: [], ...state, ...(heard ?? {}) } : state);
    },
    async save(tab: number, state: VisitState): Promise<void> {
      const { dossier, others, waiting, ...rest } = state;
      const heard = { dossier, others, waiting: [...waiting] };
      const isNews = !isSame(written.get(tab), heard);
      // A failure leaves nobody believing that it stands there.
      if (isNews) written.delete(tab);
      await area.set({ [visitKey(tab)]: rest, ...(isNews && { [heardKey(tab)]: heard }) });
      written.set(tab, heard);
    },
    async remove(tab: number): Promise<void> {
      written.delete(tab);
      await area.remove([visitKey(tab), heardKey(tab)]);
    },
    /** The person has asked to record the next page of this tab. */
    askToRecord: (tab: number): Promise<void> => area.set({ [RECORD]: tab }),
    /** True, once, where that was asked of this tab. */
    async takeRecording(tab: number): Promise<true | undefined> {
      if ((await area.get(RECORD))[RECORD] !== tab) return undefined;
      await area.remove(RECORD);
      return true;
    },
    /** The time that one of our own pages has set, RFC 3339 UTC: a replay lives in the time of its recording. */
    clock(): Promise<string | undefined> {
      clock ??= area.get(NOW).then(
        ({ [NOW]: now }) => (typeof now === 'string' ? now : undefined),
        (error) => {
          clock = undefined;
          throw error;
        },
      );
      return clock;
    },
  };
}

export type TabSession = ReturnType<typeof tabSession>;
