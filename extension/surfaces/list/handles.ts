/** Handles and addresses of creators, as people paste them: a queue of profiles to be opened one after the other. Nothing is fetched. */

import { placeAt } from '../../platforms/located';
import { namespaceOf } from '../../platforms/namespace';
import { siteNamed } from '../../platforms/pages';
import type { PlatformName } from '../../reading/reading';
import type { CreatorName } from '../../vetting/shortlist';
import { readTable } from '../../vetting/spreadsheet';

export interface Handles {
  found: CreatorName[];
  /** What is neither an address of a profile nor a handle, as written. */
  unclear: string[];
}

/** Handles that one paste brings at most. */
const MOST = 1000;
const HANDLE = /^@?([\p{L}\p{N}][\p{L}\p{N}._-]{0,99})$/u;

/** The account that an address shows; undefined where it shows none. */
function atAddress(text: string): CreatorName | undefined {
  const url = /^https?:\/\//i.test(text) ? text.replace(/^http:/i, 'https:') : `https://${text}`;
  const found = placeAt(url)?.place;
  if (!found?.handle || found.kind === 'post') return undefined;
  const { platform, handle } = found;
  const place = namespaceOf({ schema: 'plumb.snapshot/1', platform, url, profile: { handle, id: handle } });
  return place ? { ...place, handle, url } : undefined;
}

/** The account of that name on a platform with one name space for all. */
function named(handle: string, platform: PlatformName): CreatorName | undefined {
  const example = siteNamed(platform)?.example;
  if (!example?.includes('name')) return undefined;
  const at = example.lastIndexOf('name');
  const rest = example.slice(at + 'name'.length);
  // A handle that is a whole domain has its own end.
  return atAddress(example.slice(0, at) + handle + (handle.includes('.') ? rest.replace(/^\.[\w.]+/, '') : rest));
}

function one(text: string, platform: PlatformName): CreatorName | undefined {
  if (text.includes('/')) return atAddress(text);
  const handle = HANDLE.exec(text)?.[1];
  return handle === undefined ? undefined : named(handle, platform);
}

/**
 * Reads a paste, or a file with columns of the names that our own files have.
 * @param platform of handles that name none
 */
export function readHandles(text: string, platform: PlatformName): Handles {
  const table = readTable(text);
  const rows = 'rows' in table ? table.rows : [];
  const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const [ofHandle, ofPlatform, ofUrl] = ['handle', 'platform', 'profile_url'].map((name) => head.indexOf(name)) as [
    number,
    number,
    number,
  ];
  const isTable = ofHandle >= 0 || ofUrl >= 0;
  const asked: [text: string, platform: PlatformName][] = isTable
    ? rows
        .slice(1)
        .map((row) => [
          (row[ofUrl] || row[ofHandle] || '').trim(),
          siteNamed(row[ofPlatform]?.trim().toLowerCase() as PlatformName)?.platform ?? platform,
        ])
    : text.split(/[\s,;]+/).map((part) => [part.trim(), platform]);
  const found = new Map<string, CreatorName>();
  const unclear: string[] = [];
  for (const [part, of] of asked.filter(([part]) => part !== '').slice(0, MOST)) {
    const creator = one(part, of);
    if (creator) found.set(`${creator.platform} ${creator.host} ${creator.handle.toLowerCase()}`, creator);
    else unclear.push(part.slice(0, 100));
  }
  return { found: [...found.values()], unclear };
}
