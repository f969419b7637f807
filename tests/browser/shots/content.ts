/// <reference types="vite/client" />
/**
 * Content script of the pictures: draws the real overlay from a golden report. What to draw stands in the address:
 * #state=<report>|reading|refusal&card=1&lang=en&report=1
 */

import type { Report } from '../../../extension/.generated/report';
import { mountOverlay, type OverlayState } from '../../../extension/overlay/overlay';
import { type MessageFile, wordsFromMessages } from '../../../extension/views/words';

const reports: Record<string, { default: unknown }> = import.meta.glob('../../golden/reports/*.json', { eager: true });
const languages: Record<string, { default: unknown }> = import.meta.glob(
  '../../../extension/public/_locales/*/messages.json',
  { eager: true },
);

const asked = new URLSearchParams(location.hash.slice(1));
const messages = languages[`../../../extension/public/_locales/${asked.get('lang') ?? 'en'}/messages.json`];
const words = wordsFromMessages(messages?.default as MessageFile);

function stateOf(name: string): OverlayState {
  if (name === 'reading') return { kind: 'reading' };
  if (name === 'refusal')
    return {
      kind: 'refusal',
      refusal: { error: { code: 'not_readable', message: 'no profile found', at: 'profile.followers' } },
    };
  const report = reports[`../../golden/reports/${name}.json`]?.default as Report;
  const missing =
    name === 'mixed'
      ? [
          { field: 'posts[].saves', why: 'not_on_page' as const },
          { field: 'people', why: 'login' as const },
        ]
      : [];
  return { kind: 'report', report, missing };
}

const overlay = mountOverlay({
  document,
  anchor: () => document.querySelector('[data-count]'),
  onOpenReport: asked.has('report') ? () => {} : undefined,
  words,
});
overlay.show(stateOf(asked.get('state') ?? 'reading'));
if (asked.has('card')) setTimeout(() => overlay.toggle(), 100);
