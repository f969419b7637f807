import { render } from 'preact';
import { browser } from 'wxt/browser';

/** What the person may rely on; each is tested (tests/browser, tests/extension). */
const promises = ['promise_device', 'promise_reads', 'promise_estimate', 'promise_off'] as const;

function About() {
  const word = (key: string) => browser.i18n.getMessage(key as never);
  return (
    <>
      <h1>{word('extension_name')}</h1>
      <p>{word('extension_description')}</p>
      <ul>
        {promises.map((key) => (
          <li key={key}>{word(key)}</li>
        ))}
      </ul>
      <p class="version">{browser.runtime.getManifest().version}</p>
    </>
  );
}

const place = document.getElementById('about');
if (place) render(<About />, place);
