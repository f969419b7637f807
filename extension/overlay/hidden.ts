/**
 * Whether the page hides what we have drawn: covered, clipped, made inert, shrunk or blurred away. What also lies over the
 * follower count, as a dialog or a header does, hides nothing from the person: that is the page's own affair.
 */
import { anchorBox, type Box } from './free-space';
import { isGenerated, isPainted, paints } from './paint';
import { isShown } from './visibility';

/** Height under which nothing of ours can be read, px: the badge has 26. */
const LEAST_HEIGHT = 10;
/** Where along its middle line the badge is looked at, and how many of these places may be covered. */
const PLACES = [0.1, 0.3, 0.5, 0.7, 0.9];
const MAY_MISS = 1;
/** The host's own place in the order of layers: see the badge's styles. */
const OUR_LAYER = 2147483000;
/** Elements that are looked at for one that covers and can't be hit, and parts of one. */
const MOST_LAYERS = 60;
const MOST_PARTS = 20;

export interface Drawn {
  /** The badge, or the open card. */
  element: Element;
  /** What it stands beside; null in the window's corner, where anything may lie over it for a while. */
  anchor: Element | null;
  host: Element;
}

interface Point {
  x: number;
  y: number;
}

/**
 * To be asked when the page is laid out.
 * @param seenByBrowser what the browser says of it, where it can: if true, nothing lies over it; if false, that is a doubt (clear glass)
 * @returns undefined where it can't be told: out of the window, or the count is not to be seen either
 */
export function isHidden(drawn: Drawn, view: Window, seenByBrowser?: boolean): boolean | undefined {
  const { element, host } = drawn;
  const { document } = view;
  const root = view.getComputedStyle(document.documentElement);
  if (hidesAll(root)) return true;
  const box = element.getBoundingClientRect();
  if (box.height < LEAST_HEIGHT) return true;
  const points = pointsOf(box, view);
  if (points.length < PLACES.length) return undefined;
  const missed = points.filter(({ x, y }) => document.elementFromPoint(x, y) !== host);
  // The browser vouches only for what nothing lies over, not even clear glass; but also for what is inert or clipped.
  if (seenByBrowser && missed.length <= MAY_MISS) return false;
  if (!isAnchorSeen(drawn, view)) return undefined;
  if (missed.length > MAY_MISS) {
    const judged = isCovered(drawn, missed, view);
    if (judged !== false) return judged;
  }
  const middle = points[PLACES.length >> 1] as Point;
  const glass = layersOver(middle, view);
  if (glass.some((layer) => isPaintedAt(layer, middle, view))) return true;
  const isExplained = glass.length > 0 || missed.length > 0 || hasEffect(root);
  return seenByBrowser === false && !isExplained && drawn.anchor !== null;
}

/** What the page's root can do to everything in it that is not in the browser's top layer. */
function hidesAll(root: CSSStyleDeclaration): boolean {
  if (Number(root.opacity || 1) < 0.3 || isSet(root.getPropertyValue('mask-image'))) return true;
  const { filter } = root;
  const least = (name: string) => Number(new RegExp(`\\b${name}\\(([\\d.e-]+)`).exec(filter)?.[1] ?? 1);
  return least('opacity') < 0.3 || least('brightness') < 0.2 || least('contrast') < 0.2 || blurOf(filter) > 3;
}

function blurOf(filter: string): number {
  return Number(/\bblur\(([\d.e-]+)px/.exec(filter)?.[1] ?? 0);
}

/** Anything for which the browser says that it can't vouch for what is under it. */
export function hasEffect({ opacity, filter, transform }: CSSStyleDeclaration): boolean {
  return Number(opacity || 1) < 1 || isSet(filter) || isSet(transform);
}

function isSet(value: string): boolean {
  return value !== '' && value !== 'none';
}

function pointsOf(box: DOMRect, { innerWidth, innerHeight }: Window): Point[] {
  const y = box.top + box.height / 2;
  return PLACES.map((part) => ({ x: box.left + part * box.width, y })).filter(
    ({ x }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight,
  );
}

function isAnchorSeen({ anchor, host }: Drawn, view: Window): boolean {
  if (!anchor) return true;
  const box = anchorBox(anchor);
  return box !== undefined && isInWindow(box, view) && isShown(anchor, box, host, view);
}

function isInWindow({ left, right, top, bottom }: Box, { innerWidth, innerHeight }: Window): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
}

/** @returns whether what lies there hides it; false for clear glass; undefined in the corner, where a banner or a chat may lie */
function isCovered({ anchor, host }: Drawn, missed: readonly Point[], view: Window): boolean | undefined {
  const { document } = view;
  if (!anchor && document.querySelector(':modal')) return undefined;
  for (const { x, y } of missed) {
    const there = document.elementsFromPoint(x, y);
    const ours = there.indexOf(host);
    // Where it should be is nothing of it: it is clipped or inert.
    if (ours < 0) return true;
    if (!anchor) return undefined;
    if (there.slice(0, ours).some((layer) => paints(layer, view))) return true;
  }
  return false;
}

/** What lies over a place though nothing there can be hit, as far as a look at the uppermost elements tells. */
function layersOver(point: Point, view: Window): Element[] {
  const { document } = view;
  const { documentElement, body } = document;
  const top = [...document.querySelectorAll(':popover-open, :modal, :fullscreen')];
  const near = [documentElement, body].flatMap((parent) => [...(parent?.children ?? [])]);
  const inner = near.flatMap(({ children }) => [...children]);
  const layers = [...top, ...near, ...inner].slice(0, MOST_LAYERS).filter((each) => isOver(each, point));
  const found = [...new Set(layers)].filter((each) => {
    const { pointerEvents } = view.getComputedStyle(each);
    return pointerEvents === 'none' && (top.includes(each) || layerOf(each, view) >= OUR_LAYER);
  });
  const roots = [documentElement, body].filter((each) => each && isPaintedByParts(each, view));
  return [...found, ...roots];
}

/** Its place in the order of layers, or that of what holds it: 0 where none says. */
function layerOf(element: Element, view: Window): number {
  let layer = 0;
  for (let node: Element | null = element; node; node = node.parentElement) {
    const { position, zIndex, opacity, transform } = view.getComputedStyle(node);
    const isRoot = node === node.ownerDocument.documentElement;
    if (position !== 'static' && /^-?\d+$/.test(zIndex)) layer = Number(zIndex);
    else if (!isRoot && (Number(opacity || 1) < 1 || isSet(transform))) layer = 0;
  }
  return layer;
}

function isPaintedAt(layer: Element, point: Point, view: Window): boolean {
  const { documentElement, body } = view.document;
  if (layer === documentElement || layer === body) return true;
  const parts = [layer, ...layer.querySelectorAll('*')].slice(0, MOST_PARTS);
  return parts.some((part) => isOver(part, point) && paints(part, view));
}

/** Whether what the styles put before or after the page's root or body lies over ours: such parts can't be asked for their place. */
function isPaintedByParts(element: Element, view: Window): boolean {
  return ['::before', '::after'].some((part) => {
    const style = view.getComputedStyle(element, part);
    return isGenerated(style) && Number(style.zIndex) >= OUR_LAYER && isPainted(style);
  });
}

function isOver(element: Element, { x, y }: Point): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}
