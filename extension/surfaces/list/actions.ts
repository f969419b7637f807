/** What can be done to a list. */
import type { CreatorName, EntryChange, NewDecision, Shortlist } from '../../vetting/shortlist';
import { shortlists } from '../../vetting/shortlists';
import type { Words } from '../../views/words';
import type { Answer } from './client-answer';
import { statusNames } from './decide';
import { nameOf, type Row } from './row';
import type { Doing } from './use-list';

/** What can be done to a list; each thing can be undone. */
export function actionsOf(list: Shortlist, words: Words, show: (entry: Row['entry']) => void, act: Doing['act']) {
  const change = (row: Row, next: EntryChange, text: string) =>
    act(async () => {
      const { key } = row.creator;
      const before = Object.fromEntries(
        Object.keys(next).map((name) => [name, row.entry[name as keyof EntryChange]]),
      ) as EntryChange;
      show(await shortlists.change(list.id, key, next));
      return { text, undo: async () => show(await shortlists.change(list.id, key, before)) };
    });
  return {
    change,
    decide: (row: Row, decision: NewDecision) =>
      act(async () => {
        const { entry, creator } = row;
        show(await shortlists.decide(list.id, creator.key, decision));
        const back = { to: entry.status, reason: entry.reason, by: decision.by };
        return {
          text: words.text('list_decided', { name: nameOf(creator), status: words.text(statusNames[decision.to]) }),
          undo: async () => show(await shortlists.decide(list.id, creator.key, back)),
        };
      }),
    remove: (rows: readonly Row[]) =>
      act(async () => {
        const removed = await shortlists.remove(
          list.id,
          rows.map(({ creator }) => creator.key),
        );
        return { text: words.count('list_removed', rows.length), undo: () => shortlists.putBack(removed) };
      }),
    rename: (name: string) =>
      act(async () => {
        await shortlists.changeList(list.id, { name });
        return { text: words.text('list_renamed'), undo: () => shortlists.changeList(list.id, { name: list.name }) };
      }),
    removeList: () =>
      act(async () => {
        const removed = await shortlists.removeList(list.id);
        return {
          text: words.text('list_deleted', { name: list.name }),
          undo: async () => {
            await shortlists.putBack(removed);
            await shortlists.setCurrent(list.id);
          },
        };
      }),
    /** Puts creators on the list, unread: a queue to open. */
    queue: (names: readonly CreatorName[]) =>
      act(async () => {
        const before = new Set((await shortlists.rows(list.id)).rows.map(({ creator }) => creator.key));
        const added: string[] = [];
        for (const name of names) {
          const { creator } = await shortlists.add(name, { on: list.id });
          if (!before.has(creator)) added.push(creator);
        }
        return { text: words.count('bring_added', added.length), undo: () => shortlists.remove(list.id, added) };
      }),
    /** Writes down what a client decided. */
    answer: (answers: readonly Answer[], by: string) =>
      act(async () => {
        for (const { row, to, reason } of answers)
          await shortlists.decide(list.id, row.creator.key, { to, reason: reason || row.entry.reason, by });
        const undo = async () => {
          for (const { row } of answers.toReversed())
            await shortlists.decide(list.id, row.creator.key, { to: row.entry.status, reason: row.entry.reason, by });
        };
        return { text: words.count('bring_taken', answers.length), undo };
      }),
    budget: (budget: Shortlist['budget']) => act(async () => void (await shortlists.changeList(list.id, { budget }))),
    add: (name: string) => act(async () => void (await shortlists.addList(name))),
    choose: (id: string) => act(async () => void (await shortlists.setCurrent(id))),
  };
}

export type Actions = ReturnType<typeof actionsOf>;
