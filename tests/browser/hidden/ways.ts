/**
 * What a page can do with an overlay that stands beside its body: ways to hide it, and what innocent pages do that looks
 * like it. Each is the body of a function of the page: `host` is our node, `badge` where it shows (a rectangle around the
 * place beside the count, for a page can't look into our node), `count` the element that prints the count; `layer(styles)`
 * adds an element to the document's end and gives it back. What it returns is called to end it.
 */

export interface Way {
  script: string;
  /** Browsers in which it is no way, for a reason. */
  not?: readonly string[];
}

const cover = (styles: string) =>
  `layer('position: fixed; left:' + badge.left + 'px; top:' + badge.top + 'px; width:' + badge.width + 'px; height:' + badge.height + 'px; background: white; z-index: 2147483647; ${styles}');`;

/** Of no sample. */
export const FAKE_NUMBER = '99,999';

export const WAYS: Record<string, Way> = {
  'a layer over the badge': { script: cover('') },
  'a counterfeit over the badge': {
    script: `${cover('border-radius: 99px; font: 12px sans-serif; white-space: nowrap')} layers[0].textContent = '≈${FAKE_NUMBER}/post · Consistent';`,
  },
  'a layer that lets clicks through': { script: cover('pointer-events: none') },
  'a layer of the same height that comes later': { script: cover('z-index: 2147483000') },
  'a layer over the figures alone': { script: `badge.left += badge.width * .2; badge.width *= .5; ${cover('')}` },
  'a picture over the badge': {
    script: `${cover('background: none')} layers[0].style.backgroundImage = 'linear-gradient(red, red)';`,
  },
  'a blurring layer': { script: cover('background: none; backdrop-filter: blur(12px)') },
  'a layer within clear glass': {
    script: `const glass = layer('position: fixed; inset: 0; z-index: 2147483647; pointer-events: none'); const patch = ${cover('').slice(0, -1)}; glass.append(patch);`,
  },
  'a popover over the badge': {
    script: `const patch = ${cover('border: 0; margin: 0; padding: 0; overflow: hidden').slice(0, -1)}; patch.popover = 'manual'; patch.showPopover();`,
  },
  'a popover that lets clicks through': {
    script: `const patch = ${cover('border: 0; margin: 0; padding: 0; overflow: hidden; pointer-events: none').slice(0, -1)}; patch.popover = 'manual'; patch.showPopover();`,
  },
  'the page itself in the top layer': {
    script: `document.body.popover = 'manual'; const before = document.body.style.cssText; document.body.style.cssText += '; inset: 0; width: 100%; height: 100%; margin: 0; border: 0; background: white'; document.body.showPopover(); undo.push(() => { document.body.hidePopover(); document.body.removeAttribute('popover'); document.body.style.cssText = before; });`,
  },
  'the count in a dialog of its own': {
    script: `const dialog = document.createElement('dialog'); const place = count.parentNode; const next = count.nextSibling; dialog.append(count); document.body.append(dialog); dialog.showModal(); undo.push(() => { place.insertBefore(count, next); dialog.remove(); });`,
  },
  'a transparent document': { script: `style('html { opacity: .02 !important }')` },
  'a document without light': { script: `style('html { filter: brightness(0) }')` },
  'a document that is filtered away': { script: `style('html { filter: opacity(0) }')` },
  'a blurred document': { script: `style('html { filter: blur(20px) }')` },
  'a masked document': { script: `style('html { mask-image: linear-gradient(transparent, transparent) }')` },
  'a document scaled to nothing': { script: `style('html { transform: scale(.01) }')` },
  'a document clipped but for the count': {
    script: `const box = count.getBoundingClientRect(); style('html { clip-path: polygon(' + [[box.left - 2, box.top - 2], [box.right + 2, box.top - 2], [box.right + 2, box.bottom + 2], [box.left - 2, box.bottom + 2]].map(([x, y]) => (x + scrollX) + 'px ' + (y + scrollY) + 'px').join() + ') }')`,
  },
  'a document clipped but for the middle of the badge': {
    script: `const x = badge.left + badge.width / 2 + scrollX, y = badge.top + badge.height / 2 + scrollY; style('html { clip-path: polygon(' + [[x - 8, y - 20], [x + 8, y - 20], [x + 8, y + 20], [x - 8, y + 20]].map(([x, y]) => x + 'px ' + y + 'px').join() + ') }')`,
  },
  'a rule that no element holds': {
    script: `const sheet = new CSSStyleSheet(); sheet.replaceSync('html { opacity: .02 !important }'); document.adoptedStyleSheets = [sheet]; undo.push(() => { document.adoptedStyleSheets = []; });`,
  },
  'an inert host': { script: `host.inert = true; undo.push(() => host.removeAttribute('inert'));` },
  'an inert document': {
    script: `document.documentElement.inert = true; undo.push(() => document.documentElement.removeAttribute('inert'));`,
  },
};

export const INNOCENT: Record<string, Way> = {
  'nothing at all': { script: '' },
  'scrolled away': {
    script: `const tall = layer('height: 4000px'); document.body.append(tall); scrollTo(0, 2500); undo.push(() => scrollTo(0, 0));`,
  },
  'a dialog of its own': {
    script: `const dialog = document.createElement('dialog'); dialog.textContent = 'Log in to see more.'; document.body.append(dialog); dialog.showModal(); undo.push(() => dialog.remove());`,
  },
  'a dialog made of layers': {
    script: `layer('position: fixed; inset: 0; z-index: 2147483646; background: rgba(0, 0, 0, .5)'); const box = layer('position: fixed; inset: 0; z-index: 2147483647; display: grid; place-items: center'); box.innerHTML = '<div style="background: white; width: 300px; height: 200px">Log in</div>';`,
  },
  'a layer of toasts that shows none': {
    script: `layer('position: fixed; inset: 0; z-index: 2147483647; pointer-events: none')`,
  },
  'a toast in the corner': {
    script: `const glass = layer('position: fixed; inset: 0; z-index: 2147483647; pointer-events: none'); glass.innerHTML = '<div style="position: absolute; right: 8px; bottom: 8px; background: black; color: white">Saved</div>';`,
  },
  'a banner for cookies': {
    script: `layer('position: fixed; left: 0; right: 0; bottom: 0; height: 120px; z-index: 2147483647; background: white')`,
  },
  'a closed menu': {
    script: `layer('position: fixed; inset: 0 auto auto 0; width: 300px; height: 600px; z-index: 2147483647; background: white; transform: translateX(-100%)')`,
  },
  'an invisible menu': {
    script: `layer('position: fixed; inset: 0; z-index: 2147483647; background: white; opacity: 0; pointer-events: none')`,
  },
  'a menu that is open below': {
    script: `const menu = layer('position: fixed; left:' + badge.left + 'px; top:' + (badge.bottom + 40) + 'px; width: 200px; height: 200px; background: white; z-index: 2147483647')`,
  },
  'a dark scheme made by a filter': { script: `style('html { filter: invert(1) hue-rotate(180deg) }')` },
  'a page that has become grey': { script: `style('html { filter: grayscale(1); opacity: .95 }')` },
  'a body that is inert behind a layer': {
    script: `document.body.inert = true; undo.push(() => document.body.removeAttribute('inert'));`,
  },
  'a count that is gone': {
    script: `const place = count.parentNode; const next = count.nextSibling; count.remove(); undo.push(() => place.insertBefore(count, next));`,
  },
  'a page zoomed out': { script: `style('html { zoom: .6 }')` },
  'glass that hears clicks': { script: `layer('position: fixed; inset: 0; z-index: 2147483647')` },
};

/** Moves of our node, the body of a function of the page: out of sight, but never out of the document. */
export const MOVES: Record<string, string> = {
  'a hidden place': `const place = layer('display: none'); place.append(host);`,
  'an inert place': `const place = layer(''); place.inert = true; place.append(host);`,
  'a box without height': `const place = layer('height: 0; overflow: hidden; position: relative'); place.append(host);`,
  'a closed root': `layer('').attachShadow({ mode: 'closed' }).append(host);`,
  'the head': `document.head.append(host);`,
  'another document': `const frame = document.createElement('iframe'); layer('').append(frame); frame.contentDocument.body.append(host);`,
};

/** Put into the page; `window.ways` begins and ends a way by its name. */
export const SET_UP = `
  window.ways = (() => {
    const ways = ${JSON.stringify(Object.fromEntries([...Object.entries({ ...WAYS, ...INNOCENT }).map(([name, { script }]) => [name, script]), ...Object.entries(MOVES)]))};
    let undo = [];
    let layers = [];
    const layer = (styles) => { const made = document.createElement('div'); made.style.cssText = styles; document.documentElement.append(made); layers.push(made); return made; };
    const style = (text) => { const made = document.createElement('style'); made.textContent = text; document.head.append(made); layers.push(made); };
    const host = () => [...document.documentElement.children].find(({ localName }) => localName.includes('-'));
    /** A page finds the badge by what it hits around its own count. */
    const find = (node) => {
      const xs = [], ys = [];
      for (let y = 2; y < innerHeight; y += 4) for (let x = 2; x < innerWidth; x += 6) if (document.elementFromPoint(x, y) === node) { xs.push(x); ys.push(y); }
      const [left, top, right, bottom] = [Math.min(...xs) - 6, Math.min(...ys) - 4, Math.max(...xs) + 6, Math.max(...ys) + 4];
      return { left, top, right, bottom, width: right - left, height: bottom - top };
    };
    return {
      begin(name) {
        undo = [];
        layers = [];
        const node = host();
        const count = document.querySelector('a[href$="/followers/"]') ?? document.querySelector('[data-e2e="followers-count"]');
        new Function('host', 'badge', 'count', 'layer', 'layers', 'style', 'undo', ways[name])(node, find(node), count, layer, layers, style, undo);
      },
      stands: () => host()?.parentNode === document.documentElement,
      end() { for (const one of undo) one(); for (const one of layers) one.remove(); },
    };
  })();`;
