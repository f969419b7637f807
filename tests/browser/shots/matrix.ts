/** Which pictures there are: every surface in every state, scheme and direction; and which of them are kept as references. */

/** The states that every surface with an answer can be in, and rarer ones. */
export const MAIN_STATES = ['clear', 'question', 'unusual', 'not-enough', 'refusal', 'reading', 'error'] as const;
export const RARE_STATES = [
  'nothing-seen',
  'far-below',
  'far-above',
  'no-peers',
  'visited-peers',
  'followers',
  'stale',
  'no-posts',
  'views-only',
] as const;
export const ANSWERING = ['badge', 'card', 'panel', 'popup', 'report'] as const;

export type Surface = (typeof ANSWERING)[number] | 'welcome' | 'options' | 'list' | 'about';
export type Scheme = 'light' | 'dark' | 'forced';

export interface Shot {
  surface: Surface;
  state: string;
  /** `forced`: forced colours, as in Windows' high contrast; Chromium only. */
  scheme: Scheme;
  /** English stands for left-to-right, Arabic for right-to-left. */
  language: string;
  /** A window of 320 px: 400 % zoom of one of 1280 px. */
  narrow?: boolean;
}

const own: Record<string, readonly string[]> = {
  panel: ['nothing'],
  popup: ['nothing'],
  report: ['gone'],
  welcome: ['clear', 'reading', 'error'],
  options: ['rest', 'question'],
  list: ['rest', 'empty', 'compare', 'curves', 'one-reading'],
  about: ['rest'],
};

export const statesOf = (surface: Surface): readonly string[] => [
  ...((ANSWERING as readonly string[]).includes(surface) ? [...MAIN_STATES, ...RARE_STATES] : []),
  ...(own[surface] ?? []),
];

export const SURFACES: readonly Surface[] = [...ANSWERING, 'welcome', 'options', 'list', 'about'];
/** The languages beside the two that stand for the directions. */
export const OTHER_LANGUAGES = ['de', 'es', 'fr', 'ja', 'pt'] as const;
export const LANGUAGES: readonly string[] = ['en', 'ar', ...OTHER_LANGUAGES];

const script = ({ language }: Shot) => (language === 'en' ? 'ltr' : language === 'ar' ? 'rtl' : language);

/** "card-unusual-dark-rtl": the picture's file name, and what --only looks in. */
export const nameOf = (shot: Shot) =>
  [shot.surface, shot.state, shot.scheme, script(shot), shot.narrow && '320'].filter(Boolean).join('-');

/** The contact sheet that a picture belongs to. */
export const sheetOf = (shot: Shot) =>
  shot.narrow
    ? `${shot.surface}-narrow`
    : shot.scheme === 'forced'
      ? 'forced-colours'
      : `${shot.surface}-${shot.scheme}-${script(shot)}`;

/** The sheet of the few pictures that stand for the other languages. */
export const languagesSheetOf = (shot: Shot) =>
  !shot.narrow && script(shot) === shot.language ? `${shot.surface}-languages` : sheetOf(shot);

/** Every surface in every state, scheme and one of these languages, each of which has its direction. */
export function wholeProduct(languages: readonly string[]): Shot[] {
  return SURFACES.flatMap((surface) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      languages.flatMap((language) => statesOf(surface).map((state) => ({ surface, state, scheme, language }))),
    ),
  );
}

/** All pictures: the whole product of surface, state, scheme and direction; then the other languages, widths and colours. */
export function allShots(): Shot[] {
  const shots = wholeProduct(['en', 'ar']);
  for (const surface of ['badge', 'card', 'popup', 'report', 'options', 'list'] as const)
    for (const language of OTHER_LANGUAGES) {
      const state = surface === 'options' || surface === 'list' ? 'rest' : 'unusual';
      shots.push({ surface, state, scheme: 'light', language });
      if (surface === 'badge') shots.push({ surface, state: 'not-enough', scheme: 'light', language });
    }
  for (const surface of SURFACES) {
    const state =
      surface === 'welcome' ? 'clear' : (ANSWERING as readonly string[]).includes(surface) ? 'unusual' : 'rest';
    shots.push({ surface, state, scheme: 'forced', language: 'en' });
    for (const language of ['en', 'ar']) shots.push({ surface, state, scheme: 'light', language, narrow: true });
  }
  return shots;
}

/**
 * The pictures that are kept: each surface with each main state, and schemes and directions dealt out so that each of
 * both meets each surface and each state. The about page, one paragraph, has one picture.
 */
export function references(): Shot[] {
  const shots: Shot[] = ANSWERING.flatMap((surface, row) =>
    MAIN_STATES.map((state, column) => ({
      surface,
      state,
      scheme: (['light', 'dark'] as const)[(row + column) % 2] ?? 'light',
      language: Math.floor((row + column) / 2) % 2 === 0 ? 'en' : 'ar',
    })),
  );
  return [
    ...shots,
    { surface: 'welcome', state: 'clear', scheme: 'light', language: 'en' },
    { surface: 'welcome', state: 'clear', scheme: 'dark', language: 'ar' },
    { surface: 'options', state: 'question', scheme: 'light', language: 'ar' },
    { surface: 'options', state: 'rest', scheme: 'dark', language: 'en' },
    { surface: 'about', state: 'rest', scheme: 'dark', language: 'ar' },
  ];
}
