/** @jsxImportSource preact */
/** Deletes everything that is kept, after one clear question, and can take it back while the page is open. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeptOnDisk } from '../settings/erase';
import { visitedAccounts } from '../vetting/database';
import type { Words } from '../views/words';
import { ask } from './ask';
import { Kept } from './kept';
import { Question } from './question';

/** How many accounts' earlier visits are kept; counted anew when the page is looked at again, and when `changed` is another. */
function useRemembered(changed: unknown): number | undefined {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    const look = async () => {
      setCount(await visitedAccounts.count().catch(() => 0));
    };
    const soon = () => void look();
    document.addEventListener('visibilitychange', soon);
    soon();
    return () => document.removeEventListener('visibilitychange', soon);
  }, [changed]);
  return count;
}

export function EraseAll({ words }: { words: Words }) {
  const question = useRef<HTMLDialogElement>(null);
  const [kept, setKept] = useState<KeptOnDisk>();
  const remembered = useRemembered(kept);
  const [failed, setFailed] = useState(false);
  const done = useRef<HTMLParagraphElement>(null);
  const erase = async () => {
    const before = await ask({ kind: 'erase' });
    setFailed(before === undefined);
    setKept(before);
    done.current?.focus();
  };
  const undo = async () => {
    if (kept && (await ask({ kind: 'restore', kept }))) setKept(undefined);
    else setFailed(true);
  };
  return (
    <section class="panel">
      <h2>{words.text('erase_title')}</h2>
      <p class="note">{remembered ? words.count('erase_kept', remembered) : words.text('erase_kept_nothing')}</p>
      <p class="fine">{words.text('erase_what')}</p>
      <Kept words={words} changed={kept} />
      <div aria-live="polite">
        {kept && (
          <div class="done">
            <p ref={done} tabIndex={-1}>
              {words.text('erase_done')}
            </p>
            <button type="button" onClick={() => void undo()}>
              {words.text('erase_undo')}
            </button>
          </div>
        )}
        {failed && <p class="wrong">{words.text('erase_failed')}</p>}
      </div>
      <button type="button" class="grave" onClick={() => question.current?.showModal()}>
        {words.text('erase_open')}
      </button>
      <Question
        dialog={question}
        name="erase"
        title={words.text('erase_question')}
        detail={words.text('erase_detail')}
        yes={words.text('erase_yes')}
        words={words}
        onYes={() => void erase()}
      />
    </section>
  );
}
