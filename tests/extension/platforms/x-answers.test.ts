/** X's answers: whose page each is for, what of a timeline is the account's own, and what is written under a post. */
import { describe, expect, test } from 'vitest';
import { readPageText } from '../../../extension/platforms/x/texts';
import type { PageText, Place, ReadContext } from '../../../extension/reading/place';
import type { Json, JsonObject } from '../../../extension/reading/shape';

const now = '2026-01-26T12:00:00Z';
const profile: Place = { platform: 'x', kind: 'profile', handle: 'ida' };
const post: Place = { platform: 'x', kind: 'post', handle: 'ida', postId: '21' };
const TIMELINE = 'https://x.com/i/api/graphql/q/UserTweets?variables=x';
const said = { platform: 'x', via: 'response', at: now } as const;
const read = (document: Json, place = profile, url = TIMELINE) => {
  const text: PageText = { via: 'response', url, text: JSON.stringify(document) };
  const context: ReadContext = { place, now, locale: 'en' };
  return readPageText(text, context);
};

const user = (name: string, id: string, more: JsonObject = {}): JsonObject => ({
  rest_id: id,
  core: { screen_name: name },
  ...more,
});
const ida = user('ida', '7');
const bo = user('bo', '8');
const tweet = (id: string, more: JsonObject = {}, author = ida): JsonObject => ({
  rest_id: id,
  core: author,
  legacy: { full_text: 'Bread', favorite_count: 3, conversation_id_str: id, ...more },
});
const day = (number: number) => ({ created_at: `Fri Jan ${String(number).padStart(2, '0')} 10:00:00 +0000 2026` });
const told = (id: string) => ({ id, url: `https://x.com/ida/status/${id}`, kind: 'text', likes: 3, caption: 'Bread' });
const subject = { handle: 'ida', id: '7' };

describe('an account', () => {
  test('its fullest telling, and its posts', () => {
    const full = user('ida', '7', { counts: { followers: 5, following: 6 } });
    expect(read([ida, full, bo, tweet('21')])).toEqual([
      { ...said, subject, profile: { id: '7', followers: 5, following: 6 }, posts: [told('21')] },
    ]);
    expect(read(tweet('21', {}, full))[0]?.profile).toEqual({ id: '7', followers: 5, following: 6 });
    expect(read({ ...tweet('21'), quoted: tweet('22') })[0]?.posts).toHaveLength(1);
  });

  test('by an id of the address', () => {
    const byId: Place = { platform: 'x', kind: 'profile', id: '7' };
    expect(read(ida, byId).map((reading) => reading.subject)).toEqual([subject]);
    expect(read(bo, byId)).toEqual([]);
  });

  const ids = (...tweets: Json[]) => read(tweets)[0]?.posts?.map(({ id }) => id) ?? [];
  test.each<[string, Json, boolean]>([
    ['another’s', tweet('21', {}, bo), false],
    ['a repost', tweet('21', { full_text: 'RT @bo: Rye' }), false],
    ['an answer to another', tweet('21', { in_reply_to_status_id_str: '9', in_reply_to_screen_name: 'bo' }), false],
    ['an answer to one’s own', tweet('21', { in_reply_to_status_id_str: '9', in_reply_to_screen_name: 'Ida' }), true],
    ['an answer to nobody known', tweet('21', { in_reply_to_status_id_str: '9' }), false],
    ['an answer by its name alone', tweet('21', { in_reply_to_screen_name: 'bo' }), false],
    ['of another conversation', tweet('21', { conversation_id_str: '9' }), false],
    ['without a conversation', tweet('21', { conversation_id_str: null }), true],
    ['without one, to a name', tweet('21', { conversation_id_str: null, full_text: '@bo Bread' }), false],
    ['with one, to a name', tweet('21', { full_text: '@bo Bread' }), true],
    ['without one, nor words', tweet('21', { conversation_id_str: null, full_text: 5 }), true],
    ['promoted', { promotedMetadata: {}, inner: tweet('21') }, false],
  ])('%s', (_, node, own) => expect(ids(node)).toEqual(own ? ['21'] : []));

  test('what is pinned: by its entry, or by the account', () => {
    const pinned = (...parts: Json[]) => read(parts)[0]?.posts?.map((one) => [one.id, one.pinned]);
    expect(pinned({ type: 'TimelinePinEntry', item: tweet('21') }, tweet('22'))).toEqual([
      ['21', true],
      ['22', undefined],
    ]);
    const pins = { pins: { tweet_ids_str: ['22'] } };
    expect(pinned(tweet('21'), tweet('22'), user('ida', '7', pins))).toEqual([
      ['21', undefined],
      ['22', true],
    ]);
    expect(pinned(tweet('22'), user('bo', '8', pins))).toEqual([['22', undefined]]);
  });

  describe('the order of a timeline', () => {
    const order = (tweets: Json[], url?: string) => read(tweets, profile, url)[0]?.postsOrder;
    const at = (id: string, number: number, more: JsonObject = {}) => tweet(id, { ...day(number), ...more });
    const UP = [at('21', 5), at('22', 6)];
    const DOWN = [at('22', 6), at('21', 5)];
    test.each([
      ['UserTweets', 'latest', 'top'],
      ['UserMedia', 'latest', 'top'],
      ['UserArticlesTweets', 'latest', 'top'],
      ['UserTweetsAndReplies', 'latest', 'top'],
      ['UserHighlightsTweets', 'top', 'top'],
      ['SearchTimeline', undefined, undefined],
    ])('%s', (name, down, up) => {
      const url = `https://x.com/i/api/graphql/q/${name}?x`;
      expect([order(DOWN, url), order(UP, url)]).toEqual([down, up]);
    });

    test('at two times at least, of what is the account’s, not pinned and starts no thread', () => {
      expect(order([at('21', 5)])).toBeUndefined();
      expect(order([at('21', 5), at('22', 5)])).toBe('latest');
      expect(order([at('21', 5), tweet('22')])).toBeUndefined();
      expect(order([tweet('20', day(1), bo), ...DOWN])).toBe('latest');
      expect(order([{ type: 'TimelinePinEntry', item: at('20', 1) }, ...DOWN])).toBe('latest');
      const answer = at('24', 9, { conversation_id_str: '20' });
      expect(order([at('20', 1), answer, ...DOWN])).toBe('latest');
      expect(order([at('20', 1), ...DOWN])).toBe('top');
      expect(order([at('24', 1, { conversation_id_str: '20' }), ...DOWN])).toBe('latest');
      expect(order([at('24', 1, { full_text: 'RT @bo: x', conversation_id_str: '20' }), ...DOWN])).toBe('top');
      expect(order([at('23', 7), at('22', 6), at('24', 9)])).toBe('top');
    });
  });
});

describe('a conversation', () => {
  const answer = (id: string, more: JsonObject = {}, author = bo) =>
    tweet(id, { conversation_id_str: '21', in_reply_to_status_id_str: '21', ...more }, author);
  const under = (...tweets: Json[]) => read(tweets, post)[0];
  const comments = (...tweets: Json[]) => under(tweet('21'), ...tweets)?.comments?.map(({ id }) => id) ?? [];

  test('the post, what others wrote under it and who they are', () => {
    const verified = user('bo', '8', { is_blue_verified: true });
    expect(under(tweet('21'), answer('31', { ...day(5), lang: 'en' }, verified))).toEqual({
      ...said,
      subject,
      profile: { id: '7' },
      posts: [told('21')],
      comments: [
        {
          id: '31',
          postId: '21',
          at: '2026-01-05T10:00:00Z',
          author: 'bo',
          text: 'Bread',
          lang: 'en',
          likes: 3,
          byCreator: false,
          authorVerified: true,
        },
      ],
      people: [{ handle: 'bo', relation: 'commenter', postId: '21', verified: true }],
    });
  });

  test('the creator is no commenter; answers to answers say so; who wrote several stands once', () => {
    const reading = under(
      tweet('21'),
      answer('31', {}, ida),
      answer('32', { in_reply_to_status_id_str: '31' }),
      answer('33', {}, user('BO', '8')),
    );
    expect(reading?.comments?.map(({ id, byCreator, replyTo }) => [id, byCreator, replyTo])).toEqual([
      ['31', true, undefined],
      ['32', false, '31'],
      ['33', false, undefined],
    ]);
    expect(reading?.people?.map(({ handle }) => handle)).toEqual(['BO']);
  });

  test('what is not under it', () => {
    expect(comments(answer('31', { conversation_id_str: null }))).toEqual([]);
    expect(comments(answer('31', { in_reply_to_status_id_str: null }))).toEqual([]);
    expect(comments(answer('31', { conversation_id_str: '40' }))).toEqual([]);
    expect(comments(tweet('40', {}, bo), answer('31', { conversation_id_str: '40' }))).toEqual([]);
    expect(comments(answer('31'))).toEqual(['31']);
    const inner = tweet('21', { conversation_id_str: '20' });
    expect(read([inner, answer('31', { conversation_id_str: '20' })], post)[0]?.comments).toHaveLength(1);
  });

  test('the post is the account’s, and no repost', () => {
    const posts = (...tweets: Json[]) => under(...tweets)?.posts?.map(({ id }) => id);
    expect(posts(tweet('21'), tweet('22'))).toEqual(['21']);
    expect(posts(tweet('21', {}, bo))).toBeUndefined();
    expect(posts(tweet('21', { full_text: 'RT @bo: x' }))).toBeUndefined();
  });
});

describe('followers', () => {
  const url = (name: string, asked = '') => `https://x.com/i/api/graphql/q/${name}?variables=${asked}`;
  const ENCODED = '%7B%22userId%22%3A%227%22%7D';
  const followers = { ...said, people: [{ handle: 'bo', relation: 'follower' }], peopleOrder: 'newest' };
  const people: Place = { ...profile, kind: 'people', tab: 'followers' };
  const last = (place: Place, address: string) => read([ida, bo], place, address).slice(1);

  test('of the id that was asked for, else of the address', () => {
    for (const asked of [ENCODED, '{"userId":"7"}', '%7b%22userid%22%3a%227%22%7d'])
      for (const name of ['Followers', 'BlueVerifiedFollowers'])
        expect(last(profile, url(name, asked)), asked).toEqual([{ ...followers, subject: { id: '7' } }]);
    expect(last(people, url('Followers'))).toEqual([{ ...followers, subject: { handle: 'ida' } }]);
    expect(last(profile, url('Followers'))).toEqual([]);
    expect(last(people, url('FollowersYouKnow'))).toEqual([]);
    expect(last(people, url('Following'))).toEqual([]);
    expect(last(people, url('NoFollowers'))).toEqual([]);
  });

  test('without the account itself', () => {
    const renamed = user('other', '7');
    expect(read([renamed, bo], profile, url('Followers', ENCODED))).toEqual([{ ...followers, subject: { id: '7' } }]);
    expect(read([ida], people, url('Followers'))).toHaveLength(1);
  });
});

describe('an account that is gone', () => {
  const url = (asked = '') => `https://x.com/i/api/graphql/q/UserByScreenName?variables=${asked}`;
  const gone = [{ ...said, subject: { handle: 'ida' }, gone: true }];
  const NAMED = '%7B%22screen_name%22%3A%22Ida%22%7D';

  test.each<[Json, string, boolean]>([
    [{ data: {} }, NAMED, true],
    [{ data: {} }, '{"screen_name":"ida"}', true],
    [{ data: {} }, '', false],
    [{ data: {} }, NAMED.replace('Ida', 'bo'), false],
    [{ data: { user: {} } }, NAMED, true],
    [{ data: { user: {} } }, '', true],
    [{ data: { user: {} } }, NAMED.replace('Ida', 'bo'), false],
    [{ data: { user: { result: { __typename: 'UserUnavailable' } } } }, '', true],
    [{ data: { user: { result: { __typename: 'User' } } } }, '', false],
    [{ data: { user: null } }, NAMED, false],
    [{ data: { other: {} } }, NAMED, false],
    [{ data: [] }, NAMED, false],
    [{}, NAMED, false],
  ])('%j asked by %s: %s', (document, asked, is) =>
    expect(read(document, profile, url(asked))).toEqual(is ? gone : []),
  );

  test('has a name in the address', () =>
    expect(read({ data: { user: {} } }, { platform: 'x', kind: 'profile', id: '7' }, url())).toEqual([]));
});

describe('an answer for another page', () => {
  const cy: Place = { platform: 'x', kind: 'profile', handle: 'cy' };
  const ahead = (document: Json, path: string) =>
    read(document, cy, `https://x.com/i/api/graphql/q/${path}`).map((found) => [
      found.subject,
      found.posts?.map(({ id }) => id),
      found.ahead,
    ]);

  test.each(['UserByScreenName', 'UserByRestId', 'AboutAccountQuery'])('%s', (name) => {
    expect(ahead([{}, ida], name)).toEqual([[subject, undefined, true]]);
    expect(ahead({}, name)).toEqual([]);
  });

  test('whose request names its id or its post', () => {
    const asked = (name: string, id: string) => `Any?variables=%7B%22${name}%22%3A%22${id}%22%7D`;
    expect(ahead(tweet('21'), asked('userId', '7'))).toEqual([[subject, ['21'], true]]);
    expect(ahead(tweet('21'), 'Any?variables={"userId":"7"}')).toEqual([[subject, ['21'], true]]);
    expect(ahead([tweet('22', {}, bo), tweet('21')], asked('focalTweetId', '21'))).toEqual([[subject, ['21'], true]]);
    expect(ahead(tweet('21'), asked('focalTweetId', '22'))).toEqual([]);
    expect(ahead(tweet('21'), asked('otherId', '7'))).toEqual([]);
    expect(ahead([ida, tweet('21')], 'Any')).toEqual([]);
  });
});
