/**
 * Content script of the pictures: draws the real overlay from a golden report. What to draw stands in the address:
 * #state=<report>|reading|refusal|error&card=1&lang=en&report=1
 */
import type { Report } from '../../../extension/.generated/report';
import { mountOverlay } from '../../../extension/overlay/overlay';
import type { OverlayState } from '../../../extension/views/card/state';
import { asked, askedWords, goldenMissing, goldenReport } from './golden.ts';

function stateOf(name: string | Report): OverlayState {
  if (typeof name !== 'string') return { kind: 'report', report: name };
  if (name === 'reading') return { kind: 'reading' };
  if (name === 'refusal')
    return {
      kind: 'refusal',
      refusal: { error: { code: 'not_readable', message: 'no profile found', at: 'profile.followers' } },
    };
  if (name === 'error')
    return { kind: 'refusal', refusal: { error: { code: 'internal', message: 'the core stopped' } } };
  return { kind: 'report', report: goldenReport(name), missing: goldenMissing(name) };
}

const words = askedWords();
const started = performance.now();
const overlay = mountOverlay({
  document,
  anchor: () => document.querySelector('[data-count]'),
  // That of the stage.
  mark: () => '🐢',
  onOpenReport: asked.has('report') ? () => {} : undefined,
  words,
});
const drawn = performance.now();
overlay.show(stateOf(asked.get('state') ?? 'reading'));
performance.measure('skeleton', { start: started, end: drawn });
performance.measure('report', { start: drawn });
// For tests that draw one answer after the other.
Object.assign(window, { plumbShow: (next: string | Report) => overlay.show(stateOf(next)) });
if (asked.has('card'))
  setTimeout(() => {
    overlay.toggle();
    // The card stands in a closed root: whoever waits for it can't see it.
    document.documentElement.dataset.opened = '';
  }, 100);
