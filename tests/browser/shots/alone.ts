/** The overlay alone, to be weighed: what a content script adds by drawing it. */
import { mountOverlay } from '../../../extension/overlay/overlay';
import { extensionWords } from '../../../extension/views/words';

mountOverlay({ document, anchor: () => document.body, words: extensionWords() });
