/** What our own pages say of a tab: one of a few states, from what the tab's page answers and what is kept of it. */
import type { Report } from '../.generated/report';
import type { Missing, Refusal, Snapshot } from '../.generated/snapshot';
import { tellable } from '../dossier/missing';
import type { VisitState } from '../dossier/visit';
import type { Here } from '../messages/messages';
import { type HostedSite, siteAt } from '../platforms/pages';
import type { PlatformName } from '../reading/reading';
import type { OverlayState } from '../views/card/state';

export type TabState =
  /** Nothing to read: the page is no platform's, or it can't be told. */
  | { kind: 'nothing' }
  /** A platform's page, but not of one account. */
  | { kind: 'no_profile' }
  /** The site is switched off. */
  | { kind: 'off'; platform: PlatformName }
  /** A page that was there before Plumb: it must be loaded anew. */
  | { kind: 'reload'; platform: PlatformName }
  /** A site that can be read once the person allows it. */
  | { kind: 'offer'; site: HostedSite }
  | { kind: 'reading' }
  | ReportState
  | { kind: 'refusal'; refusal: Refusal };

export interface ReportState {
  kind: 'report';
  report: Report;
  /** What the report is of; null where it was not kept. */
  snapshot: Snapshot | null;
  missing: Missing[];
  /** The texts that were given to and came from the core. */
  texts: { snapshot: string | null; report: string };
}

export interface Seen {
  /** The page's own answer; without it there is no script of ours in the page. */
  here?: Here | null;
  visit?: VisitState;
  /** Known only where the browser lets us see it. */
  url?: string;
  /** Sites of ours that may be read; a platform outside is offered. */
  allowed: readonly PlatformName[];
  /** Sites that have a reader. */
  readable: readonly PlatformName[];
}

/** @returns the state of a tab; what is kept counts only while the page still shows the address that it is of */
export function tabState({ here, visit, url, allowed, readable }: Seen): TabState {
  if (here?.off && here.platform) return { kind: 'off', platform: here.platform };
  if (here) {
    if (!visit || visit.epoch !== here.epoch) return { kind: 'reading' };
    return visitState(visit);
  }
  const site = url === undefined ? null : siteAt(url);
  if (!site || !readable.includes(site.platform)) return { kind: 'nothing' };
  return allowed.includes(site.platform) ? { kind: 'reload', platform: site.platform } : { kind: 'offer', site };
}

/** What a visit has come to. */
export function visitState({ report, snapshot, quiet }: Pick<VisitState, 'report' | 'snapshot' | 'quiet'>): TabState {
  if (report === null) return { kind: 'reading' };
  const state = answerState({ report, snapshot });
  return state.kind === 'report' ? { ...state, missing: tellable(state.missing, quiet === true) } : state;
}

/** Of the reports that are understood here. */
const SCHEMA: Report['schema'] = 'plumb.report/2';

/** The state that the core's texts stand for. A report of another version is refused: its fields may mean something else. */
export function answerState(texts: ReportState['texts']): TabState {
  const answer = parsed<Report | Refusal>(texts.report);
  if (answer === null) return { kind: 'refusal', refusal: { error: { code: 'internal', message: '' } } };
  if ('error' in answer)
    return answer.error.code === 'not_a_profile' ? { kind: 'no_profile' } : { kind: 'refusal', refusal: answer };
  if (answer.schema !== SCHEMA)
    return {
      kind: 'refusal',
      refusal: { error: { code: 'unknown_value', message: 'Another version.', at: 'schema' } },
    };
  const snapshot = texts.snapshot === null ? null : parsed<Snapshot>(texts.snapshot);
  return { kind: 'report', report: answer, snapshot, missing: snapshot?.missing ?? [], texts };
}

/** What badge and card draw of it: without an answer it is still to come. */
export function cardState(state: TabState): OverlayState {
  return state.kind === 'report' || state.kind === 'refusal' ? state : { kind: 'reading' };
}

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
