/** The platforms as the script on their pages needs them. Their texts are read by registry.ts. */
import { shown } from '../.generated/platforms/shown';
import { lookupIn } from './lookup';

export const { placeAt } = lookupIn(shown);
