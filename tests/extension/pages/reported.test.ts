/** The pages that were reported as read wrong, through the readers and the core; browser/reported.test.ts opens them. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { createEngine } from '../../../extension/engine/engine';
import { type CapturedPage, snapshotOf } from './capture';
import { reportedHar, reportedNames, wrongValues } from './reported';

const module = new URL('../../../build/wasm/plumb.wasm', import.meta.url);
const { score } = createEngine(async () => {
  const bytes = readFileSync(module);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
});

interface Recorded {
  startedDateTime: string;
  request: { url: string };
  response: { content: { text?: string } };
}

function pageOf(name: string): CapturedPage {
  const { log } = JSON.parse(reportedHar(name)) as { log: { entries: Recorded[] } };
  const [first, ...rest] = log.entries;
  if (!first) throw new Error(`${name}: no entries`);
  const html = first.response.content.text ?? '';
  return {
    address: first.request.url,
    now: `${first.startedDateTime.slice(0, 19)}Z`,
    html,
    locale: /<html lang="([^"]+)"/.exec(html)?.[1] as string,
    responses: rest.map(({ request, response }) => ({
      url: request.url,
      body: response.content.text ?? '',
      page: first.request.url,
    })),
  };
}

describe('pages that were reported as read wrong', () => {
  test('all are there, and the core', () => {
    expect(reportedNames.length).toBeGreaterThanOrEqual(16);
    expect(existsSync(module), 'build/wasm/plumb.wasm: ./dev build makes it').toBe(true);
  });

  test.each(reportedNames)('%s', async (name) => {
    const result = snapshotOf(pageOf(name));
    const snapshot = 'snapshot' in result ? result.snapshot : ({ profile: {} } as Snapshot);
    const report = JSON.parse(await score(JSON.stringify(snapshot))) as Report;
    expect(wrongValues(name, snapshot, report)).toEqual([]);
  });
});
