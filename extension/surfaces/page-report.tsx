/** @jsxImportSource preact */
/** Report a page that is not read right: load it once more while its responses are kept, look at what was kept, save it as a file. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Snapshot } from '../.generated/snapshot';
import { tabSession } from '../dossier/tab-session';
import type { ToPage } from '../messages/messages';
import type { PageParts } from '../redaction/page-parts';
import { pageReport } from '../redaction/page-report';
import { Pseudonyms } from '../redaction/pseudonyms';
import type { Words } from '../views/words';
import type { PageProps } from './mount';
import { Top } from './parts';

/** Time between two looks at a page that goes on loading, ms. */
const PACE = 1000;

const tab = Number(/^\?tab=(\d{1,15})$/.exec(location.search)?.[1] ?? Number.NaN);

interface Made {
  /** What it was made of. */
  of: string;
  text: string;
  parts: { address: string; text: string }[];
}

/** What the page's script sees and hears, and the file made of it; null where no script of ours stands in the page. */
async function make(pseudonyms: Pseudonyms, last: Made | null): Promise<Made | null> {
  const seen: unknown = await browser.tabs
    .sendMessage(tab, { kind: 'report_page' } satisfies ToPage, { frameId: 0 })
    .catch(() => null);
  if (typeof seen !== 'string') return null;
  const visit = await tabSession(browser.storage.session).load(tab);
  const of = `${visit?.snapshot ?? ''}\n${seen}`;
  if (last?.of === of) return last;
  const read = visit?.snapshot ? (JSON.parse(visit.snapshot) as Snapshot) : null;
  const text = pageReport(JSON.parse(seen) as PageParts, read, pseudonyms);
  const { log } = JSON.parse(text) as {
    log: { entries: { request: { url: string }; response: { content: { text: string } } }[] };
  };
  const parts = log.entries.map(({ request, response }) => ({ address: request.url, text: response.content.text }));
  return { of, text, parts };
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
    // Of one recording the same names stay the same; no other file has them.
    const pseudonyms = new Pseudonyms();
    let timer: ReturnType<typeof setTimeout>;
    let last: Made | null = null;
    let stopped = false;
    // What the page loads later belongs to it, too: the list follows until the file is saved.
    const follow = async () => {
      last = await make(pseudonyms, last).catch(() => null);
      if (stopped) return;
      setMade(last);
      timer = setTimeout(() => void follow(), PACE);
    };
    timer = setTimeout(() => void follow(), PACE);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
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

/** All that the file holds, part by part, to be looked at. */
function Parts({ made, words }: { made: Made; words: Words }) {
  const size = (characters: number) =>
    new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
      Math.ceil(characters / 1000),
    );
  return (
    <>
      <h2>{words.text('report_page_parts')}</h2>
      {made.parts.map(({ address, text }, index) => (
        <details key={index} class="part">
          <summary>
            <bdi>{address}</bdi> {size(text.length)}
          </summary>
          <pre dir="ltr">{text}</pre>
        </details>
      ))}
    </>
  );
}
