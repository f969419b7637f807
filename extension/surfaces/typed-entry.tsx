/** @jsxImportSource preact */
/** Counts typed by the person, for a page that can't be read: a form, and the answer under it. */
import { useRef, useState } from 'preact/hooks';
import { sites } from '../.generated/platforms/sites';
import type { PlatformName } from '../reading/reading';
import type { Words } from '../views/words';
import { Answer, Unreadable } from './answer';
import { ask } from './ask';
import { platformName } from './parts';
import { answerState, type TabState } from './tab-state';
import { emptyPost, type TypedForm, type TypedPost, typedSnapshot } from './typed-snapshot';

const platforms: readonly PlatformName[] = sites.map(({ platform }) => platform);
/** With fewer posts than this the core says "not enough". */
const FIRST_POSTS = 5;
const MOST_POSTS = 30;

const accountFields = [
  ['handle', 'typed_handle'],
  ['followers', 'typed_followers'],
] as const;
const postFields = [
  ['date', 'typed_date'],
  ['likes', 'typed_likes'],
  ['comments', 'typed_comments'],
  ['views', 'typed_views'],
] as const;

export function TypedEntry({ words }: { words: Words }) {
  const { form, wrong, state, element, change, estimate } = useTypedForm(words);
  const parts = { words, wrong, form, change };
  return (
    <>
      {/* Checked by hand: the browser's own bubbles speak its language, not the person's. */}
      <form ref={element} noValidate onSubmit={(event) => void estimate(event)}>
        <p class="note">{words.text('typed_note')}</p>
        <Account {...parts} />
        {form.posts.map((_, index) => (
          <PostFields key={index} {...parts} index={index} />
        ))}
        <div class="buttons">
          <button type="submit" class="primary">
            {words.text('typed_estimate')}
          </button>
          {form.posts.length < MOST_POSTS && (
            <button type="button" onClick={() => change({ posts: [...form.posts, emptyPost] })}>
              {words.text('typed_more')}
            </button>
          )}
        </div>
      </form>
      <div aria-live="polite">
        {wrong.length > 0 && <p class="wrong">{words.count('typed_wrong', wrong.length)}</p>}
        {state?.kind === 'reading' && <p class="note">{words.text('typed_working')}</p>}
        {state?.kind === 'report' && <p class="visually-hidden">{words.text('typed_ready')}</p>}
      </div>
      {state?.kind === 'report' && <Answer state={state} words={words} />}
      {state?.kind === 'refusal' && <Unreadable refusal={state.refusal} words={words} />}
    </>
  );
}

/** What is typed, what of it is wrong, and what the estimate has come to. */
function useTypedForm(words: Words) {
  const [form, setForm] = useState<TypedForm>({
    platform: sites[0].platform,
    handle: '',
    followers: '',
    posts: Array.from({ length: FIRST_POSTS }, () => emptyPost),
  });
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [state, setState] = useState<TabState>();
  const element = useRef<HTMLFormElement>(null);
  const change = (part: Partial<TypedForm>) => setForm({ ...form, ...part });
  const estimate = async (event: Event) => {
    event.preventDefault();
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    const result = typedSnapshot(form, now, words.locale);
    setWrong('wrong' in result ? result.wrong : []);
    if ('wrong' in result) {
      setState(undefined);
      element.current?.querySelector<HTMLElement>(`[name="${result.wrong[0]}"]`)?.focus();
      return;
    }
    setState({ kind: 'reading' });
    const snapshot = JSON.stringify(result.snapshot);
    const report = await ask({ kind: 'score', snapshot });
    setState(answerState({ snapshot, report: report ?? '' }));
  };
  return { form, wrong, state, element, change, estimate };
}

interface PartProps {
  words: Words;
  form: TypedForm;
  wrong: readonly string[];
  change(part: Partial<TypedForm>): void;
}

/** The platform, the handle, the follower count. */
function Account({ words, form, wrong, change }: PartProps) {
  return (
    <div class="pair">
      <label class="field">
        <span>{words.text('typed_platform')}</span>
        <select
          value={form.platform}
          onChange={(event) => change({ platform: event.currentTarget.value as PlatformName })}
        >
          {platforms.map((platform) => (
            <option key={platform} value={platform}>
              {platformName(platform, words)}
            </option>
          ))}
        </select>
      </label>
      {accountFields.map(([name, label]) => (
        <Field
          key={name}
          name={name}
          label={words.text(label)}
          value={form[name]}
          wrong={wrong.includes(name)}
          words={words}
          onInput={(value) => change({ [name]: value })}
        />
      ))}
    </div>
  );
}

function PostFields({ words, form, wrong, change, index }: PartProps & { index: number }) {
  const changePost = (part: Partial<TypedPost>) =>
    change({ posts: form.posts.map((post, at) => (at === index ? { ...post, ...part } : post)) });
  return (
    <fieldset>
      <legend>{words.text('typed_post', { number: words.numbers.count(index + 1) })}</legend>
      {postFields.map(([key, label]) => {
        const name = `posts.${index}.${key}`;
        return (
          <Field
            key={key}
            name={name}
            label={words.text(label)}
            value={form.posts[index]?.[key] ?? ''}
            type={key === 'date' ? 'date' : 'text'}
            wrong={wrong.includes(name)}
            words={words}
            onInput={(value) => changePost({ [key]: value })}
          />
        );
      })}
    </fieldset>
  );
}

interface FieldProps {
  name: string;
  label: string;
  value: string;
  type?: 'text' | 'date';
  wrong: boolean;
  words: Words;
  onInput(value: string): void;
}

function Field({ name, label, value, type = 'text', wrong, words, onInput }: FieldProps) {
  const hint = `${name}-wrong`;
  return (
    <label class="field">
      <span>{label}</span>
      <input
        name={name}
        {...({ type } as { type: 'text' })}
        value={value}
        autoComplete="off"
        spellcheck={false}
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {wrong && (
        <span class="wrong" id={hint}>
          {words.text(wrongKey(name))}
        </span>
      )}
    </label>
  );
}

function wrongKey(name: string) {
  if (name === 'handle') return 'typed_wrong_handle';
  return name.endsWith('.date') ? 'typed_wrong_date' : 'typed_wrong_count';
}
