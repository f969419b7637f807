/** The current list as it is on disk, followed while the page is open; and what was done last, so that it can be undone. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Entry, Shortlist } from '../../vetting/shortlist';
import { type Row, shortlists } from '../../vetting/shortlists';

export type ListState =
  | { kind: 'loading' }
  /** The disk can't be read. */
  | { kind: 'failed' }
  | { kind: 'ready'; lists: Shortlist[]; list?: Shortlist; rows: Row[]; damaged: number };

async function read(): Promise<ListState> {
  const { current, ...found } = await shortlists.shown();
  return { kind: 'ready', ...found, list: found.lists.find(({ id }) => id === current) };
}

let early: Promise<ListState> | undefined;

/** Reads the list while the page's words are still asked for; the first `useList` shows it. */
export function readEarly(): void {
  early = read();
  // Told by whoever shows it.
  early.catch(() => {});
}

export interface FollowedList {
  state: ListState;
  /** Shows what was just written, before the disk is read again. */
  show(entry: Entry): void;
  reload(): void;
}

export function useList(): FollowedList {
  const [state, setState] = useState<ListState>({ kind: 'loading' });
  const reload = useCallback(() => {
    // What changes while it is read is read once more: one reading at a time, and never an older one shown last.
    if (running.current) {
      again.current = true;
      return;
    }
    running.current = true;
    const found = early ?? read();
    early = undefined;
    void found
      .then(setState, () => setState({ kind: 'failed' }))
      .then(() => {
        running.current = false;
        if (!again.current) return;
        again.current = false;
        reload();
      });
  }, []);
  const running = useRef(false);
  const again = useRef(false);
  useEffect(() => {
    reload();
    return shortlists.onChange(reload);
  }, [reload]);
  const show = (entry: Entry) =>
    setState((before) =>
      before.kind !== 'ready'
        ? before
        : {
            ...before,
            rows: before.rows.map((row) => (row.creator.key === entry.creator ? { ...row, entry } : row)),
          },
    );
  return { state, show, reload };
}

/** What was done last. */
export interface Done {
  text: string;
  undo?: () => Promise<unknown>;
}

export interface Doing {
  done: Done | undefined;
  /** Does it and says it; says that nothing was changed where it fails. @returns whether it was done */
  act(work: () => Promise<Done | undefined>): Promise<boolean>;
  undo(): void;
  dismiss(): void;
}

/** @param failed what is said where something could not be written */
export function useDoing(failed: string, undone: string): Doing {
  const [done, setDone] = useState<Done>();
  const act = async (work: () => Promise<Done | undefined>) => {
    try {
      const said = await work();
      if (said) setDone(said);
      return true;
    } catch {
      setDone({ text: failed });
      return false;
    }
  };
  return {
    done,
    act,
    undo: () =>
      void act(async () => {
        await done?.undo?.();
        return { text: undone };
      }),
    dismiss: () => setDone(undefined),
  };
}
