/** Where the badge may stand: beside the follower count, over nothing that the page shows. */

import type { Direction } from '../views/words';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/** What the page shows. */
export interface Shown extends Box {
  /** It is a number, such as the count of posts or of accounts followed. */
  count?: boolean;
}
export interface Size {
  width: number;
  height: number;
}
export interface Spot {
  left: number;
  top: number;
  mini: boolean;
}

const GAP = 8;
const CLEAR = 3;
/** Behind another count: farther off than the counts from each other, so that the badge belongs to their row and to none of them. */
const APART = { least: 24, most: 56, factor: 1.5 };
/** What stands farther away in the row than this is another column. */
const COLUMN = 72;
/** From the count to a line above or below it. */
const LINE = 5;
const REACH = 44;
const NEARBY = { full: 56, mini: 160 };

/**
 * Chooses a spot for the badge; all in the viewport's px.
 * In order: directly after the count, or after what follows it there (its own word, a button) as long as that is no other
 * count, which the badge would seem to speak of; at the end of the row of counts, set off from all of them; on a free line
 * close below or above; the same with the mini form, which is the mark and the figure alone; the nearest free place
 * around; at last the mini form after the count, whatever stands there.
 * @param anchor what the count covers
 * @param occupied what the page shows around it
 */
export function chooseSpot(
  anchor: Box,
  occupied: readonly Shown[],
  full: Size,
  mini: Size,
  viewWidth: number,
  direction: Direction,
): Spot {
  const forward = direction === 'ltr';
  const inView = (box: Box) => box.left >= 4 && box.right <= viewWidth - 4;
  const free = (box: Box) => inView(box) && !occupied.some((other) => intersects(box, other));
  const inRow = (size: Size) => placesInRow(anchor, occupied, size, forward).find(free);
  const line = (size: Size): Box | undefined => {
    const edge = forward ? anchor.left : anchor.right;
    for (let offset = LINE; offset <= REACH; offset += 3) {
      const below = boxAt(edge, anchor.bottom + offset, size, forward);
      if (free(below)) return below;
      const above = boxAt(edge, anchor.top - offset - size.height, size, forward);
      if (above.top >= 0 && free(above)) return above;
    }
    return undefined;
  };

  const nearby = (size: Size, reach: number): Box | undefined => {
    let best: { box: Box; far: number } | undefined;
    for (let top = Math.max(0, anchor.top - reach); top <= anchor.bottom + reach; top += 6) {
      for (let left = 4; left + size.width <= viewWidth - 4; left += 8) {
        const far = Math.hypot(
          (left + size.width / 2 - (anchor.left + anchor.right) / 2) / 2,
          top + size.height / 2 - (anchor.top + anchor.bottom) / 2,
        );
        if (best && far >= best.far) continue;
        const box = { left, top, right: left + size.width, bottom: top + size.height };
        if (free(box)) best = { box, far };
      }
    }
    return best?.box;
  };

  const tries = [
    () => inRow(full) ?? line(full),
    () => inRow(mini) ?? line(mini),
    () => nearby(full, NEARBY.full),
    () => nearby(mini, NEARBY.mini),
  ];
  for (const [index, attempt] of tries.entries()) {
    const found = attempt();
    if (found) return { left: found.left, top: found.top, mini: index % 2 === 1 };
  }
  const last = boxAt(forward ? anchor.right + GAP : anchor.left - GAP, middleOf(anchor, mini), mini, forward);
  return { left: Math.min(Math.max(last.left, 4), Math.max(4, viewWidth - 4 - mini.width)), top: last.top, mini: true };
}

/** @param edge where it begins, in the reading direction */
function boxAt(edge: number, top: number, { width, height }: Size, forward: boolean): Box {
  return forward
    ? { left: edge, top, right: edge + width, bottom: top + height }
    : { left: edge - width, top, right: edge, bottom: top + height };
}

/** Where something of this size begins to stand on the count's line. */
const middleOf = (anchor: Box, { height }: Size) => (anchor.top + anchor.bottom - height) / 2;

/** The places in the count's row, the best first: up to the next count, and then at the row's end. */
function placesInRow(anchor: Box, occupied: readonly Shown[], size: Size, forward: boolean): Box[] {
  const top = middleOf(anchor, size);
  const start = (box: Box) => (forward ? box.left - anchor.right : anchor.left - box.right);
  const end = (box: Box) => (forward ? box.right - anchor.right : anchor.left - box.left);
  const after = (along: number) => boxAt(forward ? anchor.right + along : anchor.left - along, top, size, forward);
  const row = occupied
    .filter((box) => box.bottom > top && box.top < top + size.height && end(box) > 0)
    .sort((a, b) => start(a) - start(b));
  // What lies after another count is no place directly after this one.
  const barrier = Math.min(...row.filter((box) => box.count && start(box) >= 0).map(start), Infinity);
  const beside = [0, ...row.map(end)].filter((along) => along < barrier).sort((a, b) => a - b);
  let [last, widest] = [0, 0];
  for (const box of row) {
    const gap = start(box) - last;
    if (gap > COLUMN) break;
    widest = Math.max(widest, gap);
    last = Math.max(last, end(box));
  }
  const apart = Math.min(Math.max(widest * APART.factor, APART.least), APART.most);
  return [...beside.map((along) => after(along + GAP)), after(last + apart)];
}

function intersects(a: Box, b: Box): boolean {
  return a.left < b.right + CLEAR && b.left < a.right + CLEAR && a.top < b.bottom && b.top < a.bottom;
}

/** What counts as shown though it holds no text. */
const SOLID = 'img,svg,video,canvas,button,input,select,textarea,[role=button]';
const MOST_NODES = 800;

/** The boxes of texts, pictures and controls around the anchor: bounded work on any page. */
export function occupiedAround(anchor: Element, view: Window): Shown[] {
  const document = anchor.ownerDocument;
  const around = neighbourhood(anchor, view);
  const boxes: Shown[] = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(around, 5 /* elements and texts */);
  for (
    let node: Node | null = walker.currentNode, seen = 0;
    node && seen < MOST_NODES;
    node = walker.nextNode(), seen++
  ) {
    if (node.nodeType === 1) {
      if ((node as Element).matches(SOLID) || isPainted(node as Element, view))
        boxes.push(...visible([(node as Element).getBoundingClientRect()]));
    } else if (node.nodeValue?.trim()) {
      range.selectNodeContents(node);
      const count = /\p{N}/u.test(node.nodeValue);
      boxes.push(...visible(range.getClientRects()).map((box) => ({ ...box, count })));
    }
  }
  return boxes;
}

/** An empty element with a background is a picture drawn by other means. */
function isPainted(element: Element, view: Window): boolean {
  if (element.firstChild) return false;
  const { backgroundImage, backgroundColor } = view.getComputedStyle(element);
  return (
    (backgroundImage !== 'none' && backgroundImage !== '') || !/^(rgba\(.*, 0\)|transparent|)$/.test(backgroundColor)
  );
}

/** The count's own text: its element may be as wide as a column. */
export function anchorBox(anchor: Element): Box | undefined {
  const range = anchor.ownerDocument.createRange();
  range.selectNodeContents(anchor);
  const boxes = visible(range.getClientRects());
  const all = boxes.length > 0 ? boxes : visible([anchor.getBoundingClientRect()]);
  if (all.length === 0) return undefined;
  return {
    left: Math.min(...all.map((box) => box.left)),
    top: Math.min(...all.map((box) => box.top)),
    right: Math.max(...all.map((box) => box.right)),
    bottom: Math.max(...all.map((box) => box.bottom)),
  };
}

/** The nearest ancestor that is high enough to hold the lines around the row. */
function neighbourhood(anchor: Element, view: Window): Element {
  let around = anchor;
  for (
    let level = 0;
    level < 12 && around.parentElement && around.parentElement !== anchor.ownerDocument.documentElement;
    level++
  ) {
    around = around.parentElement;
    const box = around.getBoundingClientRect();
    if (box.height > 160 && box.width > view.innerWidth / 2) break;
  }
  return around;
}

function visible(rects: Iterable<Box & { width: number; height: number }>): Box[] {
  return [...rects]
    .filter((rect) => rect.width > 1 && rect.height > 1)
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}
