/** The platforms that come with the install: all that the script on their pages has to carry. */
import { installed } from '../.generated/platforms/installed';
import { lookupIn } from './lookup';

export const { placeAt } = lookupIn(installed);
