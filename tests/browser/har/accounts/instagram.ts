/** The invented account on Instagram. */
import { instagramLook } from '../looks.ts';
import { type PageParts, STRICT_POLICY } from '../make.ts';
import { bakerComments, bakerFollowers, bakerPosts } from '../sample-rows.ts';
import {
  instagramComments,
  instagramFollowers,
  instagramHeaderScript,
  instagramTimeline,
  type Json,
} from '../shapes.ts';
import { shell } from '../shells.ts';
import { AT, seconds } from './clock.ts';

export function instagram(): PageParts {
  const user = {
    pk: '50118800217',
    username: 'fernhollow.kitchen',
    full_name: 'Fern Hollow Kitchen',
    biography: 'Bread, broth and a very old stove. Recipes on Sundays.',
    follower_count: 48213,
    following_count: 612,
    media_count: 431,
    is_verified: false,
    is_private: false,
    bio_links: [],
    pronouns: [],
    account_badges: [],
  };
  const nodes: Json[] = bakerPosts.map(([code, daysAgo, kind, likes, comments, caption, mark], index) => ({
    pk: String(3_700_000_000_000_000_000n - BigInt(index) * 1_000_003n),
    id: `${3_700_000_000_000_000_000n - BigInt(index) * 1_000_003n}_${user.pk}`,
    code,
    taken_at: seconds(daysAgo),
    media_type: { photo: 1, video: 2, carousel: 8 }[kind],
    product_type: kind === 'video' ? 'clips' : 'feed',
    like_count: likes,
    comment_count: comments,
    caption: { text: caption, created_at: seconds(daysAgo) },
    usertags: null,
    coauthor_producers: [],
    like_and_view_counts_disabled: false,
    is_paid_partnership: mark === 'paid',
    user: { pk: user.pk, username: user.username, is_verified: false },
  }));
  const commented = [0, 1, 2].map((index) =>
    instagramComments(
      nodes[index],
      user,
      bakerComments
        .filter(([post]) => post === index)
        .map(([, author, text, likes, hours], at) => ({
          pk: String(18_000_000_000_000_000n + BigInt(index * 1000 + at)),
          text,
          created_at: seconds((bakerPosts[index]?.[1] ?? 0) - hours / 24),
          comment_like_count: likes,
          user: { pk: String(9_000_000_000 + at), username: author, is_verified: false },
        })),
    ),
  );
  const followers = instagramFollowers(
    user,
    bakerFollowers.map(([username, full_name, flags], index) => ({
      pk: String(7_000_000_000 + index),
      pk_id: String(7_000_000_000 + index),
      username,
      full_name,
      is_private: flags.includes('private'),
      is_verified: false,
      has_anonymous_profile_picture: flags.includes('nopicture'),
      profile_pic_url: 'data:,',
    })),
  );
  const asks = [...instagramTimeline(nodes, user, 'fetch'), ...commented, followers];
  const inline = [{ json: instagramHeaderScript(user), attributes: 'data-content-len="2048" data-sjs' }];
  const look = instagramLook(user, nodes);
  return {
    url: 'https://www.instagram.com/fernhollow.kitchen/',
    at: AT,
    asks,
    policy: STRICT_POLICY,
    document: shell({
      look,
      title: 'Fern Hollow Kitchen (@fernhollow.kitchen) • Instagram photos and videos',
      lang: 'en',
      asks,
      inline,
    }),
  };
}
