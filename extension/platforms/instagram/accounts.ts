/** Instagram's users with counts, in each generation of names. */
import type { Profile } from '../../.generated/snapshot';
import { exactCount } from '../../reading/counts';
import { get, type Json, type JsonObject, known } from '../../reading/shape';
import { readLink, readName, sameName, readText as textIn } from '../../reading/text';

export interface Account {
  handle: string | undefined;
  id: string | undefined;
  profile: Omit<Profile, 'handle'>;
}

/** Whether a named account is the owner. */
export function matches(
  owner: { handle?: string | undefined; id?: string | undefined },
  account: { handle?: string | undefined; id?: string | undefined },
): boolean {
  if (owner.handle !== undefined && account.handle !== undefined) return sameName(owner.handle, account.handle);
  return owner.id !== undefined && owner.id === account.id;
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
    profile: known({
      id,
      displayName: textIn(node['full_name']),
      bio: textIn(node['biography']),
      category: textIn(node['category_name'] ?? node['category'] ?? node['business_category_name']),
      links: linksOf(node),
      followers,
      following: exactCount(node['following_count']) ?? exactCount(get(node, 'edge_follow', 'count')),
      posts: exactCount(node['media_count']) ?? exactCount(get(node, 'edge_owner_to_timeline_media', 'count')),
      verified: flagOf(node['is_verified']),
      private: flagOf(node['is_private']),
      business: business.length ? business.includes(true) : undefined,
    }),
  };
}

/** What a post says of its author: no counts. */
export function signsOf(node: JsonObject): Omit<Profile, 'handle'> {
  return known({
    id: idOf(node),
    displayName: textIn(node['full_name']),
    verified: flagOf(node['is_verified']),
    private: flagOf(node['is_private']),
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

export function flagOf(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
