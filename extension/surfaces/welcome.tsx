/** @jsxImportSource preact */
/** The first run: what Plumb reads, what it never does, which sites, and a sample to try it on without the network. */
import { useEffect } from 'preact/hooks';
import { settings as stored } from '../settings/stored';
import { Icon, type IconName } from '../views/icons';
import type { MessageKey, Words } from '../views/words';
import type { PageProps } from './mount';
import { SettingsButton, Top } from './parts';
import { Sample } from './sample';
import { Sites } from './site-list';

const reads = ['reads_page', 'reads_opened', 'reads_memory'] as const;
/** Each is tested: tests/browser, tests/extension. */
const never = ['promise_device', 'promise_reads', 'promise_estimate'] as const;

export function Welcome({ words, settings }: PageProps) {
  useEffect(() => void stored.change({ firstRunSeen: true }), []);
  return (
    <main class="column">
      <Top words={words}>
        <SettingsButton words={words} />
      </Top>
      <div class="hero">
        <h1>{words.text('welcome_title')}</h1>
        <p>{words.text('welcome_lead')}</p>
      </div>
      <section class="panel">
        <h2>{words.text('welcome_sample')}</h2>
        <p class="note">{words.text('welcome_sample_note')}</p>
        <Sample words={words} mark={settings.mark} />
      </section>
      <div class="columns">
        <section class="panel">
          <h2>{words.text('welcome_reads')}</h2>
          <Points keys={reads} icon="done" words={words} />
        </section>
        <section class="panel">
          <h2>{words.text('welcome_never')}</h2>
          <Points keys={never} icon="lock" words={words} />
        </section>
      </div>
      <Sites words={words} settings={settings} />
      <section class="panel">
        <h2>{words.text('welcome_next')}</h2>
        <p class="note">{words.text('welcome_next_note')}</p>
      </section>
    </main>
  );
}

function Points({ keys, icon, words }: { keys: readonly MessageKey[]; icon: IconName; words: Words }) {
  return (
    <ul class="points">
      {keys.map((key) => (
        <li key={key}>
          <Icon name={icon} />
          <span>{words.text(key)}</span>
        </li>
      ))}
    </ul>
  );
}
