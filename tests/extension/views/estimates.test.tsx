/** @jsxImportSource preact */
/** Every estimate carries ≈, its range and what it was read from: wherever it is drawn, in every language, and when copied. */
import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import { Badge } from '../../../extension/views/card/badge';
import { CardFoot, ReportBody } from '../../../extension/views/card/card';
import { evidenceText } from '../../../extension/views/evidence-meter';
import { ReportPage } from '../../../extension/views/report/report-page';
import { audienceText, copyText, plainText } from '../../../extension/views/summary';
import { type Words, wordsFromMessages } from '../../../extension/views/words';
import { languages, messages, report } from './reports';

const interval = (low: number, mid: number, high: number) => ({ low, mid, high, level: 0.9 });
/** Figures that occur nowhere else in the report, so that each can be found again. */
const base = report('unusual');
const given: Report = {
  ...base,
  followers: { low: 130_000, high: 130_000 },
  engagement: {
    ...base.engagement,
    perPost: { shown: { low: 9990, mid: 9990, high: 9990 }, real: interval(6100, 7300, 8900), moved: true },
    perFollower: { ...base.engagement!.perFollower!, shown: 0.077, real: interval(0.0469, 0.0562, 0.0685) },
    returning: { people: 58, of: 92, posts: 5, real: interval(28, 37, 46) },
  },
  audience: { ...base.audience, share: interval(0.57, 0.64, 0.72), people: interval(74_000, 83_000, 94_000) },
  comments: { ...base.comments, individual: interval(0.39, 0.48, 0.59) },
  sponsored: { share: 0.17, effect: interval(0.67, 0.86, 1.19) },
  // What each of these shows is an effect or a count of its own.
  signals: [],
  explanations: [],
  growth: undefined,
  items: { posts: [] },
};

interface Claim {
  mid: string;
  low: string;
  high: string;
}
const claims = ({ numbers: { estimate, percent } }: Words): Record<string, Claim> => {
  const of = (write: (value: number) => string, { low, mid, high }: { low: number; mid: number; high: number }) => ({
    low: write(low),
    mid: write(mid),
    high: write(high),
  });
  const { engagement, comments, sponsored } = given;
  return {
    'engagement a post': of(estimate, engagement!.perPost!.real),
    'people who come back': of(estimate, engagement!.returning!.real!),
    'engagement of followers': of(percent, engagement!.perFollower!.real!),
    'individual comments': of(percent, comments!.individual!),
    'sponsored posts': of(percent, sponsored!.effect!),
  };
};

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('div');
});

/** Without the marks that keep a sign in its place on a right-to-left page. */
const plain = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '');

/** Every text of the drawn page on its own line, so that neighbours don't join. */
function lines(): string {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
  return plain(texts.join('\u0001'));
}

/** Places where the figure stands without ≈ before it (marks, spaces and separate nodes may stand between). */
function bare(text: string, figure: string): string[] {
  const [whole, wanted] = [plain(text).replaceAll('\u0001', ''), plain(figure)];
  const found: string[] = [];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    const before = whole.slice(Math.max(0, at - 12), at);
    // Part of a longer figure.
    if (/[\d.,]$/.test(before)) continue;
    if (!/≈\s*$/.test(before)) found.push(whole.slice(Math.max(0, at - 30), at + 20));
  }
  return found;
}

describe.each(languages)('in %s', (language) => {
  const words = wordsFromMessages(messages(language));
  const { direction } = words;
  const state = { kind: 'report', report: given } as const;
  const shown: Record<string, { draw(): void; says: readonly string[] }> = {
    badge: {
      draw: () => {
        const badge = { state, words, direction, open: false, mini: false, placed: true, onToggle() {} };
        render(<Badge {...badge} />, place);
        for (const ghost of place.querySelectorAll('.badge-ghost')) ghost.remove();
      },
      // The badge says what is shown, and no estimate.
      says: [],
    },
    card: {
      draw: () =>
        render(
          <>
            <ReportBody report={given} missing={[]} words={words} direction={direction} />
            <CardFoot report={given} words={words} />
          </>,
          place,
        ),
      says: ['engagement a post'],
    },
    'report page': {
      draw: () => render(<ReportPage report={given} words={words} />, place),
      says: Object.keys(claims(words)),
    },
  };

  it.each(Object.keys(shown))('the %s', (name) => {
    const { draw, says } = shown[name]!;
    draw();
    const text = lines();
    const all = claims(words);
    for (const [claim, { mid }] of Object.entries(all)) expect([claim, bare(text, mid)]).toEqual([claim, []]);
    for (const claim of says) {
      const { mid, low, high } = all[claim]!;
      for (const part of [mid, low.replace(/\s*[%٪]\u2069?$/u, ''), high].map(plain))
        expect([claim, text]).toEqual([claim, expect.stringContaining(part)]);
    }
    if (name !== 'badge') expect(text).toContain(evidenceText(given.read, words));
  });

  it('what is copied', () => {
    const text = copyText(given, words);
    const all = claims(words);
    for (const part of Object.values(all['engagement a post']!)) expect(plain(text)).toContain(plain(part));
    expect(plain(text)).toContain(plain(plainText(audienceText(given, words) as string)));
    expect(text).not.toContain('\u2060');
    for (const { mid } of Object.values(all)) expect(bare(text, mid)).toEqual([]);
    expect(text).toContain(evidenceText(given.read, words));
    expect(text).toContain(words.text('closing'));
  });
});
