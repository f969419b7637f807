import { describe, expect, it } from 'vitest';
import { bans, findings } from './banned';

const samples: Record<string, string> = {
  'fetch call': "fetch('https://a.example')",
  'fetch method call': "globalThis.fetch('https://a.example')",
  'XMLHttpRequest made': 'new window.XMLHttpRequest()',
  WebSocket: "new WebSocket('wss://a.example')",
  EventSource: 'new EventSource(url)',
  sendBeacon: 'navigator.sendBeacon(url)',
  WebRTC: 'new RTCPeerConnection()',
  WebTransport: 'new WebTransport(url)',
  'image made': 'new Image()',
  'src set': 'image.src = url',
  'form submitted': 'form.submit()',
  importScripts: 'importScripts(url)',
  'dynamic import': 'await import(url)',
  eval: 'eval(text)',
  'new Function': 'new Function(text)',
  innerHTML: 'node.innerHTML = text',
  insertAdjacentHTML: "node.insertAdjacentHTML('beforeend', text)",
  dangerouslySetInnerHTML: 'dangerouslySetInnerHTML={{ __html: text }}',
  'document.write': 'document.write(text)',
  DOMParser: 'new DOMParser()',
  'cast to what a reader makes': 'return { lieks: 3 } as Post;',
};

describe('the ban list', () => {
  it.each(bans.map(({ name }) => name))('catches %s', (name) => {
    const text = samples[name];
    expect(text, 'every ban has a sample').toBeDefined();
    expect(findings('platforms/x/texts.ts', text as string).map((one) => one.ban)).toContain(name);
  });

  it.each([
    '}) as Comment,',
    'value as unknown as Person',
    '} as Partial<Profile>',
    "}) as Omit<Profile, 'handle'>",
    '}) as Omit<',
  ])('catches a cast of a reader: %s', (line) => {
    expect(findings('platforms/x/texts.ts', line)).toHaveLength(1);
    expect(findings('dossier/dossier.ts', line)).toEqual([]);
  });

  it('allows a line only in its own file', () => {
    const line = 'const ownFile = (path: string) => fetch(browser.runtime.getURL(path as never));';
    expect(findings('entrypoints/background.ts', line).every((one) => one.allowed)).toBe(true);
    expect(findings('entrypoints/page.content.ts', line).every((one) => !one.allowed)).toBe(true);
  });

  it('lets ordinary code pass', () => {
    expect(findings('x.ts', 'window.fetch = new Proxy(window.fetch, handler);\nconst { src } = image;')).toEqual([]);
  });
});
