/// <reference types="vite/client" />
/** The golden reports and the messages, bundled; and what the address asks for: #state=<report>&lang=<language>. */
import type { Report } from '../../../extension/.generated/report';
import type { Missing } from '../../../extension/.generated/snapshot';
import { type MessageFile, type Words, wordsFromMessages } from '../../../extension/views/words';
import lines from '../../golden/reports.jsonl?raw';
import { reportsByState } from '../../golden/states.ts';

const reports = reportsByState(lines);
const languages: Record<string, { default: unknown }> = import.meta.glob(
  '../../../extension/public/_locales/*/messages.json',
  { eager: true },
);

export const asked = new URLSearchParams(location.hash.slice(1));

export function askedWords(): Words {
  const messages = languages[`../../../extension/public/_locales/${asked.get('lang') ?? 'en'}/messages.json`];
  return wordsFromMessages(messages?.default as MessageFile);
}

export const goldenReport = (name: string) => JSON.parse(reports.get(name) ?? 'null') as Report;

export const goldenMissing = (name: string): Missing[] =>
  name === 'question'
    ? [
        { field: 'posts[].saves', why: 'not_on_page' },
        { field: 'people', why: 'login' },
      ]
    : [];
