/** Which pages each platform has: the manifest, the switches and the content scripts are made from these lists. */
import { sites } from '../.generated/platforms/sites.ts';
import { domainsOf, isHostOf, permissionsOf, type Site } from './site.ts';

/** A platform with hosts of its own. */
export interface HostedSite extends Site {
  /** Where the scripts run: match patterns, as in the manifest. */
  matches: readonly string[];
  /** What the person is asked for, in the same form; it holds all of `matches`. */
  asked: readonly string[];
  /** Its own domains, as in 'x.com'. */
  domains: readonly string[];
}

function hosted(access: Site['access']): HostedSite[] {
  return (sites as readonly Site[])
    .filter((site) => site.access === access)
    .map((site) => {
      const permissions = permissionsOf(site);
      return {
        ...site,
        matches: permissions.flatMap(({ matches }) => matches),
        asked: permissions.map(({ asked }) => asked),
        domains: domainsOf(site),
      };
    });
}

/** These come with the install. */
export const installedSites: readonly HostedSite[] = hosted('install');

/** These are asked for by a click, each alone; one that no reader knows yet is not offered. */
export const optionalSites: readonly HostedSite[] = hosted('permission');

/** The site that an address belongs to, readable or not; null for every other address. */
export function siteAt(
  address: string,
  among: readonly HostedSite[] = [...installedSites, ...optionalSites],
): HostedSite | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:') return null;
  return among.find((site) => isHostOf(site, url.host)) ?? null;
}

/** What is known of a platform by its name. */
export function siteNamed(platform: Site['platform']): Site | undefined {
  return (sites as readonly Site[]).find((site) => site.platform === platform);
}
