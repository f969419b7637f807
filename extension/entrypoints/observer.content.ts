/**
 * The passive observer in the page's world: sees the responses that the page itself asked for.
 * It asks for nothing, changes no request and no response, and reads only addresses on the platforms' lists.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformPages } from '../platforms/pages';
import { isListed } from '../platforms/responses';
import { RESPONSE_CAP, speak } from '../reading/channel';

export default defineContentScript({
  matches: [...platformPages],
  runAt: 'document_start',
  world: 'MAIN',
  globalName: false,
  main() {
    const { say, paused } = speak(document);
    const { apply } = Reflect;
    const { clone, text: readText } = Response.prototype;

    const pass = (url: string, page: string, text: string) => {
      if (text.length > 0 && text.length < RESPONSE_CAP) say({ url, page, text });
    };

    // A Proxy keeps the function's name, length and printed form as the page expects them.
    window.fetch = new Proxy(window.fetch, {
      apply(target, self, args) {
        const page = location.href;
        const answer: Promise<Response> = apply(target, self, args);
        answer.then(
          (response) => {
            if (!response.ok || paused() || !isListed(response.url)) return;
            (apply(readText, apply(clone, response, []), []) as Promise<string>).then(
              (text) => pass(response.url, page, text),
              () => {},
            );
          },
          () => {},
        );
        return answer;
      },
    });

    const seen = (request: XMLHttpRequest, page: string) => {
      const { responseURL, responseType, status } = request;
      if (status < 200 || status > 299 || paused() || !isListed(responseURL)) return;
      if (responseType === '' || responseType === 'text') pass(responseURL, page, request.responseText);
      else if (responseType === 'json' && request.response) pass(responseURL, page, JSON.stringify(request.response));
    };
    XMLHttpRequest.prototype.send = new Proxy(XMLHttpRequest.prototype.send, {
      apply(target, self, args) {
        const page = location.href;
        if (self instanceof XMLHttpRequest) self.addEventListener('load', () => seen(self, page), { once: true });
        return apply(target, self, args);
      },
    });
  },
});
