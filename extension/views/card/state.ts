/** What badge and card draw, and the one message that says so. */
import type { Report } from '../../.generated/report';
import type { Missing, Refusal } from '../../.generated/snapshot';
import { summary } from '../summary';
import type { Words } from '../words';

export type OverlayState =
  | { kind: 'reading' }
  | { kind: 'report'; report: Report; missing?: Missing[] }
  | { kind: 'refusal'; refusal: Refusal };

/** One polite message a change, not the whole answer again; '' while there is no answer. */
export function announcement(state: OverlayState, words: Words): string {
  if (state.kind === 'report') return words.text('estimate_ready', { summary: summary(state.report, words) });
  return state.kind === 'refusal' ? words.text('badge_refusal') : '';
}
