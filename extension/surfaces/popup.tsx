/** @jsxImportSource preact */
/** The toolbar button: what the tab has come to, in a glance, and the ways on from there. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { ToPage } from '../messages/messages';
import { siteNamed } from '../platforms/pages';
import type { PlatformName } from '../reading/reading';
import { readOnce, requestHost } from '../settings/granted';
import type { Settings } from '../settings/settings';
import { FactBlock } from '../views/card/card-blocks';
import { announcement } from '../views/card/state';
import { evidenceText } from '../views/evidence-meter';
import { fieldText } from '../views/limits';
import { Peers } from '../views/peer-bar';
import { StandingChip } from '../views/standing-chip';
import type { Words } from '../views/words';
import { carryRange } from './answer';
import type { FollowedTab } from './follow-tab';
import type { PageProps } from './mount';
import { openReport } from './open-report';
import { Unanswered, useFollowedTab } from './panel';
import { openPanel } from './panel-opener';
import { ListButton, openPage, platformName, SettingsButton, Switch, Top, UnseenNote } from './parts';
import { HostSwitch, setSite } from './site-list';
import { StarButton } from './star-button';
import { cardState, type ReportState, type TabState } from './tab-state';

export function Popup({ words, settings }: PageProps) {
  const tab = useFollowedTab();
  const [window, setWindow] = useState<number>();
  // Known before the click: a panel opens only while the click is handled.
  useEffect(() => void browser.windows?.getCurrent().then(({ id }) => setWindow(id)), []);
  const asked = useReadOnce(tab);
  const state: TabState = !tab || (asked && tab.state.kind === 'nothing') ? { kind: 'reading' } : tab.state;
  const platform = platformOf(state);
  const leave = (way: Promise<unknown>) => void way.finally(() => globalThis.close());
  return (
    <main class="column">
      <h1 class="visually-hidden">{words.text('popup_title')}</h1>
      <Top words={words} mark={settings.mark}>
        <ListButton words={words} />
        <SettingsButton words={words} />
      </Top>
      <p class="visually-hidden" aria-live="polite">
        {announcement(cardState(state), words)}
      </p>
      <div class="state" aria-busy={tab === undefined}>
        {state.kind === 'report' ? (
          <Glance state={state} words={words} />
        ) : (
          <Unanswered words={words} settings={settings} state={state} tab={tab?.id} />
        )}
      </div>
      <UnseenNote unseen={tab?.unseen} words={words} />
      {state.kind === 'report' && <StarButton tab={tab?.id} handle={state.report.handle} words={words} />}
      <div class="buttons">
        {state.kind === 'report' && (
          <button type="button" class="primary" onClick={() => leave(openReport(state.texts))}>
            {words.text('full_report')}
          </button>
        )}
        {(state.kind === 'report' || state.kind === 'refusal') && tab?.id !== undefined && !tab.unseen && (
          <button
            type="button"
            onClick={() =>
              leave(
                browser.tabs.sendMessage(tab.id as number, { kind: 'toggle_card' } satisfies ToPage, { frameId: 0 }),
              )
            }
          >
            {words.text('popup_card')}
          </button>
        )}
        <button type="button" onClick={() => leave(openPanel({ id: tab?.id, windowId: window }))}>
          {words.text('popup_panel')}
        </button>
      </div>
      {(state.kind === 'report' || state.kind === 'refusal') && tab?.id !== undefined && (
        <button type="button" class="plain" onClick={() => openPage(`page-report.html?tab=${tab.id as number}`)}>
          {words.text('report_page')}
        </button>
      )}
      {tab?.host && state.kind === 'report' && <Host {...{ words, state, host: tab.host, tab: tab.id }} />}
      {platform && <SiteSwitch platform={platform} words={words} settings={settings} />}
    </main>
  );
}

/** Reads a page of any host, once: opening the popup is the click for it. @returns true while it may still say something */
function useReadOnce(tab: FollowedTab | undefined): boolean {
  const [asked, setAsked] = useState(true);
  const id = tab?.state.kind === 'nothing' ? tab.id : undefined;
  const nothing = tab?.state.kind === 'nothing';
  useEffect(() => {
    if (nothing) void (id === undefined ? Promise.resolve(false) : readOnce(id)).then(setAsked);
  }, [id, nothing]);
  return asked;
}

/** The platform that can be switched off: one with hosts of its own. */
function platformOf(state: TabState): PlatformName | undefined {
  const platform = state.kind === 'report' ? state.report.platform : undefined;
  return platform && siteNamed(platform)?.access !== 'click' ? platform : undefined;
}

interface HostProps {
  words: Words;
  state: ReportState;
  host: NonNullable<FollowedTab['host']>;
  tab: number | undefined;
}

/**
 * A host of no list: what was asked for before the click was not heard. It is told, and offered to be heard with a permission
 * for this host; the permission can be given back in the same place.
 */
function Host({ words, state, host: { name, allowed }, tab }: HostProps) {
  if (allowed) return <HostSwitch host={name} words={words} />;
  const all = state.missing.flatMap(({ field, why }) => (why === 'not_heard' ? [fieldText(field, words)] : []));
  const unheard = [...new Set(all)].filter((name, _, names) => names.length === 1 || name !== fieldText('', words));
  if (unheard.length === 0 || tab === undefined) return null;
  const load = async () => {
    if (await requestHost(name)) await browser.tabs.reload(tab);
  };
  return (
    <section class="unheard">
      <p class="note">
        {words.text('late_note', { what: new Intl.ListFormat(words.locale).format(unheard), host: name })}
      </p>
      <button type="button" onClick={() => void load()}>
        {words.text('late_load', { host: name })}
      </button>
    </section>
  );
}

function SiteSwitch({ platform, words, settings }: { platform: PlatformName; words: Words; settings: Settings }) {
  return (
    <Switch
      label={words.text('site_read', { platform: platformName(platform, words) })}
      on={!settings.off.includes(platform)}
      onChange={(on) => void setSite(platform, on, settings)}
    />
  );
}

/** The fact, the place among peers, the answer's state, and what it was read from. */
function Glance({ state, words }: { state: ReportState; words: Words }) {
  const { report } = state;
  return (
    <div class="plumb answer card" onCopy={carryRange(report, words)}>
      <p>
        <StandingChip report={report} words={words} />
      </p>
      <FactBlock report={report} words={words} />
      <Peers report={report} words={words} direction={words.direction} />
      <p class="fine">{evidenceText(report.read, words)}</p>
    </div>
  );
}
