/** @jsxImportSource preact */
/** What all our own pages share: the styles, the words in the person's language, the settings, and their changes. */
import { type ComponentType, render } from 'preact';
import { defaultSettings, type Settings } from '../settings/settings';
import { settings as stored } from '../settings/stored';
import { overlayStyles } from '../views/card/card-styles';
import { reportStyles } from '../views/report/report-styles';
import { viewStyles } from '../views/styles';
import { systemSchemeTokens } from '../views/tokens';
import { extensionWords, type MessageKey, type Words, wordsFromMessages } from '../views/words';
import { ask } from './ask';
import { surfaceStyles } from './surface-styles';

export interface PageProps {
  words: Words;
  settings: Settings;
}

async function gather(): Promise<PageProps> {
  const answer = await ask({ kind: 'words' });
  const { settings, messages } = answer ?? { settings: defaultSettings, messages: null };
  return { settings, words: messages ? wordsFromMessages(messages) : extensionWords() };
}

/**
 * Draws a page into the document's element with the id `page`, and again when the person changes a setting.
 * @param name a class of the page's root, for its styles
 * @param title the document's title
 * @param styles of this page alone
 */
export async function mountPage(
  name: string,
  title: MessageKey,
  Page: ComponentType<PageProps>,
  styles = '',
): Promise<void> {
  const place = document.getElementById('page');
  if (!place) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(systemSchemeTokens + viewStyles + overlayStyles + reportStyles + surfaceStyles + styles);
  document.adoptedStyleSheets = [sheet];
  const draw = async () => {
    const props = await gather();
    const { words } = props;
    document.documentElement.lang = words.locale;
    document.documentElement.dir = words.direction;
    document.title = words.text(title);
    render(
      <div class={`plumb surface ${name}`} dir={words.direction} lang={words.locale}>
        <Page {...props} />
      </div>,
      place,
    );
  };
  stored.observe(() => void draw());
  await draw();
}
