/** @jsxImportSource preact */
/** The side panel and the sidebar: the answer for the active tab, where no page can cover it. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ReportPage } from '../views/report/report-page';
import { summary } from '../views/summary';
import type { Words } from '../views/words';
import { carryRange, Reading, Unreadable } from './answer';
import { type FollowedTab, followTab } from './follow-tab';
import type { PageProps } from './mount';
import { openReport } from './open-report';
import { openPage, platformName, Top } from './parts';
import { requestSite, setSite } from './site-list';
import type { ReportState, TabState } from './tab-state';
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
        {tab ? announcement(tab.state, words) : ''}
      </p>
      {tab?.state.kind === 'report' ? (
        <Found state={tab.state} words={words} />
      ) : (
        <main class="column">
          <h1 class="visually-hidden">{words.text('panel_title')}</h1>
          <Top words={words}>
            <SettingsButton words={words} />
          </Top>
          <section class="panel" aria-busy={tab === undefined}>
            {tab ? (
              <Unanswered words={words} settings={settings} state={tab.state} tab={tab.id} />
            ) : (
              <Reading words={words} />
            )}
          </section>
        </main>
      )}
      <Typing words={words} />
    </>
  );
}

/** The whole report, as narrow as the panel is; the tab with it keeps it when the page goes on. */
function Found({ state, words }: { state: ReportState; words: Words }) {
  const { report, missing, texts } = state;
  const actions = (
    <>
      <button type="button" class="action" onClick={() => void openReport(texts)}>
        {words.text('panel_report')}
      </button>
      <SettingsButton words={words} />
    </>
  );
  return (
    <div onCopy={carryRange(report, words)}>
      <ReportPage report={report} missing={missing} words={words} actions={actions} />
    </div>
  );
}

function SettingsButton({ words }: { words: Words }) {
  return (
    <button type="button" class="plain" onClick={() => openPage('options.html')}>
      {words.text('options_open')}
    </button>
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

/** One polite message a change, not the whole answer again. */
export function announcement(state: TabState, words: Words): string {
  if (state.kind === 'report') return words.text('estimate_ready', { summary: summary(state.report, words) });
  return state.kind === 'refusal' ? words.text('badge_refusal') : '';
}

/** What there is while there is no report. */
export function Unanswered(props: PageProps & { state: Exclude<TabState, ReportState>; tab: number | undefined }) {
  const { words, settings, state, tab } = props;
  if (state.kind === 'refusal') return <Unreadable refusal={state.refusal} words={words} />;
  if (state.kind === 'reading') return <Reading words={words} />;
  return <Empty words={words} settings={settings} state={state} tab={tab} />;
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
  const reload = () => tab !== undefined && void browser.tabs.reload(tab);
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
          <button type="button" class="primary" onClick={reload}>
            {words.text('site_reload')}
          </button>
        </>
      );
    case 'offer': {
      const name = platformName(state.site.platform, words);
      const allow = async () => {
        if (await requestSite(state.site)) reload();
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
