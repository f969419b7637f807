/** @jsxImportSource preact */
/** What is kept on this device, and how much: saved as one file, put back from one, and each account deleted by itself. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { asKeptFile, type KeptOnDisk, keptFile, keptOnDisk } from '../settings/erase';
import { onChange } from '../vetting/changes';
import { visitedAccounts } from '../vetting/database';
import type { Creator } from '../vetting/shortlist';
import { type AllLists, shortlists } from '../vetting/shortlists';
import type { VisitedAccount } from '../vetting/visited-account';
import { pageText } from '../views/page-text';
import type { Words } from '../views/words';
import { ask } from './ask';
import { download } from './download';
import { platformName } from './parts';
import { Question } from './question';

/** Accounts that are shown at once: more are found by their name. */
const SHOWN = 20;

const disk = { earlier: visitedAccounts, lists: shortlists };
const today = () => new Date().toISOString().slice(0, 10);
const now = () => keptOnDisk(browser.storage.local, disk);
const bytesOf = (value: unknown) => (value === undefined ? 0 : new TextEncoder().encode(JSON.stringify(value)).length);

/** What is kept; read anew after each change, and when the page is looked at again. */
function useKept(): [KeptOnDisk | undefined, () => void] {
  const [kept, setKept] = useState<KeptOnDisk>();
  const look = () => void now().then(setKept);
  useEffect(() => {
    look();
    document.addEventListener('visibilitychange', look);
    const end = onChange(look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      end();
    };
  }, []);
  return [kept, look];
}

/** @param changed another value where something else of the page has changed what is kept */
export function Kept({ words, changed }: { words: Words; changed: unknown }) {
  const [kept, look] = useKept();
  // What was there before the last step, for an undo.
  const [before, setBefore] = useState<KeptOnDisk>();
  const [said, setSaid] = useState('');
  useEffect(look, [changed]);
  if (!kept) return null;
  const step = async (done: string, work: () => Promise<boolean>) => {
    const was = await now();
    const isDone = await work().catch(() => false);
    setSaid(isDone ? done : words.text('kept_no_file'));
    if (isDone) setBefore(was);
    look();
  };
  const undo = async () => {
    if (before && (await ask({ kind: 'restore', kept: before }))) setBefore(undefined);
    setSaid('');
    look();
  };
  const save = async () => {
    const all = await now();
    // A file without a part that the disk did not give in time would be taken for all there is.
    const isWhole = all.history !== undefined && all.lists !== undefined;
    if (isWhole) download(keptFile(all), 'application/json', `plumb-kept-${today()}.json`);
    else setSaid(words.text('kept_unread'));
  };
  return (
    <>
      <Amounts kept={kept} words={words} />
      <div class="buttons">
        <button type="button" onClick={() => void save()}>
          {words.text('kept_save')}
        </button>
        <Load
          words={words}
          onFile={(text) =>
            step(words.text('kept_loaded'), async () => {
              const file = asKeptFile(text);
              return file !== null && (await ask({ kind: 'restore', kept: file })) === true;
            })
          }
        />
      </div>
      <div aria-live="polite">
        {said !== '' && (
          <div class="done">
            <p>{said}</p>
            {before && (
              <button type="button" onClick={() => void undo()}>
                {words.text('erase_undo')}
              </button>
            )}
          </div>
        )}
      </div>
      <Each kept={kept} words={words} onDelete={(one) => step(deletedText(one, words), () => forget(one))} />
    </>
  );
}

function Amounts({ kept, words }: { kept: KeptOnDisk; words: Words }) {
  const { history, lists } = contents(kept);
  const rows = [
    ['kept_visits', kept.history ? history.length : undefined, history],
    ['kept_creators', kept.lists ? lists.creators.length : undefined, lists.creators],
    ['kept_lists', kept.lists ? lists.lists.length : undefined, [lists.lists, lists.entries, lists.salt]],
    ['kept_settings', undefined, kept.settings],
    ['kept_all', undefined, kept],
  ] as const;
  return (
    <table class="amounts">
      <thead>
        <tr>
          <th scope="col">{words.text('kept_what')}</th>
          <th scope="col">{words.text('kept_number')}</th>
          <th scope="col">{words.text('kept_size')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, number, part]) => (
          <tr key={name}>
            <th scope="row">{words.text(name)}</th>
            <td>{number === undefined ? '' : words.numbers.count(number)}</td>
            <td>{sizeText(bytesOf(part), words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sizeText(bytes: number, { locale }: Words): string {
  const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
  const value = bytes / (bytes < 1e6 ? 1e3 : 1e6);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

function contents({ history, lists }: KeptOnDisk): { history: VisitedAccount[]; lists: AllLists } {
  return {
    history: (history ?? []) as VisitedAccount[],
    lists: (lists ?? { lists: [], creators: [], entries: [] }) as AllLists,
  };
}

/** Asks before what is there is replaced. */
function Load({ words, onFile }: { words: Words; onFile(text: string): void }) {
  const question = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string>();
  const taken = async (file: File | undefined) => {
    if (!file) return;
    setText(await file.text());
    question.current?.showModal();
  };
  return (
    <>
      <button type="button" onClick={() => field.current?.click()}>
        {words.text('kept_load')}
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          void taken(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <Question
        dialog={question}
        name="load"
        title={words.text('kept_load_question')}
        detail={words.text('kept_load_detail')}
        yes={words.text('kept_load_yes')}
        words={words}
        onYes={() => text !== undefined && onFile(text)}
      />
    </>
  );
}

/** An account: what was counted at visits, and what is on lists, together. */
interface One {
  name: string;
  platform: VisitedAccount['platform'];
  account?: VisitedAccount;
  creator?: Creator;
}

function accountsOf(kept: KeptOnDisk): One[] {
  const { history, lists } = contents(kept);
  const nameOf = ({ platform, host, handle }: Pick<VisitedAccount, 'platform' | 'host' | 'handle'>) =>
    JSON.stringify([platform, host, handle.toLowerCase()]);
  const all = new Map<string, One>();
  for (const creator of lists.creators)
    all.set(nameOf(creator), { name: creator.handle, platform: creator.platform, creator });
  for (const account of history) {
    const name = nameOf(account);
    all.set(name, { name: account.handle, platform: account.platform, ...all.get(name), account });
  }
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function deletedText({ name }: One, words: Words): string {
  return words.text('kept_deleted', { handle: pageText(name) });
}

async function forget({ account, creator }: One): Promise<boolean> {
  if (account) await visitedAccounts.remove(account);
  if (creator) await shortlists.removeEverywhere(creator.key);
  return true;
}

function Each({ kept, words, onDelete }: { kept: KeptOnDisk; words: Words; onDelete(one: One): void }) {
  const [wanted, setWanted] = useState('');
  const all = accountsOf(kept);
  const found = all.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  if (all.length === 0) return null;
  return (
    <details class="part">
      <summary>{words.text('kept_each')}</summary>
      <label class="field">
        <span>{words.text('kept_find')}</span>
        <input type="search" value={wanted} onInput={({ currentTarget }) => setWanted(currentTarget.value)} />
      </label>
      <ul class="each">
        {found.slice(0, SHOWN).map((one) => (
          <li key={`${one.platform} ${one.name} ${one.account?.host ?? one.creator?.host}`}>
            <span>
              <bdi>{pageText(one.name)}</bdi> · {platformName(one.platform, words)} ·{' '}
              {sizeText(bytesOf([one.account, one.creator]), words)}
            </span>
            <button
              type="button"
              aria-label={words.text('kept_delete', { handle: pageText(one.name) })}
              onClick={() => onDelete(one)}
            >
              {words.text('kept_delete_short')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
