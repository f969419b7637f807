/** @jsxImportSource preact */
/** The one dialog that is open, and what comes of it. */
import { settings as stored } from '../../settings/stored';
import type { EntryChange, Fee, NewDecision, Shortlist } from '../../vetting/shortlist';
import type { PageProps } from '../mount';
import type { Actions } from './actions';
import { BringIn } from './bring-in';
import { Decide } from './decide';
import { Details } from './details';
import { FeeTerms } from './fee-cell';
import { Files } from './files';
import { Name } from './head';
import { Keys } from './keys';
import type { Row } from './row';

export interface Asked {
  kind: 'decide' | 'details' | 'terms' | 'new' | 'rename' | 'keys' | 'bring' | 'files';
  /** Of the creator that it is about, where it is about one. */
  key?: string;
}

export interface AskedProps extends PageProps {
  asked: Asked;
  rows: readonly Row[];
  /** Those that are selected, else all that are shown. */
  chosen: readonly Row[];
  list: Shortlist;
  actions: Actions;
  usualFee: Omit<Fee, 'amount'>;
  /** What the next fee is for. */
  setTerms(terms: Omit<Fee, 'amount'>): void;
  close(): void;
}

/** The dialog that is open. */
export function AskedOf({
  asked,
  rows,
  chosen,
  list,
  words,
  settings,
  actions,
  usualFee,
  setTerms,
  close,
}: AskedProps) {
  if (asked.kind === 'keys')
    return (
      <Keys
        words={words}
        on={settings.letterKeys}
        onChange={(letterKeys) => void stored.change({ letterKeys })}
        onClose={close}
      />
    );
  if (asked.kind === 'files') return <Files list={list} rows={chosen} words={words} onClose={close} />;
  if (asked.kind === 'bring')
    return (
      <BringIn
        rows={rows}
        words={words}
        onAdd={(names) => {
          close();
          void actions.queue(names);
        }}
        onAnswers={(answers, by) => {
          close();
          void actions.answer(answers, by);
        }}
        onClose={close}
      />
    );
  if (asked.kind === 'new' || asked.kind === 'rename') {
    const isNew = asked.kind === 'new';
    const onName = (name: string) => {
      close();
      void (isNew ? actions.add(name) : actions.rename(name));
    };
    return (
      <Name
        title={words.text(isNew ? 'list_new' : 'list_rename')}
        name={isNew ? '' : list.name}
        {...{ words, onName, onClose: close }}
      />
    );
  }
  const row = rows.find(({ creator }) => creator.key === asked.key);
  if (!row) return null;
  if (asked.kind === 'decide') {
    const onDecide = (decision: NewDecision) => {
      close();
      void stored.change({ decidedBy: decision.by });
      void actions.decide(row, decision);
    };
    return <Decide row={row} by={settings.decidedBy} words={words} onDecide={onDecide} onClose={close} />;
  }
  const saved = (change: EntryChange) => {
    close();
    void actions.change(row, change, words.text('list_saved'));
  };
  if (asked.kind === 'details') return <Details row={row} words={words} onChange={saved} onClose={close} />;
  const onTerms = (terms: Omit<Fee, 'amount'>) => {
    close();
    setTerms(terms);
    if (row.entry.fee) void actions.change(row, { fee: { ...row.entry.fee, ...terms } }, words.text('list_saved'));
  };
  return <FeeTerms {...{ row, usual: usualFee, words, onTerms, onClose: close }} />;
}
