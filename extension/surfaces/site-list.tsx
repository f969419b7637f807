/** @jsxImportSource preact */
/** The sites: a switch for each that is allowed, one click for each that is not yet. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type HostedSite, installedSites, optionalSites } from '../platforms/pages';
import type { PlatformName } from '../reading/reading';
import { allowedHosts, dropHost, requestHosts } from '../settings/granted';
import type { Settings } from '../settings/settings';
import { settings as stored } from '../settings/stored';
import type { Words } from '../views/words';
import { readablePlatforms } from './follow-tab';
import type { PageProps } from './mount';
import { platformName, Switch } from './parts';

export function setSite(platform: PlatformName, on: boolean, { off }: Settings): Promise<Settings> {
  const others = off.filter((one) => one !== platform);
  return stored.change({ off: on ? others : [...others, platform] });
}

/** Asks the browser, which asks the person; to be called in a click. */
export function requestSite({ asked, matches }: HostedSite): Promise<boolean> {
  return requestHosts(asked, matches);
}

interface Known {
  granted: readonly string[];
  /** On no list, and allowed. */
  hosts: readonly string[];
  readable: readonly PlatformName[];
}

function useKnown(): Known | undefined {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    const look = async () => {
      const [{ origins = [] }, hosts, readable] = await Promise.all([
        browser.permissions.getAll(),
        allowedHosts(),
        readablePlatforms(),
      ]);
      setKnown({ granted: origins, hosts, readable });
    };
    const soon = () => void look();
    browser.permissions.onAdded.addListener(soon);
    browser.permissions.onRemoved.addListener(soon);
    soon();
    return () => {
      browser.permissions.onAdded.removeListener(soon);
      browser.permissions.onRemoved.removeListener(soon);
    };
  }, []);
  return known;
}

/** The sites under their title. */
export function Sites({ words, settings }: PageProps) {
  return (
    <section class="panel">
      <h2>{words.text('sites_title')}</h2>
      <p class="note">{words.text('sites_note')}</p>
      <SiteList words={words} settings={settings} />
    </section>
  );
}

function SiteList({ words, settings }: PageProps) {
  const known = useKnown();
  const optional = known ? optionalSites.filter(({ platform }) => known.readable.includes(platform)) : [];
  const isGranted = ({ asked }: HostedSite) => asked.every((pattern) => known?.granted.includes(pattern));
  const listed = [...installedSites, ...optional.filter(isGranted)];
  return (
    <ul class="switches">
      {listed.map(({ platform, domains }) => (
        <li key={platform}>
          <Switch
            label={platformName(platform, words)}
            note={listedDomains(domains)}
            on={!settings.off.includes(platform)}
            onChange={(on) => void setSite(platform, on, settings)}
          />
        </li>
      ))}
      {optional
        .filter((site) => !isGranted(site))
        .map((site) => (
          <li key={site.platform} class="site">
            <span>
              {platformName(site.platform, words)}
              <small>{listedDomains(site.domains)}</small>
            </span>
            <button type="button" onClick={() => void requestSite(site)}>
              {words.text('site_allow', { platform: platformName(site.platform, words) })}
            </button>
          </li>
        ))}
      {known?.hosts.map((host) => (
        <li key={host}>
          <HostSwitch host={host} words={words} />
        </li>
      ))}
    </ul>
  );
}

/** A host of no list that the person has allowed: switched off, the permission is given back. */
export function HostSwitch({ host, words }: { host: string; words: Words }) {
  return <Switch label={host} note={words.text('host_note')} on onChange={(on) => void (on || dropHost(host))} />;
}

/** "x.com, twitter.com": where it reads. Of a platform with a domain in each country the first stands for all. */
function listedDomains(domains: readonly string[]): string {
  return domains.length > 3 ? `${domains[0]} …` : domains.join(', ');
}
