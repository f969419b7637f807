import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import { ticksBetween } from '../../../extension/views/report/posts-figure';
import { questionKey, questionTexts } from '../../../extension/views/report/questions';
import { ReportPage } from '../../../extension/views/report/report-page';
import { coreReports, english, messages, report, reportNames } from './reports';

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('div');
});
const draw = (given: Report) => {
  render(<ReportPage report={given} words={english} />, place);
  return place.textContent!;
};

describe('the report page', () => {
  it.each(reportNames)('%s: is whole, without a hole, a raw key or a style attribute', (name) => {
    const text = draw(report(name));
    expect(text).not.toMatch(/undefined|NaN|\{\w+\}|\b[a-z]+_[a-z]+_[a-z]+\b/);
    expect(place.innerHTML).not.toMatch(/ style=|NaN|Infinity/);
    expect(text).toContain('it does not show who or what caused a pattern');
    expect(text).toContain(report(name).snapshotHash);
    expect(text).toContain('What could not be seen');
  });

  it('is whole for every report that the core gives to the golden snapshots', () => {
    expect(coreReports.length).toBeGreaterThan(10);
    for (const given of coreReports) {
      const text = draw(given);
      expect(text).not.toMatch(/undefined|NaN|\{\w+\}|\b(signal|caution|question|unit|narrow)_[a-z_]+/);
      expect(place.innerHTML).not.toMatch(/ style=|NaN|Infinity/);
      expect(given.questions.filter(({ id }) => !(questionKey(id) in messages('en')))).toEqual([]);
    }
  });

  it('leads from the starting point through every signal and what they say together to the estimate', () => {
    draw(report('unusual'));
    const rows = [...place.querySelectorAll('.waterfall tbody:first-of-type tr')].map(
      (row) => row.querySelector('th')!.textContent,
    );
    expect(rows).toEqual([
      'Starting point',
      'Comments that repeat',
      'Followers arrived in a block',
      'Accounts in the lists',
      "Creator's replies",
      'Comment languages',
      'Together',
      'Estimate',
    ]);
    expect(place.querySelector('.waterfall tbody:nth-of-type(2)')!.textContent).toContain('How much likes vary');
    expect(place.querySelector('.waterfall')!.textContent).toContain('≈48% (38–\u206056%)');
  });

  it('tells neither a start nor an estimate of an audience that nothing read has moved', () => {
    draw(report('consistent'));
    const edges = [...place.querySelectorAll('.waterfall .edge')].map((row) => row.textContent);
    expect(edges).toEqual(['Estimatewhat was read moves it too little to tell one']);
    expect(place.querySelectorAll('.waterfall tbody:first-of-type tr').length).toBeGreaterThan(1);
  });

  it('draws nothing that has no content behind it', () => {
    const text = draw(report('no-posts'));
    for (const title of [
      'Engagement per post against what to expect',
      'What moved the estimate',
      'Ask the creator',
      'Comments by kind',
      'Likely genuine engagement',
    ])
      expect(text).not.toContain(title);
  });

  it('draws the peers’ band behind the posts where the report has one, and says its ends', () => {
    const given = report('unusual');
    draw(given);
    expect(place.querySelectorAll('.posts-chart .peer-band')).toHaveLength(2);
    const inside = [...place.querySelectorAll('.posts-chart .peer-band')].map((band) =>
      Number(band.getAttribute('height')),
    );
    expect(Math.min(...inside)).toBeGreaterThan(10);
    expect(place.querySelector('.legend')!.textContent).toContain('peers’ middle 80%: 2,800–\u20605,300');
    const { typical: _, ...perPost } = given.engagement!.perPost!;
    draw({ ...given, engagement: { ...given.engagement, perPost } });
    expect(place.querySelector('.posts-chart .peer-band')).toBeNull();
    expect(place.querySelector('.legend')!.textContent).not.toContain('peers');
  });

  it('tells no estimate, nor what moved one, where too little was read', () => {
    const given = report('unusual');
    const estimates = ['What moved the estimate', 'Comments that look individual', 'Sponsored posts and others'];
    for (const title of estimates.slice(0, 2)) expect(draw(given)).toContain(title);
    const thin = draw({ ...given, verdict: 'not_enough' });
    for (const title of estimates) expect(thin).not.toContain(title);
    expect(place.querySelector('.figures')).not.toBeNull();
  });

  it('tells how many comments look individual only where the check of the comments can say something', () => {
    const given = report('unusual');
    const weak = given.checks.map((check) => (check.id === 'comments' ? { ...check, state: 'weak' as const } : check));
    expect(draw({ ...given, checks: weak as Report['checks'] })).not.toContain('Comments that look individual');
  });

  it('says once that there are no figures of peers, and names a community without a sign before it', () => {
    const { position: _, ...given } = report('consistent');
    const text = draw({ ...given, handle: 'r/plumbing', cautions: ['no_benchmark'] });
    expect(text).toContain('No published figures for accounts like this.');
    expect(text).not.toContain('No published benchmark fits this account.');
    expect(text).not.toContain('@r/');
    expect(draw({ ...report('consistent'), cautions: ['no_benchmark'] })).toContain('No published benchmark fits');
  });

  it('heads the table of posts with what their numbers are', () => {
    const given = report('consistent');
    const heads = (basis: 'views' | 'likes') => {
      draw({ ...given, engagement: { ...given.engagement, basis } });
      return [...place.querySelectorAll('.as-table th[scope=col]')].map(({ textContent }) => textContent);
    };
    expect([heads('views')[1], heads('likes')[1]]).toEqual(['Views', 'Engagement']);
  });

  it('tells what could not be seen once', () => {
    const given = { ...report('no-posts'), cautions: ['comments_not_on_page'] as Report['cautions'] };
    const missing = [
      { field: 'people', why: 'not_on_page' as const },
      { field: 'comments', why: 'not_on_page' as const },
      { field: 'posts[].comments', why: 'not_on_page' as const },
    ];
    const unseen = (told: typeof missing) => {
      render(<ReportPage report={given} missing={told} words={english} />, place);
      const panels = [...place.querySelectorAll('.panel')];
      const panel = panels.find((one) => one.querySelector('h2')?.textContent === 'What could not be seen')!;
      return [...panel.querySelectorAll('li')].map(({ textContent }) => textContent);
    };
    expect(unseen([])).toHaveLength(4);
    expect(unseen(missing)).toHaveLength(4);
    expect(unseen(missing).filter((text) => /list of/.test(text ?? ''))).toHaveLength(1);
  });

  it('says the year of posts that are not of the year of the reading', () => {
    const given = report('unusual');
    const ends = () => [...place.querySelectorAll('.posts-chart > text')].map(({ textContent }) => textContent);
    draw(given);
    expect(ends().join()).not.toMatch(/20\d\d/);
    draw({ ...given, capturedAt: '2029-11-22T10:00:00Z' });
    expect(ends().every((end) => end?.includes('2026'))).toBe(true);
  });

  it('sets groups of comments side by side, with quotes and no names', () => {
    const given: Report = {
      ...report('unusual'),
      comments: {
        ...report('unusual').comments,
        groups: [
          {
            id: 'g1',
            kind: 'template',
            size: 8,
            authors: 8,
            of: 60,
            share: 0.13,
            mark: 'Love it',
            items: ['a', 'b', 'c'],
          },
          { id: 'g2', kind: 'token', size: 3, authors: 3, of: 60, share: 0.05, mark: '@brand', items: ['d', 'gone'] },
        ],
      },
    };
    const said = { a: 'Love it @ann!', b: 'Love it @ann!', c: 'Love it so', d: 'get ѕhоp now' };
    const snapshot = {
      schema: 'plumb.snapshot/1' as const,
      platform: 'instagram' as const,
      profile: { handle: 'a' },
      comments: Object.entries(said).map(([id, text]) => ({ id, text, author: 'ann' })),
    };
    render(<ReportPage report={given} snapshot={snapshot} words={english} />, place);
    const groups = [...place.querySelectorAll('.comment-groups .side-by-side > div')];
    expect(groups.map((group) => group.querySelector('h3')!.textContent)).toEqual([
      'one template: “\u2068Love it\u2069”',
      'share “\u2068@…\u2069”',
    ]);
    expect(groups.map((group) => [...group.querySelectorAll('q')].map((quote) => quote.textContent))).toEqual([
      ['Love it @…!', 'Love it so'],
      ['get ѕhоp now'],
    ]);
    expect(groups[0]!.textContent).toContain('8 of 60 comments');
    expect(place.querySelector('.comment-groups')!.textContent).not.toContain('ann');
    draw(report('unusual'));
    expect(place.querySelector('.comment-groups')).toBeNull();
  });

  it('lists each post in a table too', () => {
    draw(report('unusual'));
    expect(place.querySelectorAll('.as-table tbody tr')).toHaveLength(24);
    expect(place.querySelector('.as-table')!.textContent).toContain('giveaway, left out');
  });

  it('asks only questions that it has words and figures for', () => {
    const given = report('unusual');
    expect(questionTexts(given, english)[0]).toBe('What happened around Nov 3, 2026, when followers rose by 24%?');
    const odd = {
      ...given,
      growth: undefined,
      questions: [
        { id: 'growth_step', params: {} },
        { id: '__proto__', params: {} },
        { id: 'no such', params: {} },
        { id: 'reach', params: {} },
        { id: 'reach', params: {} },
      ],
    };
    expect(questionTexts(odd, english)).toEqual(['What reach and saves did your last three sponsored posts get?']);
  });

  it('takes hostile handles, language tags and kinds as text', () => {
    const given = report('unusual');
    const text = draw({
      ...given,
      handle: '<script>\u202e',
      comments: { kinds: { constructor: 3, ordinary: 2 }, languages: { 'no tag!': 3, en: 1 } },
    });
    expect(text).toContain('@<script>');
    expect(text).toContain('Unknown language');
    expect(place.querySelector('script')).toBeNull();
    expect(place.querySelectorAll('.bars li')).toHaveLength(3);
  });
});

describe('the ticks of the axis', () => {
  it.each([
    [900, 7000, [1000, 2000, 5000]],
    [1, 1_000_000, [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]],
    [1, 1, [1]],
    [0, 5, []],
    [3, 4, []],
  ])('between %d and %d are round', (low, high, ticks) => {
    expect(ticksBetween(low, high)).toEqual(ticks);
  });
});
