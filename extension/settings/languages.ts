/** The languages that there are message files for; the name of each is its folder's in public/_locales. */
export const languages = ['en', 'es', 'pt', 'de', 'fr', 'ja', 'ar'] as const;

export type Language = (typeof languages)[number];

/** The language's name in itself: "Deutsch". */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
