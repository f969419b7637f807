/** Reddit's elements, attribute by attribute. */
import { describe, expect, test } from 'vitest';
import { anchor, readDocument } from '../../../extension/platforms/reddit/document';
import type { Place, ReadContext } from '../../../extension/reading/place';
import { documentOf } from '../pages/capture';

const ADDRESS = 'https://www.reddit.com/user/ida/submitted/';
const page = (body: string) => documentOf(`<!DOCTYPE html><html><body>${body}</body></html>`, ADDRESS);
const at = (place: Partial<Place>, body: string) =>
  readDocument(page(body), {
    place: { platform: 'reddit', ...place },
    now: '2026-01-26T12:00:00Z',
    locale: 'en',
  } as ReadContext);
const user = (body: string) => at({ kind: 'profile', handle: 'ida' }, body)[0];
const post = (attributes: string) =>
  user(`<shreddit-post author="ida" id="t3_abc1" ${attributes}></shreddit-post>`)?.posts?.[0];

describe('a post', () => {
  test('with all its attributes', () => {
    expect(
      post(
        'permalink="/r/bread/comments/abc1/x/" created-timestamp="2026-01-20T10:00:00.000000+0000" post-type="image" ' +
          'score="12" comment-count="3" post-title=" My bread "',
      ),
    ).toEqual({
      id: 'abc1',
      url: 'https://www.reddit.com/r/bread/comments/abc1/x/',
      at: '2026-01-20T10:00:00Z',
      kind: 'photo',
      likes: 12,
      comments: 3,
      caption: 'My bread',
    });
    expect(post('created-timestamp="2026-01-20T10:00:00+0230"')?.at).toBe('2026-01-20T07:30:00Z');
    expect(post('')).toEqual({ id: 'abc1', kind: 'link' });
  });

  test.each([
    ['video', 'video'],
    ['image', 'photo'],
    ['gallery', 'carousel'],
    ['text', 'text'],
    ['link', 'link'],
    ['crosspost', 'link'],
  ])('of type %s is a %s', (type, kind) => expect(post(`post-type="${type}"`)?.kind).toBe(kind));

  test.each([
    ['pinned', true],
    ['is-pinned', true],
    ['unpinned', undefined],
  ])('%s: pinned is %s', (attribute, pinned) => expect(post(attribute)?.pinned).toBe(pinned));

  test.each([
    ['score-hidden', true],
    ['scorehidden', true],
    ['hide-score', true],
    ['hidescore="true"', true],
    ['is-score-hidden', true],
    ['is-hide-score=""', true],
    ['score-hidden="false"', undefined],
    ['score-hidden="FALSE"', undefined],
    ['score-hidden-by="me"', undefined],
    ['my-score-hidden', undefined],
  ])('%s: likes are hidden: %s', (attribute, hidden) => expect(post(attribute)?.likesHidden).toBe(hidden));

  test('has an id of its own or in its link, and is no advertisement', () => {
    const first = (element: string) => user(`${element}</shreddit-post>`)?.posts?.[0]?.id;
    expect(first('<shreddit-post author="ida" permalink="/r/bread/comments/abc2/">')).toBe('abc2');
    expect(first('<shreddit-post author="ida" id="xt3_abc" permalink="/r/bread/comments/abc2/">')).toBe('abc2');
    expect(first('<shreddit-post author="ida" id="t3_abc!" permalink="/r/bread/">')).toBeUndefined();
    expect(first('<shreddit-post author="ida" id="t3_abc" promoted>')).toBeUndefined();
    expect(first('<shreddit-post author="bo" id="t3_abc">')).toBeUndefined();
    expect(first('<shreddit-post id="t3_abc">')).toBeUndefined();
    expect(first('<shreddit-post author="ida" id="t3_abc" score="many">')).toBe('abc');
  });
});

describe('a community', () => {
  const header = (attributes: string) =>
    at(
      { kind: 'profile', handle: 'r/Bread' },
      `<shreddit-subreddit-header ${attributes}></shreddit-subreddit-header>`,
    )[0]?.profile;

  test('has its subscribers, where the header is its own', () => {
    expect(header('name="bread" subscribers="1200"')).toEqual({ followers: 1200 });
    expect(header('name="other" subscribers="1200"')).toBeUndefined();
    expect(header('subscribers="1200"')).toBeUndefined();
    expect(header('name="bread"')).toBeUndefined();
    const body = '<shreddit-subreddit-header name="ida" subscribers="5"></shreddit-subreddit-header>';
    expect(user(body)?.profile).toBeUndefined();
  });

  test('has the posts that name it, in either attribute', () => {
    const posts = at(
      { kind: 'profile', handle: 'r/bread' },
      '<shreddit-post id="t3_a" author="bo" subreddit-prefixed-name="r/bread"></shreddit-post>' +
        '<shreddit-post id="t3_b" author="bo" subreddit-prefixed-name="r/cake"></shreddit-post>',
    )[0]?.posts;
    expect(posts?.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('a post’s own page', () => {
  const opened = (body: string) => at({ kind: 'post', postId: 'abc1' }, body)[0];
  const main = '<shreddit-post id="t3_abc1" author="ida" post-type="text"></shreddit-post>';
  const comment = (attributes: string, inner = '') =>
    `<shreddit-comment ${attributes}><div slot="comment"> Nice  bread </div>${inner}</shreddit-comment>`;

  test('with comments, each under what it answers', () => {
    const reading = opened(
      main +
        comment(
          'thingid="t1_c1" author="bo" score="4" created="2026-01-20T10:00:00.000000+0000"',
          comment('thingid="t1_c2" author="Ida" parentid="t1_c1"', '<time datetime="2026-01-21T10:00:00+0000"></time>'),
        ) +
        comment(
          'thingid="c3" author="cy" score="x"',
          '<faceplate-timeago ts="2026-01-22T10:00:00+0000"></faceplate-timeago>',
        ),
    );
    const text = 'Nice bread';
    expect(reading?.comments).toEqual([
      { id: 'c1', postId: 'abc1', at: '2026-01-20T10:00:00Z', author: 'bo', text, likes: 4, byCreator: false },
      { id: 'c2', postId: 'abc1', at: '2026-01-21T10:00:00Z', author: 'Ida', text, byCreator: true, replyTo: 'c1' },
      { postId: 'abc1', at: '2026-01-22T10:00:00Z', author: 'cy', text, byCreator: false },
    ]);
    expect(reading?.people?.map(({ handle }) => handle)).toEqual(['bo', 'cy']);
    expect(reading?.subject).toEqual({ handle: 'ida', postId: 'abc1' });
  });

  test('an answer stands under the element around it, where it names none', () => {
    const reading = opened(main + comment('thingid="t1_c1" author="bo"', comment('thingid="t1_c2" author="cy"')));
    expect(reading?.comments?.map(({ replyTo }) => replyTo)).toEqual([undefined, 'c1']);
  });

  test.each(['author="[deleted]"', '', 'author="bo" is-deleted'])('a comment with %j is removed', (attributes) => {
    expect(opened(main + comment(attributes))?.comments).toBeUndefined();
  });

  test('is nobody’s where its writer is not told', () => {
    expect(opened('<shreddit-post id="t3_abc1" author="[deleted]"></shreddit-post>')).toBeUndefined();
    expect(opened('<shreddit-post id="t3_abc1"></shreddit-post>')).toBeUndefined();
    expect(opened('<shreddit-post id="t3_other" author="ida"></shreddit-post>')).toBeUndefined();
    expect(opened(`<shreddit-post id="t3_other" author="bo"></shreddit-post>${main}`)?.posts?.[0]?.id).toBe('abc1');
  });
});

test('a page of nobody is not read', () => {
  expect(at({ kind: 'profile' }, '<shreddit-post id="t3_a" author="ida"></shreddit-post>')).toEqual([]);
});

test('the badge stands beside the first count', () => {
  const number = (text: string, id: string) => `<faceplate-number id="${id}">${text}</faceplate-number>`;
  const first = (body: string) => anchor(page(body))?.id;
  expect(first(`${number('none', 'a')}${number('4M', 'b')}`)).toBe('b');
  expect(first('<faceplate-number id="c" number="12"></faceplate-number>')).toBe('c');
  expect(first('<b slot="weekly-active-users-count" id="d">1.2K</b>')).toBe('d');
  expect(anchor(page('<b>12</b>'))).toBeNull();
});
