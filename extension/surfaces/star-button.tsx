/** @jsxImportSource preact */
/** The star in a page of our own, where no web page can cover it: for what the followed tab shows. */
import { useEffect, useState } from 'preact/hooks';
import type { Star } from '../messages/messages';
import { onChange } from '../vetting/changes';
import { Icon } from '../views/icons';
import type { Words } from '../views/words';
import { ask } from './ask';

export interface StarButtonProps {
  tab: number | undefined;
  /** Whose answer is shown. */
  handle: string;
  words: Words;
}

/** Nothing where the account can't be put on a list. */
export function StarButton({ tab, handle, words }: StarButtonProps) {
  const [star, setStar] = useState<Star | null>(null);
  const [note, setNote] = useState<string>();
  useEffect(() => {
    if (tab === undefined) return;
    const look = () => void ask({ kind: 'star', tab, handle }).then((found) => setStar(found ?? null));
    look();
    return onChange(look);
  }, [tab, handle]);
  if (!star || tab === undefined) return null;
  const press = async () => {
    const done = await ask({ kind: 'star', tab, handle, on: !star.on });
    if (done) setStar(done);
    setNote(done?.note ?? words.text('star_failed'));
  };
  return (
    <div class="starring">
      <button type="button" class="star" aria-pressed={star.on} onClick={() => void press()}>
        <Icon name="star" size={15} filled={star.on} />
        {words.text(star.on ? 'star_on' : 'star_add')}
      </button>
      <p class="fine" aria-live="polite">
        {note ?? star.note}
      </p>
    </div>
  );
}
