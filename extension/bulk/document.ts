/** A saved page's document for its readers, without a browser. */
import { Window } from 'happy-dom';

/**
 * Gives the document of an HTML text to `read` and frees it then. Nothing in it runs, loads or navigates: no script, style,
 * frame or picture.
 * @param address of the page, which relative links are of
 */
export async function withDocument<T>(html: string, address: string, read: (document: Document) => T): Promise<T> {
  const window = new Window({
    url: address,
    settings: {
      enableJavaScriptEvaluation: false,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
      navigation: {
        disableMainFrameNavigation: true,
        disableChildFrameNavigation: true,
        disableChildPageNavigation: true,
      },
    },
  });
  try {
    window.document.write(html);
    return read(window.document as unknown as Document);
  } finally {
    await window.happyDOM.close();
  }
}
