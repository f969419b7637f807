import { afterEach, describe, expect, it, vi } from 'vitest';
import { attachHost, type Host } from '../../../extension/overlay/host';
import { frame } from './layout';

let host: Host | undefined;
const onGone = vi.fn();
const attach = () => {
  host = attachHost(document, [new CSSStyleSheet()], onGone);
  return host;
};
afterEach(() => {
  host?.remove();
  onGone.mockReset();
});

describe('the one node on a page', () => {
  it('stands beside the body, without an attribute, with a root that the page does not get', () => {
    const { element, root } = attach();
    expect(element.parentElement).toBe(document.documentElement);
    expect(element.previousElementSibling).toBe(document.body);
    expect(element.attributes).toHaveLength(0);
    expect(element.shadowRoot).toBeNull();
    expect(root.adoptedStyleSheets).toHaveLength(1);
    expect(element.localName).toMatch(/^[a-z]{5}-[a-z]{7}$/);
  });

  it.each(['keydown', 'click', 'pointerdown', 'touchend', 'copy'])('keeps %s to itself', (name) => {
    const { root } = attach();
    const heard = vi.fn();
    document.addEventListener(name, heard);
    const inside = root.appendChild(document.createElement('b'));
    inside.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    document.removeEventListener(name, heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('comes back three times, and at the fourth says once that it is gone', async () => {
    const { element } = attach();
    for (const back of [true, true, true, false]) {
      element.remove();
      await frame();
      expect(element.isConnected).toBe(back);
      expect(onGone).toHaveBeenCalledTimes(back ? 0 : 1);
    }
    document.body.append(document.createElement('i'));
    await frame();
    expect(onGone).toHaveBeenCalledOnce();
  });

  it('comes back from another place on the page, which may be hidden', async () => {
    const { element } = attach();
    document.body.append(element);
    await frame();
    expect(element.parentElement).toBe(document.documentElement);
  });

  it('comes back where the page has replaced the whole document element', async () => {
    const { element } = attach();
    const before = document.documentElement;
    const next = document.createElement('html');
    next.append(document.createElement('body'));
    before.remove();
    document.append(next);
    await frame();
    expect(element.parentElement).toBe(next);
    next.remove();
    document.append(before);
    await frame();
    expect(element.parentElement).toBe(before);
  });

  it('takes the place of what an earlier life of ours has left, and of nothing else', () => {
    const [dead, other] = [document.createElement('dead-node'), document.createElement('other-node')];
    for (const [node, html] of [
      [dead, '<div class="plumb"><button class="badge"></button></div>'],
      [other, '<button></button>'],
    ] as const) {
      const root = node.attachShadow({ mode: 'closed' });
      root.innerHTML = html;
      Object.assign(node, { openOrClosedShadowRoot: root });
      document.documentElement.append(node);
    }
    attach();
    expect([dead.isConnected, other.isConnected]).toEqual([false, true]);
    other.remove();
  });

  it('stays away after its removal, and says nothing', async () => {
    const { element, remove } = attach();
    remove();
    await frame();
    expect(element.isConnected).toBe(false);
    expect(onGone).not.toHaveBeenCalled();
  });
});
