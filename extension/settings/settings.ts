/** What the person has chosen. One record in local storage, read and written here only. */
import { installedSites, optionalSites } from '../platforms/pages.ts';
import type { PlatformName } from '../reading/reading.ts';
import { type Language, languages } from './languages.ts';

export interface Settings {
  /** Platforms that are switched off: nothing is read and nothing is drawn there. */
  readonly off: readonly PlatformName[];
  /** A click on the badge opens the report in a tab instead of the card. */
  readonly badgeOnly: boolean;
  /** Language of the words; null follows the browser. */
  readonly language: Language | null;
  /** ISO 4217 code of the money that fees are written in; null follows the browser's region. */
  readonly currency: string | null;
  /** The first-run page was opened. */
  readonly firstRunSeen: boolean;
  /** Who last decided something on a list. */
  readonly decidedBy: string;
  /** Single letters do something on the list. */
  readonly letterKeys: boolean;
  /** The person's own mark: one emoji, in badge and card; '' before one was chosen. */
  readonly mark: string;
}

export const defaultSettings: Settings = {
  off: [],
  badgeOnly: false,
  language: null,
  currency: null,
  firstRunSeen: false,
  decidedBy: '',
  letterKeys: true,
  mark: '',
};

/** Longest name that is kept, UTF-16 code units. */
const NAME = 200;

const platforms: readonly PlatformName[] = [...installedSites, ...optionalSites].map(({ platform }) => platform);

/** What is stored as settings: whatever is missing or of an unexpected form there is at its default. */
export function asSettings(stored: unknown): Settings {
  const record = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const { off, badgeOnly, language, currency, firstRunSeen, decidedBy, letterKeys, mark } = record;
  return {
    off: Array.isArray(off) ? platforms.filter((platform) => off.includes(platform)) : defaultSettings.off,
    badgeOnly: badgeOnly === true,
    language: languages.find((one) => one === language) ?? defaultSettings.language,
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : defaultSettings.currency,
    firstRunSeen: firstRunSeen === true,
    decidedBy: typeof decidedBy === 'string' ? decidedBy.slice(0, NAME) : defaultSettings.decidedBy,
    letterKeys: letterKeys !== false,
    mark: typeof mark === 'string' && /^\p{Extended_Pictographic}$/u.test(mark) ? mark : defaultSettings.mark,
  };
}

/** Where settings lie; browser storage, or a plain variable in tests. */
export interface SettingsStore {
  get(): Promise<unknown>;
  set(settings: Settings): Promise<void>;
  /** Calls `changed` with what is stored now after each change. @returns a function that stops it */
  observe(changed: (stored: unknown) => void): () => void;
}

export interface SettingsAccess {
  /** Never rejects: storage that can't be read gives the defaults. */
  read(): Promise<Settings>;
  /** Changes the named settings and leaves the others. @returns the settings after it */
  change(part: Partial<Settings>): Promise<Settings>;
  /** Calls `changed` after each change that makes a difference. @returns a function that stops it */
  observe(changed: (settings: Settings) => void): () => void;
}

export function accessSettings(store: SettingsStore): SettingsAccess {
  const read = () => store.get().then(asSettings, () => defaultSettings);
  // Two changes at once must not lose one.
  let last: Promise<unknown> = Promise.resolve();
  return {
    read,
    change(part) {
      const done = last.then(async () => {
        const settings = asSettings({ ...(await read()), ...part });
        await store.set(settings);
        return settings;
      });
      last = done.catch(() => {});
      return done;
    },
    observe(changed) {
      let known: string | undefined;
      const started = read().then((settings) => {
        known ??= JSON.stringify(settings);
      });
      return store.observe((stored) => {
        const settings = asSettings(stored);
        void started.then(() => {
          const text = JSON.stringify(settings);
          if (text === known) return;
          known = text;
          changed(settings);
        });
      });
    },
  };
}
