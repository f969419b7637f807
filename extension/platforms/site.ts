/**
 * What is known of a platform without reading a page: its folder's site.ts. All lists of platforms are made from these
 * files (tools/generate-platforms.ts) in the order of wasm/data/platforms.tsv. They import nothing but these types: the
 * observer takes the responses alone.
 */
import type { PlatformName } from '../reading/reading';

/** Each of the names before each of the domains: '@ www m' and 'x.com twitter.com' are six hosts. */
export interface Hosts {
  /** Separated by spaces; '@' is the domain alone, '*' alone any name before it, or none. */
  names: string;
  /** Separated by spaces. */
  domains: string;
}

export interface Site {
  platform: PlatformName;
  /**
   * `install`: read from the install on. `permission`: asked for by a click, and lasts. `click`: on no list of hosts;
   * read once on the page where the person clicks.
   */
  access: 'install' | 'permission' | 'click';
  /** Hosts whose pages the readers read, with those of all countries and languages. Every other host under these domains is nobody's page. */
  hosts: readonly Hosts[];
  /** A profile's address. */
  example: string;
  /** Some accounts have no handle: their immutable id stands for it. */
  nameless?: true;
  /** Counts are printed with the digits cut, not rounded. */
  cutsDigits?: true;
  /** Logged out, it lists an account's most liked posts, whatever the list is called. */
  favouritesLoggedOut?: true;
}

/** Responses that the observer may read: at these hosts and below them, where the path, without its query, contains one of these. */
export interface Responses {
  /** `any`: every host that no other platform names; the observer runs there only after the person's click. */
  hosts: readonly string[] | 'any';
  paths: readonly string[];
}

/** Which fields of a snapshot a platform shows where: 'posts', 'posts[].likes', 'profile.createdAt' … */
export interface Shows {
  /**
   * What the header of each profile and each post of it hold: where they come without, its reader found nothing, and the page
   * may have changed. Of all else the absence says nothing of the reading.
   */
  always: readonly string[];
  /** The profile's tabs that list its posts, where it has any; '' is the address without a tab. */
  lists?: readonly string[];
  /** Tabs that show some of the posts, chosen by the account: expected only where the header counts any. */
  listsCounted?: readonly string[];
  /** Shown nowhere on the platform's pages: the table of what is read says so. */
  never?: readonly string[];
  /** In the platform's JSON, but not printed on the rendered page. */
  notRendered?: readonly string[];
  /** Shown only to whom is logged in. */
  behindLogin?: readonly string[];
  /** Kinds of posts without views. */
  viewless?: readonly string[];
  /** Some lists hold the views of a post, and no other count of it. */
  viewsAlone?: true;
}

const listed = (text: string) => text.split(' ');

/** Whether a host's pages are this platform's. */
export function isHostOf({ hosts }: Pick<Site, 'hosts'>, host: string): boolean {
  return hosts.some(({ names, domains }) =>
    listed(domains).some((domain) => {
      if (host !== domain && !host.endsWith(`.${domain}`)) return false;
      return names === '*' || listed(names).includes(host.slice(0, -domain.length - 1) || '@');
    }),
  );
}

/** The platform's own domains, as in 'x.com'; none for a platform of any host. */
export function domainsOf({ hosts }: Pick<Site, 'hosts'>): string[] {
  return [...new Set(hosts.flatMap(({ domains }) => listed(domains)))];
}

/** With more hosts of a domain than this the whole of it is asked for: the browser names each one in its question. */
const MOST_HOSTS_ASKED = 8;

/** What the browser is asked for, and on which pages the scripts then run. Match patterns, as in the manifest. */
export function permissionsOf({ hosts }: Pick<Site, 'hosts'>): { asked: string; matches: string[] }[] {
  return hosts.flatMap(({ names, domains }) =>
    listed(domains).flatMap((domain) => {
      const matches = listed(names).map((name) => `https://${name === '@' ? '' : `${name}.`}${domain}/*`);
      return matches.length > MOST_HOSTS_ASKED
        ? [{ asked: `https://*.${domain}/*`, matches }]
        : matches.map((match) => ({ asked: match, matches: [match] }));
    }),
  );
}
