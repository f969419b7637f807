/** The parts of a report, each by what it draws of one. A long file: a block a part, all of the same few reports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report, Signal } from '../../../extension/.generated/report';
import type { Missing } from '../../../extension/.generated/snapshot';
import { badgeParts } from '../../../extension/views/card/badge';
import { CheckList, CheckTable, checkText, doneChecks, powerText } from '../../../extension/views/check-list';
import { EvidenceMeter, narrowText } from '../../../extension/views/evidence-meter';
import { ExplanationList } from '../../../extension/views/explanation-list';
import { missingTexts } from '../../../extension/views/limits';
import { alongScale, Peers, peerScale } from '../../../extension/views/peer-bar';
import { peersText } from '../../../extension/views/peers-text';
import { drawnPosts, PostsLegend, placeOf, scaleOf } from '../../../extension/views/posts-chart';
import { RangeBar } from '../../../extension/views/range-bar';
import { PostsFigure } from '../../../extension/views/report/posts-figure';
import {
  EffectBar,
  effectText,
  Strength,
  seenText,
  strongest,
  typicalText,
} from '../../../extension/views/signal-list';
import { coreReports, english, languages, messages, report, reportNames } from './reports';

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('div');
});
const number = (element: Element | null, name: string) => Number(element?.getAttribute(name));

describe('the range bar', () => {
  const interval = { low: 25, mid: 50, high: 75, level: 0.9 };
  const axis = { zero: '0', low: '25', high: '75', rail: '100 shown' };

  it('draws solid up to the low end and hatch up to the high end', () => {
    render(
      <RangeBar id="t" size="card" rail={100} interval={interval} axis={axis} direction="ltr" label="bar" />,
      place,
    );
    expect([number(place.querySelector('.solid'), 'x'), number(place.querySelector('.solid'), 'width')]).toEqual([
      0, 82,
    ]);
    expect([number(place.querySelector('.soft'), 'x'), number(place.querySelector('.soft'), 'width')]).toEqual([
      82, 164,
    ]);
    expect(place.querySelector('svg')?.getAttribute('aria-label')).toBe('bar');
    expect([...place.querySelectorAll('text')].map((text) => text.textContent)).toEqual(['0', '100 shown', '25', '75']);
  });

  it('grows from the right on a right-to-left page', () => {
    render(<RangeBar id="t" size="card" rail={100} interval={interval} direction="rtl" />, place);
    expect([number(place.querySelector('.solid'), 'x'), number(place.querySelector('.solid'), 'width')]).toEqual([
      246, 82,
    ]);
  });

  it('gives no tick and no whiskers to a range too wide for a figure', () => {
    render(
      <RangeBar
        id="t"
        size="card"
        rail={1}
        interval={{ low: 0.3, mid: 0.7, high: 0.9, level: 0.9 }}
        wide
        direction="ltr"
      />,
      place,
    );
    expect(place.querySelector('.marks')).toBeNull();
    expect(place.querySelector('.hatch')?.getAttribute('d')).toContain('M');
  });

  it('never lets labels touch', () => {
    for (const [low, high] of [
      [1, 2],
      [96, 100],
      [0, 100],
      [40, 44],
      [0, 1],
    ] as const) {
      render(
        <RangeBar
          id="t"
          size="card"
          rail={100}
          interval={{ low, mid: (low + high) / 2, high, level: 0.9 }}
          axis={{ ...axis, low: '10,000', high: '12,000' }}
          direction="ltr"
        />,
        place,
      );
      const spans = [...place.querySelectorAll('text')]
        .map((text) => ({ at: number(text, 'x'), half: (text.textContent!.length * 6.3) / 2 }))
        .sort((a, b) => a.at - b.at);
      spans.slice(1).forEach((span, index) => {
        expect(span.at - span.half).toBeGreaterThan(spans[index]!.at + spans[index]!.half);
      });
      expect(spans.every((span) => span.at - span.half >= -0.01 && span.at + span.half <= 328.01)).toBe(true);
    }
  });
});

describe('the posts chart', () => {
  const posts = drawnPosts(report('unusual').items.posts);

  it('draws the oldest first and tells inside, outside and left out by shape', () => {
    const times = posts.map((post) => post.at!);
    expect(times).toEqual(times.toSorted());
    render(<PostsFigure report={report('unusual')} words={english} direction="ltr" />, place);
    const places = posts.map(placeOf);
    const wide = place.querySelector('.wide')!;
    expect(wide.querySelectorAll('circle.inside')).toHaveLength(places.filter((one) => one === 'inside').length);
    expect(wide.querySelectorAll('path.outside')).toHaveLength(places.filter((one) => one === 'outside').length);
    expect(wide.querySelectorAll('path.left_out')).toHaveLength(2);
    expect(place.querySelector('svg')?.getAttribute('aria-label')).toMatch(
      /^posts inside the expected range: \d+, outside it: \d+, 2 posts left out$/,
    );
  });

  it('calls a whole number inside that is as near to a narrow range as a post can come', () => {
    const place = (value: number) =>
      placeOf({ ...posts[0]!, excluded: null, value, expected: { low: 1.27, high: 1.77 } });
    expect([0, 1, 2, 3].map(place)).toEqual(['outside', 'inside', 'inside', 'outside']);
  });

  it('says of no post that it is inside a range that it does not have', () => {
    const bare = posts.map(({ expected: _, ...post }) => post);
    render(
      <>
        <PostsFigure report={{ ...report('unusual'), items: { posts: bare } }} words={english} direction="ltr" />
        <PostsLegend posts={bare} words={english} />
      </>,
      place,
    );
    expect(place.querySelector('svg')?.getAttribute('aria-label')).toBe(
      '22 posts without an expected range, 2 posts left out',
    );
    expect(place.querySelector('.legend')?.textContent).toMatch(/no expected rangeleft out$/);
    expect(place.querySelectorAll('.inside')).toHaveLength(0);
  });

  it('stays inside its frame for zeros, equal values, one post and none', () => {
    for (const values of [[0, 0], [5, 5, 5], [0, 1e12], [7], []]) {
      const drawn = values.map((value) => ({ value, excluded: null }));
      const scale = scaleOf(drawn, 328, 64, 'ltr', { start: 5, end: 5, top: 5, bottom: 5 });
      drawn.forEach((post, index) => {
        expect(scale.x(index)).toBeGreaterThanOrEqual(0);
        expect(scale.x(index)).toBeLessThanOrEqual(328);
        expect(scale.y(post.value)).toBeGreaterThanOrEqual(0);
        expect(scale.y(post.value)).toBeLessThanOrEqual(64);
      });
    }
  });

  it.each(reportNames)('%s: draws no figure that is not a number', (name) => {
    render(<PostsFigure report={report(name)} words={english} direction="rtl" />, place);
    expect(place.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('the signals', () => {
  const signal = (change: Partial<Signal>): Signal => ({ ...report('unusual').signals[0]!, ...change });

  it.each([
    [{ value: 17, of: 60, unit: 'comments' }, '17 of 60 comments'],
    [{ value: 1, of: 1, unit: 'posts' }, '1 of 1 post'],
    [{ value: 0.41, unit: 'share' }, '41%'],
    [{ value: 0.092, unit: 'ratio' }, '9.2%'],
    [{ value: 3.1, unit: 'ratio' }, '3.1×'],
    [{ value: 0.033, unit: 'multiple' }, '0.033'],
    [{ value: 1.32, unit: 'multiple' }, '1.3'],
    [{ value: 2.1, unit: 'per_week' }, '2.1 a week'],
    [{ value: 0.34, unit: 'correlation' }, '0.34'],
    [{ value: -0.0438, unit: 'correlation' }, '−0.04'],
    [{ value: 4870, unit: 'followers' }, '4,870'],
    [{ value: 4588.42, unit: 'days' }, '12 years'],
    [{ value: 400, unit: 'days' }, '400 days'],
  ] as const)('say %o as %s', (seen, text) => {
    expect(seenText({ ...seen }, english)).toBe(text);
  });

  it('write what was seen in the unit of the typical values beside it', () => {
    const floor = signal({ typical: { low: 0.36, high: 1.6 }, seen: { value: 0.42, unit: 'ratio' } });
    expect(seenText(floor.seen, english, false, floor.typical)).toBe('0.42×');
    const high = signal({ typical: { low: 0.3, high: 0.9 }, seen: { value: 2.1, unit: 'ratio' } });
    expect([seenText(high.seen, english, false, high.typical), typicalText(high, english)]).toEqual([
      '2.1×',
      '0.3×–\u20600.9×',
    ]);
  });

  it('write typical values in the unit of what was seen', () => {
    expect(
      typicalText(signal({ typical: { low: 0.008, high: 3 }, seen: { value: 0.5, unit: 'ratio' } }), english),
    ).toBe('0.008×–\u20603×');
    expect(
      typicalText(signal({ typical: { low: 0.25, high: 0.6 }, seen: { value: 0.08, unit: 'spread' } }), english),
    ).toBe('25–\u206060%');
    expect(typicalText(signal({ typical: undefined }), english)).toBeUndefined();
  });

  it('sign the effect in the unit of what it moves', () => {
    expect(effectText(signal({ on: 'audience', effect: -0.141 }), english)).toBe('−14 points');
    expect(effectText(signal({ on: 'audience', effect: -0.01 }), english)).toBe('−1 point');
    expect(effectText(signal({ on: 'engagement', effect: -0.118 }), english)).toBe('−11% engagement');
  });

  it('come strongest first; those that say nothing do not come', () => {
    const ids = strongest([
      signal({ id: 'cadence', strength: 0, effect: 0, logOdds: 0 }),
      signal({ id: 'growth_step', logOdds: -1 }),
      signal({ logOdds: 2 }),
    ]).map((one) => one.id);
    expect(ids).toEqual(['comment_repetition', 'growth_step']);
  });

  it('colour only what has evidence', () => {
    const effect = (strength: number) => (
      <EffectBar signal={signal({ strength })} full={0.2} width={56} direction="ltr" />
    );
    render(effect(1), place);
    expect(place.querySelectorAll('.weak')).toHaveLength(1);
    render(effect(3), place);
    expect(place.querySelectorAll('.lowers')).toHaveLength(1);
    render(<Strength strength={1} words={english} />, place);
    expect(place.querySelector('.strength')?.getAttribute('aria-label')).toBe('evidence 1 of 3');
  });
});

describe('the checks', () => {
  const states = (given: Report) => doneChecks(given).map(({ state }) => state);
  const rows = () =>
    [...place.querySelectorAll('.checks li')].map((row) =>
      [...row.querySelectorAll('svg, b, em, span')].map((part) => part.textContent).join('|'),
    );

  it('come with what found something first, then what is fine, then what had little to go on', () => {
    expect(states(report('unusual'))).toEqual(['unusual', 'question', 'question', 'question', 'weak']);
    expect(states(report('consistent'))).toEqual(['fine', 'weak', 'weak', 'weak']);
  });

  it('say what was seen, and beside a finding what is typical; what is not read shares a line', () => {
    render(<CheckList report={report('consistent')} words={english} />, place);
    expect(rows()).toEqual([
      '|Comments|fine|alike or stock phrases: 9 of 118',
      '|Views|little|0 of 27 posts far above the usual; can’t see: steady extra views',
      '|Likes|little|vary 31% from post to post; can’t see: equal extra likes',
      '|Regulars|little|came back: 14 of 96; can’t see: crowds that never come back',
      '|2 not checked · open the followers list, ≈22 sec',
    ]);
    render(<CheckList report={report('unusual')} words={english} />, place);
    expect(rows().find((row) => row.includes('|Followers|'))).toMatch(
      /\|Followers\|unusual\|hardly reachable: \d+ of \d+; typical/,
    );
    render(<CheckList report={report('mixed')} words={english} />, place);
    expect(rows()[0]).toBe('|Comments|question|alike or stock phrases: 9 of 22; typical\u00a00–\u20607');
    render(<CheckList report={report('unusual')} words={english} />, place);
    expect(rows()[2]).toBe('|Comments|question|Comments that repeat: 17 of 60; typical\u00a00–\u20606');
  });

  it('fold what is no finding where there are many, and open what is not read where hardly anything was', () => {
    render(<CheckList report={report('unusual')} words={english} />, place);
    expect(rows().map((row) => row.split('|')[1])).toEqual([
      'Followers',
      'Likes',
      'Comments',
      'Growth',
      '1 more check',
    ]);
    render(<CheckList report={report('views-only')} words={english} />, place);
    expect(rows()).toEqual([
      '|Views|little|little to go on; can’t see: steady extra views',
      '|Growth|visit on 30 more days',
    ]);
  });

  it('are green only with the power that the report gives, and say what that means', () => {
    for (const given of [...coreReports, ...reportNames.map(report)]) {
      render(<CheckList report={given} words={english} />, place);
      const fine = given.checks.filter(({ state }) => state === 'fine').length;
      const findings = given.checks.filter(({ state }) => state === 'unusual' || state === 'question').length;
      expect(place.querySelectorAll('.is-fine')).toHaveLength(findings >= 3 ? 0 : fine);
    }
    expect(powerText(report('consistent').checks[2]!, english)).toBe(
      'had half been added, it would have shown in ≈9 of 10 cases',
    );
    expect(powerText(report('consistent').checks[0]!, english)).toBe(
      'can’t see: steady extra views, extra views on a few posts',
    );
    expect(powerText({ ...report('consistent').checks[0]!, misses: [] }, english)).toMatch(/^too little was read/);
  });

  it('name what a weak one would miss: one way in a row, all of them in its tip', () => {
    const misses = ['templates', 'tokens', 'circles'] as const;
    const given: Report = {
      ...report('consistent'),
      checks: report('consistent').checks.map((check) =>
        check.id === 'comments' ? { ...check, state: 'weak', misses: [...misses] } : { ...check, misses: [] },
      ) as Report['checks'],
    };
    render(<CheckList report={given} words={english} />, place);
    const row = [...place.querySelectorAll('.checks li')].find((one) => one.textContent?.startsWith('Comments'))!;
    expect(row.textContent).toContain('; can’t see: templates');
    expect(row.textContent).not.toContain('planted');
    expect(row.getAttribute('title')).toBe('can’t see: templates, planted words, comment circles');
    // What is fine misses nothing that it looks for.
    render(<CheckList report={report('consistent')} words={english} />, place);
    expect(place.querySelector('.is-fine')?.textContent).not.toContain('can’t see');
  });

  it('name none of them in a row where there are so many rows that what follows would be out of sight', () => {
    const given = report('consistent');
    const growth = { ...given.checks[0]!, id: 'growth' as const };
    const checks = given.checks.map((check) => (check.id === 'growth' ? growth : check)) as Report['checks'];
    render(<CheckList report={{ ...given, checks }} words={english} />, place);
    expect(place.querySelectorAll('.is-weak')).toHaveLength(4);
    expect(place.textContent).not.toContain('can’t see');
    expect(place.querySelector('.is-weak')?.getAttribute('title')).toContain('can’t see: steady extra views');
  });

  it('tell what was measured: who came back is all who did, and a share of views is no share of likes', () => {
    const given = report('consistent');
    const seen = { value: 0.07, unit: 'ratio' } as const;
    const signals = given.signals.map((one, index) => (index ? one : { ...one, id: 'engagement_per_view', seen }));
    const engagement = { ...given.engagement, returning: { people: 5, of: 53, posts: 6 } };
    const [views, likes] = given.checks;
    const [back] = given.checks.filter(({ id }) => id === 'returning');
    const other = { ...given, signals, engagement } as Report;
    expect(checkText({ ...likes!, id: 'likes', seen }, other, english)).toBe('Engagement per view: 7%');
    expect(checkText({ ...back!, seen: { value: 0, of: 53, unit: 'people' } }, other, english)).toBe(
      'came back: 5 of 53',
    );
    expect(checkText(views!, other, english)).toContain('far above the usual');
  });

  it('lead to what a weak one points at, too', () => {
    const [lowering] = report('mixed').signals.filter(
      ({ direction, strength }) => direction === 'lowers' && strength > 0,
    );
    const given: Report = {
      ...report('mixed'),
      checks: report('mixed').checks.map((check) =>
        check.id === 'comments' ? { ...check, state: 'weak', signals: [lowering!.id] } : { ...check, signals: [] },
      ) as Report['checks'],
    };
    const went: string[] = [];
    const pointer = { found: () => 8, point: () => {}, next: ({ id }: Signal) => void went.push(id) };
    render(<CheckList report={given} words={english} pointer={pointer} />, place);
    const button = place.querySelector<HTMLButtonElement>('.is-weak button.show');
    expect(button?.textContent).toContain('8');
    button?.click();
    expect(went).toEqual([lowering!.id]);
  });

  it('name the ratio that the likes are set against: that of the signal that saw it', () => {
    const given = report('consistent');
    const seen = { value: 0.0322, unit: 'ratio' } as const;
    const likes = given.checks.find(({ id }) => id === 'likes')!;
    const signal = (id: Signal['id'], value: number): Signal => ({
      ...given.signals[0]!,
      id,
      seen: { value, unit: 'ratio' },
    });
    const textWith = (signals: Signal[]) => checkText({ ...likes, seen, signals: [] }, { ...given, signals }, english);
    expect(textWith([signal('comments_per_like', 0.006), signal('engagement_per_view', 0.0322)])).toBe(
      'Engagement per view: 3.2%',
    );
    expect(textWith([signal('comments_per_like', 0.0322)])).toBe('Comments per like: 3.2%');
  });

  it('stand in the table with what is not read and not shown below it', () => {
    render(<CheckTable report={report('not-enough')} words={english} />, place);
    const text = place.textContent!;
    expect(text).toContain('Comments: not checked; read 60 comments, ≈43 sec');
    expect(text).toContain('Followers: not read');
    expect(text).toContain('This page of Instagram shows nothing to check for: Views');
  });

  it('have no head of a table where none was done', () => {
    const given = structuredClone(report('not-enough'));
    for (const check of given.checks) check.state = 'not_read';
    render(<CheckTable report={given} words={english} />, place);
    expect(place.querySelector('table')).toBeNull();
    expect(place.textContent).toContain('Views');
  });
});

describe('the explanations', () => {
  it('come likeliest first, the ordinary one among them, and say no percentage', () => {
    const given = [
      { id: 'ordinary' as const, weight: 0.3 },
      { id: 'pod' as const, weight: 0.4 },
      { id: 'purge' as const, weight: 0.2 },
    ];
    render(<ExplanationList explanations={given} words={english} />, place);
    expect([...place.querySelectorAll('li')].map((one) => one.textContent)).toEqual([
      'A circle of mutual comments',
      'Ordinary variation',
      'Accounts removed by the platform',
    ]);
    expect(place.textContent).not.toMatch(/\d|%/);
  });
});

describe('the place among peers', () => {
  const given = report('unusual');
  const at = (low: number, high: number): NonNullable<Report['position']> => ({
    ...given.position!,
    percentile: { low, mid: (low + high) / 2, high, level: 0.9 },
  });

  it.each([
    [0.82, 0.93, 'Higher than ≈8–\u20609 in 10 peers'],
    [0.78, 0.82, 'Higher than ≈8 in 10 peers'],
    [0.1, 0.1, 'Below the lowest tenth of peers'],
    [0.05, 0.05, 'Lower than 19 in 20 peers'],
    [0.9, 0.9, 'Above the highest tenth of peers'],
    [0.95, 0.95, 'Higher than 19 in 20 peers'],
    [0.1, 0.31, 'Higher than ≈1–\u20603 in 10 peers'],
  ])('from %d to %d is "%s"', (low, high, text) => {
    expect(peersText(at(low, high), english)).toBe(text);
  });

  it('is told of the measure that the badge shows, and names it where the card shows another first', () => {
    const far = { ...given.position!, place: 'far_below', percentile: { low: 0, mid: 0.01, high: 0.04, level: 0.9 } };
    const placed = (of: string, views: object | undefined): Report =>
      ({
        ...given,
        verdict: 'nothing_seen',
        cautions: [],
        fresh: { ...given.fresh, stale: false },
        views,
        position: { ...far, of },
      }) as Report;
    const viewsFirst = { perPost: { low: 64_700, mid: 64_700, high: 64_700 }, posts: 12, first: true };
    const texts = (report: Report) => {
      render(<Peers report={report} words={english} direction="ltr" />, place);
      const { figure, says } = badgeParts(report, english);
      return [figure, says, place.querySelector('.says')!.textContent];
    };
    expect(texts(placed('perFollower', viewsFirst))).toEqual([
      '1,530/post',
      'far below',
      'Lower than 19 in 20 peers (by engagements per follower)',
    ]);
    expect(texts(placed('viewsPerFollower', viewsFirst))).toEqual([
      '64.7K views',
      'far below',
      'Lower than 19 in 20 peers',
    ]);
    expect(place.textContent).toContain('Far fewer people watch');
    expect(texts(placed('viewsPerFollower', { ...viewsFirst, first: false }))).toEqual([
      '64.7K views',
      'far below',
      'Lower than 19 in 20 peers (by views per follower)',
    ]);
    expect(texts(placed('perView', viewsFirst))).toEqual([
      '1,530/post',
      'far below',
      'Lower than 19 in 20 peers (by engagements per view)',
    ]);
    expect(texts(placed('perFollower', undefined))).toEqual(['1,530/post', 'far below', 'Lower than 19 in 20 peers']);
  });

  it('counts the posts in the badge where they are too few for a place, whatever the verdict', () => {
    const few = (verdict: Report['verdict']): Report => ({
      ...given,
      verdict,
      cautions: ['few_posts'],
      read: { ...given.read, postsUsed: 1 },
    });
    const said = ({ figure, rest, says }: ReturnType<typeof badgeParts>) => [figure, rest, says];
    expect(said(badgeParts(few('nothing_seen'), english))).toEqual(['1,530/post', 'only 1 post', undefined]);
    expect(said(badgeParts(few('not_enough'), english))).toEqual(['1,530/post', 'only 1 post', undefined]);
  });

  it('has one scale for each ratio, on which every published band lies', () => {
    const ratios = {
      engagement_per_follower: 'perFollower',
      engagement_per_view: 'perView',
      views_per_follower: 'viewsPerFollower',
    } as const;
    const [header = '', ...rows] = readFileSync(join(import.meta.dirname, '../../../wasm/data/benchmarks.tsv'), 'utf8')
      .trim()
      .split('\n');
    const column = (name: string) => header.split('\t').indexOf(name);
    let bands = 0;
    for (const row of rows.map((line) => line.split('\t'))) {
      const of = ratios[row[column('ratio')] as keyof typeof ratios];
      if (!of) continue;
      bands += 1;
      const band = [Number(row[column('low')]), Number(row[column('high')])] as const;
      const [low, high] = peerScale(of, band[0]);
      expect([row[0], band[0] > low, band[1] < high]).toEqual([row[0], true, true]);
    }
    expect(bands).toBeGreaterThan(20);
    const ends = peerScale('perFollower', 0.004);
    expect(alongScale(ends, 0)).toBe(alongScale(ends, 1e-9));
    expect(alongScale(ends, 99)).toBe(328 - alongScale(ends, 0));
  });

  it('is a circle inside the band, a diamond outside, and mirrored from right to left', () => {
    const inside = report('not-enough');
    render(<Peers report={inside} words={english} direction="ltr" />, place);
    const left = Number(place.querySelector('circle.here')!.getAttribute('cx'));
    expect(place.querySelector('.unsure')).not.toBeNull();
    render(<Peers report={inside} words={english} direction="rtl" />, place);
    expect(Number(place.querySelector('circle.here')!.getAttribute('cx'))).toBeCloseTo(328 - left, 0);
    render(<Peers report={given} words={english} direction="ltr" />, place);
    expect(place.querySelector('path.here')).not.toBeNull();
    expect(place.querySelector('[role=img]')!.getAttribute('aria-label')).toBe(
      'Below the lowest tenth of peers. most Instagram accounts of this size: 2.2–\u20604.1%',
    );
  });

  it('names as many visits as the core wants of peers, in every language', () => {
    const priors = readFileSync(join(import.meta.dirname, '../../../wasm/data/priors.tsv'), 'utf8');
    const [, least] = priors.match(/^visited\.least\t(\d+)\t/m) ?? [];
    expect(Number(least)).toBeGreaterThan(0);
    for (const language of languages)
      expect([language, messages(language).peers_none?.message]).toEqual([
        language,
        expect.stringMatching(new RegExp(`\\b${least}`)),
      ]);
  });

  it('is not told of posts without a date, however many, nor of one list of a channel, and the reason is told', () => {
    const given = report('consistent');
    const { fresh: _, ...undated } = given;
    const says = (report: Report, missing: Missing[] = []) => {
      render(<Peers report={report} missing={missing} words={english} direction="ltr" />, place);
      return place.querySelector('.says, .note')?.textContent;
    };
    const few = { verdict: 'not_enough', cautions: ['few_posts'] } as const;
    expect(says({ ...undated, ...few, cautions: [...few.cautions] })).toBe(
      'Without the posts’ dates there is no place among peers',
    );
    expect(says({ ...report('not-enough') })).toBe('Too few posts for a place among peers');
    const { position: __, ...alone } = given;
    expect(says(alone, [{ field: 'posts[].kind', why: 'not_on_page' }])).toMatch(
      /^Only live streams or only Shorts were read/,
    );
    expect(says(alone, [{ field: 'posts[].views', why: 'not_on_page' }])).toMatch(/^No published figures/);
  });

  it('says so where nobody has published a figure, and what far below and far above mean', () => {
    const { position, ...without } = given;
    render(<Peers report={without} words={english} direction="ltr" />, place);
    expect(place.textContent).toMatch(/^No published figures for accounts like this\. .* visited 8 others/);
    render(
      <Peers report={{ ...given, position: { ...position!, place: 'far_below' } }} words={english} direction="ltr" />,
      place,
    );
    expect(place.querySelector('.far')).not.toBeNull();
    expect(place.textContent).toContain('Far fewer people engage than is usual for this size.');
    render(
      <Peers report={{ ...given, position: { ...position!, place: 'far_above' } }} words={english} direction="ltr" />,
      place,
    );
    expect(place.textContent).toContain('what brought it?');
  });
});

describe('the evidence', () => {
  it('says what to do and the range to expect then', () => {
    expect(narrowText({ action: 'open_followers', count: 30, of: 'audience', width: 0.31 }, english)).toBe(
      'Open the followers list (30 people): the audience range would narrow to about ±16 points',
    );
    expect(narrowText({ action: 'open_posts', count: 1, of: 'engagement', width: 0.24 }, english)).toBe(
      'Open posts until 1 more comment is read: the engagement range would narrow to about ±12%',
    );
    // What more posts give is a verdict: the width said is today's, and must not be promised.
    expect(narrowText({ action: 'scroll_posts', count: 4, of: 'engagement', width: 0.32 }, english)).toBe(
      'Scroll to 4 more posts: then there may be enough posts to judge',
    );
    expect(narrowText({ action: 'revisit', count: 1, of: 'engagement', width: 0.32 }, english)).toBe(
      'Visit this profile once more: then there may be enough posts to judge',
    );
  });

  it('names the level in words, not by the bars alone', () => {
    render(<EvidenceMeter read={report('unusual').read} words={english} direction="ltr" />, place);
    expect(place.textContent).toContain('moderate');
    expect(place.querySelectorAll('.full')).toHaveLength(2);
  });

  it('lists what could not be read once, and never an unknown field by its raw name', () => {
    const missing = [
      { field: 'posts[].likes', why: 'hidden' as const },
      { field: 'posts[].likes', why: 'hidden' as const },
      { field: '<img src=x>', why: 'cut' as const },
    ];
    expect(missingTexts(missing, 'x', english)).toEqual([
      'likes: hidden by the account or the platform',
      'some details: more than can be read at once',
    ]);
  });

  it('names the reader that found nothing, and does not blame the page for what was kept of earlier visits', () => {
    const missing = ['posts', 'posts[].views', 'history'].map((field) => ({ field, why: 'not_read' as const }));
    expect(missingTexts(missing, 'instagram', english)).toEqual([
      'the posts: not found where Instagram has them: this page may have changed',
      'views: not found where Instagram has them: this page may have changed',
      'earlier visits: some of it was damaged and is left out',
    ]);
  });
});
