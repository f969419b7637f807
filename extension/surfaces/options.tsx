/** @jsxImportSource preact */
/** What the person can choose, and the way to delete everything. */
import { browser } from 'wxt/browser';
import { currencyOf } from '../settings/currency';
import { type Language, languageName, languages } from '../settings/languages';
import { anyMark } from '../settings/marks';
import { settings as stored } from '../settings/stored';
import { OwnMark } from '../views/own-mark';
import type { Words } from '../views/words';
import { EraseAll } from './erase-all';
import type { PageProps } from './mount';
import { openPage, Switch, Top } from './parts';
import { Sites } from './site-list';

export function Options({ words, settings }: PageProps) {
  return (
    <main class="column">
      <Top words={words} mark={settings.mark}>
        <button type="button" class="plain" onClick={() => openPage('welcome.html')}>
          {words.text('welcome_open')}
        </button>
      </Top>
      <h1>{words.text('options_title')}</h1>
      <Sites words={words} settings={settings} />
      <section class="panel">
        <h2>{words.text('options_page')}</h2>
        <Switch
          label={words.text('options_badge_only')}
          note={words.text('options_badge_only_note')}
          on={settings.badgeOnly}
          onChange={(badgeOnly) => void stored.change({ badgeOnly })}
        />
        <p class="fine">{words.text('options_shortcut')}</p>
        <p class="own-mark">
          <OwnMark mark={settings.mark} words={words} />
          <span>{words.text('own_mark_note')}</span>
          <button type="button" onClick={() => void stored.change({ mark: anyMark(settings.mark) })}>
            {words.text('own_mark_choose')}
          </button>
        </p>
      </section>
      <section class="panel">
        <h2>{words.text('options_words')}</h2>
        <div class="pair">
          <label class="field">
            <span>{words.text('options_language')}</span>
            <select
              value={settings.language ?? ''}
              onChange={(event) =>
                void stored.change({ language: (event.currentTarget.value || null) as Language | null })
              }
            >
              <option value="">{words.text('options_language_browser')}</option>
              {languages.map((language) => (
                <option key={language} value={language} lang={language}>
                  {languageName(language)}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{words.text('options_currency')}</span>
            <select
              value={settings.currency ?? ''}
              onChange={(event) => void stored.change({ currency: event.currentTarget.value || null })}
            >
              <option value="">
                {words.text('options_currency_browser', { currency: currencyOf(navigator.language) })}
              </option>
              {currencies(words).map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
      </section>
      <EraseAll words={words} />
      <p class="fine">
        <bdi>
          {words.text('brand')} {browser.runtime.getManifest().version}.
        </bdi>{' '}
        {words.text('promise_device')}
      </p>
    </main>
  );
}

/** Every currency that the browser knows: code and "EUR · Euro". */
function currencies(words: Words): [code: string, name: string][] {
  const names = new Intl.DisplayNames(words.locale, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => [code, `${code} · ${names.of(code) ?? code}`]);
}
