/** @jsxImportSource preact */
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../../extension/.generated/report';
import type { Snapshot } from '../../../extension/.generated/snapshot';
import { rowText } from '../../../extension/views/report/benchmarks';
import { commentExamples } from '../../../extension/views/report/comment-groups';
import {
  engagementText,
  followersText,
  nothingLeftOut,
  toggled,
  withoutPosts,
} from '../../../extension/views/report/left-out';
import { WhatIf, type WhatIfProps } from '../../../extension/views/report/what-if';
import { english, report } from './reports';

const base = report('unusual');
const answer: Report = {
  ...base,
  verdict: 'question',
  checks: base.checks.map((check) =>
    check.state === 'unusual' ? { ...check, state: 'question' } : check,
  ) as Report['checks'],
  without: ['comment_repetition'],
  engagement: {
    ...base.engagement,
    perPost: { ...base.engagement!.perPost!, real: { low: 940, mid: 1250, high: 1500, level: 0.9 } },
  },
};

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('div');
});
const draw = (part: Partial<WhatIfProps>) => {
  const props = { base, leftOut: nothingLeftOut, busy: false, failed: false, canUndo: false, words: english };
  render(<WhatIf {...props} onChange={() => {}} onUndo={() => {}} {...part} />, place);
  return place;
};
const texts = (selector: string) => [...place.querySelectorAll(selector)].map((one) => one.textContent);

describe('what if', () => {
  it('offers each signal, post and benchmark of the report, ticked', () => {
    draw({});
    expect(texts('summary')).toEqual(['Signals', 'Posts', 'Benchmarks']);
    expect(place.querySelectorAll('details:nth-of-type(2) input')).toHaveLength(24);
    expect(texts('details:first-of-type span')).toContain('Comments that repeat');
    expect([...place.querySelectorAll('input')].every((box) => box.checked)).toBe(true);
    // Nothing is left out: nothing of it is printed or saved.
    expect(place.querySelector('.panel.live')).not.toBeNull();
    expect(place.querySelector('.compared')).toBeNull();
  });

  it('asks for the one thing that was unticked, and for nothing else', () => {
    const onChange = vi.fn();
    draw({ onChange });
    const boxes = [...place.querySelectorAll<HTMLInputElement>('details:nth-of-type(2) input')];
    boxes[0]!.dispatchEvent(new Event('change'));
    const times = base.items.posts!.map(({ at }) => at!);
    const newest = times.indexOf(times.toSorted().at(-1)!);
    expect(onChange).toHaveBeenCalledWith({ ...nothingLeftOut, posts: [newest] });
  });

  it('shows the estimate as it was read beside the one without, and names what is left out', () => {
    draw({ answer, leftOut: toggled(nothingLeftOut, 'signals', 'comment_repetition'), canUndo: true });
    expect(place.querySelector('.panel.live')).toBeNull();
    expect(texts('.dotted li')).toEqual(['Comments that repeat']);
    expect(texts('.compared thead th')).toEqual(['As read', 'With that left out']);
    expect(texts('.compared tbody tr:first-of-type td').map((text) => text)).toEqual([
      '≈1,100 of 1,530 (840–\u20601,400)',
      '≈1,300 of 1,530 (940–\u20601,500)',
    ]);
    expect(texts('.compared tbody tr:nth-of-type(2) td')).toEqual(['1 unusual, 3 questions', '4 questions']);
    expect(texts('.compared tbody tr:nth-of-type(3) td')[0]).toBe('Below the lowest tenth of peers');
    expect(texts('[aria-live]')).toEqual([
      '1 thing left out: ≈1,300 of 1,530 (940–\u20601,500). As read: ≈1,100 of 1,530 (840–\u20601,400).',
    ]);
    const box = [...place.querySelectorAll('label')].find((one) => one.textContent === 'Comments that repeat');
    expect(box!.querySelector('input')!.checked).toBe(false);
  });

  it('says that the core refused, beside no figure', () => {
    draw({ failed: true, leftOut: toggled(nothingLeftOut, 'posts', 0) });
    expect(texts('[aria-live]')).toEqual(['That could not be estimated. Undo the last step.']);
    expect(place.querySelector('.compared')).toBeNull();
  });

  it('puts back what was left out', () => {
    const once = toggled(nothingLeftOut, 'benchmarks', 'a');
    expect(once.benchmarks).toEqual(['a']);
    expect(toggled(once, 'benchmarks', 'a')).toEqual(nothingLeftOut);
  });

  it('says that nothing moves it, rather than an estimate that nothing has moved', () => {
    expect(followersText(report('consistent'), english)).toBe('nothing read moves it');
    expect(engagementText(report('consistent'), english)).toBe('nothing read moves it');
    expect(followersText(base, english)).toBe('≈38–\u206056% of the followers look reachable, from 30 people');
    expect(engagementText(report('no-posts'), english)).toBeUndefined();
  });
});

describe('a snapshot without some posts', () => {
  const snapshot = {
    posts: [{ id: 'a' }, { id: 'b' }, {}],
    comments: [{ postId: 'a' }, { postId: 'b' }, {}],
    people: [{ postId: 'a', handle: 'x' }, { handle: 'y' }],
  } as Snapshot;

  it('has neither them nor what was said under them', () => {
    const { posts, comments, people } = withoutPosts(snapshot, [0, 2]);
    expect(posts).toEqual([{ id: 'b' }]);
    expect(comments).toEqual([{ postId: 'b' }, {}]);
    expect(people).toEqual([{ handle: 'y' }]);
  });

  it('leaves the given one as it is, and absent lists absent', () => {
    expect(snapshot.posts).toHaveLength(3);
    expect(withoutPosts({ posts: [{ id: 'a' }] } as Snapshot, [0]).comments).toBeUndefined();
  });
});

describe('a benchmark row', () => {
  it('is named with its ratio, size and source', () => {
    expect(rowText('ig-epf-modash-10k-50k', english)).toMatch(
      /^Engagement per follower, 10K–\u206050K followers: Modash/,
    );
    expect(rowText('ig-epf-modash-1m+', english)).toMatch(/from 1M followers/);
    expect(rowText('yt-lpv-stelive', english)).toMatch(/^Likes per view, any size: .*2026$/);
  });

  it('of another table is its own id, as text', () => {
    expect(rowText('constructor', english)).toBe('constructor');
  });
});

describe('examples of comments', () => {
  const comment = (text: string, more = {}) => ({ text, ...more });
  const snapshot = {
    profile: { handle: 'Mara' },
    comments: [
      comment('love this'),
      comment('love this'),
      comment('so true @anna_b see you @ben'),
      comment('thanks!', { byCreator: true }),
      comment('thanks!!', { author: 'mara' }),
      comment('nice \u202etxet', {}),
      comment(''),
    ],
  } as Snapshot;
  const kinds = ['repeat', 'repeat', 'ordinary', 'ordinary', 'ordinary', 'generic', 'generic'] as const;
  const given = {
    ...base,
    items: { ...base.items, comments: kinds.map((kind) => ({ kind, atypical: 0.5 })) },
  } as Report;

  it('stand under their kind, the most frequent first, without the names of people and without the creator’s own', () => {
    expect(Object.fromEntries(commentExamples(given, snapshot))).toEqual({
      repeat: [{ text: 'love this', times: 2 }],
      ordinary: [{ text: 'so true @… see you @…', times: 1 }],
      generic: [{ text: 'nice txet', times: 1 }],
    });
  });

  it('are none where the report does not speak of each comment', () => {
    expect(commentExamples(base, snapshot).size).toBe(0);
  });
});
