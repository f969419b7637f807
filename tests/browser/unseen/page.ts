/** The pages of the probes: one of nobody, and a profile. */
import { makeHar, NONCE } from '../har/make.ts';
import { samples } from '../har/samples.ts';
import { LISTED, triesHar, UNLISTED } from '../observer/page.ts';
import type { Har } from '../replay/har.ts';
import { help, probes } from './probes.ts';
import { paired, shapes } from './shapes.ts';

/** As strict as a page can be that still runs its own script: what a script of ours did against it would be told to the page. */
const POLICY = `default-src 'none'; script-src 'nonce-${NONCE}'; connect-src 'self' data:; frame-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/** What the page is told of, from its first script on. */
const TOLD = `
  window.told = [];
  const note = (kind, ...more) => told.push([kind, ...more].join(' '));
  addEventListener('error', ({ message, filename, error }) => note('error', message, filename, error?.stack), true);
  addEventListener('unhandledrejection', ({ reason }) => note('rejection', reason?.stack));
  addEventListener('message', ({ data, origin }) => note('message', JSON.stringify(data), origin));
  addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, blockedURI }) => note('violation', violatedDirective, sourceFile, blockedURI));
  for (const name of ['rendezvous:offer', 'rendezvous:ask']) document.addEventListener(name, ({ type }) => note('event', type));
  new ReportingObserver((reports) => { for (const { type, body } of reports) note('report', type, body.sourceFile); }, { buffered: true }).observe();`.replace(
  'new ReportingObserver',
  "if (typeof ReportingObserver === 'function') new ReportingObserver",
);

/** What is added to the page, and how it looks from there. */
const ADDED = `
  window.added = [];
  const kept = [];
  let isWhole = false;
  addEventListener('load', () => { isWhole = true; });
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes, oldValue } of records) {
      // The parser, which gets the page in pieces, goes on with a text that it has begun.
      if (type === 'characterData' && !isWhole && target.data.startsWith(oldValue)) continue;
      if (type !== 'childList') added.push(type + ' ' + attributeName + ' ' + target.nodeName);
      for (const node of addedNodes) if (!node.ours) { kept.push(node); added.push('added to ' + target.nodeName); }
      for (const node of removedNodes) if (kept.includes(node)) added.push('removed from ' + target.nodeName);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true, characterDataOldValue: true });
  window.measure = () => {
    const { documentElement: html, body } = document;
    const style = (one) => [...getComputedStyle(one)].map((name) => name + ':' + getComputedStyle(one).getPropertyValue(name)).join(';');
    const { left, top, width, height } = body.getBoundingClientRect();
    return [html.scrollWidth, html.scrollHeight, left, top, width, height, style(html), style(body), document.styleSheets.length, document.adoptedStyleSheets.length,
      window.length, document.scripts.length, document.fonts.size, document.activeElement.nodeName, html.attributes.length, body.attributes.length, body.lastElementChild.nodeName];
  };
  window.look = () => kept.filter((node) => node.isConnected && node.nodeType === 1 && node.localName.includes('-')).map((node) => ({
    name: /^[a-z]{5}-[a-z]{7}$/.test(node.localName), attributes: node.attributes.length, children: node.childNodes.length, root: node.shadowRoot,
    keys: Reflect.ownKeys(node).length, parent: node.parentNode.nodeName, defined: customElements.get(node.localName) !== undefined,
    prototype: Object.prototype.toString.call(node), html: node.innerHTML, text: node.innerText.trim(),
  }));`;

/** @returns the recording of the page of nobody; `window.probed` is its promise of what the probes have seen */
export function probesHar(): Har {
  const list = Object.entries(probes)
    .map(([name, probe]) => `${JSON.stringify(name)}: ${probe.toString()}`)
    .join(',\n');
  const script = `${TOLD}${ADDED}
    const probes = {${list}};
    const run = async () => {
      const seen = {};
      const shared = (${help.toString()})(${JSON.stringify(LISTED)}, ${JSON.stringify(UNLISTED)});
      for (const [name, probe] of Object.entries(probes)) {
        try { seen[name] = await probe(shared) ?? null; } catch (error) { seen[name] = 'the probe failed: ' + error + error?.stack; }
        shared.restore();
      }
      return seen;
    };
    window.shapes = ${shapes.toString()};
    window.shaped = window.shapes();
    window.paired = ${paired.toString()};
    window.probe = run;`;
  const document = `<!DOCTYPE html><html lang="en"><head><title>probes</title></head><body><script nonce="${NONCE}">${script}</script></body></html>`;
  const har = triesHar();
  const [page] = har.log.entries;
  if (!page?.response.content) throw new Error('There is no document.');
  page.response.content.text = document;
  page.response.headers?.push({ name: 'content-security-policy', value: POLICY });
  return har;
}

/** A profile with the same listeners. */
export function profileHar(): Har {
  const [sample] = samples;
  if (!sample) throw new Error('There is no sample.');
  const parts = sample.parts();
  const document = parts.document.replace('<head>', () => `<head><script nonce="${NONCE}">${TOLD}${ADDED}</script>`);
  const answer = { via: 'fetch' as const, method: 'GET' as const, url: LISTED, body: '{"data":null}' };
  return makeHar([{ ...parts, document, asks: [...(parts.asks ?? []), answer] }]);
}
