/** Every host that a platform's site.ts names is tried: its pages are read, its scripts run there, its answers are heard. */
import { describe, expect, test } from 'vitest';
import { installedSites, optionalSites, siteAt } from '../../../extension/platforms/pages';
import { placeAt } from '../../../extension/platforms/registry';
import { isListed } from '../../../extension/platforms/responses';
import { permissionsOf, type Responses, type Site } from '../../../extension/platforms/site';

const sites = [...installedSites, ...optionalSites];

/** Each host of a site, written out; a host of any name stands for one invented name and for the domain alone. */
function hostsOf({ hosts }: Pick<Site, 'hosts'>): string[] {
  return hosts.flatMap(({ names, domains }) =>
    domains
      .split(' ')
      .flatMap((domain) =>
        (names === '*' ? '@ someone' : names).split(' ').map((name) => (name === '@' ? domain : `${name}.${domain}`)),
      ),
  );
}

/** Whether a match pattern, 'https://host/*' or 'https://*.host/*', holds a host, as the browsers say. */
function holds(pattern: string, host: string): boolean {
  const [, any, wanted] = /^https:\/\/(\*\.)?([a-z.-]+)\/\*$/.exec(pattern) ?? [];
  return host === wanted || (any !== undefined && host.endsWith(`.${wanted}`));
}

describe.each(sites.map((site) => [site.platform, site] as const))('%s', (platform, site) => {
  const hosts = hostsOf(site);

  test(`its ${hosts.length} hosts are its own`, async () => {
    const file = (await import(`../../../extension/platforms/${platform}/site.ts`)) as { responses?: Responses };
    const domains = file.responses?.hosts;
    const answered = domains !== 'any' && domains?.some((domain) => hosts.includes(domain));
    for (const host of hosts) {
      const address = new URL(site.example);
      address.hostname = host;
      expect(siteAt(address.href), host).toBe(site);
      expect(site.matches.filter((pattern) => holds(pattern, host)).length, host).toBe(1);
      expect(
        site.asked.some((pattern) => holds(pattern, host)),
        host,
      ).toBe(true);
      // A publication's host has no address of a writer.
      if (site.hosts[0]?.names === '*' && host !== site.domains[0]) address.pathname = '/';
      expect(placeAt(address.href)?.platform.site, host).toBe(placeAt(site.example)?.platform.site);
      if (answered) expect(isListed(`https://${host}${file.responses?.paths[0]}`), host).toBe(true);
    }
  });

  test('other hosts under its domains are nobody’s', () => {
    if (site.hosts.some(({ names }) => names === '*')) return;
    for (const domain of site.domains) {
      const address = `https://help.${domain}${new URL(site.example).pathname}`;
      expect(siteAt(address)).toBeNull();
      expect(placeAt(address)).toBeNull();
    }
  });

  test('is asked for in few patterns, and the scripts run on the listed hosts alone', () => {
    for (const { asked, matches } of permissionsOf(site)) {
      expect(matches.every((match) => holds(asked, new URL(match.replace('*.', '')).hostname))).toBe(true);
      if (asked.includes('*') && matches.length > 1) expect(matches.some((match) => match.includes('*.'))).toBe(false);
    }
  });
});

test('no two platforms share a host', () => {
  const all = sites.flatMap(hostsOf);
  expect(new Set(all).size).toBe(all.length);
});
