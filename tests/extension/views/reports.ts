/** Invented reports, what the core answers to the golden snapshots, and the English words: for the tests of views and overlay. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../../extension/.generated/report';
import { readSchema } from '../../../extension/tools/schema';
import { type MessageFile, wordsFromMessages } from '../../../extension/views/words';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const json = (file: string) => JSON.parse(readFileSync(path(file), 'utf8'));

export const reportNames = readdirSync(path('invented')).map((file) => file.replace('.json', ''));
export const report = (name: string): Report => json(`invented/${name}.json`);
export const reportSchema = () => readSchema('report');
export const snapshotSchema = () => readSchema('snapshot');

/** What the core answered to the golden snapshots: reports of every shape, refusals left out. */
export const coreReports: Report[] = readFileSync(path('../../golden/reports.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter((answer) => answer.schema === 'plumb.report/2');

export const languages = readdirSync(path('../../../extension/public/_locales'));
export const messages = (language: string): MessageFile =>
  json(`../../../extension/public/_locales/${language}/messages.json`);
export const english = wordsFromMessages(messages('en'));
