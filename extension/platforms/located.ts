/** Whose page an address is, for pages of ours that read none: without the readers, which weigh more than such a page. */
import { addresses } from '../.generated/platforms/addresses';
import { sites } from '../.generated/platforms/sites';
import { lookupAmong } from './lookup';

export const { placeAt } = lookupAmong(sites.map((site) => ({ site, locate: addresses[site.platform] })));
