/** The platforms that come with the install: all that the script on their pages has to carry. */
import { instagram } from './instagram/index';
import { lookupIn } from './lookup';
import type { PagePlatform } from './platform';
import { tiktok } from './tiktok/index';
import { x } from './x/index';
import { youtube } from './youtube/index';

export const installed: readonly PagePlatform[] = [instagram, tiktok, youtube, x];

export const { placeAt } = lookupIn(installed, []);
