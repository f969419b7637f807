// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listen, type SeenResponse, speak } from '../../../extension/messages/channel';

const ORIGIN = 'https://www.tiktok.com/';
const URL = 'https://www.tiktok.com/api/post/item_list/?id=1';
const PAGE = 'https://www.tiktok.com/@ada';
const TEXT = '{"a":1}\n{"b":2}';

/** A request that has its answer. */
const answered = (fields: Partial<Record<keyof XMLHttpRequest, unknown>>) => {
  const request = new XMLHttpRequest();
  for (const [key, value] of Object.entries(fields)) Object.defineProperty(request, key, { value });
  return request;
};

describe('the channel from the observer', () => {
  let heard: SeenResponse[];
  let wanted: boolean;
  let page: Document;
  const onEnd = vi.fn();
  const ears = { wants: () => wanted, heard: (seen: SeenResponse) => void heard.push(seen) };
  const hear = (bytes = false) => listen(page, ORIGIN, ears, bytes);
  beforeEach(() => {
    heard = [];
    wanted = true;
    page = document.implementation.createHTMLDocument();
    onEnd.mockReset();
  });

  it.each(['observer', 'content script'])('carries a response when the %s starts first', (first) => {
    if (first === 'content script') hear();
    const speaker = speak(page, onEnd);
    if (first === 'observer') hear();
    expect(speaker.isWanted(URL)).toBe(true);
    speaker.say(URL, TEXT);
    expect(heard).toEqual([{ url: URL, text: TEXT }]);
  });

  it('carries a request: its text or its JSON, with the page that sent it, and nothing of another type', () => {
    hear();
    const { sayRequest } = speak(page, onEnd);
    sayRequest(URL, PAGE, answered({ responseText: TEXT }));
    sayRequest(URL, PAGE, answered({ responseType: 'json', response: { a: 1 } }));
    sayRequest(URL, PAGE, answered({ responseType: 'json', response: null }));
    sayRequest(URL, PAGE, answered({ responseType: 'arraybuffer', response: new ArrayBuffer(1) }));
    sayRequest(URL, PAGE, document.body as never);
    expect(heard).toEqual([
      { url: URL, page: PAGE, text: TEXT },
      { url: URL, page: PAGE, text: '{"a":1}' },
    ]);
  });

  it('says bytes only where they are welcome', () => {
    const { bytes } = speak(page, onEnd);
    hear();
    expect(bytes()).toBe(false);
    page = document.implementation.createHTMLDocument();
    const other = speak(page, onEnd);
    hear(true);
    expect(other.bytes()).toBe(true);
    other.say(URL, new Blob([TEXT]));
    expect(heard).toEqual([{ url: URL, text: expect.any(Blob) }]);
  });

  it('tells a later listener on the fixed names nothing', () => {
    const { say } = speak(page, onEnd);
    hear();
    const overheard: Event[] = [];
    for (const name of ['rendezvous:offer', 'rendezvous:ask'])
      page.addEventListener(name, (event) => overheard.push(event));
    say(URL, TEXT);
    expect(overheard).toEqual([]);
    // A page that asks for the name after the handshake gets none.
    page.dispatchEvent(new CustomEvent('rendezvous:ask'));
    expect(overheard.filter((event) => event.type === 'rendezvous:offer')).toEqual([]);
  });

  it('refuses what is no text, too long or without an address', () => {
    let name = '';
    page.addEventListener('rendezvous:offer', (event) => {
      name = (event as CustomEvent).detail;
    });
    hear();
    const say = (head: unknown, text: unknown) => {
      page.dispatchEvent(new CustomEvent(`${name}:`, { detail: head }));
      page.dispatchEvent(new CustomEvent(`${name}+`, { detail: text }));
    };
    const head = `u\n${ORIGIN}@ada`;
    for (const other of [
      null,
      1,
      {},
      '',
      '\n',
      'u',
      `\n${ORIGIN}`,
      'u\nhttps://www.tiktok.com.evil.example/',
      `${head}\nmore`,
    ])
      say(other, 'text');
    say(`${'a'.repeat(9000)}\n${ORIGIN}`, 'text');
    for (const other of [null, 1, {}, [head], '', 'x'.repeat(8 * 1024 * 1024 + 1)]) say(head, other);
    // A text belongs to the addresses right before it, once.
    page.dispatchEvent(new CustomEvent(`${name}+`, { detail: 'text' }));
    expect(heard).toEqual([]);
    say(head, 'text');
    page.dispatchEvent(new CustomEvent(`${name}+`, { detail: 'again' }));
    expect(heard).toEqual([{ url: 'u', page: `${ORIGIN}@ada`, text: 'text' }]);
  });

  it('lets the listener say of each response whether it is to be read', () => {
    const { isWanted } = speak(page, onEnd);
    hear();
    wanted = false;
    expect(isWanted(URL)).toBe(false);
    wanted = true;
    expect(isWanted(URL)).toBe(true);
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('nothing is wanted before anybody listens, and the channel waits for them', () => {
    const { isWanted } = speak(page, onEnd);
    expect(isWanted(URL)).toBe(false);
    expect(onEnd).not.toHaveBeenCalled();
    hear();
    expect(isWanted(URL)).toBe(true);
  });

  it('ends for the observer when it is stopped, and nothing is heard any more', () => {
    const { say, isWanted } = speak(page, onEnd);
    hear().stop();
    expect(onEnd).toHaveBeenCalledOnce();
    say(URL, TEXT);
    expect(isWanted(URL)).toBe(false);
    expect(heard).toEqual([]);
  });

  it('ends for the observer where the listener has gone without a word', () => {
    const { isWanted } = speak(page, onEnd);
    // Takes the offer, and never answers: as a content script whose world the browser has ended.
    page.dispatchEvent(new CustomEvent('rendezvous:offer', { detail: 'name', cancelable: true }));
    expect(isWanted(URL)).toBe(false);
    expect(onEnd).toHaveBeenCalledOnce();
    expect(isWanted(URL)).toBe(false);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it.each(['rendezvous:ask', 'pointerdown', 'visibilitychange'])(
    'is looked after at %s, and what was kept then goes with the listener',
    (moment) => {
      speak(page, onEnd);
      let name = '';
      page.addEventListener('rendezvous:offer', (event) => {
        name = (event as CustomEvent).detail;
      });
      const channel = hear();
      const element = page.body.appendChild(page.createElement('p'));
      channel.keep(element);
      page.dispatchEvent(new Event(moment));
      expect([onEnd.mock.calls.length, element.isConnected]).toEqual([0, true]);
      // The listener's world has ended: its events reach nobody.
      page.addEventListener(name, (event) => event.stopImmediatePropagation(), true);
      page.dispatchEvent(new Event(moment));
      expect([onEnd.mock.calls.length, element.isConnected]).toEqual([1, false]);
    },
  );
});
