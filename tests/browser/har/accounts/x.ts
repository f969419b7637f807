/** The invented account on X, and others like it. */
import { xLook } from '../looks.ts';
import { type PageParts, STRICT_POLICY } from '../make.ts';
import { tideTweets } from '../sample-rows.ts';
import { xGraphql } from '../shapes.ts';
import { shell } from '../shells.ts';
import { AT, iso } from './clock.ts';

interface Account {
  handle: string;
  name: string;
  id: string;
  followers: number;
  /** Its posts' counts, as a share of the first account's. */
  reach: number;
}

const tides: Account = {
  handle: 'tide_tables_x',
  name: 'Tide Tables',
  id: '1500000000000000123',
  followers: 21874,
  reach: 1,
};

/** @param index from 1 on: another account of about the same size, of whose followers far fewer look */
export const neighbourOnX = (index: number): PageParts =>
  x({
    handle: `harbour_log_${index}`,
    name: `Harbour Log ${index}`,
    id: `15000000000000002${String(index).padStart(2, '0')}`,
    followers: 14_000 + 2_300 * index,
    reach: 0.06 + 0.01 * index,
  });

export function x({ handle, name, id: userId, followers, reach }: Account = tides): PageParts {
  const created = (daysAgo: number) =>
    new Date(iso(daysAgo)).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4');
  // No two accounts have the same post.
  const postId = (row: string) => String(BigInt(row) + (BigInt(userId) - BigInt(tides.id)) * 1000n);
  const user = {
    __typename: 'User',
    id: btoa(`User:${userId}`),
    rest_id: userId,
    core: { created_at: 'Fri Mar 04 10:00:00 +0000 2022', name, screen_name: handle },
    relationship_counts: { followers, following: 389 },
    tweet_counts: { tweets: 3120, media_tweets: 640 },
    action_counts: { favorites_count: 8412 },
    profile_bio: { description: 'Coastal weather, twice a day.' },
    location: { location: '' },
    is_blue_verified: false,
    privacy: { protected: false },
    verification: { verified: false },
    pinned_items: { tweet_ids_str: [postId('1900000000000000100')] },
  };
  const scaled = (count: number) => Math.round(count * reach);
  const tweet = ([
    row,
    daysAgo,
    likes,
    replies,
    reposts,
    quotes,
    bookmarks,
    views,
    text,
  ]: (typeof tideTweets)[number]) => {
    const id = postId(row);
    return {
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
              views: { count: String(scaled(views)), state: 'EnabledWithCount' },
              source: 'web',
              legacy: {
                created_at: created(daysAgo),
                full_text: text,
                favorite_count: scaled(likes),
                reply_count: scaled(replies),
                retweet_count: scaled(reposts),
                quote_count: scaled(quotes),
                bookmark_count: scaled(bookmarks),
                lang: 'en',
                id_str: id,
                user_id_str: user.rest_id,
                conversation_id_str: id,
              },
            },
          },
        },
      },
    };
  };
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
    url: `https://x.com/${handle}`,
    at: AT,
    asks,
    policy: STRICT_POLICY,
    document: shell({ look: xLook(answer, timeline), title: `${name} (@${handle}) / X`, lang: 'en', asks }),
  };
}
