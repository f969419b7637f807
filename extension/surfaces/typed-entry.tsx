/** @jsxImportSource preact */
/** Counts typed by the person, for a page that can't be read: a form, and the answer under it. */
import { useRef, useState } from 'preact/hooks';
import type { PlatformName } from '../reading/reading';
import type { Words } from '../views/words';
import { Answer, Unreadable } from './answer';
import { ask } from './ask';
import { platformName } from './parts';
import { answerState, type TabState } from './tab-state';
import { emptyPost, type TypedForm, type TypedPost, typedSnapshot } from './typed-snapshot';

const platforms: readonly PlatformName[] = [
  ...([
    'instagram',
    'tiktok',
    'youtube',
    'x',
    'bluesky',
    'threads',
    'mastodon',
    'twitch',
    'facebook',
    'linkedin',
  ] as const),
  ...(['reddit', 'pinterest', 'kick', 'substack', 'generic'] as const),
];
/** With fewer posts than this the core says "not enough". */
const FIRST_POSTS = 5;
const MOST_POSTS = 30;

const counts = [
  ['likes', 'typed_likes'],
  ['comments', 'typed_comments'],
  ['views', 'typed_views'],
] as const;

export function TypedEntry({ words }: { words: Words }) {
  const [form, setForm] = useState<TypedForm>({
    platform: 'instagram',
    handle: '',
    followers: '',
    posts: Array.from({ length: FIRST_POSTS }, () => emptyPost),
  });
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [state, setState] = useState<TabState>();
  const formElement = useRef<HTMLFormElement>(null);

  const change = (part: Partial<TypedForm>) => setForm({ ...form, ...part });
  const changePost = (index: number, part: Partial<TypedPost>) =>
    change({ posts: form.posts.map((post, at) => (at === index ? { ...post, ...part } : post)) });
  const estimate = async (event: Event) => {
    event.preventDefault();
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    const result = typedSnapshot(form, now, words.locale);
    setWrong('wrong' in result ? result.wrong : []);
    if ('wrong' in result) {
      setState(undefined);
      formElement.current?.querySelector<HTMLElement>(`[name="${result.wrong[0]}"]`)?.focus();
      return;
    }
    setState({ kind: 'reading' });
    const snapshot = JSON.stringify(result.snapshot);
    const report = await ask({ kind: 'score', snapshot });
    setState(answerState({ snapshot, report: report ?? '' }));
  };
  const field = (
    name: string,
    label: string,
    value: string,
    onInput: (value: string) => void,
    type: 'text' | 'date' = 'text',
  ) => <Field {...{ name, label, value, onInput, type, words }} wrong={wrong.includes(name)} />;

  return (
    <>
      {/* Checked by hand: the browser's own bubbles speak its language, not the person's. */}
      <form ref={formElement} noValidate onSubmit={(event) => void estimate(event)}>
        <p class="note">{words.text('typed_note')}</p>
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
          {field('handle', words.text('typed_handle'), form.handle, (handle) => change({ handle }))}
          {field('followers', words.text('typed_followers'), form.followers, (followers) => change({ followers }))}
        </div>
        {form.posts.map((post, index) => (
          <fieldset key={index}>
            <legend>{words.text('typed_post', { number: words.numbers.count(index + 1) })}</legend>
            {field(
              `posts.${index}.date`,
              words.text('typed_date'),
              post.date,
              (date) => changePost(index, { date }),
              'date',
            )}
            {counts.map(([key, label]) =>
              field(`posts.${index}.${key}`, words.text(label), post[key], (value) =>
                changePost(index, { [key]: value }),
              ),
            )}
          </fieldset>
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

interface FieldProps {
  name: string;
  label: string;
  value: string;
  type: 'text' | 'date';
  wrong: boolean;
  words: Words;
  onInput(value: string): void;
}

function Field({ name, label, value, type, wrong, words, onInput }: FieldProps) {
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
