/** @jsxImportSource preact */
/** What this is, which version, and what it promises. */
import { browser } from 'wxt/browser';
import type { PageProps } from './mount';
import { openPage, Top } from './parts';

/** What the person may rely on; each is tested (tests/browser, tests/extension). */
const promises = ['promise_device', 'promise_reads', 'promise_estimate', 'promise_off'] as const;

export function About({ words }: PageProps) {
  return (
    <main class="column">
      <Top words={words} />
      <section class="panel">
        <h1>{words.text('about_title')}</h1>
        <p>{words.text('extension_description')}</p>
        <ul class="points">
          {promises.map((key) => (
            <li key={key}>
              <span aria-hidden="true">·</span>
              <span>{words.text(key)}</span>
            </li>
          ))}
        </ul>
        <div class="buttons">
          <button type="button" onClick={() => openPage('welcome.html')}>
            {words.text('welcome_open')}
          </button>
          <button type="button" onClick={() => openPage('options.html')}>
            {words.text('options_open')}
          </button>
        </div>
        <p class="fine">{browser.runtime.getManifest().version}</p>
      </section>
    </main>
  );
}
