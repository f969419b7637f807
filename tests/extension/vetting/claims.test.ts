/**
 * Claims as media kits make them, with answers worked out by hand from the accounts' numbers: what stands behind each
 * line is the whole reckoning.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckedClaim, checkClaims, type Way } from '../../../extension/vetting/claims';
import { accounts } from './claim-accounts';

type Case = [account: keyof typeof accounts, locale: string, said: string, answer: string];

// L likes, C comments, S shares, V saves, W views; /F by followers, /W by views.
const known: Case[] = [
  // Bakery: 8,200 likes and 440 comments under 15 posts: 576 a post of 10,000.
  ['bakery', 'en', '5.8 % engagement', 'L+C/F mean all'],
  // The eighth of 15 has 400 + 10.
  ['bakery', 'de', '4,1 % Engagement-Rate', 'L+C/F median all'],
  // (6 × 310 + 6 × 410) / 12 = 360.
  ['bakery', 'es', 'Tasa de interacción: 3,6 %', 'L+C/F mean latest 12'],
  ['bakery', 'pt', 'Taxa de engajamento 3,1%', 'L+C/F mean latest 6'],
  // Without the pinned one: 5,360 / 14 = 382.9.
  ['bakery', 'fr', "taux d'engagement : 3,83 %", 'L+C/F mean unpinned'],
  // Eight posts of 30 days: (6 × 310 + 2 × 410) / 8 = 335.
  ['bakery', 'en', 'ER 3.35%', 'L+C/F mean days 30'],
  // 8,200 / 15 = 546.7.
  ['bakery', 'en', 'Engagement rate 5.47 %', 'L/F mean all'],
  // The median of likes is 400.
  ['bakery', 'ja', 'エンゲージメント率 4.00%', 'L/F median all'],
  // Nine photos: 6,480 / 9 = 720.
  ['bakery', 'ar', 'معدل التفاعل ٧٫٢٪', 'L+C/F mean photo'],
  ['bakery', 'en', 'engagement up to 32.8 %', 'L+C/F mean best 1'],
  // (3,280 + 520 + 520) / 3 = 1,440.
  ['bakery', 'en', '14.4% engagement rate', 'L+C/F mean best 3'],
  // (3,280 + 2 × 520 + 3 × 410) / 6 = 925.
  ['bakery', 'de', 'Interaktionsrate 9,25 %', 'L+C/F mean best 6'],
  // Likes alone: (3,000 + 2 × 500 + 3 × 400) / 6 = 866.7.
  ['bakery', 'en', '8.7 % engagement', 'L/F mean best 6'],
  // Twelve best: (3,280 + 2 × 520 + 6 × 410 + 3 × 310) / 12 = 642.5.
  ['bakery', 'en', 'ER: 6.43%', 'L+C/F mean best 12'],
  // Six reels: (3 × 6.2 % + 3 × 5.125 %) / 6 = 5.66 %; all posts by followers give 5.76 %.
  ['bakery', 'en', '5.66% engagement rate', 'L+C/W mean short'],
  // 2,160 / 39,000.
  ['bakery', 'en', '5.54 % ER', 'L+C/W total short'],
  ['bakery', 'en', 'avg 547 likes', 'L mean all'],
  ['bakery', 'de', 'Ø 29 Kommentare', 'C mean all'],
  // 576 a post.
  ['bakery', 'es', '576 me gusta y comentarios por publicación', 'L+C mean all'],
  ['bakery', 'en', 'average of the latest 12 posts: 360 likes and comments', 'L+C mean latest 12'],
  // (3 × 5,000 + 3 × 8,000) / 6: only the reels show views.
  ['bakery', 'fr', '6 500 vues en moyenne', 'W mean short'],
  ['bakery', 'en', '10K followers', 'F'],
  // Films: 500,000 views under 10 videos.
  ['films', 'en', 'avg 50K views', 'W mean all'],
  ['films', 'es', '30 mil visualizaciones', 'W median all'],
  ['films', 'de', 'Aufrufe (Median): 30.000', 'W median all'],
  // (5 × 20,000 + 40,000) / 6 = 23,333.
  ['films', 'en', '23.3K views', 'W mean latest 6'],
  // Three videos of 30 days have 20,000 each.
  ['films', 'en', 'avg 20K views in the last 30 days', 'W mean days 30'],
  ['films', 'en', '60K monthly views', 'W total days 30'],
  ['films', 'pt', 'até 240 mil visualizações', 'W mean best 1'],
  // (240 + 4 × 40 + 20) / 6 thousand.
  ['films', 'en', '70K views', 'W mean best 6'],
  ['films', 'ja', '平均再生回数 5万回', 'W mean all'],
  // 2,690 a video of 200,000 to 200,999.
  ['films', 'en', '1.34% engagement', 'L+C/F mean all'],
  // (5 × 5.5 + 4 × 5.25 + 5.42) / 10 = 5.392 %.
  ['films', 'en', '5.39 % engagement', 'L+C/W mean all'],
  // Half a thousand: 500,000 views in all.
  ['films', 'en', '500K reach', 'W total all'],
  ['films', 'de', '5,00 % Engagement', 'L/W mean all'],
  // Dance: 8,200 of 100,000 views; of 1,000,000 followers .82 %.
  ['dance', 'en', '8.2 % engagement', 'L+C/W mean all'],
  ['dance', 'en', '0.9% ER', 'L+C+S/F mean all'],
  ['dance', 'en', '10.0 % engagement rate', 'L+C+S+V/W mean all'],
  ['dance', 'ar', '١٠٠ ألف مشاهدة', 'W mean all'],
  ['moved', 'en', '160K real followers', 'audience'],
];

const none: Case[] = [
  ['bakery', 'en', '11.5 % engagement', ''],
  ['bakery', 'de', '20 % Engagement-Rate', ''],
  ['bakery', 'en', 'avg 40K views', ''],
  ['bakery', 'es', '250 mil seguidores', ''],
  ['films', 'en', '3.5% engagement rate', ''],
  ['films', 'en', 'avg 150K views', ''],
  ['films', 'fr', '2,3 millions de vues', ''],
  ['films', 'en', 'average of 10K likes', ''],
  ['dance', 'en', '15 % engagement', ''],
  ['dance', 'ja', '平均再生回数 50万回', ''],
  ['moved', 'en', '250K real followers', ''],
  ['silent', 'en', '300K real followers', ''],
];

const letters = { likes: 'L', comments: 'C', shares: 'S', saves: 'V', views: 'W' } as const;

function spelled({ parts, by, average, chosen }: Way): string {
  if (typeof parts === 'string') return parts === 'followers' ? 'F' : parts;
  const over = by ? `/${by === 'followers' ? 'F' : 'W'}` : '';
  const of = !chosen
    ? ''
    : chosen.posts === 'kind'
      ? chosen.kind
      : 'number' in chosen
        ? `${chosen.posts} ${chosen.number}`
        : chosen.posts;
  return `${parts.map((part) => letters[part]).join('+')}${over} ${average} ${of}`;
}

function check([name, locale, said]: Case): CheckedClaim {
  const all = checkClaims(said, accounts[name].report, accounts[name].snapshot, locale);
  expect(all, said).toHaveLength(1);
  return all[0]!;
}

describe('claims of a media kit', () => {
  it('are traced to the most usual way that gives them', () => {
    expect(known).toHaveLength(40);
    const wrong = known.flatMap((one) => {
      const { outcome, ways } = check(one);
      const told = outcome === 'given' ? spelled(ways[0]!) : outcome;
      return told === one[3] ? [] : [`${one[0]}: "${one[2]}" is ${one[3]}, told as ${told}`];
    });
    console.log(`claims with a known answer: ${known.length - wrong.length} of ${known.length} right`);
    expect(wrong).toEqual([]);
  });

  it('that no way gives are said so, with the usual way and the nearest', () => {
    const wrong = none.filter((one) => {
      const { outcome, ways, usual, nearest } = check(one);
      return outcome !== 'none' || ways.length > 0 || !usual || !nearest;
    });
    console.log(`claims that no way gives: ${none.length - wrong.length} of ${none.length} said so`);
    expect(none).toHaveLength(12);
    expect(wrong).toEqual([]);
  });
});

describe('what can not be compared', () => {
  const told = (name: keyof typeof accounts, said: string, locale = 'en') =>
    checkClaims(said, accounts[name].report, accounts[name].snapshot, locale).map(({ outcome }) => outcome);

  it('is told apart: unknown units and names, what pages do not show, what was not read', () => {
    expect(told('bakery', '14 dozen followers')).toEqual(['unclear']);
    expect(told('bakery', '8 %')).toEqual(['unclear']);
    expect(told('bakery', '40K')).toEqual(['unclear']);
    expect(told('bakery', '20K story views')).toEqual(['not_shown']);
    expect(told('bakery', '2.3M reach')).toEqual(['not_shown']);
    expect(told('bakery', '7 saves')).toEqual(['not_shown']);
    expect(told('silent', '8 % engagement')).toEqual(['not_shown']);
    expect(told('silent', '250K real followers')).toEqual(['not_read']);
    expect(told('moved', '66 % real followers')).toEqual(['given']);
    expect(told('bakery', 'a lovely community')).toEqual([]);
  });

  it('a sheet is read claim by claim, headings and names on lines of their own too', () => {
    const sheet = 'Engagement rate\n5.8 %\n10K\nfollowers\n576 likes and comments, avg 547 likes | Stories: 3K views';
    expect(told('bakery', sheet)).toEqual(['given', 'given', 'given', 'given', 'not_shown']);
  });

  it('"40K+" is anything above, and never more than that', () => {
    expect(told('films', '40K+ avg views')).toEqual(['given']);
    expect(told('films', 'over 60K avg views')).toEqual(['given']);
    expect(told('films', 'more than 300K avg views')).toEqual(['none']);
  });

  it('no text makes it throw, and every way that gives a claim lies within what was printed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom('8', '%', '40', 'K', 'M', ' views', ' engagement', ' likes', '.', ',', '+', '\n', '-', '٪'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('en', 'de', 'ja', 'ar', 'xx'), (text, locale) => {
        for (const { claim, ways } of checkClaims(text, accounts.films.report, accounts.films.snapshot, locale)) {
          if (claim.of === undefined) continue;
          expect(claim.value.low).toBeLessThan(claim.value.high);
          for (const { value } of ways) {
            expect(value.high).toBeGreaterThanOrEqual(claim.value.low * (1 - 1e-6));
            expect(value.low).toBeLessThan(claim.value.high);
          }
        }
      }),
    );
  });
});
