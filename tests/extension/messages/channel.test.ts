// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { listen, type SeenResponse, speak } from '../../../extension/messages/channel';

const ORIGIN = 'https://www.tiktok.com/';

describe('the channel from the observer', () => {
  let heard: SeenResponse[];
  beforeEach(() => {
    heard = [];
  });
  const response = {
    url: 'https://www.tiktok.com/api/post/item_list/?id=1',
    page: 'https://www.tiktok.com/@ada',
    text: '{"a":1}\n{"b":2}',
  };

  it('carries a response when the observer starts first', () => {
    const page = document.implementation.createHTMLDocument();
    const { say } = speak(page);
    listen(page, ORIGIN, (seen) => heard.push(seen));
    say(response);
    expect(heard).toEqual([response]);
  });

  it('carries a response when the content script starts first', () => {
    const page = document.implementation.createHTMLDocument();
    listen(page, ORIGIN, (seen) => heard.push(seen));
    const { say } = speak(page);
    say(response);
    expect(heard).toEqual([response]);
  });

  it('holds what was seen before the name was known', () => {
    const page = document.implementation.createHTMLDocument();
    const { say } = speak(page);
    say(response);
    listen(page, ORIGIN, (seen) => heard.push(seen));
    expect(heard).toEqual([response]);
  });

  it('tells a later listener on the fixed names nothing', () => {
    const page = document.implementation.createHTMLDocument();
    const { say } = speak(page);
    listen(page, ORIGIN, (seen) => heard.push(seen));
    const overheard: Event[] = [];
    for (const name of ['rendezvous:offer', 'rendezvous:ask'])
      page.addEventListener(name, (event) => overheard.push(event));
    say(response);
    expect(overheard).toEqual([]);
    // A page that asks for the name after the handshake gets none.
    page.dispatchEvent(new CustomEvent('rendezvous:ask'));
    expect(overheard.filter((event) => event.type === 'rendezvous:offer')).toEqual([]);
  });

  it('refuses what is no text, too long or without an address', () => {
    const page = document.implementation.createHTMLDocument();
    let name = '';
    page.addEventListener('rendezvous:offer', (event) => {
      name = (event as CustomEvent).detail;
    });
    listen(page, ORIGIN, (seen) => heard.push(seen));
    const say = (head: unknown, text: unknown) => {
      page.dispatchEvent(new CustomEvent(name, { detail: head }));
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

  it('falls silent when it is stopped', () => {
    const page = document.implementation.createHTMLDocument();
    const { say } = speak(page);
    const channel = listen(page, ORIGIN, (seen) => heard.push(seen));
    channel.stop();
    say(response);
    expect(heard).toEqual([]);
  });

  it('tells the observer when nobody wants to hear, so that it need not read', () => {
    const page = document.implementation.createHTMLDocument();
    const { paused } = speak(page);
    const channel = listen(page, ORIGIN, (seen) => heard.push(seen));
    expect(paused()).toBe(false);
    channel.pause();
    expect(paused()).toBe(true);
    channel.resume();
    expect(paused()).toBe(false);
    channel.stop();
    expect(paused()).toBe(true);
  });
});
