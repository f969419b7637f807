/** Whether a person can see the anchor: the badge lies above the page and must not show through what covers its place. */
import type { Box } from './free-space';
import { paints } from './paint';

/** False where the anchor is scrolled out of a box of its own, or lies under a layer that is fixed to the window. */
export function isShown(anchor: Element, box: Box, host: Element, view: Window): boolean {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  const inWindow = x >= 0 && y >= 0 && x <= view.innerWidth && y <= view.innerHeight;
  // Out of the window nothing can be hit, and nothing needs hiding: it scrolls away by itself.
  if (!inWindow) return !isClipped(anchor, x, y, view);
  const hit = anchor.ownerDocument.elementFromPoint?.(x, y);
  if (!hit || hit === host || anchor.contains(hit) || hit.contains(anchor)) return true;
  return !isClipped(anchor, x, y, view) && !(isLayer(hit, anchor, view) && isPaintedOver(anchor, x, y, view));
}

/** A layer that paints nothing is clear glass: under it the count, and what stands beside it, are to be seen. */
function isPaintedOver(anchor: Element, x: number, y: number, view: Window): boolean {
  for (const layer of anchor.ownerDocument.elementsFromPoint(x, y)) {
    if (anchor.contains(layer) || layer.contains(anchor)) return false;
    if (paints(layer, view)) return true;
  }
  return false;
}

function isClipped(anchor: Element, x: number, y: number, view: Window): boolean {
  for (let node = anchor.parentElement; node && node !== node.ownerDocument.body; node = node.parentElement) {
    const { overflowX, overflowY } = view.getComputedStyle(node);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const box = node.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return true;
  }
  return false;
}

/** A stretched link over the row is no cover; a header or a dialog is fixed or sticky somewhere below the common ancestor. */
function isLayer(hit: Element, anchor: Element, view: Window): boolean {
  for (let node: Element | null = hit; node && !node.contains(anchor); node = node.parentElement) {
    const { position } = view.getComputedStyle(node);
    if (position === 'fixed' || position === 'sticky' || node.matches(':popover-open, dialog[open]')) return true;
  }
  return false;
}
