/** @jsxImportSource preact */
/** All that the list says of one creator in words: note, tags, the day of the next look, what was decided, what has changed. */
import { useState } from 'preact/hooks';
import { dueOf, type EntryChange, LONGEST_NOTE, MOST } from '../../vetting/shortlist';
import type { Words } from '../../views/words';
import { CourseOf } from './course';
import { DecisionLog } from './decide';
import { Modal } from './modal';
import { nameOf, type Row } from './row';
import { changesSince, changeTexts } from './since-hired';

export interface DetailsProps {
  row: Row;
  words: Words;
  onChange(change: EntryChange): void;
  onClose(): void;
}

/** "food, winter": each once, none empty, none too long. */
function tagsOf(text: string): string[] {
  const tags = text.split(/[,،、]/).map((one) => one.trim().slice(0, 80));
  return [...new Set(tags.filter((one) => one !== ''))].slice(0, MOST.tags);
}

export function Details({ row, words, onChange, onClose }: DetailsProps) {
  const { entry, creator } = row;
  const [note, setNote] = useState(entry.note);
  const [tags, setTags] = useState(entry.tags.join(', '));
  const usual = dueOf({ due: undefined }, creator)?.slice(0, 10) ?? '';
  const [due, setDue] = useState(dueOf(entry, creator)?.slice(0, 10) ?? '');
  const changes = changesSince(row);
  return (
    <Modal title={nameOf(creator)} words={words} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ note, tags: tagsOf(tags), due: due === usual || due === '' ? undefined : `${due}T00:00:00Z` });
        }}
      >
        <label class="field">
          <span>{words.text('list_note')}</span>
          <textarea
            name="note"
            rows={3}
            maxLength={LONGEST_NOTE}
            autofocus
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{words.text('list_tags')}</span>
          <input name="tags" maxLength={1000} value={tags} onInput={(event) => setTags(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{words.text('list_due')}</span>
          <input name="due" type="date" value={due} onInput={(event) => setDue(event.currentTarget.value)} />
        </label>
        <div class="buttons">
          <button type="submit" class="primary">
            {words.text('list_save')}
          </button>
        </div>
      </form>
      {changes && (
        <section>
          <h3>{words.text('list_since_hired', { date: words.numbers.date(changes.at, true) })}</h3>
          <ul class="dotted">
            {changeTexts(changes, words).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <CourseOf row={row} words={words} />
      <DecisionLog decisions={entry.decisions} words={words} />
    </Modal>
  );
}
