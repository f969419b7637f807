/** @jsxImportSource preact */
/** The side panel and the sidebar: the answer for the active tab, where no page can cover it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { currencyOf } from '../settings/currency';
import { announcement } from '../views/card/state';
import { OwnMark } from '../views/own-mark';
import { ReportPage } from '../views/report/report-page';
import type { Words } from '../views/words';
import { carryRange, StillReading, Unreadable } from './answer';
import { type FollowedTab, followTab } from './follow-tab';
import type { PageProps } from './mount';
import { openReport } from './open-report';
import { ListButton, openPage, platformName, SettingsButton, Top, UnseenNote } from './parts';
import { requestSite, setSite } from './site-list';
import { StarButton } from './star-button';
import { cardState, type ReportState, type TabState } from './tab-state';
import { TypedEntry } from './typed-entry';

/** A number in the address pins the panel to a tab: its way to stand in a tab of its own. */
const pinned = /^\?tab=(\d{1,15})$/.exec(location.search)?.[1];

export function useFollowedTab(): FollowedTab | undefined {
  const [tab, setTab] = useState<FollowedTab>();
  useEffect(() => followTab(pinned === undefined ? undefined : Number(pinned), setTab), []);
  return tab;
}

export function Panel({ words, settings }: PageProps) {
  const tab = useFollowedTab();
  return (
    <>
      <p class="visually-hidden" aria-live="polite">
        {tab ? announcement(cardState(tab.state), words) : ''}
      </p>
      <UnseenNote unseen={tab?.unseen} words={words} />
      {tab?.state.kind === 'report' ? (
        <Found
          state={tab.state}
          tab={tab.id}
          words={words}
          mark={settings.mark}
          currency={settings.currency ?? currencyOf(navigator.language)}
        />
      ) : (
        <main class="column">
          <h1 class="visually-hidden">{words.text('panel_title')}</h1>
          <Top words={words} mark={settings.mark}>
            <ListButton words={words} />
            <SettingsButton words={words} />
          </Top>
          <section class="panel" aria-busy={tab === undefined}>
            {tab ? (
              <Unanswered words={words} settings={settings} state={tab.state} tab={tab.id} />
            ) : (
              <StillReading words={words} />
            )}
          </section>
        </main>
      )}
      <Typing words={words} />
    </>
  );
}

/** The whole report, as narrow as the panel is; the tab with it keeps it when the page goes on. */
function Found(props: { state: ReportState; tab: number | undefined; words: Words; mark: string; currency: string }) {
  const { state, tab, words, mark, currency } = props;
  const { report, missing, snapshot, texts } = state;
  const actions = (
    <>
      <OwnMark mark={mark} words={words} />
      <ListButton words={words} />
      <SettingsButton words={words} />
      <StarButton tab={tab} handle={report.handle} words={words} />
      <button type="button" class="action" onClick={() => void openReport(texts)}>
        {words.text('panel_report')}
      </button>
    </>
  );
  return (
    <div onCopy={carryRange(report, words)}>
      <ReportPage {...{ report, missing, snapshot, words, actions }} feeCurrency={currency} />
    </div>
  );
}

function Typing({ words }: { words: Words }) {
  const [open, setOpen] = useState(false);
  return (
    <aside class="column typing" aria-labelledby="typing">
      <section class="panel">
        <h2 id="typing">{words.text('typed_title')}</h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.text(open ? 'typed_close' : 'typed_open')}
        </button>
        {open && <TypedEntry words={words} />}
      </section>
    </aside>
  );
}

/** What there is while there is no report. */
export function Unanswered(props: PageProps & { state: Exclude<TabState, ReportState>; tab: number | undefined }) {
  const { words, settings, state, tab } = props;
  const reload = <ReloadButton words={words} tab={tab} />;
  if (state.kind === 'refusal')
    return (
      <>
        <Unreadable refusal={state.refusal} words={words} ofPage />
        {reload}
      </>
    );
  if (state.kind === 'reading') return <Patience words={words}>{reload}</Patience>;
  return <Empty words={words} settings={settings} state={state} tab={tab} />;
}

/** Reads, and after a while says what to do where nothing comes. */
function Patience({ words, children }: { words: Words; children: ComponentChildren }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <StillReading words={words} />
      {long && (
        <>
          <p class="note">{words.text('reading_slow')}</p>
          {children}
        </>
      )}
    </>
  );
}
/** The page itself gives up after six seconds: what lasts longer won't come. */
const LONG_MS = 8000;

function ReloadButton({ words, tab, primary }: { words: Words; tab: number | undefined; primary?: boolean }) {
  if (tab === undefined) return null;
  return (
    <button type="button" class={primary ? 'primary' : undefined} onClick={() => void browser.tabs.reload(tab)}>
      {words.text('site_reload')}
    </button>
  );
}

type EmptyState = Exclude<TabState, { kind: 'report' | 'refusal' | 'reading' }>;

/** What there is instead of an answer, and the one step out of it. */
function Empty({ words, settings, state, tab }: PageProps & { state: EmptyState; tab: number | undefined }) {
  const platform = 'platform' in state ? platformName(state.platform, words) : '';
  const say = (title: string, note: string) => (
    <>
      <h2>{title}</h2>
      <p class="note">{note}</p>
    </>
  );
  switch (state.kind) {
    case 'off':
      return (
        <>
          {say(words.text('empty_off', { platform }), words.text('empty_off_note'))}
          <button type="button" class="primary" onClick={() => void setSite(state.platform, true, settings)}>
            {words.text('site_on', { platform })}
          </button>
        </>
      );
    case 'reload':
      return (
        <>
          {say(words.text('empty_reload'), words.text('empty_reload_note'))}
          <ReloadButton words={words} tab={tab} primary />
        </>
      );
    case 'offer': {
      const name = platformName(state.site.platform, words);
      const allow = async () => {
        if ((await requestSite(state.site)) && tab !== undefined) await browser.tabs.reload(tab);
      };
      return (
        <>
          {say(words.text('empty_offer', { platform: name }), words.text('empty_offer_note'))}
          <button type="button" class="primary" onClick={() => void allow()}>
            {words.text('site_allow', { platform: name })}
          </button>
        </>
      );
    }
    case 'no_profile':
      return say(words.text('empty_no_profile'), words.text('empty_no_profile_note'));
    case 'nothing':
      return (
        <>
          {say(words.text('empty_nothing'), words.text('empty_nothing_note'))}
          <button type="button" onClick={() => openPage('welcome.html')}>
            {words.text('sample_open')}
          </button>
        </>
      );
  }
}
