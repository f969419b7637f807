/** What a platform's page would show of a captured response: only for the shells' looks, never for expectations. */

import { type Json, printed } from './shapes.ts';
import type { Look, Tile } from './shells.ts';

export function youtubeLook(browse: Json): Look {
  const header = browse.header?.pageHeaderRenderer?.content?.pageHeaderViewModel;
  const about = browse.metadata?.channelMetadataRenderer ?? {};
  const rows = (header?.metadata?.contentMetadataViewModel?.metadataRows ?? []).map((row: Json) =>
    row.metadataParts.map((part: Json) => String(part.text?.content ?? '')),
  );
  const tabs = browse.contents?.twoColumnBrowseResultsRenderer?.tabs ?? [];
  const items = tabs
    .flatMap((tab: Json) => tab.tabRenderer?.content?.richGridRenderer?.contents ?? [])
    .map((item: Json) => item.richItemRenderer?.content ?? {});
  const tiles: Tile[] = items.flatMap((item: Json): Tile[] => {
    const video = item.videoRenderer;
    if (video)
      return [
        {
          href: `/watch?v=${video.videoId}`,
          caption: video.title?.runs?.[0]?.text ?? '',
          shown: `${video.viewCountText?.simpleText ?? ''}\n${video.publishedTimeText?.simpleText ?? ''}`,
        },
      ];
    const lockup = item.lockupViewModel;
    const parts =
      lockup?.metadata?.lockupMetadataViewModel?.metadata?.contentMetadataViewModel?.metadataRows?.[0]?.metadataParts ??
      [];
    return lockup
      ? [
          {
            href: `/watch?v=${lockup.contentId}`,
            caption: lockup.metadata.lockupMetadataViewModel.title.content,
            shown: parts.map((part: Json) => part.text.content).join('\n'),
          },
        ]
      : [];
  });
  return {
    platform: 'youtube',
    handle: String(rows[0]?.[0] ?? '').replace(/^@/, ''),
    name: about.title ?? '',
    bio: String(about.description ?? '').slice(0, 120),
    followers: { text: rows[1]?.[0] ?? '' },
    posts: rows[1]?.[1] ?? '',
    tiles,
  };
}

export function instagramLook(user: Json, nodes: readonly Json[]): Look {
  return {
    platform: 'instagram',
    handle: user.username,
    name: user.full_name,
    bio: user.biography,
    verified: user.is_verified,
    followers: { text: printed(user.follower_count), exact: user.follower_count.toLocaleString('en-US') },
    following: user.following_count.toLocaleString('en-US'),
    ...(user.media_count === undefined ? {} : { posts: user.media_count.toLocaleString('en-US') }),
    tiles: nodes
      .slice(0, 24)
      .map((node) => ({ href: `/${user.username}/p/${node.code}/`, caption: node.caption?.text ?? '' })),
  };
}

export function xLook(answer: Json, timeline?: Json): Look {
  const user = answer.data.user.result;
  const instructions: Json[] = timeline?.data.user.result.timeline.timeline.instructions ?? [];
  const entries = instructions.flatMap((instruction) =>
    instruction.entry ? [{ ...instruction.entry, pinned: true }] : (instruction.entries ?? []),
  );
  const tiles = entries.flatMap((entry: Json): Tile[] => {
    const found = entry.content?.itemContent?.tweet_results?.result;
    const tweet = found?.tweet ?? found;
    if (!tweet?.legacy || tweet.legacy.retweeted_status_result) return [];
    const { favorite_count, reply_count, retweet_count, bookmark_count, created_at, full_text } = tweet.legacy;
    const label = `${reply_count} replies, ${retweet_count} reposts, ${favorite_count} likes, ${bookmark_count} bookmarks, ${tweet.views?.count ?? 0} views`;
    return [
      {
        href: `/${user.core.screen_name}/status/${tweet.rest_id}`,
        caption: full_text,
        label,
        at: new Date(created_at).toISOString(),
        pinned: !!entry.pinned,
      },
    ];
  });
  return {
    platform: 'x',
    handle: user.core.screen_name,
    name: user.core.name,
    bio: user.profile_bio?.description ?? '',
    verified: user.is_blue_verified,
    followers: { text: printed(user.relationship_counts.followers) },
    following: printed(user.relationship_counts.following),
    tiles: tiles.slice(0, 12),
  };
}
