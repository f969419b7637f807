/**
 * What a page can do to have its person on our star without their meaning it, or to star by itself. Each is the body of a
 * function of the page (its styles do not reach our node itself): `host` is our node, `star` where our button shows (no page can know it: here it is told), and
 * `layer(styles)` adds an element and gives it back. What `undo` holds is done at the end. `at` says when it happens: before
 * the pointer comes, or when the pointer rests already and is about to press.
 */
export interface Way {
  script: string;
  at: 'before' | 'press';
}

const patch = (styles: string) =>
  `layer('position: fixed; inset: auto; margin: 0; border: 0; padding: 0; overflow: hidden; left:' + star.left + 'px; top:' + star.top + 'px; width:' + star.width + 'px; height:' + star.height + 'px; background: white; ${styles}')`;
const popover = (styles: string) =>
  `const over = ${patch(styles)}; over.textContent = 'Play'; over.popover = 'manual'; over.showPopover();`;

export const WAYS: Record<string, Way> = {
  'a popover over it that lets clicks through': { at: 'before', script: popover('pointer-events: none') },
  'a popover over a part of it': { at: 'before', script: `star.width *= .6; ${popover('pointer-events: none')}` },
  'a popover over it that goes as the pointer comes': {
    at: 'before',
    script: `${popover('')} over.addEventListener('pointermove', () => over.remove());`,
  },
  'a popover over it that comes when it is to be pressed': { at: 'press', script: popover('pointer-events: none') },
  'a picture over it': {
    at: 'before',
    script: popover('pointer-events: none; background: linear-gradient(red, red)'),
  },
  'a transparent document': { at: 'before', script: `style('html { opacity: .01 !important }')` },
  'a document without light': { at: 'before', script: `style('html { filter: brightness(0) }')` },
  'a document that is scaled as it is to be pressed': {
    at: 'press',
    script: `document.documentElement.style.zoom = '1.04'; undo.push(() => document.documentElement.removeAttribute('style'));`,
  },
  'a dialog of the page over all': {
    at: 'before',
    script: `const dialog = layer(''); const modal = document.createElement('dialog'); modal.style.pointerEvents = 'none'; dialog.append(modal); modal.showModal();`,
  },
};

/** Clicks and keys of the page's own making, on everything that it can reach. */
export const FORGED = `
  const at = { bubbles: true, composed: true, cancelable: true, clientX: star.left + star.width / 2, clientY: star.top + star.height / 2, ctrlKey: true };
  const there = document.elementFromPoint(at.clientX, at.clientY);
  for (const target of [host, there, document, window, document.documentElement]) {
    for (const kind of ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup'])
      target.dispatchEvent(new PointerEvent(kind, { ...at, pointerId: 1, isPrimary: true, pointerType: 'mouse' }));
    for (const kind of ['mouseover', 'mousedown', 'mouseup', 'click', 'dblclick'])
      target.dispatchEvent(new MouseEvent(kind, at));
    for (const [key, keys] of [['Enter', {}], [' ', {}], ['S', { altKey: true, shiftKey: true }], ['s', { altKey: true, shiftKey: true, ctrlKey: true }]])
      for (const kind of ['keydown', 'keypress', 'keyup'])
        target.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, composed: true, ...keys }));
    target.click?.();
    target.focus?.();
  }`;

/** Orders under every name that a page could try. */
export const ORDERS = `
  for (const message of [{ kind: 'star', epoch: 1, on: true }, { kind: 'star', tab: 1, handle: 'x', on: true }, { kind: 'star', epoch: 1, star: { on: true } }, { kind: 'toggle_card' }]) {
    window.postMessage(message, '*');
    for (const name of ['star', 'plumb', 'message', 'rendezvous:offer', 'rendezvous:ask'])
      for (const target of [document, window, host]) target.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(message), bubbles: true, composed: true }));
    try { new BroadcastChannel('shortlists').postMessage(message); } catch {}
    for (const api of [window.chrome, window.browser])
      try { api?.runtime?.sendMessage?.(message); api?.runtime?.sendMessage?.('plumb@plumb.example', message); } catch {}
  }
  undo.push(() => indexedDB.deleteDatabase('plumb'));`;

/** What the scripts above find in the page. */
export const SET_UP = `
  const layers = [];
  const undo = [];
  const layer = (styles) => { const one = document.createElement('div'); one.style.cssText = styles; document.body.append(one); layers.push(one); return one; };
  const style = (text) => { const one = document.createElement('style'); one.textContent = text; document.head.append(one); layers.push(one); };
  window.ways = {
    begin(script, star) {
      const host = [...document.documentElement.children].find((one) => one !== document.head && one !== document.body);
      run(script, { host, star, layer, style, undo });
    },
    end() {
      for (const one of layers.splice(0)) one.remove();
      for (const one of undo.splice(0)) one();
    },
    /** How far down and across our node answers, every 4 px: all that a page can tell of the card's size. */
    reach() {
      const host = [...document.documentElement.children].find((one) => one !== document.head && one !== document.body);
      let cells = '';
      for (let y = 0; y < innerHeight; y += 4) for (let x = 0; x < innerWidth; x += 4) cells += document.elementFromPoint(x, y) === host ? '1' : '0';
      return cells;
    },
  };
  const run = (script, { host, star, layer, style, undo }) => new Function('host', 'star', 'layer', 'style', 'undo', script)(host, star, layer, style, undo);`;
