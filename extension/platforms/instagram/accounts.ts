/** Instagram's users with counts, in each generation of names. */
import { exactCount } from '../../reading/counts';
import { makeProfile, type ProfileFields } from '../../reading/factories';
import { booleanOf, get, type JsonObject } from '../../reading/shape';
import { cleanText, readLink, readName } from '../../reading/text';

export interface Account {
  handle: string | undefined;
  id: string | undefined;
  profile: ProfileFields;
}

/** A user with a follower count. */
export function accountOf(node: JsonObject): Account | null {
  const followers = exactCount(node['follower_count']) ?? exactCount(get(node, 'edge_followed_by', 'count'));
  if (followers === undefined) return null;
  const handle = readName(node['username']);
  const id = idOf(node);
  if (handle === undefined && id === undefined) return null;
  const business = [node['is_business'], node['is_business_account'], node['is_professional_account']].filter(
    (flag) => typeof flag === 'boolean',
  );
  return {
    handle,
    id,
    profile: makeProfile({
      id,
      displayName: cleanText(node['full_name']),
      bio: cleanText(node['biography']),
      category: cleanText(node['category_name'] ?? node['category'] ?? node['business_category_name']),
      links: linksOf(node),
      followers,
      following: exactCount(node['following_count']) ?? exactCount(get(node, 'edge_follow', 'count')),
      posts: exactCount(node['media_count']) ?? exactCount(get(node, 'edge_owner_to_timeline_media', 'count')),
      verified: booleanOf(node['is_verified']),
      private: booleanOf(node['is_private']),
      business: business.length ? business.includes(true) : undefined,
    }),
  };
}

/** What a post says of its author: no counts. */
export function signsOf(node: JsonObject): ProfileFields {
  return makeProfile({
    id: idOf(node),
    displayName: cleanText(node['full_name']),
    verified: booleanOf(node['is_verified']),
    private: booleanOf(node['is_private']),
  });
}

function linksOf(node: JsonObject): string[] | undefined {
  const links = new Set<string>();
  const listed = Array.isArray(node['bio_links']) ? node['bio_links'] : [];
  for (const link of [...listed.map((entry) => get(entry, 'url')), node['external_url']]) {
    const url = readLink(link);
    if (url && links.size < 20) links.add(url);
  }
  return links.size ? [...links] : undefined;
}

export function idOf(node: JsonObject | undefined): string | undefined {
  return node && (readName(node['pk']) ?? readName(node['id']) ?? readName(node['pk_id']));
}
