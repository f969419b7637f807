/** The platforms with all their readers, for the background. A page's script carries none that reads texts: shown.ts. */
import { readers } from '../.generated/platforms/readers';
import { shown } from '../.generated/platforms/shown';
import { lookupIn, quiet } from './lookup';
import type { PagePlatform, Platform } from './platform';

/** A platform without a file of texts says nothing in texts that could be read. */
function withReader(platform: PagePlatform): Platform {
  const ofTexts: Readonly<Record<string, Platform['readPageText']>> = readers;
  return { ...platform, readPageText: quiet(ofTexts[platform.site.platform] ?? (() => []), []) };
}

export const platforms: readonly Platform[] = shown.map(withReader);

export const { placeAt, platformAt } = lookupIn(platforms);
