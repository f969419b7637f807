/**
 * The passive observer in the page's world: sees the responses that the page itself asked for.
 * It asks for nothing, changes no request and no response, and reads only addresses on the platforms' lists.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformPages } from '../.generated/platforms/patterns';
import { RESPONSE_CAP, speak } from '../messages/channel';
import { isListed } from '../platforms/responses';

export default defineContentScript({
  matches: [...platformPages],
  runAt: 'document_start',
  world: 'MAIN',
  globalName: false,
  main() {
    const { say, paused, bytes } = speak(document);
    // Taken before the page can replace them; called by `apply`, so that no replacement of the page's is called.
    const { apply } = Reflect;
    const { stringify } = JSON;
    const { then } = Promise.prototype;
    const { clone, text: readText, blob } = Response.prototype;
    const { addEventListener } = EventTarget.prototype;
    const nothing = () => {};

    const pass = (url: string, page: string, text: string) => {
      if (text.length > 0 && text.length <= RESPONSE_CAP) say({ url, page, text });
    };
    /** Nothing that happens in here may reach the page. */
    const quietly = (look: () => void) => {
      try {
        look();
      } catch {}
    };

    // A Proxy keeps the function's name, length and printed form as the page expects them.
    window.fetch = new Proxy(window.fetch, {
      apply(target, self, args) {
        const page = location.href;
        const look = (response: Response) => {
          quietly(() => {
            const { ok, url } = response;
            if (!ok || paused() || !isListed(url)) return;
            const copy = apply(bytes() ? blob : readText, apply(clone, response, []), []);
            apply(then, copy, [(text: string | Blob) => quietly(() => say({ url, page, text })), nothing]);
          });
          return response;
        };
        // The page gets what follows from its promise: had it the promise itself, a rejection that nobody handles would
        // count as handled by us.
        const answer = apply(target, self, args);
        try {
          return apply(then, answer, [look]);
        } catch {
          // No promise of the browser's: a page that ran before us has put its own function here.
          return answer;
        }
      },
    });

    const seen = (request: XMLHttpRequest, page: string) => {
      const { responseURL, responseType, status } = request;
      if (status < 200 || status > 299 || paused() || !isListed(responseURL)) return;
      if (responseType === '' || responseType === 'text') pass(responseURL, page, request.responseText);
      else if (responseType === 'json' && request.response) pass(responseURL, page, stringify(request.response));
    };
    XMLHttpRequest.prototype.send = new Proxy(XMLHttpRequest.prototype.send, {
      apply(target, self, args) {
        const page = location.href;
        quietly(() => apply(addEventListener, self, ['load', () => quietly(() => seen(self, page)), { once: true }]));
        return apply(target, self, args);
      },
    });
  },
});
