/** The keys of the message files, taken from the English one, so that a missing message is a type error. */
import type english from '../public/_locales/en/messages.json';

type English = typeof english;
type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

export type MessageKey = Exclude<keyof English, `${string}_${Form}`>;
/** A message with plural forms, named without the form. */
export type PluralKey = keyof English extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;
export type MessageFile = Readonly<Record<string, { readonly message: string; readonly description?: string }>>;
