/** The invented account on X. */
import { xLook } from '../looks.ts';
import { type PageParts, STRICT_POLICY } from '../make.ts';
import { tideTweets } from '../sample-rows.ts';
import { xGraphql } from '../shapes.ts';
import { shell } from '../shells.ts';
import { AT, iso } from './clock.ts';

export function x(): PageParts {
  const created = (daysAgo: number) =>
    new Date(iso(daysAgo)).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4');
  const user = {
    __typename: 'User',
    id: 'VXNlcjoxNTAwMDAwMDAwMDAwMDAwMTIz',
    rest_id: '1500000000000000123',
    core: { created_at: 'Fri Mar 04 10:00:00 +0000 2022', name: 'Tide Tables', screen_name: 'tide_tables_x' },
    relationship_counts: { followers: 21874, following: 389 },
    tweet_counts: { tweets: 3120, media_tweets: 640 },
    action_counts: { favorites_count: 8412 },
    profile_bio: { description: 'Coastal weather, twice a day.' },
    location: { location: '' },
    is_blue_verified: false,
    privacy: { protected: false },
    verification: { verified: false },
    pinned_items: { tweet_ids_str: ['1900000000000000100'] },
  };
  const tweet = ([
    id,
    daysAgo,
    likes,
    replies,
    reposts,
    quotes,
    bookmarks,
    views,
    text,
  ]: (typeof tideTweets)[number]) => ({
    entryId: `tweet-${id}`,
    sortIndex: id,
    content: {
      entryType: 'TimelineTimelineItem',
      __typename: 'TimelineTimelineItem',
      itemContent: {
        itemType: 'TimelineTweet',
        __typename: 'TimelineTweet',
        tweetDisplayType: 'Tweet',
        tweet_results: {
          result: {
            __typename: 'Tweet',
            rest_id: id,
            core: { user_results: { result: user } },
            views: { count: String(views), state: 'EnabledWithCount' },
            source: 'web',
            legacy: {
              created_at: created(daysAgo),
              full_text: text,
              favorite_count: likes,
              reply_count: replies,
              retweet_count: reposts,
              quote_count: quotes,
              bookmark_count: bookmarks,
              lang: 'en',
              id_str: id,
              user_id_str: user.rest_id,
              conversation_id_str: id,
            },
          },
        },
      },
    },
  });
  const [pinned, ...others] = tideTweets.map(tweet);
  const answer = { data: { user: { result: user } } };
  const timeline = {
    data: {
      user: {
        result: {
          __typename: 'User',
          timeline: {
            timeline: {
              instructions: [
                { type: 'TimelineClearCache' },
                { type: 'TimelinePinEntry', entry: pinned },
                { type: 'TimelineAddEntries', entries: others },
              ],
              metadata: {},
            },
          },
        },
      },
    },
  };
  const asks = [
    xGraphql(
      'UserByScreenName',
      'xWw45l6nX7DP2FKRyePXSw',
      { screen_name: user.core.screen_name },
      JSON.stringify(answer),
    ),
    xGraphql('UserTweets', 'E8Wq-_jFSaU7hxVcuOPR9g', { userId: user.rest_id, count: 20 }, JSON.stringify(timeline)),
  ];
  return {
    url: 'https://x.com/tide_tables_x',
    at: AT,
    asks,
    policy: STRICT_POLICY,
    document: shell({ look: xLook(answer, timeline), title: 'Tide Tables (@tide_tables_x) / X', lang: 'en', asks }),
  };
}
