/** @jsxImportSource preact */
/** Report a page that is not read right: load it once more while its responses are kept, look at what was kept, save it as a file. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { tabSession } from '../dossier/tab-session';
import type { ToPage } from '../messages/messages';
import type { Words } from '../views/words';
import type { PageProps } from './mount';
import { Top } from './parts';

const tab = Number(/^\?tab=(\d{1,15})$/.exec(location.search)?.[1] ?? Number.NaN);

interface Made {
  text: string;
  parts: { address: string; size: number }[];
}

/** The tab's own report of its page; null where no script of ours stands in it. */
async function make(): Promise<Made | null> {
  const text: unknown = await browser.tabs
    .sendMessage(tab, { kind: 'report_page' } satisfies ToPage, { frameId: 0 })
    .catch(() => null);
  if (typeof text !== 'string') return null;
  const { log } = JSON.parse(text) as {
    log: { entries: { request: { url: string }; response: { content: { size: number } } }[] };
  };
  const parts = log.entries.map(({ request, response }) => ({ address: request.url, size: response.content.size }));
  return { text, parts };
}

/** Offers the file for download. Its name holds nothing that came from a page. */
function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `plumb-page-${new Date().toISOString().slice(0, 10)}.har`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function PageReport({ words }: PageProps) {
  const [loading, setLoading] = useState(false);
  const [made, setMade] = useState<Made | null>();
  const record = async () => {
    setMade(undefined);
    setLoading(true);
    await tabSession(browser.storage.session).askToRecord(tab);
    await browser.tabs.reload(tab);
  };
  useEffect(() => {
    if (!loading) return undefined;
    // What the page loads later belongs to it, too: the list follows until the file is saved.
    const timer = setInterval(() => void make().then(setMade), 1000);
    return () => clearInterval(timer);
  }, [loading]);
  return (
    <main class="column">
      <Top words={words} />
      <section class="panel">
        <h1>{words.text('report_page_title')}</h1>
        <p>{words.text('report_page_note')}</p>
        <p class="note">{words.text('report_page_holds')}</p>
        <div class="buttons">
          <button type="button" class={made ? '' : 'primary'} onClick={() => void record()}>
            {words.text('report_page_record')}
          </button>
          <button
            type="button"
            class={made ? 'primary' : ''}
            disabled={!made}
            onClick={() => {
              setLoading(false);
              if (made) save(made.text);
            }}
          >
            {words.text('report_page_save')}
          </button>
        </div>
        <p class="fine" aria-live="polite">
          {loading && !made ? words.text('report_page_loading') : ''}
        </p>
        {made && <Parts made={made} words={words} />}
      </section>
    </main>
  );
}

/** What the file holds, part by part. */
function Parts({ made, words }: { made: Made; words: Words }) {
  const size = (characters: number) =>
    new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
      Math.ceil(characters / 1000),
    );
  return (
    <>
      <h2>{words.text('report_page_parts')}</h2>
      <ul class="points">
        {made.parts.map(({ address, size: characters }, index) => (
          <li key={index}>
            <span aria-hidden="true">·</span>
            <span>
              <bdi>{address.slice(0, 120)}</bdi> {size(characters)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
