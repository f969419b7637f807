/**
 * What the badge says of each captured account, side by side: an answer that is the same for everybody helps nobody.
 * The captures are not part of the project; where they are not, this says so.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { h, render } from 'preact';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { createEngine } from '../../../extension/engine/engine';
import { badgeParts } from '../../../extension/views/card/badge';
import { ReportBody } from '../../../extension/views/card/card';
import { factOf } from '../../../extension/views/fact';
import { english } from '../views/reports';
import { capturesAreThere, documentOf, snapshotOf } from './capture';
import { pageOf } from './expectation';

const module = new URL('../../../build/wasm/plumb.wasm', import.meta.url);
const folder = new URL('../../pages/expectations/', import.meta.url);

interface Row {
  name: string;
  report: Report;
  badge: string;
  card: HTMLElement;
}
const rows: Row[] = [];
/** ms, as of a test: it ends what hangs, on machines of any speed. */
const LIMIT = 300_000;

beforeAll(async () => {
  if (!capturesAreThere) {
    process.stderr.write(
      'CAPTURES MISSING: ../shared/captures is not there, so no badge of a real page was compared.\n',
    );
    return;
  }
  expect(existsSync(module), 'build/wasm/plumb.wasm: ./dev build makes it').toBe(true);
  const { score } = createEngine(async () => new Uint8Array(readFileSync(module)).buffer);
  vi.stubGlobal('document', documentOf('', 'https://example.com/'));
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    const result = snapshotOf(pageOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
    if (!('snapshot' in result)) continue;
    const snapshot: Snapshot = result.snapshot;
    const report = JSON.parse(await score(JSON.stringify(snapshot))) as Report;
    const { mark, figure, rest, says } = badgeParts(report, english);
    const card = document.createElement('div');
    render(h(ReportBody, { report, missing: [], words: english, direction: 'ltr' }), card);
    const badge = [`[${mark}]`, figure, rest, says].filter(Boolean).join(' ');
    rows.push({ name: file.replace('.json', ''), report, badge, card });
  }
  for (const { name, report, badge } of rows) console.log(`${name.padEnd(34)} ${report.verdict.padEnd(13)} ${badge}`);
}, LIMIT);

/** What the page shows of a typical post, and its ratio to the followers. */
function rates({ engagement, views }: Report): number[] {
  const ratio = engagement?.perFollower?.shown ?? engagement?.viewsPerFollower?.shown ?? 0;
  return [(views?.first ? views.perPost.mid : engagement?.perPost?.shown.mid) ?? 0, ratio];
}
/** Equal to the two digits that a figure is told with. */
const alike = (a: number[], b: number[]) =>
  a.every((value, index) => Math.abs(value - b[index]!) <= 0.05 * Math.max(value, b[index]!));
const place = (name: string) => rows.find((row) => row.name === name)?.report.position?.place;

describe.skipIf(!capturesAreThere)('the badges of all captured accounts', () => {
  test('tell creators apart: no two creators of different rates say the same', () => {
    const told = rows.filter(({ report }) => factOf(report, english));
    expect(told.length).toBeGreaterThan(35);
    const confused = told.flatMap((a, index) =>
      told
        .slice(index + 1)
        .filter(({ report: { platform, handle } }) => platform !== a.report.platform || handle !== a.report.handle)
        .filter((b) => a.badge === b.badge && !alike(rates(a.report), rates(b.report)))
        .map((b) => `${a.name} and ${b.name}: ${a.badge}`),
    );
    expect(confused).toEqual([]);
  });

  test('have a card that draws an estimate only where what was read moved one, and none where too little was read', () => {
    for (const { name, report, card } of rows) {
      const { verdict, engagement, audience } = report;
      expect([name, card.querySelector('.range-bar') !== null]).toEqual([name, engagement?.perPost?.moved === true]);
      expect([name, card.querySelector('.audience') !== null]).toEqual([name, audience.told !== undefined]);
      if (verdict === 'not_enough')
        expect([name, engagement?.perPost?.moved ?? false, audience.moved, audience.told]).toEqual([
          name,
          false,
          false,
          undefined,
        ]);
    }
  });

  test('say of accounts without published peers that there are none, and claim no place', () => {
    const without = rows.filter(({ report }) => !report.position && report.read.postsUsed > 0);
    expect(without.length).toBeGreaterThan(8);
    for (const { badge, card, report } of without) {
      const why = report.followers ? 'peers_none' : 'peers_no_followers';
      expect(card.querySelector('.peers')?.textContent).toBe(english.text(why));
      expect(badge).not.toMatch(/\b(below|usual|above|high|low)\b/);
    }
  });

  test('say what was called out: few engage of very many, and followers that are hardly reachable', () => {
    expect(
      ['instagram-google-2023', 'instagram-google-2024-08', 'instagram-google-2024-10', 'instagram-google-2026'].map(
        place,
      ),
    ).toEqual(Array(4).fill('far_below'));
    // A finding is told though the list of followers has no post beside it.
    const sample = rows.find(({ name }) => name === 'x-xdevelopers-followers');
    expect(sample?.card.querySelector('.audience')?.textContent).toMatch(
      /at most ≈5\d% of the followers.*from 69 people/,
    );
    expect(sample?.badge).toBe('[question] 1 unusual');
    // One post is no answer, whatever else was read; and posts without a date are not "only 48".
    expect(rows.find(({ name }) => name === 'x-xdevelopers-status')?.badge).toBe('[plain] 979K views only 1 post');
    expect(rows.find(({ name }) => name === 'youtube-doobydobap')?.badge).toBe('[few] 780K views no dates read');
  });
});
