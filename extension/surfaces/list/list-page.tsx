/** @jsxImportSource preact */
/** The list of creators: what was read of each, what they cost, what was decided and why. */
import { useState } from 'preact/hooks';
import { currencyOf } from '../../settings/currency';
import type { Fee, Shortlist } from '../../vetting/shortlist';
import { shortlists } from '../../vetting/shortlists';
import type { Words } from '../../views/words';
import type { PageProps } from '../mount';
import { SettingsButton, Top } from '../parts';
import { type Actions, actionsOf } from './actions';
import { type Asked, AskedOf } from './asked';
import { Compare } from './compare';
import { FilterBar, Head, Name } from './head';
import { type KeyActions, KeyLine, useKeys } from './keys';
import { openBossPage, openProfile } from './open';
import type { Row } from './row';
import { Table } from './table';
import { MOST_COMPARED, Tray } from './tray';
import { type Doing, type ListState, useDoing, useList } from './use-list';
import { focusRow, type Rows, useRows } from './use-rows';

export function ListPage({ words, settings }: PageProps) {
  const { state, show } = useList();
  const { done, act, undo, dismiss } = useDoing(words.text('list_failed'), words.text('list_undone'));
  return (
    <main class="list-page" aria-busy={state.kind === 'loading'}>
      <Top words={words}>
        <SettingsButton words={words} />
      </Top>
      {state.kind === 'loading' && <p class="note">{words.text('list_loading')}</p>}
      {state.kind === 'failed' && (
        <p class="wrong" role="alert">
          {words.text('list_unreadable')}
        </p>
      )}
      {state.kind === 'ready' && state.damaged > 0 && (
        <p class="wrong" role="alert">
          {words.count('list_damaged', state.damaged)}
        </p>
      )}
      {state.kind === 'ready' &&
        (state.list ? (
          <Full state={{ ...state, list: state.list }} {...{ words, settings, show, act }} />
        ) : (
          <None words={words} act={act} />
        ))}
      <div class="toast" role="status">
        {done && (
          <div class="done">
            <span>{done.text}</span>
            {done.undo && (
              <button type="button" onClick={undo}>
                {words.text('list_undo')}
              </button>
            )}
            <button type="button" class="plain" onClick={dismiss}>
              {words.text('card_close')}
            </button>
          </div>
        )}
      </div>
    </main>
  );
}

type Act = Doing['act'];
type Ready = ListState & { kind: 'ready'; list: Shortlist };

/** There is no list yet. */
function None({ words, act }: { words: Words; act: Act }) {
  const [naming, setNaming] = useState(false);
  const make = (name: string) => {
    setNaming(false);
    void act(async () => void (await shortlists.addList(name)));
  };
  return (
    <section class="panel empty">
      <h1>{words.text('list_title')}</h1>
      <p class="note">{words.text('list_empty_note')}</p>
      <button type="button" class="primary" onClick={() => setNaming(true)}>
        {words.text('list_new')}
      </button>
      {naming && (
        <Name title={words.text('list_new')} name="" words={words} onName={make} onClose={() => setNaming(false)} />
      )}
    </section>
  );
}

interface FullProps extends PageProps {
  state: Ready;
  show(entry: Row['entry']): void;
  act: Act;
}

function Full({ state, words, settings, show, act }: FullProps) {
  const { lists, list, rows } = state;
  const own = useRows(rows);
  const [asked, setAsked] = useState<Asked>();
  const [comparing, setComparing] = useState(false);
  const [terms, setTerms] = useState<Omit<Fee, 'amount'>>();
  const actions = actionsOf(list, words, show, act);
  const currency = settings.currency ?? currencyOf(navigator.language);
  const usualFee = terms ?? usualTerms(rows, currency);
  const chosen = own.picked.length > 0 ? own.picked : own.shown;
  const comparable = chosen.length >= 2 && chosen.length <= MOST_COMPARED;
  useKeys(
    keyActions(own, setAsked, () => setComparing(comparable && !comparing)),
    settings.letterKeys,
  );
  const asks = (kind: Asked['kind']) => () => setAsked({ kind });
  return (
    <>
      <Head
        lists={lists}
        list={list}
        words={words}
        onChoose={(id) => void actions.choose(id)}
        onNew={asks('new')}
        onRename={asks('rename')}
        onDelete={() => void actions.removeList()}
      >
        <button type="button" onClick={asks('bring')}>
          {words.text('list_import')}
        </button>
        <button type="button" onClick={asks('files')}>
          {words.text('list_export')}
        </button>
      </Head>
      {rows.length === 0 ? (
        <p class="note">{words.text('list_empty_note')}</p>
      ) : (
        <>
          <FilterBar rows={rows} shown={own.shown.length} filter={own.filter} words={words} onFilter={own.setFilter} />
          <RowTable {...{ own, words, actions, usualFee, setAsked }} />
          <KeyLine words={words} onKeys={asks('keys')} />
          <div class="dock">
            {comparing && comparable && <Compare chosen={chosen} words={words} onClose={() => setComparing(false)} />}
            <Tray
              chosen={chosen}
              selected={own.picked.length}
              list={list}
              currency={currency}
              words={words}
              comparing={comparing && comparable}
              onCompare={() => setComparing(!comparing)}
              onBudget={(budget) => void actions.budget(budget)}
              onRemove={() => void actions.remove(own.picked)}
            />
          </div>
        </>
      )}
      {asked && (
        <AskedOf
          {...{ asked, rows, chosen, list, words, settings, actions, usualFee, setTerms }}
          close={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

type SetAsked = (asked: Asked) => void;
const openAt = (row: Row | undefined) => row && openProfile(row.creator);

function keyActions(own: Rows, setAsked: SetAsked, compare: () => void): KeyActions {
  const ask = (kind: Asked['kind'], row = own.rowHere()) => row && setAsked({ kind, key: row.creator.key });
  return {
    move: (by) => void own.go(by),
    open: (by) => openAt(own.go(by)),
    fee: () => focusRow(own.here, '.fee'),
    status: () => ask('decide'),
    note: () => ask('details'),
    compare,
    report() {
      const row = own.rowHere();
      if (row?.creator.summary) openBossPage(row);
    },
    keys: () => setAsked({ kind: 'keys' }),
  };
}

interface RowsProps {
  own: Rows;
  words: Words;
  actions: Actions;
  usualFee: Omit<Fee, 'amount'>;
  setAsked: SetAsked;
}

function RowTable({ own, words, actions, usualFee, setAsked }: RowsProps) {
  const ask = (kind: Asked['kind']) => (row: Row) => setAsked({ kind, key: row.creator.key });
  const { shown, order, selected, here } = own;
  return (
    <Table
      {...{ rows: shown, words, now: Date.now(), order, selected, here, usualFee }}
      onOrder={own.orderBy}
      onHere={own.setHere}
      onSelect={(key, on) => own.select([key], on)}
      onSelectAll={(on) => {
        const keys = shown.map(({ creator }) => creator.key);
        own.select(keys, on);
      }}
      onFee={(row, fee) => void actions.change(row, { fee }, words.text('list_saved'))}
      onTerms={ask('terms')}
      onStatus={ask('decide')}
      onDetails={ask('details')}
      onProfile={openAt}
      onReport={openBossPage}
    />
  );
}

/** What the last fee of the list is for, else one post in the person's money. */
function usualTerms(rows: readonly Row[], currency: string): Omit<Fee, 'amount'> {
  const { currency: known = currency, unit = 'post' } = rows.flatMap(({ entry }) => entry.fee ?? []).at(-1) ?? {};
  return { currency: known, unit, count: 1 };
}
